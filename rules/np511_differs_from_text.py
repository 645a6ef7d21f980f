"""NP511 differs-from-text: a value that is not what the text says when it is read again.

The source was found and is unchanged. It is read again, and values of the record are held against that reading: dates,
recurrence, roles, quantities, headings, the notice's own fields. A parser can be wrong where a hand was right:
``corrected: true`` on the object, or on one around it, says so, and it is not compared. A record that an earlier
version wrote may differ as well.

PASS (record edited by hand)::

    source: "一、修缮北桥。（市交通局负责，2030年5月底前完成）"
    edited: {'tasks[0].units[0]': {role: lead, corrected: true}}

FAIL (record edited by hand)::

    source: "一、修缮北桥。（市交通局负责，2030年5月底前完成）"
    edited: {'tasks[0].deadlines[0]': {due: '2030-06-30'}}
"""

from __future__ import annotations

from .finding import Severity, cut

CODE = "NP511"
NAME = "differs-from-text"
SEVERITY: Severity = "warning"
HINT = "Restore the value, or mark the object with `corrected: true` when the change is meant."

_LONGEST = 160
"""Two values and a path."""


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return f"the source, read again, says something else: {cut(detail, _LONGEST)}"
