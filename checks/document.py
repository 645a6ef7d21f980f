"""A record as a file holds it: plain values, the place of each, and what was wrong while reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Path = tuple[str | int, ...]
DEEPEST = 100
"""Levels of nesting that are read. A record has eight; keys of one's own may have more."""


@dataclass(slots=True)
class Place:
    """Line and column (from 1) of a value in a file, and the places of its members."""

    line: int
    column: int
    members: dict[str | int, Place] = field(default_factory=lambda: dict[str | int, Place]())

    def at(self, path: Sequence[str | int]) -> Place:
        """The place of the value that ``path`` leads to, or of the innermost one on the way that is there."""
        place = self
        for step in path:
            if step not in place.members:
                break
            place = place.members[step]
        return place


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the file itself: the rule that reports it, where, and what."""

    rule: str
    line: int
    column: int
    detail: str


@dataclass(frozen=True, slots=True)
class Document:
    """One record of a file. ``locate`` gives the place of a path; places of JSON are made on the first call."""

    value: Any
    locate: Callable[[Path], Place]


@dataclass(slots=True)
class Loaded:
    """The records of a file and its problems, in the order of the file."""

    documents: list[Document] = field(default_factory=lambda: list[Document]())
    problems: list[Problem] = field(default_factory=lambda: list[Problem]())
