"""What is said of rows whose cells could be cut otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from ....normalize.doubt import Doubt
from .reading import Reading
from .slots import Found

#: A cell is told of where another cut is less behind than this: a quarter to a half of such cells are wrong, one of twelve
#: others. One that is no more than so much behind is as good: most are wrong.
_UNSURE, _EVEN, _END = 2.0, 0.25, 6


def leave_even(reading: Reading) -> None:
    """Leave units in the text they stand behind where another place parts the two as well."""
    for row in reading.rows:
        index = reading.content + 1
        text, units = row.cells.get(reading.content), row.cells.get(index)
        if not text or not units or reading.slots[index].kind != "unit":
            continue
        if max(row.margins[reading.content], row.margins[index]) < _EVEN:
            text[-1] = (text[-1][0], units[-1][1])
            del row.cells[index]


def row_doubts(reading: Reading) -> Iterator[Doubt]:
    """The doubts about rows: lists without marks, cells that could end elsewhere or stand in another column."""
    piece = reading.body.piece
    for row in reading.rows:
        if row.lost:
            lists = [r for index, ranges in row.cells.items() if reading.slots[index].kind == "unit" for r in ranges]
            if lists:
                yield Doubt("list-split-without-separators", *piece.range(lists[0][0], lists[-1][1]))
        if unsure := _unsure(reading, row):
            yield Doubt("column-guessed", *piece.range(min(unsure)[0], max(unsure)[1]))


def _unsure(reading: Reading, row: Found) -> list[tuple[int, int]]:
    """The ranges of cells that another reading cuts nearly as well; of a text its end."""
    return [
        (start, end) if reading.slots[index].kind != "text" else (max(start, end - _END), end)
        for index, ranges in row.cells.items()
        for start, end in ranges
        if row.margins[index] < _UNSURE or start in reading.guessed
    ]
