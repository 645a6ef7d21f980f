"""Words that a page parted by a blank and that stand in nothing else: 县水利局牵 头 → 县水利局牵头.

White space tells columns and members of lists, so that a blank goes only where it has letters on both sides and the word
cannot end one cell and begin another. Words set wide (牵 头 单 位) stay: heads of columns are read with their blanks.
"""

from __future__ import annotations

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import MappedText

_PARTED = lazy_pattern(rf"(?<={CHINESE})(?:牵 头|配 合|负 责(?!任)|参 与|协 助|部 门(?![诊口票店面户卫]))(?! )")
_PAIRS = ("牵 头", "配 合", "负 责", "参 与", "协 助", "部 门")


def join_parted(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the blank inside these words."""
    del doubts
    if not any(pair in text.text for pair in _PAIRS):
        return text
    return text.edit([(found.start() + 1, found.end() - 1, "") for found in _PARTED.finditer(text.text)])
