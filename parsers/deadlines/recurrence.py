"""Rhythms: every month, by quarter, every year by a day; as recurrence rules of RFC 5545."""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..text.numerals import integer
from .rhythm_days import INSIDE, TIME_OF_DAY, month_rule
from .words import COUNT, NUMBER

# Syllables that make another word of the unit: 季节, 年龄, 月报, 周边, 日常.
_UNIT = (
    r"(?P<unit>半年度|半年(?!度)|半个?月|年度|年(?![度龄级产代检鉴均]|轮(?![训换流岗])|一度)|季度|季(?![度节风])|月度|月(?!度)|旬"
    r"|(?:个?星期|周)(?![边期围年知密转岁易])|天|工作日|日(?![常程新均志])|学期|学年)"
)
_EVERY = lazy_pattern(
    rf"每(?:逢(?=周[一二三四五六日]|星期[一二三四五六日天]))?一?(?:个(?:(?=工作日|月|半|季|学))?)?(?P<count>{COUNT}个?)?(?:个)?{_UNIT}份?(?!之[星最])"
)
_BY = lazy_pattern(
    rf"(?:按|逐|分(?=[季月])|隔){_UNIT}(?![份均]|报(?![送告备请])|平均|计划|方案|任务|目标|预算|安排|节点|要求|进度|完成率|分解|下达|划分)"
)
_ONCE = lazy_pattern(
    r"(?P<unit>半年|半个?月|一年|一季度?|一个?月|一周|一旬|一日|一天)(?:(?=一[调通报总小考评督检会研回更抽巡清排结])|一次|1次)"
)
# 两年一次, 1年1次, 五年一修订
_FEW = lazy_pattern(r"(?P<count>[两二三四五1-5])(?P<unit>年|个月|季度)[一1](?:次(?!性)|(?=[评检修查换轮清普考]))")
_ALONE = lazy_pattern(r"(?<![分本上下全各跨])(?P<unit>季度|月度|年度|半年度?)(?!之?内|以内|左右|以上|多|结束后|终了后)")
#: 1次/年, 2次/季度, 1次/2年: how many times, which no rule says better.
_PER = lazy_pattern(
    r"[\d一两二三四五六]次[/／]每?(?:(?P<count>[一两二三四五1-5])个?)?(?P<unit>半年|年度?|季度?|月|周|日|天)(?![/／](?:单位|户|家))"
)
#: 年/次, 半年/1次, 2年/次: once in it.
_TO_ONE = lazy_pattern(
    r"(?<![/\d])(?<!培训)(?<!学习)(?<!集训)(?:(?P<count>[一两二三四五1-5])个?)?(?P<unit>半年|年度?|季度?|月|周|天)/[一1]?次(?![/性])"
)
_TWOS = lazy_pattern(
    rf"(?:每逢?|逢|按)(?:(?P<weeks>双周)|(?P<which>[双单])月(?!刊)(?:份)?(?:的?(?P<day>{NUMBER})[日号]|[底末])?)"
)
_BY_SIGN = (
    {"每": _EVERY, "一": _ONCE, "半": _ONCE}
    | dict.fromkeys("按逐分隔", _BY)
    | dict.fromkeys("季月年", _ALONE)
    | dict.fromkeys("两二三四五12345", _FEW)
)
_RULES = {
    "年": "FREQ=YEARLY",
    "半年": "FREQ=MONTHLY;INTERVAL=6",
    "季": "FREQ=MONTHLY;INTERVAL=3",
    "月": "FREQ=MONTHLY",
    "半月": "FREQ=MONTHLY;BYMONTHDAY=15,-1",
    "旬": "FREQ=MONTHLY;BYMONTHDAY=10,20,-1",
    "周": "FREQ=WEEKLY",
    "日": "FREQ=DAILY",
    "工作日": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "学年": "FREQ=YEARLY",
}
_UNIT_NAMES = {"年度": "年", "一年": "年", "半年度": "半年", "季度": "季", "一季度": "季", "一季": "季", "月度": "月",
               "一个月": "月", "一月": "月", "半个月": "半月", "星期": "周", "个星期": "周", "一周": "周", "天": "日",
               "一日": "日", "一天": "日", "一旬": "旬"}  # fmt: skip
