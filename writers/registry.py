"""The output formats: one line each. A format's module is imported when it is used."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from .base import WriterOptions

if TYPE_CHECKING:
    from .base import Writer


class Format(NamedTuple):
    """A format's module, and what is known of it without importing it."""

    module: str
    suffix: str
    records: bool = False
    """Can hold one task a record at wish."""
    to_terminal: bool = True
    """Is text that a terminal can show."""
    to_stream: bool = True
    """Can be written to a stream; else it needs a file of its own."""
    adds: bool = False
    """Adds to a file that exists instead of replacing it."""


FORMATS = {
    "yaml": Format("yaml", ".yaml"),
    "json": Format("json", ".json", records=True),
    "jsonl": Format("jsonl", ".jsonl", records=True),
    "csv": Format("csv", ".csv", records=True),
    "xlsx": Format("xlsx", ".xlsx", records=True, to_terminal=False),
    "sqlite": Format("sqlite", ".sqlite", to_terminal=False, to_stream=False, adds=True),
}

_OTHER_SUFFIXES = {".yml": "yaml", ".ndjson": "jsonl", ".db": "sqlite", ".sqlite3": "sqlite"}


def writer(name: str, options: WriterOptions | None = None) -> Writer:
    """A writer of the format of that name (``KeyError`` when there is none)."""
    module = import_module(f".{FORMATS[name].module}", __package__)
    return module.writer(options or WriterOptions())


def format_of(path: PurePath) -> str | None:
    """The format that the suffix of a path stands for."""
    suffix = path.suffix.lower()
    return _OTHER_SUFFIXES.get(suffix) or next(
        (name for name, known in FORMATS.items() if known.suffix == suffix), None
    )
