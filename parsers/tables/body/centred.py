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
from ...fields.heads import TEXT_KINDS
from ...units import unit_likeness
from .joint_costs import BROKEN, ENDS, ROOM, WHOLE, Joints, kind_cost
from .places import least_width

#: What it costs to take two lines of a column for two cells although the first had no room for more.
_PARTED = 0.5
#: A number below its row's first line, or out of its middle; a blank line inside a row, or none where rows part.
_BELOW, _ASKEW, _BLANK = 0.5, 0.3, 0.4
#: The same where the numbers of the table stand on the first lines of their rows, whose cells may be of any height.
_BELOW_TOP = 1.5
#: More lines between two numbers are not searched: the row goes on up to the next number.
_MOST = 40
_FEWEST_STRAYS = 2


class PageLine(NamedTuple):
    """A line of the table: its texts by column but that of numbers; ``apart`` with a blank line above."""

    cells: dict[int, str]
    number: bool
    heading: bool
    apart: bool


class Layout:
    """The lines of a table on a page that keeps its columns, and how wide these are."""

    def __init__(self, lines: Sequence[PageLine], kinds: Sequence[str]) -> None:
        self._lines, self._kinds = lines, kinds
        self._known: dict[tuple[int, int], float] = {}
        rooms = [0] * len(kinds)
        for line in lines:
            for column, text in line.cells.items():
                rooms[column] = max(rooms[column], least_width(text))
        self._joints = Joints(kinds, rooms)

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
        if not times or not all(text and deadline_likeness(text) > WHOLE for text in told):
            return False
        units = [line.cells[i] for i, kind in enumerate(self._kinds) if kind == "unit" and i in line.cells]
        task = any(kind in TEXT_KINDS and i in line.cells for i, kind in enumerate(self._kinds))
        return task and bool(units) and all(unit_likeness(text) > WHOLE for text in units)

    def is_stray(self, last: int, index: int) -> bool:
        """True for a line below the last row whose cells all go on with ones that had room: what stands under the table."""
        cells = self._lines[index].cells
        above = {i: t for line in self._lines[last:index] for i, t in line.cells.items()}
        costs = [self._joints.cost(i, above[i], text) for i, text in cells.items() if i in above]
        return len(costs) >= _FEWEST_STRAYS and min(costs) >= ROOM

    def _between(self, numbers: Sequence[int], first: int, last: int) -> Iterator[int]:
        """The first lines of the rows but the first one's, the cheapest way of all: all begin at their numbers, or none needs to."""
        yield from min(self._ways(numbers, first, last, below) for below in (_BELOW_TOP, _BELOW))[1]

    def _ways(self, numbers: Sequence[int], first: int, last: int, below: float) -> tuple[float, list[int]]:
        """What the rows cost at best where a number ``below`` its row's first line costs that, and their first lines."""
        # for each line that may begin the row: the cost up to it, and the beginnings before
        ways: dict[int, tuple[float, list[int]]] = {numbers[0] - first: (0.0, [])}
        for a, b in itertools.pairwise(numbers):
            begins = range(a + 1, b + 1) if b - a <= _MOST else [b]
            reached: dict[int, tuple[float, list[int]]] = {}
            for begin in begins:
                split = self._parted(a, begin, b)
                reached[begin] = min(
                    (cost + split + self._row(start, a, begin, below), [*found, begin])
                    for start, (cost, found) in ways.items()
                )
            ways = reached
        end = numbers[-1] + last + 1
        return min((cost + self._row(start, numbers[-1], end, below), found) for start, (cost, found) in ways.items())

    def _row(self, start: int, number: int, end: int, lower: float) -> float:
        """What it costs to take the lines from ``start`` to ``end`` for the row of the number on line ``number``."""
        above, below = (
            sum(1 for line in part if line.cells) for part in (self._lines[start:number], self._lines[number + 1 : end])
        )
        askew = _ASKEW * max(0, abs(above - below) - 1) if lower < _BELOW_TOP else 0.0
        return self._cells(start, end) + (lower if above else 0.0) + askew

    def _cells(self, start: int, end: int) -> float:
        """What it costs to take the lines from ``start`` to ``end`` for one row by what its cells are."""
        if (known := self._known.get((start, end))) is not None:
            return known
        cost = _BLANK * sum(1 for line in self._lines[start + 1 : end] if line.apart)
        seen: dict[int, str] = {}
        whole: dict[int, str] = {}
        for line in self._lines[start:end]:
            cost += sum(self._joints.cost(i, seen[i], text) for i, text in line.cells.items() if i in seen)
            seen.update(line.cells)
            for i, text in line.cells.items():
                whole[i] = whole.get(i, "") + text
        cost += sum(kind_cost(self._kinds[i], text) for i, text in whole.items() if self._kinds[i] == "unit")
        self._known[start, end] = cost
        return cost

    def _parted(self, above: int, begin: int, below: int) -> float:
        """What it costs to begin a row on a line between two numbers."""
        cost = 0.0
        first, last = self._texts(begin, self._reach(below, 1), -1), self._texts(self._reach(above, -1) + 1, begin, 1)
        for column in first.keys() & last.keys():
            a, b = last[column], first[column]
            if self._joints.is_torn(column, a, b):
                cost += BROKEN
            elif a[-1] not in ENDS and self._joints.is_full(column, a, b):
                cost += _PARTED
        gap = self._lines[above + 1 : below + 1]
        return cost + (_BLANK if any(line.apart for line in gap) and not self._lines[begin].apart else 0.0)

    def _reach(self, number: int, step: int) -> int:
        """The line of the number next to that on line ``number``, or where the stretch ends."""
        at = number + step
        while 0 <= at < len(self._lines) and not self._lines[at].number and not self._lines[at].heading:
            at += step
        return at

    def _texts(self, start: int, end: int, step: int) -> dict[int, str]:
        """The last text of each column on lines ``start`` to ``end``; the first where ``step`` is -1."""
        found: dict[int, str] = {}
        for line in self._lines[start:end][::step]:
            found.update(line.cells)
        return found
