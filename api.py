"""The library's front door: from text, bytes or a file to a validated record."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, Literal

from . import __version__
from .normalize import Doubt, Normalized, decode, normalize
from .parsers.notice import NoticeDraft, parse_notice
from .parsers.record import RecordWriter
from .rules import SourceDoubt, diagnose
from .schemas import ParsedNotice

Script = Literal["simplified", "traditional", "keep"]


def parse_path(path: str | os.PathLike[str], **options: Any) -> ParsedNotice:
    """The record of the notice in a file; ``options`` are those of :func:`parse_bytes`.

    Raises OSError when the file can't be read and NotText when it holds no text.
    """
    file = Path(path)
    options.setdefault("name", file.name)
    return parse_bytes(file.read_bytes(), **options)


def parse_bytes(
    data: bytes,
    *,
    name: str = "-",
    path: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    script: Script = "simplified",
    raw_text: bool = False,
    segments: bool = False,
) -> ParsedNotice:
    """The record of the notice in ``data``.

    ``encoding`` overrules detection; ``script`` is the script of the values, ``raw_text`` leaves them as printed;
    ``segments`` adds the source cut into labelled spans. Raises NotText when the bytes hold no text, LookupError for
    an unknown encoding.
    """
    decoded = decode(data, encoding)
    source = {"name": name, "path": path, "url": url, "encoding": decoded.encoding}
    source["sha256"] = hashlib.sha256(data).hexdigest()
    return _parse(decoded.text, source, decoded.doubts, script, raw_text, segments)


def parse_text(
    text: str,
    *,
    name: str = "-",
    path: str | None = None,
    url: str | None = None,
    script: Script = "simplified",
    raw_text: bool = False,
    segments: bool = False,
) -> ParsedNotice:
    """The record of the notice in ``text``; options as for :func:`parse_bytes`.

    >>> record = parse_text("序号 | 事项 | 责任单位 | 完成时限 |\\n1 | 修桥1座 | 县交通局 | 2030年6月底前 |")
    >>> record.tasks[0].units[0].name, record.tasks[0].deadlines[0].due
    ('县交通局', '2030-06-30')
    """
    source = {"name": name, "path": path, "url": url, "encoding": "utf-8"}
    source["sha256"] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _parse(text, source, (), script, raw_text, segments)


def _parse(
    text: str,
    source: dict[str, Any],
    doubts: tuple[Doubt, ...],
    script: Script,
    raw_text: bool,
    segments: bool,
) -> ParsedNotice:
    normalized = normalize(text, script=script, raw=raw_text)
    draft = parse_notice(normalized.text.text)
    record = RecordWriter(normalized, draft).write(segments)
    options: dict[str, Any] = {"script": script, **({"raw_text": True} if raw_text else {})}
    head: dict[str, Any] = {
        "schema_version": "1.0",
        "generator": {"name": "notice-parse", "version": __version__, "options": options},
        "source": {
            "name": source["name"],
            "path": source["path"],
            "url": source["url"],
            "media_type": "text/plain",
            "sha256": source["sha256"],
            "encoding": source["encoding"],
            "script": normalized.script,
            "characters": len(text),
        },
    }
    body: dict[str, Any] = {**head, **record, "diagnostics": []}
    all_doubts = [SourceDoubt(d.rule, d.start, d.end, d.detail) for d in (*doubts, *normalized.doubts)]
    all_doubts += _source_doubts(normalized, draft)
    body["diagnostics"] = diagnose(body, all_doubts, text)
    return ParsedNotice.model_validate(body)


def _source_doubts(normalized: Normalized, draft: NoticeDraft) -> list[SourceDoubt]:
    """The parsers' doubts with offsets of the source."""
    count = len(draft.tasks)
    found: list[SourceDoubt] = []
    for noted in draft.doubts:
        start, end = normalized.text.source_range(noted.doubt.start, noted.doubt.end)
        task = noted.task + 1 if noted.task is not None and noted.task < count else None
        found.append(SourceDoubt(noted.doubt.rule, start, end, noted.doubt.detail, task))
    return found
