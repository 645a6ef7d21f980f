"""NP514 empty-name: a name or text that is empty.

A unit or person without a name, a deadline or target without its text, a task without content or key: what is
not there is left out of the list.

PASS (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道, units: [],
       span: {start: 10, end: 20, line: 2, end_line: 2}}

FAIL (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       units: [{name: '', role: lead, span: {start: 10, end: 10, line: 2, end_line: 2}}],
       span: {start: 10, end: 20, line: 2, end_line: 2}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP514"
NAME = "empty-name"
SEVERITY: Severity = "error"
HINT = "Fill it in, or delete the entry."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("nothing stands here", detail)
