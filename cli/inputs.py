"""The inputs of a command: files, folders, lists of files and standard input, in a fixed order."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

from ..normalize.named_tuples import NamedTuple
from ..schemas.words import RECORD_SUFFIXES
from . import registry
from .exits import Problem
from .terminal import safe_line

if TYPE_CHECKING:
    from io import BufferedReader

STDIN = "-"
TEXTS = (".txt", ".text", ".md")
"""Suffixes of texts, which names of outputs leave out."""

READABLE = (*TEXTS, ".html", ".htm")
"""Suffixes of the files that a walk of a folder reads; a file that is named itself is read whatever its suffix."""

_NO_NOTICES = (".sqlite", ".sqlite3", ".db", ".toml")
"""Suffixes of files that nobody takes for notices: our own, as those of records are."""

_SHELL_LEAVES_PATTERNS = os.name == "nt"
"""Shells of Windows hand patterns on; all others replace them."""

OWN_PREFIX = ".notice-parse"
"""Our own hidden files (state, lock, temporary files): no input, and not worth a remark."""


class Input(NamedTuple):
    """One input. ``relative`` is its POSIX path below the folder walked or as listed; None for a file named itself."""

    path: str
    relative: str | None = None

    @property
    def name(self) -> str:
        """Base name as the output has it; ``-`` for standard input."""
        return text_of(os.path.basename(self.path))

    @property
    def shown(self) -> str:
        """The path for messages."""
        return "standard input" if self.path == STDIN else safe_line(self.path)


class Inputs:
    """What was found: files in order, remarks on what was skipped, and whether the result is always a list."""

    def __init__(self, *, several: bool = False) -> None:
        self.files: list[Input] = []
        self.remarks: list[str] = []
        self.several = several


def text_of(path: str) -> str:
    """A path as text that can be encoded: bytes of a file name that are not UTF-8 become U+FFFD."""
    return path.encode("utf-8", sys.getfilesystemencodeerrors()).decode("utf-8", "replace")


def collect(
    paths: Sequence[str], lists: Sequence[str] = (), *, skip: Path | None = None, records: bool = False
) -> Inputs:
    """Files of ``paths`` (folders walked) and of ``lists`` (files of one path a line); one given twice counts once.

    ``skip`` is a folder that no walk enters, such as the one written to; with ``records`` a walk takes files of records
    too. Raises :class:`Problem` for a list that
    cannot be read and a folder without readable files; a missing file is left to whoever reads it.
    """
    inputs = Inputs(several=bool(lists) or len(paths) > 1)
    if [*paths, *lists].count(STDIN) > 1:
        raise Problem("standard input can be read once only: give '-' once")
    for path in _matching(paths) if _SHELL_LEAVES_PATTERNS else paths:
        if path != STDIN and os.path.isdir(path):
            inputs.several = True
            _walk(path, inputs, skip, records)
        else:
            inputs.files.append(Input(path))
    for name in lists:
        for path in _listed(name):
            if os.path.isdir(path):
                _walk(path, inputs, skip, records)
            else:
                inputs.files.append(Input(path, _relative(path)))
    inputs.files = list(_once(inputs.files, os.path.abspath))
    return inputs


def refuse_nothing() -> None:
    """Raise :class:`Problem` when no file is named and standard input, which is read then, holds nothing.

    It is peeked into and not read; ``-`` says that standard input is meant, however little it holds.
    """
    said = "no input: give files or folders, or - for standard input"
    try:
        if sys.stdin.isatty() or not cast("BufferedReader", sys.stdin.buffer).peek(1):
            raise Problem(said)
    except (OSError, ValueError):  # closed: whoever reads it says so
        return


def record_files(files: Iterable[Input]) -> Iterator[str]:
    """Remarks on inputs that seem to be records already."""
    named = [file.shown for file in files if file.path.lower().endswith(RECORD_SUFFIXES)]
    if named:
        yield f"read as a notice, although its suffix is one of record files ('check' reads those): {_some(named)}"


def _some(paths: Sequence[str]) -> str:
    """The first of some paths, fit for a message."""
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def _matching(paths: Iterable[str]) -> Iterator[str]:
    """``paths``, patterns (``notices/*.txt``) replaced by the files that they match; one that matches none stays."""
    import glob

    for path in paths:
        found = sorted(glob.glob(path)) if any(sign in path for sign in "*?") else []
        yield from found or [path]


def missing_hint(path: str) -> str:
    """What may have been meant by the path of a missing file; empty when nothing comes close."""
    command = registry.close_to(path)
    return f"; did you mean the command '{command}'?" if command else "; check the path"


def _listed(name: str) -> Iterator[str]:
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise Problem(f"cannot read the list {safe_line(name)}: {(error.strerror or str(error)).lower()}") from error
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # PowerShell's redirection
        data = data.decode("utf-16", "replace").encode("utf-8", "surrogatepass")
    for line in data.removeprefix(codecs.BOM_UTF8).replace(b"\0", b"\n").splitlines():
        if line.strip():
            yield _path_of(line)


def _path_of(line: bytes) -> str:
    """A path as listed: in the encoding of file names, or, on Windows, in that of its older programs."""
    try:
        return os.fsdecode(line)
    except UnicodeDecodeError:
        import locale

        return line.decode(locale.getpreferredencoding(False), "replace")


def _relative(path: str) -> str | None:
    """The path as listed, when it is one below the current folder."""
    pure = PurePosixPath(path.replace(os.sep, "/"))
    if pure.is_absolute() or Path(path).anchor or ".." in pure.parts:  # C:a.txt has a drive and is not absolute
        return None
    return text_of(str(pure))


def _walk(folder: str, inputs: Inputs, skip: Path | None, records: bool) -> None:
    found = _Walk(folder, skip, records)
    files = sorted(found.files(), key=lambda file: (file.relative or "").split("/"))
    if not files:
        others = "".join(f"; {remark}" for remark in found.remarks())
        raise Problem(f"nothing to read in {safe_line(folder)}: no file ends in {' '.join(READABLE)}{others}")
    inputs.files.extend(files)
    inputs.remarks.extend(found.remarks())


class _Walk:
    """One walk of a folder, with what it left out."""

    def __init__(self, folder: str, skip: Path | None, records: bool) -> None:
        self._folder = folder
        self._root = os.path.realpath(folder)
        self._skip = os.path.realpath(skip) if skip else None
        self._records = records
        self._hidden: list[str] = []
        self._outside: list[str] = []
        self._dangling: list[str] = []
        self._closed: list[str] = []
        self._special: list[str] = []
        self._others: list[str] = []

    def files(self) -> Iterator[Input]:
        for place, folders, names in os.walk(self._folder, onerror=self._refused):
            folders[:] = [name for name in folders if self._enters(os.path.join(place, name))]
            for name in names:
                path = os.path.join(place, name)
                if self._reads(path):
                    relative = os.path.relpath(path, self._folder).replace(os.sep, "/")
                    yield Input(path, text_of(relative))

    def remarks(self) -> Iterator[str]:
        for kind, paths in (
            ("hidden", self._hidden),
            ("a link out of the tree", self._outside),
            ("a link to nothing", self._dangling),
            ("a folder that cannot be read", self._closed),
            ("no regular file", self._special),
            ("not a text by its suffix (name a file to have it read)", self._others),
        ):
            if paths:
                yield f"skipped, {kind}: {_some([safe_line(path) for path in sorted(paths)])}"

    def _refused(self, error: OSError) -> None:
        self._closed.append(os.fsdecode(error.filename or self._folder))

    def _enters(self, path: str) -> bool:
        if self._skip and os.path.realpath(path) == self._skip:
            return False
        return self._is_ours(path)

    def _reads(self, path: str) -> bool:
        if not path.lower().endswith(READABLE) and not (self._records and _holds_records(path)):
            self._note_other(path)
            return False
        if not self._is_ours(path):
            return False
        if os.path.islink(path) and not os.path.exists(path):
            self._dangling.append(path)
        if os.path.isfile(path):
            return True
        if os.path.exists(path):
            self._special.append(path)
        return False

    def _note_other(self, path: str) -> None:
        """Remember a file that may be a notice in another format; our own outputs are none."""
        name = os.path.basename(path).lower()
        if not name.startswith(".") and not name.endswith((*RECORD_SUFFIXES, *_NO_NOTICES)):
            self._others.append(path)

    def _is_ours(self, path: str) -> bool:
        """Neither hidden nor a link that leaves the tree; what is left out is remembered."""
        name = os.path.basename(path)
        if name.startswith("."):
            if not name.startswith(OWN_PREFIX):
                self._hidden.append(path)
            return False
        if os.path.islink(path) and not self._inside(os.path.realpath(path)):
            self._outside.append(path)
            return False
        return True

    def _inside(self, target: str) -> bool:
        return Path(target).is_relative_to(self._root)


def read(source: Input) -> bytes:
    """The bytes of a file or of standard input. Raises ``OSError`` that names it."""
    try:
        if source.path == STDIN:
            return sys.stdin.buffer.read()
        with open(source.path, "rb") as file:
            return file.read()
    except OSError as error:
        error.filename = error.filename or (source.shown if source.path == STDIN else source.path)
        raise


def once(files: Iterable[Input]) -> Iterator[Input]:
    """Files without those that were given before under another path."""
    return _once(files, os.path.realpath)


def _once(files: Iterable[Input], place: Callable[[str], str]) -> Iterator[Input]:
    seen: set[str] = set()
    for file in files:
        at = file.path if file.path == STDIN else place(file.path)
        if at not in seen:
            seen.add(at)
            yield file


def _holds_records(path: str) -> bool:
    """Whether a file found in a folder begins as our records do; other YAML and JSON is none of ours."""
    if not path.lower().endswith(RECORD_SUFFIXES) or not os.path.isfile(path):
        return False
    from ..schemas.beginnings import HEAD, record_suffix

    try:
        with open(path, "rb") as file:
            return record_suffix(file.read(HEAD)) is not None
    except OSError:
        return True  # whoever reads it says why
