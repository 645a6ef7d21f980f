"""Boxes to be ticked in front of the items of a checklist: □ 1.修桥, ☑ 修路, - [x] 修渠.

They say nothing of what is to be done; before an item without a number the box is its bullet.
"""

from __future__ import annotations

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import MappedText

_BULLET = "□"
_SIGNS = (_BULLET, "☐", "☑", "☒", "[ ]", "[x]", "[X]")
_BOX = lazy_pattern(
    r"(?m)^[ \t]*((?:(?:[-*+][ \t]+)?\[[ xX]\]|[□☐☑☒])[ \t]*)"
    r"(?:(?P<number>(?=\d{1,2}[.．、)） ]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳]))"
    rf"|(?=(?:\*\*)?(?:{CHINESE}{{2}}|[“《])|\d{{1,4}}[^\d.．、)） ]))"
)


def drop_boxes(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the boxes before numbers, and put a plain one for those before words."""
    del doubts
    if not any(sign in text.text for sign in _SIGNS):
        return text
    edits = (
        (*match.span(1), "" if match["number"] is not None else _BULLET)
        for match in _BOX.finditer(text.text)
        if match["number"] is not None or match[1].rstrip() != _BULLET
    )
    return text.edit(list(edits))
