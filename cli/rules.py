"""``notice-parse rules``: the list of diagnostics, or the manual page of one."""

from __future__ import annotations

import click

from ..checks.selection import UnknownCode, as_prefix
from ..rules import RULES, load
from ..rules.manual import listing, markdown, page
from .exits import Problem
from .terminal import put


@click.command(name="rules", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("rule", required=False, metavar="[CODE]")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print all pages as one Markdown document.")
def command(rule: str | None, as_markdown: bool) -> int:
    """List the diagnostics, or print the manual page of one, named by its code (NP202) or name (inherited-units)."""
    if as_markdown:
        put(markdown())
    elif rule is None:
        put("\n".join([*listing(), ""]))
    else:
        put(f"{_page(rule)}\n")
    return 0


def _page(name: str) -> str:
    try:
        rule = load(name)
    except KeyError:
        raise Problem(_unknown(name)) from None
    return f"{page(rule)}\n\nSeverity: {rule.SEVERITY}\nHint: {rule.HINT}"


def _unknown(name: str) -> str:
    try:
        prefix = as_prefix(name)
    except UnknownCode as error:
        return str(error)
    codes = [code for code in RULES.values() if code.startswith(prefix)]
    return f"{name} is the beginning of several codes: {', '.join(codes)}"
