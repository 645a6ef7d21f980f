"""The cells of a table that prints them a cell a line and breaks them over lines: the best cut of its lines.

What speaks for lines being one cell is that they fill the width at which the page breaks lines (:mod:`.widths`), that
the first can end no cell (:mod:`.joints`), and that they fit a column together. The best cut of all lines is found from
left to right, as in :mod:`..grid.search`; that the cells fill the columns of their rows counts, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from ...fields.heads import Head
from ..body.lines import Split
from ..body.stream import is_spaced
from ..grid.cells import Cell, join_cells, make_cell
from ..grid.columns import columns_for_stream
from ..grid.continuation import continuation_cost
from ..grid.fitness import fitnesses, heading_fitness
from ..grid.gap_costs import BARE_ROW, rest_cost
from ..grid.sense import first_sense, learnt_sense
from ..grid.shape import Placed, rows_of
from .joints import MOST_COST, Joints, broken_places, counted_rows, open_joints
from .widths import FEWEST_JOINTS, Width, page_widths, widths_of

_NEW_ROW = 0.2
#: A figure that counts no rows, in a column of numbers that do.
_NO_NUMBER = -6.0
#: A cell is broken into no more lines.
_MOST_LINES = 40
#: Fewer lines are no table, and so many cells between blank lines, this share of them filled, tell that these part cells.
_FEWEST_LINES, _FEWEST_APART, _FILLED = 4, 3, 0.8
_NEVER = -1e9
#: So many rows of so many lines as there are heads, so many lines with a label.
_REGULAR = 0.8


class _Run(NamedTuple):
    """Lines that may be one cell, up to line ``end``: how well it fits every column, and a heading."""

    end: int
    cell: Cell
    fits: list[float]


class _Way(NamedTuple):
    """How a cell came to its place: its first line, the state before it, whether it begins a row."""

    start: int
    source: int
    begins: bool
    cell: Cell


def lone_cells(text: str, lines: Sequence[Split]) -> list[Cell] | None:
    """The cells of ``lines``, where each prints one and there are enough for a table."""
    if len(lines) < _FEWEST_LINES or any(len(split.filled) != 1 or split.pipes for split in lines):
        return None
    return [make_cell(text, split.filled[0], split.line.index) for split in lines]


def wrapped_cells(
    text: str,
    lines: Sequence[Split],
    alone: Sequence[Cell],
    heads: Sequence[Head],
    rows: Sequence[Sequence[Split]] = (),
) -> list[Cell] | None:
    """The cells of ``lines``, each ``alone`` so far, where the page breaks cells at a width; None where it does not.

    ``rows`` are the lines of each row, where these are known.
    """
    if _are_whole(alone, len(heads)) or _are_items(alone):
        return None
    firsts = frozenset(accumulate(map(len, rows[:-1]), initial=0)) if rows else frozenset[int]()
    apart = [] if rows else [b.line.index > a.line.index + 1 for a, b in pairwise(lines)]
    spaced = not rows and is_spaced(lines)
    joints = [joint for joint in open_joints(alone) if joint.at + 1 not in firsts]
    close = [joint for joint in joints if not apart or not apart[joint.at]]
    if len(close if spaced else joints) < FEWEST_JOINTS and _several_groups(apart) < _FEWEST_APART:
        return None  # whatever the widths
    widths = widths_of([split.line.text for split in lines])
    filled = _parts_cells(alone, widths, apart)
    apart = apart if filled or spaced else []
    popular = page_widths(widths, close if apart else joints)
    if not popular and not filled:
        return None
    return _Cut(text, alone, widths, Joints(alone, widths, popular, apart, firsts), heads, firsts).cells()


def _several_groups(apart: Sequence[bool]) -> int:
    """How many groups of several lines stand between two that are ``apart``."""
    return sum(above and not here for above, here in pairwise([True, *apart]))


def _are_whole(cells: Sequence[Cell], size: int) -> bool:
    """Whether nearly all lines from one row's number to the next are as many as the heads: nothing is broken there."""
    numbered = [at for at, counted in enumerate(counted_rows(cells)) if counted]
    rows = [below - at for at, below in pairwise([*numbered, len(cells)])]
    return bool(rows) and rows.count(size) >= _REGULAR * len(rows)


def _are_items(cells: Sequence[Cell]) -> bool:
    """Whether nearly all lines open with a label: items, of which none is the rest of another."""
    return sum(cell.label is not None for cell in cells) >= _REGULAR * len(cells)


def _parts_cells(cells: Sequence[Cell], widths: Sequence[Width], apart: Sequence[bool]) -> bool:
    """Whether blank lines part the cells: the lines between two of them are one broken text, filled but for the last."""
    starts = [0, *(at + 1 for at, gap in enumerate(apart) if gap)]
    groups = [range(start, end) for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)]
    several = [group for group in groups if len(group) > 1]
    filled = [group for group in several if _is_filled(cells, widths, group)]
    return len(several) >= _FEWEST_APART and len(several) < len(groups) and len(filled) >= _FILLED * len(several)


