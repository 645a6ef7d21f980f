"""Rows of a table that a page prints by visual lines, its columns lost: each line holds what stands at one height.

清理河岸堆放的建筑垃圾，并在两岸补种 县水利局、县林
3 各乡镇 入汛前
护坡树木。 业局

Cells are centred beside one another, or begin side by side: which lines make a row and which column each piece belongs
to is searched together, over the whole table. What counts is what the cells of a row are as a whole, that their pieces
go on with one another, and that they stand in the middle of their row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.heads import Head
from ...units import unit_likeness
from ...units.grammar import region_end
from ..heads.head_row import HeadRow
from .joint_costs import BROKEN, ENDS, Joints, kind_cost
from .line_rows import Entry, rows_of_bands
from .lines import Split
from .places import least_width
from .printed_rows import PrintedRow
from .visual_lines import LIKE, MOST_LINES, Line, is_text, visual_lines

_FEWEST_COLUMNS, _FAR = 3, 1e9
#: What it costs that a row lacks its task, a unit, a time, or what it is asked for; a cell out of the middle of its row, a row below its first line.
_MISSING = {"unit": 0.7, "deadline": 0.8, "requirement": 1.0, "name": 1.0, "content": 3.0}
_ASKEW, _BELOW = 0.5, 1.5
#: A sentence that ends without its mark where most have one; a line that is left below the table.
_OPEN, _LEFT = 0.8, 1.5
#: A list of those who lead where they are single names; a row that lacks its lead where cells of it reach over rows.
_LIST, _EACH, _MERGED = 0.5, 0.4, 0.3
#: A cell of units that does not begin like a name.
_UNBEGUN = 0.6
_OPENS = lazy_pattern("[各有相中国人]")
_BEAM = 32
#: A row that costs more may be another.
_UNSURE = 2.0


#: What some lines cost, the columns of each line's pieces, and the pieces of each column.
_State = tuple[float, tuple[tuple[int, ...], ...], tuple[tuple[str, ...], ...]]


class _Row(NamedTuple):
    """The best way to put the pieces of some lines into columns: what it costs, and the columns of each line's."""

    cost: float
    columns: tuple[tuple[int, ...], ...]


def visual_rows(text: str, head: HeadRow, lines: Sequence[Split]) -> tuple[list[PrintedRow], int] | None:
    """The rows of ``lines`` and how many of them they take; None where no line tells a row, or each holds a whole one."""
    heads = head.heads
    if len(heads) < _FEWEST_COLUMNS or all(h.kind != "content" for h in heads):
        return None
    cut = visual_lines(text, heads, lines)
    if cut is None:
        return None
    table = _Table(heads, *cut)
    found = table.best()
    if found is None:
        return None
    bands = [_entries(table.lines[start:end], row, head) for start, end, row in found]
    kinds = [h.kind for h in heads]
    rows = list(rows_of_bands(text, bands, len(heads), kinds))
    for cells, (_, _, row) in zip(rows, found, strict=True):
        for cell in cells if _is_unsure(row, kinds) else ():
            if cell is not None and cell.unit >= LIKE:
                cell.unsure = True
    return rows, found[-1][1]


def _is_unsure(row: _Row, kinds: Sequence[str]) -> bool:
    """Whether columns of units share no line, so that nothing shows which stands first, or the row costs much."""
    units = [{c for c in columns if kinds[c] == "unit"} for columns in row.columns]
    return row.cost > _UNSURE or (len(set[int]().union(*units)) > 1 and max(map(len, units)) < 2)


