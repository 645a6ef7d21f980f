"""Text that was decoded with the wrong code page before it reached us: reported, never repaired."""

from __future__ import annotations

import re

from .characters import is_han
from .doubt import Doubt
from .lazy import lazy_pattern

# 锟斤拷: U+FFFD written as UTF-8 and read as GBK. 烫烫烫, 屯屯屯: uninitialised memory read as GBK.
_KNOWN = "(?:锟斤拷|锟斤|斤拷)+|烫烫烫+|屯屯屯+"
SIGNS = "锟烫屯銆鐨锛\u00c2-\u00ef"
"""Inside of a character class: a text without these characters is none."""
# Two patterns, each of which begins with its characters: one for both would be tried at every place of the text.
_IDEOGRAPHS = lazy_pattern("[锟烫屯銆鐨锛]")
_LETTERS = lazy_pattern("[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u2122]")
_MISREAD = "[^\x00-\x7f]{6,}"
_CODE_PAGES = ("gb18030", "cp1252", "latin-1")


def find_mojibake(text: str) -> list[Doubt]:
    """One doubt for the notice, over the first run, with the number of runs.

    Beside the known signs, a run is mojibake when the bytes of a wrong code page are clean UTF-8 of Chinese text.
    """
    if not (_IDEOGRAPHS.search(text) or _LETTERS.search(text)):
        return []
    runs = [match.span() for match in re.finditer(_KNOWN, text)]
    runs += [match.span() for match in re.finditer(_MISREAD, text) if _was_utf8(match[0])]
    if not runs:
        return []
    return [Doubt("mojibake", *min(runs), str(len(runs)))]


def _was_utf8(run: str) -> bool:
    """True when most of the run is UTF-8 of Chinese, seen through another code page."""
    for code_page in _CODE_PAGES:
        data = run.encode(code_page, "ignore")
        read = data.decode("utf-8", "ignore")
        if sum(map(is_han, read)) * 3 > 0.6 * len(data) and len(data) >= len(run):
            return True
    return False
