"""Items of one cell that share the units of the cell behind it, in a table that a page printed a cell a line.

任务甲 | 1.…。 | 2.…。 | 县教育局 | 任务乙 | 3.…。 | 县商务局: where all groups say who at their end, and none leaves it out
there, the items before the last are paragraphs of its cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from ....normalize.slotted import replace
from ...drafts import TaskDraft

#: So many groups at least show how the table says who.
_FEWEST = 3


def share_below(tasks: Sequence[TaskDraft], marked: bool) -> None:
    """Give the numbered tasks that open a group without units those of the next one that names them.

    ``marked`` tells that marks part the cells, and show which are empty.
    """
    groups = [list(group) for _, group in groupby(tasks, key=lambda task: task.headings)]
    opening = [(group, first) for group in groups if (first := _first_told(group)) is not None]
    if marked or len(groups) < _FEWEST or len(opening) < len(groups) or not all(task.headings for task in tasks):
        return
    if any(not _is_told(task) for group, first in opening for task in group[first:]):
        return  # units of merged cells stand in the first of their rows
    for group, first in opening:
        if first and _counts_on(group[: first + 1]):
            for task in group[:first]:
                task.units = [replace(unit, inherited=True) for unit in group[first].units]


def _first_told(group: Sequence[TaskDraft]) -> int | None:
    """The place of the first task that names its own units, where those before it name nobody."""
    first = next((place for place, task in enumerate(group) if task.units), None)
    return first if first is not None and _is_told(group[first]) else None


def _is_told(task: TaskDraft) -> bool:
    return bool(task.units) and not any(unit.inherited for unit in task.units)


def _counts_on(tasks: Sequence[TaskDraft]) -> bool:
    numbers = [int(task.number) if task.number is not None and task.number.isdecimal() else -1 for task in tasks]
    return numbers[0] > 0 and all(b == a + 1 for a, b in pairwise(numbers))
