"""Stretches of a glued body as the cells of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...fields.heads import Head
from ...text.document import Line
from ...text.piece import Range
from ..grid.cells import Cell, make_cell
from ..grid.shape import Column, columns_of
from ..heads.head_row import STREAM, HeadRow
from .heads import HeadRun

if TYPE_CHECKING:
    from .reading import Body


def head_row(run: HeadRun, heads: Sequence[Head]) -> HeadRow:
    """The row of heads that a run makes; one without heads is empty."""
    return HeadRow(run.line, run.line if run.heads else run.line - 1, STREAM, run.ranges, tuple(heads))


def cells_of(text: str, lines: Sequence[Line], body: Body, stretches: Sequence[Range]) -> list[Cell]:
    """One cell that holds stretches of the body; each list of names stays a line of its own."""
    ranges: list[Range] = []
    for start, end in stretches:
        first, last = body.piece.range(start, end)
        ranges += [(max(a, first), min(b, last)) for a, b in body.ranges if max(a, first) < min(b, last)]
    line = bisect_right(lines, ranges[0][0], key=lambda line: line.start) - 1
    return [make_cell(text, ranges, lines[line].index)]


def columns_under(heads: Sequence[Head]) -> list[Column]:
    """A column a head; the numbers that count the rows have one even where none is printed."""
    if heads[0].kind == "number":
        return columns_of(heads)
    return [Column(0, Head("", "number"), True), *(Column(i, head) for i, head in enumerate(heads, 1))]
