"""Where output goes: one combined target, or one file an input. Nothing is written before all names are clear."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any

from ..writers.base import Target, Writer
from ..writers.registry import Format
from .errors import PROGRAM
from .exits import Problem
from .files import replacing
from .inputs import STDIN, TEXTS, Input
from .terminal import safe_line, say

_SQLITE = b"SQLite format 3\0"


class Sink:
    """One combined output on standard output (``path`` None) or in a file.

    It is opened by the first record, or by a run that ends well without any; after one that ends badly a file is as
    it was.
    """

    def __init__(self, writer: Writer, path: Path | None, kind: Format) -> None:
        self._writer = writer
        self._path = path
        self._adds = kind.adds
        self._stack = contextlib.ExitStack()
        self._open = False

    def write(self, record: Any) -> None:
        """Add one record."""
        self._begin()
        self._writer.write(record)

    def __enter__(self) -> Sink:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if error is not None:
            if self._open:
                self._writer.abandon()
            self._stack.__exit__(kind, error, at)
            return
        with self._stack:
            self._begin()
            self._writer.close()
        for remark in self._writer.remarks:
            say(f"{PROGRAM}: {safe_line(remark)}")

    def _begin(self) -> None:
        if not self._open:
            self._writer.open(self._target())
            self._open = True

    def _target(self) -> Target:
        if self._path is None:
            return Target(stream=sys.stdout.buffer)
        path = self._path
        if self._adds and path.exists():
            return Target(path=path)
        if not path.exists() or path.is_file():
            path = self._stack.enter_context(replacing(path))
        if self._adds:
            return Target(path=path)
        # A device or a pipe (/dev/null) is written to as it is: renaming over it would do away with it.
        return Target(stream=self._stack.enter_context(path.open("wb")), path=path)


def combined_target(path: str | None, kind: Format, sources: Sequence[Input], option: str = "-o") -> Path | None:
    """The file of ``-o`` (or of another option), or None for standard output. Raises :class:`Problem` when it cannot be the target."""
    if path is None or path == STDIN:
        if not kind.to_stream:
            raise Problem(f"{kind.module} needs a file: give one with -o FILE{kind.suffix}")
        if not kind.to_terminal and sys.stdout.isatty():
            raise Problem(f"{kind.module} is no text for a terminal: give a file with -o FILE{kind.suffix}")
        return None
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise Problem(
            f"{safe_line(path) or 'an empty name'} is a folder: {option} names one file; use --out-dir for a file an input"
        )
    if not target.parent.is_dir():
        raise Problem(f"cannot write {safe_line(path)}: there is no folder {safe_line(str(target.parent))}")
    refuse_inputs([target], sources)
    if not kind.adds and _is_database(target):
        raise Problem(f"{safe_line(path)} is a database and would be lost; give another file with {option}")
    return target


def _is_database(path: Path) -> bool:
    """Whether a file is a SQLite database, as its first bytes say."""
    if not path.is_file():
        return False
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
    return False


def plan(sources: Sequence[Input], folder: Path, suffix: str) -> list[tuple[Input, Path]]:
    """Each input with its output below ``folder``, in order; a file that is given twice counts once.

    Raises :class:`Problem` for names that clash.
    """
    planned: list[tuple[Input, Path]] = []
    first: dict[str, Input] = {}
    for source in sources:
        output = folder / _output_name(source, suffix)
        other = first.get(_folded(output))
        if other is None:
            first[_folded(output)] = source
            planned.append((source, output))
        elif os.path.abspath(other.path) != os.path.abspath(source.path):
            # Files that were named, or come from several folders, lose the tree above them; in one folder they don't.
            apart = os.path.dirname(other.path) != os.path.dirname(source.path)
            raise Problem(
                f"{other.shown} and {source.shown} would both be written to {safe_line(str(output))}; rename one"
                + (", or give their common folder so that the tree is kept" if apart else "")
            )
    refuse_inputs([output for _, output in planned], sources)
    return planned


def _output_name(source: Input, suffix: str) -> str:
    if source.path == STDIN:
        return f"stdin{suffix}"
    name = PurePosixPath(source.relative or source.name)
    return f"{name.with_suffix('') if name.suffix.lower() in TEXTS else name}{suffix}"


def _folded(path: Path) -> str:
    """Equal for paths that are one file on the systems that ignore case."""
    text = os.path.normcase(path)
    return text.casefold() if sys.platform == "darwin" else text


def refuse_inputs(outputs: Sequence[Path], sources: Sequence[Input]) -> None:
    """An input is never overwritten."""
    read = {_real(source.path) for source in sources if source.path != STDIN}
    for output in outputs:
        if _real(output) in read:
            raise Problem(f"{safe_line(str(output))} is an input and would be overwritten; write somewhere else")


def refuse_same(manifest: Path, outputs: Iterable[Path]) -> None:
    """What is written to one file by two options would be neither; a device such as /dev/null takes both."""
    if manifest.exists() and not manifest.is_file():
        return
    real = _real(manifest)
    if any(_real(output) == real for output in outputs):
        raise Problem(
            f"--manifest and the output are one file, {safe_line(str(manifest))}; give --manifest another name"
        )


def _real(path: str | Path) -> str:
    return _folded(Path(os.path.realpath(path)))
