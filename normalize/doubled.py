"""Doubled punctuation: ,, → , and ,。 → 。 (a comma put before another mark).

Never across line ends; dots, dashes, pipes and colons are left alone: ……, ——, :: and || mean something.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .doubt import Doubt
from .mapped import Edit, MappedText

_RUN = "[,，、。；;：:！？]{2,}"
_COMMAS = ",，"
_REPEATABLE = "、。；;"  # marks that never stand twice in a row in a notice


def single_marks(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Reduce doubled marks to one."""
    del doubts
    if not _has_doubled(text.text):
        return text
    edits: list[Edit] = []
    for match in re.finditer(_RUN, text.text):
        for start, end in _superfluous(match[0]):
            edits.append((match.start() + start, match.start() + end, ""))
    return text.edit(edits)


def _has_doubled(text: str) -> bool:
    """A dozen searches for pairs of marks that the text holds at all: much cheaper than one pattern for them."""
    present = [mark for mark in ",，、。；;：:！？" if mark in text]
    commas = [mark for mark in present if mark in _COMMAS]
    if any(comma + mark in text for comma in commas for mark in present if mark not in "！？"):
        return True
    return any(mark * 2 in text for mark in present if mark in _REPEATABLE) or "；;" in text or ";；" in text


@lru_cache(maxsize=256)
def _superfluous(run: str) -> list[tuple[int, int]]:
    """Places of a run of marks that go: a comma before any mark, a mark before its like."""
    gone: list[tuple[int, int]] = []
    following = run[-1]
    for at in range(len(run) - 2, -1, -1):
        mark = run[at]
        if (mark in _COMMAS and following not in "！？") or (mark in _REPEATABLE and _same(mark, following)):
            gone.append((at, at + 1))
        else:
            following = mark
    return gone[::-1]


def _same(mark: str, other: str) -> bool:
    return mark == other or {mark, other} == {";", "；"}
