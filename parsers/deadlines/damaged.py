"""Dates that lost their 年, 月 or 日 on a page: read only when one reading is valid."""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern
from .dates import valid
from .models import Point
from .points import is_basic

_YEAR_FIRST = lazy_pattern(
    r"(?<![\d.])(?P<year>20[0-4]\d)(?P<rest>\d{1,4})(?P<sign>[月日号]?)(?![\d.%％亿万元个家户名项])"
)
_YEAR_UNSIGNED = lazy_pattern(
    r"(?<![\d.])(?P<year>20[0-4]\d)(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])[日号]"
)  # 202611月15日
_YEAR_ALONE = lazy_pattern(r"20[0-4]\d")
_YEAR_KEPT = lazy_pattern(r"(?P<year>20\d\d)年(?P<rest>\d{1,4})(?P<sign>[日号]?)(?=前|底|之前|$|[，。；])")
_NO_MONTH = lazy_pattern(r"(?<![\d.])(?P<rest>\d{3,4})[日号](?=前|之前|以前|起)")
_NO_SIGNS = lazy_pattern(r"(?<![\d.])(?P<rest>\d{3,4})(?=前|之前|以前)")  # 630前
_POINTED = lazy_pattern(r"(?P<month>1[0-2]|[1-9])[.·/](?P<day>3[01]|[12]\d)")  # 5.31, 6/30, all that a cell says
_NO_SIGN = lazy_pattern(r"(?P<month>1[0-2]|[1-9])[底末]前?")  # 10底前, all that a cell says
#: What stands between month and day as it was printed: nothing is lost.
POINTS = frozenset(".·/")
#: The same between marks: 县住建局牵头，4底前; 4月底前, but 第4底前 none.
_NO_SIGN_INSIDE = lazy_pattern(
    r"(?:(?<=[，；：、（(\s])|^)(?P<month>1[0-2]|[1-9])底(?:之?前|以前)(?=完成|[，。；、）)\s]|$)"
)
_NO_DAY = lazy_pattern(r"(?<![\d.])(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])(?=前|之前|以前|$|[，。；])")


def read_damaged(text: str, at: int, *, alone: bool) -> tuple[Point | None, int] | None:
    """The date that begins at an offset and its end; the date is None when several readings are valid.

    ``alone``: the digits stand in a deadline cell, so that digits without any 年月日 can only be a date.
    """
    found = _NO_DAY.match(text, at)
    if found:
        month, day = int(found["month"]), int(found["day"])
        return (Point("day", (month, day), (month, day)), found.end()) if valid(month, day) else None
    found = _POINTED.fullmatch(text) if alone and at == 0 else None
    if found and valid(int(found["month"]), int(found["day"])):
        month, day = int(found["month"]), int(found["day"])
        return Point("day", (month, day), (month, day)), found.end()
    found = _NO_SIGN.fullmatch(text) if alone and at == 0 else None
    found = found or _NO_SIGN_INSIDE.match(text, at)
    if found:
        return Point("month", (int(found["month"]), 1), (int(found["month"]), 0)), found.end()
    if alone and at == 0 and _YEAR_ALONE.fullmatch(text):
        return Point("year", (1, 1), (12, 0), int(text)), 4
    found = _YEAR_UNSIGNED.match(text, at)
    if found:
        month, day = int(found["month"]), int(found["day"])
        point = Point("day", (month, day), (month, day), int(found["year"])) if valid(month, day) else None
        return point, found.end()
    found = _YEAR_KEPT.match(text, at) or _year_first(text, at, alone=alone)
    if found:
        return _only(readings(found["rest"], found["sign"]), int(found["year"])), found.end()
    found = _NO_MONTH.match(text, at) or (_NO_SIGNS.match(text, at) if alone else None)
    if found:
        return _only(_month_days(found["rest"]), None), found.end()
    return None


def _year_first(text: str, at: int, *, alone: bool) -> re.Match[str] | None:
    found = None if is_basic(text, at) else _YEAR_FIRST.match(text, at)
    return found if found and (alone or found["sign"]) else None


def readings(digits: str, sign: str) -> list[tuple[int, int]]:
    """The valid (month, day) readings of digits behind a year; day 0 for a month alone.

    A month of one or two digits comes before a month and a day: 202211 is November.
    """
    if sign == "月" or (not sign and len(digits) <= 2):
        month = int(digits) if len(digits) <= 2 else 0
        if 1 <= month <= 12:
            return [(month, 0)]
        if sign == "月":
            return []
    return _month_days(digits)


def _month_days(digits: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for cut in (1, 2):
        month, day = digits[:cut], digits[cut:]
        if not 1 <= len(day) <= 2 or month == "0" or (cut == 1 and day[0] == "0"):
            continue
        if int(day) and valid(int(month), int(day)):
            found.append((int(month), int(day)))
    return found


def _only(found: list[tuple[int, int]], year: int | None) -> Point | None:
    if len(found) != 1:
        return None
    month, day = found[0]
    if day:
        return Point("day", (month, day), (month, day), year)
    return Point("month", (month, 1), (month, 0), year)
