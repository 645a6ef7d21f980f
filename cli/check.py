"""``notice-parse check``: what is doubtful or wrong in notices and record files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from ..checks.report import Checked, Outcome, Unreadable
from ..checks.run import Choices, check_bytes
from ..checks.selection import UnknownCode, as_prefix
from ..checks.settings import FORMATS, BadSettings, settings_of
from ..checks.text_report import lines, summary
from ..checks.untrusted import one_line
from .errors import bug_report, describe
from .exits import Problem, for_inputs
from .inputs import Input, collect, missing_hint, once, read
from .options import SEVERITY, encoding
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
    exit_zero: bool,
    quiet: bool,
) -> int:
    """Report doubts and mistakes in notices and in record files (.yaml, .json, .jsonl), line by line.

    A record file is held against the schema and against its source, when that stands beside it or under
    --source-root.
    """
    inputs = collect(files)
    choices = Choices(
        select, ignore, extend_select or (), extend_ignore or (), fail_on, min_coverage, source_root, encoding
    )
    report = _Report(_format(format_), quiet)
    outcomes: list[Outcome] = []
    bugs = 0
    for source in once(inputs.files):
        try:
            outcome = _check(source, choices)
        except BadSettings as error:
            raise Problem(str(error)) from error
        except Exception as error:
            say(bug_report(error, source.shown))
            bugs += 1
            continue
        outcomes.append(outcome)
        report.file(outcome)
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


def _check(source: Input, choices: Choices) -> Outcome:
    from ..normalize.decode import NotText

    try:
        return check_bytes(source.path, read(source), choices)
    except FileNotFoundError:
        return Unreadable(source.path, f"{source.shown}: no such file{missing_hint(source.path)}")
    except OSError as error:
        return Unreadable(source.path, describe(error))
    except NotText as error:
        return Unreadable(source.path, f"{source.shown}: {error}")


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
