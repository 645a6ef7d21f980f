"""NP007 span-mismatch: a span that does not hold what it claims: a fault of notice-parse.

Every value of a record can be found again at its span of the source text. ``check`` and ``parse --strict`` look
at every span that was just made and say so when one is wrong.

PASS (record just made)::

    source: "1 修缮北桥 市交通局"
    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 11, line: 1, end_line: 1},
       units: [{name: 市交通局, role: lead, span: {start: 7, end: 11, line: 1, end_line: 1}}]}

FAIL (record just made)::

    source: "1 修缮北桥 市交通局"
    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 11, line: 1, end_line: 1},
       units: [{name: 市交通局, role: lead, span: {start: 2, end: 6, line: 1, end_line: 1}}]}
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
