"""Rows of a table with a cell a line whose page marks every empty cell: the marks tell where each row ends.

整治校园周边环境。 |
市教育局 |
6月底前 |
排查校舍隐患。 | ||
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...fields.heads import Head
from ..body.printed_rows import PrintedRow
from .cells import Cell
from .columns import columns_for_rows
from .fitness import fitness

#: So many rows have to come out even.
_FEWEST = 3
#: How well the cells of a row fit at least, on average, where they stand under their heads.
_FITTING = 0.5


def marked_rows(cells: Sequence[Cell], heads: Sequence[Head]) -> list[PrintedRow]:
    """The rows that ``cells`` make up under ``heads``, None for an empty cell; none where they don't come out even.

    A page may print one mark more at the end of every row.
    """
    if not any(cell.gap for cell in cells) or any(cell.starts_row is not None for cell in cells):
        return []
    for size in (len(heads), len(heads) + 1):
        rows = list(_cut(cells, size))
        if len(rows) < _FEWEST or any(len(row) != size for row in rows[:-1]):
            continue
        if size > len(heads):
            if any(row[-1] is not None for row in rows[:-1]):
                continue
            rows = [row[: len(heads)] for row in rows]
        if _fit_heads(rows, heads):
            return [tuple(row) for row in rows]
    return []


def _cut(cells: Sequence[Cell], size: int) -> Iterator[list[Cell | None]]:
    """The cells in rows of ``size`` or more: a row ends with the cell that completes it."""
    row: list[Cell | None] = []
    for cell in cells:
        row += [cell, *[None] * (cell.gap or 0)]
        if len(row) >= size:
            yield row
            row = []
    if row:
        yield row


def _fit_heads(rows: Sequence[Sequence[Cell | None]], heads: Sequence[Head]) -> bool:
    """True when the cells of rows that end in one stand under their heads: cells that were missing unmarked move them."""
    columns = columns_for_rows(heads, rows)
    for row in rows[:-1]:
        fits = [fitness(cell, column) for cell, column in zip(row, columns, strict=False) if cell is not None]
        if row[-1] is not None and sum(fits) < _FITTING * len(fits):
            return False
    return True
