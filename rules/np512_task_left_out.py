"""NP512 task-left-out: a task of the text that the record does not have.

The source was found and is unchanged, and a fresh reading has a task that the record has not; its text counts as not
accounted for. Rows of ``--records`` may be a choice of tasks and are not held to it.

PASS (record edited by hand)::

    source: "一、修缮北桥。（市交通局负责）"
    edited: {}

FAIL (record edited by hand)::

    source: "一、修缮北桥。（市交通局负责）"
    edited: {'': {tasks: []}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP512"
NAME = "task-left-out"
SEVERITY: Severity = "warning"
HINT = "Take the task back from a fresh record, or leave NP512 out for this file with per-file-ignores."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the source has a task that the record has not", detail)
