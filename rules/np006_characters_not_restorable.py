"""NP006 characters-not-restorable: characters were lost and cannot be told.

A question mark or replacement sign stands where a character was, and no trace of it remains. The text stays as
it is.

PASS::

    做好防汛物资储备工作

FAIL::

    做好防汛物?）储备工作
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP006"
NAME = "characters-not-restorable"
SEVERITY: Severity = "warning"
HINT = "Look the words up in the original notice."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("characters are lost here", detail)
