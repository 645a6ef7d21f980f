"""The grid's search: the cheapest reading of a run of cells as rows under the columns, by dynamic programming.

From left to right, the best score of every column that a cell may stand in is made of the best scores of the cell
before; the time it takes is in proportion to the number of cells.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence

from .cells import Cell
from .gap_costs import GapCosts
from .sense import Sense, holds_collectives, unit_preferences
from .shape import Row, rows_of
from .weights import Run

#: A score that no reading reaches.
_NEVER = -1e9
#: A row that begins costs a little, so that a cell is rather read as the next column's.
_NEW_ROW = 0.2
#: What an item or a sentence costs in a column of names.
_NO_NAME, _SHORTEST_SENTENCE = 3.0, 5

#: A score, and the column that it comes from.
_Way = tuple[float, int]


def searched_rows(run: Run, columns: int, sense: Sense) -> tuple[list[Row], float]:
    """The rows that the cells of ``run`` make up under so many columns, and what speaks for them."""
    path, score = _search(run, columns, sense) if run.cells else ((), 0.0)
    return rows_of(((cell, *place) for cell, place in zip(run.cells, path, strict=True)), columns), score


def _search(run: Run, n: int, sense: Sense) -> tuple[list[tuple[int, bool]], float]:
    """For each cell its column (``n`` for a heading) and whether it begins a row; and the score of all."""
    gaps = any(cell.gap for cell in run.cells)
    costs = GapCosts(sense.skip, marked=gaps, numbers=run.numbers, bare=sense.bare, main=sense.main)
    best = [_NEVER] * n + [0.0]
    links: list[list[int]] = []
    gap: int | None = None
    nowhere, skipped, passed = (_NEVER, n), costs.skipped, costs.skipped[1:]
    rests = run.rests(sense.single, collectives=holds_collectives(sense))
    for at, cell in enumerate(run.cells):
        begins, goes_on = cell.starts_row is not False, cell.starts_row is not True
        marked = _marked(best, costs, gap, begins, goes_on) if gap else None
        begun, ended = _highest(list(map(operator.sub, best, costs.ends(gap)))) if begins and not gap else nowhere
        reached, left = _NEVER, n
        fits, rest = _weighed(cell, run.fits[at], rests[at], sense)
        counting, late = run.counting[at], run.late[at]
        current: list[float] = []
        link: list[int] = []
        for j, (stay, more, fit, skip, behind) in enumerate(zip(best, rest, fits, skipped, passed, strict=False)):
            # Of ways with equal scores, the one from the column further right; this is the search's inner loop.
            if marked is None:
                score, source, way, place = begun - skip, ended, reached - skip, left
            else:
                (score, source), (way, place) = marked[j]
            score -= _NEW_ROW
            way -= counting
            if score < _NEVER:
                score, come = _NEVER, n
            else:
                come = ~source
            if way >= score and (way > score or place > source):
                score, come, source = way, place, place
            if stay > _NEVER:
                way = stay - more - late
                if way >= score and (way > score or j > source):
                    score, come = way, j
                if goes_on and stay + behind > reached:
                    reached, left = stay + behind, j
            current.append(score + fit)
            link.append(come)
        if marked is not None:
            begun, ended = marked[0][0]
        current.append(begun + run.headings[at])
        link.append(~ended)
        best, gap = current, cell.gap
        links.append(link)
    return _trace(best, links, costs.rests() if run.counted and not gap else costs.last(gap))


def _weighed(
    cell: Cell, fits: Sequence[float], rest: Sequence[float], sense: Sense
) -> tuple[Sequence[float], Sequence[float]]:
    """How well the cell fits each column, and what it costs there as a rest, with what the table has taught."""
    preferred = unit_preferences(cell, sense)
    looks = sense.looks.costs(cell) if sense.looks is not None else None
    item = cell.label is not None and not cell.outer and cell.label.style == sense.item_style
    told = sense.names and (item or (cell.closed and len(cell.text) >= _SHORTEST_SENTENCE))
    if not (preferred or looks or cell.spare or told):
        return fits, rest
    fits = list(fits)
    for j in sense.names if told else ():
        fits[j] -= _NO_NAME
    for j, preference in preferred.items():
        fits[j] += preference
    if cell.spare:  # so many lines are too many, whichever column they are in: none gains by its length
        rest = [cost + max(0.0, fit) for cost, fit in zip(rest, fits, strict=True)]
    if looks:
        rest = list(rest)
        for j, cost in looks.items():  # the rest of a cell looks like nothing
            fits[j] -= cost
            rest[j] -= cost
        if cell.closed and sense.looks is not None:  # but ends it
            for j, cost in sense.looks.endings().items():
                rest[j] += cost
    return fits, rest


def _marked(best: Sequence[float], costs: GapCosts, gap: int, begins: bool, goes_on: bool) -> list[tuple[_Way, _Way]]:
    """For each column, the best ways to begin a row there, and to reach it in the same row, behind marked empty cells."""
    columns = range(len(best) - 1)
    nowhere: _Way = (_NEVER, len(columns))
    begun = inside = [nowhere] * len(columns)
    if begins:
        ended = list(map(operator.sub, best, costs.ends(gap)))
        begun = [_highest(list(map(operator.sub, ended, lead))) for lead in costs.leads(gap)]
    if goes_on:
        steps = costs.steps(gap)
        inside = [_highest([best[i] - steps[j - i - 1] for i in range(j)]) if j else nowhere for j in columns]
    return list(zip(begun, inside, strict=True))


def _highest(scores: list[float]) -> tuple[float, int]:
    """The highest score and its place, the last of equal ones."""
    score = max(scores)
    return score, len(scores) - 1 - scores[::-1].index(score)


def _trace(
    best: Sequence[float], links: Sequence[Sequence[int]], ends: Sequence[float]
) -> tuple[list[tuple[int, bool]], float]:
    """The columns on the way to the best score; ``links`` are the columns before each, as ``~column`` before a row's first."""
    state = max(range(len(best)), key=lambda i: best[i] - ends[i])
    score = best[state] - ends[state]
    path: list[tuple[int, bool]] = []
    for link in reversed(links):
        source = link[state]
        path.append((state, source < 0))
        state = source if source >= 0 else ~source
    path.reverse()
    return path, score
