"""Rhythms: every month, by quarter, every year by a day; as recurrence rules of RFC 5545."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...normalize.lazy import lazy_pattern
from ..text.numerals import integer
from .dates import month_end
from .lists import TO, Points, read_points
from .words import COUNT, MONTH_PARTS, NUMBER

# Syllables that make another word of the unit: 季节, 年龄, 月报, 周边, 日常.
_UNIT = (
    r"(?P<unit>半年度|半年(?!度)|半个?月|年度|年(?![度龄级产代检鉴均]|轮(?![训换流岗])|一度)|季度|季(?![度节风])|月度|月(?!度)|旬"
    r"|(?:个?星期|周)(?![边期围年知密转岁易])|天|工作日|日(?![常程新均志])|学期|学年)"
)
_EVERY = lazy_pattern(rf"每一?(?:个(?:(?=工作日|月|半|季|学))?)?(?P<count>{COUNT}个?)?(?:个)?{_UNIT}份?")
_BY = lazy_pattern(
    rf"(?:按|逐|分(?=[季月])|隔){_UNIT}(?![份均]|报(?![送告备请])|平均|计划|方案|任务|目标|预算|安排|节点|要求|进度|完成率|分解|下达|划分)"
)
_ONCE = lazy_pattern(
    r"(?P<unit>半年|半个?月|一年|一季度?|一个?月|一周|一旬|一日|一天)(?:(?=一[调通报总小考评督检会研回更抽巡清排结])|一次|1次)"
)
# 两年一次, 五年一修订
_FEW = lazy_pattern(r"(?P<count>[两二三四五2-5])(?P<unit>年|个月)[一1](?:次(?!性)|(?=[评检修查换轮清普考]))")
_ALONE = lazy_pattern(r"(?<![分本上下全各跨])(?P<unit>季度|月度|年度|半年度?)(?!之?内|以内|左右|以上|多)")
_TWOS = lazy_pattern(
    rf"(?:每逢?|逢|按)(?:(?P<weeks>双周)|(?P<which>[双单])月(?!刊)(?:份)?(?:的?(?P<day>{NUMBER})[日号]|[底末])?)"
)
_BY_SIGN = (
    {"每": _EVERY, "一": _ONCE, "半": _ONCE}
    | dict.fromkeys("按逐分隔", _BY)
    | dict.fromkeys("季月年", _ALONE)
    | dict.fromkeys("两二三四五2345", _FEW)
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
_WEEKDAYS = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU"}
_BEFORE = lazy_pattern(r"(?:之前|以前|前(?![期后置往])|之内|以内|内(?![部容设外]))")
_TIMES = lazy_pattern(r"度?(?:不少于|不低于|至少)?(?:\d{1,2}|[一两二三四五六])次")
_TIME_OF_DAY = lazy_pattern(
    r"(?:(?:上午|下午|中午|晚上?|早上?|傍晚)?(?:\d{1,2}(?:[:：]\d{2}|[时点](?:半|\d{1,2}分|整)?)|下班)(?:[、和及](?=[上下中晚早傍\d]))?){1,4}"
    r"(?=前|之前|以前)"
)
_HOURS = lazy_pattern(
    r"(?:之前|以前|前)(?:[到入离返]校|上[班学岗]|放学|入[园馆]|[开闭关][门馆园市场业]|停止|结束|营业|开放|熄灯|就寝|到岗|睡|起床)"
)
_IN_WEEK = lazy_pattern(
    rf"(?P<days>[一二三四五六日天](?:[、,，和及](?:周|星期)?[一二三四五六日天]|{TO}(?:周|星期)?(?P<to>[二三四五六日天]))*)(?![次个天期篇条场家轮遍])"
    r"(?:(?=前|之前|上午|下午|[，。；、）)]|$|\d)|(?<!每周一)(?<!期一))"
)
_NTH_DAY = lazy_pattern(
    r"的?(?:第(?P<nth>[一二三四1-4])个?|(?P<last>最后一个?)|前(?P<first>[一二三五1-9]|十|10)个)"
    r"(?:(?P<work>工作日)|(?:星期|周)(?P<weekday>[一二三四五六日天]))"
)
_NEXT_MONTH = lazy_pattern(
    rf"[次翌]月的?(?:(?P<days>{NUMBER}(?:[日号]?[、,，和及]{NUMBER})*)[日号]|(?P<last>最后一[天日]|[底末])|(?P<part>初|[上中下]旬))(?![步中])"
)
_IN_MONTH = lazy_pattern(
    rf"的?(?:(?P<from>{NUMBER})[日号]?{TO}(?:(?P<to>{NUMBER})[日号]|月?[底末])|(?P<days>{NUMBER}(?:[日号]?[、,，和及]{NUMBER})*)[日号]|(?P<last>最后一[天日]|月?[底末])|(?P<part>初|[上中下]旬))(?![步中])"
)
_IN_QUARTER = lazy_pattern(
    r"的?(?P<which>末月|最后一个月|最后1个月|首月|第[一二三123]个月|末|底|初(?!步))"
    rf"的?(?:(?P<day>{NUMBER})[日号]|(?P<end>月?[底末]))?"
)
_AFTER = lazy_pattern(rf"(?:结束|终了|过)?后的?(?P<n>{NUMBER})个?(?P<work>工作)?[日天](?:之内|以内|内)")
_IN_HALF = lazy_pattern(rf"(?:末月|最后一个月|[末底](?![线数月]))(?:的?(?P<day>{NUMBER})[日号]|[底末])?")
_IN_YEAR = lazy_pattern(r"(?:的|于|在)?(?=\S)")
_QUARTER_MONTHS = {"首月": 1, "第一个月": 1, "第1个月": 1, "初": 1, "第二个月": 2, "第2个月": 2}


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
    pattern = _BY_SIGN.get(text[at : at + 1])
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
    inner = _INNER.get(unit)
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
    time = _TIME_OF_DAY.match(text, at)
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


_Inner = tuple["str | None", int, str]


def _in_day(text: str, at: int) -> _Inner:
    """每日17时前报送: the hour by which it is done; 每天8点半前到校 and 每日22时前停止营业 are opening hours."""
    time = _TIME_OF_DAY.match(text, at)
    if not time or _HOURS.match(text, time.end()):
        return None, at, ""
    return None, time.end(), ""


def _in_week(text: str, at: int) -> _Inner:
    found = _IN_WEEK.match(text, at)
    if not found:
        return (None, at + 1, "no rule for a weekend") if text.startswith("末", at) else (None, at, "")
    names = [day for day in found["days"] if day in _WEEKDAYS]
    if found["to"]:
        week = list("一二三四五六日")
        names = week[week.index(names[0].replace("天", "日")) : week.index(names[-1].replace("天", "日")) + 1]
    return "FREQ=WEEKLY;BYDAY=" + ",".join(_WEEKDAYS[name] for name in names), found.end(), ""


def _in_month(text: str, at: int) -> _Inner:
    found = _IN_MONTH.match(text, at)
    if not found:
        return _in_month_by_days(text, at) or _after(text, at, "FREQ=MONTHLY")
    rule = _stretch_rule(found["from"], found["to"]) if found["from"] else _month_rule(found)
    return (rule, found.end(), "") if rule else (None, at, "")


def _stretch_rule(first: str, last: str | None) -> str | None:
    """每月3—5日, 每月25日至月底: all days of the stretch."""
    days = range(integer(first), (integer(last) if last else 31) + 1)
    fits = len(days) > 1 and days[0] > 0 and days[-1] <= 31
    return "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, days)) if fits else None


def _in_month_by_days(text: str, at: int) -> _Inner | None:
    """每月最后一个工作日, 每月第一个星期五, 每月前5个工作日内."""
    found = _NTH_DAY.match(text, at)
    if not found:
        return None
    place = -1 if found["last"] else integer(found["nth"] or found["first"])
    days = "MO,TU,WE,TH,FR" if found["work"] else _WEEKDAYS[found["weekday"]]
    return f"FREQ=MONTHLY;BYDAY={days};BYSETPOS={place}", found.end(), ""


def _month_rule(found: re.Match[str]) -> str | None:
    if not found["days"]:
        day = -1 if found["last"] else (MONTH_PARTS[found["part"]][1] or -1)
        return f"FREQ=MONTHLY;BYMONTHDAY={day}"
    days = [integer(day) for day in re.split("[日号]?[、,，和及]", found["days"])]
    return "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, days)) if all(1 <= day <= 31 for day in days) else None


def _next_month(text: str, at: int) -> Rhythm | None:
    """次月5日前: the month after each month reported on."""
    found = _NEXT_MONTH.match(text, at)
    rule = _month_rule(found) if found else None
    before = _BEFORE.match(text, found.end()) if found else None
    return Rhythm(rule, before.end()) if rule and before else None


def _in_quarter(text: str, at: int) -> _Inner:
    found = _IN_QUARTER.match(text, at)
    if not found and (days := _NTH_DAY.match(text, at)):
        return None, days.end(), "no rule for such a day"
    if not found:
        return _after(text, at, "FREQ=YEARLY;BYMONTH=1,4,7,10")
    which = found["which"]
    first = _QUARTER_MONTHS.get(which, 3)
    months = ",".join(str(first + 3 * i) for i in range(4))
    if found["day"]:
        day = integer(found["day"])
    else:
        day = 10 if which == "初" else -1
    if not (day == -1 or 1 <= day <= 31):
        return None, at, ""
    return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}", found.end(), ""


def _in_half(text: str, at: int) -> _Inner:
    found = _IN_HALF.match(text, at)
    if found:
        day = integer(found["day"]) if found["day"] else -1
        return f"FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY={day}", found.end(), ""
    return _after(text, at, "FREQ=YEARLY;BYMONTH=1,7")


def _after(text: str, at: int, rule: str) -> _Inner:
    """每季度结束后10日内: the tenth of the month that follows; 5个工作日内: its fifth working day."""
    found = _AFTER.match(text, at)
    if not found:
        return None, at, ""
    days = integer(found["n"])
    if found["work"] and 1 <= days <= 20:
        rule = rule.replace("FREQ=YEARLY", "FREQ=MONTHLY")
        return f"{rule};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={days}", found.end(), ""
    return (f"{rule};BYMONTHDAY={days}", found.end(), "") if 1 <= days <= 28 else (None, found.end(), "no rule")


def _in_year(text: str, at: int) -> _Inner:
    skip = _IN_YEAR.match(text, at)
    at_point = skip.end() if skip else at
    if text.startswith(("底", "末"), at_point):
        text_year_end = read_points("年" + text[at_point : at_point + 4], 0)
        return ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", at_point + 1, "") if text_year_end else (None, at, "")
    if text.startswith("初", at_point) and not text.startswith(("初步", "初级", "初中", "初心"), at_point):
        return None, at_point + 1, "only the rhythm is certain"
    points = read_points(text, at_point)
    if points and points.is_range and not points.points[0].has_year:
        return None, points.end, "only the rhythm is certain"
    if not points or any(p.has_year or p.month_shift is not None or p.grain in ("plan", "year") for p in points.points):
        return None, at, ""
    if not all(point.known for point in points.points):
        return None, points.end, "only the rhythm is certain"
    return _on_days(points) or (None, points.end, "only the rhythm is certain")


def _on_days(points: Points) -> _Inner | None:
    """The rule of days of the year; of 每年6月30日、12月31日前 the first, which the others then join as yearly times."""
    if rule := year_rule(points):
        return rule, points.end, ""
    if points.shared or not (rule := year_rule(Points(points.points[:1], (), 0))):
        return None
    return rule, points.places[0][1], ""


def year_rule(points: Points) -> str | None:
    """The yearly rule of a list of points: every year on the last day of each."""
    months = [point.last[0] for point in points.points]
    days = {point.last[1] for point in points.points}
    if len(days) != 1:
        return None
    day = days.pop()
    if day == 0:
        day = month_end(2019, months[0]) if len(months) == 1 and months[0] != 2 else -1
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={day}"


_INNER = {
    "日": _in_day,
    "工作日": _in_day,
    "周": _in_week,
    "月": _in_month,
    "季": _in_quarter,
    "半年": _in_half,
    "年": _in_year,
}
