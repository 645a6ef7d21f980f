"""What two lines of a column cost as one cell, and what a cell costs by what it is as a whole, on pages that wrap cells."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...deadlines import deadline_likeness
from ...fields.breaks import breaks_inside, ends_name
from ...units import unit_likeness
from ...units.grammar import region_end
from .places import had_no_room

#: What it costs to take two lines of a column for one cell though the first had room: units stand one a line, too.
ROOM, _UNIT_BELOW, _BEHIND_END = 1.5, 0.4, 0.6
#: What it costs to take them for two although the first ends in the middle; a cell of units that is none as a whole.
BROKEN, _UNLIKE = 2.0, 1.5
ENDS = "。；！？"
_GO_ON = "、，；"
#: A list of units that stops behind the region of the next.
_BEGUN = lazy_pattern("(?:^|、)(?:各|[省市县区州旗镇乡])?$")
#: A cell this much like units or a time is a whole one.
WHOLE = 0.8


def kind_cost(kind: str, whole: str) -> float:
    """What a cell costs by what it is as a whole, under a head of that ``kind``."""
    if kind == "unit":
        return BROKEN if _BEGUN.search(whole) else _UNLIKE * (1.0 - unit_likeness(whole))
    return _UNLIKE * (1.0 - deadline_likeness(whole)) if kind == "deadline" else 0.0


class Joints:
    """The joints of columns of these kinds, each with ``rooms`` for so much text on a line; 0 where that is not known."""

    def __init__(self, kinds: Sequence[str], rooms: Sequence[int]) -> None:
        self._kinds, self._rooms = kinds, rooms

    def cost(self, column: int, above: str, below: str) -> float:
        """What it costs to take two texts of a column for one cell."""
        if self.is_torn(column, above, below):
            return 0.0
        full = self.is_full(column, above, below)
        if self._kinds[column] == "unit":
            return _unit_cost(above, below, full)
        return (_BEHIND_END if above[-1] in ENDS else 0.0) if full else ROOM

    def is_torn(self, column: int, above: str, below: str) -> bool:
        """Whether two texts of a column are surely parts of one: of a word, of a name, or of a time."""
        if self._kinds[column] == "unit" and unit_likeness(below) < WHOLE and ends_name(above, below):
            return True
        if self._kinds[column] == "deadline" and deadline_likeness(below) < WHOLE < deadline_likeness(above + below):
            return True
        return breaks_inside(above, below)

    def is_full(self, column: int, above: str, below: str) -> bool:
        """Whether a line has no room for what begins the next; Latin letters and digits may be wider than half the others."""
        latin = any(map(str.isascii, above))
        return had_no_room(above, below, self._rooms[column] - latin, True)


def _unit_cost(above: str, below: str, full: bool) -> float:
    """What it costs to take two lines of units for one cell; no cell that lists names lacks a mark between two of them."""
    listed = above[-1] not in _GO_ON and ("、" in above or "、" in below)
    begun = below.startswith("各") or region_end(below)
    if listed and begun and min(unit_likeness(above), unit_likeness(below)) > WHOLE:
        return ROOM
    return 0.0 if full else _UNIT_BELOW
