"""Pieces: cleaned text taken from one or more ranges of the document, with the way back.

A cell or a paragraph may stand on several lines and hold white space that is no part of its value. A piece is
the value as a reader wants to see it; :meth:`Piece.range` leads from offsets of the piece to the document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from operator import itemgetter

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ...normalize.quick_tuples import maker

_RUN = lazy_pattern(r"\S+")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
Range = tuple[int, int]


class Piece(NamedTuple):
    """Cleaned text and where its runs begin: ``starts`` in the piece, ``offsets`` in the document."""

    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]
    blanks: tuple[int, ...] = ()
    """Offsets of the piece at which a blank was left out, not a line break."""

    def range(self, start: int, end: int) -> Range:
        """The document range that covers ``text[start:end]`` (not empty)."""
        if len(self.starts) == 1:
            first = self.offsets[0]
            return first + start, first + end
        return self.offset(start), self.offset(end - 1) + 1

    def offset(self, index: int) -> int:
        """The document offset of the character at ``index``."""
        run = bisect_right(self.starts, index) - 1
        return self.offsets[run] + index - self.starts[run]

    def joined_at(self, index: int) -> bool:
        """True when a run of the document begins at ``index``: a line or a blank ended there."""
        run = bisect_left(self.starts, index)
        return run < len(self.starts) and self.starts[run] == index

    def part(self, start: int, end: int) -> Piece:
        """The piece ``text[start:end]``."""
        if len(self.starts) == 1:
            return Piece(self.text[start:end], (0,), (self.offsets[0] + start,))
        first, stop = bisect_right(self.starts, start), bisect_left(self.starts, end)
        starts = (0, *(at - start for at in self.starts[first:stop]))
        blanks = tuple(at - start for at in self.blanks if start < at < end)
        return Piece(self.text[start:end], starts, (self.offset(start), *self.offsets[first:stop]), blanks)

    @property
    def span(self) -> Range:
        """The document range of the whole piece."""
        return self.range(0, len(self.text))


_piece = maker(Piece)


def squeezed_text(text: str, ranges: Sequence[Range]) -> str:
    """The text of :func:`squeezed`, for who asks what a cell says and not where."""
    if len(ranges) == 1:
        start, end = ranges[0]
        words = text[start:end].split()
    else:
        words = [word for start, end in ranges for word in text[start:end].split()]
    if len(words) < 2:
        return words[0] if words else ""
    parted = [" " + word if _is_parted(last, word) else word for last, word in pairwise(words)]
    return words[0] + "".join(parted)


def _is_parted(last: str, word: str) -> bool:
    """Whether a blank between two words is a part of the text: between Latin letters or digits."""
    return word[0] in _LATIN and last[-1] in _LATIN and not word[0].isdigit()


def squeezed(text: str, ranges: Sequence[Range]) -> Piece:
    """The ranges of ``text`` joined, white space removed; a blank stays between two Latin letters or digits."""
    if len(ranges) == 1:
        # Most cells and lines: one range without white space.
        start, end = ranges[0]
        whole = text[start:end]
        if whole.split() == [whole]:
            return _piece((whole, (0,), (start,), ()))
    parts: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    blanks: list[int] = []
    size = 0
    for start, end in ranges:
        part = text[start:end]
        last = 0
        runs: Iterable[tuple[int, str]] = ((0, part),)
        if part.split() != [part]:
            runs = ((run.start(), run[0]) for run in _RUN.finditer(part))
        for at, run in runs:
            if not run:
                continue
            if parts and _is_parted(parts[-1], run):
                parts.append(" ")
                starts.append(size)
                offsets.append(start + at)
                size += 1
            if 0 < last < at and "\n" not in part[last:at]:
                blanks.append(size)
            starts.append(size)
            offsets.append(start + at)
            parts.append(run)
            size += len(run)
            last = at + len(run)
    return Piece("".join(parts), tuple(starts), tuple(offsets), tuple(blanks))


def spaced(text: str, ranges: Sequence[Range], glued: Collection[int] = ()) -> Piece:
    """The ranges of ``text`` joined by line breaks, their inner white space kept: for lists of units.

    ``glued`` are the places of ranges that go on with the one before: the page broke a line there for want of space.
    """
    parts: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    size = 0
    for place, (start, end) in enumerate(ranges):
        if parts and place not in glued:
            starts.append(size)
            offsets.append(ranges[place - 1][1])
            parts.append("\n")
            size += 1
        starts.append(size)
        offsets.append(start)
        parts.append(text[start:end])
        size += end - start
    return Piece("".join(parts), tuple(starts), tuple(offsets))


def clipped(ranges: Sequence[Range], start: int, end: int) -> list[Range]:
    """The parts of ``ranges``, which follow one another, between two document offsets."""
    first, stop = bisect_right(ranges, start, key=itemgetter(1)), bisect_left(ranges, end, key=itemgetter(0))
    return [(max(a, start), min(b, end)) for a, b in ranges[first:stop]]


def between(piece: Piece, ranges: Sequence[Range], start: int, end: int) -> tuple[Range, ...]:
    """The document ranges of ``piece.text[start:end]``."""
    if start >= end:
        return ()
    return tuple(clipped(ranges, *piece.range(start, end)))
