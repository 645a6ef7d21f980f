"""NP403 date-missing: no date of issue was found.

The date of issue (成文日期) stands below the signature or in the page's own table. Without it, days without a
year and deadlines that count from the issue have no date.

PASS::

    1.修缮北桥。（市交通局负责）

    云溪市人民政府
    2030年3月2日

FAIL::

    1.修缮北桥。（市交通局负责）

    云溪市人民政府
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity

CODE = "NP403"
NAME = "date-missing"
SEVERITY: Severity = "warning"
HINT = "Give the whole page with the date below the signature, or add `notice.issued_on` by hand."


def message(_detail: str, /) -> str:
    """The sentence of the report."""
    return "the notice has no date of issue that could be recognised"


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """A notice without a date of issue."""
    if not record["notice"]["issued_on"]:
        yield Finding(("notice", "issued_on"))
