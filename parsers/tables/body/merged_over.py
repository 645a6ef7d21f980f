"""Cells that a text page prints in the middle of the rows that they are merged over: each opens the first of them.

        1     修桥
交通    2     铺路      市交通局
        3     建站
              种树，                   <- the middle of rows 4 and 5
绿化    4     护林      市林业局
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from ....normalize.named_tuples import NamedTuple

#: How high a row is beside its lines, and how far from the middle of its rows a cell may stand: names of groups further.
_BORDERS = 0.4
_ASKEW, _ASKEW_GROUP = 0.75, 1.5
#: What a cell costs by itself, and the most lines that one has.
_CELL, _MOST_LINES = 0.1, 4

#: The lines of a row: the columns that each fills.
Band = Sequence[frozenset[int]]


class Piece(NamedTuple):
    """A line of a cell: its row and place among the lines of that; whether it ``may`` or ``must`` go on with the one before."""

    row: int
    at: int
    may: bool
    must: bool


class Merged(NamedTuple):
    """A cell merged over the rows ``first`` to ``last``: its pieces from ``start`` up to ``end``."""

    first: int
    last: int
    start: int
    end: int


class _Way(NamedTuple):
    """The cost of rows and pieces so far, and the cells."""

    cost: float
    cells: tuple[Merged, ...]


def merged_over(bands: Sequence[Band], pieces: Sequence[Piece], column: int, group: bool) -> tuple[Merged, ...]:
    """The cells of ``column``, each with the rows that it stands in the middle of; none where they do not.

    Nor where each row has its own, or all stand in the first lines of their rows.
    """
    rows = {piece.row for piece in pieces}
    begun = [piece for piece in pieces if not piece.must]
    if not pieces or (len(rows) == len(begun) == len(bands)):
        return ()
    if pieces[0].row == 0 and all(piece.at == 0 for piece in begun):
        return ()
    edges, heights = _heights(bands, column)
    askew = _ASKEW_GROUP if group else _ASKEW
    ways: dict[tuple[int, int], _Way] = {(0, 0): _Way(0.0, ())}
    for start in range(len(pieces)):
        for (at, first), way in list(ways.items()):
            if at != start:
                continue
            for end in _ends(pieces, start):
                middle = sum(heights[piece.row][piece.at] for piece in pieces[start:end]) / (end - start)
                least = max(first, pieces[end - 1].row - (not _is_inside(bands, pieces[end - 1], column)))
                if first > pieces[start].row + (not _is_inside(bands, pieces[start], column)):
                    continue
                for last in range(least, len(bands)):
                    off = abs((edges[first] + edges[last + 1]) / 2 - middle)
                    cost = way.cost + _CELL + off * off
                    if off <= askew and cost < ways.get((end, last + 1), _NEVER).cost:
                        ways[end, last + 1] = _Way(cost, (*way.cells, Merged(first, last, start, end)))
    return ways.get((len(pieces), len(bands)), _NEVER).cells


_NEVER = _Way(1e9, ())


def _ends(pieces: Sequence[Piece], start: int) -> Iterator[int]:
    """Where a cell may end that begins with piece ``start``."""
    for end in range(start + 1, min(len(pieces), start + _MOST_LINES) + 1):
        if end > start + 1 and not pieces[end - 1].may:
            return
        if end == len(pieces) or not pieces[end].must:
            yield end


def _is_inside(bands: Sequence[Band], piece: Piece, column: int) -> bool:
    """Whether the piece shares its line with others of its row; a line of its own may be the edge of the next row."""
    return bool(bands[piece.row][piece.at] - {column})


def _heights(bands: Sequence[Band], column: int) -> tuple[list[float], list[list[float]]]:
    """Where each row begins, and the last ends, and the places of its lines.

    Lines that are printed half a line apart, a centred cell beside another, take less room than others.
    """
    edges = [0.0]
    heights: list[list[float]] = []
    for band in bands:
        others = [line - {column} for line in band]
        height = _BORDERS + max((sum(c in line for line in others) for c in frozenset[int]().union(*others)), default=1)
        step = height / (sum(map(bool, others)) or 1)
        ends = [0.0, *accumulate(step * bool(rest) for rest in others)]
        heights.append([edges[-1] + (begin + end) / 2 for begin, end in pairwise(ends)])
        edges.append(edges[-1] + height)
    return edges, heights
