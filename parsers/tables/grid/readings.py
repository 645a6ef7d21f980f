"""Readings of a table that prints a cell a line: the first teaches what the second uses.

Which of two good readings the search settles on is told by what it begins with. Where merged groups and units leave rows
with their tasks alone, it may take these for names of groups; a table in which such names and sentences share a column is
read again from the other end, and what fits better is kept.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from ....normalize.named_tuples import NamedTuple
from ....normalize.slotted import replace
from ...fields.heads import TEXT_KINDS
from .cells import Cell
from .gap_costs import BARE_ROW
from .merged_columns import printed_empty
from .search import searched_rows
from .sense import Sense, learnt_sense, looks_of
from .shape import Column, Row
from .weights import Run

#: What a merged text and the rest of a row with its task alone cost before anything is known, and the least that the rest may.
_MERGED, _BARE, _LEAST_BARE = 0.1, 1.0, 0.4
#: What a merged text costs more right beside the tasks: a new outer group prints an inner one, too.
_INNER = 0.3
#: So many names and so many sentences, this share of all, share a column that seems to hold both.
_FEWEST, _SHARE = 2, 0.15
#: So many times the cells of a row stand behind each number that counts groups.
_COUNTED = 1.2
#: How much better the other reading must fit, or how much worse where it parts names and tasks for good.
_BETTER, _PARTED = 0.2, -3.0
_SHORTEST_SENTENCE = 5
#: A row of fewer cells may be a heading, or what a merged cell leaves.
_FEWEST_PLACED = 2


class Reading(NamedTuple):
    """The rows of a table, and what speaks for them."""

    rows: list[Row]
    score: float


def read(parts: Sequence[Row | Run], columns: Sequence[Column], sense: Sense) -> Reading:
    """The rows of all parts in order, those of a run by search."""
    rows: list[Row] = []
    total = 0.0
    for part in parts:
        if isinstance(part, Row):
            rows.append(part)
            continue
        found, score = searched_rows(part, len(columns), sense)
        rows += found
        total += score
        if part.short:
            rows[-1].placed = _stands_as_printed(rows[-1], part.printed, columns)
            rows[-1].marked = rows[-1].heading is None and not rows[-1].placed
            rows[-1].empty = printed_empty(rows[-1], part.printed, columns)
    return Reading(rows, total)


def _stands_as_printed(row: Row, printed: Sequence[Cell | None], columns: Sequence[Column]) -> bool:
    """Whether every cell of a row stands under its own head after all: what its page prints as empty is empty."""
    if len(printed) != len(columns) or printed[0] is None or len(row.cells) < _FEWEST_PLACED:
        return False
    return all(row.cells.get(index, [None])[0] is cell for index, cell in enumerate(printed))


def settled(parts: Sequence[Row | Run], columns: Sequence[Column], sense: Sense, prior: Sense) -> list[Row]:
    """The rows of a table, read with ``sense`` first, then with what that teaches; ``prior`` holds for most tables."""
    rows = read(parts, columns, sense).rows
    learnt = _taught(rows, columns, sense, prior)
    if learnt is None:
        return rows
    rows = read(parts, columns, learnt).rows
    texts = [column.index for column in columns if column.head.kind in TEXT_KINDS]
    main = max(texts, key=lambda index: prior.skip[index], default=-1)
    left = [index for index in texts if index < main]
    if not left or not _waver(rows, left, main, prior.item_style):
        return rows
    again = _again(parts, columns, sense, prior, rows, left)
    merged = {*left, *_counting_groups(parts, columns)}
    skip = [_MERGED if index in merged else cost for index, cost in enumerate(sense.skip)]
    skip[left[-1]] += _INNER if len(left) > 1 else 0.0
    first = read(parts, columns, replace(sense, skip=skip, bare=_BARE, names=frozenset(left), main=main)).rows
    other = _again(parts, columns, sense, prior, first, left, frozenset(left))
    if again is None or other is None:
        return rows
    better = _BETTER if _waver(other.rows, left, main, prior.item_style) else _PARTED
    return other.rows if other.score > again.score + better else rows


def _counting_groups(parts: Sequence[Row | Run], columns: Sequence[Column]) -> set[int]:
    """The first column, where it holds numbers and so few that each counts more than a row of the cells that marks part."""
    if columns[0].head.kind != "number":
        return set()
    cells = [cell for part in parts for cell in (part.all_cells() if isinstance(part, Row) else part.cells)]
    rows = sum(cell.counts for cell in cells) or 1
    return {0} if sum(cell.apart for cell in cells) > _COUNTED * rows * len(columns) else set()


def _again(
    parts: Sequence[Row | Run],
    columns: Sequence[Column],
    sense: Sense,
    prior: Sense,
    rows: Sequence[Row],
    groups: Sequence[int],
    names: frozenset[int] = frozenset(),
) -> Reading | None:
    """The reading that ``rows`` teach, rows with their task alone as cheap as they are common.

    Of ``groups``, the innermost stands in every row that an outer one does.
    """
    learnt = _taught(rows, columns, sense, prior)
    if learnt is None:
        return None
    learnt.looks = looks_of(_full(rows), columns)
    if any(groups[0] in row.cells and groups[-1] in row.cells for row in rows if len(groups) > 1):
        learnt.skip[groups[-1]] += _INNER
    main = max(range(len(columns)), key=lambda index: prior.skip[index])
    return read(parts, columns, replace(learnt, bare=_bare_cost(rows, columns), main=main, names=names))


def _taught(rows: Sequence[Row], columns: Sequence[Column], sense: Sense, prior: Sense) -> Sense | None:
    learnt = learnt_sense(rows, columns, prior)
    if learnt is not None:
        learnt.looks = sense.looks or looks_of(_full(rows), columns)
    return learnt


def _full(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows that hold a cell in every column that most rows of several cells fill."""
    body = [row for row in rows if len(row.cells) > 1]
    counts = Counter(index for row in body for index in row.cells)
    usual = {index for index, count in counts.items() if 2 * count > len(body)}
    return (row for row in body if usual <= row.cells.keys())


