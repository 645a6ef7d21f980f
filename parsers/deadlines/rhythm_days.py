"""Days inside a rhythm: 每周五, 每月25日前, 每季度末月20日, 每年6月底; as parts of recurrence rules of RFC 5545."""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern
from ..text.numerals import integer
from .dates import month_end
from .lists import TO, Points, read_points
from .words import MONTH_PARTS, NUMBER

_WEEKDAYS = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU"}
TIME_OF_DAY = lazy_pattern(
    r"(?:(?:上午|下午|中午|晚上?|早上?|傍晚)?(?:\d{1,2}(?:[:：]\d{2}|[时点](?:半|\d{1,2}分|整)?)|下班)(?:[、和及](?=[上下中晚早傍\d]))?){1,4}"
    r"(?=前|之前|以前)"
)
_HOURS = lazy_pattern(
    r"(?:之前|以前|前)(?:[到入离返]校|上[班学岗]|放学|入[园馆]|[开闭关][门馆园市场业]|停止|结束|营业|开放|熄灯|就寝|到岗|睡|起床)"
)
_IN_WEEK = lazy_pattern(
    rf"(?:周|星期)?(?P<days>[一二三四五六日天](?:[、,，和及](?:周|星期)?[一二三四五六日天]|{TO}(?:周|星期)?(?P<to>[二三四五六日天]))*)(?![次个天期篇条场家轮遍])"
    r"(?:(?=前|之前|上午|下午|[，。；、）)]|$|\d)|(?<!每周一)(?<!期一))"
)
_NTH_DAY = lazy_pattern(
    r"的?(?:第(?P<nth>[一二三四1-4])个?|(?P<last>最后一个?)|前(?P<first>[一二三五1-9]|十|10)个)"
    r"(?:(?P<work>工作日)|(?:星期|周)(?P<weekday>[一二三四五六日天]))"
)
_IN_MONTH = lazy_pattern(
    rf"的?(?:(?P<from>{NUMBER})[日号]?{TO}(?:(?P<to>{NUMBER})[日号]|月?[底末])|(?P<days>{NUMBER}(?:[日号]?前?[、,，和及]{NUMBER})*)[日号](?:前?[、和及](?P<end>月?[底末]))?|(?P<last>最后一[天日]|月?[底末])|(?P<part>初|[上中下](?:旬?[、和及][上中下]){{0,2}}旬))(?![步中])"
)
_IN_QUARTER = lazy_pattern(
    r"的?(?P<which>末月|最后一个月|最后1个月|首月|[次下]个?月|第[一二三123]个月|末|底|初(?!步))"
    rf"的?(?:(?P<day>{NUMBER})[日号]|(?P<end>月?[底末])|(?P<part>[上中下]旬))?"
)
_AFTER = lazy_pattern(rf"(?:结束|终了|过)?后的?(?P<n>{NUMBER})个?(?P<work>工作)?[日天](?:之内|以内|内)")
_IN_HALF = lazy_pattern(rf"(?:末月|最后一个月|[末底](?![线数月]))(?:的?(?P<day>{NUMBER})[日号]|[底末])?")
#: The month behind a quarter is the first of the next.
_QUARTER_MONTHS = dict.fromkeys(("次月", "下月", "下个月", "首月", "第一个月", "第1个月", "初"), 1) | {
    "第二个月": 2,
    "第2个月": 2,
}


#: Why a day of the year gives no rule.
_ONLY_RHYTHM = "only the rhythm is certain"
#: The rule, where its words end, and why it is only half understood.
Inner = tuple["str | None", int, str]


def _in_day(text: str, at: int) -> Inner:
    """每日17时前报送: the hour by which it is done; 每天8点半前到校 and 每日22时前停止营业 are opening hours."""
    time = TIME_OF_DAY.match(text, at)
    if not time or _HOURS.match(text, time.end()):
        return None, at, ""
    return None, time.end(), ""


def _in_week(text: str, at: int) -> Inner:
    found = _IN_WEEK.match(text, at)
    if not found:
        return (None, at + 1, "no rule for a weekend") if text.startswith("末", at) else (None, at, "")
    names = [day for day in found["days"] if day in _WEEKDAYS]
    if found["to"]:
        week = list("一二三四五六日")
        names = week[week.index(names[0].replace("天", "日")) : week.index(names[-1].replace("天", "日")) + 1]
    return "FREQ=WEEKLY;BYDAY=" + ",".join(_WEEKDAYS[name] for name in names), found.end(), ""


