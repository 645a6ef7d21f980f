"""The contract's shape as plain data, and the check of a record against it.

The program checks what it writes with this: building the models takes longer than reading a notice. The models
(:mod:`.models`) say the same of a record's fields, and a test holds the two together: a field goes into both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast, get_args

from . import words

Record = dict[str, Any]
"""A notice in contract form, as plain values."""


class Misshapen(ValueError):
    """A record that is not what the contract says: a bug of ours. The message names the place."""


def checked(record: Record) -> Record:
    """The record, when it has the contract's shape. Raises :class:`Misshapen`."""
    path = _misfit(RECORD, record)
    if path is not None:
        raise Misshapen(f"the record breaks the contract at {'.'.join(map(str, path)) or 'its top'}")
    return record


def _misfit(shape: Any, value: Any) -> Sequence[str | int] | None:
    """The path to the first value that does not fit, None when all do.

    A mapping stands for these keys in this order, a list for any number of its item, a tuple for its item or null, a
    type for values of just this type, a set for one of its words, a function for what it accepts.
    """
    kind = type(shape)  # pyright: ignore[reportUnknownVariableType]
    if kind is type:
        return None if type(value) is shape else ()
    if kind is tuple:
        return None if value is None else _misfit(shape[0], value)
    if kind is frozenset:
        return None if type(value) is str and value in shape else ()
    if kind is dict:
        return _misfit_below(shape, cast("Record", value)) if type(value) is dict else ()
    if kind is list:
        items = enumerate(cast("list[Any]", value)) if type(value) is list else None
        return () if items is None else _first(items, shape[0])
    return None if shape(value) else ()


def _misfit_below(shapes: Record, record: Record) -> Sequence[str | int] | None:
    if [*record] != [*shapes]:
        return ()
    for key, shape in shapes.items():
        value = record[key]
        # Most values are of a plain type: those cost no call.
        if type(value) is not shape and (path := _misfit(shape, value)) is not None:
            return (key, *path)
    return None


def _first(items: enumerate[Any], shape: Any) -> Sequence[str | int] | None:
    for index, value in items:
        path = _misfit(shape, value)
        if path is not None:
            return (index, *path)
    return None


def _offset(value: Any) -> bool:
    return type(value) is int and value >= 0


def _ordinal(value: Any) -> bool:
    return type(value) is int and value >= 1


def _number(value: Any) -> bool:
    return type(value) is int or type(value) is float


def _date(value: Any) -> bool:
    return type(value) is str and [part.isdecimal() and len(part) for part in value.split("-")] == [4, 2, 2]


def _code(value: Any) -> bool:
    return type(value) is str and len(value) == 5 and value.startswith("NP") and value[2:].isdecimal()


def _options(value: Any) -> bool:
    return type(value) is dict and all(type(one) in (str, bool, int) for one in cast("Record", value).values())


def _one_of(literal: Any) -> frozenset[str]:
    return frozenset(get_args(literal))


_TEXT, _WHOLE, _DAY = (str,), (int,), (_date,)
_SPAN = {"start": _offset, "end": _offset, "line": _ordinal, "end_line": _ordinal}
_REFERENCE = {"title": _TEXT, "document_number": _TEXT, "span": _SPAN}
_DEADLINE = {
    "text": str, "kind": _one_of(words.DeadlineKind), "start": _DAY, "due": _DAY, "rrule": _TEXT, "applies_to": _TEXT,
    "milestone": _TEXT, "inherited": bool, "span": _SPAN,
}  # fmt: skip
_TARGET = {
    "text": str, "subject": _TEXT, "comparator": _one_of(words.Comparator), "value": _number, "high": (_number,),
    "unit": _TEXT, "span": _SPAN,
}  # fmt: skip
_TASK = {
    "id": _ordinal,
    "key": str,
    "part": int,
    "kind": _one_of(words.TaskKind),
    "number": _TEXT,
    "headings": [{"label": _TEXT, "title": str}],
    "title": _TEXT,
    "content": str,
    "requirement": _TEXT,
    "units": [{"name": str, "role": _one_of(words.Role), "inherited": bool, "span": _SPAN}],
    "persons": [{"name": str, "role": _TEXT, "inherited": bool, "span": _SPAN}],
    "deadlines": [_DEADLINE],
    "targets": [_TARGET],
    "references": [_REFERENCE],
    "fields": [{"head": str, "text": str, "inherited": bool, "span": _SPAN}],
    "span": _SPAN,
}
PLACED = ("title", "plan_title", "document_number", "issuer", "issued_on", "published_at", "addressees")
"""The notice's own fields that have a span, in the contract's order."""

_NOTICE = {
    "key": str,
    "title": _TEXT,
    "plan_title": _TEXT,
    "document_number": _TEXT,
    "issuer": _TEXT,
    "issuers": [str],
    "issued_on": _DAY,
    "published_at": _TEXT,
    "addressees": [str],
    "attachments": [{"number": _WHOLE, "title": str, "filename": _TEXT, "url": _TEXT}],
    "deadlines": [_DEADLINE],
    "references": [_REFERENCE],
    "spans": dict.fromkeys(PLACED, (_SPAN,)),
}
_SOURCE = {
    "name": str, "path": _TEXT, "url": _TEXT, "media_type": str, "sha256": str, "encoding": str,
    "script": _one_of(words.Script), "characters": _offset,
}  # fmt: skip
_PART = {
    "id": _ordinal, "kind": _one_of(words.PartKind), "title": _TEXT, "layout": (_one_of(words.Layout),), "span": _SPAN,
}  # fmt: skip
_DIAGNOSTIC = {
    "code": _code, "name": str, "severity": _one_of(words.Severity), "message": str, "hint": _TEXT, "line": _ordinal,
    "column": _ordinal, "span": (_SPAN,), "task": _WHOLE,
}  # fmt: skip
RECORD = {
    "schema_version": frozenset({words.SCHEMA_VERSION}),
    "generator": {"name": str, "version": str, "options": _options},
    "source": _SOURCE,
    "notice": _NOTICE,
    "parts": [_PART],
    "tasks": [_TASK],
    "diagnostics": [_DIAGNOSTIC],
    "coverage": {"characters": _offset, "accounted": _offset, "unaccounted": [_SPAN]},
    "segments": [{"label": _one_of(words.SegmentLabel), "span": _SPAN, "task": _WHOLE, "part": _WHOLE}],
}
"""The shape of a whole record."""
