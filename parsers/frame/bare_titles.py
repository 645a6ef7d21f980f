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
#: The title of a document on its first line, without a verb: of what place, office or year, and what kind of document it is.
_OF_WHOM = lazy_pattern(
    rf"(?:(?:19|20)\d\d年|{CHINESE}{{2,12}}?(?:[省市县区州盟旗镇乡]|局|委|办|政府|街道|学校|医院|公司|中心|大学|学院|中学|小学))"
)
_KIND = lazy_pattern(
    r"(?:公告|通告|公示|通报|通知|启事|声明|倡议书?|公开信|函|令|承诺书?|统计表?|分工|分解|情况)(?:[（(][^（）()]{1,20}[）)])?$"
)
_COLUMN = lazy_pattern(r"(?:通知公告|公告公示|公示公告|公告栏|信息公开|政务公开)$|[。；，：:|！？]")
_LONGEST_LINE = 50
_OVER = frozenset({"chrome", "page", "metadata"})


def bare_title(page: Page) -> Found | None:
    """The text that names a plan of a year: in front of the heads of the first table, as a heading, on the first line.

    Of a page without tables, only the sentence that it opens with names one.
    """
    candidates = _candidates(page) if page.bodies else _told(page)
    return next((found for found in candidates if _names_plan(found.value)), None)


def first_line(page: Page) -> Found | None:
    """The first line, where it names a document of a place, an office or a year: 某县2030年招聘教师公告."""
    index = next((index for index in page.free if page.kinds[index] not in _OVER), None)
    if index is None or page.kinds[index] not in ("text", "organ") or index in page.links:
        return None
    value, line = squeeze(page.lines[index].text), page.lines[index]
    if not _SHORTEST <= len(value) <= _LONGEST_LINE or _COLUMN.search(value) or not _OF_WHOM.match(value):
        return None
    kind = _KIND.search(value) or words.PLAN_END.search(value)
    return Found(value, line.start, line.end) if kind is not None else None


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