def _in_month(text: str, at: int) -> Inner:
    found = _IN_MONTH.match(text, at)
    if not found:
        return _in_month_by_days(text, at) or _after(text, at, "FREQ=MONTHLY")
    rule = _stretch_rule(found["from"], found["to"]) if found["from"] else month_rule(found)
    return (rule, found.end(), "") if rule else (None, at, "")


def _stretch_rule(first: str, last: str | None) -> str | None:
    """每月3—5日, 每月25日至月底: all days of the stretch."""
    days = range(integer(first), (integer(last) if last else 31) + 1)
    fits = len(days) > 1 and days[0] > 0 and days[-1] <= 31
    return "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, days)) if fits else None


def _in_month_by_days(text: str, at: int) -> Inner | None:
    """每月最后一个工作日, 每月第一个星期五, 每月前5个工作日内."""
    found = _NTH_DAY.match(text, at)
    if not found:
        return None
    place = -1 if found["last"] else integer(found["nth"] or found["first"])
    days = "MO,TU,WE,TH,FR" if found["work"] else _WEEKDAYS[found["weekday"]]
    return f"FREQ=MONTHLY;BYDAY={days};BYSETPOS={place}", found.end(), ""


def month_rule(found: re.Match[str]) -> str | None:
    """The RFC 5545 rule of days of every month (每月5日、20日, 每月上旬、下旬); None for a day that no month has."""
    if not found["days"]:
        parts = ["初"] if found["part"] == "初" else [f"{part}旬" for part in found["part"] or "" if part in "上中下"]
        ends = [-1] if found["last"] else [MONTH_PARTS[part][1] or -1 for part in parts]
        return "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, ends))
    days = [integer(day) for day in re.split("[日号]?前?[、,，和及]", found["days"])]
    if not all(1 <= day <= 31 for day in days):
        return None
    days += [-1] if found.groupdict().get("end") else []
    return "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(map(str, days))


def _in_quarter(text: str, at: int) -> Inner:
    found = _IN_QUARTER.match(text, at)
    if not found and (days := _NTH_DAY.match(text, at)):
        return None, days.end(), "no rule for such a day"
    if not found:
        return _after(text, at, "FREQ=YEARLY;BYMONTH=1,4,7,10")
    which = found["which"]
    first = _QUARTER_MONTHS.get(which, 3)
    months = ",".join(str(first + 3 * i) for i in range(4))
    part = "初" if which == "初" else found["part"]
    day = integer(found["day"]) if found["day"] else (part and MONTH_PARTS[part][1]) or -1
    if not (day == -1 or 1 <= day <= 31):
        return None, at, ""
    return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}", found.end(), ""


def _in_half(text: str, at: int) -> Inner:
    found = _IN_HALF.match(text, at)
    if found:
        day = integer(found["day"]) if found["day"] else -1
        return f"FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY={day}", found.end(), ""
    return _after(text, at, "FREQ=YEARLY;BYMONTH=1,7")


def _after(text: str, at: int, rule: str) -> Inner:
    """每季度结束后10日内: the tenth of the month that follows; 5个工作日内: its fifth working day."""
    found = _AFTER.match(text, at)
    if not found:
        return None, at, ""
    days = integer(found["n"])
    if found["work"] and 1 <= days <= 20:
        rule = rule.replace("FREQ=YEARLY", "FREQ=MONTHLY")
        return f"{rule};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={days}", found.end(), ""
    return (f"{rule};BYMONTHDAY={days}", found.end(), "") if 1 <= days <= 28 else (None, found.end(), "no rule")


def _in_year(text: str, at: int) -> Inner:
    begin = at + text.startswith(("的", "于", "在"), at)
    if text.startswith("初", begin) and not text.startswith(("初步", "初级", "初中", "初心"), begin):
        return None, begin + 1, _ONLY_RHYTHM
    begin -= text.startswith(("底", "末"), begin)  # 每年底: the end of 年
    points = read_points(text, begin)
    if points and points.is_range and not points.points[0].has_year:
        return None, points.end, _ONLY_RHYTHM
    if not points or any(p.has_year or p.month_shift is not None or p.grain in ("plan", "year") for p in points.points):
        return None, at, ""
    if not all(point.known for point in points.points):
        return None, points.end, _ONLY_RHYTHM
    return _on_days(points) or (None, points.end, _ONLY_RHYTHM)


def _on_days(points: Points) -> Inner | None:
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
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, sorted(months)))};BYMONTHDAY={day}"


#: The reader of what stands behind 每 and a unit.
INSIDE = {
    "日": _in_day,
    "工作日": _in_day,
    "周": _in_week,
    "月": _in_month,
    "季": _in_quarter,
    "半年": _in_half,
    "年": _in_year,
}
