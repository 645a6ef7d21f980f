"""Bare years of running text (2031年): those in which something is to be done."""

from __future__ import annotations

from datetime import date

from ...normalize.lazy import CHINESE, lazy_pattern
from .actions import ACTION, CLAUSE_START, CUE, NAMED_BY_ACTION, YEAR_ACTION, YEAR_LEVEL
from .models import Expression
from .planned import BRACKETS, TOLD, comes_to_in_year, is_to_do

# 2031年，全市组织一次评估: a stage, unless what has been reached is told.
_SENTENCE_START = lazy_pattern(r"(?:^|[。；]|其中[，,]?)$")
_TOLD_THEN = lazy_pattern(r"[，,](?![^。；]{0,60}(?:同比|[比较]上年|已|累计|取得|了))[^。；]{4}")
_LATER_YEAR = lazy_pattern(r"[^，。；、：\d已的]{2}[^。；已]{2,60}?[，；]到?(?P<year>20\d\d)年(?:底|前)?[^的]")
_LISTED_FROM = lazy_pattern(r"[到至](?:\d{4}年?[、和及])+$")
_AMOUNT = lazy_pattern(rf"\d+(?:\.\d+)?[万亿]?(?!年|[月日号]){CHINESE}{{1,3}}(?:以上|左右)?(?=[，。；）)]|$)")
_YEAR_BEFORE = lazy_pattern(r"20\d\d年[^，。；]{0,24}\d[^，。；]{0,6}，$")


def is_set_year(text: str, found: Expression, issued: date | None) -> bool:
    """Whether a bare year sets a time: by what is done or reached in it, where a clause begins or a word announces one."""
    if _LISTED_FROM.search(text, max(0, found.begin - 24), found.begin):
        return True
    to_come = issued is not None and found.due is not None and (found.due.year or 0) >= issued.year
    if to_come and YEAR_LEVEL.match(text, found.end):
        return True
    opens = opens_clause(text, found.begin)
    if to_come and comes_to_in_year(text, found, opens=opens):
        return True
    if not opens:
        return False
    if to_come and (_is_done_in(text, found) or _goes_on(text, found)):
        return True
    return YEAR_ACTION.match(text, found.end) is not None or _is_stage(text, found, dated=issued is not None)


def _goes_on(text: str, found: Expression) -> bool:
    """Whether a year has no more than an amount, where the one before it says of what: 2031年修桥3座，2032年5座."""
    before = text[max(0, found.begin - 40) : found.begin]
    return _AMOUNT.match(text, found.end) is not None and _YEAR_BEFORE.search(before) is not None


def _is_done_in(text: str, found: Expression) -> bool:
    """Whether an action stands right behind a year, and is no part of a name or of what has been done."""
    in_brackets = text[found.begin - 1 : found.begin] in BRACKETS  # （2030年修订）
    if in_brackets or ACTION.match(text, found.end) is None or NAMED_BY_ACTION.match(text, found.end):
        return False
    return TOLD.match(text, found.end) is None


def _is_stage(text: str, found: Expression, *, dated: bool) -> bool:
    """Whether a year that is not over opens a sentence, or a clause before one of a later year: a stage of the work.

    On a page that is not ``dated`` any year may be over: the later one must be set for an action.
    """
    opens = dated and _SENTENCE_START.search(text, max(0, found.begin - 3), found.begin)
    if opens and (_TOLD_THEN.match(text, found.end) or is_to_do(text, found)):
        return True
    later = _LATER_YEAR.match(text, found.end)
    if later is None or found.due is None or int(later["year"]) <= (found.due.year or 9999):
        return False
    return dated or YEAR_ACTION.match(text, later.end("year") + 1) is not None


def opens_clause(text: str, begin: int) -> bool:
    """Whether a time stands where a clause begins, or behind a word that announces one."""
    before = text[max(0, begin - 3) : begin]
    return bool(CLAUSE_START.search(before) or CUE.search(before))
