"""NP110 row-too-short: a row has fewer cells than the table has columns.

Cells vanish under merged cells and where a page dropped empty ones. The columns of the cells that are there
were inferred; a value that is not there was not invented.

PASS (doubts)::

    source: 2 | 清理河道 |
    doubts: []

FAIL (doubts)::

    source: 2 | 清理河道 |
    doubts: [{rule: row-too-short, start: 0, end: 10, detail: 2 of 4}]
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP110"
NAME = "row-too-short"
SEVERITY: Severity = "warning"
HINT = "Compare the row with the page: which cell is missing?"


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("fewer cells than columns in this row", detail)
