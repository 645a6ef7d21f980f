"""Rows of a table with a cell a line whose page marks every empty cell: the marks tell where each row ends.

整治校园周边环境。 |
市教育局 |
6月底前 |
排查校舍隐患。 | ||
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, starmap

from ...fields.heads import Head
from ..body.printed_rows import PrintedRow
from .cells import Cell
from .columns import columns_for_rows
from .fitness import SURE, fitness
from .shape import columns_of

#: So many rows have to come out even.
_FEWEST = 3
#: How well the cells of a row fit at least, on average, where they stand under their heads.
_FITTING = 0.5


def marked_rows(cells: Sequence[Cell], heads: Sequence[Head]) -> list[PrintedRow]:
    """The rows that ``cells`` make up under ``heads``, None for an empty cell; none where they don't come out even.

    A page may print one mark more at the end of every row; then merged cells may have vanished without any.
    """
    if not any(cell.gap for cell in cells) or any(cell.starts_row is not None for cell in cells):
        return []
    size = len(heads)
    return (
        _even_rows(cells, heads, size, carry=False)
        or _even_rows(cells, heads, size + 1, carry=False)
        or _ended_rows(cells, heads)
        or _even_rows(cells, heads, size, carry=True)
    )


def _even_rows(cells: Sequence[Cell], heads: Sequence[Head], size: int, *, carry: bool) -> list[PrintedRow]:
    """The rows, where each has ``size`` cells and marks together; none where they do not, or do not fit their heads."""
    rows = list(_cut(cells, size, carry))
    if len(rows) < _FEWEST or any(len(row) != size for row in rows[:-1]):
        return []
    if heads[0].kind == "number" and any(starmap(_swallows_number, pairwise(rows))):
        return []
    if size > len(heads):
        if any(row[-1] is not None for row in rows[:-1]):
            return []
        rows = [row[: len(heads)] for row in rows]
    return [tuple(row) for row in rows] if _fit_heads(rows, heads) else []


def forget_marks(cells: Sequence[Cell], size: int) -> None:
    """Where one mark parts any two cells, though rows of ``size`` cells do not come out even, it tells of no missing cell.

    Nor do the marks of rows that are all empty tell how many cells the row above them lacks.
    """
    gaps = {cell.gap for cell in cells if cell.gap is not None}
    if gaps and max(gaps) >= 2 * size:
        for cell in cells:
            if cell.gap and cell.gap >= 2 * size:
                cell.gap = size - 1
    elif gaps == {0} and sum(1 for cell in cells if not cell.outer) % size:
        for cell in cells:
            cell.gap = None


def _ended_rows(cells: Sequence[Cell], heads: Sequence[Head]) -> list[PrintedRow]:
    """The rows, where one mark more stands behind each, full ones too, and marks stand nowhere else."""
    stops = [at for at, cell in enumerate(cells[:-1], 1) if cell.gap]
    rows = [tuple(cells[start:stop]) for start, stop in pairwise([0, *stops, len(cells)])]
    sizes = [len(row) for row in rows]
    if sizes.count(len(heads)) < _FEWEST or max(sizes) > len(heads):
        return []
    if any(cell.gap not in (None, 0, 1) for cell in cells):
        return []
    if any(max(row[0].unit, row[0].deadline) > SURE and len(row) < len(heads) for row in rows):
        return []  # an empty cell stands inside a row
    first = columns_of(heads)[0]
    # What is missing on the left vanished under a merge.
    moved = any(fitness(row[0], first) < 0 for row in rows if len(row) > 1)
    for row in rows:
        remark = len(row) == 1 and row[0].text[0] == "（"
        row[0].gap = row[-1].gap = len(heads) - 1 if remark else 0 if moved else None
    return list(rows)


def _cut(cells: Sequence[Cell], size: int, carry: bool) -> Iterator[list[Cell | None]]:
    """The cells in rows of ``size`` or more: a row ends with the cell that completes it.

    With ``carry`` the marks behind that cell are empty cells which begin the next row.
    """
    row: list[Cell | None] = []
    for cell in cells:
        row += [cell, *[None] * (cell.gap or 0)]
        if len(row) >= size:
            over = len(row) - size if carry else 0
            yield row[: len(row) - over]
            row = [None] * over
    if row:
        yield row


def _swallows_number(row: Sequence[Cell | None], below: Sequence[Cell | None]) -> bool:
    """True for a row that ends in the number of the one ``below``, whose first cell is a text."""
    last, first = row[-1], below[0]
    return last is not None and last.number is not None and first is not None and first.number is None


def _fit_heads(rows: Sequence[Sequence[Cell | None]], heads: Sequence[Head]) -> bool:
    """True when the cells of rows that end in one stand under their heads: cells that were missing unmarked move them."""
    columns = columns_for_rows(heads, rows)
    for row in rows[:-1]:
        fits = [fitness(cell, column) for cell, column in zip(row, columns, strict=False) if cell is not None]
        if row[-1] is not None and sum(fits) < _FITTING * len(fits):
            return False
    return True
