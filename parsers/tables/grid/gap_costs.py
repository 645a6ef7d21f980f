"""What empty cells of a row cost the grid's search: inside a row, before its first cell and behind its last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

#: The most that the cells missing at a row's end can cost.
BARE_ROW = 2.4


#: What cells missing at a row's end cost more where the page marks such cells and marks none there.
_UNMARKED = 0.8

#: What it costs more to end a row with its number.
_NOTHING_COUNTED = 1.5

#: A column left empty where the page marks an empty cell costs little; marks left over at a row's end even speak for
#: empty cells before the next, and more marks than empty columns against the place.
_TOLD, _USED_UP, _TOO_MANY = 0.1, 0.4, 0.4
#: What it costs more to pass over an empty cell that the page marks inside a row.
_IGNORED = 1.2


class GapCosts:
    """What empty cells cost in a table, worked out once for each number of empty cells that its page marks.

    ``skipped[j]`` is the cost of leaving all columns before ``j`` empty; ``marked`` tells that the page marks cells
    that are missing; ``numbers`` are the columns of numbers, ``bare`` is the most that the cells missing at a row's end cost, and
    that of the tasks, ``main``, by itself.
    """

    __slots__ = ("_bare", "_ends", "_leads", "_main", "_numbers", "_steps", "_unmarked", "skipped")

    def __init__(
        self,
        skip: Sequence[float],
        marked: bool = False,
        numbers: Sequence[int] = (),
        bare: float = BARE_ROW,
        main: int = -1,
    ) -> None:
        self._numbers, self._bare, self._main = numbers, bare, main
        self._unmarked = _UNMARKED if marked else 0.0
        self.skipped = list(accumulate(skip, initial=0.0))
        self._ends: dict[int | None, list[float]] = {}
        self._leads: dict[int, list[list[float]]] = {}
        self._steps: dict[int, list[float]] = {}

    def ends(self, gap: int | None) -> list[float]:
        """For each column, and a heading, the cost of ending a row there."""
        if gap not in self._ends:
            n = len(self.skipped) - 1
            most = self._bare if gap is None else self.skipped[n]
            self._ends[gap] = [
                _gap_cost(n - min(i + 1, n), gap, self.skipped) if gap else rest_cost(i, self.skipped, most)
                for i in range(n + 1)
            ]
            for i in range(self._main if gap is None else 0):
                self._ends[gap][i] += min(self._bare, self.skipped[self._main + 1] - self.skipped[self._main])
            if gap == 0:
                self._ends[gap][: n - 1] = [cost + self._unmarked for cost in self._ends[gap][: n - 1]]
            for number in self._numbers if not gap else ():
                self._ends[gap][number] += _NOTHING_COUNTED
        return self._ends[gap]

    def last(self, gap: int | None) -> list[float]:
        """For each column, and a heading, the cost of ending the table there.

        Marks beyond the columns that stay empty count no more: cells to the left are missing.
        """
        if not gap:
            return self.ends(None)
        n = len(self.skipped) - 1
        return [_gap_cost(rest, min(gap, rest), self.skipped) for rest in (n - min(i + 1, n) for i in range(n + 1))]

    def rests(self) -> list[float]:
        """For each column, and a heading, the cost of ending a row there of which it is known how many cells it lacks."""
        n = len(self.skipped) - 1
        return [rest_cost(i, self.skipped, self.skipped[n]) for i in range(n + 1)]

    def leads(self, gap: int) -> list[list[float]]:
        """For each column, the cost of beginning a row there when the row before ended in each of the columns."""
        if gap not in self._leads:
            n = len(self.skipped) - 1
            self._leads[gap] = [[_lead_cost(i, j, gap, self.skipped) for i in range(n + 1)] for j in range(n)]
        return self._leads[gap]

    def steps(self, gap: int) -> list[float]:
        """The cost of leaving 0, 1, 2 … columns empty inside a row."""
        if gap not in self._steps:
            self._steps[gap] = [_gap_cost(count, gap, self.skipped) for count in range(len(self.skipped))]
            self._steps[gap][0] += _IGNORED if gap else 0.0
        return self._steps[gap]


def rest_cost(column: int, skipped: Sequence[float], most: float) -> float:
    """The cost of ending a row in ``column``, at most ``most``: merged cells vanish together, unless pipes tell."""
    n = len(skipped) - 1
    return min(most, skipped[n] - skipped[min(column + 1, n)])


def _lead_cost(column: int, first: int, gap: int, skipped: Sequence[float]) -> float:
    """The cost of a row's empty cells up to column ``first``, when the row before ended in ``column``.

    Marks that its missing cells have not used up speak for these.
    """
    left = gap - (len(skipped) - 1 - min(column + 1, len(skipped) - 1))
    if left <= 0:
        return skipped[first]
    return (_TOLD - _USED_UP) * min(first, left) + (skipped[first] if first > left else 0.0)


def _gap_cost(columns: int, gap: int, skipped: Sequence[float]) -> float:
    """The cost of leaving ``columns`` columns empty where the page marks ``gap`` empty cells."""
    mean = skipped[-1] / max(1, len(skipped) - 1)
    return _TOLD * min(columns, gap) + mean * max(0, columns - gap) + _TOO_MANY * max(0, gap - columns)
