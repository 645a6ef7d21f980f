"""Where the lines of a source begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


def line_starts(source: str) -> list[int]:
    r"""The offsets at which lines begin: 0, and behind each line end (``\n``, ``\r`` or ``\r\n``).

    >>> line_starts("修桥\r\n铺路\n")
    [0, 4, 7]
    """
    if "\r" in source:
        source = source.replace("\r\n", " \n").replace("\r", "\n")  # the length is kept
    sizes = map(len, source.split("\n"))
    return list(accumulate([size + 1 for size in sizes][:-1], initial=0))


def lines_of(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The first and last line, from 1, of a range; ``starts`` are the :func:`line_starts` of its text."""
    first = bisect_right(starts, start)
    if first == len(starts) or end <= starts[first]:
        return first, first  # most ranges
    return first, bisect_right(starts, end - 1)
