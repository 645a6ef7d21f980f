"""Titles of pages that print none where titles stand: glued to the heads of a table, behind a number, on the first line, or in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.squeeze import squeeze
from . import words
from .articles import texts
from .model import Found
from .page import Page

#: What a page ran together with the first head of its table, which is a number's.
_GLUED = lazy_pattern(rf"(?:[\d《》〈〉“”‘’（）()年、，+-]|{CHINESE}){{6,80}}?(?=序\s?号|编号)")
_NUMBER = lazy_pattern(r"[一二三四五六七八九十]{1,3}、\s?")
#: 《某县2030年立法计划》已经会议通过: what the first sentence says of the document itself.
_PASSED = lazy_pattern(r"《([^《》]{6,80})》(?:[（(][^（）()]{1,20}[）)])?[已业]")
_YEAR = lazy_pattern(r"(?:19|20)\d\d\s?[-—－]?\d{0,4}\s?年")
_SHORTEST, _LONGEST = 8, 80
#: So many lines of a page may stand above its title.
_FIRST_LINES = 4


def bare_title(page: Page) -> Found | None:
    """The text that names a plan of a year: in front of the heads of the first table, as a heading, on the first line.

    Of a page without tables, only the sentence that it opens with names one.
    """
    candidates = _candidates(page) if page.bodies else _told(page)
    return next((found for found in candidates if _names_plan(found.value)), None)


def _told(page: Page) -> Iterator[Found]:
    for index in islice(texts(page), _FIRST_LINES):
        line = page.lines[index]
        if (told := _PASSED.match(page.text, line.start, line.end)) is not None:
            yield Found(squeeze(told[1]), *told.span(1))


def _candidates(page: Page) -> Iterator[Found]:
    if page.first_body < len(page.lines):
        line = page.lines[page.first_body]
        match = _GLUED.match(page.text, line.start, min(line.end, line.start + 2 * _LONGEST))
        if match is not None:
            yield Found(squeeze(match.group()), match.start(), match.end())
    for place, index in enumerate(index for index in page.free if index < page.first_body):
        line = page.lines[index]
        number = _NUMBER.match(line.text) if page.kinds[index] == "label" else None
        if number is not None or (place < _FIRST_LINES and page.kinds[index] in ("text", "chrome", "organ")):
            start = line.start + (number.end() if number is not None else 0)
            yield Found(squeeze(page.text[start : line.end]), start, line.end)


def _names_plan(value: str) -> bool:
    named = _SHORTEST <= len(value) <= _LONGEST and words.PLAN_END.search(value) is not None
    return named and _YEAR.search(value) is not None
