"""NP404 issue-date-after-publication: the notice is dated later than the page that published it.

A notice is issued first and published then. The other order means a slip of the page, or a date that was read
in the wrong place.

PASS::

    云溪市人民政府关于修桥的通知

    发布时间：2030-03-05 09:00

    各区人民政府：

    1.修缮北桥。（市交通局）

    云溪市人民政府
    2030年3月2日

FAIL::

    云溪市人民政府关于修桥的通知

    发布时间：2030-03-01 09:00

    各区人民政府：

    1.修缮北桥。（市交通局）

    云溪市人民政府
    2030年3月2日
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told

CODE = "NP404"
NAME = "issue-date-after-publication"
SEVERITY: Severity = "warning"
HINT = "Check both dates on the page."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("issued after it was published", detail)


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """A date of issue later than the day of publication."""
    notice = record["notice"]
    issued, published = notice["issued_on"], notice["published_at"]
    if issued and published and issued > published[:10]:
        span = notice["spans"]["issued_on"]
        yield Finding(("notice", "issued_on"), span, detail=f"{issued}, published {published[:10]}")
