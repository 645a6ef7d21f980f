"""From arguments to a command and its exit code; every way a run can end is settled here."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Sequence

import click

from . import registry
from .errors import PROGRAM, bug_report, describe
from .exits import BUG, INTERRUPTED, OK, USAGE
from .terminal import say


def main(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name and return the exit code. Only the first can be a subcommand."""
    try:
        code = _dispatch(list(arguments))
        sys.stdout.flush()
    except click.ClickException as error:
        return _usage(error)
    except (KeyboardInterrupt, click.Abort):
        say(f"{PROGRAM}: interrupted")
        return INTERRUPTED
    except OSError as error:
        if reader_left(error):
            _drop_output()
            return OK
        if error.filename:
            say(f"{PROGRAM}: {describe(error)}")
        else:  # standard output, or a file that was opened well
            _drop_output()
            say(f"{PROGRAM}: cannot write the output: {describe(error)}")
        return USAGE
    except Exception as error:
        say(f"{PROGRAM}: {bug_report(error)}")
        return BUG
    return code


def _dispatch(arguments: list[str]) -> int:
    if not arguments and sys.stdin.isatty():
        arguments = ["--help"]
    name = "parse"
    if arguments and arguments[0] in registry.COMMANDS:
        name = arguments.pop(0)
        program = f"{PROGRAM} {name}"
    else:
        program = PROGRAM
    # Not Command.main(): that takes a reader who left (`… | head`) for a failure and exits with 1.
    command = registry.load(name)
    try:
        with command.make_context(program, arguments) as context:
            result = command.invoke(context)
    except click.exceptions.Exit as end:  # --help and --version
        return end.exit_code
    return result if isinstance(result, int) else OK


def _usage(error: click.ClickException) -> int:
    if isinstance(error, click.UsageError) and error.ctx is not None:
        say(f"{error.ctx.get_usage()}\nTry '{error.ctx.command_path} --help' for help.\n")
    say(f"{PROGRAM}: {error.format_message()}")
    return error.exit_code


def reader_left(error: OSError) -> bool:
    """Whether standard output was a pipe that nobody reads any more (`… | head`); Windows calls it an invalid argument."""
    windows = os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    return windows or isinstance(error, BrokenPipeError)


def _drop_output() -> None:
    """Let what is left in the buffer go nowhere: Python flushes stdout once more on exit, and would fail again."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
