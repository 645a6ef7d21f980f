"""The source of a record: looked for beside the record file and below the source roots, never outside them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

LARGEST_SOURCE = 1 << 28
"""Bytes of a source that are read: no notice is larger, and a record file may name anything."""


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source file: where it is, its text, or None when its bytes are not those of the record, and those bytes."""

    path: Path
    text: str | None
    data: bytes = b""


def find_source(source: Mapping[str, Any], roots: Iterable[Path]) -> FoundSource | None:
    """The source that a record (its ``source`` in contract form) was made from, or None when it isn't there.

    Each root is tried with the record's path and with its base name. Links are resolved, and a file that then
    lies outside the root is not opened.
    """
    changed: FoundSource | None = None
    for root in roots:
        for relative in (source["path"], source["name"]):
            path = _inside(root, relative) if relative else None
            if path is None:
                continue
            data = _read(path)
            if data is None:
                continue
            if hashlib.sha256(data).hexdigest() == source["sha256"]:
                return FoundSource(path, _decoded(data, source["encoding"]), data)
            changed = changed or FoundSource(path, None)
    return changed


def _inside(root: Path, relative: str) -> Path | None:
    if "\0" in relative or PureWindowsPath(relative).drive or PurePosixPath(relative).is_absolute():
        return None
    try:
        base = root.resolve(strict=True)
        path = (base / relative).resolve(strict=True)
    except (OSError, RuntimeError):  # missing, or links in a circle
        return None
    return path if path.is_relative_to(base) and path.is_file() else None


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST_SOURCE else None
    except OSError:
        return None


def _decoded(data: bytes, encoding: str) -> str | None:
    from ..normalize.decode import decode

    try:
        return decode(data, encoding or None).text
    except LookupError:  # the record names an encoding that isn't one
        return None
