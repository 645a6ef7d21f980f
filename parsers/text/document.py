"""The document text cut into lines: what every later stage looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ...normalize.named_tuples import NamedTuple
from ...normalize.quick_tuples import maker


class Line(NamedTuple):
    """One line of the document text, stripped.

    ``start`` and ``end`` are offsets of the document text; they are equal for a blank line.
    """

    index: int  # pyright: ignore[reportIncompatibleMethodOverride] - not the method of tuples
    start: int
    end: int
    text: str

    def part(self, start: int, end: int | None = None, marks: str = "") -> Line:
        """What stands between two places of the text, without the blanks around it and the ``marks`` behind it."""
        raw = self.text[start:end]
        first = self.start + start + len(raw) - len(raw.lstrip())
        text = raw.strip().rstrip(marks) if marks else raw.strip()
        return Line(self.index, first, first + len(text), text)

    def cut(self, starts: Iterable[int], marks: str = "") -> list[Line]:
        """The line cut at places of its text, without blank parts and the ``marks`` behind each."""
        bounds = sorted({0, *starts, len(self.text)})
        parts = [self.part(*place, marks) for place in pairwise(bounds)] if len(bounds) > 2 else []
        return [part for part in parts if part.text] or [self]


def cut_lines(lines: Sequence[Line], cuts: Mapping[int, Iterable[int]]) -> tuple[Line, ...]:
    """The lines, those cut that ``cuts`` has places for, by their index; all numbered from 0."""
    if not cuts:
        return tuple(lines)
    return renumbered(part for line in lines for part in line.cut(cuts.get(line.index, ())))


def blanked(line: Line) -> Line:
    """The line without its text."""
    return _line((line.index, line.start, line.start, ""))


def emptied(lines: Sequence[Line], out: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of ``out`` without their text."""
    places = {line.index for line in out}
    return tuple(blanked(line) if line.index in places else line for line in lines)


def renumbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, numbered from 0."""
    return tuple(line._replace(index=index) for index, line in enumerate(lines))


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` in order, numbered from 0; the text's line ends are ``\\n`` only."""
    return tuple(map(_line, _lines(text)))


_line = maker(Line)


def _lines(text: str) -> Iterator[tuple[int, int, int, str]]:
    start = 0
    for index, raw in enumerate(text.split("\n")):
        body, size = raw.strip(), len(raw)
        offset = start + size - len(raw.lstrip()) if body and len(body) != size else start
        yield index, offset, offset + len(body), body
        start += size + 1
