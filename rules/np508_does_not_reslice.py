"""NP508 does-not-reslice: a value that is not what stands at its span.

The source was found and is unchanged, and ``source[start:end]``, cleaned, is not the value (white space,
punctuation and width aside). ``corrected: true`` on the object, or on one around it, exempts it.

PASS (record and source)::

    source: "1 修缮北桥 市交通局"
    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 11, line: 1, end_line: 1},
       units: [{name: 市交通局, role: lead, span: {start: 7, end: 11, line: 1, end_line: 1}}]}

FAIL (record and source)::

    source: "1 修缮北桥 市交通局"
    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 11, line: 1, end_line: 1},
       units: [{name: 市水利局, role: lead, span: {start: 7, end: 11, line: 1, end_line: 1}}]}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP508"
NAME = "does-not-reslice"
SEVERITY: Severity = "error"
HINT = "Restore the value, or mark the object with `corrected: true` when the change is meant."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the source text at this span is another", detail)
