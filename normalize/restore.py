"""Step 4: characters that a mirror broke are restored where their trace leaves one reading.

Hijacked mirrors insert glosses and commas into GBK *bytes*, without looking where a character begins. Where the last
byte of one character and the first byte of the next look like a character of their own list, the insertion falls
into the middle of a character: 政府數據 becomes 政府?dāng)?shù)據, since 府|數 holds the bytes of 當 (dāng). Everything
up to the next insertion is then read one byte out of step: 展爭先創 becomes 展?fàn)幭葎?chuàng). The bytes are still
there: put back into step they are the text, and the readings say which characters lost a byte.
"""

from __future__ import annotations

import re

from .doubt import Doubt
from .mapped import Edit, MappedText
from .shifted import Repair, after_gloss, after_mark, stock_phrase
from .syllables import LETTERS, is_syllable

_LOST = "?？\ufffd"  # what decoders print for a broken pair of bytes
_READING = f"([{LETTERS}]{{1,6}})[)）]"
_TRACE = f"[{_LOST}](?:{_READING}|([。、！，：；？!,:;]))"
_QUICK = re.compile(f"[{_LOST}]")
_RUN = re.compile("[^\x00-\x7f]{0,80}")
_NEXT_GLOSS = re.compile(f"[{_LOST}]{_READING}")


def restore_characters(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Restore broken characters; a doubt for each place, restored or not."""
    if not _QUICK.search(text.text):
        return text
    edits: list[Edit] = []
    done = 0
    for match in re.finditer(_TRACE, text.text):
        if match.start() < done:
            continue
        repair = _repair(text.text, match)
        if repair is None:
            if match[1] and is_syllable(match[1]):
                doubts.append(Doubt("characters-not-restorable", *text.source_range(*match.span()), match[0]))
            continue
        edits.append((repair.start, repair.end, repair.text))
        done = repair.end
        source = text.source_range(repair.start, repair.end)
        doubts.append(Doubt("characters-restored", *source, f"{text.text[repair.start : repair.end]} → {repair.text}"))
        if not repair.whole:
            doubts.append(Doubt("characters-not-restorable", *text.source_range(match.start(), repair.start), match[0]))
    return text.edit(edits)


def _repair(text: str, match: re.Match[str]) -> Repair | None:
    """What stands at a trace, or None when it is no trace or leaves several readings."""
    start = match.start()
    run = _RUN.match(text, match.end())
    body = run[0] if run else ""
    end = match.end() + len(body)
    gloss = _NEXT_GLOSS.match(text, end)
    last = gloss[1] if gloss else ""
    if match[1]:
        if not start or not is_syllable(match[1]):
            return None
        return after_gloss(text, start, match[1], body, last, gloss.end() if gloss else end)
    before = text[start - 1 : start]
    opening = before in {"", "\n", " ", "\t"}
    return stock_phrase(text, start, opening) or after_mark(
        text, start, body, last, gloss.end() if gloss else end, opening
    )
