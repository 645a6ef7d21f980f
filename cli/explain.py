"""``notice-parse explain``: what each stage saw and decided."""

from __future__ import annotations

import click

from . import options
from .errors import describe
from .exits import Problem
from .inputs import Input, missing_hint, read
from .terminal import put, safe

#: The names of ``parsers.explain.STAGES``, which is not loaded to print help.
STAGES = ("lines", "parts", "rows", "fields")


@click.command(name="explain", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", type=options.FILE)
@click.option("--stage", "stages", type=click.Choice(STAGES), multiple=True, help="Tell of this stage alone; may be "
              "repeated.  [default: all]")  # fmt: skip
@options.encoding
def command(file: str, stages: tuple[str, ...], encoding: str | None) -> int:
    """Show what each stage saw and decided, for one notice (- for standard input).

    lines: what every line became, and why. parts: the format that reads each part, and what else was offered.
    rows: which cell went to which column, the outline of lists. fields: every fact with the source it came from.
    """
    from ..normalize import NotText, decode
    from ..parsers.explain import explain

    source = Input(file)
    try:
        decoded = decode(read(source), encoding)
    except FileNotFoundError as error:
        raise Problem(f"cannot read {source.shown}: no such file{missing_hint(file)}") from error
    except OSError as error:
        raise Problem(f"cannot read {describe(error)}") from error
    except NotText as error:
        raise Problem(f"cannot read {source.shown}: {error}") from error
    put("".join(f"{safe(line)}\n" for line in explain(decoded, stages or STAGES)))
    return 0
