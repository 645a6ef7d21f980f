"""Text that remembers, for every character, where in the source it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

Edit = tuple[int, int, str]


class MappedText:
    """An immutable text with a piecewise-linear map to its source.

    The map is a sorted list of pieces. A piece is *linear* when it is as long as its source range (its characters
    match one to one); otherwise each of its characters stands for the whole source range. Source characters between
    two pieces were removed. A text that was never edited holds no pieces at all.

    >>> text = MappedText("號(hào)碼").edit([(1, 6, "")])
    >>> text.text, text.source_range(0, 2), text.source_range(1, 2)
    ('號碼', (0, 7), (6, 7))
    """

    __slots__ = ("_ends", "_firsts", "_starts", "source_length", "text")

    text: str
    source_length: int

    def __init__(self, text: str) -> None:
        self.text = text
        self.source_length = len(text)
        self._starts: list[int] | None = None  # offsets of the pieces in .text, None for "same as source"
        self._firsts: list[int] = []  # first source offset of each piece
        self._ends: list[int] = []  # one past the last source offset of each piece

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"MappedText({self.text!r})"

    def source_offset(self, i: int) -> int:
        """Source offset that the character at ``i`` came from; the source's length for the end of the text."""
        if i >= len(self.text):
            return self.source_length
        return self.source_range(i, i + 1)[0] if i > 0 or self._starts is not None else 0

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Tight source range that the characters ``[start, end)`` came from; empty for an empty slice.

        Raises ValueError when the slice is not within the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"slice {start}:{end} is not within a text of {len(self.text)} characters")
        if self._starts is None:
            return start, end
        if start == end:
            at = self.source_offset(start)
            return at, at
        return self._edge(start)[0], self._edge(end - 1)[1]

    def _edge(self, i: int) -> tuple[int, int]:
        """Source range of the one character at ``i`` (within the text)."""
        starts = self._starts
        assert starts is not None
        piece = bisect_right(starts, i) - 1
        first, end = self._firsts[piece], self._ends[piece]
        length = (starts[piece + 1] if piece + 1 < len(starts) else len(self.text)) - starts[piece]
        if end - first != length:
            return first, end
        at = first + i - starts[piece]
        return at, at + 1

    def translate(self, table: Mapping[int, str | int | None]) -> MappedText:
        """``str.translate`` with a table that keeps the length; the map stays as it is."""
        return self.with_text(self.text.translate(table))

    def with_text(self, text: str) -> MappedText:
        """The same map under another text of the same length. Raises ValueError when the length differs."""
        if len(text) != len(self.text):
            raise ValueError(f"length changed from {len(self.text)} to {len(text)}")
        if text == self.text:
            return self
        return self._make(text, self._starts, self._firsts, self._ends)

    def edit(self, edits: Sequence[Edit]) -> MappedText:
        """Replace ranges of the text: ``(start, end, new)``, sorted and not overlapping.

        Raises ValueError when they are not sorted, overlap or leave the text.
        """
        if not edits:
            return self
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
                pieces.add(len(new), first, last)
            at = end
        if at < len(self.text):
            parts.append(self.text[at:])
            self._copy(pieces, at, len(self.text))
        return self._make("".join(parts), pieces.starts, pieces.firsts, pieces.ends)

    def _copy(self, pieces: _Pieces, start: int, end: int) -> None:
        """Carry the map of the non-empty slice ``[start, end)`` over into ``pieces``."""
        starts = self._starts
        if starts is None:
            pieces.add(end - start, start, end)
            return
        piece = bisect_right(starts, start) - 1
        while start < end:
            stop = min(end, starts[piece + 1] if piece + 1 < len(starts) else end)
            pieces.add(stop - start, *self.source_range(start, stop))
            start, piece = stop, piece + 1

    def _make(self, text: str, starts: list[int] | None, firsts: list[int], ends: list[int]) -> MappedText:
        made = MappedText(text)
        made.source_length = self.source_length
        made._starts, made._firsts, made._ends = starts, firsts, ends
        return made


class _Pieces:
    """Pieces of a map under construction; linear neighbours are joined."""

    __slots__ = ("ends", "firsts", "length", "linear", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.firsts: list[int] = []
        self.ends: list[int] = []
        self.length = 0
        self.linear = False

    def add(self, length: int, first: int, end: int) -> None:
        """Append ``length`` characters that came from the source range ``[first, end)``."""
        linear = end - first == length
        if linear and self.linear and self.ends[-1] == first:
            self.ends[-1] = end
        else:
            self.starts.append(self.length)
            self.firsts.append(first)
            self.ends.append(end)
        self.linear = linear
        self.length += length
