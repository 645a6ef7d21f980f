"""NP003 mojibake: text that was decoded wrongly before it came here.

Runs such as ``ÊÐ·¢¸Ä`` or ``鐨勯€氱煡`` are Chinese bytes read in another encoding and saved. Nothing was
guessed: the text stays as it is.

PASS::

    关于做好2030年防汛工作的通知

FAIL::

    ¹ØÓÚ×öºÃ·ÀÑ´¹¤×÷µÄÍ¨Öª
"""

from __future__ import annotations

from .finding import Severity

CODE = "NP003"
NAME = "mojibake"
SEVERITY: Severity = "warning"
HINT = "Fetch the page again and decode it with its own encoding; the damage cannot be undone here."


def message(_detail: str, /) -> str:
    """The sentence of the report."""
    return "the text looks decoded with a wrong encoding"
