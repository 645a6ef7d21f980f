"""Glued rows of plans of inspections: what is inspected, whom, of which class, how many of them and when, by whom.

1食堂台账检查学校食堂一般检查事项不低于5%3月—6月食品科、稽查队市市场监管局: no sentence ends where the task does, but each
of the cells behind it says what it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...deadlines import Clock, read_deadlines
from ...fields.values import asks_for_objects
from ..grid.shape import Column

#: What a task of these plans ends in, whom it is about, and what follows: a class, a share.
_INSPECTED = lazy_pattern(
    r"(?P<task>[^。；]{2,80}(?<!一般|重点|重大)(?:检查|抽查|核查|巡查|检测|监测|监管)"
    r"(?!比例|频次|次数|周期|事项|方式|对象|机构|单位|公司|中心|站|所))(?P<objects>[^。；%]{2,30}?)"
    r"(?P<rest>(?:一般|重点|重大)(?:检查|抽查|监管)?(?:事项)?|(?:抽查|检查)?(?:比例)?(?:不[低少]于|不超过|至少)?\d+(?:\.\d+)?[%％]|全覆盖)"
)


def asks_for_inspections(columns: Sequence[Column]) -> bool:
    """Whether the columns behind the task say whom it is about and when, before who does it."""
    kinds = [column.head.kind for column in columns]
    if "deadline" not in kinds or not asks_for_objects(columns[0].head.text):
        return False
    return "unit" in kinds[kinds.index("deadline") :]


def cut_inspection(text: str) -> tuple[int, int, int, int] | None:
    """Where the task, whom it is about, and the time end, which begins at the third place; None for any other row."""
    found = _INSPECTED.match(text)
    times = read_deadlines(text[found.end() :], Clock(), "cell").deadlines if found is not None else ()
    if found is None or not times:
        return None
    at = found.end()
    return found.end("task"), found.end("objects"), at + times[-1].begin, at + times[-1].end
