"""NP404 issue-date-after-publication: the notice is dated later than the page that published it.

A notice is issued first and published then. The other order means a slip of the page, or a date that was read
in the wrong place.

PASS (record)::

    notice: {title: 关于修桥的通知, issued_on: '2030-03-02', published_at: '2030-03-05T09:00:00+08:00'}

FAIL (record)::

    notice: {title: 关于修桥的通知, issued_on: '2030-03-12', published_at: '2030-03-05T09:00:00+08:00'}
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
