"""The head that page generators print above a text (Jekyll's front matter): its title and day are the page's, the rest is none.

---
layout: default
title: 关于印发…的通知
---
"""

from __future__ import annotations

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText

_FENCES = ("---", "+++")
_FIELD = lazy_pattern(r"[ \t]*(?P<key>[A-Za-z_][\w-]{0,30})[ \t]*[:：=][ \t]*(?P<value>[^\n]*)")
#: More of the value above: an item of a list, or a line set in.
_MORE = lazy_pattern(r"[ \t]*-[ \t]|[ \t]{2,}\S|[ \t]*[\[\]{}]")
#: One of these at least is among the fields of such a head.
_KNOWN = frozenset(
    {"title", "date", "layout", "categories", "category", "tags", "author", "permalink", "slug", "description", "draft"}
)
#: What a day is printed behind on pages; titles stand alone.
_SAID = {"title": "", "date": "发布日期："}
_QUOTES = "\"'“”"
_LONGEST = 60  # lines


def strip_front_matter(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Leave of such a head its title and its day, each on its line."""
    del doubts
    start = len(text.text) - len(text.text.lstrip("\ufeff \t\r\n"))
    fence = text.text[start : start + 3]
    if fence not in _FENCES:
        return text
    edits: list[Edit] = []
    at, fields, kept, known = start, 0, False, False
    for count, line in enumerate(text.text[start:].split("\n", _LONGEST)[:_LONGEST]):
        end = at + len(line)
        if count and line.strip() == fence:
            return text.edit([*edits, _line(text.text, at, end, kept)]) if known else text
        field = _FIELD.match(text.text, at, end) if count else None
        if count and field is None and line.strip() and not (fields and _MORE.match(line)):
            return text
        said = _SAID.get(field["key"].lower()) if field is not None else None
        value = field["value"].strip() if field is not None else ""
        if field is None or said is None or not value.strip(_QUOTES):
            edits.append(_line(text.text, at, end, kept))
        else:
            first = text.text.index(value, field.start("value"))
            inner = value.strip(_QUOTES) if value[0] in _QUOTES else value
            begin = first + value.index(inner)
            edits += [(at, begin, said), (begin + len(inner), end, "")]
            kept = True
        fields += field is not None
        known |= field is not None and field["key"].lower() in _KNOWN
        at = end + 1
    return text


def _line(text: str, start: int, end: int, below: bool) -> Edit:
    """A line left out: with the line end above it ``below`` one that stays, so that it is that one's, else with its own."""
    return (start - 1, end, "") if below else (start, min(end + 1, len(text)), "")
