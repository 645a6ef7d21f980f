"""Item numbers as printed (``12``, ``（三）``, ``⑤``) read as a style and a value."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ..normalize.lazy import lazy_pattern

_NUMBER = lazy_pattern(
    r"[（(\[〔]?\s*(?:第\s*)?([0-9]{1,4}|[零〇一二三四五六七八九十百]{1,6})(?:\s*[项条])?\s*[)）\]〕]?[.、．]?"
)
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_UNITS = {"十": 10, "百": 100}


@lru_cache(maxsize=1024)  # the same few numbers again in every notice
def ordinal(number: str) -> tuple[str, int] | None:
    """Style and value of an item number, or None for one that doesn't count (``A``, ``1.2``).

    >>> ordinal("（十二）"), ordinal("3"), ordinal("1.2")
    (('(一)', 12), ('1', 3), None)
    """
    if len(number) == 1 and unicodedata.category(number) == "No":  # ① ⑴: the character itself is the style
        return ("①", int(unicodedata.numeric(number)))
    match = _NUMBER.fullmatch(number.strip())
    if match is None:
        return None
    digits = match.group(1)
    if digits.isdecimal():
        style, value = "1", int(digits)
    else:
        style, value = "一", chinese_integer(digits)
    return (f"({style})" if number.strip()[0] in "（([〔" else style, value)


def chinese_integer(numeral: str) -> int:
    """The value of a Chinese numeral below a thousand.

    >>> chinese_integer("二十一"), chinese_integer("一百零三"), chinese_integer("十")
    (21, 103, 10)
    """
    total = digit = 0
    for character in numeral:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[character] if digit and not total else _DIGITS[character]
    return total + digit
