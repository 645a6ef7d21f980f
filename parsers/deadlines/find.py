"""Find the time expressions that count in a text, before any clock is applied."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from .actions import ACTION
from .fold import Folded, fold
from .glosses import glossed
from .grammar import scan
from .lists import Points
from .models import Expression, Where
from .negatives import (
    is_account_year,
    is_attribute,
    is_done,
    is_inspection,
    is_month_named,
    is_named,
    is_number,
    is_rate,
    is_whole_year,
    mask,
)
from .ongoing import closing_ongoing
from .rhythm_days import year_rule
from .running import sets_time
from .service_times import is_service_time
from .standing import stands_free

# A character without which no time can be named; running text mostly has none of them.
_SIGN = lazy_pattern(
    r"[年月日天号周旬季时节旦五七八钟汛冬暑寒供采岁]|十一|开学|不超过|星期|国庆|中秋|端午|清明|春耕|春运|两会|高考|中考|[./·-](?<=\d.)(?=\d)|底(?<=\d底)(?=之?前|以前)|\d{8}(?=前)"
)
# Ongoing work can be named without them.
_GOING = lazy_pattern(r"持续|长[期抓]|常[年态抓]|经常|日常|贯穿|滚动|动态|不断|不间断|全[程过]|长效|\d{4}")
_ITEM = lazy_pattern(r"(?:(?<=[；;。\n\s])|^)(\d{1,2})[、.．](?=\D|\d{1,2}月|20\d\d)")
# （一）4月底前…；（二）8月底前…, ①4月底前…②8月底前…
_MARKED_ITEM = lazy_pattern(r"(?:(?<=[；;。，\n\s])|^)[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]")
# In a cell 四季度总结 sets a time as 12月总结 does; only papers are named by such times.
_NAMED_FOR_PAPERS = ("day", "month", "quarter", "half")
_STRONG = lazy_pattern(r"[。；;]")
_SUBJECT = lazy_pattern(r"[，,][^，,。；;：:]{0,40}")
_OPENING = ("（", "(")
_LONGEST_NAMED = 4
"""What a half year or quarter may name before its days: 上半年轮训2月10日."""
_SHORT = 64
"""Texts up to this length are remembered: deadline cells repeat, and are measured before they are read."""


class Found(NamedTuple):
    """A text as given and folded, with names masked, and its time expressions from left to right."""

    folded: Folded
    text: str
    expressions: tuple[Expression, ...]


def names_no_time(text: str, where: Where) -> bool:
    """Whether a text lacks all the signs without which no time is named: one scan or two."""
    if _SIGN.search(text) is not None:
        return False
    return closing_ongoing(text) is None if where == "text" else _GOING.search(text) is None


def find(text: str, where: Where) -> Found:
    """All time expressions of a text, whether they count as deadlines or not."""
    return _find_again(text, where) if len(text) <= _SHORT else _find(text, where)


def _find(text: str, where: Where) -> Found:
    folded = fold(text)
    masked = _prepare(folded.text, where)
    found = scan(masked, where)
    if where == "text" and (going := closing_ongoing(masked)) is not None:
        found = [*(e for e in found if e.end <= going[0]), Expression(*going, "ongoing")]
    return Found(folded, masked, tuple(_merge(masked, found)))


_find_again = lru_cache(maxsize=1024)(_find)


def counts(text: str, found: Expression, where: Where, issued: date | None) -> bool:
    """Whether an expression is a deadline where it stands, and no name, attribute, age or past fact."""
    if any(point is not None and (point.shift or 0) < 0 for point in (found.start, found.due)):
        return False
    if is_number(text, found):
        return False
    if where == "text" and found.kind == "ongoing":
        going = closing_ongoing(text)
        return going is not None and going[1] == found.end
    if where == "text":
        return sets_time(text, found, issued)
    if where == "open":
        return sets_time(text, found, issued) or (
            stands_free(text, found, issued) and counts(text, found, "cell", issued)
        )
    if is_done(text, found.begin, found.end) or is_account_year(text, found.begin):
        return False
    if found.kind == "relative":
        return not is_service_time(text, found)
    if not found.bare or found.kind == "ongoing":
        return not (is_attribute(text, found.end) or is_whole_year(text, found))
    if found.due is not None and found.due.grain in _NAMED_FOR_PAPERS:
        return not is_month_named(text, found)
    if is_named(text, found):
        return False
    if where == "cell" and found.kind != "recurring":
        return True
    return _is_closed(text, found)


def _is_closed(text: str, found: Expression) -> bool:
    """Whether a bare time stands alone or before an action, not before a noun."""
    closed = found.end == len(text) or text[found.end] in "，。；、,;：:（()）]】" or ACTION.match(text, found.end)
    if found.kind == "recurring":
        return bool(closed) or is_inspection(text, found.begin, found.end)
    return bool(closed)


def _prepare(text: str, where: Where) -> str:
    """Names are masked, and the numbers of items (1、6月底前…；2、9月底前…), which would read as months."""
    masked = mask(text)
    if where not in ("cell", "open"):
        return masked
    if "2" in masked and "1" in masked:
        numbers = [int(n) for n in _ITEM.findall(masked)]
        if numbers[:2] == [1, 2]:
            masked = _ITEM.sub(_as_edges, masked)
    return _MARKED_ITEM.sub(_as_edges, masked)


def _as_edges(mark: re.Match[str]) -> str:
    return "；" * len(mark[0])


def _merge(text: str, found: list[Expression]) -> list[Expression]:
    """Join neighbours: a time right before ongoing work bounds it, and 每年 holds for the times after it."""
    merged: list[Expression] = []
    yearly: Expression | None = None  # the last time, but for a year gone by or a bare 年度: what the action is about
    for expression in found:
        last = merged[-1] if merged else None
        if last is not None and _explains(text, last, expression):
            merged[-1] = expression  # 三年（2030—2032年）
        elif last is not None and (whole := glossed(text, last, expression)) is not None:
            merged[-1] = whole
        elif last is not None and _frames(text, last, expression):
            joined = last.end == expression.begin  # 下半年9月底前
            merged[-1] = expression._replace(begin=last.begin) if joined else expression
        elif last is not None and expression.kind == "ongoing" and _bounds(last, expression):
            merged[-1] = last._replace(end=expression.end, kind="ongoing", bare=False, shares_tail=False)
        elif yearly is not None and expression.kind == "by" and _is_yearly(text, yearly, expression):
            merged.append(_yearly(yearly, expression))
        elif last is not None and expression.kind == "recurring" and _begins(text, last, expression):
            merged[-1] = expression._replace(start=last.start)
        else:
            merged.append(expression)
        last = merged[-1]
        yearly = last if not (last.bare or (last.due and (last.due.shift or 0) < 0)) else yearly
    return merged


def _explains(text: str, last: Expression, expression: Expression) -> bool:
    """Whether a stretch in brackets says which years a bare length of time before it means."""
    return (
        last.kind == "relative"
        and last.bare
        and expression.kind == "between"
        and text[last.end : expression.begin] in _OPENING
    )


def _frames(text: str, last: Expression, expression: Expression) -> bool:
    """Whether a bare half or quarter only names the round whose days follow: 上半年轮训2月10日至3月25日."""
    frame, first = last.due, expression.start or expression.due
    if frame is None or frame.grain not in ("half", "quarter") or frame.has_year or not last.bare:
        return False
    if first is None or first.year or first.grain not in ("day", "part", "month"):
        return False
    named = text[last.end : expression.begin]
    if len(named) > _LONGEST_NAMED or (named and not named.isalpha()):
        return False
    return frame.first[0] <= first.first[0] <= frame.last[0] and not ACTION.match(named)


def _bounds(last: Expression, expression: Expression) -> bool:
    """年内持续推进: the time ends where the ongoing work begins."""
    return last.end == expression.begin and last.kind in ("by", "between", "from", "ongoing") and not last.open


def _begins(text: str, last: Expression, expression: Expression) -> bool:
    """从2030年起，各县区每年5月底前: the rhythm begins then, when nothing but its subject stands between them."""
    if last.kind != "from" or last.start is None or expression.start is not None or last.from_issue:
        return False
    if expression.bare or is_rate(text, expression.begin, expression.end):
        return False
    return _SUBJECT.fullmatch(text, last.end, expression.begin) is not None


def _is_yearly(text: str, last: Expression, expression: Expression) -> bool:
    """每年3月底前制定计划，12月底前总结: both times come back every year, up to the end of the sentence."""
    due = expression.due
    if last.rrule is None or not last.rrule.startswith("FREQ=YEARLY;BYMONTH=") or due is None:
        return False
    if text.startswith(("每季", "每半"), last.begin):
        return False
    plain = not (due.has_year or due.month_shift is not None) or (due.follows and due.grain != "year")
    plain = plain and due.known  # 每年11月底前评估，次年1月底前公布
    return plain and not _STRONG.search(text, last.end, expression.begin)


def _yearly(last: Expression, expression: Expression) -> Expression:
    points = Points((expression.due,), (), 0) if expression.due else None
    rule = year_rule(points) if points else None
    return expression._replace(kind="recurring", due=last.due, start=last.start, rrule=rule, bare=False)
