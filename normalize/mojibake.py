"""Text that was decoded with the wrong code page before it reached us: reported, never repaired."""

from __future__ import annotations

import re

from .doubt import Doubt

# 锟斤拷: U+FFFD written as UTF-8 and read as GBK. 烫烫, 屯屯: uninitialised memory read as GBK. Ã¤ and the like:
# UTF-8 read as Latin-1. 鐨 浠 鍜 鏄 銆 绗 …: UTF-8 of 的 以 和 是 、 第 read as GBK, three to a run.
_MOJIBAKE = re.compile(
    "(?:锟斤拷|锟斤|斤拷){1,1000}|烫烫烫|屯屯屯"
    "|(?:[\u00c0-\u00f4][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122\u02c6\u02dc]{1,3}){3,1000}"
    "|(?:[鐨浠鍜鏄銆绗鍔鍙鍥鏀鐩璇閮缁鎴鍒涓宸璐浣鏂囩殑夊湪嶈浜烘皯]){4,1000}"
)
_SIGNS = re.compile("[锟烫屯鐨浠鍜鏄銆绗ÃÂäåæçèéï]")


def find_mojibake(text: str) -> list[Doubt]:
    """One doubt for the notice, over the first run, with the number of runs."""
    if not _SIGNS.search(text):
        return []
    runs = [match.span() for match in _MOJIBAKE.finditer(text)]
    return [Doubt("mojibake", *runs[0], str(len(runs)))] if runs else []
