"""Rows that are groups by their label or count, with sums at most beside it: 一、河道管护（3项） | | 1200 | 400 |."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ..grid.cells import Cell
from ..grid.shape import Column, Row
from .counted_groups import are_figures

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
    return found if 2 * numbered >= len(rows) - len(found) else {}


def _heading_of(row: Row) -> Cell | None:
    cells = row.all_cells()
    if row.heading is not None or len(cells) < 2 or not are_figures(cells[1:]):
        return None
    return cells[0] if cells[0].outer or _COUNT.fullmatch(cells[0].text) else None
