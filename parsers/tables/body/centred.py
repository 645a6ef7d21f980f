"""Where the rows of a text page begin whose cells stand in columns: at their numbers, or above them.

      制定排水系统改造方案，      市住建局、    3月底
1     明确年度目标。              市资规局      前
      完成示范片区建设，新建
2                                 市城管局      9月底前
      雨水花园5处。

A page may centre numbers and short cells beside long ones, in every row or in some. What goes on below had no room on
its line: that tells which lines between two numbers belong to which.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ....normalize.named_tuples import NamedTuple
from ...deadlines import deadline_likeness
from ...fields.breaks import breaks_inside
from ...fields.heads import TEXT_KINDS
from ...units import unit_likeness
from .places import had_no_room, width_of

#: What it costs to take two lines of a column for one cell though the first had room: units stand one a line, too.
_ROOM, _UNIT_BELOW, _BEHIND_END = 1.5, 0.4, 0.6
#: What it costs to take them for two although the first had none, or ends in the middle.
_PARTED, _BROKEN = 0.5, 2.0
#: A number below its row's first line, or out of its middle; a blank line inside a row, or none where rows part.
_BELOW, _ASKEW, _BLANK = 0.5, 0.3, 0.4
_END = "。；！？"
#: More lines between two numbers are not searched: the row goes on up to the next number.
_MOST = 40
_FEWEST_STRAYS = 2
#: A cell this much like units or a time is a whole one.
_WHOLE = 0.8


class PageLine(NamedTuple):
    """A line of the table: its texts by column but that of numbers; ``apart`` with a blank line above."""

    cells: dict[int, str]
    number: bool
    heading: bool
    apart: bool


class Layout:
    """The lines of a table on a page that keeps its columns, and how wide these are."""

    def __init__(self, lines: Sequence[PageLine], kinds: Sequence[str], wide: bool) -> None:
        self._lines, self._kinds, self._wide = lines, kinds, wide
        self._rooms = [0] * len(kinds)
        for line in lines:
            for column, text in line.cells.items():
                self._rooms[column] = max(self._rooms[column], width_of(text, wide))

    def starts(self, stop: int) -> frozenset[int]:
        """The lines before ``stop`` that begin rows; a heading begins a stretch of its own."""
        found: set[int] = set()
        for is_heading, run in itertools.groupby(range(stop), key=lambda i: self._lines[i].heading):
            places = list(run)
            numbers = [i for i in places if self._lines[i].number]
            if not is_heading and numbers:
                found |= {places[0], *self._between(numbers, numbers[0] - places[0], places[-1] - numbers[-1])}
                found |= {i for i in places if self._is_whole(i)}
        return frozenset(found)

    def _is_whole(self, index: int) -> bool:
        """True for a line without number that is a row of its own under merged cells.

        It holds a task, who does it and by when, below a line that holds another time.
        """
        line, above = self._lines[index], self._lines[index - 1] if index else None
        if line.number or above is None or above.heading:
            return False
        times = [i for i, kind in enumerate(self._kinds) if kind == "deadline"]
        told = [line.cells.get(i, "") for i in times] + [above.cells.get(i, "") for i in times]
        if not times or not all(text and deadline_likeness(text) > _WHOLE for text in told):
            return False
        units = [line.cells[i] for i, kind in enumerate(self._kinds) if kind == "unit" and i in line.cells]
        task = any(kind in TEXT_KINDS and i in line.cells for i, kind in enumerate(self._kinds))
        return task and bool(units) and all(unit_likeness(text) > _WHOLE for text in units)

    def is_stray(self, last: int, index: int) -> bool:
        """True for a line below the last row whose cells all go on with ones that had room: what stands under the table."""
        cells = self._lines[index].cells
        above = {i: t for line in self._lines[last:index] for i, t in line.cells.items()}
        costs = [self._cost(i, above[i], text) for i, text in cells.items() if i in above]
        return len(costs) >= _FEWEST_STRAYS and min(costs) >= _ROOM

    def _between(self, numbers: Sequence[int], first: int, last: int) -> Iterator[int]:
        """The first lines of the rows but the first one's, the cheapest way of all."""
        # for each line that may begin the row: the cost up to it, and the beginnings before
        ways: dict[int, tuple[float, list[int]]] = {numbers[0] - first: (0.0, [])}
        for a, b in itertools.pairwise(numbers):
            begins = range(a + 1, b + 1) if b - a <= _MOST else [b]
            reached: dict[int, tuple[float, list[int]]] = {}
            for begin in begins:
                split = self._parted(a, begin, b)
                reached[begin] = min(
                    (cost + split + self._row(start, a, begin), [*found, begin])
                    for start, (cost, found) in ways.items()
                )
            ways = reached
        end = numbers[-1] + last + 1
        yield from min((cost + self._row(start, numbers[-1], end), found) for start, (cost, found) in ways.items())[1]

    def _row(self, start: int, number: int, end: int) -> float:
        """What it costs to take the lines from ``start`` to ``end`` for the row of the number on line ``number``."""
        above, below = number - start, end - 1 - number
        cost = (_BELOW + _ASKEW * max(0, abs(above - below) - 1)) if above else 0.0
        cost += _BLANK * sum(1 for line in self._lines[start + 1 : end] if line.apart)
        seen: dict[int, str] = {}
        for line in self._lines[start:end]:
            cost += sum(self._cost(i, seen[i], text) for i, text in line.cells.items() if i in seen)
            seen.update(line.cells)
        return cost

    def _cost(self, column: int, above: str, below: str) -> float:
        """What it costs to take two texts of a column for one cell."""
        if breaks_inside(above, below):
            return 0.0
        full = had_no_room(above, below, self._rooms[column], self._wide)
        if self._kinds[column] == "unit":
            return 0.0 if full else _UNIT_BELOW
        return (_BEHIND_END if above[-1] in _END else 0.0) if full else _ROOM

    def _parted(self, above: int, begin: int, below: int) -> float:
        """What it costs to begin a row on a line between two numbers."""
        cost = 0.0
        first: dict[int, str] = {}
        for line in reversed(self._lines[begin : below + 1]):
            first.update(line.cells)
        last: dict[int, str] = {}
        for line in self._lines[above:begin]:
            last.update(line.cells)
        for column in first.keys() & last.keys():
            a, b = last[column], first[column]
            if breaks_inside(a, b):
                cost += _BROKEN
            elif a[-1] not in _END and had_no_room(a, b, self._rooms[column], self._wide):
                cost += _PARTED
        gap = self._lines[above + 1 : below + 1]
        return cost + (_BLANK if any(line.apart for line in gap) and not self._lines[begin].apart else 0.0)
