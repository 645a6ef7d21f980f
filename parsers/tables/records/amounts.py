"""Columns of how much is to be done: bare figures, which are no task, and what they are said of."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.measured_heads import is_measured
from ..grid.looks import is_figure
from ..grid.shape import Column, Row

#: How much is built, and what is.
_MEASURE = lazy_pattern(r"(?:建设|工程|项目|改造|修建)(?:标准及|性质及)?规模(?:及标准)?")
_MOSTLY = 0.7


def measures(columns: Sequence[Column], text: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """The column of how much is built, read as the task where nothing but the name of the project stands beside it; bare
    figures are none.
    """
    names = [c.index for c in text if c.head.kind == "name"]
    if not names or any(c.head.kind not in ("name", "group") for c in text):
        return []
    measures = (c for c in columns if c.index > names[0] and _MEASURE.fullmatch(c.head.text) and not counts(c, rows))
    return [c._replace(head=c.head._replace(kind="content")) for c in measures][:1]


def named_amounts(columns: Sequence[Column], text: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """The column of a head of no known meaning that says whose the bare figures right of it are: 乡镇 | 任务（亩）."""
    if not text or not all(c.head.kind == "content" and counts(c, rows) for c in text):
        return []
    unknown = (c for c in columns if c.index < text[0].index and c.head.kind == "other" and not c.head.known)
    whole = (c for c in unknown if c.head.text and all(c.index in row.cells for row in rows) and not counts(c, rows))
    return [c._replace(head=c.head._replace(kind="name")) for c in whole][:1]


def counts(column: Column, rows: Sequence[Row]) -> bool:
    """Whether the cells of a column are figures with what they count: 860户, 3200."""
    cells = [row.cells[column.index][0] for row in rows if column.index in row.cells]
    return bool(cells) and sum(is_figure(cell.text) for cell in cells) > _MOSTLY * len(cells)


def are_amounts(column: Column, rows: Sequence[Row]) -> bool:
    """Whether a column holds figures whose measure its head tells: 任务（亩）."""
    return is_measured(column.head.text) and counts(column, rows)
