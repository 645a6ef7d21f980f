"""Glued rows of plans of inspections: what is inspected, whom, of which class, how many of them and when, by whom.

1食堂台账检查学校食堂一般检查事项不低于5%3月—6月食品科、稽查队市市场监管局: no sentence ends where the task does, but each
of the cells behind it says what it is. So does the law that a task goes back to: 1取水检查《水法》第四十条县水务局每年1次.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...deadlines import Clock, read_deadlines
from ...fields.values import asks_for_objects, asks_for_rules
from ..grid.shape import Column

#: What a task of these plans ends in, and whom it is about; what follows then: a class, a share.
_ABOUT = (
    r"(?P<task>[^。；]{2,80}(?<!一般|重点|重大)(?:检查|抽查|核查|巡查|检测|监测|监管)"
    r"(?!比例|频次|次数|周期|事项|方式|对象|机构|单位|公司|中心|站|所))(?P<objects>[^。；%]{2,30}?)"
)
_INSPECTED = lazy_pattern(
    rf"{_ABOUT}(?P<rest>(?:一般|重点|重大)(?:检查|抽查|监管)?(?:事项)?|(?:抽查|检查)?(?:比例)?(?:不[低少]于|不超过|至少)?\d+(?:\.\d+)?[%％]|全覆盖)"
)
_TASK = lazy_pattern(_ABOUT)
#: The laws of a row, one behind another, with their articles.
_LAWS = lazy_pattern(
    r"(?:《[^《》]{2,60}》(?:（[^（）]{1,20}）)?(?:[、，；。和及]?第?[一二三四五六七八九十百\d]{1,6}[章节条款项])*[、，；。和及]?)+"
)
#: How often, behind the time: 每年|1次, 每半年|不少于2次.
_TIMES = lazy_pattern(r"(?:[至不][少多]于?|不超过)?\d*次?")


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


def law_place(columns: Sequence[Column]) -> int:
    """Where behind the task the law stands that it goes back to, before who does it; -1 for nowhere.

    Only whom it is about may stand between.
    """
    about = bool(columns) and asks_for_objects(columns[0].head.text)
    told = len(columns) > about + 1 and asks_for_rules(columns[about].head.text)
    return int(about) if told and columns[about + 1].head.kind == "unit" else -1


def cut_laws(text: str, about: bool) -> tuple[int, int, int, int, int] | None:
    """Where the task, whom it is ``about`` and its laws end, and where a time begins and ends; None for any other row."""
    laws = _LAWS.search(text)
    task = _TASK.fullmatch(text, 0, laws.start()) if laws is not None and about else None
    if laws is None or not laws.start() or (about and task is None):
        return None
    end, at = task.end("task") if task is not None else laws.start(), laws.end()
    times = read_deadlines(text[at:], Clock(), "cell").deadlines
    if not times:
        return end, laws.start(), at, len(text), len(text)
    often = _TIMES.match(text, at + times[0].end)
    return end, laws.start(), at, at + times[0].begin, often.end() if often is not None else at + times[0].end
