"""``parse --strict``: what ``check`` would report of a notice that is parsed anyway."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..checks.notices import check_parsed
from ..checks.run import Choices, selected
from ..checks.settings import BadSettings, settings_of
from ..checks.text_report import lines
from ..schemas.shape import Record
from .exits import Problem
from .inputs import STDIN, Input


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings of a notice, one a line of text, and whether they fail the run."""

    lines: list[str]
    fails: bool


def judge(notice: Record, data: bytes, encoding: str | None, source: Input, fail_on: str | None) -> Verdict:
    """The verdict by the settings that govern the input's folder; ``fail_on`` overrules theirs."""
    settings = Choices(fail_on=fail_on).over(settings_of(_file(source).parent))
    checked = selected(check_parsed(source.path, notice, data, encoding), _file(source), settings)
    return Verdict(list(lines(checked)), checked.fails)


def refuse_bad_settings(sources: Iterable[Input]) -> None:
    """Read the settings of all inputs' folders before any work. Raises :class:`Problem`."""
    try:
        for folder in {_file(source).parent for source in sources}:
            settings_of(folder)
    except BadSettings as error:
        raise Problem(str(error)) from error


def _file(source: Input) -> Path:
    return Path.cwd() / STDIN if source.path == STDIN else Path(source.path).absolute()
