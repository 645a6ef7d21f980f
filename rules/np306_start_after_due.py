"""NP306 start-after-due: a deadline that ends before it starts.

``start`` is later than ``due``: the page or a hand-made correction names the wrong year or month.

PASS (record)::

    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 4, line: 1, end_line: 1},
       deadlines: [{text: 3月至5月, kind: between, start: '2030-03-01', due: '2030-05-31',
                    span: {start: 5, end: 10, line: 1, end_line: 1}}]}

FAIL (record)::

    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 4, line: 1, end_line: 1},
       deadlines: [{text: 3月至5月, kind: between, start: '2030-03-01', due: '2029-05-31',
                    span: {start: 5, end: 10, line: 1, end_line: 1}}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told

CODE = "NP306"
NAME = "start-after-due"
SEVERITY: Severity = "warning"
HINT = "Correct the year of one of the two dates."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the deadline ends before it starts", detail)


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """Deadlines whose start is later than their due date."""
    for place, task in enumerate(record["tasks"]):
        for index, deadline in enumerate(task["deadlines"]):
            start, due = deadline["start"], deadline["due"]
            if start and due and start > due:
                path = ("tasks", place, "deadlines", index)
                yield Finding(path, deadline["span"], task["id"], f"{start} to {due}")
