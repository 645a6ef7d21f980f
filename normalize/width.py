"""Step 6: width of punctuation.

A half-width mark beside a Chinese character becomes full-width (GB/T 15834 has only full-width marks in Chinese text),
brackets as matching pairs. Between two Latin letters or digits the mark is half-width: 1,000 3:1 21:45. The length
never changes.
"""

from __future__ import annotations

import re

from .characters import CHINESE
from .doubt import Doubt
from .mapped import MappedText
from .syllables import LETTERS

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()}

# A mark beside a Chinese character; of ?! and !!! also the further marks.
_MARKS = re.compile(
    f"[,:;?!](?:(?=[{CHINESE}])|(?<=[{CHINESE}].)|(?<=[{CHINESE}][:;?!].)|(?<=[{CHINESE}][:;?!][:;?!].))"
)
_WIDE_IN_LATIN = re.compile("[，：；](?=[0-9A-Za-z])(?<=[0-9A-Za-z].)")
_BRACKETS = re.compile("[()（）]")
_READING = re.compile(f"[{LETTERS}]{{1,6}}\\)")
_ADDRESS = re.compile("[a-zA-Z]{2,8}://[!-~]+")
_IS_CHINESE = re.compile(f"[{CHINESE}]")
_LABEL = re.compile("[0-9]{1,3}|[一二三四五六七八九十]{1,3}")


def fit_width(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Give every mark the width that its neighbours ask for."""
    del doubts
    fitted = _fit_brackets(text.text)
    fitted = _fit_marks(fitted)
    return text.with_text(_WIDE_IN_LATIN.sub(_narrow, fitted))


def _narrow(match: re.Match[str]) -> str:
    return _NARROW[match[0]]


def _fit_marks(text: str) -> str:
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "://" in text else []

    def fit(match: re.Match[str]) -> str:
        mark, at = match[0], match.start()
        if addresses and any(first <= at < last for first, last in addresses):
            return mark
        if mark == "?" and _READING.match(text, at + 1):
            return mark  # the trace of a lost character: 府?dāng)
        return _WIDE[mark]

    return _MARKS.sub(fit, text)


def _chinese_at(text: str, i: int) -> bool:
    return 0 <= i < len(text) and _IS_CHINESE.match(text, i) is not None


def _fit_brackets(text: str) -> str:
    """Widen brackets as pairs; a pair ends at its line's end, a lone bracket looks at its own neighbours."""
    places = [match.start() for match in _BRACKETS.finditer(text)]
    if not places:
        return text
    characters = list(text)
    open_at: list[int] = []
    alone: list[int] = []
    line_end = -1
    for at in places:
        if at > line_end:
            alone += open_at
            open_at.clear()
            line_end = text.find("\n", at)
            if line_end < 0:
                line_end = len(text)
        if text[at] in "(（":
            open_at.append(at)
        elif open_at:
            _fit_pair(text, characters, open_at.pop(), at)
        else:
            alone.append(at)
    for at in alone + open_at:
        _fit_lone(text, characters, at)
    return "".join(characters)


def _fit_pair(text: str, characters: list[str], start: int, end: int) -> None:
    neighbours = (start - 1, start + 1, end - 1, end + 1)
    wide = text[start] == "（" or text[end] == "）"
    if wide or any(_chinese_at(text, i) for i in neighbours) or _is_label(text, start, end):
        characters[start], characters[end] = "（", "）"


def _is_label(text: str, start: int, end: int) -> bool:
    """(1) at the beginning of a line or cell."""
    before = text[max(0, start - 1) : start]
    return before in {"", "\n", " ", "\t", "|"} and _LABEL.fullmatch(text, start + 1, end) is not None


def _fit_lone(text: str, characters: list[str], at: int) -> None:
    if _chinese_at(text, at - 1) or _chinese_at(text, at + 1):
        characters[at] = _WIDE.get(text[at], text[at])
