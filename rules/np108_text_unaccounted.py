"""NP108 text-unaccounted: text inside a table or plan that no record holds.

Between the column heads of a table and its last row, and between the items of a plan, every character belongs
to a record, a heading or a narrative paragraph. What nothing claims is an error, because a task may be lost
there.

PASS::

    各区人民政府：

    一、清理河道。（市水利局负责）

FAIL::

    各区人民政府

    一、（市水利局负责）
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told
from .ranges import Ranges

CODE = "NP108"
NAME = "text-unaccounted"
SEVERITY: Severity = "error"
HINT = "Read these lines in the notice and add what they say by hand; please report the layout."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("text inside a table or plan is in no record", detail)


def check(record: Record, source: str | None) -> Iterator[Finding]:
    """Spans that nothing claims and that touch a part of kind plan or table."""
    bodies = Ranges(
        (part["span"]["start"], part["span"]["end"]) for part in record["parts"] if part["kind"] in ("plan", "table")
    )
    for index, span in enumerate(record["coverage"]["unaccounted"]):
        if bodies.overlap(span["start"], span["end"]):
            text = source[span["start"] : span["end"]].strip() if source is not None else ""
            yield Finding(("coverage", "unaccounted", index), span, detail=" ".join(text.split()))
