"""Doubts and findings → diagnostics in the contract's form, in the order of the text, repeats folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from ..normalize.lines import line_starts
from .finding import Finding, Record, SourceDoubt
from .ranges import Ranges
from .registry import CHECKS, RULES, Rule, load
from .screen import suspects

_TEXT_RULES = "NP00"
"""Codes of the rules about characters: the same damage in many tasks is one diagnostic."""

_RECORD_DECIDES = frozenset(
    {"title-missing", "issuer-missing", "date-missing", "no-document-number", "issue-date-after-publication", "no-task"}
)
"""What one stage did not find another may have: the record has the last word, and a doubt lends its place."""

Diagnostic = dict[str, Any]


class _Lines:
    """Line and column of an offset of the source text; the table of lines is made on first use."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts: list[int] = []

    def place(self, offset: int) -> tuple[int, int]:
        if not self.starts:
            self.starts = line_starts(self.source)
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> dict[str, int]:
        return {
            "start": start,
            "end": end,
            "line": self.place(start)[0],
            "end_line": self.place(max(start, end - 1))[0],
        }


def diagnose(record: Record, doubts: Sequence[SourceDoubt], source: str) -> list[Diagnostic]:
    """All diagnostics of a notice: those of its doubts and those of the rules that look at the finished record.

    ``record`` is the notice in contract form (its own ``diagnostics`` are not read); offsets of the doubts are
    offsets of ``source``. Sorted by position; exact repeats are one diagnostic that says how many.
    """
    lines = _Lines(source)
    findings = list(check_record(record, source))
    confirmed = {name for name, _ in findings}
    found = [
        _of_doubt(doubt, lines) for doubt in doubts if doubt.rule not in _RECORD_DECIDES or doubt.rule in confirmed
    ]
    doubted = _by_rule_and_task(found)
    for name, finding in findings:
        if not _touches(doubted.get((name, finding.task)), finding):
            found.append(_of_finding(load(name), finding, lines))
    found.sort(key=_position)
    return _folded(found)


def check_record(record: Record, source: str | None = None) -> Iterator[tuple[str, Finding]]:
    """Findings of the rules that look at a finished record (contract form), with the name of each rule.

    ``source`` sharpens some rules and may be None, for a record file whose notice isn't there.
    """
    suspected = suspects(record, source)
    for name in CHECKS:
        if name in suspected:
            check = cast(Any, load(name)).check
            for finding in check(record, source):
                yield name, finding


def located(name: str, message_detail: str, *, line: int, column: int, task: int | None = None) -> Diagnostic:
    """A diagnostic at a known place of a file, for findings about the file rather than a span of the source."""
    rule = load(name)
    return _diagnostic(rule, rule.message(message_detail), line, column, None, task)


def placed(name: str, findings: Iterable[Finding], source: str) -> list[Diagnostic]:
    """Diagnostics of one rule for findings in a record of ``source``."""
    lines = _Lines(source)
    return [_of_finding(load(name), finding, lines) for finding in findings]


def _of_doubt(doubt: SourceDoubt, lines: _Lines) -> Diagnostic:
    """A diagnostic that quotes the text in doubt where the stage said nothing more of it."""
    size = len(lines.source)
    start = min(max(doubt.start, 0), size)
    end = min(max(doubt.end, start), size)
    name, detail = doubt.rule, doubt.detail or " ".join(lines.source[start:end].split())
    if name not in RULES:  # never refuse a notice for a rule that is missing
        name, detail = "unexplained-doubt", f"{doubt.rule} {doubt.detail}".strip()
    line, column = lines.place(start)
    rule = load(name)
    return _diagnostic(rule, rule.message(detail), line, column, lines.span(start, end), doubt.task)


def _of_finding(rule: Rule, finding: Finding, lines: _Lines) -> Diagnostic:
    line, column = lines.place(finding.span["start"]) if finding.span else (1, 1)
    span = dict(finding.span) if finding.span else None
    return _diagnostic(rule, rule.message(finding.detail), line, column, span, finding.task)


def _diagnostic(
    rule: Rule, message: str, line: int, column: int, span: dict[str, int] | None, task: int | None
) -> Diagnostic:
    return {
        "code": rule.CODE,
        "name": rule.NAME,
        "severity": rule.SEVERITY,
        "message": message,
        "hint": rule.HINT,
        "line": line,
        "column": column,
        "span": span,
        "task": task,
    }


def _by_rule_and_task(doubts: Sequence[Diagnostic]) -> dict[tuple[str, int | None], Ranges]:
    """Where the doubts of a rule about a task stand."""
    places: dict[tuple[str, int | None], list[tuple[int, int]]] = {}
    for entry in doubts:
        place = (entry["span"]["start"], entry["span"]["end"])
        places.setdefault((entry["name"], entry["task"]), []).append(place)
    return {key: Ranges(found) for key, found in places.items()}


def _touches(said: Ranges | None, finding: Finding) -> bool:
    """Whether a doubt of the same rule and task has said it: at the same place or beside it, when it has one."""
    if said is None or finding.span is None:
        return said is not None
    return said.overlap(finding.span["start"] - 1, finding.span["end"] + 1)


def _position(entry: Diagnostic) -> tuple[int, int, str, str]:
    return (entry["line"], entry["column"], entry["code"], entry["message"])


def _folded(entries: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Exact repeats (same code, message, task and place) are one; damage to characters is one wherever it stands,
    at its first place and with the number of places in the message."""
    first: dict[tuple[Any, ...], Diagnostic] = {}
    places: dict[tuple[Any, ...], set[tuple[int, int]]] = {}
    for entry in entries:
        key: tuple[Any, ...] = (entry["code"], entry["message"])
        place = (entry["line"], entry["column"])
        if not entry["code"].startswith(_TEXT_RULES):
            key += (entry["task"], *place)
        first.setdefault(key, entry)
        places.setdefault(key, set()).add(place)
    for key, its_places in places.items():
        if len(its_places) > 1:
            first[key]["message"] += f" (×{len(its_places)})"
            first[key]["task"] = None
    return list(first.values())
