"""The rows of a table whose cells were broken at the widths of their columns.

1 压缩开办 时间 企业开办时间压缩至0.5个工 作日以内。 县市场监管 局 2031年6月 底前
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ...fields.heads import Head
from ..body.lines import Printed, Split
from ..body.printed_rows import PrintedRow, make_row
from ..grid.cells import Cell
from .pieces import Joint, Piece, cut_pieces, joints, lone_pieces
from .search import Found, Search

#: So many cells are surely broken inside lines, this share of what stands between pieces; so many joints fill their
#: columns, this share of all; this share of them stand inside lines.
_FEWEST, _TORN, _SHARE, _BESIDE = 3, 0.08, 0.7, 0.5
#: So many pieces tell whether the rest of a long table is worth a look.
_SAMPLE = 400
#: So many lines of a table with a cell a line tell whether any are broken: this share of them, at least.
_FIRST, _HARDLY = 80, 0.04


def narrow_rows(text: str, heads: Sequence[Head], lines: Sequence[Split]) -> list[PrintedRow] | None:
    """The rows of ``lines``; None where no width of a column breaks its cells."""
    pieces = cut_pieces(text, lines)
    between = joints(pieces)
    found = _read(text, pieces, between, heads, _BESIDE) if _is_narrow(lines, pieces, between) else None
    return _rows(text, *found) if found is not None else None


def is_narrow(text: str, lines: Sequence[Split]) -> bool:
    """Whether cells of ``lines`` were surely broken inside lines."""
    pieces = cut_pieces(text, lines)
    return _is_narrow(lines, pieces, joints(pieces))


def _is_narrow(lines: Sequence[Split], pieces: Sequence[Piece], between: Sequence[Joint]) -> bool:
    inside = [joint for joint, below in zip(between, pieces[1:], strict=False) if not below.first]
    return len(inside) >= len(lines) and sum(joint.torn for joint in inside) >= max(_FEWEST, _TORN * len(inside))


def narrow_stream(
    text: str, heads: Sequence[Head], cells: Sequence[Cell], rows: Sequence[Sequence[Split]] = ()
) -> list[Cell] | None:
    """The whole cells of a page that prints each piece, ``cells``, on a line of its own; ``rows`` are the lines
    of each row, where these are known.

    Where they stand is for the grid to tell, which knows more of rows that lack cells.
    """
    if len(cells) > 2 * _FIRST and not _is_broken(joints(lone_pieces(cells[:_FIRST])), _HARDLY):
        return None  # most pages break no cells so
    pieces = lone_pieces(cells, frozenset(accumulate(map(len, rows[:-1]), initial=0)) if rows else frozenset())
    between = joints(pieces)
    if not _is_broken(between, _TORN):
        return None
    found = _read(text, pieces, between, heads, 0.0)
    return _cells(*found) if found is not None else None


def _is_broken(between: Sequence[Joint], share: float) -> bool:
    """Whether so many cells are surely broken, and such a share of what stands between pieces."""
    return sum(joint.torn for joint in between) >= max(_FEWEST, share * len(between))


def _read(
    text: str, pieces: Sequence[Piece], between: Sequence[Joint], heads: Sequence[Head], least: float
) -> tuple[list[Found], int] | None:
    if len(pieces) > 2 * _SAMPLE and not _found(text, pieces[:_SAMPLE], between[: _SAMPLE - 1], heads, least):
        return None
    return _found(text, pieces, between, heads, least)


def _found(
    text: str, pieces: Sequence[Piece], between: Sequence[Joint], heads: Sequence[Head], least: float
) -> tuple[list[Found], int] | None:
    """The cells of the best cut and how many columns there are; None where the widths of columns do not tell it."""
    search = Search(text, pieces, between, heads)
    found = search.found()
    size = len(search.columns)
    inner = [at for cell in found if cell.column < size for at in range(cell.start, cell.end - 1)]
    beside = sum(1 for at in inner if not pieces[at + 1].first)
    told = sum(map(search.is_whole, inner))
    if search.widths.filled < max(_FEWEST, _SHARE * told) or beside < least * len(inner):
        return None
    while found and found[-1].column == size:
        found.pop()  # no rows stand below
    return found, size


def _cells(found: Sequence[Found], size: int) -> list[Cell]:
    """The cells in order; those that stand over the rows are headings."""
    for cell in found:
        if cell.column == size:
            cell.cell.heads = True
    return [cell.cell for cell in found]


def _rows(text: str, found: Sequence[Found], size: int) -> list[PrintedRow]:
    rows: list[PrintedRow] = []
    row: dict[int, list[Cell]] = {}
    line = 0
    for cell in found:
        if (cell.begins or cell.column == size) and row:
            rows.append(_row(text, row, size, line))
            row = {}
        if cell.column == size:
            cell.cell.heads, cell.cell.starts_row = True, True
            rows.append((cell.cell,))
            continue
        if not row:
            line = cell.cell.line
        row.setdefault(cell.column, []).append(cell.cell)
    if row:
        rows.append(_row(text, row, size, line))
    return rows


def _row(text: str, row: dict[int, list[Cell]], size: int, line: int) -> PrintedRow:
    printed: list[Printed] = [tuple(r for cell in row.get(i, ()) for r in cell.ranges) for i in range(size)]
    made = make_row(text, printed, line)
    for i, cells in row.items():
        cell = made[i]
        if cell is not None:
            cell.glued = _glued(cells)
    return made


def _glued(cells: Sequence[Cell]) -> tuple[int, ...]:
    found: list[int] = []
    at = 0
    for cell in cells:
        found.extend(at + place for place in cell.glued)
        at += len(cell.ranges)
    return tuple(found)
