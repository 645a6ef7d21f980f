"""NP113 coverage-too-low: less of the notice was understood than --min-coverage asks for.

Reported by ``notice-parse check --min-coverage PERCENT`` alone: the share of non-blank characters that a
record, a heading or another labelled segment claims.

PASS (notice, --min-coverage 100)::

    各区人民政府：

    一、清理河道。（市水利局负责）

FAIL (notice, --min-coverage 100)::

    各区人民政府

    一、（市水利局负责）
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
