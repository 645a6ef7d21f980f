"""Riders: remarks that say which of the units printed from there on leads (列第一位的为牵头单位, 标★的为牵头单位)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.vocabulary import alternatives
from .model import Role
from .roles import decide_role, role_words_in
from .words import UNIT_NOUNS

_NOUN = rf"(?:{alternatives(UNIT_NOUNS)}|者)?"
_FIRST = (
    r"(?:(?:排列?|排名|排序|名列|列)(?:在|于)?(?:首位|第一位?|第1位?|最前(?:面)?|首)|第一个?|首个|首位|第1个|(?<![号之以])排?在最?前(?:面|列)?)"
    rf"(?:位|名)?的?(?:责任|承办|负责)?的?{_NOUN}(?:均|皆)?"
)
_LEADS = r"(?:为|是|作为|系|表示|代表)(?:(?:落实|完成|承担)?(?:该项|本项)[^，。；]{0,8}?的?)?(?:总|工作|主要)?(?:牵头|主办|主责|第一责任)"
MARKS = "★☆●▲△◆◇■※*#√"
#: The same in a document, whose lines may end anywhere in it.
_SAYS_WHO_LEADS = lazy_pattern(lambda: re.sub(f"({CHINESE})", r"\1\\s*", _LEADS))
_RIDER = lazy_pattern(_FIRST + "，?" + _LEADS)
_MARKED = lazy_pattern(
    rf"([{MARKS}])[”\"’'」）)]?(?:号|符号|星号|标识|标志|标记|者)?(?:标注|标示|注明)?的?(?:责任)?{_NOUN}(?:均|皆)?{_LEADS}"
)
#: Marks between units by their names: 逗号前为牵头单位，逗号后为配合单位.
_SEPARATORS = {"逗": "，", "分": "；", "顿": "、"}
_PARTED = lazy_pattern(
    rf"(?:第一个|首个)?([逗分顿])号(?:之?前|前面|以前)的?(?:各|均)?(?:责任)?的?{_NOUN}(?:均|皆)?{_LEADS}"
)
_OTHERS = lazy_pattern(
    rf"(?:其他|其余|其它|之后|后面|排后|[逗分顿]号(?:之?后|后面|以后)|未标注?|不带|无标记)[^，。；、：为是未]{{0,6}}?{_NOUN}(?:均|都)?(?:为|是|作为)(\S{{2,4}})"
)
_SPACE = lazy_pattern(r"\s+")
_LEADING = ("牵头", "主办", "主责", "第一责任")


class Placed(Protocol):
    """A unit at a place of its text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def may_hold_riders(text: str) -> bool:
    """Whether a whole document says anywhere that something is what leads: few do, and only these hold riders."""
    return _SAYS_WHO_LEADS.search(text) is not None


@lru_cache(maxsize=1024)
def find_rider(text: str) -> str | None:
    """The rider of a head or note; None when there is none.

    ``first-leads`` (列第一位的为牵头单位，下同), ``marked-leads:★`` (带★的为牵头单位) or ``those-before:，`` (逗号前为牵头单位), with ``:support`` or ``:responsible``
    behind it when the rider also says what the others are.
    """
    if not ("头" in text or "主" in text or "第一" in text):
        return None
    plain = _SPACE.sub("", text)
    if not any(word in plain for word in _LEADING):
        return None
    found = _RIDER.search(plain)
    marked = None if found else _MARKED.search(plain)
    parted = None if found or marked else _PARTED.search(plain)
    found = found or marked or parted
    if not found:
        return None
    kind = f"marked-leads:{marked[1]}" if marked else "first-leads"
    kind = f"those-before:{_SEPARATORS[parted[1]]}" if parted else kind
    others = _OTHERS.search(plain, found.end())
    role = decide_role(words) if others and (words := role_words_in(others.group(1))) else None
    if role is None:
        return kind
    return f"{kind}:support" if role == "support" else f"{kind}:responsible"


def leads_by(rider: str, text: str, units: Sequence[Placed], position: int) -> bool:
    """Whether a rider gives the lead to the ``position``-th of the ``units`` that a list names in ``text``."""
    if rider.startswith("first"):
        return position == 0
    mark, (start, end) = rider.split(":")[1], (units[position].start, units[position].end)
    if rider.startswith("those-before"):
        return mark not in text[units[0].start : start]
    return text[start - 1 : start] == mark or text[end : end + 1] == mark


def role_of_others(rider: str) -> Role:
    """What a rider makes of the units that do not lead: support, else responsible."""
    return "support" if rider.endswith("support") else "responsible"
