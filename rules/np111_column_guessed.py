"""NP111 column-guessed: the column of a cell was guessed.

In a row with missing cells, this cell fits two columns about equally well. It was put in the likelier one, by
what it says and by what other rows hold there.

PASS (doubts)::

    source: 新建停车场
    doubts: []

FAIL (doubts)::

    source: 新建停车场
    doubts: [{rule: column-guessed, start: 0, end: 5, detail: 工作任务 before 备注}]
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP111"
NAME = "column-guessed"
SEVERITY: Severity = "warning"
HINT = "Compare the row with the page."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the column of this cell was guessed", detail)
