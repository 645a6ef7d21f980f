"""Aligned plain text: columns padded by what a terminal shows, where a Chinese character takes two places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, east_asian_width

#: The longest text that a column shows; the rest is cut, marked by an ellipsis.
WIDE, NARROW = 64, 32


def shown_width(text: str) -> int:
    """The number of places that ``text`` takes on a terminal."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def clipped(text: str, width: int = WIDE) -> str:
    """``text`` on one line, cut to ``width`` places."""
    line = " ".join(text[: 4 * width].split())
    if len(line) == len(text) and shown_width(line) <= width:
        return line
    kept = 0
    for at, char in enumerate(line):
        kept += shown_width(char)
        if kept >= width:
            return f"{line[:at]}…"
    return line if len(text) <= 4 * width else f"{line}…"


def aligned(rows: Iterable[Sequence[str]], indent: int = 0) -> Iterator[str]:
    """Rows of cells as lines: every column as wide as its widest cell, the last one as it is."""
    table = [list(row) for row in rows]
    widths: list[int] = []
    for row in table:
        for place, cell in enumerate(row[:-1]):
            if place == len(widths):
                widths.append(0)
            widths[place] = max(widths[place], shown_width(cell))
    for row in table:
        cells = [cell + " " * (widths[i] - shown_width(cell)) for i, cell in enumerate(row[:-1])]
        yield (" " * indent + "  ".join([*cells, *row[-1:]])).rstrip()
