"""Pieces of cells that are joined by blanks, and the cells that they may make up where the page broke cells over lines.

Only the last piece of a line can go on, and only with the first of the next. Whether both are one cell is told by what
stands at the break, what kind of cell either would be alone, and how wide the lines are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...fields.breaks import breaks_inside
from ...text.labels import bare_number
from ..grid.cells import Cell, join_cells, make_cell
from ..grid.fitness import fitness, heading_fitness
from ..grid.shape import Column
from .lines import Split, split_blanks

#: A cell is broken into so many lines at most; a longer one stays in pieces.
_MOST_LINES = 16
#: What a joint costs: little, more between what could be two names or sentences, most where an item or a cell
#: of another kind begins.
_JOINT, _NAMES, _WIDER, _SENTENCES, _ITEM = 0.15, 0.5, 0.5, 0.7, 1.2
_KINDS = 3.0
#: A line this long that ends with a full stop may be a sentence below the table.
_PROSE = 12
_LIKE, _UNLIKE, _TEXT = 0.6, 0.3, 8
#: No cell ends in the first of these or begins with the second.
_OPEN, _REST, _UNFINISHED = "、，（【〔《“", "、，。；）】〕》”", 3.0
_ITEMS = ("arabic", "han", "han_bracket", "part")


class Piece(NamedTuple):
    """A stretch between blanks as a cell of its own, and whether it is the ``first`` of its line and the ``last``, which may go on."""

    cell: Cell
    first: bool
    last: bool

    @property
    def may_stand_below(self) -> bool:
        """True for a list of units alone on its line: it may be the rest of one that was cut off in the row above."""
        return self.first and self.last and self.cell.unit > _LIKE


class Run(NamedTuple):
    """Pieces that may be one cell, up to piece ``end``: how well it fits every column, and a heading."""

    end: int
    cell: Cell
    fits: list[float]
    heading: float


def cut_pieces(text: str, rows: Sequence[Split], columns: int) -> list[Piece]:
    """The pieces of lines cut at blanks.

    Nothing of a whole numbered row stands on the next line when that holds several pieces: it begins a row.
    """
    pieces: list[Piece] = []
    for at, row in enumerate(rows):
        behind = rows[at + 1].filled if at + 1 < len(rows) else ()
        whole = len(row.filled) == columns and len(behind) > 1 and _is_numbered(text, row)
        pieces.extend(_pieces(text, row, whole))
    return pieces


def without_prose(text: str, lines: list[Split]) -> list[Split]:
    """The lines of a table without sentences right below a row that ends in units or a time: no cell goes on so."""
    while len(lines) > 1 and len(lines[-1].line.text) >= _PROSE and lines[-1].line.text[-1] == "。":
        above = split_blanks(lines[-2].line)
        last = make_cell(text, above.filled[-1], 0)
        if len(lines[-1].line.text.split()) > 1 or len(above.filled) < 2 or max(last.unit, last.deadline) <= _LIKE:
            break
        lines = lines[:-1]
    return lines


def _is_numbered(text: str, row: Split) -> bool:
    start, end = row.filled[0][0]
    return bare_number(text[start:end]) is not None


def _pieces(text: str, row: Split, ended: bool) -> Iterator[Piece]:
    filled = [i for i, cell in enumerate(row.cells) if cell]
    for i in filled:
        gap = 1 if row.cells[i + 1 : i + 2] == ((),) else None
        yield Piece(
            make_cell(text, row.cells[i], row.line.index, gap=gap), i == filled[0], i == filled[-1] and not ended
        )


def runs_from(text: str, pieces: Sequence[Piece], at: int, columns: Sequence[Column], style: str | None) -> list[Run]:
    """The cells that may begin with piece ``at``; ``style`` is that of the table's items."""
    runs: list[Run] = []
    in_text = in_units = 0.0
    for end in range(at + 1, min(len(pieces), at + _MOST_LINES) + 1):
        if end > at + 1:
            before, behind = pieces[end - 2], pieces[end - 1]
            if not (before.last and behind.first) or not _may_join(before, behind):
                break
            costs = _joint_costs(before.cell, behind.cell)
            in_text, in_units = in_text + costs[0], in_units + costs[1]
        cell = _joined(text, pieces[at:end])
        strange = _UNFINISHED * ((cell.text[-1] in _OPEN) + (cell.text[0] in _REST))
        fits = [
            fitness(cell, column, style) - strange - (in_units if column.head.kind == "unit" else in_text)
            for column in columns
        ]
        runs.append(Run(end, cell, fits, heading_fitness(cell, len(columns), style) - strange - in_text))
    return runs


