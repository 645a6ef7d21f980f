"""Rows that are groups by their label or count, with sums at most beside it: 一、河道管护（3项） | | 1200 | 400 |.

So are those with a Chinese number that name neither a task nor who does it, where all rows counted 1, 2, 3 say what is to be
done: 二、 | 部门考核项目 | 60 | | 各部门分别计分 |.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import ANSWERS
from ..grid.cells import Cell
from ..grid.shape import Column, Row
from .counted_groups import are_figures

#: So many counted rows show what every row holds.
_FEWEST = 3
#: How many a group holds, or what they count together.
_COUNT = lazy_pattern(r".{2,}[（(](?:共|合?计)?\d{1,4}[项个件条类分][）)]")


def summed_groups(columns: Sequence[Column], rows: Sequence[Row]) -> dict[Row, Cell]:
    """Such rows of a table whose tasks are numbered, each with the cell that names its group."""
    number = next((column.index for column in columns if column.head.kind == "number"), None)
    found: dict[Row, Cell] = {}
    numbered = 0
    for row in rows:
        if number in row.cells and row.cells[number][0].number is not None:
            numbered += 1
        elif (cell := _heading_of(row)) is not None:
            found[row] = cell
    found = found if 2 * numbered >= len(rows) - len(found) else {}
    return found | _named_above(columns, rows, number) if number is not None else found


def _named_above(columns: Sequence[Column], rows: Sequence[Row], number: int) -> dict[Row, Cell]:
    """The rows with a Chinese number that lack what all counted ones have, each with the cell that names its group."""
    numbered = [row for row in rows if number in row.cells]
    counted = [row for row in numbered if row.cells[number][0].text[:1].isdigit()]
    tasks = {column.index for column in columns if column.head.kind == "content"}
    tasks = {index for index in tasks if all(index in row.cells for row in counted)}
    answers = {column.index for column in columns if column.head.kind in ANSWERS}
    if not tasks or len(counted) < _FEWEST:
        return {}
    others = (row for row in numbered if not row.cells[number][0].text[:1].isdigit() and len(row.cells) > 1)
    bare = (row for row in others if row.cells.keys().isdisjoint(tasks | answers))
    return {row: row.all_cells()[1] for row in bare if row.all_cells()[0].number is not None}


def _heading_of(row: Row) -> Cell | None:
    cells = row.all_cells()
    if row.heading is not None or len(cells) < 2 or not are_figures(cells[1:]):
        return None
    return cells[0] if cells[0].outer or _COUNT.fullmatch(cells[0].text) else None
