"""Several points in one expression: lists (3、6、9、12月20日) and ranges (3-5月, 5月10日至15日)."""

from __future__ import annotations

import re
from itertools import pairwise

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..text.numerals import integer
from .dates import valid
from .models import Point
from .points import PART_OF_MONTH, YEAR, quarter_point, read_point, with_year
from .words import MONTH_PARTS, NUMBER, YEAR_NUMBER

TO = r"(?:[-—–~～]+|至|到)"
_AND = r"[、,，和及与/]"
_MEMBER = rf"第?(?:{NUMBER}|首)"
# Numbers that share the unit behind the last of them.
_SHARED = lazy_pattern(
    rf"(?:{YEAR})?(?:(?P<in_month>{NUMBER})月)?(?<![\d.])(?P<numbers>{_MEMBER}(?:(?:{_AND}|{TO}){_MEMBER}){{1,11}})"
    rf"(?:(?P<month>月)份?的?(?:(?P<day>{NUMBER})[日号](?![常程均])|{PART_OF_MONTH})?|(?P<quarter>季度)[末底]?|(?P<days>[日号])(?![常程均]))"
    r"(?!内)"
)
_YEARS = lazy_pattern(
    rf"(?<!\d)(?P<numbers>{YEAR_NUMBER}(?:年?度?{TO}{YEAR_NUMBER}|(?:[、,，和及与]{YEAR_NUMBER}){{1,8}})年?)"
    r"(?:(?<=年)(?!第?[一二三四1-4]季|[上下]半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)|(?=[，。；、,;)）]|$))度?(?P<end>年?[底末](?![线数]))?"
)
# 2030年、2033年底: the end of the year is that of both.
_YEAR_ENDS = lazy_pattern(
    rf"(?<!\d)(?P<numbers>{YEAR_NUMBER}(?:年[、和及与]{YEAR_NUMBER}){{1,8}})(?P<end>年?[底末](?![线数]))"
)
_MARK = lazy_pattern(rf"{TO}|{_AND}")
"""A list or range shows its first mark soon; without one there is no need to try."""
_SPLIT = lazy_pattern(rf"({TO})|{_AND}")
_WEEKDAY = r"(?:[（(](?:星期|周|礼拜)[一二三四五六日天][)）])?"
# 3月1日0时至6月30日24时, 4月22日（周一）上午至26日: the hour and the day of the week belong to the day.
_TO = lazy_pattern(
    rf"{_WEEKDAY}(?:上午|下午|中午|晚上?)?"
    rf"(?:\d{{1,2}}(?:[时点](?:\d{{1,2}}分|半)?|[:：]\d{{2}}))?(?:起|开始)?[，,]?{TO}"
)
_WEEKDAY_BEHIND = lazy_pattern(_WEEKDAY)
_NEXT = lazy_pattern(r"[、/和及与]|[，,](?=\d{1,2}月\d{0,2}[日底末]?前?[、，,/和及]\d)")


_NUMBER_ENDS = frozenset("0123456789一二三四五六七八九十首")
_NUMBER_STARTS = _NUMBER_ENDS | {"第"}
_CENTURIES = ("19", "20")
_YEAR_DIGITS = frozenset("〇零九")
"""Second character of a year in Chinese digits (二〇三〇)."""

_GOES_ON = frozenset("-—–~～至到起开，,、/和及与0123456789上下中晚（(")
"""What can join a point to the next one."""


class Points(NamedTuple):
    """Points in printed order with where each begins and ends; ``is_range``: the first and last day of one stretch."""

    points: tuple[Point, ...]
    places: tuple[tuple[int, int], ...]
    end: int
    is_range: bool = False
    shared: bool = False
    """The points share one unit word, and so one place."""


#: 上、下半年各一次: both halves, each with its end.
_HALVES = lazy_pattern(rf"(?:{YEAR})?上[、和及与]?下半年")
_HALF_YEARS = Point("half", (1, 1), (6, 0)), Point("half", (7, 1), (12, 0))
_FARTHEST_HALF = 12
_WHOLE_YEAR = Point("year", (1, 1), (12, 0))


