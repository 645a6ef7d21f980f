"""NP504 schema-violation: a value that the schema does not allow.

A key is missing or unknown, a value has the wrong type, a role or kind is none of the known ones. Dates are
quoted strings. ``x_…`` keys are allowed everywhere, and so is ``corrected: true``.

PASS (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: '2', content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}

FAIL (in a record file)::

    - {id: 2, key: t2, part: 1, kind: task, number: 2, content: 清理河道,
       span: {start: 10, end: 20, line: 2, end_line: 2}}
"""

from __future__ import annotations

from .finding import Severity, cut

CODE = "NP504"
NAME = "schema-violation"
SEVERITY: Severity = "error"
HINT = "See `notice-parse schema`; keys of your own begin with `x_`."
_LONGEST = 200
"""Characters; place, value and all that is allowed are said, no text of a notice."""


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return cut(detail, _LONGEST) or "not as the schema wants it"
