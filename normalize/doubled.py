"""Doubled punctuation: ,, → , and ,。 → 。 (a comma put before another mark).

Never across line ends; dots, dashes, pipes and colons are left alone: ……, ——, :: and || mean something.
"""

from __future__ import annotations

from functools import lru_cache

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

_RUN = lazy_pattern("[,，、。；;：:！？]{2,}")
_COMMAS = ",，"
_REPEATABLE = "、。；;"  # marks that never stand twice in a row in a notice
_DOUBLED = lazy_pattern(rf"[{_COMMAS}][,，、。；;：:]|([{_REPEATABLE}])\1|；;|;；")


def single_marks(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Reduce doubled marks to one."""
    del doubts
    if _DOUBLED.search(text.text) is None:
        return text
    edits: list[Edit] = []
    for match in _RUN.finditer(text.text):
        for start, end in _superfluous(match[0]):
            edits.append((match.start() + start, match.start() + end, ""))
    return text.edit(edits)


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
