"""The record: a notice draft written in the contract's form, with spans of the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ..normalize import Normalized
from ..normalize.digests import sha256
from ..normalize.lazy import lazy_pattern
from ..normalize.lines import line_starts, lines_of
from ..normalize.slotted import dataclass, field
from .deadlines import DeadlineDraft
from .drafts import FieldDraft, HeadingDraft, Marked, PartDraft, TaskDraft
from .fields.targets import TargetDraft
from .frame import Found
from .notice import NoticeDraft
from .segments import SegmentDraft, cut_source, unaccounted
from .text.piece import Piece
from .units.model import PersonDraft, UnitDraft

Record = dict[str, Any]
_KEY_LETTERS = 24
_NO_LETTERS = lazy_pattern(r"[\W_]+")


@dataclass(slots=True, eq=False, repr=False)
class RecordWriter:
    """Writes one draft; all offsets become offsets of the source, all values are in the script asked for."""

    normalized: Normalized
    draft: NoticeDraft
    _starts: list[int] = field(default_factory=list[int])
    _plain: bool = True

    def __post_init__(self) -> None:
        self._starts = line_starts(self.normalized.source)
        self._plain = self.normalized.output == "simplified" and not self.normalized.raw

    def write(self, with_segments: bool) -> Record:
        """The keys `notice`, `parts`, `tasks`, `coverage` and `segments` of the contract."""
        draft = self.draft
        source, text = self.normalized.source, self.normalized.text
        segments = cut_source(source, text, draft) if with_segments else []
        return {
            "notice": self._notice(),
            "parts": [self._part(number, part) for number, part in enumerate(draft.parts, 1)],
            "tasks": self._tasks(),
            "coverage": self._coverage(unaccounted(source, text, draft)),
            "segments": [self._segment(segment) for segment in segments],
        }

    def span(self, start: int, end: int) -> Record:
        """The contract's span of a document range."""
        return self.source_span(*self.normalized.text.source_range(start, end))

    def source_span(self, start: int, end: int) -> Record:
        """The contract's span of a source range."""
        line, end_line = lines_of(self._starts, start, end)
        return {"start": start, "end": end, "line": line, "end_line": end_line}

    def _value(self, piece: Piece | None) -> str | None:
        """The text of a piece in the script and punctuation width asked for."""
        if piece is None:
            return None
        if self._plain or not piece.text:
            return piece.text
        ends = [*piece.starts[1:], len(piece.text)]
        runs = zip(piece.starts, ends, piece.offsets, strict=True)
        return "".join(
            # the blank between two Latin words stands for any white space, and has no place of its own
            " " if piece.text[start:end] == " " else self.normalized.value(offset, offset + end - start)
            for start, end, offset in runs
        )

    def _printed(self, value: str, start: int, end: int) -> str:
        return value if self._plain else self.normalized.value(start, end)

    def _found(self, found: Found | None) -> str | None:
        return None if found is None else self._printed(found.value, found.start, found.end)

    def _notice(self) -> Record:
        frame = self.draft.frame
        number = self._found(frame.document_number)
        issuers = [self._printed(f.value, f.start, f.end) for f in frame.issuers]
        title = self._found(frame.title)
        issued = frame.issued_on.value if frame.issued_on is not None else None
        return {
            "key": self._notice_key(),
            "title": title,
            "plan_title": self._found(frame.plan_title),
            "document_number": number,
            "issuer": issuers[0] if issuers else None,
            "issuers": issuers,
            "issued_on": issued,
            "published_at": frame.published_at.value if frame.published_at is not None else None,
            "addressees": [self._printed(f.value, f.start, f.end) for f in frame.addressees],
            "attachments": [
                {"number": a.number, "title": a.title, "filename": a.filename, "url": a.url} for a in frame.attachments
            ],
            "deadlines": [self._deadline(mark) for mark in self.draft.notice_deadlines],
            "references": [self._reference(mark) for mark in self.draft.notice_references],
            "spans": {name: self.span(f.start, f.end) if f is not None else None for name, f in self._places()},
        }

    def _notice_key(self) -> str:
        """The document number, else from issuer, title and date, else from the text; the same in every script."""
        frame = self.draft.frame
        if frame.document_number is not None:
            return frame.document_number.value
        named = frame.issuers[0] if frame.issuers else None
        parts = [found.value if found is not None else "" for found in (named, frame.title, frame.issued_on)]
        if any(parts):
            return _digest("notice", *parts)
        return _digest("text", "".join(self.normalized.text.text.split()))

    def _places(self) -> list[tuple[str, Found | None]]:
        frame = self.draft.frame
        first, last = (frame.addressees[0], frame.addressees[-1]) if frame.addressees else (None, None)
        named = Found("", first.start, last.end) if first is not None and last is not None else None
        return [
            ("title", frame.title),
            ("plan_title", frame.plan_title),
            ("document_number", frame.document_number),
            ("issuer", frame.issuers[0] if frame.issuers else None),
            ("issued_on", frame.issued_on),
            ("published_at", frame.published_at),
            ("addressees", named),
        ]

    def _part(self, number: int, part: PartDraft) -> Record:
        lines = self.draft.page.lines
        start, end = lines[part.first].start, max(lines[part.last].end, lines[part.first].end)
        span = self.span(start, end)
        return {"id": number, "kind": part.kind, "title": part.title, "layout": part.layout, "span": span}

    def _tasks(self) -> list[Record]:
        keys: Counter[str] = Counter()
        records: list[Record] = []
        for number, (task, part) in enumerate(self.draft.placed, 1):
            key = task_key(task)
            keys[key] += 1
            unique = key if keys[key] == 1 else f"{key}-{keys[key]}"
            records.append(self._task(number, unique, part, task))
        return records

    def _task(self, number: int, key: str, part: int, task: TaskDraft) -> Record:
        return {
            "id": number,
            "key": key,
            "part": part,
            "kind": task.kind,
            "number": task.number,
            "headings": [{"label": h.label, "title": h.title} for h in task.headings],
            "title": self._value(task.title),
            "content": self._value(task.content),
            "requirement": self._value(task.requirement),
            "units": [self._named(mark) for mark in task.units],
            "persons": [self._named(mark) for mark in task.persons],
            "deadlines": [self._deadline(mark) for mark in task.deadlines],
            "targets": [self._target(mark) for mark in task.targets],
            "references": [self._reference(mark) for mark in task.references],
            "fields": [self._field(mark) for mark in task.fields],
            "span": self.span(task.start, task.end),
        }

    def _field(self, mark: Marked[FieldDraft]) -> Record:
        return {
            "head": mark.value.head,
            "text": self._printed(mark.value.text, mark.start, mark.end),
            "inherited": mark.inherited,
            "span": self.span(mark.start, mark.end),
        }

    def _named(self, mark: Marked[UnitDraft] | Marked[PersonDraft]) -> Record:
        return {
            "name": self._printed(mark.value.name, mark.start, mark.end),
            "role": mark.value.role,
            "inherited": mark.inherited,
            "span": self.span(mark.start, mark.end),
        }

    def _target(self, mark: Marked[TargetDraft]) -> Record:
        t = mark.value
        return {
            "text": self._printed(t.text, mark.start, mark.end),
            "subject": t.subject,
            "comparator": t.comparator,
            "value": t.value,
            "high": t.high,
            "unit": t.unit,
            "span": self.span(mark.start, mark.end),
        }

    def _deadline(self, mark: Marked[DeadlineDraft]) -> Record:
        d = mark.value
        return {
            "text": self._printed(d.text, mark.start, mark.end),
            "kind": d.kind,
            "start": d.start,
            "due": d.due,
            "rrule": d.rrule,
            "applies_to": d.applies_to,
            "milestone": d.milestone,
            "inherited": mark.inherited,
            "span": self.span(mark.start, mark.end),
        }

    def _reference(self, mark: Marked[Any]) -> Record:
        return {
            "title": mark.value.title,
            "document_number": mark.value.document_number,
            "span": self.span(mark.start, mark.end),
        }

    def _segment(self, segment: SegmentDraft) -> Record:
        return {
            "label": segment.label,
            "span": self.source_span(segment.start, segment.end),
            "task": None if segment.task is None else segment.task + 1,
            "part": segment.part,
        }

    def _coverage(self, open_ranges: Sequence[tuple[int, int]]) -> Record:
        source = self.normalized.source
        total = _letters(source)
        missing = sum(_letters(source[start:end]) for start, end in open_ranges)
        return {
            "characters": total,
            "accounted": total - missing,
            "unaccounted": [self.source_span(start, end) for start, end in open_ranges],
        }


def _letters(text: str) -> int:
    """How many characters a text has that are no white space."""
    return sum(map(len, text.split()))


def task_key(task: TaskDraft) -> str:
    """A key that a new scrape of the same page gives again: from headings, number and first letters only."""
    letters = _NO_LETTERS.sub("", task.content.text[: 4 * _KEY_LETTERS])[:_KEY_LETTERS]
    return _digest("task", *(_heading_key(h) for h in task.headings), task.number or "", letters)


def _heading_key(heading: HeadingDraft) -> str:
    return heading.label or heading.title


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]
