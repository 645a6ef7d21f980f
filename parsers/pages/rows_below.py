"""Whether a table with a cell a line goes on behind a line of page furniture, where no numbers count its rows.

What the page prints below its tables holds names and dates, too: only a whole row, each cell under its head, tells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from ..fields.heads import ANSWERS, MAX_HEAD, TEXT_KINDS, read_head
from ..frame import kind_of
from ..tables.grid.cells import Cell, make_cell
from ..tables.grid.fitness import fitness
from ..tables.grid.shape import Column
from ..text.document import Line

#: The rest of the broken row and a second row may stand before a row that is whole.
_ROWS = 3
_FEWEST, _MOST = 2, 8
_LIKELY = 0.5
_SHORTEST_TEXT = 4


class FlatTables:
    """The tables of a document that print a cell a line, by their heads; :meth:`go_on` looks below a line."""

    def __init__(self, text: str, filled: Sequence[Line]) -> None:
        self._text, self._filled = text, filled
        self._heads = list(_head_runs(filled))
        self._ends = [end for end, _ in self._heads]
        self._cells: dict[int, Cell] = {}

    def go_on(self, place: int, out: Container[int]) -> bool:
        """Whether rows of the last table above ``place`` stand below it; places ``out`` hold furniture."""
        above = bisect_left(self._ends, place) - 1
        if above < 0:
            return False
        columns = self._heads[above][1]
        size = len(columns)
        cells: list[Cell] = []
        for index in range(place + 1, min(len(self._filled), place + 1 + 2 * _ROWS * size)):
            line = self._filled[index]
            if index not in out:
                if kind_of(line.text, line.text) == "date" or "|" in line.text:
                    break
                cells.append(self._cell(line))
            if len(cells) == _ROWS * size:
                break
        whole = [i for i in range(len(cells) - size + 1) if _is_row(cells[i : i + size], columns)]
        sure = size > _FEWEST or any(cells[i + j].closed for i in whole for j in range(size))
        return len(whole) > 1 or (bool(whole) and sure)

    def _cell(self, line: Line) -> Cell:
        if line.index not in self._cells:
            self._cells[line.index] = make_cell(self._text, [(line.start, line.end)], line.index)
        return self._cells[line.index]


def _head_runs(filled: Sequence[Line]) -> Iterator[tuple[int, list[Column]]]:
    """The place of the last head and the columns of each run of heads, a head a line, that name tasks and units."""
    run: list[Column] = []
    for place, line in enumerate([*filled, None]):
        head = read_head(line.text) if line is not None and len(line.text) <= 2 * MAX_HEAD else None
        if head is not None:
            run.append(Column(len(run), head))
            continue
        if _FEWEST <= len(run) <= _MOST:
            kinds = {column.head.kind for column in run}
            if "unit" in kinds and kinds & TEXT_KINDS:
                yield place - 1, run
        run = []


def _is_row(cells: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Whether every cell stands under its head; a label with its value stands under none."""
    return not any("：" in cell.text for cell in cells) and all(map(_fits, cells, columns))


def _fits(cell: Cell, column: Column) -> bool:
    kind = column.head.kind
    if kind in TEXT_KINDS:
        return len(cell.text) >= _SHORTEST_TEXT and max(cell.unit, cell.deadline, cell.person) < _LIKELY
    return fitness(cell, column) > (_LIKELY if kind in ANSWERS else -_LIKELY)
