"""The shape of a table: its columns, and its rows of cells."""

from __future__ import annotations

from collections.abc import Iterable

from ....normalize.fresh import fresh_dict, fresh_list
from ....normalize.named_tuples import NamedTuple
from ....normalize.slotted import dataclass, field
from ...fields.heads import Head
from .cells import Cell


class Column(NamedTuple):
    """A column of the table; ``virtual`` when the page printed no head for it."""

    index: int  # pyright: ignore[reportIncompatibleMethodOverride] - not the method of tuples
    head: Head
    virtual: bool = False


def columns_of(heads: Iterable[Head]) -> list[Column]:
    """A column a head."""
    return [Column(i, head) for i, head in enumerate(heads)]


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """A row: the cells of each column (several where the page broke a cell), or one heading."""

    cells: dict[int, list[Cell]] = field(default_factory=fresh_dict)
    heading: Cell | None = None
    #: True when the page marks its missing cells, so that they are merged, not forgotten.
    marked: bool = False
    #: True when the page ends inside the row.
    cut: bool = False
    #: True when every cell stands under its own head, so that the page shows which are empty.
    placed: bool = False
    #: Columns whose cell above the page shows to reach into the row, and those that it shows to be empty.
    merged: frozenset[int] = frozenset()
    empty: frozenset[int] = frozenset()
    #: Cells that say no more than that one above them reaches into the row (同上).
    pointers: list[Cell] = field(default_factory=fresh_list)

    def all_cells(self) -> list[Cell]:
        """Its cells from left to right."""
        if self.heading is not None:
            return [self.heading]
        return [cell for index in sorted(self.cells) for cell in self.cells[index]]


#: A cell, its column and whether it begins a row.
Placed = tuple[Cell, int, bool]


def rows_of(cells: Iterable[Placed], heading: int) -> list[Row]:
    """The rows that the cells make up, in their order; those in column ``heading`` are rows of their own."""
    rows: list[Row] = []
    for cell, column, begins in cells:
        if column == heading:
            rows.append(Row(heading=cell))
            continue
        if begins or not rows or rows[-1].heading is not None:
            rows.append(Row())
        rows[-1].cells.setdefault(column, []).append(cell)
    return rows
