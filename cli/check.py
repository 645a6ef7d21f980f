"""``notice-parse check``: what is doubtful or wrong in notices and record files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from ..checks.report import Checked, Outcome, Unreadable
from ..checks.run import Choices, check_bytes
from ..checks.selection import UnknownCode, as_prefix
from ..checks.settings import FORMATS, BadSettings, settings_of
from ..checks.text_report import lines, summary
from ..checks.untrusted import one_line
from ..normalize.named_tuples import NamedTuple
from .errors import bug_report, describe
from .exits import Problem, for_inputs
from .inputs import STDIN, Input, collect, missing_hint, once, read
from .options import SEVERITY, encoding, jobs, workers_for
from .terminal import put, say


def _codes(_ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    try:
        return tuple(as_prefix(text) for text in value.split(",") if text.strip())
    except UnknownCode as error:
        raise click.BadParameter(str(error), param=param) from error


@click.command(
    name="check",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine, 1 findings at or above --fail-on, 2 usage or settings, or nothing could be read, "
    "3 some files could not be read, 70 a bug of ours. Settings: [tool.notice-parse] of pyproject.toml, or "
    "notice-parse.toml, in the nearest folder above each file.",
)
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), help="Form of the report.  [default: text; github "
              "under GitHub Actions]")  # fmt: skip
@click.option("--select", callback=_codes, metavar="CODES", help="Report these alone: NP202, NP2 or inherited-units, …")
@click.option("--ignore", callback=_codes, metavar="CODES", help="Leave these out; the longer prefix wins.")
@click.option("--extend-select", callback=_codes, metavar="CODES", help="Report these too.")
@click.option("--extend-ignore", callback=_codes, metavar="CODES", help="Leave these out too.")
@click.option("--fail-on", type=SEVERITY, help="Lowest severity that fails the run.  [default: error]")
@click.option("--min-coverage", type=click.FloatRange(0, 100), metavar="PERCENT", help="Least share of the text that "
              "must be accounted for.")  # fmt: skip
@click.option("--source-root", multiple=True, type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="Folder to look for the sources of record files in, besides their own.")  # fmt: skip
@encoding
@jobs
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found.")
@click.option("-q", "--quiet", is_flag=True, help="Findings alone: no summary.")
def command(
    files: tuple[str, ...],
    format_: str | None,
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    extend_ignore: tuple[str, ...] | None,
    fail_on: str | None,
    min_coverage: float | None,
    source_root: tuple[Path, ...],
    encoding: str | None,
    jobs: int,
    exit_zero: bool,
    quiet: bool,
) -> int:
    """Report doubts and mistakes in notices and in record files (.yaml, .json, .jsonl), line by line.

    A record file is held against the schema and against its source, when that stands beside it or under
    --source-root.
    """
    inputs = collect(files, records=True)
    choices = Choices(
        select, ignore, extend_select or (), extend_ignore or (), fail_on, min_coverage, source_root, encoding
    )
    report = _Report(_format(format_), quiet)
    outcomes: list[Outcome] = []
    bugs = 0
    try:
        for outcome in _outcomes(list(once(inputs.files)), choices, workers_for(jobs)):
            if isinstance(outcome, _Bug):
                say(outcome.report)
                bugs += 1
                continue
            outcomes.append(outcome)
            report.file(outcome)
    except BadSettings as error:
        raise Problem(str(error)) from error
    report.end(outcomes, inputs.remarks)
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    findings = not exit_zero and any(outcome.fails for outcome in checked)
    return for_inputs(read=len(checked), unreadable=len(outcomes) - len(checked), bugs=bugs, findings=findings)


def _format(chosen: str | None) -> str:
    try:
        chosen = chosen or settings_of(Path.cwd()).format
    except BadSettings as error:
        raise Problem(str(error)) from error
    return chosen or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")


class _Bug(NamedTuple):
    """What is said of a mistake of ours."""

    report: str


def _outcomes(sources: Sequence[Input], choices: Choices, workers: int) -> Iterator[Outcome | _Bug]:
    """What is found in each source, in order."""
    work = partial(_check, choices)
    if workers == 1 or len(sources) < 2 or any(source.path == STDIN for source in sources):
        yield from map(work, sources)
        return
    from . import pool

    yield from pool.run(sources, work, _lost, workers=workers)


def _lost(source: Input, message: str) -> Outcome:
    return Unreadable(source.path, f"{source.shown}: {message}")


def _check(choices: Choices, source: Input) -> Outcome | _Bug:
    from ..normalize.decode import NotText

    try:
        return check_bytes(source.path, read(source), choices)
    except BadSettings:
        raise
    except FileNotFoundError:
        return Unreadable(source.path, f"{source.shown}: no such file{missing_hint(source.path)}")
    except OSError as error:
        return Unreadable(source.path, describe(error))
    except NotText as error:
        return Unreadable(source.path, f"{source.shown}: {error}")
    except Exception as error:
        return _Bug(bug_report(error, source.shown))


class _Report:
    """Prints findings as they come, or gathers them when the format is one document."""

    def __init__(self, format_: str, quiet: bool) -> None:
        self._format, self._quiet = format_, quiet

    def file(self, outcome: Outcome) -> None:
        if isinstance(outcome, Unreadable):
            say(one_line(f"notice-parse: cannot read {outcome.reason}"))
            return
        for line in self._lines(outcome):
            put(f"{line}\n")

    def end(self, outcomes: list[Outcome], remarks: list[str]) -> None:
        if self._format == "json":
            from ..checks.json_report import report

            put(report(outcomes))
        elif self._format == "sarif":
            from ..checks.sarif_report import report

            put(report(outcomes))
        if not self._quiet:
            for remark in [*remarks, summary(outcomes)]:
                say(f"notice-parse: {remark}")

    def _lines(self, outcome: Checked) -> Iterator[str]:
        if self._format in ("text", "github"):
            yield from lines(outcome)
        if self._format == "github":
            from ..checks.github_report import workflow_commands

            yield from workflow_commands(outcome)
