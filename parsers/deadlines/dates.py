"""Calendar arithmetic on the parts of a date, and the year of a date that has none."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from .models import Clock, Duration, Point
from .words import DIGITS

FIRST_YEAR, LAST_YEAR = 1900, 2199


def number(text: str) -> int:
    """The value of a number in digits or Chinese numerals up to 999 (十二, 二十, 一百二十)."""
    if text.isdecimal():
        return int(text)
    total = pending = 0
    for char in text:
        if char == "百":
            total, pending = total + (pending or 1) * 100, 0
        elif char == "十":
            total, pending = total + (pending or 1) * 10, 0
        else:
            pending = DIGITS[char]
    return total + pending


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
    """The last day of a length of calendar time counted from ``day``; None for working days and hours."""
    if length.unit in ("workday", "hour") or length.count > 3660:
        return None
    if length.unit in ("day", "week"):
        return day + timedelta(days=length.count * (7 if length.unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + length.count * (12 if length.unit == "year" else 1)
    year, month = divmod(months, 12)
    if year > LAST_YEAR:
        return None
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

    def settle(self, point: Point, *, keep: bool = False) -> Point | None:
        """The point with its year, or None when nothing tells it. ``keep``: never move to the next year."""
        self.moved = False
        issued = self.clock.issued
        if point.month_shift is not None:
            return _month_from(issued, point) if issued else None
        if point.year is not None:
            self.named = self._anchor = point.year
            return point
        if point.shift is not None:
            return self._by_word(point, point.shift)
        base = self._base()
        if base is None:
            return None
        settled = replace(point, year=base)
        if not keep and self.named is None and self.clock.plan_year is None and _is_past(settled, issued):
            self.moved = True
            return replace(settled, year=base + 1)
        return settled

    def _by_word(self, point: Point, shift: int) -> Point | None:
        """明年 counts from the notice's year, 次年 from the year named before it."""
        issued = self.clock.issued
        own = self.clock.plan_year or (issued.year if issued else None)
        base = (self._anchor or own) if point.follows else own
        if base is None:
            return None
        self.named = base + shift
        if not point.follows:
            self._anchor = self.named
        return replace(point, year=self.named, shift=None)

    def _base(self) -> int | None:
        if self.named is not None:
            return self.named
        if self.clock.plan_year is not None:
            return self.clock.plan_year
        if self.clock.issued is not None and not self.clock.plan_years:
            return self.clock.issued.year
        return None


def _is_past(point: Point, issued: date | None) -> bool:
    last = last_day(point)
    return issued is not None and last is not None and last < issued


def _month_from(issued: date, point: Point) -> Point:
    year, month = divmod(issued.year * 12 + issued.month - 1 + (point.month_shift or 0), 12)
    return replace(
        point, year=year, month_shift=None, first=(month + 1, point.first[1]), last=(month + 1, point.last[1])
    )


def first_day(point: Point) -> date | None:
    """The first day of a settled point; None when there is no such day."""
    return day_of(point.year, point.first) if point.year is not None and point.known else None


def last_day(point: Point) -> date | None:
    """The last day of a settled point; None when there is no such day."""
    return day_of(point.year + point.years - 1, point.last) if point.year is not None and point.known else None
