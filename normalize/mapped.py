"""Text that remembers, for every character, where in the source it came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, compress, starmap
from operator import gt, itemgetter, lt, sub

Edit = tuple[int, int, str]


class MappedText:
    """An immutable text with a piecewise-linear map to its source.

    The map is a sorted list of pieces. The characters of a *linear* piece match its source range one to one; each
    character of any other piece stands for the whole source range. Source characters between two pieces were
    removed. A text that was never edited holds no pieces at all.

    >>> text = MappedText("號(hào)碼").edit([(1, 6, "")])
    >>> text.text, text.source_range(0, 2), text.source_range(1, 2)
    ('號碼', (0, 7), (6, 7))
    """

    __slots__ = ("_pieces", "source_length", "text")

    text: str
    source_length: int

    def __init__(self, text: str) -> None:
        self.text = text
        self.source_length = len(text)
        self._pieces: _Pieces | None = None  # None: the same as the source

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"MappedText({self.text!r})"

    def source_offset(self, i: int) -> int:
        """Source offset that the character at ``i`` came from; the source's length for the end of the text."""
        if i >= len(self.text):
            return self.source_length
        return i if self._pieces is None else self._pieces.edge(i)[0]

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Tight source range that the characters ``[start, end)`` came from; empty for an empty slice.

        Raises ValueError when the slice is not within the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"slice {start}:{end} is not within a text of {len(self.text)} characters")
        if self._pieces is None:
            return start, end
        if start == end:
            at = self.source_offset(start)
            return at, at
        straight = self._pieces.straight(start, end)
        if straight is not None:
            return straight, straight + end - start
        return self._pieces.edge(start)[0], self._pieces.edge(end - 1)[1]

    def source_between(self, start: int, end: int) -> tuple[int, int]:
        """Source range between the characters that stand before ``start`` and at ``end``, less what was removed before it.

        >>> MappedText("號(hào)碼頭").edit([(1, 6, "")]).source_between(1, 2)
        (6, 7)
        """
        if start and end < len(self.text) and self._pieces is not None:
            straight = self._pieces.straight(start - 1, end + 1)
            if straight is not None:
                return straight + 1, straight + 1 + end - start
        first = self.source_offset(start) if start else 0
        if start and self._pieces is not None:
            first = max(first, self._pieces.edge(start - 1)[1])
        return first, self.source_offset(end)

    def made_of(self, first: int, last: int) -> str:
        """The text that came from the source range ``[first, last)``.

        >>> MappedText("號(hào)碼").edit([(1, 6, "")]).made_of(0, 6)
        '號'
        """
        places = range(len(self.text))
        start = bisect_left(places, first, key=self.source_offset)
        return self.text[start : bisect_left(places, last, lo=start, key=self.source_offset)]

    def translate(self, table: Mapping[int, str | int | None]) -> MappedText:
        """``str.translate`` with a table that keeps the length; the map stays as it is."""
        return self.with_text(self.text.translate(table))

    def with_text(self, text: str) -> MappedText:
        """The same map under another text of the same length. Raises ValueError when the length differs."""
        if len(text) != len(self.text):
            raise ValueError(f"length changed from {len(self.text)} to {len(text)}")
        if text == self.text:
            return self
        return self._make(text, self._pieces)

    def edit(self, edits: Sequence[Edit]) -> MappedText:
        """Replace ranges of the text: ``(start, end, new)``, sorted and not overlapping.

        Raises ValueError when they are not sorted, overlap or leave the text.
        """
        if not edits:
            return self
        if self._pieces is None and not any(map(itemgetter(2), edits)):
            return self._without(edits)
        parts: list[str] = []
        pieces = _Pieces()
        at = 0
        for start, end, new in edits:
            if not at <= start <= end <= len(self.text):
                raise ValueError(f"edit {start}:{end} overlaps another or leaves the text")
            if start > at:
                parts.append(self.text[at:start])
                self._copy(pieces, at, start)
            if new:
                parts.append(new)
                first, last = self.source_range(start, end)
                even = len(new) == end - start == last - first
                pieces.add(len(new), first, last, even and (self._pieces is None or self._pieces.is_linear(start)))
            at = end
        if at < len(self.text):
            parts.append(self.text[at:])
            self._copy(pieces, at, len(self.text))
        return self._make("".join(parts), pieces)

    def _without(self, edits: Sequence[Edit]) -> MappedText:
        """A text that was never edited without some ranges: what most edits come to."""
        starts, ends, _ = zip(*edits, strict=True)
        begins, stops = (0, *ends), (*starts, len(self.text))
        if any(map(gt, starts, ends)) or any(map(gt, begins, stops)):
            raise ValueError("an edit overlaps another or leaves the text")
        kept = list(compress(zip(begins, stops, strict=True), map(lt, begins, stops)))
        parts = map(self.text.__getitem__, starmap(slice, kept))
        return self._make("".join(parts), _Pieces.linear_ones(kept))

    def _copy(self, pieces: _Pieces, start: int, end: int) -> None:
        """Carry the map of the non-empty slice ``[start, end)`` over into ``pieces``."""
        if self._pieces is None:
            pieces.add(end - start, start, end, True)
        else:
            self._pieces.copy(pieces, start, end)

    def _make(self, text: str, pieces: _Pieces | None) -> MappedText:
        made = MappedText(text)
        made.source_length = self.source_length
        made._pieces = pieces
        return made