_STEPS = {"年": ("YEARLY", 1), "季": ("MONTHLY", 3), "月": ("MONTHLY", 1), "周": ("WEEKLY", 1), "日": ("DAILY", 1)}
_BEFORE = lazy_pattern(r"(?:之前|以前|前(?![期后置往])|之内|以内|内(?![部容设外]))")
_TIMES = lazy_pattern(r"度?(?:不少于|不低于|至少)?(?:\d{1,2}(?:[-~—]\d)?|[一两二三四五六])次|/[一1]?次")
_NEXT_MONTH = lazy_pattern(
    rf"[次翌]月的?(?:(?P<days>{NUMBER}(?:[日号]?[、,，和及]{NUMBER})*)[日号]|(?P<last>最后一[天日]|[底末])|(?P<part>初|[上中下]旬))(?![步中])"
)


class Rhythm(NamedTuple):
    """A recurrence that was read."""

    rrule: str | None
    """The rule; None when no rule says it."""
    end: int
    open: str = ""
    """Why it is only half understood; empty when it is."""
    alone: bool = False
    """A bare 季度 or 年度, that only its surroundings make a rhythm."""


def read_rhythm(text: str, at: int) -> Rhythm | None:
    """The recurrence that begins at an offset."""
    if text[at : at + 1] in ("每", "逢", "按") and (twos := _TWOS.match(text, at)):
        return _by_twos(twos)
    to_one = "/" in text[at + 1 : at + 5] and _TO_ONE.match(text, at)
    pattern = _TO_ONE if to_one else _PER if text[at + 1 : at + 2] == "次" else _BY_SIGN.get(text[at : at + 1])
    if not pattern:
        return _next_month(text, at) if text[at : at + 2] in ("次月", "翌月") else None
    found, alone = pattern.match(text, at), pattern is _ALONE
    if not found and text[at] == "半":
        found, alone = _ALONE.match(text, at), True
    if not found:
        return None
    unit = _UNIT_NAMES.get(found["unit"], found["unit"])
    count = integer(found["count"].removesuffix("个")) if found.groupdict().get("count") else 1
    if text.startswith("隔", at):
        count = 2
    base = _base(unit, count)
    if alone and unit == "季" and text.startswith("末", found.end()):
        return Rhythm("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", found.end() + 1, alone=True)
    if alone or count != 1 or not text.startswith("每", at) or base is None:
        open = "" if base else "no rule for this rhythm"
        return Rhythm(base, found.end() if alone else _times(text, found.end()), open, alone=alone)
    inner = INSIDE.get(unit)
    rule, end, open = inner(text, found.end()) if inner else (None, found.end(), "")
    return Rhythm(rule or base, _tail(text, end) if end > found.end() else _times(text, end), open)


def _by_twos(found: re.Match[str]) -> Rhythm:
    """每双周, and 每双月10日前: the even months; 单月 are the odd ones."""
    if found["weeks"]:
        return Rhythm("FREQ=WEEKLY;INTERVAL=2", found.end())
    months = "2,4,6,8,10,12" if found["which"] == "双" else "1,3,5,7,9,11"
    day = integer(found["day"]) if found["day"] else -1
    return Rhythm(f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}", _tail(found.string, found.end()))


def _times(text: str, at: int) -> int:
    """Behind 每年: how many times it comes, which no rule says better (每年不少于2次)."""
    times = _TIMES.match(text, at)
    return times.end() if times else at


def _tail(text: str, at: int) -> int:
    """Behind a day: the time of day and 前 (每周五下午5点前)."""
    time = TIME_OF_DAY.match(text, at)
    at = time.end() if time else at
    before = _BEFORE.match(text, at)
    return before.end() if before else at


def _base(unit: str, count: int) -> str | None:
    if count == 1:
        return _RULES.get(unit)
    if unit not in _STEPS or not 1 <= count <= 366:
        return None
    freq, step = _STEPS[unit]
    return f"FREQ={freq};INTERVAL={step * count}"


def _next_month(text: str, at: int) -> Rhythm | None:
    """次月5日前: the month after each month reported on."""
    found = _NEXT_MONTH.match(text, at)
    rule = month_rule(found) if found else None
    before = _BEFORE.match(text, found.end()) if found else None
    return Rhythm(rule, before.end()) if rule and before else None
