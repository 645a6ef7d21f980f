r"""NP001 damaged-bytes: bytes that are no text in the notice's encoding.

Each such byte stands as one U+FFFD in the source text and is never dropped. A few damaged bytes are usually a
cut download; many are a wrong encoding.

PASS (bytes)::

    关于做好防汛工作的通知

FAIL (bytes)::

    关于做好防汛\xff\xfe\x80工作的通知
"""

from __future__ import annotations

from .finding import Severity

CODE = "NP001"
NAME = "damaged-bytes"
SEVERITY: Severity = "error"
HINT = "Get the file again from where it came, or name its encoding with --encoding."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    lead = "a byte that is" if detail == "1" else f"{detail or 'some'} bytes that are"
    return f"{lead} no text in the encoding of the notice"
