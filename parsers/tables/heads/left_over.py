"""Halves of a head that were read as two heads, told by the rows: hardly any of them has a cell for the first half.

具体工作 | 内容 may be two heads or one. A column of groups is empty in most rows, too, but the first row opens a group.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ...fields.heads import TEXT_KINDS, Head, read_head
from ..grid.cells import Cell
from ..grid.shape import Column, Row

#: So many rows tell; in how many of them the first half has a cell at most, and the second at least.
_FEWEST, _HARDLY, _MOSTLY = 3, 0.3, 0.7

#: What is longer is a whole head: 目标任务 | 具体措施.
_LONGEST_REST = 3


def with_whole_heads(heads: Sequence[Head], columns: Sequence[Column], rows: Sequence[Row]) -> list[Head] | None:
    """``heads`` with such halves joined; None where there are none."""
    places = {id(column.head): column.index for column in columns}
    body = [row.cells for row in rows if row.heading is None]
    for at, (first, second) in enumerate(itertools.pairwise(heads)):
        left, right = places.get(id(first)), places.get(id(second))
        if left is not None and right is not None and _is_left_over(left, right, body):
            whole = _whole(first, second)
            if whole is not None:
                return [*heads[:at], whole, *heads[at + 2 :]]
    return None


def _is_left_over(left: int, right: int, rows: Sequence[dict[int, list[Cell]]]) -> bool:
    """Whether hardly any row has a cell on the left, the first one least of all, and most have one on the right."""
    if len(rows) < _FEWEST or left in rows[0] or sum(left in row for row in rows) > _HARDLY * len(rows):
        return False
    return sum(right in row for row in rows) >= _MOSTLY * len(rows)


def _whole(first: Head, second: Head) -> Head | None:
    both = first.kind in TEXT_KINDS and second.kind in TEXT_KINDS and len(second.text) <= _LONGEST_REST
    return read_head(first.text + second.text) if both else None
