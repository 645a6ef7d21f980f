"""Sentences behind the clause of an item that say inside who does what: …。由市水利局牵头。各镇负责清障。市财政局配合做好保障。"""

from __future__ import annotations

from typing import NamedTuple

from ...normalize.lazy import lazy_pattern
from ..fields.spoken import Clause, explains_rules
from ..text.piece import Piece
from ..units import read_clause, unit_likeness

_SENTENCE = lazy_pattern(r"[^。；！]+[。；！]?")
#: Who does what follows, or helps with it.
_DOES = lazy_pattern(r"(?:由)?([^，。；：！由]{2,40}?(?:牵头|负责|(配合|协助)))(?![的人制任单部]|同志|[。；！]|$)")
_SURE = 0.9


class Told(NamedTuple):
    """A stretch of text and who does it; a ``joined`` clause names helpers of the task before, None nobody."""

    start: int
    end: int
    clause: Clause | None


def told_behind(piece: Piece, at: int) -> list[Told]:
    """The sentences of a text from ``at`` on, where the first of them opens with who does it; empty where not."""
    found: list[Told] = []
    for sentence in _SENTENCE.finditer(piece.text, at):
        clause = _told(piece.text, *sentence.span())
        if clause is None and not found:
            return []
        found.append(Told(*sentence.span(), clause))
    return found


def _told(text: str, start: int, end: int) -> Clause | None:
    match = _DOES.match(text, start, end)
    if match is None or explains_rules(text[start:end]):
        return None
    reading = read_clause(match[1])
    if reading is None or reading.leftovers or reading.persons or not reading.units:
        return None
    if any(unit_likeness(unit.name) < _SURE for unit in reading.units):
        return None
    return Clause(start, match.end(), match.start(1), reading, joined=match[2] is not None)
