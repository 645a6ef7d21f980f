"""Cells of days that leave their month to the title of the plan: 3-5日, 中旬, 月底 in 2030年5月份工作安排."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.numerals import integer
from .models import Clock, DeadlineReading
from .words import NUMBER

_DAYS = lazy_pattern(rf"({NUMBER})(?:[日号]?(?:[-—–~～－至到]|[、,，和及]){NUMBER}){{0,9}}[日号](?![以之]?[内后])")
_PARTS = lazy_pattern(r"[上中下]旬|月(?=[初中底末])")
_MOST = 31


def opens_with_days(text: str) -> bool:
    """Whether a cell opens with days of a month: 60日 is a length of time."""
    found = _DAYS.match(text) if "日" in text or "号" in text else None
    return found is not None and integer(found[1]) <= _MOST


def is_days_alone(text: str) -> bool:
    """Whether a cell opens with days or a part of a month that it leaves to another text."""
    return "月" not in text[1:] and (_PARTS.match(text) is not None or opens_with_days(text))


def month_before(text: str, clock: Clock) -> str:
    """The month as it would stand before the days of a cell, with its year where one is known; empty for no month."""
    if clock.plan_month is None or not is_days_alone(text):
        return ""
    month, issued, year = clock.plan_month, clock.issued, clock.plan_year
    if year is None and issued is not None and not clock.plan_years:
        year = issued.year + (month < issued.month)
    elif year is not None:
        year += month < clock.year_begins
    return f"{year or ''}{'年' if year else ''}{month}{'' if text[0] == '月' else '月'}"


def without_month(reading: DeadlineReading, size: int) -> DeadlineReading:
    """The reading of a text before which ``size`` characters were put, as one of the text itself."""
    deadlines = tuple(
        d._replace(text=d.text[max(0, size - d.begin) :], begin=max(0, d.begin - size), end=d.end - size)
        for d in reading.deadlines
    )
    doubts = tuple(d._replace(start=max(0, d.start - size), end=d.end - size) for d in reading.doubts if d.end > size)
    return DeadlineReading(deadlines, doubts)
