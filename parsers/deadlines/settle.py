"""From expressions to dated drafts: the clock applied, with the doubts that remain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from .dates import Years, add, first_day, last_day
from .models import Expression, Point


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one expression and the rule names of the doubts about them."""

    start: str | None = None
    due: str | None = None
    doubts: tuple[str, ...] = ()


def settle(expression: Expression, years: Years) -> Dates:
    """The first and last day of an expression, read in order after those before it."""
    issued = years.clock.issued
    if expression.duration is not None:
        end = add(issued, expression.duration) if expression.from_issue and issued else None
        return Dates(due=_iso(end))
    if expression.from_issue:
        due = _last(expression.due, years) if expression.due else Dates()
        return replace(due, start=_iso(issued))
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
    settled = years.settle(point)
    if not point.known:
        return Dates(doubts=("deadline-not-understood",))
    if settled is None:
        return Dates(doubts=("deadline-year-unknown",))
    day = last_day(settled) if at_end else first_day(settled)
    if day is None:
        return Dates(doubts=("date-does-not-exist",))
    return Dates(due=_iso(day), doubts=("year-moved",) if years.moved else ())


def _bounds(expression: Expression, years: Years) -> Dates:
    """The bounds of a rhythm: 从2016年起每年 has a start, 2018年至2020年每年 both."""
    if expression.start is None:
        return Dates()
    if expression.due is None:
        start = years.settle(expression.start, keep=True)
        return Dates(start=_iso(first_day(start)) if start else None, doubts=() if start else ("deadline-year-unknown",))
    return _stretch(expression.start, expression.due, years)


def _stretch(start: Point, due: Point, years: Years) -> Dates:
    if not (start.known and due.known):
        return Dates(doubts=("deadline-not-understood",))
    first, last, moved = _both(start, due, years)
    if first is None or last is None:
        return Dates(doubts=("deadline-year-unknown",))
    begin, end = first_day(first), last_day(last)
    if begin is None or end is None:
        return Dates(_iso(begin), _iso(end), ("date-does-not-exist",))
    if end < begin:
        return Dates(doubts=("deadline-not-understood",))
    return Dates(_iso(begin), _iso(end), ("year-moved",) if moved else ())


def _both(start: Point, due: Point, years: Years) -> tuple[Point | None, Point | None, bool]:
    """Both ends with their years; one that names none takes it from the other, over the turn of the year if need be."""
    if start.has_year or due.shift is not None or start.month_shift is not None:
        first = years.settle(start, keep=True)
        last = years.settle(due, keep=True)
        if first and last and not due.has_year and due.month_shift is None:
            last = replace(last, year=first.year)
            last = replace(last, year=(first.year or 0) + 1) if _before(last, first) else last
        return first, last, False
    last = years.settle(due)
    moved = years.moved
    if last is None or last.year is None:
        return None, None, False
    first = replace(start, year=last.year)
    if _before(last, first):
        if due.has_year:
            return replace(first, year=last.year - 1), last, False
        first = years.settle(start, keep=True)
        return (first, replace(last, year=(first.year or 0) + 1), False) if first else (None, None, False)
    return first, last, moved


def _before(last: Point, first: Point) -> bool:
    end, begin = last_day(last), first_day(first)
    return end is not None and begin is not None and end < begin


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
