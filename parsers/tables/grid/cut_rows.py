"""The last row of a table where the page ends inside it: what it lacks was cut off, and is not merged with the row above."""

from __future__ import annotations

from collections.abc import Sequence

from ..body.lines import Split
from .shape import Column, Row

_FEWEST = 2
#: The share of lines of cells that a mark has to close, for one without to be cut.
_CLOSED = 0.8


def mark_cut_row(rows: Sequence[Row], columns: Sequence[Column], lines: Sequence[Split], ends_page: bool) -> None:
    """Mark the last of ``rows`` where it was cut; ``lines`` are the table's, ``ends_page`` tells that none follow."""
    body = [row for row in rows if row.heading is None]
    if len(body) <= _FEWEST or rows[-1] is not body[-1] or len(body[-1].cells) >= max(len(row.cells) for row in body):
        return
    last, others = body[-1], body[:-1]
    if _is_open(lines):
        _close_hole(last, others)
    if any(cell.gap for cell in last.all_cells()):
        return
    behind = {c.index for c in columns if c.index > max(last.cells) and c.head.kind in ("unit", "deadline")}
    filled = [index for index in behind if all(index in row.cells for row in others)]
    last.cut = _is_open(lines) or (ends_page and bool(filled))


def _close_hole(last: Row, others: Sequence[Row]) -> None:
    """Put the last cell of a cut row into the column on its left that all other rows fill: what is cut looks like nothing."""
    end = max(last.cells)
    before = max((index for index in last.cells if index < end), default=end)
    hole = next((i for i in range(before + 1, end) if all(i in row.cells for row in others)), end)
    if hole < end:
        last.cells[hole] = last.cells.pop(end)


def _is_open(lines: Sequence[Split]) -> bool:
    """True where a mark closes the lines of the table, but not the last one."""
    filled = [line for line in lines if line.filled]
    closed = sum(1 for line in filled if line.closed)
    return bool(filled) and not filled[-1].closed and closed >= _CLOSED * (len(filled) - 1) > 0
