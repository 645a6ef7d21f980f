"""Clauses in brackets that never close, or that the page breaks off."""

from __future__ import annotations

from ...normalize.doubt import Doubt
from ..units import UnitDraft, UnitReading
from ..units.cells import name_form
from ..units.grammar import Form

_OPENING, _CLOSING = "（([【〔［{", "）)]】〕］}"
_LONGEST_REST = 3  # characters of a name that the page breaks off


def is_balanced(text: str, start: int, end: int) -> bool:
    """Whether as many brackets close in a group as open: （责任单位：县住建局、各区政府（管委会） lacks one."""
    opened, closed = (sum(text.count(mark, start, end) for mark in marks) for marks in (_OPENING, _CLOSING))
    return closed >= opened


def without_piece(reading: UnitReading) -> UnitReading:
    """A clause that the page breaks off, without the first characters of the name it broke: （市教育局、市发."""
    last = reading.units[-1] if reading.units else None
    if last is None or len(last.name) > _LONGEST_REST or (len(last.name) > 1 and name_form(last.name) != Form.NONE):
        return reading
    doubts = tuple(doubt for doubt in reading.doubts if doubt.start < last.start)
    return reading._replace(units=reading.units[:-1], doubts=(*doubts, _cut_short(last)))


def _cut_short(unit: UnitDraft) -> Doubt:
    return Doubt("unit-name-unknown-form", unit.start, unit.end, unit.name)
