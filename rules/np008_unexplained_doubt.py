"""NP008 unexplained-doubt: a doubt that no rule explains: a fault of notice-parse.

Stages report doubts by the name of a rule. One that has no rule is still shown, so that nothing is kept back.

PASS (doubts)::

    source: 责任单位：市水利局
    doubts: [{rule: role-guessed, start: 0, end: 4}]

FAIL (doubts)::

    source: 责任单位：市水利局
    doubts: [{rule: not-yet-written, start: 0, end: 4}]
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP008"
NAME = "unexplained-doubt"
SEVERITY: Severity = "warning"
HINT = "Please report it with the notice."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("a stage reported a doubt that has no rule", detail)