def read_points(text: str, at: int) -> Points | None:
    """The list or range of points, or the single point, that begins at an offset."""
    if text.startswith("今明两年", at) and text[at + 4 : at + 5] not in ("是", "为", "的"):
        return Points((_WHOLE_YEAR._replace(shift=0), _WHOLE_YEAR._replace(shift=1)), ((at, at + 4),) * 2, at + 4, True)
    if "下半年" in text[at + 1 : at + _FARTHEST_HALF] and (halves := _HALVES.match(text, at)):
        points = tuple(with_year(half, halves) or half for half in _HALF_YEARS)
        return Points(points, (halves.span(),) * 2, halves.end(), shared=True)
    mark = _MARK.search(text, at + 1, at + 14)
    found = _read_joined(text, at, mark) if mark else None
    if not found:
        single = read_point(text, at)
        if not single:
            return None
        point, end = single
        found = Points((point,), ((at, end),), end)
    if found.is_range or text[found.end : found.end + 1] not in _GOES_ON:
        return found
    return _read_range(text, found) or _read_list(text, found)


def _read_joined(text: str, at: int, mark: re.Match[str]) -> Points | None:
    """Numbers with one unit for all, or years: both have a number on either side of their first mark."""
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    if before in _NUMBER_ENDS and after in _NUMBER_STARTS and (found := _read_shared(text, at)):
        return found
    return _read_years(text, at) if _opens_year(text, at) and _opens_year(text, mark.end()) else None


def _opens_year(text: str, at: int) -> bool:
    return text[at : at + 2] in _CENTURIES or text[at + 1 : at + 2] in _YEAR_DIGITS


def _read_range(text: str, first: Points) -> Points | None:
    if len(first.points) != 1:
        return None
    to = _TO.match(text, first.end)
    if not to:
        return None
    second = _unsigned_day(text, to.end(), first.points[0]) or read_point(text, to.end())
    second = second or _short_end(text, to.end(), first.points[0])
    if not second or second[0].grain == "plan":
        return None
    point, end = second
    start = first.points[0]
    if text.startswith(("（", "("), end) and (weekday := _WEEKDAY_BEHIND.match(text, end)):
        end = weekday.end()
    return Points((start, point), ((first.places[0][0], end),) * 2, end, is_range=True)


#: 4月22日至4月26前, 4月22日至26前: the day that ends a stretch of days lost its 日.
_UNSIGNED_DAY = lazy_pattern(r"(?:(?P<month>\d{1,2})月份?)?(?P<day>\d{1,2})(?=[之以]?前(?![期后]))")


def _unsigned_day(text: str, at: int, start: Point) -> tuple[Point, int] | None:
    found = _UNSIGNED_DAY.match(text, at) if start.grain == "day" else None
    if found is None:
        return None
    day = (int(found["month"] or start.first[0]), int(found["day"]))
    return (start._replace(first=day, last=day), found.end()) if valid(*day) else None


_LATER_DAY = lazy_pattern(r"(\d{1,2})[日号](?![内常程均]|[以之]内)")
_BARE_DAY = lazy_pattern(rf"({NUMBER})[日号]")
_DOT_DAY = lazy_pattern(r"(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?![\d.])日?")
_BARE_MONTH = lazy_pattern(r"(1[0-2]|0?[1-9])(?![\d.%％月日号年季/-])")


def _short_end(text: str, at: int, start: Point) -> tuple[Point, int] | None:
    """5月10日至15日, 2021.6-12: the end of a range without the month or year that it shares with the start."""
    if start.grain == "day" and (found := _DOT_DAY.match(text, at)):
        day = (int(found[1]), int(found[2]))
        return (start._replace(first=day, last=day), found.end()) if valid(*day) else None
    if start.grain == "day" and (found := _BARE_DAY.match(text, at)):
        day = (start.first[0], integer(found[1]))
        return start._replace(first=day, last=day), found.end()
    numeric = start.grain == "month" and start.year and text[at - 2 : at - 1].isdecimal()
    if numeric and (found := _BARE_MONTH.match(text, at)):
        month = int(found[1])
        return start._replace(first=(month, 1), last=(month, 0)), found.end()
    return None


