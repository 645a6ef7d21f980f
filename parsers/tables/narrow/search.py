"""The best way to put the pieces of a table together to cells under its columns.

What speaks for pieces being one cell is that all but the last fill the width of their column, that they fit it
together, and what stands at the break (:mod:`.pieces`). The widths are not known at first: the best cut is found by
what the pieces say, from left to right as in :mod:`..grid.search`, then again with the widths of its cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ...fields.heads import TEXT_KINDS, Head
from ..grid.cells import Cell, join_cells
from ..grid.columns import columns_for_stream
from ..grid.continuation import continuation_cost
from ..grid.fitness import fitnesses, heading_fitness
from ..grid.gap_costs import BARE_ROW, rest_cost
from ..grid.looks import SOFT_KINDS
from ..grid.sense import first_sense, learnt_sense
from ..grid.shape import rows_of
from ..wraps.joints import broken_places
from .pieces import Joint, Piece, is_running
from .scales import SCALES, Extent, Fill, best_fill, extents, least_width, popular_widths, unlike_cost

_NEVER = -1e9
_NEW_ROW = 0.2
#: A figure that counts no rows, in a column of numbers that do; a row without a number where numbers count rows.
_NO_NUMBER, _UNNUMBERED = -6.0, 1.0
#: A cell is broken into no more pieces; a joint that costs more is none.
_MOST_PIECES, _MOST_COST = 40, 3.6
#: Where so many cells a piece may be made that nothing tells them apart, they are no longer than this.
_MOST_CELLS, _FEW_PIECES = 6, 6
#: A cell narrower than this may fill its column by chance.
_WIDE_COLUMN = 24
#: A row that begins inside a line of several cells, and a line that begins none.
_INSIDE, _GOES_ON = 2.5, 0.5
#: A blank that is none of a break.
_SOFT = 0.4
#: A cell that goes on in a column of no known width; a text, or names, on a line of their own inside a cell.
_UNTOLD, _ODD_LINE, _OWN_LINE = 0.6, 1.5, 1.2
#: A text that ends without a full stop, though one of its pieces ends with one.
_UNCLOSED = 0.8
#: Widths tell which text stands where, not how long it is: a text fits no better than this.
_TEXT = 0.5
_ROUNDS = 4


class Found(NamedTuple):
    """A cell: its pieces from ``start`` up to ``end``, its column, whether it begins a row."""

    start: int
    end: int
    column: int
    begins: bool
    cell: Cell


class _Way(NamedTuple):
    start: int
    source: int
    begins: bool


class Widths(NamedTuple):
    """The widths of the columns as far as they are known, and the extents of all pieces on their scale."""

    fills: tuple[Fill | None, ...]
    extents: Sequence[Extent]

    @property
    def filled(self) -> int:
        """How many joints fill their columns."""
        return sum(fill.filled for fill in self.fills if fill is not None)


class Search:
    """The best cut of the pieces of one table; its states are the column of the last cell, and that of a heading."""

    def __init__(self, text: str, pieces: Sequence[Piece], between: Sequence[Joint], heads: Sequence[Head]) -> None:
        self._text, self._pieces = text, pieces
        self._alone = [piece.cell for piece in pieces]
        self.columns = columns_for_stream(heads, self._alone)
        self._sense = first_sense(self.columns, self._alone)
        self._joints = between
        self._several = not all(piece.first for piece in pieces)
        self._numbered = any(piece.counted for piece in pieces)
        self._texts = [cell.text for cell in self._alone]
        self._measured = [extents(self._texts, scale) for scale in SCALES]
        self._known: dict[tuple[int, int], tuple[Cell, list[float]]] = {}
        running = [
            at for at, cell in enumerate(self._alone[:-1]) if is_running(cell) and self._joints[at].joining < _MOST_COST
        ]
        self._popular = popular_widths([self._measured[0][at] for at in running])
        main = max(range(len(self.columns)), key=lambda i: self._sense.skip[i])
        first = [
            Fill(self._popular[0], 0, 0) if i == main and self._popular else None for i in range(len(self.columns))
        ]
        self.widths = Widths(tuple(first), self._measured[0])

    def found(self) -> list[Found]:
        """The cells of the best cut in order."""
        skip = self._sense.skip
        found = self._best(skip)
        for _ in range(_ROUNDS):
            widths = self._learnt(found)
            if widths == self.widths:
                break
            self.widths = widths
            found = self._best(skip)
        sense = learnt_sense(self._rows(found), self.columns, self._sense)
        return found if sense is None else self._best(sense.skip)

    def _rows(self, found: Sequence[Found]):
        return rows_of(((cell.cell, cell.column, cell.begins) for cell in found), len(self.columns))

    def _learnt(self, found: Sequence[Found]) -> Widths:
        """The widths of the columns that cells ``found`` tell, on the scale that tells most."""
        return max((self._on_scale(found, extents) for extents in self._measured), key=lambda widths: widths.filled)

    def _on_scale(self, found: Sequence[Found], extents: Sequence[Extent]) -> Widths:
        fills: list[Fill | None] = []
        for column in self.columns:
            here = [cell for cell in found if cell.column == column.index]
            inner = [at for cell in here for at in range(cell.start, cell.end - 1)]
            pieces = [extents[at] for cell in here for at in range(cell.start, cell.end)]
            whole = best_fill([extents[at] for at in inner if self.is_whole(at)], pieces)
            fills.append(whole or best_fill([extents[at] for at in inner], pieces) or least_width(pieces))
        return Widths(tuple(fills), extents)

    def is_whole(self, at: int) -> bool:
        """Whether a piece is not one that the end of a line, of those of several pieces, may have cut off."""
        firsts = (self._pieces[at].first, self._pieces[at + 1].first)
        return not self._several or not (firsts[1] or (firsts[0] and not self._starts(at)))

    def _starts(self, at: int) -> bool:
        return at == 0 or self._joints[at - 1].joining > _MOST_COST

    def _best(self, skip: Sequence[float]) -> list[Found]:
        """The cells of the best cut; ``skip`` is what an empty cell costs by column."""
        n = len(self.columns)
        skipped = list(accumulate(skip, initial=0.0))
        ends = [rest_cost(i, skipped, BARE_ROW) for i in range(n + 1)]
        best = [[_NEVER] * (n + 1) for _ in range(len(self._pieces) + 1)]
        ways: list[list[_Way | None]] = [[None] * (n + 1) for _ in best]
        best[0][n] = 0.0
        for at in range(len(self._pieces)):
            if max(best[at]) <= _NEVER / 2:
                continue
            entries = self._entries(at, best[at], skipped, ends)
            for end, gains in self._runs(at):
                scores = best[end]
                for j, ((score, source, new), gain) in enumerate(zip(entries, gains, strict=True)):
                    if score + gain > scores[j]:
                        scores[j] = score + gain
                        ways[end][j] = _Way(at, source, new)
        last = [score - end for score, end in zip(best[-1], ends, strict=True)]
        return list(reversed(list(self._traced(ways, last.index(max(last))))))

    def _traced(self, ways: Sequence[Sequence[_Way | None]], state: int) -> Iterator[Found]:
        at = len(ways) - 1
        while (way := ways[at][state]) is not None:
            yield Found(way.start, at, state, way.begins, self._cell(way.start, at)[0])
            at, state = way.start, way.source

    def _entries(
        self, at: int, best: Sequence[float], skipped: Sequence[float], ends: Sequence[float]
    ) -> list[tuple[float, int, bool]]:
        """For every column and a heading, the best score of a cell there that begins with piece ``at``, and how it came."""
        piece = self._pieces[at]
        ended = [score - end for score, end in zip(best, ends, strict=True)]
        begun = max(ended)
        source = ended.index(begun)
        if self._several and not piece.first and not piece.counted:
            begun -= _INSIDE
        if piece.begins is False:
            begun = _NEVER
        goes_on = _GOES_ON if self._several and piece.first else 0.0
        entries: list[tuple[float, int, bool]] = []
        for column in self.columns:
            j = column.index
            unnumbered = _UNNUMBERED if self._numbered and column.head.kind != "number" else 0.0
            entry = (begun - skipped[j] - _NEW_ROW - unnumbered, source, True)
            for i in range(0 if piece.begins else j):
                entry = max(entry, (best[i] - skipped[j] + skipped[i + 1] - goes_on, i, False))
            if at and not piece.begins and best[j] > _NEVER / 2:
                before = self._alone[at - 1]
                more = continuation_cost(piece.cell, before, column)
                if column.head.kind in TEXT_KINDS and not before.closed and piece.cell.label is None:
                    more += _ODD_LINE
                elif column.head.kind == "unit":
                    more += _OWN_LINE
                entry = max(entry, (best[j] - more - goes_on, j, False))
            entries.append(entry)
        return [*entries, (begun, source, True)]

    def _runs(self, at: int) -> Iterator[tuple[int, list[float]]]:
        """The cells that may begin with piece ``at``: up to where, and what each gains in every column and as a heading."""
        fills, extents = self.widths
        n = len(self.columns)
        costs = [0.0] * (n + 1)
        filled = [0] * (n + 1)
        for j, fill in enumerate(fills):
            costs[j] = extents[at].over_cost(fill.width) if fill is not None else 0.0
        low, high = 0, 1 << 20
        most = _MOST_PIECES if len(self._known) < _MOST_CELLS * len(self._pieces) else _FEW_PIECES
        for end in range(at + 1, min(len(self._pieces), at + most) + 1):
            if end > at + 1:
                joint, here = self._joints[end - 2], extents[end - 2]
                if joint.joining > _MOST_COST:
                    return
                low, high = max(low, here.least), min(high, here.more)
                unlike = unlike_cost(max(extents[end - 1].least, low), high)
                for j, fill in enumerate(fills):
                    costs[j] += self._joining(joint, fill, end - 1, filled, j, unlike)
                costs[n] += joint.joining if joint.soft else joint.joining + unlike
                if min(costs) > _MOST_COST:
                    return
            yield end, self._gains(at, end, costs)

    def _joining(self, joint: Joint, fill: Fill | None, at: int, filled: list[int], j: int, unlike: float) -> float:
        """What it costs that a cell of column ``j`` goes on with piece ``at``; ``filled`` is how much of the line is."""
        if fill is None:
            return joint.joining + (unlike / 2 if joint.torn or joint.soft else (unlike or _UNTOLD))
        before, behind = self.widths.extents[at - 1], self.widths.extents[at]
        over = behind.over_cost(fill.width)
        if joint.soft:
            whole = (filled[j] or 0) + before.most
            if whole + behind.most <= fill.width:
                filled[j] = whole
                return joint.joining / 2 + _SOFT
        if filled[j]:
            whole = filled[j]
            before = Extent(whole + before.least, whole + before.most, whole + before.more)
            filled[j] = 0
            over += before.over_cost(fill.width)
        cost = before.joint_cost(fill.width)
        return over + (cost if joint.torn else cost + joint.joining * (1.0 if cost else joint.listed))

    def _gains(self, at: int, end: int, costs: Sequence[float]) -> list[float]:
        fills, extents = self.widths
        fits = self._cell(at, end)[1]
        gains = [fit - cost for fit, cost in zip(fits, costs, strict=True)]
        if end < len(self._pieces):
            joint = self._joints[end - 1]
            last = extents[end - 1]
            for j, fill in enumerate(fills):
                full = any(map(last.fills, self._popular)) if fill is None else last.fills(fill.width)
                if joint.torn:
                    gains[j] -= joint.parting
                elif full:
                    gains[j] -= joint.parting * min(1.0, last.most / _WIDE_COLUMN)
            if joint.torn:
                gains[-1] -= joint.parting
            if self._several and not self._pieces[end].first:
                gains[-1] -= _INSIDE
        return gains

    def _cell(self, at: int, end: int) -> tuple[Cell, list[float]]:
        """The cell of the pieces from ``at`` to ``end``, and how well it fits every column, and a heading."""
        known = self._known.get((at, end))
        if known is None:
            cell = self._joined(at, end)
            known = self._known[at, end] = (cell, self._fits(at, end, cell))
        return known

    def _joined(self, at: int, end: int) -> Cell:
        if end == at + 1:
            return self._alone[at]
        lines = self._alone[at:end]
        listed = any("、" in line.text for line in lines)
        return join_cells(self._text, lines, glued=tuple(range(1, len(lines))) if listed else broken_places(lines))

    def _fits(self, at: int, end: int, cell: Cell) -> list[float]:
        style = self._sense.item_style
        fits = fitnesses(cell, self.columns, style)
        if self._numbered and not self._pieces[at].counted:
            for column in self.columns:
                if column.head.kind == "number":
                    fits[column.index] = _NO_NUMBER
        for column in self.columns:
            if column.head.kind in SOFT_KINDS:
                fits[column.index] = min(fits[column.index], _TEXT)
        if not cell.closed and any(piece.cell.closed for piece in self._pieces[at : end - 1]):
            for column in self.columns:
                fits[column.index] -= _UNCLOSED if column.head.kind in TEXT_KINDS else 0.0
        return [*fits, heading_fitness(cell, len(self.columns), style)]
