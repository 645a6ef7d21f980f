"""The words that the contract allows where it allows only some."""

from __future__ import annotations

from typing import Literal

SCHEMA_VERSION = "1.0"

Role = Literal["lead", "support", "responsible", "guide"]
Script = Literal["simplified", "traditional", "mixed"]
Layout = Literal["numbered_list", "pipe_table", "heading_rows"]
PartKind = Literal["letter", "plan", "table", "attachment", "footer"]
TaskKind = Literal["task", "provision"]
DeadlineKind = Literal["by", "from", "between", "recurring", "ongoing", "relative"]
Comparator = Literal["ge", "le", "gt", "lt", "eq", "about", "range"]
Severity = Literal["info", "warning", "error"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""In ascending order."""
SegmentLabel = Literal[
    "title", "document_number", "addressees", "letter", "heading", "column_head", "task_cell", "unit_cell",
    "deadline_cell", "other_cell", "clause", "provision", "narrative", "signature", "date", "attachment",
    "metadata", "page_chrome", "blank", "unparsed",
]  # fmt: skip

RECORD_SUFFIXES = (".yaml", ".yml", ".json", ".jsonl", ".ndjson")
"""Suffixes of the files that hold records rather than a notice."""


def counted(number: int, word: str) -> str:
    """A number of things in words of a message.

    >>> counted(1, "task"), counted(2, "task")
    ('1 task', '2 tasks')
    """
    return f"{number} {word}{'' if number == 1 else 's'}"
