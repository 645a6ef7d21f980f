"""Files written with ``--records``, one task an entry with its notice's fields, read as the notices they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, TypeGuard

from .document import Document, Path, Place

_NOTICE_FIELDS = {
    "notice_key": "key",
    "notice_title": "title",
    "plan_title": "plan_title",
    "document_number": "document_number",
    "issuer": "issuer",
    "issuers": "issuers",
    "issued_on": "issued_on",
    "published_at": "published_at",
}
_SOURCE_FIELDS = {"source_name": "name", "source_path": "path", "source_url": "url", "source_sha256": "sha256"}
_GENERATOR = {"version": ""}
"""A row does not say what wrote it."""

_ORIGIN = {("notice", name): key for key, name in _NOTICE_FIELDS.items()} | {
    ("source", name): key for key, name in _SOURCE_FIELDS.items()
}


def gathered(documents: Sequence[Document]) -> list[Document]:
    """The documents, with neighbouring tasks of one notice put together to a record of that notice."""
    result: list[Document] = []
    for origin, group in groupby(documents, key=_origin):
        members = list(group)
        result.extend(members if origin is None else [_notice(members)])
    return result


def _origin(document: Document) -> tuple[str, str] | None:
    value = document.value
    if not _is_row(value):
        return None
    return str(value["notice_key"]), str(value.get("source_sha256"))


def _is_row(value: Any) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping) and "notice_key" in value and "schema_version" not in value


def is_of_rows(value: Mapping[str, Any]) -> bool:
    """Whether the value of a document that fits the schema was put together of rows."""
    return value["generator"] == _GENERATOR


def _notice(rows: Sequence[Document]) -> Document:
    first: Mapping[str, Any] = rows[0].value
    about = _NOTICE_FIELDS.keys() | _SOURCE_FIELDS.keys()
    value: dict[str, Any] = {
        "generator": _GENERATOR,
        "source": {
            **{name: first[key] for key, name in _SOURCE_FIELDS.items() if key in first},
            # what the rows don't say: an unknown encoding is guessed again, and no span is too long
            "encoding": "",
            "script": "simplified",
            "characters": max(map(_end, rows)),
        },
        "notice": {name: first[key] for key, name in _NOTICE_FIELDS.items() if key in first},
        "parts": _parts(rows),
        "tasks": [{key: each for key, each in row.value.items() if key not in about} for row in rows],
        "coverage": {"characters": 0, "accounted": 0},
    }

    def locate(path: Path) -> Place:
        if path[:1] == ("tasks",) and len(path) > 1 and isinstance(path[1], int):
            return rows[path[1]].locate(path[2:])
        key = _ORIGIN.get((str(path[0]), str(path[1]))) if len(path) > 1 else None
        return rows[0].locate((key,) if key else ())

    return Document(value, locate)


def _end(row: Document) -> int:
    span = row.value.get("span")
    end = span.get("end") if isinstance(span, Mapping) else None  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return end if isinstance(end, int) and end >= 0 else 0


def _parts(rows: Sequence[Document]) -> list[dict[str, Any]]:
    parts = {row.value.get("part") for row in rows}
    span = {"start": 0, "end": 0, "line": 1, "end_line": 1}
    return [{"id": part, "kind": "table", "span": span} for part in parts if isinstance(part, int) and part > 0]
