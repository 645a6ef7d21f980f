"""The text report: one line a finding, ``path:line:col: NP202 message``."""

from __future__ import annotations

from collections.abc import Iterator

from ..schemas.words import counted
from .report import Checked, Outcome, Unreadable, counts
from .untrusted import one_line


def lines(checked: Checked) -> Iterator[str]:
    """The findings of one file, harmless to a terminal and to a log that reads workflow commands."""
    for entry in checked.diagnostics:
        place = f"{checked.path}:{entry['line']}:{entry['column']}"
        yield one_line(f"{place}: {entry['code']} {entry['message']}")


def summary(outcomes: list[Outcome]) -> str:
    """What was found in all files, for stderr.

    >>> summary([])
    'nothing was checked'
    """
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    unreadable = sum(isinstance(outcome, Unreadable) for outcome in outcomes)
    if not outcomes:
        return "nothing was checked"
    totals = {"error": 0, "warning": 0, "info": 0}
    for outcome in checked:
        for severity, number in counts(outcome.diagnostics).items():
            totals[severity] += number
    found = ", ".join(
        counted(number, word)
        for word, number in (("error", totals["error"]), ("warning", totals["warning"]), ("remark", totals["info"]))
    )
    files = f"{counted(len(checked), 'file')} checked"
    return f"{files}: {found}" + (f"; {unreadable} could not be read" if unreadable else "")
