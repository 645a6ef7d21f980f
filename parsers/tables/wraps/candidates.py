"""The cells that pieces of a table may make, and how well they fit its columns."""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import TEXT_KINDS, Head
from ..grid.cells import Cell, join_cells
from ..grid.fitness import fitnesses, heading_fitness
from ..grid.looks import SOFT_KINDS
from ..grid.sense import first_sense
from ..grid.stream_columns import columns_for_stream
from .names import broken_places
from .pieces import Piece

#: A figure that counts no rows, in a column of numbers that do.
_NO_NUMBER = -6.0
#: Widths tell which text stands where, not how long it is: a text fits no better than this.
_TEXT = 0.5
#: A text that ends without a full stop, though one of its pieces ends with one.
_UNCLOSED = 0.8
#: Where so many cells a piece may be made that nothing tells them apart, they are no longer than this; and at most.
_MOST_CELLS, _FEW_PIECES, _MOST_PIECES = 6, 6, 40


class Candidates:
    """The cells of the pieces of one table under its columns, each made once."""

    def __init__(self, text: str, pieces: Sequence[Piece], heads: Sequence[Head]) -> None:
        self._text, self._pieces = text, pieces
        #: The pieces as cells of their own.
        self.alone = [piece.cell for piece in pieces]
        self.columns = columns_for_stream(heads, self.alone)
        self.sense = first_sense(self.columns, self.alone)
        #: Whether numbers count the rows.
        self.numbered = any(piece.counted for piece in pieces)
        self._made: dict[tuple[int, int], tuple[Cell, list[float]]] = {}

    @property
    def longest(self) -> int:
        """How many pieces a cell is broken into at most."""
        return _MOST_PIECES if len(self._made) < _MOST_CELLS * len(self._pieces) else _FEW_PIECES

    def cell(self, at: int, end: int) -> tuple[Cell, list[float]]:
        """The cell of the pieces from ``at`` to ``end``, and how well it fits every column, and a heading."""
        made = self._made.get((at, end))
        if made is None:
            cell = self._joined(at, end)
            made = self._made[at, end] = (cell, self._fits(at, end, cell))
        return made

    def _joined(self, at: int, end: int) -> Cell:
        if end == at + 1:
            return self.alone[at]
        lines = self.alone[at:end]
        listed = any("、" in line.text for line in lines)
        return join_cells(self._text, lines, glued=tuple(range(1, len(lines))) if listed else broken_places(lines))

    def _fits(self, at: int, end: int, cell: Cell) -> list[float]:
        style = self.sense.item_style
        fits = fitnesses(cell, self.columns, style)
        unclosed = not cell.closed and any(piece.closed for piece in self.alone[at : end - 1])
        for column in self.columns:
            kind, j = column.head.kind, column.index
            if kind == "number" and self.numbered and not self._pieces[at].counted:
                fits[j] = _NO_NUMBER
            if kind in SOFT_KINDS:
                fits[j] = min(fits[j], _TEXT)
            if unclosed and kind in TEXT_KINDS:
                fits[j] -= _UNCLOSED
        return [*fits, heading_fitness(cell, len(self.columns), style)]
