"""NP113 coverage-too-low: less of the notice was understood than --min-coverage asks for.

Reported by ``notice-parse check --min-coverage PERCENT`` alone: the share of non-blank characters that a
record, a heading or another labelled segment claims.

PASS (doubts)::

    source: 责任单位：市水利局
    doubts: []

FAIL (doubts)::

    source: 责任单位：市水利局
    doubts: [{rule: coverage-too-low, start: 0, end: 0, detail: '92.1% of 95%'}]
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP113"
NAME = "coverage-too-low"
SEVERITY: Severity = "error"
HINT = "Look at `coverage.unaccounted` for what was left over, or lower --min-coverage."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("coverage is below the minimum", detail)
