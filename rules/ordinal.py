"""Item numbers as printed (``12``, ``（三）``, ``⑤``) read as a style and a value."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ..normalize.lazy import lazy_pattern
from ..parsers.text.numerals import integer

_NUMBER = lazy_pattern(
    r"[（(\[〔]?\s*(?:第\s*)?([0-9]{1,4}|[零〇一二三四五六七八九十百]{1,6})(?:\s*[项条])?\s*[)）\]〕]?[.、．]?"
)


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
        style, value = "一", integer(digits)
    return (f"({style})" if number.strip()[0] in "（([〔" else style, value)
