"""Calendar arithmetic on the parts of a date, and the year of a date that has none."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from ..text.numerals import DIGITS
from .models import Clock, Duration, Point

FIRST_YEAR, LAST_YEAR = 1900, 2199
NEW_YEAR = (1, 1)
"""The day that closes a year when it is named as a limit: 元旦前 in a plan of 2030 is the first of 2031."""


def year_number(text: str) -> int:
    """The value of a year in digits or Chinese numerals read one by one (二〇二〇)."""
    if text.isdecimal():
        return int(text)
    return int("".join(str(DIGITS[char]) for char in text))


def month_end(year: int, month: int) -> int:
    """The last day of a month."""
    return monthrange(year, month)[1]


def day_of(year: int, month_day: tuple[int, int]) -> date | None:
    """The date of (month, day) in a year, day 0 being the last of the month; None when there is no such day."""
    month, day = month_day
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    end = month_end(year, month)
    return date(year, month, day or end) if day <= end else None


def valid(month: int, day: int) -> bool:
    """Whether a month has such a day in some year."""
    return day_of(2020, (month, day)) is not None


def add(day: date, length: Duration) -> date | None:
    """The last day of a length of calendar time counted from ``day``; None for working days, hours and minutes."""
    if length.unit in ("workday", "hour", "minute") or length.length > 3660:
        return None
    if length.unit in ("day", "week"):
        return day + timedelta(days=length.length * (7 if length.unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + length.length * (12 if length.unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1)))


class Years:
    """Gives points of time their year, reading from left to right.

    The year named earlier in the same cell or clause comes first, then the one year of the plan's title, then the
    notice's own.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.named: int | None = None
        self._anchor: int | None = None
        self.moved = False
        """Whether the last point was moved to the next year because its day was past on the issue date."""

    def of(self, point: Point, *, keep: bool = False) -> int | None:
        """The year of a point, or None when nothing tells it. ``keep``: never move to the next year."""
        self.moved = False
        if point.year is not None:
            if point.grain != "plan":  # “十五五”期间 names no year for the months behind it
                self.named = self._anchor = point.year
            return point.year
        if point.shift is not None:
            return self._by_word(point, point.shift)
        if self.named is not None:
            return self.named
        issued = self.clock.told
        if self.clock.plan_year is not None:
            year = self.clock.plan_year + (point.last[0] < self.clock.year_begins)
            self.moved = not keep and point.last == NEW_YEAR and _is_before(point, year, issued)
            return year + self.moved
        if issued is None or self.clock.plan_years:
            return None
        self.moved = not keep and _is_before(point, issued.year, issued)
        return issued.year + self.moved

    def _by_word(self, point: Point, shift: int) -> int | None:
        """明年 counts from the notice's year, 次年 from the year named before it."""
        issued = self.clock.told
        own = self.clock.plan_year or (issued.year if issued else None)
        base = (self._anchor or own) if point.follows else own
        if base is None:
            return None
        self.named = base + shift
        if not point.follows:
            self._anchor = self.named
        return self.named

    def in_month(self, point: Point) -> Point | None:
        """本月, 下月 and 本季度 counted from the issue date: the same point with its months and year."""
        issued = self.clock.told
        if issued is None or point.month_shift is None:
            return None
        now = issued.month - 1 if point.grain != "quarter" else (issued.month - 1) // 3 * 3
        year, month = divmod(issued.year * 12 + now + point.month_shift, 12)
        first, last = (month + point.first[0], point.first[1]), (month + point.last[0], point.last[1])
        return point._replace(year=year, month_shift=None, first=first, last=last)


def _is_before(point: Point, year: int, issued: date | None) -> bool:
    last = last_day(point, year)
    return last is not None and issued is not None and last < issued


def first_day(point: Point, year: int) -> date | None:
    """The first day of a point in a year; None when there is no such day."""
    return day_of(year, point.first)


def last_day(point: Point, year: int) -> date | None:
    """The last day of a point in a year; None when there is no such day."""
    return day_of(year + point.years - 1, point.last)
