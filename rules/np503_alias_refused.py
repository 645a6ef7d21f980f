"""NP503 alias-refused: a YAML anchor or alias.

Records are plain data: ``&name`` and ``*name`` are refused, because a small file could stand for a huge one,
and because a change in one place would change another.

PASS (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}

FAIL (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: &river 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP503"
NAME = "alias-refused"
SEVERITY: Severity = "error"
HINT = "Write the value out."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("anchors and aliases are not read", detail)
