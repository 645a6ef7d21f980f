"""NP506 unknown-id: a reference to a task or part that is not there.

``part`` of a task, ``task`` of a diagnostic and both of a segment name a record of the same file.

PASS (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}

FAIL (in a record file)::

    - {id: 2, key: t2, part: 7, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP506"
NAME = "unknown-id"
SEVERITY: Severity = "error"
HINT = "Correct the id, or delete what points at the record that is gone."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("no task or part of this id", detail)
