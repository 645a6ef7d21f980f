"""NP507 span-not-in-source: a span outside the source text.

``0 ≤ start ≤ end ≤ source.characters`` holds for every span.

PASS (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}

FAIL (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 24, line: 2, end_line: 2}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP507"
NAME = "span-not-in-source"
SEVERITY: Severity = "error"
HINT = "Parse the notice again, or mark what you wrote by hand with `corrected: true`."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the span lies outside the source text", detail)
