"""Where the numbers of a notice's items don't follow each other: the ground of the three numbering rules.

Numbers may start anew in each heading group or run on from group to group, and several tasks may share one
number (several clauses under one item), so only a number that fits neither way of counting is irregular.
Numbered headings fill the row of their siblings (an item with sub-items is a heading to them), but are not
judged: a heading without records is not in the record at all. For the same reason sections (一、 二、) may skip
numbers: guiding ideas and other narrative are no records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from ..normalize.fresh import fresh_set
from ..normalize.named_tuples import NamedTuple
from ..normalize.slotted import dataclass, field
from .finding import Record
from .ordinal import ordinal

SECTION = "一"
"""The style of section numbers, Chinese numerals without brackets (GB/T 9704-2012, 7.3.3)."""

Irregularity = Literal["gap", "repeat", "restart"]


class Irregular(NamedTuple):
    """An item whose number doesn't follow: ``previous`` is the number before it (0 at the start of a group)."""

    kind: Irregularity
    index: int  # pyright: ignore[reportIncompatibleMethodOverride] - not the method of tuples
    number: str
    previous: int
    value: int


@dataclass(slots=True, eq=False, repr=False)
class _Row:
    """The items counted in one heading group."""

    last: int = 0
    seen: set[int] = field(default_factory=fresh_set)

    def take(self, value: int) -> None:
        self.last = value
        self.seen.add(value)


def irregular_numbers(record: Record, source: str | None) -> Iterator[Irregular]:
    """The items of a record whose numbers leave a gap, repeat or go back, in document order.

    Without the source text two neighbours of one number are taken for two clauses of one item; with it, the
    second counts as a repeat when the number is printed again at its start.
    """
    rows = _Rows()
    part: int | None = None
    headings: Any = None
    group: dict[str, _Row] = {}
    for index, task in enumerate(record["tasks"]):
        if task["headings"] != headings or task["part"] != part:
            part, headings = task["part"], task["headings"]
            group = rows.enter(task["part"], headings)
        counted = ordinal(task["number"]) if task["number"] else None
        if counted is None:
            continue
        style, value = counted
        row, level = group.get(style), (style, len(headings))
        if row is None:
            row = group[style] = _Row()
            previous, kind = rows.running.get(level, 0), _judge_first(value, level, rows.running)
        else:
            previous, kind = row.last, _judge(row, value, task, source)
        if kind is not None and not (kind == "gap" and style == SECTION):
            yield Irregular(kind, index, task["number"], previous, value)
        row.take(value)
        rows.running[level] = value


class _Rows:
    """The rows of items of every heading group by numbering style, and the last number of every level."""

    def __init__(self) -> None:
        self.running: dict[tuple[str, int], int] = {}
        self._groups: dict[tuple[Any, ...], dict[str, _Row]] = {}

    def enter(self, part: int, headings: Sequence[Mapping[str, Any]]) -> dict[str, _Row]:
        """The rows of a heading group; its headings take their place among their siblings."""
        path: tuple[Any, ...] = (part,)
        group = self._groups.setdefault(path, {})
        for depth, heading in enumerate(headings):
            counted = ordinal(heading["label"]) if heading["label"] else None
            if counted is not None:
                row = group.setdefault(counted[0], _Row())
                if counted[1] != row.last:
                    row.take(counted[1])
                    self.running[(counted[0], depth)] = counted[1]
            path = (*path, heading["label"], heading["title"])
            group = self._groups.setdefault(path, {})
        return group


def _judge_first(value: int, level: tuple[str, int], running: dict[tuple[str, int], int]) -> Irregularity | None:
    """The first item of a group: counts from one, or runs on from a group before it, at its level or another."""
    if value <= 1 or any(style == level[0] and value == last + 1 for (style, _), last in running.items()):
        return None
    return "gap" if value > running.get(level, 0) else "restart"


def _judge(row: _Row, value: int, task: Mapping[str, Any], source: str | None) -> Irregularity | None:
    if value == row.last + 1:
        return None
    if value == row.last:
        return "repeat" if source is not None and _printed_at(source, task) else None
    if value > row.last:
        return "gap"
    return "repeat" if value in row.seen and value != 1 else "restart"


def _printed_at(source: str, task: Mapping[str, Any]) -> bool:
    return source[task["span"]["start"] : task["span"]["end"]].lstrip().startswith(task["number"])
