"""The grid: which column and row each cell of a table belongs to.

A page that lost its table lines leaves a sequence of cells. The grid is the cheapest reading of that sequence:
every cell fits a column more or less well (:func:`fitness`), a column without a cell in a row costs what such
gaps cost in this table, and cells follow the columns from left to right. The search is dynamic programming over
the sequence, linear in the number of cells. It runs twice: the first reading tells which columns are often
empty and which units stand in which column, and the second uses that.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .cells import Cell
from .heads import TEXT_KINDS, Head

#: A score that no reading reaches.
_NEVER = -1e9
#: A row that begins costs a little, so that a cell is rather read as the next column's.
_NEW_ROW = 0.2
_COLLECTIVE = ("各", "有关", "相关")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table; ``virtual`` when the page printed no head for it."""

    index: int
    head: Head
    virtual: bool = False


@dataclass(slots=True)
class Row:
    """A row: the cells of each column (several where the page broke a cell), or one heading."""

    cells: dict[int, list[Cell]] = field(default_factory=dict[int, list[Cell]])
    heading: Cell | None = None
    #: True when the page marks its missing cells, so that they are merged, not forgotten.
    marked: bool = False

    def all_cells(self) -> Iterable[Cell]:
        """Its cells from left to right."""
        if self.heading is not None:
            yield self.heading
        for index in sorted(self.cells):
            yield from self.cells[index]


@dataclass(slots=True)
class _Costs:
    """What the search weighs: the cost of an empty cell by column, and units seen by column."""

    skip: list[float]
    seen: dict[int, Counter[str]] = field(default_factory=dict[int, Counter[str]])


def align(cells: Sequence[Cell], columns: Sequence[Column]) -> list[Row]:
    """The rows that ``cells``, in document order, make up under ``columns``."""
    if not cells or not columns:
        return []
    costs = _Costs(_first_costs(columns))
    rows = _rows(cells, _search(cells, columns, costs), len(columns))
    learnt = _learn(rows, columns)
    if learnt is None:
        return rows
    return _rows(cells, _search(cells, columns, learnt), len(columns))


def align_rows(printed: Sequence[Sequence[Cell | None]], columns: Sequence[Column]) -> list[Row]:
    """The rows of a table that is printed a row a line; rows that lack cells are searched, full ones are not."""
    whole = [_as_printed(cells, columns) for cells in printed]
    costs = _learn([row for row in whole if row is not None], columns) or _Costs(_first_costs(columns))
    rows: list[Row] = []
    for row, cells in zip(whole, printed, strict=True):
        filled = [cell for cell in cells if cell is not None]
        if row is not None:
            rows.append(row)
        elif filled:
            rows.extend(_rows(filled, _search(filled, columns, costs), len(columns)))
            rows[-1].marked = rows[-1].heading is None
    return rows


def _as_printed(cells: Sequence[Cell | None], columns: Sequence[Column]) -> Row | None:
    """The row when every cell stands under its own head; None when cells have moved."""
    if len(cells) != len(columns) or sum(cell is not None for cell in cells) < 2:
        return None
    pairs = [(cell, column) for cell, column in zip(cells, columns, strict=True) if cell is not None]
    if len(pairs) < len(columns) and any(fitness(cell, column) < -0.2 for cell, column in pairs):
        return None
    return Row({column.index: [cell] for cell, column in pairs})


def fitness(cell: Cell, column: Column) -> float:
    """How well the cell fits the column: above 0 well, below 0 badly."""
    kind = column.head.kind
    if kind == "number":
        return 2.5 if cell.number is not None else -6.0
    if cell.number is not None:
        return 0.2 if kind == "other" else -4.0
    if kind == "unit":
        return 2.4 * cell.unit - 0.9
    if kind == "deadline":
        return 2.4 * cell.deadline - 0.9
    if kind == "person":
        return 2.4 * cell.person - 0.9
    if kind == "other":
        return 0.1 if len(cell.text) < 30 else -0.2
    return _text_fitness(cell) + (0.3 if kind == "content" else 0.0)


