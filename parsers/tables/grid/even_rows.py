"""Rows of a table that prints a cell a line, from number to number nearly all as long as the heads: nothing is missing.

Then a cell stands under its head even where it looks strange there: 浮桥区 under 检查地域, a dash under 配合部门.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...fields.heads import ANSWERS
from .cells import Cell, row_starts
from .fitness import SURE, fitness
from .shape import Column, Row

#: So many rows tell, this share of all.
_FEWEST, _NEARLY_ALL, _LEAST = 4, 0.8, 2
#: What stands for an answer that there is none.
_NONE = frozenset({"/", "\\", "—", "——", "-", "--", "无", "暂无", "／"})
_TYPED, _TASKS = ANSWERS | {"number"}, frozenset({"content", "requirement"})


def even_rows(stretches: Sequence[Sequence[Cell]], columns: Sequence[Column]) -> list[Row | None]:
    """The row that each of ``stretches`` is as it stands, None for those of another length; all None where too many are.

    None of them holds a unit, a time or a person where it asks for a task, or anything else where it asks for these.
    """
    size = len(columns)
    even = [len(cells) == size and not any(cell.gap for cell in cells) for cells in stretches]
    rows = [cells for cells, fits in zip(stretches, even, strict=True) if fits]
    nothing: list[Row | None] = [None] * len(stretches)
    if columns[0].head.kind != "number" or len(rows) < max(_FEWEST, _NEARLY_ALL * len(stretches)):
        return nothing
    if any(_is_strange(cell, column) for cells in rows for cell, column in zip(cells, columns, strict=True)):
        return nothing
    return [
        Row({i: [cell] for i, cell in enumerate(cells)}, placed=True) if fits else None
        for cells, fits in zip(stretches, even, strict=True)
    ]


def are_even(cells: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Whether ``cells`` are such rows: none is the rest of the one before."""
    starts = row_starts(cells, least=_LEAST) if columns[0].head.kind == "number" else []
    stretches = [cells[a:b] for a, b in pairwise([*starts, len(cells)])]
    return bool(stretches) and starts[0] == 0 and any(even_rows(stretches, columns))


def _is_strange(cell: Cell, column: Column) -> bool:
    kind = column.head.kind
    if kind in _TYPED:
        return cell.text not in _NONE and fitness(cell, column) < 0
    return kind in _TASKS and (cell.number is not None or max(cell.unit, cell.deadline) > SURE)
