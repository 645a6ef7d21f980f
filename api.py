"""The library's front door: from text, bytes or a file to a validated record."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from . import __version__
from .normalize import Doubt, Normalized, decode, normalize
from .normalize.digests import hex_digest
from .normalize.named_tuples import NamedTuple
from .parsers.notice import NoticeDraft, parse_notice
from .parsers.record import RecordWriter
from .rules import SourceDoubt, diagnose
from .schemas.shape import Record, checked
from .schemas.words import SCHEMA_VERSION

if TYPE_CHECKING:
    from .schemas.models import ParsedNotice

Script = Literal["simplified", "traditional", "keep"]
#: Halves of surrogate pairs, as ``errors="surrogateescape"`` leaves them: no characters, and nothing can write them.
_NO_CHARACTERS = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class Options(NamedTuple):
    """What a record says of its source, and how it is read; see :func:`parse_bytes`."""

    name: str = "-"
    path: str | None = None
    url: str | None = None
    encoding: str | None = None
    script: Script = "simplified"
    raw_text: bool = False
    segments: bool = False


def parse_path(path: str | os.PathLike[str], **options: Any) -> ParsedNotice:
    """The record of the notice in a file; ``options`` are those of :func:`parse_bytes`.

    Raises OSError when the file can't be read and NotText when it holds no text.
    """
    unknown = next((name for name in options if name not in Options._fields), None)
    if unknown is not None:
        raise TypeError(f"parse_path() got an unexpected keyword argument {unknown!r}")
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
    _expect(data, (bytes, bytearray, memoryview), "parse_bytes", "parse_text reads text")
    options = Options(name, path, url, encoding, script, raw_text, segments)
    with _collector_paused():
        return _validated(_of_bytes(bytes(data), options))


def read_bytes(data: bytes, options: Options) -> Record:
    """The record of the notice in ``data`` as plain values: what :func:`parse_bytes` gives, without its models.

    It is checked against the contract's shape. Raises what ``parse_bytes`` raises.
    """
    return checked(_of_bytes(data, options))


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
    _expect(text, str, "parse_text", "parse_bytes reads bytes")
    data = text.encode("utf-8", "surrogatepass")
    sha256 = hex_digest(data)
    if b"\xed" in data:
        text = text.translate(_NO_CHARACTERS)
    options = Options(name, path, url, "utf-8", script, raw_text, segments)
    with _collector_paused():
        return _validated(_record(text, sha256, "utf-8", (), options))


def _expect(value: object, kinds: type | tuple[type, ...], function: str, hint: str) -> None:
    if not isinstance(value, kinds):
        raise TypeError(f"{function} got {type(value).__name__}; {hint}")


@contextmanager
def _collector_paused() -> Generator[None]:
    """Leave the search for reference cycles until the notice is read.

    A parse makes hundreds of objects a task, all in use until its end and none in a cycle: searching them again and
    again costs a third of the time of a long notice. Left as found, whatever happens.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _validated(record: Record) -> ParsedNotice:
    from .schemas.models import ParsedNotice

    return ParsedNotice.model_validate(record)


def _of_bytes(data: bytes, options: Options) -> Record:
    decoded = decode(data, options.encoding)
    sha256 = hex_digest(data)
    return _record(decoded.text, sha256, decoded.encoding, decoded.doubts, options)


@_collector_paused()
def _record(text: str, sha256: str, encoding: str, doubts: tuple[Doubt, ...], options: Options) -> Record:
    normalized = normalize(text, script=options.script, raw=options.raw_text)
    draft = parse_notice(normalized.text.text)
    parsed = RecordWriter(normalized, draft).write(options.segments)
    shown: dict[str, Any] = {"script": options.script, **({"raw_text": True} if options.raw_text else {})}
    record: Record = {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "notice-parse", "version": __version__, "options": shown},
        "source": {
            "name": options.name,
            "path": options.path,
            "url": options.url,
            "media_type": "text/plain",
            "sha256": sha256,
            "encoding": encoding,
            "script": normalized.script,
            "characters": len(text),
        },
        "notice": parsed["notice"],
        "parts": parsed["parts"],
        "tasks": parsed["tasks"],
        "diagnostics": [],
        "coverage": parsed["coverage"],
        "segments": parsed["segments"],
    }
    all_doubts = [SourceDoubt(d.rule, d.start, d.end, d.detail) for d in (*doubts, *normalized.doubts)]
    all_doubts += _source_doubts(normalized, draft)
    record["diagnostics"] = diagnose(record, all_doubts, text)
    return record


def _source_doubts(normalized: Normalized, draft: NoticeDraft) -> list[SourceDoubt]:
    """The parsers' doubts with offsets of the source."""
    count = len(draft.tasks)
    found: list[SourceDoubt] = []
    for noted in draft.doubts:
        start, end = normalized.text.source_range(noted.doubt.start, noted.doubt.end)
        task = noted.task + 1 if noted.task is not None and noted.task < count else None
        found.append(SourceDoubt(noted.doubt.rule, start, end, noted.doubt.detail, task))
    return found
