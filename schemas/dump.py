"""One notice as text: JSON or YAML, with the same values in the contract's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import ParsedNotice


def json_text(notice: ParsedNotice, indent: int | None = 2) -> str:
    """The notice as JSON, Chinese as is, without a final newline."""
    return notice.model_dump_json(indent=indent)


def yaml_text(notice: ParsedNotice) -> str:
    """The notice as one YAML document with a final newline; ``yaml.safe_load`` gives the values of the JSON."""
    from .yaml_dump import dump_yaml  # PyYAML costs a run to JSON a fifth of its start-up

    return dump_yaml(notice.model_dump())
