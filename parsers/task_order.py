"""The order of the tasks where parts of a notice lie inside one another: a table between the sections of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from .drafts import PartDraft, TaskDraft
from .reader import TaskDoubt

#: A task and the number of its part, from 1.
Placed = tuple[TaskDraft, int]


def placed_tasks(parts: Sequence[PartDraft], doubts: Sequence[TaskDoubt]) -> tuple[list[Placed], list[TaskDoubt]]:
    """The tasks of all parts in document order, and the doubts with their new places; the parts' marks follow.

    The tasks of one part keep their order, whatever stands on its page.
    """
    found = list(_by_part(parts))
    order = sorted(range(len(found)), key=lambda at: found[at][0])
    placed = [(task, number) for _, task, number in (found[at] for at in order)]
    if order == list(range(len(found))):
        return placed, list(doubts)
    place = {at: new for new, at in enumerate(order)}
    for part in parts:
        part.marks[:] = [m if m.task is None else m._replace(task=place.get(m.task, m.task)) for m in part.marks]
    return placed, [d if d.task is None else d._replace(task=place.get(d.task, d.task)) for d in doubts]


def _by_part(parts: Sequence[PartDraft]) -> Iterator[tuple[int, TaskDraft, int]]:
    """Every task with how far its part has come by then, and the number of the part."""
    for number, part in enumerate(parts, 1):
        for reached, task in zip(accumulate((task.start for task in part.tasks), max), part.tasks, strict=True):
            yield reached, task, number