class _Table:
    """The search for the rows of one table."""

    def __init__(self, heads: Sequence[Head], lines: Sequence[Line], anchors: Sequence[int]) -> None:
        self.lines = lines
        self._kinds = [head.kind for head in heads]
        self._anchors = anchors
        self._top = False
        self._known: dict[tuple[int, int, int], _Row] = {}
        self._missing = [_MISSING.get(kind, 0.0) for kind in self._kinds]
        self._leads = [i for i, head in enumerate(heads) if head.role == "lead"]
        self._listed = {i: _LIST * _single(lines, i, len(heads), "group" in self._kinds) for i in self._leads}
        texts = [piece for line in lines for piece in line.pieces if is_text(piece)]
        room = max((least_width(piece.text) for piece in texts), default=0)
        self._joints = Joints(self._kinds, [room * (kind == "content") for kind in self._kinds])
        self._beams: dict[tuple[int, int], Sequence[_State]] = {}
        self._joined = lru_cache(maxsize=None)(self._joints.cost)
        self._cell = lru_cache(maxsize=None)(self._cost_of_cell)
        self._sentences = 2 * sum(piece.closed for piece in texts) >= len(anchors)

    def best(self) -> list[tuple[int, int, _Row]] | None:
        """The rows, each from one line up to another; None where no way leads through the table."""
        first = self._either_way()
        if first is None:
            return None
        self._learn(first)
        return self._either_way() or first

    def _either_way(self) -> list[tuple[int, int, _Row]] | None:
        """The cheaper rows of those that stand beside their anchors and those that begin there."""
        found: list[tuple[float, list[tuple[int, int, _Row]]]] = []
        for self._top in (False, True):
            self._known = {}
            found += [rows] if (rows := self._rows()) is not None else []
        return min(found, key=lambda way: way[0], default=(0.0, None))[1]

    def _learn(self, rows: Sequence[tuple[int, int, _Row]]) -> None:
        """Take over how wide the columns are."""
        rooms = [0] * len(self._kinds)
        if any(self._reaches(start, anchor, row) for (start, _, row), anchor in zip(rows, self._anchors, strict=True)):
            for column in self._leads:
                self._missing[column] = _MERGED
        for start, _, row in rows:
            for line, columns in enumerate(row.columns, start):
                for piece, column in zip(self.lines[line].pieces, columns, strict=True):
                    rooms[column] = max(rooms[column], least_width(piece.text))
        self._joints = Joints(self._kinds, rooms)
        self._beams, self._joined = {}, lru_cache(maxsize=None)(self._joints.cost)
        self._cell.cache_clear()

    def _reaches(self, start: int, anchor: int, row: _Row) -> bool:
        """Whether who leads stands beside the row's own line: the cell is merged over several rows."""
        for column in self._leads:
            places = [at for at, columns in enumerate(row.columns, start) if column in columns]
            if places and abs(sum(places) / len(places) - anchor) >= 1:
                return True
        return False

    def _rows(self) -> tuple[float, list[tuple[int, int, _Row]]] | None:
        """The cheapest way to part the lines at the anchors into rows."""
        ways: dict[tuple[int, int], tuple[float, list[tuple[int, int, _Row]]]] = {(0, 0): (0.0, [])}
        stops = [*self._anchors[1:], len(self.lines)]
        for anchor, stop in zip(self._anchors, stops, strict=True):
            reached: dict[tuple[int, int], tuple[float, list[tuple[int, int, _Row]]]] = {}
            last = stop == len(self.lines)
            for (_, start), (cost, found) in ways.items():
                for end in range(anchor + 1, min(stop, anchor + MOST_LINES) + 1):
                    row = self._row(start, anchor, end)
                    if row.cost >= _FAR:
                        continue
                    total = cost + row.cost + (self._torn(found[-1], (start, end, row)) if found else 0.0)
                    total += _LEFT * (stop - end) if last else 0.0
                    if total < reached.get((start, end), (_FAR, []))[0]:
                        reached[start, end] = (total, [*found, (start, end, row)])
            ways = reached
        return min(ways.values(), key=lambda way: way[0], default=None)

    def _torn(self, above: tuple[int, int, _Row], below: tuple[int, int, _Row]) -> float:
        """What it costs to part the last pieces of a row's columns from the first of the next row's."""
        last, first = self._ends(above), self._ends(below, -1)
        return BROKEN * sum(self._joints.is_torn(c, last[c], first[c]) for c in last.keys() & first.keys())

    def _ends(self, row: tuple[int, int, _Row], step: int = 1) -> Mapping[int, str]:
        start, end, best = row
        placed = zip(self.lines[start:end][::step], best.columns[::step], strict=True)
        return {c: piece.text for line, columns in placed for piece, c in zip(line.pieces, columns, strict=True)}

    def _row(self, start: int, anchor: int, end: int) -> _Row:
        """The best way to put the pieces of lines ``start`` to ``end`` into the columns of the row on line ``anchor``."""
        key = start, anchor, end
        if key not in self._known:
            self._known[key] = min(self._ways(start, anchor, end), default=_Row(_FAR, ()))
        return self._known[key]

    def _ways(self, start: int, anchor: int, end: int) -> Iterator[_Row]:
        for cost, taken, cells in self._beam(start, end):
            whole = sum(self._cell(column, pieces) for column, pieces in enumerate(cells))
            yield _Row(cost + whole + self._askew(taken, anchor - start), taken)

    def _beam(self, start: int, end: int) -> Sequence[_State]:
        """The cheapest ways to put the pieces of lines ``start`` to ``end`` into columns."""
        if start == end:
            return ((0.0, (), ((),) * len(self._kinds)),)
        if (start, end) not in self._beams:
            line = self.lines[end - 1]
            more = [
                (cost + price + self._more(line, columns, cells), (*taken, columns), cells)
                for cost, taken, cells in self._beam(start, end - 1)
                for price, columns in line.options
            ]
            kept = sorted(more, key=lambda way: way[0])[:_BEAM]
            self._beams[start, end] = [(cost, taken, _with(line, taken[-1], cells)) for cost, taken, cells in kept]
        return self._beams[start, end]

    def _more(self, line: Line, columns: Sequence[int], cells: Sequence[Sequence[str]]) -> float:
        """What it costs that the pieces of a line go on with the cells above them."""
        pairs = zip(line.pieces, columns, strict=True)
        return sum(self._joined(c, cells[c][-1], p.text) for p, c in pairs if cells[c] and self._kinds[c] != "group")

    def _cost_of_cell(self, column: int, pieces: Sequence[str]) -> float:
        """What a cell costs by what it is as a whole."""
        kind, whole = self._kinds[column], "".join(pieces)
        if not whole:
            return self._missing[column]
        if kind == "content" and self._sentences and whole[-1] not in ENDS:
            return _OPEN
        listed = self._listed.get(column, 0.0) * (1.0 if "、" in whole else _EACH if whole[0] == "各" else 0.0)
        begun = kind != "unit" or "、" in pieces[0] or _OPENS.match(pieces[0]) or region_end(pieces[0])
        begun = begun or unit_likeness(pieces[0]) >= LIKE
        return kind_cost(kind, whole) + listed + (0.0 if begun else _UNBEGUN)

    def _askew(self, taken: Sequence[Sequence[int]], anchor: int) -> float:
        """What it costs that cells do not stand beside the anchor: in the middle of their lines, or on the first of them."""
        places: dict[int, list[int]] = {}
        for at, columns in enumerate(taken):
            for column in columns:
                places.setdefault(column, []).append(at)
        cost = _BELOW * (self._top and anchor > 0)
        for column, lines in places.items():
            if self._kinds[column] == "group":
                continue
            off = lines[0] if self._top else abs(sum(lines) / len(lines) - anchor)
            cost += _ASKEW * min(off, 2)
        return cost


def _single(lines: Sequence[Line], column: int, size: int, grouped: bool) -> float:
    """How often one unit stands alone in a column, by the lines that have a piece for each."""
    whole = [line.pieces[column - size].text for line in lines if size - grouped <= len(line.pieces) <= size]
    return sum("、" not in text for text in whole) / len(whole) if whole else 1.0


def _with(line: Line, columns: Sequence[int], cells: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    result = list(cells)
    for piece, column in zip(line.pieces, columns, strict=True):
        result[column] = (*result[column], piece.text)
    return tuple(result)


def _entries(lines: Sequence[Line], row: _Row, head: HeadRow) -> list[Entry]:
    found: list[Entry] = []
    for line, columns in zip(lines, row.columns, strict=True):
        entry = Entry(line.split.line.index)
        for piece, column in zip(line.pieces, columns, strict=True):
            entry.cells[column] = [piece.ranges[0]]
            entry.number = entry.number or head.heads[column].kind == "number"
        found.append(entry)
    return found
