"""``notice-parse rules``: the list of diagnostics, or the manual page of one."""

from __future__ import annotations

import click

from ..rules import RULES, every_rule, load
from .exits import Problem


@click.command(name="rules")
@click.argument("rule", required=False, metavar="[CODE]")
def command(rule: str | None) -> int:
    """List the diagnostics, or print the manual page of one, named by its code (NP202) or name (inherited-units)."""
    if rule is None:
        width = max(map(len, RULES))
        for each in every_rule():
            summary = (each.__doc__ or "").splitlines()[0].partition(": ")[2]
            click.echo(f"{each.CODE}  {each.SEVERITY:<7}  {each.NAME:<{width}}  {summary}")
        return 0
    try:
        found = load(rule)
    except KeyError:
        raise Problem(_unknown(rule)) from None
    click.echo(f"{(found.__doc__ or '').strip()}\n\nSeverity: {found.SEVERITY}\nHint: {found.HINT}")
    return 0


def _unknown(rule: str) -> str:
    from ..checks.selection import UnknownCode, as_prefix

    try:
        prefix = as_prefix(rule)
    except UnknownCode as error:
        return str(error)
    codes = [code for code in RULES.values() if code.startswith(prefix)]
    return f"{rule} is the beginning of several codes: {', '.join(codes)}"
