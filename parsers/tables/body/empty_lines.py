"""Tables that print a cell a line, a blank line for each empty cell, and blank lines between their rows.

序号
工作任务
牵头单位
责任单位
完成时限

1
修桥1座
县交通局

9月底前

2
修渠2公里
县水利局
县财政局
10月底前

The numbers tell where rows begin; behind another blank line a row goes on, where what follows suits the columns that are left.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.named_tuples import NamedTuple
from ...fields.heads import Head
from ..grid.cells import Cell
from ..heads.head_row import STREAM, HeadRow
from .lines import Split
from .printed_rows import PrintedRow

#: A cell this much like a unit, a person or a time is one.
_SURE = 0.6
_FEWEST = 2


class _Piece(NamedTuple):
    """The cells of lines that stand close, and the number of blank lines above them."""

    blanks: int
    cells: list[Cell]


def rows_with_empty_lines(
    splits: Sequence[Split], head: HeadRow, lines: Sequence[Split], alone: Sequence[Cell]
) -> list[PrintedRow]:
    """The rows of ``lines``, each the cell ``alone``, where blank lines in them are empty cells; none for other tables."""
    heads = head.heads
    number = next((at for at, column in enumerate(heads) if column.kind == "number"), None)
    if number is None or head.way != STREAM or head.last - head.first + 1 != len(heads) or not lines:
        return []
    pieces = list(_pieces(splits, head.last, lines, alone))
    if not pieces[0].blanks:
        return []
    rows = _rows(pieces, heads, number)
    if rows is None or not any(None in row and _is_told(row, heads) for row in rows) or len(rows) < _FEWEST:
        return []
    return [_with_gaps(row) for row in rows]


def _pieces(splits: Sequence[Split], last: int, lines: Sequence[Split], alone: Sequence[Cell]) -> list[_Piece]:
    found: list[_Piece] = []
    for split, cell in zip(lines, alone, strict=True):
        blanks = sum(1 for between in splits[last + 1 : split.line.index] if not between.line.text)
        if blanks or not found:
            found.append(_Piece(blanks, []))
        found[-1].cells.append(cell)
        last = split.last_line
    return found


def _rows(pieces: Sequence[_Piece], heads: Sequence[Head], number: int) -> list[PrintedRow] | None:
    """The rows, each cell under its head; None where some row has more cells than heads."""
    rows: list[PrintedRow] = []
    open_row: list[Cell | None] = []
    for blanks, cells in pieces:
        counts = next((at for at, cell in enumerate(cells[: number + 1]) if cell.number is not None), None)
        more = [*open_row, *[None] * blanks, *cells]
        if counts is not None:
            open_row = [*cells]
            rows.append(())
        elif open_row and not cells[0].outer and (placed := _placed(more, heads, number)) and _fits(placed, heads):
            open_row = more
        elif len(cells) > 1:
            return None
        else:
            rows.append((cells[0],))
            open_row = []
            continue
        placed = _placed(open_row, heads, number)
        if placed is None:
            return None
        rows[-1] = placed
    return rows


def _placed(row: Sequence[Cell | None], heads: Sequence[Head], number: int) -> PrintedRow | None:
    """The cells under their heads: what is merged is missing left of the number, and right behind it where others are empty."""
    at = next(at for at, cell in enumerate(row) if cell is not None and cell.number is not None)
    behind = len(heads) - number - 1 - len(row[at + 1 :])
    if behind < 0 or at > number:
        return None
    if behind and None not in row:
        return tuple(row)
    return (*[None] * (number - at), *row[: at + 1], *[None] * behind, *row[at + 1 :])


def _fits(row: PrintedRow, heads: Sequence[Head]) -> bool:
    """Whether no cell of who or when stands under a head that asks for another of them."""
    return all(
        _asked(cell, head) >= _SURE or max(_likeness(cell).values()) <= _SURE for cell, head in _answers(row, heads)
    )


def _is_told(row: PrintedRow, heads: Sequence[Head]) -> bool:
    """Whether a cell behind an empty one is what its head asks for."""
    empty = row.index(None)
    return any(_asked(cell, head) > _SURE for cell, head in _answers(row[empty:], heads[empty:]))


def _answers(row: PrintedRow, heads: Sequence[Head]) -> list[tuple[Cell, Head]]:
    """The cells under heads that ask who or when."""
    return [
        (cell, head)
        for cell, head in zip(row, heads, strict=False)
        if cell is not None and head.kind in _likeness(cell)
    ]


def _asked(cell: Cell, head: Head) -> float:
    return _likeness(cell)[head.kind]


def _likeness(cell: Cell) -> dict[str, float]:
    return {"unit": cell.unit, "person": cell.person, "deadline": cell.deadline}


def _with_gaps(row: PrintedRow) -> PrintedRow:
    """The row with what its empty cells tell noted on the others."""
    last: Cell | None = None
    for cell in row:
        if cell is not None:
            cell.starts_row, cell.gap = last is None, 0
            last = cell
        elif last is not None:
            last.gap = (last.gap or 0) + 1
    return row
