"""Which diagnostics are reported, and which of them fail a run."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..rules.registry import RULES
from ..schemas.words import SEVERITIES

FAIL_ON_DEFAULT = "error"
_ALL = ""
"""The beginning of every code."""


class UnknownCode(ValueError):
    """A code, prefix or name that no rule has."""


def as_prefix(text: str) -> str:
    """The code or beginning of codes (``NP202``, ``NP2``) that a code, prefix or rule name stands for.

    Raises :class:`UnknownCode`, with the nearest known ones, when no rule has it.
    """
    wanted = text.strip()
    if wanted.lower() in RULES:
        return RULES[wanted.lower()]
    prefix = wanted.upper()
    if prefix and any(code.startswith(prefix) for code in RULES.values()):
        return prefix
    near = difflib.get_close_matches(wanted, [*RULES, *RULES.values()], n=3, cutoff=0.6)
    hint = f"; near it: {', '.join(near)}" if near else "; see `notice-parse rules`"
    raise UnknownCode(f"no rule has the code, prefix or name {wanted!r}{hint}")


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes or prefixes to report (none: all) and to leave out; the longer prefix wins, and on a tie leaving out."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def extended(self, select: tuple[str, ...], ignore: tuple[str, ...]) -> Selection:
        """The selection with more of both; to select more beside all is to take back what is left out."""
        return Selection((*(self.select or (_ALL,)), *select) if select else self.select, (*self.ignore, *ignore))

    def reports(self, code: str) -> bool:
        """Whether diagnostics of that code are reported."""
        chosen = _longest(code, self.select) if self.select else 0
        left_out = _longest(code, self.ignore)
        return chosen is not None and (left_out is None or chosen > left_out)


def exceeds(diagnostics: Iterable[Mapping[str, Any]], fail_on: str) -> bool:
    """Whether any diagnostic (contract form) has the severity ``fail_on`` or a higher one."""
    failing = SEVERITIES[SEVERITIES.index(fail_on) :]
    return any(entry["severity"] in failing for entry in diagnostics)


def _longest(code: str, prefixes: tuple[str, ...]) -> int | None:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=None)
