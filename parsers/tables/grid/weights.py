"""What each of a run of cells weighs in every place that the grid's search may give it.

Cells and heads decide that, not what the table teaches about its columns: it is worked out once for both readings of
the table (see :mod:`.grid`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from operator import add, itemgetter

from ....normalize.lazy import lazy_pattern
from ...fields.heads import TEXT_KINDS
from ...fields.periods import opening_period
from ...fields.reached import asks_for_progress, tells_progress
from ...fields.scoring import is_scoring_head, tells_points
from ...fields.values import asks_for_rules, is_rule
from .called_groups import weigh_called
from .cells import Cell
from .continuation import (
    ITEMS,
    continuation_costs,
    counting_costs,
    counts_on,
    further_unit_cost,
    is_listed,
    opens_group,
)
from .fitness import fitnesses, heading_fitness, is_sentence
from .sense import is_collective
from .shape import Column

#: What is told of a name in the column left of it.
_TOLD_OF_NAMES = frozenset({"content", "requirement"})
_TIMED = frozenset({"deadline", "other", "goal"})
#: A cell that seems to begin a row is hardly the rest of the one before.
_LATE = 1.5
#: The same where the row before has surely ended.
_FIRM = 6.0
#: Beside columns of other roles, mostly one unit leads.
_SECOND_LEAD = 0.2
#: What speaks for a group where a labelled item follows.
_GROUP = 0.6
#: A law, or a report, stands under the head that asks for one, where there is such a head.
_ELSEWHERE = 0.8
#: So does how points are given and taken.
_SCORED = 2.5
_OF_TASKS = TEXT_KINDS | {"unit", "person"}
_PAPERS = lazy_pattern(r"决策|立法|规章|法规|文件|制度|名称|项目")
#: What a sentence costs in a column of groups beside another text.
_TOLD = 1.6
#: An item of the list that labels count is no heading.
_NO_HEADING = -6.0
_PARTED = 2.0
#: Where texts open with their times, rows are told by these: what has none is hardly the rest of a cell.
_TIMED_ROWS = 0.5
#: Columns that tell where a row begins or ends.
_TELLS_ROWS = frozenset({"number", "unit"})
#: Nothing is the rest of what does not exist.
_NO_REST = 2e9


class Run:
    """Cells in document order that the search gives their columns, and what they weigh.

    Each list holds a value, or a list with one for every column, for each cell: ``fits`` tells how well the cell fits
    a column, ``headings`` how well it is a heading, ``counting`` what it costs to be in a row that has begun, since its
    label counts on, and ``late`` what it costs more to be the rest of the cell before.
    """

    __slots__ = (
        "_columns",
        "_elsewhere",
        "_helped",
        "_listed",
        "_parted",
        "_rests",
        "cells",
        "counted",
        "counting",
        "fits",
        "headings",
        "late",
        "numbers",
        "printed",
        "short",
    )

    def __init__(
        self,
        cells: Sequence[Cell],
        columns: Sequence[Column],
        item_style: str | None,
        *,
        printed: Sequence[Cell | None] = (),
    ) -> None:
        self.cells = cells
        #: The row as the page prints it, None for an empty cell, where it prints a row a line.
        self.printed = printed
        #: Whether the layout shows that cells are missing.
        self.short = len(cells) < len(printed)
        #: Whether it counts them all, though not where.
        self.counted = self.short and len(printed) == len(columns)
        self._columns = columns
        self.numbers = [column.index for column in columns if column.head.kind == "number"]
        befores = (None, *cells)
        itemised = counts_on(cells)
        style = ITEMS if itemised else item_style
        self._listed = [is_listed(c, b, columns, style) for c, b in zip(cells, befores, strict=False)]
        scored = _scored(cells, columns)
        counting = iter(
            counting_costs([c for c, told in zip(cells, scored, strict=True) if not told], columns, itemised)
        )
        costs = (0.0 if told else next(counting) for told in scored)  # 1. and 2. of how points are given count no rows
        self.counting = [0.0 if listed else cost for cost, listed in zip(costs, self._listed, strict=True)]
        heads = [column.head for column in columns]
        timed = any(head.tells_times for head in heads) and not any(head.kind in _TELLS_ROWS for head in heads)
        self.late = [
            cost + (_FIRM if cell.firm else _LATE if cell.starts_row or (timed and opening_period(cell.text)) else 0.0)
            for cell, cost in zip(cells, self.counting, strict=True)
        ]
        self._elsewhere = _elsewhere(cells, columns)
        self.fits = _fits(cells, columns, item_style)
        for fits, costs in zip(self.fits, self._elsewhere, strict=True):
            for place, cost in costs.items():
                fits[place] -= cost
        self.headings = _headings(cells, columns, item_style, itemised)
        self._helped = len({column.head.role for column in columns if column.head.kind == "unit"}) > 1
        #: What marks part is hardly one cell, in a row of no more cells than there are columns.
        parted = printed and cells[0].gap is not None and len(cells) <= len(columns)
        self._parted = _PARTED if parted else _TIMED_ROWS if timed else 0.0
        self._rests = self._costs_as_rest()

    def rests(self, single: frozenset[int], *, collectives: bool = False) -> list[list[float]]:
        """What it costs to read each cell as the rest of the one before, by column; ``single`` hold one name a cell.

        Where columns beside them hold ``collectives``, a name before one has no place there.
        """
        if not single:
            return self._rests
        rests = [list(rest) for rest in self._rests]
        more = [(i, self._columns[i].head.role == "lead", self._more(self._columns[i])) for i in single]
        for (before, cell), rest, elsewhere, behind in zip(
            pairwise(self.cells), rests[1:], self._elsewhere[1:], (*self.cells[2:], None), strict=False
        ):
            if not (collectives and behind is not None and is_collective(behind)):
                for i, leads, cost in more:
                    rest[i] = further_unit_cost(cell, before, leads, single=True) + cost + elsewhere.get(i, 0.0)
        return rests

    def _costs_as_rest(self) -> list[list[float]]:
        firsts, spread = _alike((column.head.kind, column.head.role) for column in self._columns)
        asking = [self._columns[first] for first in firsts]
        more = list(map(self._more, asking))
        found: list[list[float]] = [[_NO_REST] * len(self._columns)]
        for (before, cell), listed, elsewhere in zip(
            pairwise(self.cells), self._listed[1:], self._elsewhere[1:], strict=True
        ):
            costs = spread(list(map(add, continuation_costs(cell, before, asking, listed), more)))
            for i, cost in elsewhere.items():
                costs[i] += cost
            found.append(costs)
        return found

    def _more(self, column: Column) -> float:
        """What the rest of a cell costs more in a column, whichever cell."""
        return self._parted + (
            _SECOND_LEAD if self._helped and column.head.kind == "unit" and column.head.role == "lead" else 0.0
        )


def _fits(cells: Sequence[Cell], columns: Sequence[Column], item_style: str | None) -> list[list[float]]:
    heads = (column.head for column in columns)
    # Columns of other kinds differ by their heads.
    firsts, spread = _alike(
        (head.kind, i if head.kind in ("other", "group", "deadline") else head.tells_times)
        for i, head in enumerate(heads)
    )
    asking = [columns[i] for i in firsts]
    found: list[list[float]] = []
    for cell in cells:
        found.append(spread(fitnesses(cell, asking, item_style)))
    weigh_called(found, cells, columns)
    groups = [column.index for column in columns if column.head.kind == "group"]
    names = [
        left.index
        for left, column in pairwise(columns)
        if left.head.kind == "name" and column.head.kind in _TOLD_OF_NAMES
    ]
    if groups or names:
        texts = [column.index for column in columns if column.head.kind in TEXT_KINDS]
        opens = groups[-1] if groups else names[-1]
        for fits, cell, behind in zip(found, cells, (*cells[1:], None), strict=True):
            if opens_group(cell, behind, named=not groups):
                fits[opens] += _GROUP
            if is_sentence(cell):
                for place in groups:
                    fits[place] -= _TOLD if place < texts[-1] else 0.0
    return found


def _headings(cells: Sequence[Cell], columns: Sequence[Column], item_style: str | None, itemised: bool) -> list[float]:
    """How well each cell is a heading; where labels count the items (``itemised``), none of these is."""
    grouped = any(column.head.kind == "group" for column in columns)
    timeless = all(column.head.kind not in _TIMED for column in columns)
    return [
        _NO_HEADING
        if itemised and cell.label is not None and cell.label.style == "arabic"
        else heading_fitness(cell, len(columns), item_style, grouped, timeless)
        for cell in cells
    ]


def _elsewhere(cells: Sequence[Cell], columns: Sequence[Column]) -> list[dict[int, float]]:
    """For each cell, the columns that it is strange in since another asks for what it is: a law, how far a task is, or how
    points are given.

    Where the tasks themselves may be laws or papers, nothing tells of laws.
    """
    heads = [column.head.text for column in columns]
    found: list[dict[int, float]] = [{}] * len(cells)
    if any(map(asks_for_rules, heads)) and not any(map(_PAPERS.search, heads)):
        others = {c.index: _ELSEWHERE for c in columns if c.head.kind != "number" and not asks_for_rules(c.head.text)}
        found = [others if is_rule(cell.text) else {} for cell in cells]
    if any(map(asks_for_progress, heads)):
        tasks = {
            c.index: _ELSEWHERE for c in columns if c.head.kind in _OF_TASKS and not asks_for_progress(c.head.text)
        }
        found = [tasks if tells_progress(cell.text) else places for cell, places in zip(cells, found, strict=True)]
    texts = {c.index: _SCORED for c in columns if c.head.kind in TEXT_KINDS and not is_scoring_head(c.head.text)}
    return [texts if told else places for told, places in zip(_scored(cells, columns), found, strict=True)]


def _scored(cells: Sequence[Cell], columns: Sequence[Column]) -> list[bool]:
    """Which cells say how points are given, in a table with a column of that."""
    asked = any(is_scoring_head(column.head.text) for column in columns)
    return [asked and tells_points(cell.text) for cell in cells]


def _alike(keys: Iterable[Hashable]) -> tuple[list[int], Callable[[Sequence[float]], list[float]]]:
    """The places at which a key comes first, and what makes of a value for each of these one for every place."""
    ranks: dict[Hashable, int] = {}
    firsts: list[int] = []
    places: list[int] = []
    for place, key in enumerate(keys):
        if key not in ranks:
            ranks[key] = len(firsts)
            firsts.append(place)
        places.append(ranks[key])
    if len(firsts) == len(places):
        return firsts, list
    pick = itemgetter(*places)  # of two places at least
    return firsts, lambda values: list(pick(values))
