"""Where the lines of a source begin."""

from __future__ import annotations

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
