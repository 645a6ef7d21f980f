"""The grid: which column and row each cell of a table belongs to.

A page that lost its table lines leaves a sequence of cells. The grid is the cheapest reading of that sequence:
every cell fits a column more or less well (:mod:`.fitness`), a column without a cell in a row costs what such
gaps cost in this table, and cells follow the columns from left to right. The search is dynamic programming over
the sequence, linear in the number of cells. It runs twice: the first reading tells which columns are often
empty and which units stand in which column, and the second uses that.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence

from ...fields.heads import TEXT_KINDS
from .cells import Cell
from .fitness import (
    Column,
    Row,
    continuation_cost,
    counting_costs,
    fitness,
    heading_fitness,
    is_code,
    is_listed,
    opens_group,
)
from .gap_costs import GapCosts
from .sense import Sense, first_sense, learnt_sense, looks_of, unit_preference
from .shifted_rows import ends_of, shifted_row

#: A score that no reading reaches.
_NEVER = -1e9
_NUMBERS = frozenset({"number"})
_TYPED = frozenset({"number", "unit", "deadline", "person"})
_ANY_KIND = _TYPED | TEXT_KINDS | {"other"}
_TIMED = frozenset({"deadline", "other", "goal"})
_TYPED_OR_OTHER = _TYPED | {"other"}
#: A cell that fits a heading this well is one.
_HEADING = 3.0
#: So many rows that are sure teach about the others.
_FEWEST_SURE = 3
#: A row that begins costs a little, so that a cell is rather read as the next column's.
_NEW_ROW = 0.2
#: A cell that seems to begin a row is hardly the rest of the one before.
_LATE = 1.5
#: The same where the row before has surely ended.
_FIRM = 6.0
#: Beside columns of other roles, mostly one unit leads.
_SECOND_LEAD = 0.2
#: An item is hardly in a column that holds nothing: headings over the rows took its place.
_UNUSED = 1.0
#: What speaks for a group where a labelled item follows.
_GROUP = 0.6


def align(cells: Sequence[Cell], columns: Sequence[Column]) -> list[Row]:
    """The rows that ``cells``, in document order, make up under ``columns``."""
    if not cells or not columns:
        return []
    prior = first_sense(columns, cells)
    stretches = _stretches(cells, columns)
    whole = [_as_printed(stretch, columns) for stretch in stretches]
    sure = [row for row in whole if row is not None]
    sense = learnt_sense(sure, columns, prior, _FEWEST_SURE) or prior
    sense.looks = looks_of(sure, columns)
    rows = _aligned(stretches, whole, columns, sense)
    learnt = learnt_sense(rows, columns, prior)
    if learnt is None:
        return rows
    learnt.looks = sense.looks or looks_of((row for row in rows if len(row.cells) == len(columns)), columns)
    return _aligned(stretches, whole, columns, learnt)


def _stretches(cells: Sequence[Cell], columns: Sequence[Column]) -> list[Sequence[Cell]]:
    """The cells cut where a row surely begins: before every number of a first number column, or where the layout says.

    Each stretch holds whole rows.
    """
    numbered = columns[0].head.kind == "number"
    counts = is_code if is_code(cells[0]) and not any(map(_is_number, cells)) else _is_number
    starts = [i for i, cell in enumerate(cells) if i and (cell.starts_row or (numbered and counts(cell)))]
    return [cells[a:b] for a, b in zip([0, *starts], [*starts, len(cells)], strict=True)]


def _is_number(cell: Cell) -> bool:
    return cell.number is not None


def _aligned(
    stretches: Sequence[Sequence[Cell]], whole: Sequence[Row | None], columns: Sequence[Column], sense: Sense
) -> list[Row]:
    """The rows of every stretch; stretches that are no whole row as printed are searched together."""
    rows: list[Row] = []
    pending: list[Cell] = []
    for stretch, row in zip(stretches, whole, strict=True):
        if row is None:
            pending.extend(stretch)
            continue
        rows.extend(_rows(pending, _search(pending, columns, sense), len(columns)))
        pending = []
        rows.append(row)
    rows.extend(_rows(pending, _search(pending, columns, sense), len(columns)))
    return rows


def align_rows(printed: Sequence[Sequence[Cell | None]], columns: Sequence[Column]) -> list[Row]:
    """The rows of a table that is printed a row a line; rows that lack cells are searched, full ones are not."""
    whole = [_as_printed(cells, columns) for cells in printed]
    prior = first_sense(columns, [cell for cells in printed for cell in cells if cell is not None])
    prior.looks = looks_of((row for row in whole if row is not None), columns)
    rows = _searched_rows(printed, whole, columns, prior)
    learnt = learnt_sense(rows, columns, prior)
    if learnt is None or None not in whole:
        return rows
    learnt.looks = prior.looks
    return _searched_rows(printed, whole, columns, learnt)


def _searched_rows(
    printed: Sequence[Sequence[Cell | None]], whole: Sequence[Row | None], columns: Sequence[Column], sense: Sense
) -> list[Row]:
    rows: list[Row] = []
    ends = ends_of(whole, columns)
    for row, cells in zip(whole, printed, strict=True):
        filled = [cell for cell in cells if cell is not None]
        if row is not None or (row := shifted_row(cells, columns, ends)) is not None:
            rows.append(row)
        elif filled:
            rows.extend(_rows(filled, _search(filled, columns, sense), len(columns)))
            rows[-1].marked = rows[-1].heading is None and len(filled) < len(cells)
    return rows


def _as_printed(cells: Sequence[Cell | None], columns: Sequence[Column]) -> Row | None:
    """The row when every cell stands under its own head; None when cells have moved.

    A row whose cells are all there, or whose number stands where it should, has not moved; in others the cells must
    fit where they stand.
    """
    pairs = [(cell, column) for cell, column in zip(cells, columns, strict=False) if cell is not None]
    if len(cells) != len(columns) or not pairs:
        return None
    if len(pairs) == 1 and cells[0] is not None:
        return None
    counted = any(column.head.kind == "number" and cell.number is not None for cell, column in pairs)
    placed = counted and cells[-1] is not None  # empty cells at the end only say how many are missing
    parted = pairs[0][0].gap is not None  # by marks; blanks also stand inside cells
    sure = parted and pairs[0][0].starts_row is not None and (placed or len(pairs) == len(columns))
    shifted = cells[0] is not None and cells[-1] is None  # merged cells that vanished leave their gaps at the end
    streamed = cells[0] is not None and cells[0].starts_row is None
    kinds = _NUMBERS if sure else _ANY_KIND if shifted else _TYPED_OR_OTHER if streamed else _TYPED
    if any(fitness(cell, column) < -0.3 for cell, column in pairs if column.head.kind in kinds):
        return None
    last = pairs[-1][0]
    if last.starts_row is None and heading_fitness(last, len(columns), "arabic") > _HEADING:
        return None  # 二、… behind a row is the next group, not its remark
    return Row({column.index: [cell] for cell, column in pairs}, placed=True)


def _search(cells: Sequence[Cell], columns: Sequence[Column], sense: Sense) -> list[tuple[int, bool]]:
    """For each cell its column (``len(columns)`` for a heading) and whether it begins a row."""
    n = len(columns)
    costs = GapCosts(sense.skip, marked=any(cell.gap for cell in cells))
    best = [_NEVER] * n + [0.0]
    links: list[list[tuple[int, bool]]] = []
    before: Cell | None = None
    barred = [(_NEVER, n)] * n
    groups = [column.index for column in columns if column.head.kind == "group"]
    timeless = all(column.head.kind not in _TIMED for column in columns)
    for at, (cell, counting) in enumerate(zip(cells, counting_costs(cells, columns), strict=True), 1):
        listed = is_listed(cell, before, columns, sense.item_style)
        if listed:
            counting = 0.0
        begin = _begin(best, costs, before) if cell.starts_row is not False else barred
        inside = _inside(best, costs, before) if cell.starts_row is not True else barred
        rest = _rest(cell, before, columns, listed, sense.single)
        fits = _fits(cell, columns, sense)
        if groups and opens_group(cell, cells[at] if at < len(cells) else None):
            fits[groups[-1]] += _GROUP
        if cell.spare:  # so many lines are too many, whichever column they are in: none gains by its length
            rest = [cost + max(0.0, fit) for cost, fit in zip(rest, fits, strict=True)]
        if sense.looks is not None:
            for j, cost in sense.looks.costs(cell).items():  # the rest of a cell looks like nothing
                fits[j] -= cost
                rest[j] -= cost
        late = counting + (_FIRM if cell.firm else _LATE if cell.starts_row else 0.0)
        current: list[float] = []
        link: list[tuple[int, bool]] = []
        for j, (score, source) in enumerate(begin):
            # Of ways with equal scores, the one from the column further right; this is the search's inner loop.
            score -= _NEW_ROW
            new = score >= _NEVER
            if not new:
                score, source = _NEVER, n
            way, place = inside[j]
            way -= counting
            if way > score or (way == score and place > source):
                score, source, new = way, place, False
            if best[j] > _NEVER:
                way = best[j] - rest[j] - late
                if way > score or (way == score and j > source):
                    score, source, new = way, j, False
            current.append(score + fits[j])
            link.append((source, new))
        score, source = begin[0]
        current.append(score + heading_fitness(cell, n, sense.item_style, bool(groups), timeless))
        link.append((source, True))
        best, before = current, cell
        links.append(link)
    return _trace(best, links, costs.last(before.gap if before is not None else None))


def _rest(
    cell: Cell, before: Cell | None, columns: Sequence[Column], listed: bool, single: frozenset[int]
) -> list[float]:
    """For each column, the cost of reading the cell as the rest of the one before; alike for columns of one kind."""
    if before is None:
        return [-2 * _NEVER] * len(columns)
    by_kind: dict[tuple[str, str | None, bool], float] = {}
    found: list[float] = []
    helped = len({column.head.role for column in columns if column.head.kind == "unit"}) > 1
    for column in columns:
        kind = column.head.kind, column.head.role, column.index in single
        if kind not in by_kind:
            second = _SECOND_LEAD if helped and kind[:2] == ("unit", "lead") else 0.0
            by_kind[kind] = continuation_cost(cell, before, column, listed, kind[2]) + second
        found.append(by_kind[kind])
    return found


def _fits(cell: Cell, columns: Sequence[Column], sense: Sense) -> list[float]:
    """How well the cell fits each column; columns of one kind differ only in the units or values they hold."""
    by_kind: dict[str, float] = {}
    found: list[float] = []
    for column in columns:
        kind = column.head.kind
        if kind in ("other", "group"):
            found.append(fitness(cell, column, sense.item_style))
            continue
        if kind not in by_kind:
            by_kind[kind] = fitness(cell, column, sense.item_style)
        found.append(by_kind[kind] + (unit_preference(cell, column, sense) if kind == "unit" else 0.0))
    if sense.unused and cell.label is not None and cell.label.style == sense.item_style:
        for index in sense.unused:
            found[index] -= _UNUSED
    return found


def _begin(best: Sequence[float], costs: GapCosts, before: Cell | None) -> list[tuple[float, int]]:
    """For each column, the best score of beginning a row there, and the column that the last row ended in."""
    gap = before.gap if before is not None else None
    ended = list(map(operator.sub, best, costs.ends(gap)))
    if not gap:
        score, source = _highest(ended)
        return [(score - skipped, source) for skipped in costs.skipped[:-1]]
    return [_highest(list(map(operator.sub, ended, lead))) for lead in costs.leads(gap)]


def _highest(scores: list[float]) -> tuple[float, int]:
    """The highest score and its place, the last of equal ones."""
    score = max(scores)
    return score, len(scores) - 1 - scores[::-1].index(score)


def _inside(best: Sequence[float], costs: GapCosts, before: Cell | None) -> list[tuple[float, int]]:
    """For each column, the best score of reaching it from a column left of it in the same row."""
    n = len(best) - 1
    gap = before.gap if before is not None else None
    if gap:
        steps = costs.steps(gap)
        return [(_NEVER, n), *(_highest([best[i] - steps[j - i - 1] for i in range(j)]) for j in range(1, n))]
    skipped = costs.skipped
    found: list[tuple[float, int]] = []
    run, source = _NEVER, n
    for j in range(n):
        found.append((run - skipped[j], source))
        if best[j] + skipped[j + 1] > run:
            run, source = best[j] + skipped[j + 1], j
    return found


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


def _rows(cells: Sequence[Cell], path: Sequence[tuple[int, bool]], heading: int) -> list[Row]:
    """Rows from the column and row start of every cell."""
    rows: list[Row] = []
    for cell, (column, new) in zip(cells, path, strict=True):
        if column == heading:
            rows.append(Row(heading=cell))
            continue
        if new or not rows or rows[-1].heading is not None:
            rows.append(Row())
        rows[-1].cells.setdefault(column, []).append(cell)
    return rows