def _joined(text: str, pieces: Sequence[Piece]) -> Cell:
    if len(pieces) == 1:
        return pieces[0].cell
    return join_cells(text, [piece.cell for piece in pieces], pieces[-1].cell.gap)


def _may_join(before: Piece, behind: Piece) -> bool:
    """False where a number of a row stands on either side; 2031 | 年6月底 is none."""
    if behind.cell.number is not None or (before.first and before.cell.number is not None):
        return False
    return before.cell.number is None or breaks_inside(before.cell.text, behind.cell.text)


def _joint_costs(before: Cell, behind: Cell) -> tuple[float, float]:
    """What it costs to join two lines in a text, and in a list of units."""
    if breaks_inside(before.text, behind.text):
        return 0.0, 0.0
    if behind.label is not None and behind.label.style in _ITEMS:
        return _ITEM, _ITEM
    kinds = _kind(before), _kind(behind)
    if None not in kinds and kinds[0] != kinds[1]:
        return (_KINDS, _KINDS) if "text" not in kinds else (_ITEM, _ITEM)
    unit = _NAMES if kinds == ("unit", "unit") else _JOINT
    text = _SENTENCES if before.closed else _JOINT
    return text + (_WIDER if _width(behind.text) > _width(before.text) + 1 else 0.0), unit


def is_fragment(before: Cell, behind: Cell) -> bool:
    """Whether one of two lines shows by itself that a cell was broken between them."""
    if breaks_inside(before.text, behind.text) or before.text[-1] in _OPEN or behind.text[0] in _REST:
        return True
    return None in (_kind(before), _kind(behind)) or (behind.closed and not before.closed)


def are_rows(pieces: Sequence[Piece]) -> bool:
    """Whether every line is a row: it opens with a number or a text and ends in a whole cell, and each task is a sentence.

    So where rows lack their numbers, as they do under merged ones.
    """
    if not all(piece.cell.closed for piece in pieces if _is_text(piece.cell)):
        return False
    bare = [piece for piece in pieces if piece.first and piece.cell.number is None]
    if not any(piece.last or _is_text(piece.cell) for piece in bare):
        return False
    if any(max(piece.cell.unit, piece.cell.deadline) > _LIKE or piece.cell.text[0] in _REST for piece in bare):
        return False
    ends = (piece.cell for piece in pieces if piece.last)
    return all(cell.closed or max(cell.unit, cell.deadline, cell.person) > _LIKE for cell in ends)


def _is_text(cell: Cell) -> bool:
    return len(cell.text) >= _PROSE and max(cell.unit, cell.deadline) < _UNLIKE


def _width(text: str) -> float:
    """The width of a line in Chinese characters: a broken text fills all its lines but the last."""
    return len(text) - 0.5 * sum(map(str.isascii, text))


def _kind(cell: Cell) -> str | None:
    """What a line alone says it is; None for a fragment of anything."""
    if max(cell.unit, cell.deadline) > _LIKE:
        return "unit" if cell.unit >= cell.deadline else "deadline"
    return "text" if len(cell.text) >= _TEXT and max(cell.unit, cell.deadline) < _UNLIKE else None
