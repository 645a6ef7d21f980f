"""The rows of a table that prints them with but blanks between cells, and breaks its cells at the widths of their columns.

1 压缩开办 时间 企业开办时间压缩至0.5个工 作日以内。 县市场监管 局 2031年6月 底前
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import Head
from ..body.lines import Printed, Split, split_blanks
from ..body.printed_rows import PrintedRow, make_row
from ..grid.cells import Cell, glued_places
from .columns import column_cells
from .joints import are_broken, joints, tears
from .pieces import Piece, cut_pieces
from .search import Found

#: Such a share of the breaks stand inside lines.
_BESIDE = 0.5
#: So many pieces a line tell that most of them hold a line of one cell.
_ALONE = 1.6
#: So many of the lines have a piece for every column.
_WHOLE = 0.7
#: Gaps mark empty cells where such a share of them is wide, and cells are broken in so many rows.
_WIDE, _BROKEN = 0.3, 0.5
_MOST_LEAD = 9
_GAP = lazy_pattern(" +")


def narrow_rows(text: str, heads: Sequence[Head], lines: Sequence[Split]) -> list[PrintedRow] | None:
    """The rows of ``lines``; None where no width of a column breaks its cells, or most lines hold a whole row."""
    if sum(len(split_blanks(split.line).filled) == len(heads) for split in lines) > _WHOLE * len(lines):
        return None
    empties = _told_empties(text, lines, len(heads))
    pieces = cut_pieces(text, lines, empties)
    alone = len(pieces) < _ALONE * len(lines) and are_broken(tears(pieces))  # a line of a cell a line, but for a few
    narrow = alone or empties is not None or _is_narrow(lines, pieces)
    found = column_cells(text, pieces, joints(pieces), heads, 0.0 if alone else _BESIDE) if narrow else None
    return _rows(text, *found) if found is not None else None


def _told_empties(text: str, lines: Sequence[Split], size: int) -> list[list[int]] | None:
    """How many empty cells stand before each piece, where each blank but one that parts cells marks one, else None.

    So it is where few gaps are wide, every row has a piece for each of ``size`` columns that its gaps leave, and most have
    more, their cells being broken.
    """
    empties = [[_lead(text, split), *(len(gap) - 1 for gap in _GAP.findall(split.line.text))] for split in lines]
    gaps = [gap for line in empties for gap in line]
    places = [len(line) + sum(line) for line in empties]
    broken = sum(1 for many in places if many > size)
    told = any(gaps) and sum(map(bool, gaps)) < _WIDE * len(gaps) and min(places) >= size
    return empties if told and broken >= _BROKEN * len(lines) else None


def _lead(text: str, split: Split) -> int:
    """How many blanks the line begins with, up to :data:`_MOST_LEAD`."""
    before = text[max(0, split.line.start - _MOST_LEAD) : split.line.start]
    return len(before) - len(before.rstrip(" "))


def is_narrow(text: str, lines: Sequence[Split]) -> bool:
    """Whether cells of ``lines`` were surely broken inside lines."""
    return _is_narrow(lines, cut_pieces(text, lines))


def _is_narrow(lines: Sequence[Split], pieces: Sequence[Piece]) -> bool:
    inside = [torn for torn, below in zip(tears(pieces), pieces[1:], strict=False) if not below.first]
    return len(inside) >= len(lines) and are_broken(inside)


def _rows(text: str, found: Sequence[Found], size: int) -> list[PrintedRow]:
    rows: list[PrintedRow] = []
    row: dict[int, list[Cell]] = {}
    for cell in found:
        if (cell.begins or cell.column == size) and row:
            rows.append(_row(text, row, size))
            row = {}
        if cell.column == size:
            cell.cell.heads, cell.cell.starts_row = True, True
            rows.append((cell.cell,))
        else:
            row.setdefault(cell.column, []).append(cell.cell)
    if row:
        rows.append(_row(text, row, size))
    return rows


def _row(text: str, row: dict[int, list[Cell]], size: int) -> PrintedRow:
    printed: list[Printed] = [tuple(r for cell in row.get(i, ()) for r in cell.ranges) for i in range(size)]
    made = make_row(text, printed, next(iter(row.values()))[0].line)
    for i, cells in row.items():
        cell = made[i]
        if cell is not None:
            cell.glued = glued_places(cells)
    return made
