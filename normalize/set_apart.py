"""Pages that set blanks behind every mark, or around every number, as some editors do: 5%； 1 次/年 → 5%；1次/年.

White space tells columns, so that blanks go only where the page has one in nearly all such places. Commas and
enumeration commas inside a line end no cell; where blanks stand behind these, those behind semicolons and colons mean
nothing either. Blanks around numbers go only in lines that have no others: in 加油站 5% 3 月 one of them parts cells.
"""

from __future__ import annotations

from collections.abc import Iterator

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import MappedText

_INSIDE = "，、"
_BEHIND_MARK = lazy_pattern(r"(?<=[，、；：]) (?=\S)")
_AROUND_NUMBER = lazy_pattern(rf"(?<={CHINESE}) (?=\d)|(?<=\d) (?={CHINESE})")
_CLOSE = lazy_pattern(rf"{CHINESE}(?=\d)|\d(?={CHINESE})")
#: A blank that stands elsewhere, or behind the number of a row.
_OTHER = lazy_pattern(r"(?<!\d) (?!\d)|[^\S\n ]|^ *\d+ ")
#: So many of these places have a blank, and this share of all of them.
_FEWEST, _SHARE = 6, 0.85


def close_up(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the blanks behind marks and around numbers."""
    del doubts
    if text.text.count(" ") < _FEWEST:
        return text
    return text.edit(sorted((at, at + 1, "") for at in {*_behind_marks(text.text), *_around_numbers(text.text)}))


def _behind_marks(page: str) -> Iterator[int]:
    spaced = sum(page.count(f"{mark} ") for mark in _INSIDE)
    inside = sum(page.count(mark) - page.count(f"{mark}\n") for mark in _INSIDE)
    if spaced >= max(_FEWEST, _SHARE * inside):
        yield from (match.start() for match in _BEHIND_MARK.finditer(page))


def _around_numbers(page: str) -> Iterator[int]:
    found = list(_AROUND_NUMBER.finditer(page))
    if len(found) < _FEWEST or len(found) < _SHARE * (len(found) + len(_CLOSE.findall(page))):
        return
    for match in found:
        start = page.rfind("\n", 0, match.start()) + 1
        end = page.find("\n", start)
        if _OTHER.search(page[start : end if end >= 0 else len(page)]) is None:
            yield match.start()
