"""NP302 date-does-not-exist: a date that the calendar does not have.

2月30日, 13月: the notice or the record file names a day that does not exist. In a notice the deadline keeps its
text and has no ``due``.

PASS::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年2月28日前 |
    2 | 清理河道 | 市水利局 | 2030年6月30日前 |

FAIL::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年2月30日前 |
    2 | 清理河道 | 市水利局 | 2030年6月30日前 |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from .finding import Finding, Record, Severity, told

CODE = "NP302"
NAME = "date-does-not-exist"
SEVERITY: Severity = "error"
HINT = "Ask the issuer, or correct the date by hand."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("no such day in the calendar", detail)


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """Dates of the record that do not exist."""
    notice = record["notice"]
    yield from _of(notice, ("issued_on", "published_at"), ("notice",), None, None)
    for index, deadline in enumerate(notice["deadlines"]):
        yield from _of(deadline, ("start", "due"), ("notice", "deadlines", index), deadline["span"], None)
    for place, task in enumerate(record["tasks"]):
        for index, deadline in enumerate(task["deadlines"]):
            path = ("tasks", place, "deadlines", index)
            yield from _of(deadline, ("start", "due"), path, deadline["span"], task["id"])


def _of(
    record: Mapping[str, Any],
    keys: tuple[str, ...],
    path: tuple[str | int, ...],
    span: Mapping[str, int] | None,
    task: int | None,
) -> Iterator[Finding]:
    for key in keys:
        day = record[key]
        if day and not _exists(day[:10]):
            yield Finding((*path, key), span, task, day)


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
