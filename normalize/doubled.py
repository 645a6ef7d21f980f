"""Step 5: doubled punctuation: ,, → , and ,。 → 。 (a comma put before another mark).

Never across line ends; dots, dashes, pipes and colons are left alone: ……, ——, :: and || mean something.
"""

from __future__ import annotations

import re
from itertools import pairwise

from .doubt import Doubt
from .mapped import Edit, MappedText

_RUN = re.compile("[,，、。；;：:！？]{2,}")
_COMMAS = ",，"
_REPEATABLE = "、。；！？"  # marks that never stand twice in a row in a notice
_PAIRS = tuple(comma + mark for comma in _COMMAS for mark in ",，、。；;：:") + tuple(mark * 2 for mark in _REPEATABLE)


def single_marks(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Reduce doubled marks to one."""
    del doubts
    if not any(pair in text.text for pair in _PAIRS):
        return text
    edits: list[Edit] = []
    for match in _RUN.finditer(text.text):
        for start, end in _superfluous(match[0]):
            edits.append((match.start() + start, match.start() + end, ""))
    return text.edit(edits)


def _superfluous(run: str) -> list[tuple[int, int]]:
    """Ranges of a run of marks that go: a comma before any mark, a mark before its like."""
    gone: list[tuple[int, int]] = []
    for at, (mark, following) in enumerate(pairwise(run)):
        if (mark in _COMMAS and following not in "！？") or (mark in _REPEATABLE and mark == following):
            if gone and gone[-1][1] == at:
                gone[-1] = (gone[-1][0], at + 1)
            else:
                gone.append((at, at + 1))
    return gone
