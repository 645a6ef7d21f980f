"""Check of a notice: parse it, keep its diagnostics and coverage, and see that its record's spans hold its values."""

from __future__ import annotations

from ..normalize.decode import decode
from ..rules import Finding, placed
from ..rules.finding import Record
from .report import Checked, Diagnostic
from .reslice import misplaced


def check_notice(path: str, data: bytes, *, name: str, encoding: str | None = None) -> Checked:
    """All findings in a notice given as bytes. Raises what ``parse_bytes`` raises for bytes that are no text."""
    from ..api import Options, read_bytes

    return check_parsed(path, read_bytes(data, Options(name, encoding=encoding)), data, encoding)


def check_parsed(path: str, record: Record, data: bytes, encoding: str | None = None) -> Checked:
    """The findings in a notice that is parsed already; ``encoding`` is what the parser was told of its bytes."""
    coverage = record["coverage"]
    found = [*record["diagnostics"], *span_mismatches(record, decode(data, encoding).text)]
    found.sort(key=lambda entry: (entry["line"], entry["column"]))
    return Checked(path, "notice", found, coverage["characters"], coverage["accounted"])


def span_mismatches(record: Record, source: str) -> list[Diagnostic]:
    """Spans of a record in contract form, just made from ``source``, that do not hold what they claim."""
    tasks = record["tasks"]
    findings = (
        Finding(claim.path, claim.span, tasks[claim.path[1]]["id"] if claim.path[0] == "tasks" else None, detail)
        for claim, detail in misplaced(record, source)
    )
    return placed("span-mismatch", findings, source)
