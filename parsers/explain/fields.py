"""The stage `fields`: the facts of the notice and of every task, with the source they were read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..deadlines import DeadlineDraft
from ..drafts import Marked, TaskDraft
from ..fields.references import ReferenceDraft
from ..fields.targets import TargetDraft
from .layout import aligned, clipped
from .story import Story

_VALUE = 44  # places that a value and its source may take
#: A field: its name, its value, the document range it was read from.
_Field = tuple[str, str, int, int]


def tell_fields(story: Story) -> Iterator[str]:
    """The notice's own facts, then every task; each field with its value, place and source, doubts below."""
    doubts: dict[int | None, list[_Field]] = {}
    count = len(story.draft.tasks)
    for noted in story.draft.doubts:
        task = noted.task if noted.task is not None and noted.task < count else None
        doubt = noted.doubt
        doubts.setdefault(task, []).append(("doubt", f"{doubt.rule} {doubt.detail}", doubt.start, doubt.end))
    yield "notice"
    yield from _told(story, [*_notice(story), *doubts.get(None, ())])
    for index, task in enumerate(story.draft.tasks):
        number = f", number {task.number}" if task.number else ""
        headings = " > ".join(f"{heading.label or ''} {heading.title}".strip() for heading in task.headings)
        yield ""
        yield f"{task.kind} {index + 1}, {story.lines(task.start, task.end)}{number}"
        if headings:
            yield f"  under {clipped(headings)}"
        yield from _told(story, [*_task(task), *doubts.get(index, ())])


def _told(story: Story, fields: list[_Field]) -> Iterator[str]:
    rows: list[tuple[str, ...]] = []
    for name, value, start, end in fields:
        line, column = story.place(start)
        rows.append((name, clipped(value, _VALUE), f"{line}:{column}", clipped(story.printed(start, end), _VALUE)))
    return aligned(rows, indent=2)


def _notice(story: Story) -> Iterator[_Field]:
    frame = story.draft.frame
    single = (
        ("title", frame.title),
        ("plan title", frame.plan_title),
        ("document number", frame.document_number),
        ("issued on", frame.issued_on),
        ("published at", frame.published_at),
    )
    several = (("issuer", frame.issuers), ("addressee", frame.addressees))
    found = [(name, value) for name, value in single if value is not None]
    found += [(name, value) for name, values in several for value in values]
    for name, value in found:
        yield name, value.value, value.start, value.end
    for attachment in frame.attachments:
        yield "attachment", attachment.title, attachment.start, attachment.end
    yield from _marked(story.draft.notice_deadlines, story.draft.notice_references)


def _task(task: TaskDraft) -> Iterator[_Field]:
    for name, piece in (("title", task.title), ("content", task.content), ("requirement", task.requirement)):
        if piece is not None and piece.text:
            yield name, piece.text, *piece.span
    for unit in task.units:
        yield unit.value.role + _taken(unit.inherited), unit.value.name, unit.start, unit.end
    for person in task.persons:
        yield (person.value.role or "person") + _taken(person.inherited), person.value.name, person.start, person.end
    yield from _marked(task.deadlines, task.references)
    for target in task.targets:
        yield "target", _target(target.value), target.start, target.end
    for other in task.fields:
        yield other.value.head + _taken(other.inherited), other.value.text, other.start, other.end


def _marked(
    deadlines: Sequence[Marked[DeadlineDraft]], references: Sequence[Marked[ReferenceDraft]]
) -> Iterator[_Field]:
    for deadline in deadlines:
        yield "deadline" + _taken(deadline.inherited), _deadline(deadline.value), deadline.start, deadline.end
    for reference in references:
        value = " ".join(filter(None, (reference.value.title, reference.value.document_number)))
        yield "reference", value, reference.start, reference.end


def _taken(inherited: bool) -> str:
    return " (inherited)" if inherited else ""


def _deadline(deadline: DeadlineDraft) -> str:
    """Kind, dates and rule of a deadline, and what it is limited to."""
    dates = [f"{name} {value}" for name, value in (("from", deadline.start), ("due", deadline.due)) if value]
    words = [deadline.kind, *dates, deadline.rrule or ""]
    words += [f"for {deadline.applies_to}" if deadline.applies_to else "", deadline.milestone or ""]
    return " ".join(filter(None, words))


def _target(target: TargetDraft) -> str:
    high = f" to {target.high}" if target.high is not None else ""
    return " ".join(filter(None, (target.subject, target.comparator, f"{target.value}{high}", target.unit)))
