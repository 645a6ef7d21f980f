"""How much a text looks like a deadline, for telling columns apart."""

from __future__ import annotations

from .reader import expressions
from .words import VAGUE

_LONG = 400
"""A text longer than this is no deadline cell."""


def has_deadline(text: str) -> bool:
    """Whether a fragment of a clause or a cell holds a time expression, ongoing work included."""
    return bool(expressions(text, "clause")[1])


def deadline_likeness(text: str) -> float:
    """How much a table cell looks like a deadline cell, from 0 (not at all) to 1 (nothing but times)."""
    words = text.strip(" \t\r\n　。；;，,")
    if not words or len(words) > _LONG:
        return 0.0
    if words in VAGUE:
        return 0.7
    folded, found = expressions(words, "cell")
    if not found:
        return 0.0
    covered = sum(e.end - e.begin for e in found)
    rest = len(folded) - covered
    free = 12 * len(found)
    score = covered / (covered + max(0, rest - free))
    return min(1.0, max(score, 0.5) if found[0].begin == 0 else score)
