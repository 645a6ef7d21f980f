"""What of a record must stay the same when only the form of a notice changes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from notice_parse.schemas import ParsedNotice

_IGNORED = re.compile(r"[^\w%]+|_+")


def bare(text: str | None) -> str:
    """Text without white space, punctuation and width."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text or ""))


@dataclass(frozen=True, slots=True)
class Meaning:
    """The facts of one task."""

    content: str
    headings: tuple[str, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    deadlines: tuple[tuple[str | None, str | None, str | None], ...] = ()
    requirement: str = ""


def meanings(record: ParsedNotice) -> list[Meaning]:
    """The tasks of a record as facts, in order; provisions are none."""
    return [
        Meaning(
            content=bare(task.title) + bare(task.content),
            headings=tuple(bare(heading.title) for heading in task.headings),
            units=tuple((unit.role, bare(unit.name)) for unit in task.units),
            deadlines=tuple((found.start, found.due, found.rrule) for found in task.deadlines),
            requirement=bare(task.requirement),
        )
        for task in record.tasks
        if task.kind == "task"
    ]


def changes(expected: list[Meaning], got: list[Meaning]) -> list[str]:
    """What differs, one line a field; empty when nothing does."""
    if len(expected) != len(got):
        lines = [f"{len(expected)} tasks expected, {len(got)} found"]
        lines += [f"  first missing or new: {one} / {other}" for one, other in zip(expected, got) if one != other][:1]  # noqa: B905
        return lines
    return [
        f"task {index}: {name}: expected {getattr(one, name)!r}, got {getattr(other, name)!r}"
        for index, (one, other) in enumerate(zip(expected, got, strict=True), start=1)
        for name in Meaning.__slots__
        if getattr(one, name) != getattr(other, name)
    ]
