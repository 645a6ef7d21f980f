"""JSON and JSON-lines record files, strictly: no key twice, no NaN; places are worked out only when asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from .document import DEEPEST, Document, Loaded, Path, Place, Problem

_TOKEN = re.compile(r'[ \t\r\n]*([\[\]{},:]|"(?:[^"\\]|\\.)*"|[^\s\[\]{},:"]+)', re.DOTALL)
_NESTED = re.compile(r'"(?:[^"\\]|\\.)*"|([\[{])|([\]}])', re.DOTALL)


def load_json(text: str) -> Loaded:
    """The records of a JSON file: the one object, or the members of the one array. Never raises."""
    loaded = Loaded()
    _load_one(text, 1, loaded, arrays=True)
    return loaded


def load_json_lines(text: str) -> Loaded:
    """The records of a JSON-lines file, one a line; blank lines are skipped. Never raises."""
    loaded = Loaded()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            _load_one(line, number, loaded, arrays=False)
    return loaded


def _load_one(text: str, line: int, loaded: Loaded, *, arrays: bool) -> None:
    doubled = [False]
    try:
        if _depth_exceeds(text, DEEPEST):
            raise ValueError("nested too deeply")
        value = json.loads(text, object_pairs_hook=_pairs(doubled), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        loaded.problems.append(Problem("record-syntax", line + error.lineno - 1, error.colno, error.msg))
        return
    except ValueError as error:
        loaded.problems.append(Problem("record-syntax", line, 1, str(error)))
        return
    scan = cache(lambda: _Scan(text, line))
    if doubled[0]:
        loaded.problems.extend(scan().doubled)
    if arrays and isinstance(value, list):
        for index, member in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            loaded.documents.append(Document(member, _locator(scan, (index,))))
    else:
        loaded.documents.append(Document(value, _locator(scan, ())))


def _depth_exceeds(text: str, limit: int) -> bool:
    """Whether brackets outside strings nest deeper than ``limit``; a cheap count rules most texts out."""
    if text.count("[") + text.count("{") <= limit:
        return False
    depth = 0
    for match in _NESTED.finditer(text):
        if match.lastindex == 1:
            depth += 1
            if depth > limit:
                return True
        elif match.lastindex == 2:
            depth -= 1
    return False


def _pairs(doubled: list[bool]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            doubled[0] = True
        return members

    return build


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


def _locator(scan: Callable[[], _Scan], prefix: Path) -> Callable[[Path], Place]:
    return lambda path: scan().root.at((*prefix, *path))


class _Scan:
    """Places of all values of a JSON text that is known to be valid, and its doubled keys."""

    def __init__(self, text: str, line: int) -> None:
        self.doubled: list[Problem] = []
        self.root = Place(line, 1)
        self._text, self._line, self._start, self._seen = text, line, 0, 0
        self._read()

    def _read(self) -> None:
        stack: list[Place] = []
        keys: list[str | int] = []
        in_object: list[bool] = []
        for match in _TOKEN.finditer(self._text):
            token = match.group(1)
            if token in ",:":
                if token == "," and not in_object[-1]:
                    keys[-1] = int(keys[-1]) + 1
                continue
            if token in "]}":
                del stack[-1], keys[-1], in_object[-1]
                continue
            place = self._place(match.start(1))
            if in_object and in_object[-1] and self._is_key(match.end()):
                keys[-1] = json.loads(token)
                if keys[-1] in stack[-1].members:
                    self.doubled.append(Problem("duplicate-key", place.line, place.column, str(keys[-1])))
                continue
            if stack:
                stack[-1].members[keys[-1]] = place
            else:
                self.root = place
            if token in "[{":
                stack.append(place)
                keys.append("" if token == "{" else 0)
                in_object.append(token == "{")

    def _is_key(self, end: int) -> bool:
        match = _TOKEN.match(self._text, end)
        return match is not None and match.group(1) == ":"

    def _place(self, offset: int) -> Place:
        self._line += self._text.count("\n", self._seen, offset)
        newline = self._text.rfind("\n", self._seen, offset)
        self._start = newline + 1 if newline >= 0 else self._start
        self._seen = offset
        return Place(self._line, offset - self._start + 1)
