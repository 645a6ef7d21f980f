"""The cells of pieces that were broken at the widths of their columns.

The widths are not known at first: the best cut is found by what the pieces say, then again with the widths of its cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import Head
from .candidates import Candidates
from .extents import SCALES, Extent, Fill, best_fill, extents, least_width, popular_widths
from .joints import MOST_COST, Joint
from .pieces import Piece, is_running
from .search import Found, Search, Widths

#: So many joints fill their columns, this share of all.
_FEWEST, _SHARE = 3, 0.7
#: So many pieces tell whether the rest of a long table is worth a look.
_SAMPLE = 400
_ROUNDS = 4


def column_cells(
    text: str, pieces: Sequence[Piece], between: Sequence[Joint], heads: Sequence[Head], beside: float = 0.0
) -> tuple[list[Found], int] | None:
    """The cells of the best cut and how many columns there are; None where the widths of columns do not tell it.

    Such a share of the breaks must stand ``beside`` others on one line.
    """
    if len(pieces) > 2 * _SAMPLE and not _cut(text, pieces[:_SAMPLE], between[: _SAMPLE - 1], heads, beside):
        return None
    return _cut(text, pieces, between, heads, beside)


def _cut(
    text: str, pieces: Sequence[Piece], between: Sequence[Joint], heads: Sequence[Head], beside: float
) -> tuple[list[Found], int] | None:
    columns = _Columns(Candidates(text, pieces, heads), pieces, between)
    found, filled = columns.found()
    size = columns.size
    inner = [at for cell in found if cell.column < size for at in range(cell.start, cell.end - 1)]
    inside = sum(1 for at in inner if not pieces[at + 1].first)
    if filled < max(_FEWEST, _SHARE * len(inner)) or inside < beside * len(inner):
        return None
    while found and found[-1].column == size:
        found.pop()  # no rows stand below
    return found, size


class _Columns:
    """Learns the widths of the columns of a table."""

    def __init__(self, candidates: Candidates, pieces: Sequence[Piece], between: Sequence[Joint]) -> None:
        self._measured = [extents([piece.cell.text for piece in pieces], scale) for scale in SCALES]
        self._search = Search(candidates, pieces, between)
        self.size = len(candidates.columns)
        running = [
            self._measured[0][at]
            for at, joint in enumerate(between)
            if is_running(pieces[at].cell) and joint.joining < MOST_COST
        ]
        self._popular = popular_widths(running)
        skip = candidates.sense.skip
        main = max(range(self.size), key=lambda i: skip[i])
        first = [Fill(width, 0, 0) for width in self._popular][:1]
        self._first = tuple(first[0] if i == main and first else None for i in range(self.size))

    def found(self) -> tuple[list[Found], int]:
        """The cells of the best cut in order, and how many of their joints fill their columns."""
        widths = Widths(self._first, self._measured[0], self._popular)
        found = self._search.best(widths)
        for _ in range(_ROUNDS):
            learnt = max((self._learnt(found, extents) for extents in self._measured), key=lambda widths: widths.filled)
            if learnt == widths:
                break
            widths = learnt
            found = self._search.best(widths)
        return self._search.best(widths) if self._search.teach(found) else found, widths.filled

    def _learnt(self, found: Sequence[Found], extents: Sequence[Extent]) -> Widths:
        """The widths of the columns that cells ``found`` tell, on the scale of ``extents``."""
        fills: list[Fill | None] = []
        for column in range(self.size):
            here = [cell for cell in found if cell.column == column]
            inner = [at for cell in here for at in range(cell.start, cell.end - 1)]
            pieces = [extents[at] for cell in here for at in range(cell.start, cell.end)]
            fills.append(best_fill([extents[at] for at in inner], pieces) or least_width(pieces))
        return Widths(tuple(fills), extents, self._popular)
