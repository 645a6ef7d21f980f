"""NP509 source-not-found: the source of a record is not there.

Spans are compared with the source text when it stands beside the record file or under ``--source-root``; it is
never looked for outside. A record whose source is ``-`` came from standard input and has none.

PASS (in a record file)::

    source: {name: bridge.txt}

FAIL (in a record file)::

    source: {name: gone.txt}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP509"
NAME = "source-not-found"
SEVERITY: Severity = "info"
HINT = "Put it beside the record file, or name its folder with --source-root."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the source is not there; spans were not compared", detail)