def _text_fitness(cell: Cell) -> float:
    size = len(cell.text)
    score = -0.4 if size < 4 else 0.2 if size < 8 else 0.9
    if cell.label is not None:
        score += 0.8
    return score - 2.0 * cell.unit - 1.6 * cell.deadline - 0.8 * cell.person


def heading_fitness(cell: Cell, columns: int) -> float:
    """How well the cell fits a heading that runs over a whole table of that many columns."""
    if cell.number is not None or cell.unit > 0.6 or cell.deadline > 0.6 or len(cell.text) > 60:
        return -6.0
    inner = cell.text[:-1]
    if "。" in inner or "；" in inner:
        return -4.0
    if cell.label is not None and cell.label.style in ("part", "han", "han_bracket"):
        return 1.9 if cell.gap is None or cell.gap > 0 else 1.2
    alone = cell.gap is not None and cell.gap >= max(2, columns - 1)
    return 0.8 if alone else -3.0


def _first_costs(columns: Sequence[Column]) -> list[float]:
    """What an empty cell costs before anything is known of this table."""
    text = [c.index for c in columns if c.head.kind in TEXT_KINDS]
    block = [i for n, i in enumerate(text) if i - text[0] == n]
    main = block[-1] if block else -1
    base = {"number": 1.2, "unit": 0.9, "person": 0.7, "deadline": 0.8, "other": 0.4}
    return [2.5 if c.index == main else base.get(c.head.kind, 0.4 if c.index in block else 0.7) for c in columns]


def _learn(rows: Sequence[Row], columns: Sequence[Column]) -> _Costs | None:
    """Costs from a first reading; None when there is too little to learn from."""
    body = [row for row in rows if row.heading is None]
    if len(body) < 4:
        return None
    skip: list[float] = []
    for column in columns:
        present = sum(1 for row in body if column.index in row.cells) / len(body)
        skip.append(min(3.5, max(0.1, -math.log(1.04 - present))))
    seen: dict[int, Counter[str]] = {}
    units = [c.index for c in columns if c.head.kind == "unit"]
    for row in body:
        if len(units) > 1 and all(i in row.cells for i in units):
            for i in units:
                seen.setdefault(i, Counter()).update(_names(row.cells[i]))
    return _Costs(skip, seen)


def _names(cells: Iterable[Cell]) -> set[str]:
    names: set[str] = set()
    for cell in cells:
        names.update(cell.text.replace("，", "、").replace("；", "、").split("、"))
    return names


def _unit_preference(cell: Cell, column: Column, columns: Sequence[Column], costs: _Costs) -> float:
    """Which of several unit columns a lone list of units belongs to: names seen there, collectives not in the lead."""
    units = [c for c in columns if c.head.kind == "unit"]
    if len(units) < 2 or cell.unit < 0.2:
        return 0.0
    score = 0.0
    if cell.text.startswith(_COLLECTIVE) or any(word in cell.text for word in ("各", "有关单位", "相关部门")):
        score += -0.5 if column.head.role == "lead" else 0.2
    names = _names([cell])
    here = sum(min(3, costs.seen.get(column.index, Counter())[n]) for n in names)
    there = sum(min(3, costs.seen.get(c.index, Counter())[n]) for n in names for c in units if c.index != column.index)
    if here + there:
        score += 1.2 * (here - there) / (here + there)
    return score


def _continuation(cell: Cell, before: Cell, column: Column) -> float:
    """What it costs to read ``cell`` as the rest of the cell before it, in the same column."""
    kind = column.head.kind
    if kind == "number" or cell.number is not None:
        return 50.0
    if cell.tight:
        return 0.05
    if kind == "unit":
        return (0.4 if cell.unit > 0.2 else 1.5) + (1.0 if before.gap else 0.0)
    cost = 1.0 if kind in TEXT_KINDS else 0.9
    if before.closed:
        cost += 0.7
    if before.gap:
        cost += 1.5
    if cell.label is not None:
        cost += 1.2 if cell.label.style in ("han", "han_bracket", "arabic", "part") else 0.2
    return cost