def _read_list(text: str, first: Points) -> Points:
    points, places, end = list(first.points), list(first.places), first.end
    while len(points) < 24:
        mark = _NEXT.match(text, end)
        following = (read_point(text, mark.end()) or _later_day(text, mark.end(), points[-1])) if mark else None
        if not mark or not following or not _alike(points[-1], following[0]):
            break
        point, end = following
        places.append((mark.end(), end))
        points.append(point)
    if len(points) > len(first.points):
        points = _share_day(points)
    return Points(tuple(points), tuple(places), end, shared=first.shared and len(points) == len(first.points))


def _later_day(text: str, at: int, before: Point) -> tuple[Point, int] | None:
    """6月10日、20日前: a further day of the month before it."""
    found = _LATER_DAY.match(text, at) if before.grain == "day" and text[at : at + 1].isdecimal() else None
    if found is None or not before.last[1] < int(found[1]) <= 31:
        return None
    day = (before.last[0], int(found[1]))
    return before._replace(first=day, last=day), found.end()


def _alike(one: Point, other: Point) -> bool:
    return one.grain != "year" and other.grain != "year" and (one.month_shift is None) == (other.month_shift is None)


def _share_day(points: list[Point]) -> list[Point]:
    """3月、9月20日: the day behind the last month holds for the months before it."""
    last = points[-1]
    if last.grain not in ("day", "part"):
        return points
    return [
        p._replace(grain=last.grain, first=(p.first[0], last.first[1]), last=(p.last[0], last.last[1]))
        if p.grain == "month" else p
        for p in points
    ]  # fmt: skip


def _read_shared(text: str, at: int) -> Points | None:
    found = _SHARED.match(text, at)
    if not found:
        return None
    pieces = _SPLIT.split(found["numbers"])
    numbers = [integer(piece.removeprefix("第")) for piece in pieces[::2]]
    marks = pieces[1::2]
    is_range = len(numbers) == 2 and marks[0] is not None
    if any(marks) and not is_range:
        return None
    points = [with_year(_member(found, value), found) for value in numbers]
    known = [point for point in points if point]
    if is_range and known and found["mpart"]:
        known[0] = known[0]._replace(first=(known[0].first[0], 1))  # 4—10月底 begins with April
    if len(known) != len(points) or (not is_range and _falls(numbers)):
        return None
    place = (at, found.end())
    return Points(tuple(known), (place,) * len(known), found.end(), is_range, shared=True)


def _falls(numbers: list[int]) -> bool:
    """A list of months rises; one that does not is something else (an item number before a month)."""
    return any(a >= b for a, b in pairwise(numbers))


def _member(found: re.Match[str], value: int) -> Point | None:
    if found["quarter"]:
        return None if found["in_month"] else quarter_point(value)
    if found["days"]:
        if not found["in_month"] or not 1 <= value <= 31:
            return None
        month = integer(found["in_month"])
        return Point("day", (month, value), (month, value)) if 1 <= month <= 12 else None
    if found["in_month"] or not 1 <= value <= 12:
        return None
    if found["day"]:
        day = integer(found["day"])
        return Point("day", (value, day), (value, day)) if 1 <= day <= 31 else None
    if found["mpart"] == "中":
        return None
    first, last = MONTH_PARTS.get(found["mpart"] or "", (1, 0))
    return Point("part" if found["mpart"] else "month", (value, first), (value, last))


def _read_years(text: str, at: int) -> Points | None:
    """2019—2021年, 2018、2019年."""
    found = _YEARS.match(text, at) or _YEAR_ENDS.match(text, at)
    if not found:
        return None
    pieces = _SPLIT.split(found["numbers"])
    years = [int(piece.rstrip("年度")) if piece.rstrip("年度").isdecimal() else 0 for piece in pieces[::2]]
    is_range = len(years) == 2 and pieces[1] is not None
    if 0 in years or (any(pieces[1::2]) and not is_range) or _falls(years):
        return None
    first = (12, 0) if found["end"] else (1, 1)
    points = tuple(
        Point("year", (1, 1) if is_range and i == 0 else first, (12, 0), year) for i, year in enumerate(years)
    )
    return Points(points, ((at, found.end()),) * len(points), found.end(), is_range, shared=True)
