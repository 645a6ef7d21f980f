"""Columns of goals beside names that say what is to be done, rather than how much is to be reached."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...deadlines import has_deadline
from ...deadlines.actions import ACTION
from ..grid.shape import Column, Row

_COMES_TO = lazy_pattern(r"(?:提[高升]|[下升]?降|达到|控制|不[低高少超]|增[长加]|减少|压[减降]|完成|实现|保持|稳定)")
_PROJECTS = lazy_pattern("项目|工程")
#: Goals that are sentences have so many.
_SENTENCE = 20


def told_by_goal(columns: Sequence[Column], rows: Sequence[Row]) -> Column | None:
    """The one column of goals beside a name, where sentences in it say what is to be done: 考核项目 | 考核指标."""
    goals = [column for column in columns if column.head.kind == "goal"]
    if len(goals) != 1 or any(column.head.kind == "requirement" for column in columns):
        return None
    names = [column for column in columns if column.head.kind == "name" and column.index < goals[0].index]
    size = mean_size(goals[0], rows)
    told = names and (size >= max(_SENTENCE, 2 * mean_size(names[-1], rows)) or _are_steps(names[-1], goals[0], rows))
    return goals[0] if told else None


def _are_steps(name: Column, goal: Column, rows: Sequence[Row]) -> bool:
    """Whether goals are phrases that say what is to come of each name, no figures: 提高到18%; of projects, what is to be done
    for them: 6月底前完成征拆, 3月开工，年内封顶.
    """
    cells = [row.cells[goal.index][0].text for row in rows if goal.index in row.cells]
    phrases = sum(_COMES_TO.match(text) is not None for text in cells)
    steps = sum(ACTION.search(text) is not None or has_deadline(text) for text in cells)
    return 3 * max(phrases, steps if _PROJECTS.search(name.head.text) else 0) >= 2 * len(cells) > 0


def mean_size(column: Column, rows: Sequence[Row]) -> float:
    """How many characters the cells of a column have on average."""
    sizes = [sum(len(cell.text) for cell in row.cells[column.index]) for row in rows if column.index in row.cells]
    return sum(sizes) / len(sizes) if sizes else 0.0
