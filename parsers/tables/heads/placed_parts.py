"""Rows of heads that keep an empty cell wherever a head reaches over columns or rows: each part stands below its own.

| 序号 | 任务 | 责任 |        |        | 时限 |
|      |      | 领导 | 单位   |        |      |
|      |      |      | 牵头   | 配合   |      |
"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import Head
from ..grid.cells import Cell
from .head_parts import part_of, read_parts

#: So many rows of parts stand below the first row of heads, at most.
_MOST_ROWS = 3


def placed_heads(heads: Sequence[Head], rows: Sequence[Sequence[Cell | None]]) -> tuple[list[Head], int] | None:
    """The heads with all parts in their places, and how many rows of parts there are; None where the page keeps no places."""
    lowest: list[Head | None] = [head if head.text else None for head in heads]
    if rows and len(lowest) < len(rows[0]):
        lowest += [None] * (len(rows[0]) - len(lowest))  # of the last head, which reaches over the last columns
    whole: set[int] = set()
    for count, row in enumerate(rows[:_MOST_ROWS]):
        if None not in lowest or not _keeps_places(row) or len(row) != len(lowest):
            return None
        below = _with_parts(lowest, row, whole)
        if below is None:
            return None
        lowest = below
        named = [head for head in lowest if head is not None]
        if len(named) == len(lowest):
            return named, count + 1
    return None


def _keeps_places(row: Sequence[Cell | None]) -> bool:
    """Whether an empty cell stands before a filled one."""
    filled = [place for place, cell in enumerate(row) if cell is not None]
    return len(filled) > 1 and filled[-1] >= len(filled)


def _with_parts(above: Sequence[Head | None], row: Sequence[Cell | None], whole: set[int]) -> list[Head | None] | None:
    """The heads with those of a row that stand below them or in the gaps behind them; none divides a head that is ``whole``.

    A head that is divided has a part in its own column, and all columns that it reaches over are of its parts.
    """
    parts = iter(read_parts(row))
    lowest = list(above)
    owner = -1
    for place, cell in enumerate(row):
        owner = place if above[place] is not None else owner
        head = above[owner] if owner >= 0 else None
        if cell is None:
            if above[place] is not None:
                whole.add(place)  # what no part stands below is divided no more
            continue
        part = next(parts, None)
        if part is None or head is None or owner in whole:
            return None
        lowest[place] = part_of(part, head)
    return lowest
