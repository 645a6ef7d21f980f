"""Columns headed by units whose cells only mark what each unit does for the task: ★ for who leads, ☆ for who helps.

工作任务 | 县水利局 | 县应急局 | 各乡镇
巡查堤防 |    ★    |         |   ☆
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ....normalize.slotted import replace
from ...fields.part_marks import (
    is_part,
    is_sign,
    may_say_part,
    names_units,
    read_legend,
    role_of_part,
    signs_of_progress,
)
from ...reader import Reader, Responsibility
from ...text.piece import squeezed
from ..grid.shape import Column, Row
from ..table import Table

_FEWEST = 2
#: A legend stands this near to its table, in characters.
_NEAR = 400


class UnitMarks:
    """What the marks of a table say; empty where it has no such columns."""

    def __init__(self, table: Table, reader: Reader) -> None:
        self._reader = reader
        self._heads = {c.index: c.head.text for c in _marked_columns(table.columns, table.rows)}
        self._places = table.head.ranges
        notes = self._notes(table) if self._heads else ""
        self._legend = read_legend(notes)
        if self._heads and self._says_else(table, notes):
            self._heads = {}

    def __contains__(self, column: Column) -> bool:
        return column.index in self._heads

    def responsibility(self, column: Column, mark: str) -> Responsibility:
        """The units that head the column, in the role that the mark in a cell says."""
        head = self._heads[column.index]
        place = next((r for r in self._places if squeezed(self._reader.text, [r]).text == head), None)
        if place is None or not is_part(mark):
            return Responsibility()
        role = role_of_part(mark, self._legend)
        if role is None:
            self._reader.doubt("role-guessed", *place, f"responsible ({head})")
        return replace(self._reader.unit_cell([place], role or "responsible"), persons=[], deadlines=[])

    def _says_else(self, table: Table, notes: str) -> bool:
        """Whether signs say how far a task is done: notes explain them so, or another column names who does it."""
        cells = chain.from_iterable(row.cells.get(index, ()) for row in table.rows for index in self._heads)
        signs = {cell.text for cell in cells if is_sign(cell.text)}
        named = {c.index for c in table.columns if c.head.kind == "unit"}
        told = any(not named.isdisjoint(row.cells) for row in table.rows)
        return not signs.isdisjoint(signs_of_progress(notes)) or (told and not signs <= self._legend.keys())

    def _notes(self, table: Table) -> str:
        """What stands above a table, in its heads and below it, without white space."""
        first, last = table.head.ranges[0][0], table.head.ranges[-1][1]
        below = max((cell.end for row in table.rows for cell in row.all_cells()), default=last)
        text = self._reader.text
        near = (text[max(0, first - _NEAR) : last], text[below : below + _NEAR])
        return "\n".join("".join(part.split()) for part in near)


def _marked_columns(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """The columns whose heads are units and whose cells are marks; two at least, or none."""
    found = [c for c in columns if c.head.kind == "other" and c.head.text and _is_marked(c, rows)]
    return found if len(found) >= _FEWEST else []


def _is_marked(column: Column, rows: Sequence[Row]) -> bool:
    cells = list(chain.from_iterable(row.cells.get(column.index, ()) for row in rows))
    return bool(cells) and all(may_say_part(cell.text) for cell in cells) and names_units(column.head.text)
