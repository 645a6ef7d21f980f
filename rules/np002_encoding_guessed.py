"""NP002 encoding-guessed: the encoding of the notice was guessed.

The bytes carry no byte order mark and are not valid UTF-8, so the likeliest Chinese encoding was taken. A short
text can be valid in several.

PASS (UTF-8)::

    关于做好2030年防汛工作的通知

FAIL (GB18030)::

    关于做好2030年防汛工作的通知
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP002"
NAME = "encoding-guessed"
SEVERITY: Severity = "info"
HINT = "Look at a few words; if they are wrong, name the encoding with --encoding."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the bytes are not UTF-8; the encoding was guessed", detail)
