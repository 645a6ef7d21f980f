"""What the formats hand over: tasks and parts as drafts, with offsets of the document text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from ..normalize.named_tuples import NamedTuple
from ..normalize.slotted import dataclass, field
from .deadlines import DeadlineDraft
from .fields.references import ReferenceDraft
from .fields.targets import TargetDraft
from .lists.outline import Item
from .text.piece import Piece
from .units import PersonDraft, UnitDraft

T = TypeVar("T")


@dataclass(slots=True, eq=False, repr=False)
class Marked(Generic[T]):
    """What a field reader found, with its place in the document and whether it was taken from above."""

    value: T
    start: int
    end: int
    inherited: bool = False


class HeadingDraft(NamedTuple):
    """A heading over tasks: its label as printed and its title."""

    label: str | None
    title: str


class FieldDraft(NamedTuple):
    """A cell of a column that has no field of its own."""

    head: str
    text: str


class Mark(NamedTuple):
    """A labelled range of the document, one segment of the output; ``task`` is an index into the tasks."""

    start: int
    end: int
    label: str
    task: int | None = None


@dataclass(slots=True, eq=False, repr=False)
class TaskDraft:
    """A task or provision before it is written out; pieces are cleaned text with the way back."""

    kind: str
    number: str | None
    headings: tuple[HeadingDraft, ...]
    content: Piece
    start: int
    end: int
    title: Piece | None = None
    requirement: Piece | None = None
    units: Sequence[Marked[UnitDraft]] = ()
    persons: Sequence[Marked[PersonDraft]] = ()
    deadlines: Sequence[Marked[DeadlineDraft]] = ()
    targets: Sequence[Marked[TargetDraft]] = ()
    references: Sequence[Marked[ReferenceDraft]] = ()
    fields: Sequence[Marked[FieldDraft]] = ()
    part: int = 0


@dataclass(slots=True, eq=False, repr=False)
class PartDraft:
    """A part of the notice with its tasks and the segments they cut; ``first`` and ``last`` are lines."""

    kind: str
    layout: str | None
    title: str | None
    first: int
    last: int
    tasks: list[TaskDraft] = field(default_factory=list[TaskDraft])
    marks: list[Mark] = field(default_factory=list[Mark])
    fit: float = 0.0
    reason: str = ""
    #: Of a numbered list: its items, as they were nested.
    outline: Item | None = None
