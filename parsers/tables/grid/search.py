"""The grid's search: the cheapest reading of a run of cells as rows under the columns, by dynamic programming.

From left to right, the best score of every column that a cell may stand in is made of the best scores of the cell
before; the time it takes is in proportion to the number of cells.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from itertools import repeat

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

#: For each column, a score and the column that it comes from.
_Ways = tuple[Sequence[float], Sequence[int]]


def searched_rows(run: Run, columns: int, sense: Sense) -> list[Row]:
    """The rows that the cells of ``run`` make up under so many columns."""
    path = _search(run, columns, sense) if run.cells else ()
    return rows_of(((cell, *place) for cell, place in zip(run.cells, path, strict=True)), columns)


def _search(run: Run, n: int, sense: Sense) -> list[tuple[int, bool]]:
    """For each cell its column (``n`` for a heading) and whether it begins a row."""
    costs = GapCosts(sense.skip, marked=any(cell.gap for cell in run.cells), numbers=run.numbers)
    best = [_NEVER] * n + [0.0]
    links: list[list[tuple[int, bool]]] = []
    gap: int | None = None
    barred: _Ways = ([_NEVER] * n, [n] * n)
    rests = run.rests(sense.single, sense.seen, collectives=holds_collectives(sense))
    for at, cell in enumerate(run.cells):
        begin = _begin(best, costs, gap) if cell.starts_row is not False else barred
        inside = _inside(best, costs, gap) if cell.starts_row is not True else barred
        fits, rest = _weighed(cell, run.fits[at], rests[at], sense)
        counting, late = run.counting[at], run.late[at]
        current: list[float] = []
        link: list[tuple[int, bool]] = []
        places = zip(*begin, *inside, best, rest, fits, strict=False)
        for j, (score, source, way, place, stay, more, fit) in enumerate(places):
            # Of ways with equal scores, the one from the column further right; this is the search's inner loop.
            score -= _NEW_ROW
            new = score >= _NEVER
            if not new:
                score, source = _NEVER, n
            way -= counting
            if way > score or (way == score and place > source):
                score, source, new = way, place, False
            if stay > _NEVER:
                way = stay - more - late
                if way > score or (way == score and j > source):
                    score, source, new = way, j, False
            current.append(score + fit)
            link.append((source, new))
        current.append(begin[0][0] + run.headings[at])
        link.append((begin[1][0], True))
        best, gap = current, cell.gap
        links.append(link)
    return _trace(best, links, costs.rests() if run.counted and not gap else costs.last(gap))


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


def _begin(best: Sequence[float], costs: GapCosts, gap: int | None) -> _Ways:
    """For each column, the best score of beginning a row there, and the column that the last row ended in."""
    ended = list(map(operator.sub, best, costs.ends(gap)))
    if not gap:
        score, source = _highest(ended)
        return list(map(operator.sub, repeat(score), costs.skipped)), [source] * len(costs.skipped)
    return _unzipped([_highest(list(map(operator.sub, ended, lead))) for lead in costs.leads(gap)])


def _inside(best: Sequence[float], costs: GapCosts, gap: int | None) -> _Ways:
    """For each column, the best score of reaching it from a column left of it in the same row."""
    n = len(best) - 1
    if gap:
        steps = costs.steps(gap)
        ways = [_highest([best[i] - steps[j - i - 1] for i in range(j)]) for j in range(1, n)]
        return _unzipped([(_NEVER, n), *ways])
    skipped = costs.skipped
    scores: list[float] = []
    sources: list[int] = []
    run, source = _NEVER, n
    for j in range(n):
        scores.append(run - skipped[j])
        sources.append(source)
        reached = best[j] + skipped[j + 1]
        if reached > run:
            run, source = reached, j
    return scores, sources


def _highest(scores: list[float]) -> tuple[float, int]:
    """The highest score and its place, the last of equal ones."""
    score = max(scores)
    return score, len(scores) - 1 - scores[::-1].index(score)


def _unzipped(ways: Sequence[tuple[float, int]]) -> _Ways:
    return [score for score, _ in ways], [source for _, source in ways]


def _trace(
    best: Sequence[float], links: Sequence[Sequence[tuple[int, bool]]], ends: Sequence[float]
) -> list[tuple[int, bool]]:
    state = max(range(len(best)), key=lambda i: best[i] - ends[i])
    path: list[tuple[int, bool]] = []
    for link in reversed(links):
        source, new = link[state]
        path.append((state, new))
        state = source
    path.reverse()
    return path
