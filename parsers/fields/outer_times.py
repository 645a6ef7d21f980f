"""Times that hold for the times beside or below them: 六月 before 16日前 and 中旬, 上半年 before 3月底前, 2031年 before 9月."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..deadlines import deadline_likeness, is_days_alone
from ..text.numerals import integer

_OUTER = lazy_pattern(
    r"(?:(20\d\d)年度?)?(?:(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?|([上下]半年|第?[一二三四1-4]季度))?"
)
_ENDS = frozenset("年度月份")
#: Heads of such times beside a head of what they hold for: 月份 | 日期.
_HEADS = frozenset({"月份", "月", "年份", "年度", "年", "季度", "年月"})
#: Days and what is said of them: 20～29日, 16日前完成.
_LONGEST_INNER = 14
_SURE = 0.95


class OuterTime(NamedTuple):
    """A time alone that others stand under; its year and month where it names them."""

    year: int | None = None
    month: int | None = None

    def holds(self, text: str) -> bool:
        """Whether a cell of ``text`` tells a time within this one, and nothing else."""
        if len(text) > _LONGEST_INNER:
            return False
        if self.month is not None:
            return is_days_alone(text)
        inner = outer_time(text)
        return deadline_likeness(text) >= _SURE and (inner is None or inner.month is not None)


def outer_time(text: str) -> OuterTime | None:
    """The month, quarter, half or whole year that a text names, alone; None for any other text."""
    found = _OUTER.fullmatch(text) if text[-1:] in _ENDS else None
    if found is None:
        return None
    return OuterTime(int(found[1]) if found[1] else None, integer(found[2]) if found[2] else None)


def is_outer_head(text: str) -> bool:
    """Whether a head asks for a time that holds for those of the head beside it."""
    return text in _HEADS
