"""Groups in brackets."""

from __future__ import annotations

import re


def outermost_groups(text: str, bracket: re.Pattern[str], opening: str) -> list[tuple[int, int]]:
    """The outermost balanced groups of a text, as ranges that include the brackets; a lone bracket is passed over.

    ``bracket`` finds the brackets, of which ``opening`` lists those that open a group.

    >>> outermost_groups("a(b(c)d)e)(f)(", re.compile("[()]"), "(")
    [(1, 8), (10, 13)]
    """
    opened: list[int] = []
    groups: list[tuple[int, int]] = []
    for found in bracket.finditer(text):
        if found.group() in opening:
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            while groups and groups[-1][0] > start:
                groups.pop()
            groups.append((start, found.end()))
    return groups
