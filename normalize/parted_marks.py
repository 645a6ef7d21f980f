"""Marks that a page parted by a line end from what they belong to, and those behind the numbers of items that it lost.

A heading's number may stand on a line of its own above the heading: 一、 | 扩大投资, （二） | 新建道路.
A line that ends with an opening bracket goes on with the year that it holds: 云政发〔 | 2031〕7号.
一 | 、扩大投资 and 3 | ．修桥 stand on two lines where a converter took number and mark for two lines; where it knew no
letter for the mark, a U+FFFD is left of it: 3 | � 修桥, or � 修桥 | 3, the number behind its line. Such a trace is a mark
when the numbers before it count up.
"""

from __future__ import annotations

import itertools
import re

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import Edit, MappedText
from .named_tuples import NamedTuple

#: No line begins with such a mark, and a number of a heading stands alone on no other.
_PARTED = lazy_pattern(
    r"(?m)^[ \t]*(?:[一二三四五六七八九十]{1,3}([ \t]*\n[ \t]*)(?=、)"
    rf"|\d{{1,3}}([ \t]*\n[ \t]*)(?=[、.．][ \t]?{CHINESE}))"
)
_ALONE = lazy_pattern(
    r"\n[ \t]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])([ \t]*(?:\n[ \t]*){1,2})"
    rf"(?=(?![一二三四五六七八九十]{{1,3}}、)(?:{CHINESE}{{2}}|[“《]))"
)
_BREAKS = lazy_pattern(r"\n[ \t]*[、.．]")
_OPENED = lazy_pattern(r"[〔\[（(]([ \t]*\n[ \t]*)(?=(?:19|20)\d\d(?!\d))")
_TRACE = "\ufffd"
_BEHIND = lazy_pattern(rf"(?m)^[ \t]*(\d{{1,3}})([ \t]*(?:\n[ \t]*){{0,2}}{_TRACE}[ \t]*)(?={CHINESE})")
_BEFORE = lazy_pattern(
    rf"(?m)^[ \t]*({_TRACE}[ \t]*)(?={CHINESE})[^\n]{{2,80}}(?P<break>\n[ \t]*(?P<number>\d{{1,3}}))[ \t]*$"
)


class _Mark(NamedTuple):
    number: int
    edits: tuple[Edit, ...]


def mend_marks(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Put the marks behind their numbers; a doubt for each that was lost."""
    edits: list[Edit] = [(*match.span(1), "") for match in _OPENED.finditer(text.text)]
    edits += [(match.start(1) - 1, match.end(1) - 1, "") for match in _ALONE.finditer(f"\n{text.text}")]
    if _BREAKS.search(text.text):
        edits += [(*match.span(match.lastindex or 0), "") for match in _PARTED.finditer(text.text)]
    for mark in _lost(text.text) if _TRACE in text.text else []:
        edits += mark.edits
        place = text.source_range(*mark.edits[0][:2])
        doubts.append(Doubt("characters-restored", *place, f"{_TRACE} → {mark.number}."))
    return text.edit(sorted(edits)) if edits else text


def _lost(text: str) -> list[_Mark]:
    """The marks of which a trace is left, behind numbers that count up."""
    marks: list[_Mark] = []
    for first, second in itertools.pairwise(_numbered(text)):
        if second.number == first.number + 1:
            marks += [second] if first in marks[-1:] else [first, second]
    return marks


def _numbered(text: str) -> list[_Mark]:
    """Each trace with its number, before it or behind its line as most of the page have it; no number has two."""
    above = [
        (text.index(_TRACE, m.start(2)), m.end(1), _Mark(int(m[1]), ((*m.span(2), "."),)))
        for m in _BEHIND.finditer(text)
    ]
    below = [(m.start(1), m.end("number"), _with_number(m)) for m in _BEFORE.finditer(text)]
    most, others = (below, above) if len(below) > len(above) else (above, below)
    taken = {place for at, number, _ in most for place in (at, number)}
    found = [*most, *(other for other in others if taken.isdisjoint(other[:2]))]
    return [mark for _, _, mark in sorted(found)]


def _with_number(match: re.Match[str]) -> _Mark:
    number = match["number"]
    return _Mark(int(number), ((*match.span(1), f"{int(number)}."), (*match.span("break"), "")))
