"""Rows that lost their leftmost cells to a merge and moved left, so that the page marks empty cells at their end.

1 | 农资抽查 | 查种子 | 种子门店 | 执法一队 | 9月 | |
查农药 | 农药门店 | 执法一队 | 6月 | | | |
"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import TEXT_KINDS, TYPED_KINDS
from .cells import Cell
from .fitness import fitness
from .shape import Column, Row

#: So many cells of columns that ask for a kind of their own have to fit.
_FEWEST = 2
#: Columns that merges leave out on the left.
_MERGED = TEXT_KINDS | {"number"}


def ends_of(whole: Sequence[Row | None], columns: Sequence[Column]) -> frozenset[int]:
    """How many cells at their end the rows leave empty that stand as printed."""
    return frozenset(len(columns) - 1 - max(row.cells) for row in whole if row is not None and row.cells)


def shifted_row(cells: Sequence[Cell | None], columns: Sequence[Column], ends: frozenset[int]) -> Row | None:
    """The row, moved right by the cells that it lacks on the left; None when that is not what its cells say.

    ``ends`` is how many cells at their end other rows leave empty (see :func:`ends_of`).
    """
    filled = [place for place, cell in enumerate(cells) if cell is not None]
    if len(cells) != len(columns) or not filled or filled[0] != 0:
        return None
    empty = len(cells) - 1 - filled[-1]
    ways = [row for end in ends if end < empty and (row := _moved(cells[: filled[-1] + 1], columns, empty - end))]
    return ways[0] if len(ways) == 1 else None


def _moved(cells: Sequence[Cell | None], columns: Sequence[Column], by: int) -> Row | None:
    if any(column.head.kind not in _MERGED for column in columns[:by]):
        return None
    if columns[0].head.kind == "number" and cells[0] is not None and cells[0].number is not None:
        return None  # a row with its number lacks a cell behind it
    pairs = [(columns[place + by], cell) for place, cell in enumerate(cells) if cell is not None]
    if pairs[0][1].number is not None and pairs[0][0].head.kind != "number":
        return None
    typed = [fitness(cell, column) for column, cell in pairs if column.head.kind in TYPED_KINDS]
    if len(typed) < _FEWEST or min(typed) <= 0 or not any(column.head.kind in TEXT_KINDS for column, _ in pairs):
        return None
    empty = frozenset(place + by for place, cell in enumerate(cells) if cell is None)
    return Row({column.index: [cell] for column, cell in pairs}, marked=True, empty=empty)
