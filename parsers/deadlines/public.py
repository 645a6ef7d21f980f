"""Deadlines for people who already have a table: one text in, validated records out."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from ...normalize import normalize
from ...normalize.lazy import lazy_pattern
from ...schemas.models import Deadline, Span
from .likeness import deadline_likeness
from .models import Clock
from .reader import read_deadlines

_LINE_END = lazy_pattern(r"\r\n|\r|\n")
_CELL = 0.5
"""From this likeness on a text may be a deadline cell, below it is running text."""


def parse_deadlines(text: str, *, base: date, plan_year: int | None = None) -> list[Deadline]:
    """The deadlines of a cell or sentence, in printed order.

    ``base`` is the notice's own date, ``plan_year`` the year that its title names, if one; they fix the year of dates
    without one, the system clock never does. Of a text that is mostly time (6月立项，12月竣工) all times count that stand
    by themselves, with scope and milestone; of any other only times set for the action. The text is cleaned as a notice
    is (script, width, glosses); spans are offsets of ``text`` as given. What is not understood is left out; nothing
    raises.
    """
    cleaned = normalize(text).text
    where = "open" if deadline_likeness(cleaned.text) >= _CELL else "text"
    reading = read_deadlines(cleaned.text, Clock(issued=base, plan_year=plan_year), where)
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    places = [cleaned.source_range(draft.begin, draft.end) for draft in reading.deadlines]
    return [
        Deadline(
            text=text[begin:end],
            kind=draft.kind,
            start=draft.start,
            due=draft.due,
            rrule=draft.rrule,
            applies_to=draft.applies_to,
            milestone=draft.milestone,
            span=_span(begin, end, starts),
        )
        for draft, (begin, end) in zip(reading.deadlines, places, strict=True)
    ]


def _span(begin: int, end: int, starts: list[int]) -> Span:
    last = max(begin, end - 1)
    return Span(start=begin, end=end, line=bisect_right(starts, begin), end_line=bisect_right(starts, last))
