"""NP103 layout-uncertain: a part was read with one layout, and another fitted nearly as well.

Each layout says how well it fits a part of the notice. When the runner-up is close, or no layout fits well, the
rows may be cut in the wrong places.

PASS (doubts)::

    source: 责任单位：市水利局
    doubts: []

FAIL (doubts)::

    source: 责任单位：市水利局
    doubts: [{rule: layout-uncertain, start: 0, end: 9, detail: numbered_list before heading_rows}]
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP103"
NAME = "layout-uncertain"
SEVERITY: Severity = "warning"
HINT = "Compare a few tasks with the page; `notice-parse explain --stage parts` shows both readings."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the layout of this part is uncertain", detail)
