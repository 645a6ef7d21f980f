"""What closes a segment of an item: its clauses and label lines, read as who, by when, and what else."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.named_tuples import NamedTuple
from ..drafts import FieldDraft, Marked, TaskDraft
from ..fields.label_lines import is_post
from ..fields.periods import stages_of_heads
from ..fields.service_terms import is_length, is_service_term
from ..reader import Reader, Responsibility
from ..tables.grid.cells import DITTO
from ..tables.records.period_cells import with_stage
from ..text.piece import Piece, squeezed
from .item_segments import Segment

#: Roles beside who does the task: a clause that names no other leaves it to the heading above.
BESIDE = frozenset({"support", "guide"})


class Closing(NamedTuple):
    """Units, persons and deadlines, the text under a label such as 整改措施, and the other labels' fields."""

    responsibility: Responsibility
    requirement: Piece | None
    fields: list[Marked[FieldDraft]]


def read_closing(reader: Reader, segment: Segment, before: TaskDraft | None) -> Closing:
    """The closing of ``segment``; 同上 in it is what the task ``before`` has under the same label."""
    found = Responsibility()
    requirement: Piece | None = None
    fields: list[Marked[FieldDraft]] = []
    for piece, clause in segment.clauses:
        found.add(reader.responsibility(piece.part(clause.inner, clause.end), clause.reading))
    led = any(line.head.role == "lead" for line in segment.labelled)
    times = {place: line.head.text for place, line in enumerate(segment.labelled) if line.head.kind == "deadline"}
    stages = stages_of_heads(times)
    heads = [line.head.text for line in segment.labelled]
    for place, line in enumerate(segment.labelled):
        if not line.value:
            continue
        piece = squeezed(reader.text, line.value)
        if piece.text.rstrip("。") in DITTO and before is not None:
            found.add(_ditto(before, line.head.kind))
        elif line.head.kind == "unit":
            if not (line.head.known or line.spoken):
                reader.doubt(
                    "role-guessed",
                    line.ranges[0][0],
                    line.value[0][0],
                    f"{line.head.role or 'responsible'} ({line.head.text})",
                )
            found.add(reader.unit_cell(line.value, line.head.role, led=led, head=line.head.text))
        elif line.head.kind == "person" or is_post(line.head.text):
            found.add(reader.person_cell(line.value, line.head.text))
        elif line.head.kind == "deadline" and not (is_length(piece.text) and is_service_term(line.head.text, heads)):
            deadlines, words = reader.deadline_cell(piece, line.head.text)
            found.deadlines += with_stage(deadlines, stages.get(place))
            fields += words
        elif line.head.kind == "requirement" and requirement is None:
            requirement = piece
        else:
            fields.append(Marked(FieldDraft(line.head.text, piece.text), *piece.span))
    return Closing(found, requirement, fields)


def _ditto(before: TaskDraft, kind: str) -> Responsibility:
    """What 同上 stands for under a label of ``kind``: what the task before has there."""
    units = list(before.units) if kind == "unit" else []
    persons = list(before.persons) if kind == "person" else []
    deadlines = list(before.deadlines) if kind == "deadline" else []
    return Responsibility(units, persons, deadlines).inherited()


def leaves_open(segments: Sequence[Segment]) -> bool:
    """Whether no clause says who does a text, though it may say who helps: 装备科：负责采购。财务科配合。"""
    told = [unit for segment in segments for _, clause in segment.clauses for unit in clause.reading.units]
    closed = [segment for segment in segments if segment.closed]
    return (
        all(segment.clauses for segment in closed)
        and all(unit.role in BESIDE for unit in told)
        and bool(told) == bool(closed)
    )
