"""What the readers of responsible units hand over: frozen values with offsets of the text they were given."""

from __future__ import annotations

from typing import Literal

from ...normalize.doubt import Doubt
from ...normalize.named_tuples import NamedTuple

Role = Literal["lead", "support", "responsible", "guide"]
Range = tuple[int, int]


class UnitDraft(NamedTuple):
    """A unit; ``name`` is ``text[start:end]`` without white space."""

    name: str
    role: Role
    start: int
    end: int


class PersonDraft(NamedTuple):
    """A person; ``role`` is the label or the title as printed (分管领导, 副市长), if any."""

    name: str
    role: str | None
    start: int
    end: int


class UnitReading(NamedTuple):
    """All that a unit cell or a responsibility clause says. The ranges never overlap.

    ``beside`` are the offices of people, which count where nothing else says who answers for a task.
    """

    units: tuple[UnitDraft, ...] = ()
    persons: tuple[PersonDraft, ...] = ()
    deadlines: tuple[Range, ...] = ()
    leftovers: tuple[Range, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    beside: tuple[UnitDraft, ...] = ()
