"""Exit codes, the same for every command."""

from __future__ import annotations

from collections.abc import Iterable

import click

OK = 0
FINDINGS = 1
"""Findings at or above ``--fail-on`` (``check`` and ``parse --strict`` only)."""
USAGE = 2
"""Usage, configuration, or nothing could be read."""
SOME_UNREADABLE = 3
"""Some of several inputs could not be read; the others were."""
BUG = 70
"""A bug of ours (EX_SOFTWARE of sysexits.h)."""
INTERRUPTED = 130
"""Ctrl-C (128 + SIGINT, as shells have it)."""

_PRECEDENCE = (INTERRUPTED, BUG, USAGE, SOME_UNREADABLE, FINDINGS)


class Problem(click.ClickException):
    """What the user can set right: printed as one line, exit code 2."""

    exit_code = USAGE


def worst(codes: Iterable[int]) -> int:
    """The code that goes before all others given."""
    given = set(codes)
    return next((code for code in _PRECEDENCE if code in given), OK)


def for_inputs(*, read: int, unreadable: int, bugs: int = 0, findings: bool = False) -> int:
    """The code of a run over inputs, from how many were read, could not be read, and met a bug."""
    codes = {BUG} if bugs else set[int]()
    if unreadable:
        codes.add(SOME_UNREADABLE if read else USAGE)
    if findings:
        codes.add(FINDINGS)
    return worst(codes)