def _is_filled(cells: Sequence[Cell], widths: Sequence[Width], group: range) -> bool:
    least = max(widths[at].least for at in group[:-1])
    room = min(widths[at].more for at in group[:-1])
    return least < room and widths[group[-1]].least < room and all(cells[at].number is None for at in group)


class _Cut:
    """The search for the best cut of the lines of one table.

    Its states are the column of the last cell, and behind all columns that of a heading.
    """

    def __init__(
        self,
        text: str,
        alone: Sequence[Cell],
        widths: Sequence[Width],
        joints: Joints,
        heads: Sequence[Head],
        firsts: frozenset[int],
    ) -> None:
        #: The lines that begin the rows, where these are known.
        self._firsts = firsts
        self._text, self._alone, self._widths, self._joints = text, alone, widths, joints
        self._columns = columns_for_stream(heads, alone)
        self._sense = first_sense(self._columns, alone)
        self._runs = [list(self._runs_from(at)) for at in range(len(alone))]

    def cells(self) -> list[Cell]:
        """The cells of the best cut in order, which is looked for again with what the first reading taught."""
        found = self._search(self._sense.skip)
        sense = learnt_sense(rows_of(found, len(self._columns)), self._columns, self._sense)
        if sense is not None:
            found = self._search(sense.skip)
        last = -1
        for cell, _, _ in found:
            last += len(cell.ranges)
            cell.unsure = last + 1 < len(self._alone) and self._joints.is_unsure(last)
        return [cell for cell, _, _ in found]

    def _search(self, skip: Sequence[float]) -> list[Placed]:
        """The cells of the best cut; ``skip`` is what an empty cell costs by column."""
        n = len(self._columns)
        skipped = list(accumulate(skip, initial=0.0))
        ends = [rest_cost(i, skipped, BARE_ROW) for i in range(n + 1)]
        best = [[_NEVER] * (n + 1) for _ in range(len(self._alone) + 1)]
        ways: list[list[_Way | None]] = [[None] * (n + 1) for _ in best]
        best[0][n] = 0.0
        for at, runs in enumerate(self._runs):
            parted = self._joints.parting(at - 1) if at else 0.0
            entries = self._entries(at, best[at], skipped, ends)
            for run in runs if max(best[at]) > _NEVER / 2 else ():
                scores = best[run.end]
                for j, ((score, source, new), fit) in enumerate(zip(entries, run.fits, strict=True)):
                    score += fit - parted
                    if score > scores[j]:
                        scores[j] = score
                        ways[run.end][j] = _Way(at, source, new, run.cell)
        last = [score - end for score, end in zip(best[-1], ends, strict=True)]
        return list(reversed(list(_traced(ways, last.index(max(last))))))

    def _entries(
        self, at: int, best: Sequence[float], skipped: Sequence[float], ends: Sequence[float]
    ) -> list[tuple[float, int, bool]]:
        """For every column and a heading, the best score of a cell there that begins with line ``at``, and how it came."""
        ended = [score - end for score, end in zip(best, ends, strict=True)]
        begun = max(ended)
        source = ended.index(begun)
        if self._firsts and at not in self._firsts:
            begun = _NEVER
        inside = at not in self._firsts
        entries: list[tuple[float, int, bool]] = []
        for column in self._columns:
            j = column.index
            entry = (begun - skipped[j] - _NEW_ROW, source, True)
            for i in range(j if inside else 0):
                entry = max(entry, (best[i] - skipped[j] + skipped[i + 1], i, False))
            if at and inside and best[j] > _NEVER / 2:
                more = continuation_cost(self._alone[at], self._alone[at - 1], column)
                entry = max(entry, (best[j] - more, j, False))
            entries.append(entry)
        return [*entries, (begun, source, True)]

    def _runs_from(self, at: int) -> Iterator[_Run]:
        """The cells that may begin with line ``at``."""
        cost = 0.0
        low, high = 0, 1 << 20
        for end in range(at + 1, min(len(self._alone), at + _MOST_LINES) + 1):
            if end > at + 1:
                width = self._widths[end - 2]
                low, high = max(low, width.least), min(high, width.more)
                cost += self._joints.joining(end - 2, low, high)
                if cost > MOST_COST:
                    return
            cell = self._joined(at, end)
            yield _Run(end, cell, [fit - cost for fit in self._fits(at, cell)])

    def _joined(self, at: int, end: int) -> Cell:
        if end == at + 1:
            return self._alone[at]
        lines = self._alone[at:end]
        return join_cells(self._text, lines, glued=broken_places(lines))

    def _fits(self, at: int, cell: Cell) -> list[float]:
        """How well the cell that begins with line ``at`` fits every column, and a heading."""
        style = self._sense.item_style
        fits = fitnesses(cell, self._columns, style)
        counted = self._joints.counted
        if not counted[at] and any(counted):
            for column in self._columns:
                if column.head.kind == "number":
                    fits[column.index] = _NO_NUMBER
        return [*fits, heading_fitness(cell, len(self._columns), style)]


def _traced(ways: Sequence[Sequence[_Way | None]], state: int) -> Iterator[Placed]:
    """The cells that led to ``state``, from the last to the first."""
    at = len(ways) - 1
    while (way := ways[at][state]) is not None:
        yield way.cell, state, way.begins
        at, state = way.start, way.source
