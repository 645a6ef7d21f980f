"""Headings of sections whose tables have the same heads, so that they are one table: each stands over its heads.

第一阶段：排查
序号 | 任务 | 责任单位 |
第二阶段：整改
序号 | 任务 | 责任单位 |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from ...text.document import Line
from ..heads.head_row import HeadRow
from .lines import Split
from .titles import is_table_title

_LONGEST = 40
_NO_END = "，、。；！？"


def over_heads(splits: Sequence[Split], repeats: Iterable[HeadRow], last: int) -> frozenset[int]:
    """The lines of headings right above ``repeats`` up to line ``last``, a blank line above each."""
    return frozenset(_above(splits, takewhile(lambda repeat: repeat.first <= last, repeats)))


def _above(splits: Sequence[Split], repeats: Iterable[HeadRow]) -> Iterator[int]:
    for repeat in repeats:
        at = repeat.first - 1
        while at > 0 and not splits[at].line.text:
            at -= 1
        if at > 0 and not splits[at - 1].line.text and len(splits[at].cells) == 1 and may_stand_over(splits[at].line):
            yield at


def may_stand_over(line: Line) -> bool:
    """True for a short line that neither ends like a sentence nor is a table's title."""
    text = line.text
    return 1 < len(text) <= _LONGEST and "|" not in text and text[-1] not in _NO_END and not is_table_title(text)
