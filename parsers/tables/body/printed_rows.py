"""Rows of a table that is printed a row a line: which lines make a row, and its cells as printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...text.labels import bare_number, read_label
from ...text.piece import squeezed_text
from ..grid.cells import Cell, make_cell
from .lines import Printed, Split, with_cells

PrintedRow = tuple[Cell | None, ...]
#: Rows of so many cells tell that a line of one cell is none of them.
_FEWEST_CELLS = 3


def printed_rows(text: str, lines: Sequence[Split], opened: bool, heads: int = 0) -> list[PrintedRow]:
    """The rows that ``lines`` print; None stands for an empty cell. A row broken over lines is one row.

    ``opened`` tells that the heads open with a pipe; where they do not, a pipe in front marks an empty first cell.
    ``heads`` is the number of heads: how many cells a whole row has, when some line has as many.
    """
    if not opened:
        lines = [with_cells(split, ((), *split.cells)) if split.opened else split for split in lines]
    sizes = Counter(len(split.cells) for split in lines)
    usual = max(max(sizes, key=lambda size: (sizes[size], size), default=0), heads if sizes[heads] else 0)
    piped = sum(1 for split in lines if split.pipes)
    closing = piped > 0 and sum(1 for split in lines if split.closed) >= 0.5 * piped
    between = _lines_between(lines, usual) if not piped else frozenset[int]()
    rows: list[PrintedRow] = []
    pending: list[Printed] = []
    line = 0
    most = max(usual, heads)
    for split in lines:
        if split.line.index in between and not pending:
            rows.append(make_row(text, [*split.cells, *[()] * (usual - 1)], split.line.index))
            continue
        if pending and not _goes_on(text, pending, split, most if closing else usual, closing):
            rows.append(make_row(text, pending, line))
            pending = []
        if pending:
            pending[-1] += split.cells[0]
            pending.extend(split.cells[1:])
        else:
            pending, line = list(split.cells), split.line.index
        if _is_whole(split, pending, most if closing and not split.closed else usual, closing):
            rows.append(make_row(text, pending, line))
            pending = []
    if pending:
        rows.append(make_row(text, pending, line))
    return rows


def _lines_between(lines: Sequence[Split], usual: int) -> frozenset[int]:
    """The lines of one cell between rows that all have as many cells as ``usual``: each stands over the whole width."""
    several = [place for place, split in enumerate(lines) if len(split.cells) > 1]
    if usual < _FEWEST_CELLS or any(len(lines[place].cells) != usual for place in several):
        return frozenset()
    last = several[-1] if several else 0
    return frozenset(split.line.index for split in lines[:last] if len(split.cells) == 1 and split.filled)


def _is_whole(split: Split, cells: Sequence[Printed], usual: int, closing: bool) -> bool:
    """True when nothing of the row can follow: it is closed by its mark, is long enough, or is a heading."""
    if len(cells) >= usual:
        return True
    if not split.pipes and len(split.cells) == len(cells) == 1:
        return read_label(split.line.text) is not None
    return split.closed if closing else False


def _goes_on(text: str, pending: Sequence[Printed], split: Split, usual: int, closing: bool) -> bool:
    """True when the next line holds just the rest of a row: its cells make the row whole, and none begins a row.

    Where the page closes its rows with a mark, a row without it is open: the next points of its cell may follow.
    """
    if not split.cells:
        return False
    first = squeezed_text(text, split.cells[0])
    size = len(pending) + len(split.cells) - 1
    if closing and len(pending) > 1 and size <= usual and first:
        return bare_number(first) is None
    if size != usual and not (len(split.cells) == 1 and not split.pipes):
        return False
    return bare_number(first) is None and (not first or read_label(first) is None)


def make_row(text: str, cells: Sequence[Printed], line: int) -> PrintedRow:
    """A row of ``cells``, each with the number of empty ones behind it as its gap."""
    made: list[Cell | None] = []
    last: Cell | None = None
    for printed in cells:
        if not printed:
            made.append(None)
            if last is not None:
                last.gap = (last.gap or 0) + 1
            continue
        last = make_cell(text, printed, line, starts_row=last is None, gap=0)
        made.append(last)
    return tuple(made)
