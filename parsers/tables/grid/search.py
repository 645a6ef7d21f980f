"""The grid's search: the cheapest reading of a run of cells as rows under the columns, by dynamic programming.

From left to right, the best score of every column that a cell may stand in is made of the best scores of the cell
before; the time it takes is in proportion to the number of cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, repeat
from operator import add, sub
from typing import NamedTuple

from .cells import Cell
from .gap_costs import GapCosts
from .sense import Sense, holds_collectives, unit_preferences
from .shape import Row, rows_of
from .weights import Run

#: A score that no reading reaches.
_NEVER = -1e9
#: A row that begins costs a little, so that a cell is rather read as the next column's.
_NEW_ROW = 0.2
#: An item is hardly in a column that holds nothing: headings over the rows took its place.
_UNUSED = 1.0


class _Step(NamedTuple):
    """What the scores of a cell are made of, column by column.

    ``best`` are the scores of the cell before, and of a heading, ``gap`` the empty cells marked behind it; ``begun`` and
    ``inside`` are the best scores of coming from there into a row that begins, or that has begun; ``rest`` and ``late``
    are the costs of being the rest of the cell before.
    """

    best: Sequence[float]
    gap: int | None
    begun: Sequence[float]
    inside: Sequence[float]
    rest: Sequence[float]
    late: float


def searched_rows(run: Run, columns: int, sense: Sense) -> list[Row]:
    """The rows that the cells of ``run`` make up under so many columns."""
    if not run.cells:
        return []
    path = _search(run, columns, sense)
    return rows_of(((cell, *place) for cell, place in zip(run.cells, path, strict=True)), columns)


def _search(run: Run, n: int, sense: Sense) -> list[tuple[int, bool]]:
    """For each cell its column (``n`` for a heading) and whether it begins a row.

    Only scores are kept on the way; how they came about is asked of the best way alone (:func:`_trace`).
    """
    costs = GapCosts(sense.skip, marked=any(cell.gap for cell in run.cells), numbers=run.numbers)
    best = [_NEVER] * n + [0.0]
    steps: list[_Step] = []
    gap: int | None = None
    barred, opening = [_NEVER] * n, [_NEW_ROW] * n
    rests = run.rests(sense.single, collectives=holds_collectives(sense))
    for cell, fits, rest, counting, late, heading in zip(
        run.cells, run.fits, rests, run.counting, run.late, run.headings, strict=True
    ):
        begun = _begun(best, costs, gap) if cell.starts_row is not False else barred
        inside = _inside(best, costs, gap) if cell.starts_row is not True else barred
        if counting:
            inside = [score - counting for score in inside]
        fits, rest = _weighed(cell, fits, rest, sense)
        steps.append(_Step(best, gap, begun, inside, rest, late))
        stayed = map(sub, map(sub, best, rest), repeat(late))
        reached = map(max, map(sub, begun, opening), inside, stayed, barred)
        best, gap = [*map(add, reached, fits), begun[0] + heading], cell.gap
    return _trace(best, steps, costs, costs.rests() if run.counted and not gap else costs.last(gap))


def _weighed(
    cell: Cell, fits: Sequence[float], rest: Sequence[float], sense: Sense
) -> tuple[Sequence[float], Sequence[float]]:
    """How well the cell fits each column, and what it costs there as a rest, with what the table has taught."""
    preferred = unit_preferences(cell, sense)
    looks = sense.looks.costs(cell) if sense.looks is not None else None
    item = cell.label is not None and cell.label.style == sense.item_style
    if not (preferred or looks or cell.spare or (item and sense.unused)):
        return fits, rest
    fits = list(fits)
    for j, preference in preferred.items():
        fits[j] += preference
    if item:
        for j in sense.unused:
            fits[j] -= _UNUSED
    if cell.spare:  # so many lines are too many, whichever column they are in: none gains by its length
        rest = [cost + max(0.0, fit) for cost, fit in zip(rest, fits, strict=True)]
    if looks:
        rest = list(rest)
        for j, cost in looks.items():  # the rest of a cell looks like nothing
            fits[j] -= cost
            rest[j] -= cost
    return fits, rest


def _begun(best: Sequence[float], costs: GapCosts, gap: int | None) -> Sequence[float]:
    """For each column, the best score of beginning a row there."""
    ended = map(sub, best, costs.ends(gap))
    if not gap:
        return list(map(sub, repeat(max(ended)), costs.before))
    scores = list(ended)
    return [max(map(sub, scores, lead)) for lead in costs.leads(gap)]


def _inside(best: Sequence[float], costs: GapCosts, gap: int | None) -> Sequence[float]:
    """For each column, the best score of reaching it from a column left of it in the same row."""
    if gap:
        steps = costs.steps(gap)
        return [_NEVER, *(max(map(sub, best, steps[j - 1 :: -1])) for j in range(1, len(best) - 1))]
    reached = accumulate(map(add, best, costs.beyond), max, initial=_NEVER)
    return list(map(sub, reached, costs.before))


def _trace(
    best: Sequence[float], steps: Sequence[_Step], costs: GapCosts, ends: Sequence[float]
) -> list[tuple[int, bool]]:
    """The columns of the best way, and where it begins rows: from the last cell back."""
    state = max(range(len(best)), key=lambda i: best[i] - ends[i])
    path: list[tuple[int, bool]] = []
    for step in reversed(steps):
        source, new = _origin(step, state, costs)
        path.append((state, new))
        state = source
    path.reverse()
    return path


def _origin(step: _Step, column: int, costs: GapCosts) -> tuple[int, bool]:
    """The column that the best way to ``column`` comes from, and whether it begins a row there.

    Of ways with equal scores, the one from the column further right.
    """
    heading = len(step.best) - 1
    if column == heading:
        return _ended(step, 0, costs), True
    begun, inside = step.begun[column] - _NEW_ROW, step.inside[column]
    stayed = step.best[column] - step.rest[column] - step.late
    score = max(begun, inside, stayed, _NEVER)
    source, new = (_ended(step, column, costs), True) if begun == score else (heading, False)
    if stayed == score:
        way = column
    elif inside == score and column:
        way = _left(step, column, costs)
    else:
        return source, new
    return (way, False) if not new or way > source else (source, True)


def _ended(step: _Step, column: int, costs: GapCosts) -> int:
    """The column, or the heading, that the row before ends with where the next best begins in ``column``."""
    scores = list(map(sub, step.best, costs.ends(step.gap)))
    if step.gap:
        scores = list(map(sub, scores, costs.leads(step.gap)[column]))
    return len(scores) - 1 - scores[::-1].index(max(scores))


def _left(step: _Step, column: int, costs: GapCosts) -> int:
    """The column left of ``column`` that the best way inside the row comes from."""
    if step.gap:
        scores = list(map(sub, step.best, costs.steps(step.gap)[column - 1 :: -1]))
        return len(scores) - 1 - scores[::-1].index(max(scores))
    scores = list(map(add, step.best[:column], costs.beyond))
    return scores.index(max(scores))
