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

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()}

_MARKS = re.compile("[,:;?!]+")
_WIDE_IN_LATIN = re.compile("(?<=[0-9A-Za-z])[，：；](?=[0-9A-Za-z])")
_BRACKETS = re.compile("[()（）\n]")
_ADDRESS = re.compile("[a-zA-Z]{2,8}://[!-~]+")
_IS_CHINESE = re.compile(f"[{CHINESE}]")
_LABEL = re.compile("[0-9]{1,3}|[一二三四五六七八九十]{1,3}")


def fit_width(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Give every mark the width that its neighbours ask for."""
    del doubts
    fitted = text.text
    if not text.alphabet.isdisjoint("()"):
        fitted = _fit_brackets(fitted)
    if not text.alphabet.isdisjoint(",:;?!"):
        fitted = _fit_marks(fitted)
    if not text.alphabet.isdisjoint("，：；"):
        fitted = _WIDE_IN_LATIN.sub(lambda match: _NARROW[match[0]], fitted)
    return text.with_text(fitted)


def _fit_marks(text: str) -> str:
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "://" in text else []

    def fit(match: re.Match[str]) -> str:
        start, end = match.span()
        beside = _chinese_at(text, start - 1) or _chinese_at(text, end)
        if not beside or any(first <= start < last for first, last in addresses):
            return match[0]
        if match[0][-1] == "?" and text[end : end + 1].isalpha() and not _chinese_at(text, end):
            return match[0]  # the trace of a lost character: 府?dāng)
        return "".join(_WIDE[mark] for mark in match[0])

    return _MARKS.sub(fit, text)


def _chinese_at(text: str, i: int) -> bool:
    return 0 <= i < len(text) and _IS_CHINESE.match(text, i) is not None


def _fit_brackets(text: str) -> str:
    """Widen brackets as pairs; a pair ends at its line's end, a lone bracket looks at its own neighbours."""
    characters = list(text)
    open_at: list[int] = []
    for match in _BRACKETS.finditer(text):
        at, bracket = match.start(), match[0]
        if bracket in "(（":
            open_at.append(at)
        elif bracket in ")）" and open_at:
            _fit_pair(text, characters, open_at.pop(), at)
        else:
            for lone in [*open_at, at] if bracket != "\n" else open_at:
                _fit_lone(text, characters, lone)
            open_at.clear()
    for lone in open_at:
        _fit_lone(text, characters, lone)
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
