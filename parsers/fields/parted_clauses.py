"""Clauses in brackets that never close or that the page breaks off, and those whose lists are parted by blanks: （责任单位：县教育局 县财政局 各乡镇）.

A paragraph is read without its white space, since pages put blanks inside words. Where the blanks of a clause stand
between complete names, they part the list.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from ...normalize.doubt import Doubt
from ..text.piece import Piece
from ..units import UnitDraft, UnitReading, read_clause
from ..units.cells import name_form
from ..units.grammar import Form
from ..units.model import Range

_OPENING, _CLOSING = "（([【〔［{", "）)]】〕］}"
_LONGEST_REST = 3  # characters of a name that the page breaks off
#: A name of no known form is no shorter: what is may be half of one.
_SHORTEST = 3


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


def read_parted(piece: Piece, start: int, end: int) -> UnitReading | None:
    """The reading of the clause ``piece.text[start:end]``, offsets of that text; None when it is none."""
    text = piece.text[start:end]
    reading = read_clause(text)
    blanks = [at - start for at in piece.blanks if start < at < end]
    if not blanks:
        return reading
    bounds = [0, *blanks, len(text)]
    other = read_clause(" ".join(text[a:b] for a, b in pairwise(bounds)))
    if other is None or not _are_names(other):
        return reading
    if reading is not None and _told(other) <= _told(reading):
        return reading
    return _moved(other, [at + place for place, at in enumerate(blanks)])


def _are_names(reading: UnitReading) -> bool:
    """Whether all units are complete names, or all but one of three and more: 县住建局 青石水务 各乡镇."""
    strange = [unit.name for unit in reading.units if name_form(unit.name) < Form.GENERIC]
    others = len(reading.units) - len(strange)
    return others > 0 and (not strange or (len(strange) == 1 < others and len(strange[0]) >= _SHORTEST))


def _told(reading: UnitReading) -> int:
    return len(reading.units) + len(reading.persons)


def _moved(reading: UnitReading, blanks: list[int]) -> UnitReading:
    """The reading with the offsets that it has without the blanks at ``blanks``."""

    def back(start: int, end: int) -> Range:
        return start - bisect_left(blanks, start), end - bisect_left(blanks, end)

    def moved(start: int, end: int) -> dict[str, int]:
        first, last = back(start, end)
        return {"start": first, "end": last}

    return UnitReading(
        units=tuple(unit._replace(**moved(unit.start, unit.end)) for unit in reading.units),
        persons=tuple(person._replace(**moved(person.start, person.end)) for person in reading.persons),
        deadlines=tuple(back(*part) for part in reading.deadlines),
        leftovers=tuple(back(*part) for part in reading.leftovers),
        doubts=tuple(doubt._replace(**moved(doubt.start, doubt.end)) for doubt in reading.doubts),
    )
