"""Which time expressions of running text set a time for the action, and which only look like it."""

from __future__ import annotations

import re
from datetime import date

from .dates import last_day
from .models import Expression
from .negatives import (
    ACTION,
    CLAUSE_START,
    CUE,
    CUE_LABEL,
    is_attribute,
    is_compared,
    is_inspection,
    is_named,
    is_rate,
    is_service_time,
)

_IN_FORCE = re.compile(r"[，,]?(?:正式)?(?:施行|生效|执行|实施(?=[，。；]|$))")
_HOURS = re.compile(r"\d{1,2}(?:小时|时|点|:|：)")
_IN_BRACKETS = re.compile(r"[)）]")
_CUES = ("到", "至", "截", "最", "不")


def sets_time(text: str, found: Expression, issued: date | None) -> bool:
    """Whether an expression of running text is a deadline of the task it stands in."""
    if found.kind == "ongoing" or (found.open and found.kind != "recurring"):
        return False
    if found.kind == "recurring":
        return _is_rhythm(text, found)
    if found.kind == "relative":
        return not found.bare and not is_service_time(text, found)
    if found.due is not None and not found.due.known and found.due.grain != "day":
        return False
    if is_attribute(text, found.end) or is_compared(text, found.begin, found.end) or _is_past(found, issued):
        return False
    if found.due is not None and found.due.grain == "day" and text.endswith("期间", found.begin, found.end):
        return False
    if found.kind == "from":
        return not found.from_issue and not _IN_FORCE.match(text, found.end)
    return not is_named(text, found) if not found.bare else _is_set(text, found)


def _is_rhythm(text: str, found: Expression) -> bool:
    words = text[found.begin : found.end]
    if found.rrule is None or words == "逐年" or is_rate(text, found.begin, found.end):
        return False
    if found.bare:
        return words in ("季度", "月度") and is_inspection(text, found.end)
    return not _HOURS.match(text, found.end)


def _is_past(found: Expression, issued: date | None) -> bool:
    """A time before the notice's own date is a fact that it reports, unless something has gone on since."""
    point = found.due
    if issued is None or point is None or not point.known or point.month_shift is not None:
        return False
    if point.year is not None:
        last = last_day(point, point.year)
        return last is not None and last < issued
    if found.kind != "between" or point.has_year or (found.start and found.start.has_year):
        return False
    last = last_day(point, issued.year)
    return last is not None and last < issued


def _is_set(text: str, found: Expression) -> bool:
    """A bare 9月 or 2020年 sets a time when a word says so (到2020年) or an action follows the start of a clause."""
    if is_named(text, found):
        return False
    point = found.due
    if found.kind == "between":
        return "年" in text[found.begin : found.end] or point is None or point.grain != "year"
    if text.startswith(_CUES, found.begin):
        return True
    if point is None or point.grain == "year":
        return False
    if _IN_BRACKETS.match(text, found.end) and text[found.begin - 1 : found.begin] in ("（", "("):
        return True
    if CUE_LABEL.search(text, max(0, found.begin - 4), found.begin):
        return True
    before = text[max(0, found.begin - 3) : found.begin]
    return bool((CLAUSE_START.search(before) or CUE.search(before)) and ACTION.match(text, found.end))
