"""Columns that say how points are given for a task (评分标准, 考核方法), and what their cells say."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern

#: How points are given and taken, and the heads that ask for it.
_SCORING_HEAD = lazy_pattern(
    r".{0,6}(?:评分|考核|计分|扣分|赋分|考评|评价)(?:标准|办法|方法|方式|细则|规则|依据|说明).{0,8}"
)
_SCORED = lazy_pattern(r"扣\d|扣分|[得加]\d{1,3}(?:\.\d)?分|不得分|\d分[，；。）]|不(?:计分|作为考核)|累计扣")


def is_scoring_head(head: str) -> bool:
    """True for a head that asks how points are given."""
    return _SCORING_HEAD.fullmatch(head) is not None


def tells_points(text: str) -> bool:
    """True for a text that says how points are given or taken: 每少1个扣2分."""
    return ("分" in text or "考核" in text) and _SCORED.search(text) is not None
