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
# GB 18030 read as Latin-1, which no language prints so: ¡¾´òÓ¡¡¿.
_BYTES = lazy_pattern("[\u00a1-\u00fe]{4,}")
#: What a line is made of that was read so, or never was text.
_SOUP = lazy_pattern("(?:[\u00a1-\u00fe]{2,}|锟斤拷|锟斤|斤拷|烫{2,}|屯{2,}|[\\s|·.。,，:：>/-])+")
_MISREAD = "[^\x00-\x7f]{6,}"
# GB 2312: the first bytes of Chinese marks and of the characters in daily use; masked names repeat one byte.
_PUNCTUATION, _LEVEL_1, _FEWEST_BYTES = (0xA1, 0xA3), range(0xB0, 0xD8), 3
_LONGEST_LINE = 400
_CODE_PAGES = ("gb18030", "cp1252", "latin-1")


def find_mojibake(text: str) -> list[Doubt]:
    """One doubt for the notice, over the first run, with the number of runs.

    Beside the known signs, a run is mojibake when the bytes of a wrong code page are clean UTF-8 of Chinese text.
    """
    if not (_IDEOGRAPHS.search(text) or _LETTERS.search(text) or _BYTES.search(text)):
        return []
    runs = [match.span() for match in re.finditer(_KNOWN, text)]
    runs += [match.span() for match in _BYTES.finditer(text) if _was_gbk(match[0])]
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


def _was_gbk(run: str) -> bool:
    """True when the run is Chinese text in GB 18030, seen through Latin-1; a byte at its end may be lost."""
    data = run.encode("latin-1")
    leads = data[::2]
    common = sum(lead in _PUNCTUATION or lead in _LEVEL_1 for lead in leads)
    return len(set(data)) >= _FEWEST_BYTES and 2 * common > len(leads)


def is_byte_soup(line: str) -> bool:
    """True for a line that holds nothing but text decoded with the wrong code page."""
    if len(line) > _LONGEST_LINE or _SOUP.fullmatch(line) is None:
        return False
    return _IDEOGRAPHS.search(line) is not None or any(map(_was_gbk, _BYTES.findall(line)))
