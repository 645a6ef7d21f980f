"""The best way to put the pieces of a table together to cells under its columns.

What speaks for pieces being one cell is that all but the last fill a width, that of their column or one of the page's,
that they fit a column together, and what stands at the break (:mod:`.joints`). The best cut of all pieces is found from
left to right, as in :mod:`..grid.search`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from ....normalize.named_tuples import NamedTuple
from ...fields.heads import TEXT_KINDS
from ..grid.cells import Cell
from ..grid.continuation import continuation_cost
from ..grid.gap_costs import BARE_ROW, rest_cost
from ..grid.sense import learnt_sense
from ..grid.shape import rows_of
from .candidates import Candidates
from .extents import Extent, Fill, unlike_cost, wide_share
from .joints import MOST_COST, Joint
from .pieces import Piece

_NEVER = -1e9
_NEW_ROW = 0.2
#: A row without a number where numbers count rows.
_UNNUMBERED = 1.0
#: A row that begins inside a line of several cells, and a line that begins none where cells are broken anywhere.
_INSIDE, _GOES_ON = 2.5, 0.5
#: A blank that is none of a break.
_SOFT = 0.4
#: A cell that goes on at no known width; a text, or names, on a line of their own inside a cell.
_UNTOLD, _ODD_LINE, _OWN_LINE = 0.6, 1.5, 1.2
#: A cell whose column the gap in front of it does not tell.
_OTHER_GAP = 4.0
#: It is not sure that a cell ends where it costs more than this.
_UNSURE = 0.6


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
    """The widths of the columns as far as they are known, and the extents of all pieces on their scale.

    ``popular`` are the widths at which cells of the other columns are broken, and how common each is.
    """

    fills: tuple[Fill | None, ...]
    extents: Sequence[Extent]
    popular: Mapping[int, float]

    @property
    def filled(self) -> int:
        """How many joints fill their columns."""
        return sum(fill.filled for fill in self.fills if fill is not None)

    def commonness(self, at: int) -> float:
        """How common the widest of the popular widths is that piece ``at`` fills, where the next is no wider; 0 for none."""
        here, behind = self.extents[at], self.extents[at + 1]
        shares = (share for width, share in self.popular.items() if here.fills(width) and behind.least <= width)
        return max(shares, default=0.0)


class Search:
    """The best cut of the pieces of one table; its states are the column of the last cell, and that of a heading."""

    def __init__(
        self, candidates: Candidates, pieces: Sequence[Piece], between: Sequence[Joint], goes_on: float = _GOES_ON
    ) -> None:
        #: What it costs that a line of several pieces begins no row.
        self._goes_on = goes_on
        self._candidates, self._pieces, self._joints = candidates, pieces, between
        self._columns = candidates.columns
        self._several = not all(piece.first for piece in pieces)
        self._skip: Sequence[float] = candidates.sense.skip

    def teach(self, found: Sequence[Found]) -> bool:
        """Take over what an empty cell costs by column where cells ``found`` teach it."""
        rows = rows_of(((cell.cell, cell.column, cell.begins) for cell in found), len(self._columns))
        sense = learnt_sense(rows, self._columns, self._candidates.sense)
        self._skip = self._skip if sense is None else sense.skip
        return sense is not None

    def best(self, widths: Widths) -> list[Found]:
        """The cells of the best cut in order."""
        n = len(self._columns)
        skipped = list(accumulate(self._skip, initial=0.0))
        ends = [rest_cost(i, skipped, BARE_ROW) for i in range(n + 1)]
        best = [[_NEVER] * (n + 1) for _ in range(len(self._pieces) + 1)]
        ways: list[list[_Way | None]] = [[None] * (n + 1) for _ in best]
        best[0][n] = 0.0
        common = list(map(widths.commonness, range(len(self._joints))))
        for at in range(len(self._pieces)):
            if max(best[at]) <= _NEVER / 2:
                continue
            entries = self._entries(at, best[at], skipped, ends)
            for end, gains in self._runs(at, widths, common):
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
            yield Found(way.start, at, state, way.begins, self._candidates.cell(way.start, at)[0])
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
        goes_on = self._goes_on if self._several and piece.first else 0.0
        numbered = self._candidates.numbered
        entries: list[tuple[float, int, bool]] = []
        for column in self._columns:
            j = column.index
            unnumbered = _UNNUMBERED if numbered and column.head.kind != "number" else 0.0
            gap = _OTHER_GAP if piece.first and piece.empty not in (None, j) else 0.0
            entry = (begun - skipped[j] - _NEW_ROW - unnumbered - gap, source, True)
            for i in range(0 if piece.begins else j):
                gap = 0.0 if piece.empty in (None, j - i - 1) else _OTHER_GAP
                entry = max(entry, (best[i] - skipped[j] + skipped[i + 1] - goes_on - gap, i, False))
            if at and not piece.begins and not piece.empty and best[j] > _NEVER / 2:
                before = self._pieces[at - 1].cell
                more = continuation_cost(piece.cell, before, column)
                if column.head.kind in TEXT_KINDS and not before.closed and piece.cell.label is None:
                    more += _ODD_LINE
                elif column.head.kind == "unit":
                    more += _OWN_LINE
                entry = max(entry, (best[j] - more - goes_on, j, False))
            entries.append(entry)
        return [*entries, (begun, source, True)]

    def _runs(self, at: int, widths: Widths, common: Sequence[float]) -> Iterator[tuple[int, list[float]]]:
        """The cells that may begin with piece ``at``: up to where, and what each gains in every column and as a heading."""
        fills, extents = widths.fills, widths.extents
        n = len(self._columns)
        costs = [0.0 if fill is None else extents[at].over_cost(fill.width) for fill in fills]
        costs.append(0.0)
        filled = [0] * (n + 1)
        low, high = 0, 1 << 20
        for end in range(at + 1, min(len(self._pieces), at + self._candidates.longest) + 1):
            if end > at + 1:
                joint, here, behind = self._joints[end - 2], extents[end - 2], extents[end - 1]
                if joint.joining > MOST_COST:
                    return
                low, high = max(low, here.least), min(high, here.more)
                unlike = unlike_cost(max(behind.least, low), high)
                untold = joint.joining + (
                    unlike / 2 if joint.torn or joint.soft else unlike or (0.0 if common[end - 2] else _UNTOLD)
                )
                for j, fill in enumerate(fills):
                    costs[j] += untold if fill is None else _joining(joint, fill.width, here, behind, filled, j)
                costs[n] += joint.joining if joint.soft else joint.joining + unlike
                if min(costs) > MOST_COST:
                    return
            fits = self._candidates.cell(at, end)[1]
            parting = self._parting(end, widths, common) if end < len(self._pieces) else [0.0] * (n + 1)
            yield end, [fit - cost - more for fit, cost, more in zip(fits, costs, parting, strict=True)]

    def is_unsure(self, end: int, widths: Widths) -> bool:
        """Whether a cell that ends before piece ``end`` may go on, in a column of no known width."""
        joint = self._joints[end - 1]
        return joint.parting * (joint.torn or widths.commonness(end - 1)) > _UNSURE

    def _parting(self, end: int, widths: Widths, common: Sequence[float]) -> list[float]:
        """What it costs that a cell of each column, and a heading, ends before piece ``end``."""
        joint, last = self._joints[end - 1], widths.extents[end - 1]
        inside = _INSIDE if self._several and not self._pieces[end].first else 0.0
        if joint.torn:
            return [joint.parting] * len(widths.fills) + [joint.parting + inside]
        wide = wide_share(last.most)
        shares = (common[end - 1] if fill is None else wide * last.fills(fill.width) for fill in widths.fills)
        return [*(joint.parting * share for share in shares), inside]


def _joining(joint: Joint, width: int, before: Extent, behind: Extent, filled: list[int], j: int) -> float:
    """What it costs that a cell of column ``j``, of that ``width``, goes on behind a joint; ``filled`` is how much of the line is."""
    over = behind.over_cost(width)
    if joint.soft:
        whole = filled[j] + before.most
        if whole + behind.most <= width:
            filled[j] = whole
            return joint.joining / 2 + _SOFT
    if filled[j]:
        whole = filled[j]
        before = Extent(whole + before.least, whole + before.most, whole + before.more)
        filled[j] = 0
        over += before.over_cost(width)
    cost = before.joint_cost(width)
    return over + (cost if joint.torn else cost + joint.joining * (1.0 if cost else joint.listed))
