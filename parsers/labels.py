"""Number labels of Chinese official writing: 一、 （一） 1. （1） ① and their kin.

The order of the levels follows GB/T 9704-2012, 7.3.3; documents skip levels freely, so that a reader compares
styles, not levels.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..normalize.lazy import lazy_pattern

HAN = "一二三四五六七八九十百"
#: What follows a number that counts or dates, rather than labels.
MEASURES = "年月日时万亿千百个项家所条处名次台套件户场人元米公吨亩倍种类份辆座间号级"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
#: Groups of the pattern that are other spellings of a style.
_SPELLINGS = {"closed": "arabic_bracket", "ordinal": "arabic", "task": "arabic", "spaced": "arabic", "serial": "arabic"}

_BULLETS = "•●▪◇◆★☆■□◎➢►·"
#: The characters that a label begins with, beside digits: few texts carry one, and the pattern is long.
_FIRST = frozenset(f"第（(任序编-–—）){HAN}{CIRCLED}{_BULLETS}")
_LABEL = lazy_pattern(
    rf"""
      第(?P<part>[{HAN}]{{1,4}})(?:部分|章|节|篇)[、：\s]?
    | (?P<han>[{HAN}]{{1,4}})(?:\s?(?:[、.．]|，(?=\S))|\s+(?=[\u4e00-\u9fff]{{3}}))
    | [（(]\s?(?P<han_bracket>[{HAN}]{{1,4}})\s?[）)][、.]?
    | (?P<decimal>\d{{1,2}}[.．]\d{{1,2}})(?:[、.．]\s?|\s)(?=[\u4e00-\u9fff“《])(?![{MEASURES}])
    | (?:第(?P<ordinal>\d{{1,3}})[项条]|任务(?P<task>\d{{1,3}}))[、：:.\s]?
    | (?:序号|编号)\s?[：:]\s?(?P<serial>\d{{1,3}})$
    | (?P<arabic>\d{{1,3}})\s?(?:、(?!\d+[、月日年])|[.．](?!\d)|[.．](?=\d{{4}}年)|[.．](?=\d{{1,2}}月\D))
    | [（(]\s?(?P<arabic_bracket>\d{{1,3}})\s?[）)][、.]?
    | (?P<closed>\d{{1,3}})\s?[）)]
    | (?P<circled>[{CIRCLED}])[、.]?
    | (?P<point>[{HAN}]{{1,3}})是(?=[^否的])
    | (?P<spaced>\d{{1,2}})\s+(?=[\u4e00-\u9fff“《]{{2}})(?![{MEASURES}])
    | (?P<bullet>[{_BULLETS}]|[-–]\s|[—–]{{1,2}})\s?(?=[\u4e00-\u9fff“《])
    """,
    re.VERBOSE,
)
#: Items that are named as they are counted: 督查事项1：, 整改任务二：
_NAMED = lazy_pattern(
    r"(?:[\u4e00-\u9fff]{2,4})?(?:任务|事项|项目|问题|举措|措施|行动|工程|专项|意见|议题)之?"
    rf"(?:(?P<arabic>\d{{1,3}})|(?P<han_bracket>[{HAN}]{{1,3}}))[：:]\s?"
)
_NAMED_LONGEST = 12
_BARE = lazy_pattern(
    rf"(?P<arabic>\d{{1,4}})[.、]?|(?P<han>[{HAN}]{{1,4}})[、.]?|[（(](?P<bracket>[{HAN}\d]{{1,4}})[）)]|(?P<circled>[{CIRCLED}])"
)
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_TIGHT = lazy_pattern(r"(\d{1,3})[.．](?=\d)")
#: A heading that lost its opening: `）推进减税`, `）、`.
_DAMAGED = lazy_pattern(r"[）)][、.]?(?=[\u4e00-\u9fff])")


class Label(NamedTuple):
    """A number label at the start of a text.

    ``style`` is, from the outside in: part (第一部分), han (一、), han_bracket (（一）), arabic, decimal, arabic_bracket,
    circled, point (一是), bullet. ``printed`` is the label without trailing punctuation (``一``, ``（一）``, ``12``); ``end`` is the offset at
    which the labelled text begins; ``value`` is its number, None for a damaged one.
    """

    style: str
    value: int | None
    printed: str
    end: int

    @property
    def damaged(self) -> bool:
        """True when the page lost a part of the label."""
        return self.value is None and self.style != "bullet"


def han_number(text: str) -> int:
    """The value of a Chinese numeral below 1000 (``二十三`` → 23)."""
    total = digit = 0
    for char in text:
        if char == "十":
            total += (digit or 1) * 10
            digit = 0
        elif char == "百":
            total += (digit or 1) * 100
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def read_label(text: str, expected: int | None = None) -> Label | None:
    """The number label that ``text`` begins with, None if there is none.

    ``expected`` is the next number of a list: with it, `9.65岁` is item 9 rather than a decimal.
    """
    first = text[:1]
    if first not in _FIRST and not first.isdecimal():
        return _named(text)
    match = _LABEL.match(text)
    if match is None:
        return _next_label(text, expected) or _damaged(text) or _named(text)
    style = match.lastgroup or ""
    value = match[style]
    end = match.end()
    while end < len(text) and text[end].isspace():
        end += 1
    printed = match[0].strip().rstrip("、.．：，") if style != "serial" else value
    if style == "bullet":
        return Label(style, None, "", end)
    if style == "decimal":
        return Label(style, int(re.split(r"[.．]", value)[1]), printed, end)
    style = _SPELLINGS.get(style, style)
    if style == "circled":
        return Label(style, CIRCLED.index(value) + 1, value, end)
    number = int(value) if value.isdigit() else han_number(value)
    return Label(style, number, printed.replace("(", "（").replace(")", "）").replace(" ", ""), end)


def _named(text: str) -> Label | None:
    head = text[:_NAMED_LONGEST]
    match = _NAMED.match(text) if "：" in head or ":" in head else None
    if match is None:
        return None
    style = match.lastgroup or ""
    value = match[style]
    number = int(value) if value.isdigit() else han_number(value)
    return Label(style, number, match[0].rstrip("：: "), match.end())


def _next_label(text: str, expected: int | None) -> Label | None:
    match = _TIGHT.match(text) if expected is not None else None
    if match is None or int(match[1]) != expected:
        return None
    return Label("arabic", expected, match[1], match.end())


def _damaged(text: str) -> Label | None:
    match = _DAMAGED.match(text) if text[:1] in ("）", ")") else None
    return Label("han_bracket", None, "", match.end()) if match else None


def bare_number(text: str) -> int | None:
    """The value of a text that is a number label and nothing else (a cell of a number column)."""
    match = _BARE.fullmatch(text)
    if match is None:
        return None
    style = match.lastgroup or ""
    value = match[style]
    if style == "circled":
        return CIRCLED.index(value) + 1
    return int(value) if value.isdigit() else han_number(value)
