"""``notice-parse parse``, the default command: notices to records."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from .. import __version__
from ..writers.base import WriteError, WriterOptions
from ..writers.registry import FORMATS, format_of, writer
from .batch import Plan, Run
from .exits import Problem
from .files import replacing
from .inputs import STDIN, Input, Inputs, collect, record_files, refuse_nothing
from .options import FILE, SEVERITY, jobs, reading, workers_for
from .outputs import Sink, combined_target, plan, refuse_inputs, refuse_same
from .registry import COMMANDS
from .terminal import safe_line, say
from .work import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .state import State

_WHOLE = ("yaml", "json", "jsonl")
"""Formats that hold all of a record."""


class ParseCommand(click.Command):
    """The command whose help also stands for the program's."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands below the options."""
        if ctx.parent is None and ctx.info_name and " " not in ctx.info_name:
            with formatter.section("Commands"):
                formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])
            formatter.write_paragraph()
            formatter.write_text("'notice-parse COMMAND --help' shows a command's own options.")
        super().format_epilog(ctx, formatter)


@click.command(
    cls=ParseCommand,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine, 1 findings (--strict), 2 usage or nothing could be read, 3 some of several inputs "
    "could not be read, 70 a bug of ours.",
)
@click.argument("files", nargs=-1, type=click.Path())
@click.option("-f", "--format", "format_name", type=click.Choice(list(FORMATS)), help="Output format.  [default: yaml]")
@click.option("-o", "--output", type=click.Path(), help="Write one combined output to this file.")
@click.option("--out-dir", type=click.Path(file_okay=False), help="Write one file an input below this folder.")
@click.option("--records", is_flag=True, help="One task a record, with its notice's fields (json, jsonl).")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="Language of the column heads (csv, xlsx).")
@click.option("--segments", is_flag=True, help="Add the whole source cut into labelled spans.")
@reading
@click.option("--url", help="Address of the page the notice comes from (one input).")
@click.option("--files-from", multiple=True, type=FILE, metavar="LIST", help="Read paths from a file, one a line.")
@jobs
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Most time for a file.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first file that cannot be read.")
@click.option("--force", is_flag=True, help="Redo unchanged files too (with --out-dir).")
@click.option("--prune", is_flag=True, help="Remove outputs whose input is gone (with --out-dir).")
@click.option("--manifest", type=click.Path(dir_okay=False), help="Write a line about each input to this file (jsonl).")
@click.option(
    "--strict",
    is_flag=True,
    help="Report findings too, and exit 1 for those from --fail-on up: parse and check in one.",
)
@click.option("--fail-on", type=SEVERITY, help="Lowest severity that fails a --strict run.  [default: error]")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no summary: problems alone.")
@click.version_option(__version__, message="notice-parse %(version)s")
def command(files: tuple[str, ...], **options: Any) -> int:
    """Turn Chinese government notices into task records.

    FILES are notices, folders of notices, or - for standard input.
    """
    _refuse_combinations(options)
    out_dir = Path(options["out_dir"]) if options["out_dir"] else None
    if not files and not options["files_from"]:
        refuse_nothing()
    paths = files or (() if options["files_from"] else (STDIN,))
    inputs = collect(paths, options["files_from"], skip=out_dir)
    if not options["quiet"]:
        for remark in (*inputs.remarks, *_other_suffix(options), *record_files(inputs.files)):
            say(f"notice-parse: {remark}")
    if options["url"] and len(inputs.files) > 1:
        raise click.UsageError("--url is the address of one notice; several inputs are given")
    settings = _settings(options, several=inputs.several and out_dir is None)
    if settings.strict:
        from .strict import refuse_bad_settings

        refuse_bad_settings(inputs.files)
    try:
        return _run(inputs, settings, options, out_dir)
    except WriteError as error:
        raise Problem(str(error)) from error


def _refuse_combinations(options: dict[str, Any]) -> None:
    if options["out_dir"] and options["output"]:
        raise click.UsageError("--out-dir writes a file an input and -o one file: give one of them")
    for name in ("force", "prune"):
        if options[name] and not options["out_dir"]:
            raise click.UsageError(f"--{name} goes with --out-dir")
    if options["fail_on"] and not options["strict"]:
        raise click.UsageError("--fail-on goes with --strict")


def _format_of_output(output: str | None) -> str | None:
    """The format that the suffix after -o stands for; a suffix that stands for none is a mistake."""
    path = Path(output or "")
    name = format_of(path)
    if name is None and path.suffix and not path.exists():
        known = " ".join(sorted(kind.suffix for kind in FORMATS.values()))
        raise click.UsageError(f"no format is written to {path.suffix} files ({known}): choose one with --format")
    return name


