"""The values that pass between the stages, the rules and the reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..normalize.named_tuples import NamedTuple
from ..schemas.words import Severity

__all__ = ["Finding", "Record", "Severity", "SourceDoubt", "cut", "told"]

Record = Mapping[str, Any]
"""A notice in contract form, as plain values (``ParsedNotice.to_dict()`` or a record file that fits the schema)."""

LONGEST_DETAIL = 80
"""Messages quote the notice; a quotation beyond this many characters is cut, so that a report stays one line."""


class SourceDoubt(NamedTuple):
    """A doubt of a stage, in offsets of the source text, with the id of the task it touches."""

    rule: str
    start: int
    end: int
    detail: str = ""
    task: int | None = None


class Finding(NamedTuple):
    """What a rule found in a finished record.

    ``path`` leads to the value in the record (keys and list indexes), for the place in a record file; ``span``
    is the range of the source that it concerns, as the contract writes it, or None for the notice as a whole.
    """

    path: tuple[str | int, ...]
    span: Mapping[str, int] | None = None
    task: int | None = None
    detail: str = ""


def told(lead: str, detail: str) -> str:
    """A message of the form ``lead: detail``, the detail cut to a readable length; the lead alone without one."""
    return f"{lead}: {cut(detail, LONGEST_DETAIL)}" if detail else lead


def cut(text: str, longest: int) -> str:
    """The text, or as much of it as fits into so many characters."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
