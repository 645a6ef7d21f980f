"""NP505 duplicate-id: two records of one id.

Ids of tasks and of parts are unique in a record.

PASS (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}

FAIL (in a record file)::

    - {id: 1, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP505"
NAME = "duplicate-id"
SEVERITY: Severity = "error"
HINT = "Number the records anew; ids are what `diagnostics` and `segments` point at."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("this id was used before", detail)
