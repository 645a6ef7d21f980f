"""NP304 year-moved: a date without a year was moved to the next year.

A date without a year takes the year of its clause, of the plan's title or of the notice. When the notice's own
year would put it before the date of issue, the next year is meant: 3月底前 in a notice of November.

PASS (doubts)::

    source: 3月底前完成
    doubts: []

FAIL (doubts)::

    source: 3月底前完成
    doubts: [{rule: year-moved, start: 0, end: 4, detail: '2031'}]
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP304"
NAME = "year-moved"
SEVERITY: Severity = "info"
HINT = "Check the year if the notice may be speaking of something already done."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the day was past when the notice was issued; moved to the next year", detail)
