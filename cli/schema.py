"""``notice-parse schema``: the JSON Schema of the output."""

from __future__ import annotations

import json

import click

from .terminal import put


@click.command(name="schema", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> int:
    """Print the JSON Schema (2020-12) that every output validates against."""
    from ..checks.json_schema import json_schema

    put(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
    return 0
