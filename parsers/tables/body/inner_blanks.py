"""Blanks inside the texts of rows whose cells are joined by blanks, where wider gaps mark the empty cells.

3 宣传 办好专栏。 县文旅局
4  推广 “一键办” 服务。 县政数局

Rows that hold as many cells as there are heads, empty ones with them, show which columns a page leaves empty. Between the
number and the first unit or time of any row there are then as many texts as there are heads for them: what is more are
pieces of the last, or of the one before where the blank stands inside a word of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from ....normalize.characters import is_han
from ...fields.heads import TEXT_KINDS, Head
from ..grid.cells import Cell, make_cell
from .lines import Printed, Split, with_cells

#: What looks this much like a unit, a person or a time is no part of a text.
_TYPED = 0.6
#: Of more texts it cannot be told which holds the blanks.
_MOST_TEXTS = 2


def with_whole_texts(text: str, rows: Sequence[Split], heads: Sequence[Head]) -> list[Split]:
    """``rows`` with the texts put together that blanks inside them cut, where the empty cells of other rows tell."""
    first = 1 if heads[0].kind == "number" else 0
    texts = len(list(takewhile(lambda head: head.kind in TEXT_KINDS, heads[first:])))
    full = [row for row in rows if len(row.cells) == len(heads)]
    whole = [all(row.cells) for row in full]
    if not (any(whole) and not all(whole) and first and 0 < texts <= _MOST_TEXTS):
        return list(rows)
    return [_whole(text, row, first, texts) for row in rows]


def _whole(text: str, row: Split, first: int, texts: int) -> Split:
    """The row with its texts put together, as it is where they could be parted in several ways."""
    if len(row.cells) <= first + texts or not _cell(text, row.cells[0]).counts:
        return row
    lead = len(list(takewhile(lambda cell: not cell, row.cells[first:])))
    start = first + lead
    end = _end_of_text(text, row.cells, start)
    if lead >= texts or end - start <= texts - lead:
        return row
    bounds = [at for at in range(start + 1, end) if not _is_inside(text, row.cells[at - 1], row.cells[at])]
    if texts - lead == 1:
        bounds = []
    elif len(bounds) != 1:
        return row
    joined = (_joined(row.cells[a:b]) for a, b in pairwise([start, *bounds, end]))
    return with_cells(row, (*row.cells[:start], *joined, *row.cells[end:]))


def _is_inside(text: str, before: Printed, behind: Printed) -> bool:
    """Whether a blank stands in the middle of a word, or beside a quotation mark, a figure or a Latin word."""
    last, first = text[before[-1][1] - 1], text[behind[0][0]]
    if last in "。；":
        return False
    if not (is_han(last) and is_han(first)):
        return True
    from ....normalize.gaps import weight  # few rows get here, and the words take their time to load

    return weight(last + first) > 0


def _end_of_text(text: str, cells: Sequence[Printed], start: int) -> int:
    """Where the text that begins with cell ``start`` ends: before an empty cell, a unit, a person or a time."""
    return start + len(list(takewhile(lambda cell: cell and _is_text(_cell(text, cell)), cells[start:])))


def _is_text(cell: Cell) -> bool:
    return cell.closed or max(cell.unit, cell.deadline, cell.person) < _TYPED


def _cell(text: str, printed: Printed) -> Cell:
    return make_cell(text, printed, 0)


def _joined(cells: Sequence[Printed]) -> Printed:
    return ((cells[0][0][0], cells[-1][-1][1]),)
