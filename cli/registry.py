"""The commands: one line each. A command's module is imported when it is called, never to print help."""

from __future__ import annotations

from importlib import import_module

import click

from ..normalize.named_tuples import NamedTuple


class Entry(NamedTuple):
    """Where a command lives, and the line that ``--help`` shows for it."""

    module: str
    summary: str


COMMANDS = {
    "parse": Entry("parse", "Turn notices into records (the default)."),
    "check": Entry("check", "Report doubts and mistakes in notices and record files."),
    "explain": Entry("explain", "Show what each stage saw and decided."),
    "rules": Entry("rules", "List the diagnostics, or print the page of one."),
    "schema": Entry("schema", "Print the JSON Schema of the output."),
}


def load(name: str) -> click.Command:
    """The click command of that name (``KeyError`` when there is none)."""
    module = import_module(f".{COMMANDS[name].module}", __package__)
    return module.command


def close_to(word: str) -> str | None:
    """The command that ``word`` may have meant."""
    import difflib  # only for a name that is none

    return next(iter(difflib.get_close_matches(word, COMMANDS, n=1, cutoff=0.7)), None)
