"""Options that commands share, and the checks of their combinations."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from ..schemas.words import SEVERITIES

Function = TypeVar("Function", bound=Callable[..., Any])

SEVERITY = click.Choice(SEVERITIES)
FILE = click.Path(allow_dash=True)


def _known_encoding(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        b"text".decode(value, "replace")  # codecs.lookup also knows codecs that are none of text (hex)
    except (LookupError, ValueError) as error:
        raise click.BadParameter(f"unknown encoding {value!r}; try utf-8, gb18030, big5 or utf-16") from error
    return value


def several(*decorators: Callable[[Function], Function]) -> Callable[[Function], Function]:
    """Decorators as one, in the order in which help shows them."""

    def decorate(function: Function) -> Function:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


jobs = click.option(
    "-j", "--jobs", type=click.IntRange(min=0), default=1, show_default=True, help="Worker processes; 0 for all cores."
)

encoding = click.option(
    "--encoding", metavar="NAME", callback=_known_encoding, help="Encoding of the input.  [default: found]"
)

reading = several(
    encoding,
    click.option(
        "--script",
        type=click.Choice(["simplified", "traditional", "keep"]),
        default="simplified",
        show_default=True,
        help="Chinese script of the records.",
    ),
    click.option("--raw-text", is_flag=True, help="Keep the text as printed: no cleaning of the records' values."),
)
"""How the bytes of a notice are read."""


def workers_for(jobs: int) -> int:
    """The number of worker processes that ``-j`` means; 0 stands for all cores this process may use."""
    if jobs > 0:
        return jobs
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
