"""NP112 inherited-cell: a value was taken from a merged cell above.

A cell that is missing under a vertical merge takes the value above it, column by column. This reports persons,
deadlines and other columns; units have a rule of their own, NP202.

PASS (record)::

    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 4, line: 1, end_line: 1},
       fields: [{head: 备注, text: 市级, inherited: false, span: {start: 5, end: 7, line: 1, end_line: 1}}]}

FAIL (record)::

    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 4, line: 1, end_line: 1},
       fields: [{head: 备注, text: 市级, inherited: true, span: {start: 5, end: 7, line: 1, end_line: 1}}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told

CODE = "NP112"
NAME = "inherited-cell"
SEVERITY: Severity = "info"
HINT = "Nothing to do when the page shows a merged cell; the values are marked `inherited: true`."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("taken from the merged cell above", detail)


_COLUMNS = (("deadlines", "text"), ("persons", "name"), ("fields", "text"))


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """Tasks with inherited deadlines, persons or other fields, one finding a task."""
    for index, task in enumerate(record["tasks"]):
        values = [cell[key] for column, key in _COLUMNS for cell in task[column] if cell["inherited"]]
        if values:
            yield Finding(("tasks", index), task["span"], task["id"], "、".join(values))
