"""The document text cut into lines: what every later stage looks at."""

from __future__ import annotations

from itertools import accumulate, count, repeat
from operator import add, sub
from typing import NamedTuple


class Line(NamedTuple):
    """One line of the document text, stripped.

    ``start`` and ``end`` are offsets of the document text; they are equal for a blank line.
    """

    index: int  # pyright: ignore[reportIncompatibleMethodOverride] - not the method of tuples
    start: int
    end: int
    text: str


def blanked(line: Line) -> Line:
    """The line without its text."""
    return line._replace(text="", end=line.start)


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` in order, numbered from 0; the text's line ends are ``\\n`` only."""
    printed = text.split("\n")
    ended = list(map(str.rstrip, printed))
    bodies = list(map(str.lstrip, ended))
    sizes = list(map(len, bodies))
    starts = accumulate(map(add, map(len, printed), repeat(1)), initial=0)
    begins = list(map(add, starts, map(sub, map(len, ended), sizes)))
    return tuple(map(Line, count(), begins, map(add, begins, sizes), bodies))
