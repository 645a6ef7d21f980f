"""Groups that are called like their head: 学校领域, 住建领域 under 抽查领域. What is called otherwise is hardly one.

A page that prints a cell a line and broke one of a row leaves as many lines as there are columns, though the group is merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .cells import Cell
from .shape import Column, Row

#: So many groups show it, by their last characters.
_FEWEST, _WORD = 2, 2
#: What it speaks for the one and against the other.
_CALLED = 1.2


def weigh_called(fits: Sequence[list[float]], cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Change how well the cells fit the columns of groups by how they are called."""
    for index, word in _words(columns):
        called = [cell.text.endswith(word) for cell in cells]
        for of_cell, own in zip(fits, called, strict=True) if sum(called) >= _FEWEST else ():
            of_cell[index] += _CALLED if own else -_CALLED


def without_strange(whole: Sequence[Row | None], columns: Sequence[Column], cells: Sequence[Cell]) -> list[Row | None]:
    """The rows that seem printed whole, None for those whose group is not called like the others."""
    strange: set[int] = set()
    for index, word in _words(columns):
        if sum(cell.text.endswith(word) for cell in cells) >= _FEWEST:
            groups = ((at, row.cells[index][0].text) for at, row in enumerate(whole) if row and index in row.cells)
            strange.update(at for at, text in groups if not text.endswith(word))
    return [None if at in strange else row for at, row in enumerate(whole)]


def _words(columns: Sequence[Column]) -> Iterator[tuple[int, str]]:
    """The columns of groups left of the tasks, with how their heads end."""
    for column in columns[:-1]:
        if column.head.kind == "group" and len(column.head.text) > _WORD:
            yield column.index, column.head.text[-_WORD:]
