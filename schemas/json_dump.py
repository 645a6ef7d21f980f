"""Plain values as JSON, laid out as pydantic writes its models."""

from __future__ import annotations

from typing import Any


def dump_json(value: Any, indent: int | None = 2) -> str:
    """Mappings, lists, text, numbers, booleans and ``None`` as JSON, Chinese as is; on one line without ``indent``."""
    from pydantic_core import to_json  # a run to YAML does without

    return to_json(value, indent=indent).decode()
