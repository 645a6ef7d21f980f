"""From expressions to dated drafts: the clock applied, with the doubts that remain."""

from __future__ import annotations

from datetime import date

from ...normalize.named_tuples import NamedTuple
from .dates import Years, add, first_day, last_day
from .models import Expression, Point


class Dates(NamedTuple):
    """The dates of one expression and the rule names of the doubts about them."""

    start: str | None = None
    due: str | None = None
    doubts: tuple[str, ...] = ()


NO_YEAR = Dates(doubts=("deadline-year-unknown",))
NOT_UNDERSTOOD = Dates(doubts=("deadline-not-understood",))


def settle(expression: Expression, years: Years) -> Dates:
    """The first and last day of an expression, read in order after those before it."""
    issued = years.clock.issued
    if expression.duration is not None:
        end = add(issued, expression.duration) if expression.from_issue and issued else None
        return Dates(due=_iso(end))
    if expression.from_issue:
        due = _last(expression.due, years) if expression.due else Dates()
        return due._replace(start=_iso(issued))
    if expression.kind == "recurring":
        return _bounds(expression, years)
    if expression.start and expression.due:
        return _stretch(expression.start, expression.due, years)
    if expression.start:
        return _first(expression.start, years)
    return _last(expression.due, years) if expression.due else Dates()


def _last(point: Point, years: Years) -> Dates:
    return _one(point, years, at_end=True)


def _first(point: Point, years: Years) -> Dates:
    found = _one(point, years, at_end=False)
    return Dates(start=found.due, doubts=found.doubts)


def _one(point: Point, years: Years, *, at_end: bool) -> Dates:
    if not point.known:
        return NOT_UNDERSTOOD
    dated = _dated(point, years)
    if dated is None:
        return NO_YEAR
    point, year = dated
    day = last_day(point, year) if at_end else first_day(point, year)
    if day is None:
        return Dates(doubts=("date-does-not-exist",))
    return Dates(due=_iso(day), doubts=("year-moved",) if years.moved else ())


def _dated(point: Point, years: Years, *, keep: bool = False) -> tuple[Point, int] | None:
    if point.month_shift is not None:
        in_month = years.in_month(point)
        if in_month is None:
            return None
        point = in_month
    year = years.of(point, keep=keep)
    return (point, year) if year is not None else None


def _bounds(expression: Expression, years: Years) -> Dates:
    """The bounds of a rhythm: 从2016年起每年 has a start, 到2020年每年 an end, 2018年至2020年每年 both."""
    if expression.start is None:
        return _last(expression.due, years) if expression.due is not None else Dates()
    if expression.due is not None:
        return _stretch(expression.start, expression.due, years)
    dated = _dated(expression.start, years, keep=True)
    return Dates(start=_iso(first_day(*dated))) if dated else NO_YEAR


def _stretch(start: Point, due: Point, years: Years) -> Dates:
    if not (start.known and due.known):
        return NOT_UNDERSTOOD
    years.moved = False
    both = _both(start, due, years)
    if both is None:
        return NO_YEAR
    begin, end = first_day(*both[0]), last_day(*both[1])
    if begin is None or end is None:
        return Dates(_iso(begin), _iso(end), ("date-does-not-exist",))
    if end < begin:
        return NOT_UNDERSTOOD
    return Dates(_iso(begin), _iso(end), ("year-moved",) if years.moved else ())


_Dated = tuple[Point, int]


def _both(start: Point, due: Point, years: Years) -> tuple[_Dated, _Dated] | None:
    """Both ends with their years; one that names none takes it from the other, over the turn of the year if need be."""
    if start.has_year or start.month_shift is not None or due.shift is not None:
        first, last = _dated(start, years, keep=True), _dated(due, years, keep=True)
        if first is None or last is None:
            return None
        if not due.has_year and due.month_shift is None:
            last = (last[0], first[1] + _turns(first, (last[0], first[1])))
        return first, last
    last = _dated(due, years)
    if last is None:
        return None
    first = (start, last[1])
    if not _turns(first, last):
        return first, last
    if due.has_year:
        return (start, last[1] - 1), last
    first = _dated(start, years, keep=True)
    return (first, (due, first[1] + 1)) if first else None


def _turns(first: _Dated, last: _Dated) -> bool:
    """Whether the last day comes before the first, so that the turn of the year lies between them."""
    begin, end = first_day(*first), last_day(*last)
    return begin is not None and end is not None and end < begin


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
