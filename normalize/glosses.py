"""Pinyin glosses are removed: 號(hào) → 號.

Hijacked mirrors print the reading behind many a traditional character. A gloss is exactly one valid syllable in
brackets after a Chinese character; (IOC), (PPP) and （市、区） stay. A line may break inside a gloss: the break stays.
"""

from __future__ import annotations

from functools import lru_cache

from .characters import NOT_CHINESE, is_han
from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import MappedText
from .syllables import LETTERS, is_syllable

# Blanks are bounded so that a long run of them is not scanned from each of its members.
_OPENING = lazy_pattern(f"[(（][ \n]{{0,2}}[{LETTERS}]")
_GLOSS = lazy_pattern(
    f"(?<=[^{NOT_CHINESE}]|\\))[ \n]{{0,2}}[(（][ \n]{{0,2}}([{LETTERS}](?:\n?[{LETTERS}]){{0,5}}[1-5]?)[ \n]{{0,2}}[)）]"
)
# Readings of one letter: a label behind any other character.
_ONE_VOWEL = frozenset(
    f"{char}{vowel}"
    for vowel, chars in (("e", "額额惡恶餓饿訛讹鵝鹅顎颚噁遏鄂鱷鳄俄軛轭"), ("a", "錒阿啊"))
    for char in chars
)
# Mirrors that put a blank behind every gloss mean nothing by it; on others a blank may part two cells.
_FEWEST_BLANKS, _BLANK_SHARE = 3, 0.7


def remove_glosses(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the glosses; one doubt for the notice counts them."""
    if not _OPENING.search(text.text):
        return text
    spans = _glosses(text.text)
    if not spans:
        return text
    first, last = text.source_range(spans[0][0], spans[-1][1])
    doubts.append(Doubt("glosses-removed", first, last, str(len(spans))))
    edits = _with_blanks(text.text, spans)
    return text.edit([(start, end, "\n" if "\n" in text.text[start:end] else "") for start, end in edits])


def _glosses(text: str) -> list[tuple[int, int]]:
    """Ranges of glosses: after a Chinese character, or after another gloss (some are printed twice)."""
    spans: list[tuple[int, int]] = []
    last, reading = -1, ""
    for match in _GLOSS.finditer(text):
        start, end = match.span()
        found = match[1].replace("\n", "")
        if found == reading or is_syllable(found) if start == last else _is_gloss(text[start - 1], found):
            spans.append((start, end))
            last, reading = end, found
    return spans


@lru_cache(maxsize=4096)
def _is_gloss(before: str, reading: str) -> bool:
    """Whether what stands in brackets behind a character may be its reading."""
    return is_han(before) and (is_syllable(reading) or before + reading in _ONE_VOWEL)


def _with_blanks(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The glosses with the blank behind each, where the page puts one behind nearly all of them."""
    if text.count(") ") + text.count("） ") < _FEWEST_BLANKS:
        return spans
    ends = {end for _, end in spans}.difference([start for start, _ in spans])  # where no other follows at once
    inside = [end for end in ends if text[end : end + 1] not in {"", "\n"}]
    blank = [end for end in inside if text[end] == " "]
    if len(blank) < _FEWEST_BLANKS or len(blank) < _BLANK_SHARE * len(inside):
        return spans
    gone = set(blank)
    return [(start, end + 1 if end in gone else end) for start, end in spans]
