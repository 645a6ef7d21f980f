"""NP501 record-syntax: a record file that is no valid YAML or JSON.

The file cannot be read as what its suffix says. Tags (``!!python/…``) and other special YAML are refused as
well.

PASS (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}

FAIL (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: [清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP501"
NAME = "record-syntax"
SEVERITY: Severity = "error"
HINT = "Correct the line; quote text that holds `: ` or begins with a sign such as `@` or `[`."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("this is not valid in the file's format", detail)
