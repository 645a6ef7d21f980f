"""``parse --strict``: what ``check`` would report of a notice that is parsed anyway."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..checks.report import Checked
from ..checks.run import Choices
from ..checks.selection import exceeds
from ..checks.settings import BadSettings, settings_of
from ..checks.text_report import lines
from ..rules import located
from ..schemas.shape import Record
from .exits import Problem
from .inputs import STDIN, Input


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings of a notice, one a line of text, and whether they fail the run."""

    lines: list[str]
    fails: bool


def judge(notice: Record, source: Input, fail_on: str | None) -> Verdict:
    """The verdict by the settings that govern the input's folder; ``fail_on`` overrules theirs."""
    settings = Choices(fail_on=fail_on).over(settings_of(_file(source).parent))
    coverage = notice["coverage"]
    found = list(notice["diagnostics"])
    minimum = settings.min_coverage
    if minimum is not None and coverage["accounted"] * 100 < minimum * coverage["characters"]:
        share = 100 * coverage["accounted"] / coverage["characters"]
        found.append(located("coverage-too-low", f"{share:.2f}% of {minimum:g}%", line=1, column=1))
    selection = settings.selection.without(settings.ignored_in(_file(source)))
    kept = [one for one in found if selection.reports(one["code"])]
    checked = Checked(source.path, "notice", kept)
    return Verdict(list(lines(checked)), exceeds(kept, settings.fail_on))


def refuse_bad_settings(sources: Iterable[Input]) -> None:
    """Read the settings of all inputs' folders before any work. Raises :class:`Problem`."""
    try:
        for folder in {_file(source).parent for source in sources}:
            settings_of(folder)
    except BadSettings as error:
        raise Problem(str(error)) from error


def _file(source: Input) -> Path:
    return Path.cwd() / STDIN if source.path == STDIN else Path(source.path).absolute()
