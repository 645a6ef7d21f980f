"""Headings without label or mark, in a table that prints a cell a line: they stand in front of the row's number.

校园安全

卫生检查

1

检查食堂台账。

市教育局

A text in front of a number may as well be a task whose number and units were merged. That the table begins with such
a text, where nothing can be merged yet, tells that its groups have headings.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import ANSWERS
from .cells import Cell
from .shape import Column

#: Headings that stand one above the other.
DEEPEST = 3
LONGEST = 40
#: A cell this much like units, or like a time, is no heading: 法治建设不断推进 is more than a time.
_UNIT, _TIME = 0.3, 0.55


def mark_headings(cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Mark the cells that only other headings part from the number behind them, in a table that begins with such ones."""
    if not _begins_with_headings(cells, columns):
        return
    behind: Cell | None = None
    for cell in reversed(cells):
        cell.heads = behind is not None and (behind.number is not None or behind.heads) and may_head(cell)
        behind = cell


def _begins_with_headings(cells: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """True for a table of numbered rows, ending in units or times, whose first cells are such headings."""
    kinds = [column.head.kind for column in columns]
    if kinds[0] != "number" or kinds[-1] not in ANSWERS or "group" in kinds:
        return False
    first = next((i for i, cell in enumerate(cells[: DEEPEST + 1]) if cell.number is not None), 0)
    return first > 0 and all(map(may_head, cells[:first]))


def may_head(cell: Cell) -> bool:
    """True for a short text of no known kind that may be a whole heading."""
    if cell.number is not None or cell.label is not None or cell.closed or cell.gap:
        return False
    return len(cell.text) <= LONGEST and cell.unit < _UNIT and cell.deadline < _TIME and cell.text[-1] not in "，、："
