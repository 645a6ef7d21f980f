"""The year of a date without one: from the plan's title, else from the notice's own date."""

from __future__ import annotations

from datetime import date

from ..normalize.lazy import lazy_pattern
from .deadlines import Clock
from .frame import Frame

_YEAR = lazy_pattern(r"(?<!\d)(20\d\d|19\d\d)(?=年|[—\-－~～至到]+20\d\d年?|度)")


def clock_for(frame: Frame) -> Clock:
    """What fixes the year of dates in the notice; several years in a title leave it open."""
    issued = date.fromisoformat(frame.issued_on.value) if frame.issued_on is not None else None
    for found in (frame.plan_title, frame.title):
        if found is None:
            continue
        years = sorted({int(year) for year in _YEAR.findall(found.value)})
        if len(years) == 1:
            return Clock(issued, years[0], ())
        if years:
            return Clock(issued, None, tuple(years))
    return Clock(issued, None, ())
