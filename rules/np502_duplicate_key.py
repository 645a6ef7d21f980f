"""NP502 duplicate-key: a key that stands twice in one mapping.

YAML and JSON readers keep the last of two equal keys and say nothing, so that a correction can get lost.

PASS (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}

FAIL (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', number: '3', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP502"
NAME = "duplicate-key"
SEVERITY: Severity = "error"
HINT = "Delete one of the two; most readers would silently keep the last."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("this key stands twice in one mapping", detail)