class _Pieces:
    """The pieces of a map, in order; linear neighbours are joined as they are added."""

    __slots__ = ("ends", "firsts", "length", "linear", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []  # offset of each piece in the text
        self.firsts: list[int] = []  # its first source offset
        self.ends: list[int] = []  # one past its last source offset
        self.linear: list[bool] = []
        self.length = 0

    @classmethod
    def linear_ones(cls, ranges: Sequence[tuple[int, int]]) -> _Pieces:
        """The pieces of a text that is made of these ranges of its source."""
        pieces = cls()
        pieces.firsts, pieces.ends = map(list, zip(*ranges, strict=True)) if ranges else ([], [])
        *pieces.starts, pieces.length = accumulate(map(sub, pieces.ends, pieces.firsts), initial=0)
        pieces.linear = [True] * len(ranges)
        return pieces

    def add(self, length: int, first: int, end: int, linear: bool) -> None:
        """Append ``length`` characters that came from the source range ``[first, end)``."""
        self.starts.append(self.length)
        self.firsts.append(first)
        self.ends.append(end)
        self.linear.append(linear)
        self.length += length
        self.join(len(self.starts) - 1)

    def edge(self, i: int) -> tuple[int, int]:
        """Source range of the one character at ``i`` (within the text)."""
        piece = bisect_right(self.starts, i) - 1
        if not self.linear[piece]:
            return self.firsts[piece], self.ends[piece]
        at = self.firsts[piece] + i - self.starts[piece]
        return at, at + 1

    def straight(self, start: int, end: int) -> int | None:
        """Source offset of the slice ``[start, end)`` where all of it lies in one linear piece, as most do."""
        piece = bisect_right(self.starts, start) - 1
        first = self.firsts[piece] + start - self.starts[piece]
        return first if self.linear[piece] and first + end - start <= self.ends[piece] else None

    def is_linear(self, i: int) -> bool:
        """True when the character at ``i`` has a source character of its own."""
        return self.linear[bisect_right(self.starts, i) - 1]

    def copy(self, target: _Pieces, start: int, end: int) -> None:
        """Append the pieces of the slice ``[start, end)`` to ``target``: its two ends cut, the rest at once."""
        first, stop = bisect_right(self.starts, start) - 1, bisect_left(self.starts, end)
        kept, moved, at = slice(first + 1, stop), target.length - start, len(target.starts)
        target.starts += [target.length, *[offset + moved for offset in self.starts[kept]]]
        target.firsts += self.firsts[first:stop]
        target.ends += self.ends[first:stop]
        target.linear += self.linear[first:stop]
        target.length += end - start
        if self.linear[first]:
            target.firsts[at] += start - self.starts[first]
        if self.linear[stop - 1]:
            target.ends[-1] = self.firsts[stop - 1] + end - self.starts[stop - 1]
        target.join(at)

    def join(self, at: int) -> None:
        """Join the piece at place ``at`` to the one before it where both are linear and side by side in the source."""
        if at and self.linear[at - 1] and self.linear[at] and self.ends[at - 1] == self.firsts[at]:
            self.ends[at - 1] = self.ends[at]
            for values in (self.starts, self.firsts, self.ends, self.linear):
                del values[at]
