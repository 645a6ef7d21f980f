"""NP004 characters-restored: lost characters were restored from their trace.

Some converters put a half-destroyed gloss in place of a character: ``數(shù)`` became ``?shù)``. The sound
and the neighbours leave one character that fits, and a date that lost its 年月日 is read when one reading alone
is valid. Nothing is restored without such a trace.

PASS::

    整合政府数据资源

FAIL::

    整合政府?dāng)?shù)據资源
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP004"
NAME = "characters-restored"
SEVERITY: Severity = "info"
HINT = "Compare with the original page when the wording matters."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("restored from the trace that a converter left", detail)
