"""What the deadline reader takes and gives."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ...normalize.doubt import Doubt
from ...normalize.named_tuples import NamedTuple

Where = Literal["cell", "clause", "text", "open"]
"""What is read: a deadline cell, a fragment of a clause, running text, or a phrase that may be any of them."""
Kind = Literal["by", "from", "between", "recurring", "ongoing", "relative"]


class Clock(NamedTuple):
    """What fixes the year of a date without one; the system clock never does."""

    issued: date | None = None
    """The notice's own date."""
    plan_year: int | None = None
    """The one year that the plan's title names."""
    plan_years: tuple[int, ...] = ()
    """Several years named in the title: a date without a year then stays open."""
    year_begins: int = 1
    """The month in which the plan's year begins: a school year's March is one of the year after."""

    plan_month: int | None = None
    """The one month that the plan's title names: a cell may then hold days alone."""
    met: date | None = None
    """The day of the meeting whose minutes print no date of their own."""

    @property
    def told(self) -> date | None:
        """The day on which the times were set: years count from it."""
        return self.issued or self.met

    @property
    def tells_year(self) -> bool:
        """Whether a date without a year has one."""
        return self.plan_year is not None or (self.told is not None and not self.plan_years)

    @property
    def since(self) -> date | None:
        """The day before which a time is a fact of the past."""
        year = self.plan_year or min(self.plan_years, default=None)
        return self.told or (date(year, 1, 1) if year else None)

    def since_for(self, found: Expression) -> date | None:
        """The same for one expression: in a plan of the year to come, a date without a year is one of that year."""
        told = self.told
        if self.plan_year is None or told is None or self.plan_year <= told.year:
            return self.since
        dated = any(point is not None and point.has_year for point in (found.start, found.due))
        return told if dated else date(self.plan_year, 1, 1)


class DeadlineDraft(NamedTuple):
    """One deadline; ``begin`` and ``end`` are offsets of ``text`` in the string that was read."""

    text: str
    kind: Kind
    start: str | None
    due: str | None
    rrule: str | None
    applies_to: str | None
    milestone: str | None
    begin: int
    end: int


class DeadlineReading(NamedTuple):
    """The deadlines of a cell, clause or sentence in printed order, and what stayed doubtful."""

    deadlines: tuple[DeadlineDraft, ...]
    doubts: tuple[Doubt, ...]


class Point(NamedTuple):
    """A day or a stretch of days inside one year, before its year is known.

    ``first`` and ``last`` are (month, day); day 0 is the last day of the month. ``year`` is absolute; ``shift``
    counts years from the year at hand (明年 is 1); ``month_shift`` counts months from the issue date (下月 is 1).
    ``years`` is the length of the stretch in years when it is longer than one (a five-year plan).
    """

    grain: Literal["day", "part", "month", "quarter", "half", "year", "plan"]
    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None = None
    shift: int | None = None
    follows: bool = False
    """The shift counts from the year named before it (次年), not from the notice's year (明年)."""
    month_shift: int | None = None
    years: int = 1
    known: bool = True
    """False for a day that no rule fixes: a lunar festival, 年初."""

    @property
    def has_year(self) -> bool:
        """Whether the text itself names the year."""
        return self.year is not None or self.shift is not None


class Duration(NamedTuple):
    """A length of time; working days, hours and minutes fix no date."""

    length: int
    unit: Literal["day", "week", "month", "year", "workday", "hour", "minute"]


class Expression(NamedTuple):
    """A time expression found in the folded text, before the clock has been applied."""

    begin: int
    end: int
    kind: Kind
    start: Point | None = None
    due: Point | None = None
    rrule: str | None = None
    duration: Duration | None = None
    from_issue: bool = False
    """The start is the issue date itself (即日起, 印发之日起)."""
    bare: bool = False
    """Nothing but the words of the calendar: no 前, 内, 起 that says what is meant."""
    restored: bool = False
    """Read from digits that lost their 年月日."""
    open: str = ""
    """Why the expression was only partly understood; empty when it was."""
    shares_tail: bool = False
    """Stands in a list: the action behind the last member is this one's too."""
