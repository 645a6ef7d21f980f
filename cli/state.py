"""What earlier runs left in an output folder: one line of ``.notice-parse.jsonl`` an output, the last one counts.

A line is added after its output stands under its final name. A run that is killed in between leaves an output without
a line, which the next run writes again: the same bytes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO, Any, cast

from .exits import Problem
from .files import sweep, write_whole
from .terminal import safe_line
from .work import Done, hash_of

STATE_NAME = ".notice-parse.jsonl"
LOCK_NAME = ".notice-parse.lock"


@dataclass(frozen=True, slots=True)
class Entry:
    """One output: what it was made from and how."""

    fingerprint: str
    done: Done


class State:
    """The state of an output folder, locked while it is open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = _lock(folder / LOCK_NAME)
        sweep(folder)
        self._entries, self._lines = _load(folder / STATE_NAME)
        self._file: IO[str] | None = None

    def done(self, output: Path, fingerprint: str) -> Done | None:
        """What an earlier run with the same options and version left at ``output``."""
        entry = self._entries.get(self._name(output))
        return entry.done if entry and entry.fingerprint == fingerprint else None

    def record(self, output: Path, fingerprint: str, done: Done) -> None:
        """Note an output that stands."""
        name = self._name(output)
        self._entries[name] = Entry(fingerprint, done)
        if self._file is None:
            self._file = (self.folder / STATE_NAME).open("a", encoding="utf-8", newline="\n")
            # A killed run may have left half a line, which must not swallow the next one.
            self._file.write("\n" if self._lines else "")
        self._file.write(_line(name, self._entries[name]))
        self._file.flush()
        self._lines += 1

    def prune(self, kept: set[Path]) -> tuple[list[Path], list[Path]]:
        """Remove the outputs of earlier runs that are not ``kept``: those removed, and those left as edited by hand.

        What an input that is still there gave in another format is kept too.
        """
        inputs = {str(Path(self._name(path)).with_suffix("")) for path in kept}
        removed: list[Path] = []
        edited: list[Path] = []
        for name in [name for name in self._entries if str(Path(name).with_suffix("")) not in inputs]:
            path = self.folder / name
            if path.is_file():
                if hash_of(path) != self._entries[name].done.output_sha256:
                    edited.append(path)
                    continue
                path.unlink()
                removed.append(path)
                self._remove_empty(path.parent)
            del self._entries[name]
            self._lines += 1
        return removed, edited

    def close(self) -> None:
        """Shorten a file that grew to twice its entries, and let the next run in."""
        if self._file:
            self._file.close()
        if self._lines > len(self._entries):
            text = "".join(_line(name, entry) for name, entry in sorted(self._entries.items()))
            write_whole(self.folder / STATE_NAME, text.encode())
        self._lock.close()

    def _name(self, output: Path) -> str:
        return output.relative_to(self.folder).as_posix()

    def _remove_empty(self, folder: Path) -> None:
        while folder != self.folder and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _line(name: str, entry: Entry) -> str:
    done = entry.done
    values = {
        "output": name,
        "input_sha256": done.sha256,
        "options": entry.fingerprint,
        "output_sha256": done.output_sha256,
        "tasks": done.tasks,
        "worst": done.worst,
    }
    return json.dumps(values) + "\n"


def _load(path: Path) -> tuple[dict[str, Entry], int]:
    """The entries of a state file and its number of lines; a line that a killed run left half-written is no entry."""
    entries: dict[str, Entry] = {}
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        return entries, 0
    for values in _values(lines):
        try:
            done = Done(values["input_sha256"], values["output_sha256"], int(values["tasks"]), values["worst"])
            name = PurePath(values["output"])
            if not name.anchor and ".." not in name.parts:  # never outside the folder
                entries[name.as_posix()] = Entry(values["options"], done)
        except (KeyError, TypeError, ValueError):
            continue
    return entries, len(lines) - 1


def _values(lines: list[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        try:
            values = json.loads(line)
        except ValueError:
            continue
        if isinstance(values, dict):
            yield cast("dict[str, Any]", values)


def _lock(path: Path) -> IO[bytes]:
    """Hold the folder for this run; the system lets go of it however the run ends."""
    file = path.open("ab")
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise Problem(f"another run is writing to {safe_line(str(path.parent))}; wait for it to end") from error
    return file
