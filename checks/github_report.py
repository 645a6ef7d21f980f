"""Annotations for GitHub Actions. The runner shows ten a step, so the text report is printed beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from .report import Checked
from .untrusted import command_data, command_property

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def workflow_commands(checked: Checked) -> Iterator[str]:
    """One workflow command a finding, the worst first: the runner drops those beyond its limit."""
    order = list(_COMMANDS)
    for entry in sorted(checked.diagnostics, key=lambda entry: order.index(entry["severity"])):
        properties = ",".join(
            (
                f"file={command_property(PurePath(checked.path).as_posix())}",
                f"line={entry['line']}",
                f"col={entry['column']}",
                f"title={command_property(entry['code'] + ' ' + entry['name'])}",
            )
        )
        yield f"::{_COMMANDS[entry['severity']]} {properties}::{command_data(entry['message'])}"
