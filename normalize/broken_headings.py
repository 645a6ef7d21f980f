"""Headings that a page broke over two lines, where the two alone tell it: 一、加快城乡建设⏎和公共服务提升.

No page is so narrow that its text goes on so, and a table's lines are cells: the break has to fall inside a bracket, behind
a mark or a word that joins, before one, or inside a word.
"""

from __future__ import annotations

import re

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import MappedText

_HAN = "一二三四五六七八九十"
#: A heading that nothing ends, and the short line right below it, which has no number or label and ends no sentence; the
#: line end in front lets the search skip.
_HEADING = lazy_pattern(
    rf"\n[^\S\n]*(?:[{_HAN}]{{1,3}}、|[（(][{_HAN}]{{1,3}}[）)]|第[{_HAN}]{{1,3}}[章节])(?P<first>[^\n|\t。；：:;]{{4,50}}[^\s|。；：:;！？）)])[^\S\n]*"
    rf"(?P<break>\r?\n[^\S\n]*)(?![{_HAN}]{{1,3}}[、是]|[（(]|第[{_HAN}\d])(?P<second>[^\s\d|。；：:;][^\n|\t。；：:;]{{1,24}}[^\s|。；：:;])[^\S\n]*$",
    re.MULTILINE,
)
_JOINS_BEHIND = "、，和与及的（(《“"
#: Words that end or begin with one that joins.
_ENDS = ("普及", "参与", "目的", "缓和", "饱和", "总和")
_WORDS = "和(?:[谐睦美]|平(?!安))|与(?:会[人代单]|时俱)|及[时早]|并(?:[网购轨]|联[审办])"
_JOINS_BEFORE = lazy_pattern(rf"[、，”》）]|(?!{_WORDS})(?:和|与|及|以及|并)(?={CHINESE}{{3}})")
_PAIRS = ("《》", "“”", "（）")
#: What may open a line with such a word in a name: 和平镇, 与城区交界处.
_NAMED = lazy_pattern(r"[局委办厅处科室镇乡村区县市]$")


def join_headings(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the line ends inside such headings."""
    del doubts
    found = [match for match in _HEADING.finditer(f"\n{text.text}") if _goes_on(match["first"], match["second"])]
    return text.edit([(match.start("break") - 1, match.end("break") - 1, "") for match in found])


def _goes_on(first: str, second: str) -> bool:
    if _NAMED.search(second) is not None:
        return False
    if (first[-1] in _JOINS_BEHIND and not first.endswith(_ENDS)) or _JOINS_BEFORE.match(second) is not None:
        return True
    if any(first.count(opening) > first.count(closing) and closing in second for opening, closing in _PAIRS):
        return True
    return _parts_word(first, second)


def _parts_word(first: str, second: str) -> bool:
    """Whether the break falls inside a common word, and neither line ends or begins with one."""
    from .common_words import word_weights  # few lines get here, and the words take their time to load

    words = word_weights()
    return first[-1] + second[0] in words and first[-2:] not in words and second[:2] not in words
