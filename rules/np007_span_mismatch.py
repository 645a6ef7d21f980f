"""NP007 span-mismatch: a span that does not hold what it claims: a fault of notice-parse.

Every value of a record can be found again at its span of the source text. The program looks at its own spans
and says so when one is wrong, rather than hand out a wrong place.

PASS (doubts)::

    source: 责任单位：市水利局
    doubts: []

FAIL (doubts)::

    source: 责任单位：市水利局
    doubts: [{rule: span-mismatch, start: 0, end: 4, detail: 市水利局}]
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP007"
NAME = "span-mismatch"
SEVERITY: Severity = "error"
HINT = "Please report it with the notice; the value may be right, its place is not."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("a span does not re-slice to its value", detail)
