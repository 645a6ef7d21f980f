"""Values that the schema allows and that mean nothing: recurrence rules that are none, names without a letter."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules.finding import Record
from .document import Path
from .rrules import fault
from .schema import dotted

_NAMES = {"units": "name", "persons": "name", "deadlines": "text", "targets": "text"}


def void(record: Record) -> Iterator[tuple[str, Path, str]]:
    """Rule, path and detail of each such value of a record in contract form."""
    for path, entry in _deadlines(record):
        if entry["rrule"] is not None and (wrong := fault(entry["rrule"])):
            yield "rrule-not-valid", (*path, "rrule"), f"{dotted((*path, 'rrule'))}: {wrong}"
    for path, name in _named(record):
        if not name.strip():
            yield "empty-name", path, dotted(path)


def _deadlines(record: Record) -> Iterator[tuple[Path, Record]]:
    for index, entry in enumerate(record["notice"]["deadlines"]):
        yield ("notice", "deadlines", index), entry
    for number, task in enumerate(record["tasks"]):
        for index, entry in enumerate(task["deadlines"]):
            yield ("tasks", number, "deadlines", index), entry


def _named(record: Record) -> Iterator[tuple[Path, str]]:
    notice = record["notice"]
    yield ("notice", "key"), notice["key"]
    for kind in ("issuers", "addressees"):
        for index, name in enumerate(notice[kind]):
            yield ("notice", kind, index), name
    for number, task in enumerate(record["tasks"]):
        for key in ("key", "content"):
            yield ("tasks", number, key), task[key]
        for kind, key in _NAMES.items():
            for index, entry in enumerate(task[kind]):
                yield ("tasks", number, kind, index, key), entry[key]