def _waver(rows: Sequence[Row], columns: Sequence[int], main: int, item_style: str | None) -> bool:
    return any(_wavers(rows, index, main, item_style) for index in columns)


def _wavers(rows: Sequence[Row], column: int, main: int, item_style: str | None) -> bool:
    """Whether names and tasks share a column left of the tasks, some in rows that hold no other text."""
    cells = [(row.cells[column][0], main in row.cells) for row in rows if column in row.cells]
    tasks = sum(_is_task(cell, item_style) for cell, _ in cells)
    few = min(tasks, len(cells) - tasks)
    items = sum(_is_item(cell, item_style) for cell, _ in cells)
    others = sum(_is_item(row.cells[main][0], item_style) for row in rows if main in row.cells)
    alone = sum(not beside for _, beside in cells)
    return (
        few >= max(_FEWEST, _SHARE * len(cells)) or _FEWEST <= alone < len(cells) or (items > 0 and others >= _FEWEST)
    )


def _is_item(cell: Cell, item_style: str | None) -> bool:
    return cell.label is not None and cell.label.style == item_style


def _is_task(cell: Cell, item_style: str | None) -> bool:
    item = _is_item(cell, item_style) and not (cell.outer and not cell.closed)  # 一、强化监管 is a name
    return item or (cell.closed and len(cell.text) >= _SHORTEST_SENTENCE)


def _bare_cost(rows: Sequence[Row], columns: Sequence[Column]) -> float:
    """What the missing rest of a row costs by how many rows lack it."""
    body = [row for row in rows if row.cells]
    filled = Counter(index for row in body for index in row.cells)
    usual = [column.index for column in columns if 3 * filled[column.index] > len(body)]
    last = usual[-2] if len(usual) > 1 else -1
    bare = sum(max(row.cells) < last for row in body)
    return min(BARE_ROW, max(_LEAST_BARE, -math.log((bare + 0.5) / (len(body) + 1)))) if body else BARE_ROW
