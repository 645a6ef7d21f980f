"""Rows that are groups because their number says so: 一 | 河道管护 | 30 |, where the other rows are numbered 1, 2, 3."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...fields.heads import ANSWERS
from ..grid.cells import Cell
from ..grid.looks import is_figure
from ..grid.shape import Column, Row
from .text_roles import TextRole


class CountedGroups:
    """Tells the rows of a table that open a group by their number."""

    __slots__ = ("_arabic", "_kinds", "_names", "_number")

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], roles: Mapping[int, TextRole]) -> None:
        self._kinds = {column.index: column.head.kind for column in columns}
        self._names = [i for i, role in roles.items() if role in ("title", "content")]
        self._number = next((column.index for column in columns if column.head.kind == "number"), None)
        counted = [row.cells[self._number][0].text[:1].isdigit() for row in rows if self._number in row.cells]
        self._arabic = any(counted) and 2 * sum(counted) >= len(counted)

    def name_of(self, row: Row) -> int | None:
        """The column that names the group which the row opens, None for any other row."""
        if self._number is None or not self._arabic or self._number not in row.cells:
            return None
        if row.cells[self._number][0].text[:1].isdigit():
            return None
        return next((i for i in sorted(self._names) if i in row.cells), None)

    def is_bare(self, row: Row) -> bool:
        """True when such a row is no task of its own: it has its number, its name, and figures at most."""
        texts = [cells for place, cells in row.cells.items() if place != self._number and not are_figures(cells)]
        return len(texts) == 1 and all(self._kinds[place] not in ANSWERS for place in row.cells)


def are_figures(cells: Sequence[Cell]) -> bool:
    """Whether the cells hold numbers with their measures at most."""
    return all(cell.number is not None or is_figure(cell.text) for cell in cells)
