"""Characters that a mirror broke are restored where their trace leaves one reading.

Hijacked mirrors insert glosses and commas into GBK *bytes*, without looking where a character begins. Where the last
byte of one character and the first byte of the next look like a character of their own list, the insertion falls
into the middle of a character: 政府數據 becomes 政府?dāng)?shù)據, since 府|數 holds the bytes of 當 (dāng). Everything
up to the next insertion is then read one byte out of step: 展爭先創 becomes 展?fàn)幭葎?chuàng). The bytes are still
there: put back into step they are the text, and the readings say which characters lost a byte.
"""

from __future__ import annotations

import re

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText
from .syllables import LETTERS, is_syllable

LOST = "?？\ufffd"  # what decoders print for a broken pair of bytes
_READING = f"([{LETTERS}]{{1,6}})[)）]"
_TRACE = f"[{LOST}](?:{_READING}|([。、！，：；？!,:;])(?=[^\x00-\x7f]|[@-~][(（][{LETTERS}]))"
_QUICK = lazy_pattern(f"[{LOST}]")


def restore_characters(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Restore broken characters; a doubt for each place, restored or not."""
    if not _QUICK.search(text.text):
        return text
    traces = [match for match in re.finditer(_TRACE, text.text) if not match[1] or _is_gloss(match)]
    if not traces:
        return text
    from .shifted import Repairer

    repairer = Repairer(text.text)
    edits: list[Edit] = []
    done = 0
    for match in traces:
        start, end = match.span()
        if start < done:
            continue
        repair = repairer.after_gloss(start, end, match[1]) if match[1] else repairer.after_mark(start, end)
        if repair is None:
            if match[1]:
                doubts.append(Doubt("characters-not-restorable", *text.source_range(start, end), match[0]))
            continue
        done = repair.end
        edits.append((repair.start, repair.end, repair.text))
        place = text.source_range(repair.start, repair.end)
        doubts.append(Doubt("characters-restored", *place, f"{text.text[repair.start : repair.end]} → {repair.text}"))
        if repair.lost is not None:
            doubts.append(Doubt("characters-not-restorable", *text.source_range(*repair.lost), "?"))
    return text.edit(edits)


def _is_gloss(match: re.Match[str]) -> bool:
    return match.start() > 0 and is_syllable(match[1])
