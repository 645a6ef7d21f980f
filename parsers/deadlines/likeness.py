"""How much a text looks like a deadline, for telling columns apart."""

from __future__ import annotations

from .reader import expressions
from .words import VAGUE

_LONG = 400
"""A text longer than this is no deadline cell."""
_SHORT = 10
"""Up to here, digits that lost their 年月日 may be a date."""
_FREE = 12
"""Characters of scope and action that a time may carry."""
_STARTS = 120
"""A text up to this long that begins with a time is more likely a deadline than not."""


def has_deadline(text: str) -> bool:
    """Whether a fragment of a clause or a cell holds a time expression, ongoing work included."""
    return bool(expressions(text, "clause")[1])


def deadline_likeness(text: str) -> float:
    """How much a table cell looks like a deadline cell, from 0 (not at all) to 1 (nothing but times).

    Each time may carry a short scope and action; a long sentence that merely contains a date comes out low.
    """
    words = text.strip(" \t\r\n\u3000。；;，,")
    if not words or len(words) > _LONG:
        return 0.0
    if words in VAGUE:
        return 0.7
    folded, found = expressions(words, "clause")
    if not found:
        return 0.6 if len(words) <= _SHORT and expressions(words, "cell")[1] else 0.0
    covered = sum(e.end - e.begin for e in found)
    rest = max(0, len(folded) - covered - _FREE * len(found))
    score = covered / (covered + rest)
    return min(1.0, max(score, 0.5) if found[0].begin == 0 and len(folded) <= _STARTS else score)
