"""Step 3: pinyin glosses are removed: 號(hào) → 號.

Hijacked mirrors print the reading behind many a traditional character. A gloss is exactly one valid syllable in
brackets after a Chinese character; (IOC), (PPP) and （市、区） stay.
"""

from __future__ import annotations

import re

from .characters import HAN
from .doubt import Doubt
from .mapped import Edit, MappedText
from .syllables import LETTERS, is_syllable

# Blanks are bounded so that a long run of them is not scanned from each of its members.
_OPENING = re.compile(f"[(（] {{0,2}}[{LETTERS}]")
_GLOSS = re.compile(f"(?<=[{HAN})）]) {{0,2}}[(（] {{0,2}}([{LETTERS}]{{1,6}}[1-5]?) {{0,2}}[)）]")
_IS_HAN = re.compile(f"[{HAN}]")


def remove_glosses(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the glosses; one doubt for the notice counts them."""
    if not _OPENING.search(text.text):
        return text
    edits = _glosses(text.text)
    if not edits:
        return text
    first, last = text.source_range(edits[0][0], edits[-1][1])
    doubts.append(Doubt("glosses-removed", first, last, str(len(edits))))
    return text.edit(edits)


def _glosses(text: str) -> list[Edit]:
    """Ranges of glosses: after a Chinese character, or after another gloss (some are printed twice)."""
    edits: list[Edit] = []
    for match in _GLOSS.finditer(text):
        after_gloss = bool(edits) and edits[-1][1] == match.start()
        if (after_gloss or _IS_HAN.match(text, match.start() - 1)) and is_syllable(match[1]):
            edits.append((*match.span(), ""))
    return edits
