"""Pieces of cells in the order of the page: lines, or what stands between the blanks of lines."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import chain, repeat

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ..body.lines import Split
from ..grid.cells import Cell, make_cell
from ..grid.fitness import is_code

#: A text has so many characters; what is so much like a unit or a time is none.
_SHORTEST_RUNNING, _SURE = 7, 0.8
_PIECE = lazy_pattern(r"\S+")


class Piece(NamedTuple):
    """A stretch between blanks as a cell of its own; whether it is the ``first`` of its line; whether it numbers a row.

    ``begins`` tells whether it begins a row, and ``empty`` how many empty cells stand in front of it, where that is known.
    """

    cell: Cell
    first: bool
    counted: bool
    begins: bool | None = None
    empty: int | None = None


def cut_pieces(text: str, lines: Sequence[Split], empties: Sequence[Sequence[int]] | None = None) -> list[Piece]:
    """The pieces of ``lines``, cut at every blank; ``empties`` tells for each line how many empty cells stand before each."""
    cells: list[Cell] = []
    firsts: list[bool] = []
    for split in lines:
        for match in _PIECE.finditer(split.line.text):
            start = split.line.start
            cells.append(make_cell(text, ((start + match.start(), start + match.end()),), split.line.index))
            firsts.append(match.start() == 0)
    gaps = chain.from_iterable(empties) if empties is not None else repeat(None)
    return [
        Piece(cell, first, counted, None, gap)
        for cell, first, counted, gap in zip(cells, firsts, counted_rows(cells), gaps, strict=False)
    ]


def lone_pieces(cells: Sequence[Cell], firsts: Set[int] = frozenset()) -> list[Piece]:
    """The pieces of a page that prints one a line; those at the places ``firsts`` begin the rows, where these are known."""
    counted = counted_rows(cells)
    return [Piece(cell, True, counted[at], at in firsts if firsts else None) for at, cell in enumerate(cells)]


def counted_rows(cells: Sequence[Cell]) -> list[bool]:
    """For each line, whether it is a bare number, or one of two places (2.1), that counts on: the number of a row."""
    found: list[bool] = []
    last = inner = 0
    for cell in cells:
        counts = cell.number is not None and cell.text.isdecimal() and cell.number in (last + 1, 1)
        last = cell.number if counts and cell.number is not None else last
        if cell.text.count(".") == 1 and is_code(cell) and (part := cell.text.partition(".")[2]).isdecimal():
            counts = int(part) in (inner + 1, 1)
            inner = int(part) if counts else inner
        found.append(counts)
    return found if sum(found) > 1 else [False] * len(found)


def is_running(cell: Cell) -> bool:
    """True for a piece that may be part of a text: no name, time or end of a sentence."""
    return len(cell.text) >= _SHORTEST_RUNNING and max(cell.unit, cell.deadline) < _SURE and not cell.closed
