"""NP109 cells-left-over: text of a cell or clause that fits no field.

A cell of units or a responsibility clause says something that is neither a unit nor a person nor a time, or a
row has more cells than the table has columns. The text is in no unit and in no deadline.

PASS::

    1.修缮北桥。（市交通局牵头，市财政局配合）

FAIL::

    1.修缮北桥。（市交通局牵头，做好记录）
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP109"
NAME = "cells-left-over"
SEVERITY: Severity = "warning"
HINT = "Compare the row with the page; add what the text says by hand."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("text in a cell or clause that fits no field", detail)
