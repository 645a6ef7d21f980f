"""Tables whose cells are joined by blanks and broken over lines: which line breaks stand inside a cell.

2 改造校舍 县教育局、县
财政局 6月底前

Only the last piece of a line can go on, and only with the first of the next. Some pages print what follows a broken
cell behind its last piece, others on a line of its own; the better reading of the whole table decides, and where rows
begin with it. It is a search like that of :mod:`..grid.search`, over pieces instead of cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from ...fields.heads import TEXT_KINDS, Head
from ..grid.cells import Cell
from ..grid.continuation import continuation_cost
from ..grid.gap_costs import BARE_ROW, rest_cost
from ..grid.sense import first_sense
from ..grid.shape import Column, columns_of
from .blank_pieces import Piece, Run, are_rows, cut_pieces, is_fragment, runs_from
from .lines import Split

_NEVER = -1e9
#: A cell on a line of its own behind a whole one, or beside the rest of one where the page prints it below.
_ODD_PLACE = 2.5
#: The same on pages that begin lines anywhere, and what it costs to take a page for such a one.
_ANY_PLACE, _UNUSUAL = 1.2, 3.0
_NEW_ROW, _TEXT_AGAIN = 0.2, 0.9
#: A row without a number where rows are numbered.
_UNNUMBERED = 1.0
#: The share of their cost that columns left empty before a row's task have where they are merged.
_MERGED = 0.25
#: The second line of a list of units, printed below the row.
_BELOW = 1.5
#: Where fewer lines hold several pieces the page prints a cell a line.
_SEVERAL = 0.1
#: So many whole rows end in a word that ends rows.
_FEWEST_ENDS = 2


class _Habit(NamedTuple):
    """How a page goes on behind a cell: what it costs to go on beside and below a whole and a broken one; and to assume it."""

    beside: tuple[float, float]
    below: tuple[float, float]
    unusual: float = 0.0


#: Beside every cell; below broken ones; anywhere.
_HABITS = (
    _Habit((0.0, 0.0), (_ODD_PLACE, _ODD_PLACE)),
    _Habit((0.0, _ODD_PLACE), (_ODD_PLACE, 0.0)),
    _Habit((0.0, 0.0), (_ANY_PLACE, _ANY_PLACE), _UNUSUAL),
)


class _Way(NamedTuple):
    """How a cell came to its place: where it starts, the state before it, whether it begins a row."""

    start: int
    state: int
    begins: bool
    cell: Cell


def joined_at_breaks(text: str, heads: Sequence[Head], rows: Sequence[Split]) -> list[Cell] | None:
    """The cells of ``rows``, broken ones put together, each told whether it begins a row; None where none is broken.

    ``rows`` are lines cut at blanks, with empty cells only where a wide gap stands for one.
    """
    several = sum(1 for row in rows if len(row.filled) > 1)
    if several < _SEVERAL * len(rows) or all(len(row.filled) == len(heads) for row in rows):
        return None
    pieces = cut_pieces(text, rows, len(heads))
    if sum(1 for piece in pieces if piece.first and piece.cell.number is not None) == len(rows):
        return None
    if are_rows(pieces):
        return _a_row_a_line(pieces)
    table = _Table(text, pieces, heads)
    cells = _best_cells(table)
    if not table.learn_merged(cells):
        return cells
    return _best_cells(table) if _breaks_cells(pieces, cells) else _a_row_a_line(pieces)


def _breaks_cells(pieces: Sequence[Piece], cells: Sequence[Cell]) -> bool:
    """Whether one of the lines of broken ``cells`` is surely but a part of its cell."""
    last = {cell.ranges[-1] for cell in cells}
    broken = {r for cell in cells if len(cell.ranges) > 1 for r in cell.ranges}
    lines = [piece.cell for piece in pieces if piece.cell.ranges[0] in broken]
    return any(a.ranges[0] not in last and is_fragment(a, b) for a, b in pairwise(lines))


def _a_row_a_line(pieces: Sequence[Piece]) -> list[Cell]:
    """The pieces as cells of rows that take a line each; only a list of units alone may stand below its row."""
    for piece in pieces:
        piece.cell.starts_row = None if piece.may_stand_below else piece.first
        piece.cell.firm = piece.cell.starts_row is True
    return [piece.cell for piece in pieces]


def _best_cells(table: _Table) -> list[Cell]:
    """The cells of the best reading of the page."""
    return max((_Search(table, habit) for habit in _HABITS), key=lambda search: search.score).cells()


def _closing(pieces: Sequence[Piece], columns: int) -> list[bool]:
    """For each piece, whether it is the last of its line and says what several whole rows end in (市级, 县级)."""
    firsts = [at for at, piece in enumerate(pieces) if piece.first]
    lines = list(pairwise([*firsts, len(pieces)]))
    ends = Counter(pieces[end - 1].cell.text for start, end in lines if end - start == columns)
    words = {word for word, count in ends.items() if count >= _FEWEST_ENDS}
    closing = [False] * len(pieces)
    for _, end in lines:
        closing[end - 1] = pieces[end - 1].cell.text in words
    return closing


class _Table:
    """What both searches need: the pieces, the cells they may make up, and what empty columns cost."""

    def __init__(self, text: str, pieces: Sequence[Piece], heads: Sequence[Head]) -> None:
        self.columns = columns_of(heads)
        sense = first_sense(self.columns, [piece.cell for piece in pieces])
        self.pieces = pieces
        #: Pieces that end their rows: words of the last column.
        self.closing = _closing(pieces, len(heads))
        runs = (runs_from(text, pieces, at, self.columns, sense.item_style) for at in range(len(pieces)))
        self.runs: list[list[Run]] = [
            [run for run in found if run.end == at + 1 or not any(self.closing[at : run.end])]
            for at, found in enumerate(runs)
        ]
        self._skip = sense.skip
        self.skipped = list(accumulate(sense.skip, initial=0.0))
        numbered = heads[0].kind == "number" and sum(piece.cell.number is not None for piece in pieces) > 1
        self.unnumbered = _UNNUMBERED if numbered else 0.0

    def learn_merged(self, cells: Sequence[Cell]) -> bool:
        """Whether rows of ``cells`` lack but the number and what is merged with it; then others begin so, too."""
        main = max(self.columns, key=lambda column: self._skip[column.index]).index
        starts = [at for at, cell in enumerate(cells) if cell.starts_row]
        sizes = (end - at for at, end in pairwise([*starts, len(cells)]) if cells[at].number is None)
        if not self.unnumbered or len(self.columns) - main not in sizes:
            return False
        self.unnumbered = 0.0
        skip = [
            cost * (_MERGED if column.index < main else 1.0)
            for column, cost in zip(self.columns, self._skip, strict=True)
        ]
        self.skipped = list(accumulate(skip, initial=0.0))
        return True

    def lead(self, piece: Piece, column: Column) -> float:
        """The cost of beginning a row in ``column``; a list of units may stand alone below its row."""
        cost = self.skipped[column.index] + _NEW_ROW + (self.unnumbered if column.index else 0.0)
        return min(cost, _BELOW) if piece.may_stand_below and column.head.kind == "unit" else cost

    def step(self, at: int, column: int, index: int) -> float:
        """The cost of going on from ``column`` to ``index``; a gap that the page marks asks for one between."""
        if column == index:
            return self._rest(at, self.columns[index])
        cost = self.skipped[index] - self.skipped[column + 1]
        if not self.pieces[at - 1].cell.gap:
            return cost
        return 0.4 if index == column + 1 else 0.3 * cost

    def _rest(self, at: int, column: Column) -> float:
        """The cost of a blank inside a cell; the rest of a text does not count as a text of its own."""
        cost = continuation_cost(self.pieces[at].cell, self.pieces[at - 1].cell, column)
        return cost + (_TEXT_AGAIN if column.head.kind in TEXT_KINDS else 0.0)


class _Search:
    """The best reading of the pieces of a page with that ``habit``.

    Its states are the columns for whole cells, the columns for broken ones, and a heading.
    """

    def __init__(self, table: _Table, habit: _Habit) -> None:
        self._table, self._habit = table, habit
        size, width = len(table.pieces) + 1, 2 * len(table.columns) + 1
        ends = [rest_cost(i, table.skipped, BARE_ROW) for i in range(len(table.columns))]
        self._ends = [*ends, *ends, 0.0]
        self._best = [[_NEVER] * width for _ in range(size)]
        self._ways: list[list[_Way | None]] = [[None] * width for _ in range(size)]
        self._best[0][-1] = 0.0
        for at in range(len(table.pieces)):
            self._go_on(at)
        score, self._last = self._ended(len(table.pieces))
        self.score = score - habit.unusual

    def cells(self) -> list[Cell]:
        """The cells of the best reading in order."""
        found: list[Cell] = []
        at, state = len(self._table.pieces), self._last
        while (way := self._ways[at][state]) is not None:
            unsure = way.begins and self._table.pieces[way.start].may_stand_below
            way.cell.starts_row = None if unsure else way.begins
            way.cell.firm = way.start > 0 and self._table.closing[way.start - 1]
            found.append(way.cell)
            at, state = way.start, way.state
        found.reverse()
        return found

    def _ended(self, at: int) -> tuple[float, int]:
        """The best score of a row that ends before piece ``at``, and the state it ends in."""
        scores = [score - end for score, end in zip(self._best[at], self._ends, strict=True)]
        score = max(scores)
        return score, scores.index(score)

    def _go_on(self, at: int) -> None:
        """Put the cells that begin with piece ``at`` into every column."""
        table = self._table
        piece, n = table.pieces[at], len(table.columns)
        begun, last = self._ended(at) if piece.first else (_NEVER, 2 * n)
        ways: list[tuple[float, int, bool]] = []
        for column in table.columns:
            score, state = self._inside(at, column.index)
            new = begun - table.lead(piece, column)
            ways.append((new, last, True) if new > score else (score, state, False))
        if max(ways)[0] <= _NEVER / 2:
            return
        for run in table.runs[at]:
            broken = n if run.end > at + 1 else 0
            for index, (score, state, new) in enumerate(ways):
                self._keep(run, index + broken, score + run.fits[index], _Way(at, state, new, run.cell))
            if piece.first and table.pieces[run.end - 1].last:
                self._keep(run, 2 * n, begun + run.heading, _Way(at, last, True, run.cell))

    def _inside(self, at: int, index: int) -> tuple[float, int]:
        """The best way to column ``index`` from one left of it in the same row, or as a further cell of the column."""
        first, n = self._table.pieces[at].first, len(self._table.columns)
        odd = self._habit.below if first else self._habit.beside
        best, source = _NEVER, 2 * n
        if at and self._table.closing[at - 1]:
            return best, source
        for state, score in enumerate(self._best[at][:-1]):
            column, broken = state % n, state >= n
            if score <= _NEVER / 2 or column > index or (column == index and first):
                continue
            score -= self._table.step(at, column, index) + odd[broken]
            if score > best:
                best, source = score, state
        return best, source

    def _keep(self, run: Run, state: int, score: float, way: _Way) -> None:
        if score > self._best[run.end][state] and score > _NEVER / 2:
            self._best[run.end][state] = score
            self._ways[run.end][state] = way
