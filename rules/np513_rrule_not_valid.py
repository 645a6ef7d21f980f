"""NP513 rrule-not-valid: a recurrence rule that RFC 5545 does not allow.

``rrule`` is a rule of RFC 5545, section 3.3.10, without the prefix ``RRULE:``: a FREQ, no part twice, values in their
range.

PASS (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       deadlines: [{text: 每月底, kind: recurring, rrule: FREQ=MONTHLY;BYMONTHDAY=-1,
                    span: {start: 10, end: 13, line: 2, end_line: 2}}],
       span: {start: 10, end: 20, line: 2, end_line: 2}}

FAIL (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       deadlines: [{text: 每月底, kind: recurring, rrule: FREQ=MONTHLY;BYMONTHDAY=32,
                    span: {start: 10, end: 13, line: 2, end_line: 2}}],
       span: {start: 10, end: 20, line: 2, end_line: 2}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP513"
NAME = "rrule-not-valid"
SEVERITY: Severity = "error"
HINT = "Write a rule of RFC 5545, such as FREQ=MONTHLY;BYMONTHDAY=10."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("no recurrence rule", detail)
