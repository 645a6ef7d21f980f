"""Chinese numerals below ten thousand, as dates and small quantities use them."""

from __future__ import annotations

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "首": 1, "元": 1}
"""Chinese digits; 首季度 and 元月 count as one."""
#: What pages print for 〇 inside a year in Chinese numerals: circles, zeros and letters of three scripts.
ZEROS = "〇○◯零Oo0Ｏ０ΟО"
_PLACES = {"十": 10, "百": 100, "千": 1000}


def integer(text: str) -> int:
    """The value of an integer in digits or Chinese numerals; white space inside is ignored.

    >>> integer("二十八"), integer("两百"), integer("1 2"), integer("十"), integer("一〇三")
    (28, 200, 12, 10, 103)
    """
    text = "".join(text.split())
    if text.isdecimal():
        return int(text)
    if len(text) > 1 and all(char in DIGITS for char in text):
        return int("".join([str(DIGITS[char]) for char in text]))
    total = digit = 0
    for char in text:
        if char in _PLACES:
            total += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            digit = DIGITS.get(char, 0)
    return total + digit
