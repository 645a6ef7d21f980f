"""NP003 mojibake: text that was decoded wrongly before it came here.

Runs such as ``鐨勯€氱煡`` or ``锟斤拷`` are Chinese bytes read in another encoding and saved. Nothing was
guessed: the text stays as it is.

PASS::

    关于做好2030年防汛工作的通知

FAIL::

    鐨勯€氱煡锛屽競鏀垮簻鍔炲叕瀹ゅ叧浜庡嵃鍙戦噸鐐瑰伐浣滃垎宸ユ柟妗堢殑閫氱煡
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
