"""Commas behind the numbers of headings and items, where a page or a reader printed them for other marks: 三，强化保障.

A number may stand before a comma in any sentence (其一，), so that only one at the head of a line or sentence counts, which
goes on with the numbers before it, or begins a list that goes on. So does a blank behind the Chinese number of a heading
that is all of its line or cell (三 强化保障): the reader of a table sees no blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import Edit, MappedText

_HAN = "一二三四五六七八九十"
_OPENS = r"(?:^[^\S\n]*|(?<=[。；）)])[^\S\n]?)"
#: The number of an item with its mark; what it labels follows. A page of numbers between commas is a table's (12,项目,).
_NUMBER = lazy_pattern(
    rf"{_OPENS}(?:(?P<han>[{_HAN}]{{1,3}})(?P<mark>[、.．，,][^\S\n]*)|(?P<arabic>\d{{1,2}})(?P<dot>[、.．，][^\S\n]*))(?={CHINESE}|[“《])",
    re.MULTILINE,
)
_SLIPPED = lazy_pattern(rf"{_OPENS}(?:[{_HAN}]{{1,3}}[，,]|\d{{1,2}}，)", re.MULTILINE)
#: A heading with a blank for the mark, from the beginning of its cell to the end.
_SPACED = lazy_pattern(
    rf"(?:^|[|｜])[^\S\n]*(?P<han>[{_HAN}]{{1,3}})(?P<mark>[^\S\n]+|、[^\S\n]*)(?={CHINESE}{{3}}[^\s|｜]{{0,37}}[^\S\n]*(?:[|｜]|$))",
    re.MULTILINE,
)
_COMMAS = "，,"
#: A comma behind what may be such a number: few texts hold one.
_MAYBE = lazy_pattern(
    rf"[{_COMMAS}](?:(?<=[\s。；）)][{_HAN}\d].)|(?<=[\s。；）)][{_HAN}\d]{{2}}.)|(?<=[\s。；）)][{_HAN}\d]{{3}}.))"
)
#: The first of such headings.
_FIRST_SPACED = lazy_pattern(rf"一[^\S\n](?<=[\s|｜]..)[^\S\n]*{CHINESE}{{3}}")


def mark_numbers(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put 、 behind these numbers."""
    del doubts
    opened = f"\n{text.text}"
    edits: list[Edit] = []
    if _MAYBE.search(opened) is not None and _SLIPPED.search(text.text) is not None:
        found = list(_NUMBER.finditer(text.text))
        edits += [edit for style, mark in (("han", "mark"), ("arabic", "dot")) for edit in _edits(found, style, mark)]
    if _FIRST_SPACED.search(opened) is not None:
        edits += _edits(list(_SPACED.finditer(text.text)), "han", "mark")
    return text.edit(sorted(edits)) if edits else text


def _edits(found: list[re.Match[str]], style: str, mark: str) -> Iterator[Edit]:
    numbers = [match for match in found if match[style]]
    values = [_value(match[style]) for match in numbers]
    last = 0
    for place, (match, value) in enumerate(zip(numbers, values, strict=True)):
        slipped = match[mark][0] in _COMMAS or match[mark].isspace()
        begins = value == 1 and 2 in values[place + 1 : place + 2]
        again = value == last and match[mark].isspace()  # printed again on the next page
        if not slipped:
            last = value
        elif begins or again or (last and value == last + 1):
            last = value
            yield (*match.span(mark), "、")


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (_HAN.index(tens[0]) + 1 if tens else 1) * 10 * bool(ten) + (_HAN.index(ones[0]) + 1 if ones else 0)
