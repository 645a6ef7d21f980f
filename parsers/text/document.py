"""The document text cut into lines: what every later stage looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def renumbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, numbered from 0."""
    return tuple(line._replace(index=index) for index, line in enumerate(lines))


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` in order, numbered from 0; the text's line ends are ``\\n`` only."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for index, raw in enumerate(text.split("\n")):
        body, size = raw.strip(), len(raw)
        offset = start + size - len(raw.lstrip()) if body and len(body) != size else start
        yield Line(index, offset, offset + len(body), body)
        start += size + 1
