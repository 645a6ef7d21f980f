"""Marks that a page parted by a line end from what they belong to, and those behind the numbers of items that it lost.

A line that ends with an opening bracket goes on with the year that it holds: 云政发〔 | 2031〕7号.
一 | 、扩大投资 and 3 | ．修桥 stand on two lines where a converter took number and mark for two lines; where it knew no
letter for the mark, a U+FFFD is left of it: 3 | � 修桥, or � 修桥 | 3, the number behind its line. Such a trace is a mark
when the numbers before it count up.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import Edit, MappedText

#: No line begins with such a mark, and a number of a heading stands alone on no other.
_PARTED = lazy_pattern(
    r"(?m)^[ \t]*(?:[一二三四五六七八九十]{1,3}([ \t]*\n[ \t]*)(?=、)"
    rf"|\d{{1,3}}([ \t]*\n[ \t]*)(?=[、.．][ \t]?{CHINESE}))"
)
_BREAKS = lazy_pattern(r"\n[ \t]*[、.．]")
_OPENED = lazy_pattern(r"[〔\[（(]([ \t]*\n[ \t]*)(?=(?:19|20)\d\d(?!\d))")
_TRACE = "\ufffd"
_BEHIND = lazy_pattern(rf"(?m)^[ \t]*(\d{{1,3}})([ \t]*(?:\n[ \t]*){{0,2}}{_TRACE}[ \t]*)(?={CHINESE})")
_BEFORE = lazy_pattern(
    rf"(?m)^[ \t]*({_TRACE}[ \t]*)(?={CHINESE})[^\n]{{2,80}}(?P<break>\n[ \t]*(?P<number>\d{{1,3}})[ \t]*)$"
)
_FEWEST = 2


class _Mark(NamedTuple):
    number: int
    edits: tuple[Edit, ...]


def mend_marks(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put the marks behind their numbers; a doubt for each that was lost."""
    edits: list[Edit] = [(*match.span(1), "") for match in _OPENED.finditer(text.text)]
    if _BREAKS.search(text.text):
        edits += [(*match.span(match.lastindex or 0), "") for match in _PARTED.finditer(text.text)]
    for mark in _lost(text.text) if _TRACE in text.text else []:
        edits += mark.edits
        place = text.source_range(*mark.edits[0][:2])
        doubts.append(Doubt("characters-restored", *place, f"{_TRACE} → {mark.number}."))
    return text.edit(sorted(edits)) if edits else text


def _lost(text: str) -> list[_Mark]:
    """The marks of which a trace is left, behind numbers that count up."""
    found = [(m.start(), _Mark(int(m[1]), ((*m.span(2), "."),))) for m in _BEHIND.finditer(text)]
    found += [(m.start(), _with_number(m)) for m in _BEFORE.finditer(text)]
    marks = [mark for _, mark in sorted(found)]
    counted = [b for a, b in itertools.pairwise(marks) if b.number == a.number + 1]
    return (
        [mark for mark in marks if mark in counted or mark.number + 1 in {m.number for m in counted}] if counted else []
    )


def _with_number(match: re.Match[str]) -> _Mark:
    number = match["number"]
    return _Mark(int(number), ((*match.span(1), f"{int(number)}."), (*match.span("break"), "")))
