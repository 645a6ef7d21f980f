"""Whether a range of the source overlaps any of many: one search a question, however many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Ranges:
    """Ranges in any order, which may overlap each other.

    >>> ranges = Ranges([(40, 50), (0, 10)])
    >>> ranges.overlap(9, 20), ranges.overlap(10, 40)
    (True, False)
    """

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def overlap(self, start: int, end: int) -> bool:
        """True when one of the ranges begins before ``end`` and ends behind ``start``."""
        begun = bisect_left(self._starts, end)
        return begun > 0 and self._reach[begun - 1] > start
