"""The slots of a glued row, from left to right, and the rows that a search has found."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ....normalize.slotted import dataclass, field
from ...fields.heads import TEXT_KINDS
from ...text.piece import Range
from ..grid.shape import Column

#: A head that asks for teams, whose names end so.
TEAM = lazy_pattern(r"组|专班|队伍?$")
#: What it costs to leave a slot empty: who leads and who joins in, until when, anything else; a cell left of the text is
#: merged more often where no number begins a row.
_EMPTY = {"unit": -2.5, "person": -2.0, "deadline": -2.0}
_SECOND_UNIT, _OTHER, _NO_TEXT, _NO_TEAM, _NO_CONTENT, _MERGED_LEFT = -1.0, -0.7, -1.5, -4.0, -9.0, 0.3


class Slot(NamedTuple):
    """Columns side by side that hold one text, or one other column; ``skip`` is what it costs to leave it empty."""

    kind: str
    columns: tuple[Column, ...]
    skip: float


def slots_of(columns: Sequence[Column], content: Column, *, numbered: bool) -> list[Slot]:
    """The slots of the columns but that of the numbers: nothing parts the texts of columns side by side.

    Behind the content such texts are one cell of the last of their columns.
    """
    slots: list[Slot] = []
    told = free = False
    units = [column for column in columns if column.head.kind == "unit"]
    for column in columns:
        kind = column.head.kind
        text, own = kind in TEXT_KINDS, column == content
        if kind == "number":
            continue
        if text and (own or not told or slots[-1].kind == "text"):
            told = told or own
            joins = bool(slots) and slots[-1].kind == "text" and not asks_for_teams(slots[-1])
            first = slots.pop().columns if joins else ()
            skip = (
                _NO_CONTENT if content in (*first, column) else _NO_TEAM if TEAM.search(column.head.text) else _NO_TEXT
            )
            slots.append(Slot("text", (*first, column), skip))
        elif text or (kind == "other" and free):
            if free:
                slots.pop()
            slots.append(Slot("other", (column,), _OTHER))
            free = True
        else:
            cost = _EMPTY.get(kind, _OTHER) if kind != "unit" or column is units[0] else _SECOND_UNIT
            slots.append(Slot(kind, (column,), cost if told or numbered else cost * _MERGED_LEFT))
            free = False
    return slots


def asks_for_teams(slot: Slot) -> bool:
    """Whether the cells of a slot are names of teams."""
    return slot.kind == "text" and TEAM.search(slot.columns[0].head.text) is not None


class Habits(NamedTuple):
    """The shares of rows whose content ends with a stop, whose lists lost their marks, that begin with a line."""

    stopped: float = 0.5
    lost: float = 0.4
    lined: float = 0.35


@dataclass(slots=True, eq=False, repr=False)
class Found:
    """A row of the reading: the range of its number, where its leads begin, and the ranges of each slot.

    ``margin`` and ``margins`` say how far behind the best readings are that begin the row, or cut a cell, otherwise;
    ``lost`` that one of its lists lost its marks.
    """

    number: Range | None
    leads: list[int]
    margin: float
    cells: dict[int, list[Range]] = field(default_factory=dict[int, "list[Range]"])
    margins: dict[int, float] = field(default_factory=dict[int, float])
    lost: bool = False
