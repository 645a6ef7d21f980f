"""A cheap look at a record that names the rules which may find something in it.

Each test here is a necessary condition of the rule of that name, never its decision: rules are imported and run
only when named, so an ordinary notice costs one pass over its tasks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..normalize.lazy import lazy_pattern
from .finding import Record
from .numbering import irregular_numbers

_SURELY_A_DAY = lazy_pattern(
    r"\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))"
)
"""Days that exist in every year; the others need a calendar."""


def suspects(record: Record, source: str | None) -> set[str]:
    """Names of the check rules that may have a finding in the record (contract form)."""
    names = _of_notice(record["notice"])
    if not record["tasks"]:
        names.add("table-in-attachment")
    if all(task["kind"] == "provision" for task in record["tasks"]):
        names.add("no-task")
    if record["coverage"]["unaccounted"]:
        names.add("text-unaccounted")
    names.update(f"numbering-{found.kind}" for found in irregular_numbers(record, source))
    issued = record["notice"]["issued_on"] or ""
    for task in record["tasks"]:
        _of_task(task, issued, names)
    for deadline in record["notice"]["deadlines"]:
        _of_deadline(deadline, issued, names)
    return names


def _of_notice(notice: Mapping[str, Any]) -> set[str]:
    names: set[str] = set()
    if not notice["title"]:
        names.add("title-missing")
    if not notice["issuers"]:
        names.add("issuer-missing")
    if not notice["issued_on"]:
        names.add("date-missing")
    if not notice["document_number"]:
        names.add("no-document-number")
    if notice["issued_on"] and notice["published_at"] and notice["issued_on"] > notice["published_at"][:10]:
        names.add("issue-date-after-publication")
    for day in (notice["issued_on"], notice["published_at"]):
        if day and not _SURELY_A_DAY.match(day):
            names.add("date-does-not-exist")
    return names


def _of_task(task: Mapping[str, Any], issued: str, names: set[str]) -> None:
    units = task["units"]
    if not units and task["kind"] == "task":
        names.add("task-without-unit")
    for unit in units:
        if unit["inherited"]:
            names.add("inherited-units")
    if len(units) > 1 and len({unit["name"] for unit in units}) < len(units):
        names.add("same-unit-lead-and-support")
    for deadline in task["deadlines"]:
        _of_deadline(deadline, issued, names)
    for column in ("persons", "fields"):
        for cell in task[column]:
            if cell["inherited"]:
                names.add("inherited-cell")


def _of_deadline(deadline: Mapping[str, Any], issued: str, names: set[str]) -> None:
    if deadline["inherited"]:
        names.add("inherited-cell")
    start, due = deadline["start"], deadline["due"]
    if due and due < issued:
        names.add("deadline-before-notice")
    if start and due and start > due:
        names.add("start-after-due")
    for day in (start, due):
        if day and not _SURELY_A_DAY.match(day):
            names.add("date-does-not-exist")