def _other_suffix(options: dict[str, Any]) -> Iterator[str]:
    """A remark when the suffix after -o stands for another format than the one named."""
    output, name = options["output"] or "", options["format_name"]
    meant = format_of(Path(output))
    if name and meant and name != meant:
        yield f"{safe_line(output)} is written as {name}, as --format says, not as {meant}"


def _settings(options: dict[str, Any], *, several: bool) -> Settings:
    """The settings of the run; the format is the one named, else that of the suffix after -o, else YAML."""
    name = options["format_name"] or _format_of_output(options["output"])
    name = name or ("jsonl" if options["records"] else "yaml")
    if options["records"] and not FORMATS[name].records:
        able = ", ".join(known for known, kind in FORMATS.items() if kind.records)
        raise click.UsageError(f"--records cannot be written as {name}: choose one of {able}")
    if options["lang"] and name not in ("csv", "xlsx"):
        raise click.UsageError("--lang changes the column heads of csv and xlsx")
    if options["segments"] and (options["records"] or name not in _WHOLE):
        raise click.UsageError(f"--segments goes with whole records: {', '.join(_WHOLE)} without --records")
    return Settings(
        format=name,
        writer=WriterOptions(records=options["records"], several=several, lang=options["lang"] or "en"),
        script=options["script"],
        raw_text=options["raw_text"],
        segments=options["segments"],
        encoding=options["encoding"],
        url=options["url"],
        strict=options["strict"],
        fail_on=options["fail_on"],
    )


def _run(inputs: Inputs, settings: Settings, options: dict[str, Any], out_dir: Path | None) -> int:
    kind = FORMATS[settings.format]
    planned = plan(inputs.files, out_dir, kind.suffix) if out_dir else [(source, None) for source in inputs.files]
    target = None if out_dir else combined_target(options["output"], kind, inputs.files)
    to_stdout = not out_dir and target is None
    lists = [Input(name) for name in options["files_from"]]
    outputs = [target] if target else [output for _, output in planned if output]
    refuse_inputs(outputs, lists)
    noted = _manifest_target(options["manifest"], [*inputs.files, *lists], outputs, out_dir)
    with contextlib.ExitStack() as stack:
        manifest = _opened(noted, stack) if noted else None
        state = None
        if out_dir:
            from .state import State

            state = stack.enter_context(contextlib.closing(State(out_dir)))
        sink = None if out_dir else Sink(writer(settings.format, settings.writer), target, kind)
        code = Run(
            Plan(
                settings=settings,
                sources=[source for source, _ in planned],
                outputs=[output for _, output in planned],
                workers=workers_for(options["jobs"]),
                timeout=options["timeout"],
                fail_fast=options["fail_fast"],
                force=options["force"],
                quiet=options["quiet"],
                several=inputs.several or out_dir is not None,
                progress=not (to_stdout and sys.stdout.isatty()),
            ),
            sink,
            state,
            manifest,
        ).do()
        if state and options["prune"]:
            _prune(state, {output for _, output in planned if output}, quiet=options["quiet"])
    return code


def _manifest_target(
    path: str | None, read: Sequence[Input], outputs: Sequence[Path], out_dir: Path | None
) -> Path | None:
    """The file of ``--manifest``; refused before any work when something else is read from it or written to it."""
    if path is None:
        return None
    target = combined_target(path, FORMATS["jsonl"], read, "--manifest")
    if target is None:
        raise click.UsageError("--manifest needs a file: standard output is for the records")
    if out_dir:
        from .state import LOCK_NAME, STATE_NAME

        outputs = [*outputs, out_dir / STATE_NAME, out_dir / LOCK_NAME]
    refuse_same(target, outputs)
    return target


def _opened(target: Path, stack: contextlib.ExitStack) -> IO[str]:
    # A device (/dev/null) is written to as it is: renaming over it would do away with it.
    whole = not target.exists() or target.is_file()
    path = stack.enter_context(replacing(target)) if whole else target
    return stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))


def _prune(state: State, kept: set[Path], *, quiet: bool) -> None:
    removed, edited = state.prune(kept)
    for path in edited:
        say(f"notice-parse: kept {safe_line(str(path))}: its input is gone, but it was edited by hand")
    if removed and not quiet:
        say(f"{len(removed)} pruned")
