"""Words and numbers that a page parted by a blank: 县水利局牵 头 → 县水利局牵头, 〔203 1〕7号, 1 0.修桥.

White space tells columns and members of lists, so that a blank goes only where it has letters on both sides and the word
cannot end one cell and begin another. Words set wide (牵 头 单 位) stay: heads of columns are read with their blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import MappedText

_PARTED = lazy_pattern(
    rf"(?<={CHINESE})(?:牵 头|配 合|负 责(?!任)|参 与|协 助|部 门(?![诊口票店面户卫])|[有相] 关(?=部门|单位|机构|科室|处室|乡镇|企业))(?! )"
)
#: What any such number holds.
_DIGITS = lazy_pattern(r"(?<=\d) \d{1,3}[年〕\].．、]")
_PAIRS = ("牵 头", "配 合", "负 责", "参 与", "协 助", "部 门", "有 关", "相 关")


#: A year before 年 or in the brackets of a document's number, and the number of an item that opens its line.
_NUMBER = lazy_pattern(
    r"(?<!\d)(?:2 0\d\d|20\d \d)(?=年)|(?<=[〔\[])(?:2 0\d\d|20 \d\d|20\d \d)(?=[〕\]])|^[^\S\n]*(?:\d{1,2}|[1-9] \d)[.．、](?=[^\d\s])",
    re.MULTILINE,
)


def join_parted(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the blank inside these words and numbers."""
    del doubts
    found = list(_numbers(text.text)) if _DIGITS.search(text.text) else []
    if any(pair in text.text for pair in _PAIRS):
        found += (match.span() for match in _PARTED.finditer(text.text))
    blanks = sorted(text.text.index(" ", _begin(text.text, start), end) for start, end in found)
    return text.edit([(at, at + 1, "") for at in blanks])


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Years, and the numbers of items that count on: behind 9. stands 1 0., but 1 1. may be the first point of row 1."""
    last = 0
    for match in _NUMBER.finditer(text):
        if match[0][-1] in ".．、":
            number = int("".join(match[0][:-1].split()))
            parted, known = any(char.isspace() for char in match[0].strip()), last + 1 == number
            last = number if known or not parted else last
            if not (parted and known):
                continue
        yield match.span()


def _begin(text: str, at: int) -> int:
    """Where the word itself begins, behind the blanks that it is set in with."""
    while text[at] == " ":
        at += 1
    return at
