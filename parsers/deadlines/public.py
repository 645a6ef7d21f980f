"""Deadlines for people who already have a table: one text in, validated records out."""

from __future__ import annotations

from datetime import date

from ...normalize import normalize
from ...normalize.lines import line_starts
from ...schemas.models import Deadline
from ..spans import span_of
from .likeness import deadline_likeness
from .models import Clock
from .reader import read_deadlines

_CELL = 0.5
"""From this likeness on a text may be a deadline cell, below it is running text."""


def parse_deadlines(text: str, *, base: date, plan_year: int | None = None) -> list[Deadline]:
    """The deadlines of a cell or sentence, in printed order.

    ``base`` is the notice's own date, ``plan_year`` the year that its title names, if one; they fix the year of dates
    without one, the system clock never does. Of a text that is mostly time (6月立项，12月竣工) all times count that stand
    by themselves, with scope and milestone; of any other only times set for the action. The text is cleaned as a notice
    is (script, width, glosses); spans are offsets of ``text`` as given. What is not understood is left out. Raises
    TypeError for a base that is no date, and nothing whatever the text.
    """
    if not isinstance(base, date):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"parse_deadlines got {base!r} as base; it is a datetime.date, such as date(2031, 3, 1)")
    cleaned = normalize(text).text
    where = "open" if deadline_likeness(cleaned.text) >= _CELL else "text"
    reading = read_deadlines(
        cleaned.text, Clock(issued=date(base.year, base.month, base.day), plan_year=plan_year), where
    )
    starts = line_starts(text)
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
            span=span_of(starts, begin, end),
        )
        for draft, (begin, end) in zip(reading.deadlines, places, strict=True)
    ]
