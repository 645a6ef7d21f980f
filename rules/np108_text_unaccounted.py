"""NP108 text-unaccounted: text inside a table or plan that no record holds.

Between the column heads of a table and its last row, and between the items of a plan, every character belongs
to a record, a heading or a narrative paragraph. What nothing claims is an error, because a task may be lost
there.

PASS (record)::

    source: {characters: 40}
    parts: [{id: 1, kind: table, title: null, layout: pipe_table, span: {start: 10, end: 40, line: 2, end_line: 5}}]
    coverage: {characters: 30, accounted: 28, unaccounted: [{start: 0, end: 2, line: 1, end_line: 1}]}

FAIL (record)::

    source: {characters: 40}
    parts: [{id: 1, kind: table, title: null, layout: pipe_table, span: {start: 10, end: 40, line: 2, end_line: 5}}]
    coverage: {characters: 30, accounted: 20, unaccounted: [{start: 20, end: 30, line: 3, end_line: 3}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told

CODE = "NP108"
NAME = "text-unaccounted"
SEVERITY: Severity = "error"
HINT = "Read these lines in the notice and add what they say by hand; please report the layout."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("text inside a table or plan is in no record", detail)


def check(record: Record, source: str | None) -> Iterator[Finding]:
    """Spans that nothing claims and that touch a part of kind plan or table."""
    bodies = [part["span"] for part in record["parts"] if part["kind"] in ("plan", "table")]
    for index, span in enumerate(record["coverage"]["unaccounted"]):
        if any(body["start"] < span["end"] and span["start"] < body["end"] for body in bodies):
            text = source[span["start"] : span["end"]].strip() if source is not None else ""
            yield Finding(("coverage", "unaccounted", index), span, detail=" ".join(text.split()))
