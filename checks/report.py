"""What a check found in one file, in the form that every report format reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Diagnostic = dict[str, Any]
"""A diagnostic in contract form. In a record file, line and column are those of the record file and span is null."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that was read: its diagnostics that are to be reported, in order, and its coverage."""

    path: str
    kind: Literal["notice", "records"]
    diagnostics: Sequence[Diagnostic]
    characters: int = 0
    accounted: int = 0
    fails: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One file that could not be read, and why."""

    path: str
    reason: str


Outcome = Checked | Unreadable


def counts(diagnostics: Sequence[Diagnostic]) -> dict[str, int]:
    """Number of diagnostics by severity, the worst first."""
    found = {"error": 0, "warning": 0, "info": 0}
    for entry in diagnostics:
        found[entry["severity"]] += 1
    return found