def _search(cells: Sequence[Cell], columns: Sequence[Column], costs: _Costs) -> list[tuple[int, bool]]:
    """For each cell its column (``len(columns)`` for a heading) and whether it begins a row."""
    n = len(columns)
    skipped = [0.0]
    for cost in costs.skip:
        skipped.append(skipped[-1] + cost)
    best = [_NEVER] * n + [0.0]
    links: list[list[tuple[int, bool]]] = []
    before: Cell | None = None
    for cell in cells:
        begin = _begin(best, skipped, before)
        inside = _inside(best, skipped, before)
        current: list[float] = []
        link: list[tuple[int, bool]] = []
        for j, column in enumerate(columns):
            choices: list[tuple[float, int, bool]] = []
            if cell.starts_row is not False:
                choices.append((begin[j][0] - _NEW_ROW, begin[j][1], True))
            if cell.starts_row is not True:
                choices.append((*inside[j], False))
            if before is not None and best[j] > _NEVER:
                late = 1.5 if cell.starts_row else 0.0
                choices.append((best[j] - _continuation(cell, before, column) - late, j, False))
            score, source, new = max(choices, default=(_NEVER, n, False))
            fit = fitness(cell, column) + _unit_preference(cell, column, columns, costs)
            current.append(score + fit)
            link.append((source, new))
        score, source = begin[0] if cell.starts_row is not False else (_NEVER, n)
        current.append(score + skipped[0] + heading_fitness(cell, n))
        link.append((source, True))
        best, before = current, cell
        links.append(link)
    return _trace(best, links, skipped)


def _begin(best: Sequence[float], skipped: Sequence[float], before: Cell | None) -> list[tuple[float, int]]:
    """For each column, the best score of beginning a row there, and the column that the last row ended in."""
    n = len(best) - 1
    gap = before.gap if before is not None else None
    if not gap:
        score, source = max((best[i] - (skipped[n] - skipped[min(i + 1, n)]), i) for i in range(n + 1))
        return [(score - skipped[j], source) for j in range(n)]
    found: list[tuple[float, int]] = []
    for j in range(n):
        found.append(max((best[i] - _gap_cost(n - min(i + 1, n) + j, gap, skipped), i) for i in range(n + 1)))
    return found


def _inside(best: Sequence[float], skipped: Sequence[float], before: Cell | None) -> list[tuple[float, int]]:
    """For each column, the best score of reaching it from a column left of it in the same row."""
    n = len(best) - 1
    gap = before.gap if before is not None else None
    found: list[tuple[float, int]] = []
    run, source = _NEVER, n
    for j in range(n):
        if gap:
            ways = [(best[i] - _gap_cost(j - i - 1, gap, skipped), i) for i in range(j)]
            found.append(max(ways, default=(_NEVER, n)))
        else:
            found.append((run - skipped[j], source))
        if best[j] + skipped[j + 1] > run:
            run, source = best[j] + skipped[j + 1], j
    return found


def _gap_cost(columns: int, gap: int, skipped: Sequence[float]) -> float:
    """The cost of leaving ``columns`` columns empty where the page marks ``gap`` empty cells."""
    mean = skipped[-1] / max(1, len(skipped) - 1)
    return 0.1 * min(columns, gap) + mean * max(0, columns - gap) + 0.4 * max(0, gap - columns)


def _trace(
    best: Sequence[float], links: Sequence[Sequence[tuple[int, bool]]], skipped: Sequence[float]
) -> list[tuple[int, bool]]:
    n = len(best) - 1
    state = max(range(n + 1), key=lambda i: best[i] - (skipped[n] - skipped[min(i + 1, n)]))
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
