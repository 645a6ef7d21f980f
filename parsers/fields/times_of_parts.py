"""Clauses whose parts have units and a time each: 责任单位：县直各单位，6月底前完成；各乡镇，8月底前完成."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..units import UnitReading

_STOP = lazy_pattern("[；;]")
_FEWEST = 2


def whom_times_are_for(text: str, reading: UnitReading) -> Sequence[str | None]:
    """Whom each deadline of a clause is for, in their order; nobody in particular where a part lacks units or a time."""
    nobody: list[str | None] = [None] * len(reading.deadlines)
    if len(reading.deadlines) < _FEWEST or not reading.units:
        return nobody
    stops = [found.start() for found in _STOP.finditer(text, 0, max(end for _, end in reading.deadlines))]
    places = range(len(stops) + 1)
    named = [[unit for unit in reading.units if _place(stops, unit.start) == place] for place in places]
    timed = [_place(stops, start) for start, _ in reading.deadlines]
    if not stops or not all(named) or sorted(timed) != list(places):
        return nobody
    return [text[named[place][0].start : named[place][-1].end] for place in timed]


def _place(stops: Sequence[int], at: int) -> int:
    return sum(stop < at for stop in stops)
