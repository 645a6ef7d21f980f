"""Slips of a scanner or a keyboard inside dates: 2O30年, ZO30年, l2月, 2030年l月, 二O三O年.

Only the letters O, o, I, l and Z, which look like 0, 1 and 2, and only where the number they make is the year, month or
day that the word behind it asks for. Nothing changes its place: one character is read as one other.
"""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern

_DIGITS = str.maketrans("OoIlZ〇", "001120")
_ZEROS = str.maketrans("Oo0", "〇〇〇")
_LETTER = lazy_pattern("[OoIlZ〇]")
_IN_DIGITS = lazy_pattern(r"(?<![A-Za-z\d])(?:(?<=([年月]))|)(?=\d*[OoIlZ〇])([\dOoIlZ〇]{1,4})(?=([年月日号]))")
_IN_NUMERALS = lazy_pattern(r"(?<![〇零一二三四五六七八九])[一二][〇零九Oo0][〇零一二三四五六七八九Oo0]{2}(?=年)")
_LIMITS = {"年": (1900, 2199), "月": (1, 12), "日": (1, 31), "号": (1, 31)}


def mend(text: str) -> str:
    """The text with such letters read as digits; a text without any comes back as it is."""
    if _LETTER.search(text) is not None:
        text = _IN_DIGITS.sub(_as_digits, text)
    if "年" in text and ("一" in text or "二" in text):
        text = _IN_NUMERALS.sub(lambda found: found[0].translate(_ZEROS), text)
    return text


def holds_slip(mended: str, printed: str) -> bool:
    """Whether letters among digits were mended; 二0三0年 is a spelling of its own."""
    return any(sign in "OoIlZ" and sign != read for read, sign in zip(mended, printed, strict=True))


def _as_digits(found: re.Match[str]) -> str:
    before, number, unit = found.groups()
    read = number.translate(_DIGITS)
    low, high = _LIMITS[unit]
    digits = sum(sign.isdecimal() for sign in number)
    stands = digits >= 1 and len(number) == 4 if unit == "年" else len(number) <= 2
    if unit == "月":
        stands = stands and (digits > 0 or before == "年")
    elif unit != "年":
        stands = stands and before == "月"
    return read if stands and low <= int(read) <= high else found[0]
