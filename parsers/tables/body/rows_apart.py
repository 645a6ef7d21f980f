"""Tables that print a cell a line and a blank line between their rows: no row goes beyond it.

序号
工作任务
责任单位

1
修桥1座。
县交通局

2
修渠2公里。
县水利局
县财政局

That the heads stand close tells it, and that tasks stand close to their units and times.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..grid.cells import Cell
from ..heads.head_row import STREAM, HeadRow
from .lines import Split
from .stream import stream_cells

#: So many rows of several lines, and this share of them holding a text and what answers for it.
_FEWEST, _MOSTLY = 2, 0.6
#: So many of the numbers stand in front of the rows.
_FIRST = 0.7
#: A line this much like a unit or a time is one, a text less than the other.
_LIKE, _UNLIKE = 0.6, 0.3


def rows_apart(
    splits: Sequence[Split], head: HeadRow, lines: Sequence[Split], alone: Sequence[Cell]
) -> list[Sequence[Split]]:
    """The ``lines`` of each row, each the cell ``alone`` so far; none where blank lines do not part the rows of the table."""
    if head.way != STREAM or head.first == head.last or not lines:
        return []
    if _is_blank(splits, head.first, head.last) or not _is_blank(splits, head.last, lines[0].line.index):
        return []
    starts = [at for at, (a, b) in enumerate(pairwise(lines), 1) if _is_blank(splits, a.line.index, b.line.index)]
    rows = [range(a, b) for a, b in pairwise([0, *starts, len(lines)])]
    several = [row for row in rows if len(row) > 1]
    mixed = [row for row in several if _is_mixed([alone[at] for at in row])]
    if len(mixed) < max(_FEWEST, _MOSTLY * len(several)) or several[0] is not rows[0]:
        return []
    if head.heads[0].kind == "number" and not _numbers_begin(rows, alone):
        return []
    return [lines[row.start : row.stop] for row in rows]


def _is_mixed(cells: Sequence[Cell]) -> bool:
    """Whether a text and a unit or a time stand together: no cell holds both on lines of their own."""
    likeness = [max(cell.unit, cell.deadline) for cell in cells if cell.number is None]
    return bool(likeness) and min(likeness) < _UNLIKE and max(likeness) > _LIKE


def cells_of_rows(text: str, rows: Sequence[Sequence[Split]], alone: Sequence[Cell]) -> list[Cell]:
    """The cells of rows whose lines are known, each line ``alone`` so far, with the broken ones joined."""
    cells: list[Cell] = []
    at = 0
    for row in rows:
        cells += stream_cells(text, row, piped=False, alone=alone[at : at + len(row)])
        at += len(row)
    return cells


def mark_rows(cells: Sequence[Cell], rows: Sequence[Sequence[Split]]) -> None:
    """Mark the cells that begin the rows, and the others; a heading may stand right above a row."""
    firsts = {row[0].line.index for row in rows}
    before: Cell | None = None
    for cell in cells:
        begins = cell.line in firsts
        cell.starts_row = True if begins else None if before is not None and before.outer else False
        before = cell if begins else None


def _is_blank(splits: Sequence[Split], first: int, last: int) -> bool:
    """Whether a blank line stands between two lines."""
    return any(not split.line.text for split in splits[first + 1 : last])


def _numbers_begin(rows: Sequence[range], alone: Sequence[Cell]) -> bool:
    """Whether the numbers stand on the first lines of rows."""
    places = [at - row.start for row in rows for at in row if alone[at].number is not None]
    return places.count(0) > 1 and places.count(0) >= _FIRST * len(places)
