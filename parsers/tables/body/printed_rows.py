"""Rows of a table that is printed a row a line: which lines make a row, and its cells as printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from ....normalize.spans import MERGED
from ...fields.breaks import breaks_inside
from ...text.labels import bare_number, read_label
from ...text.piece import squeezed_text
from ..grid.cells import Cell, make_cell
from .lines import Printed, Split, with_cells

PrintedRow = tuple[Cell | None, ...]
#: Rows of so many cells tell that a line of one cell is none of them.
_FEWEST_CELLS = 3
_FEWEST_MERGED = 2
_SHORTEST_HEADING = 3
_SENTENCE, _ENDS = 6, "。；！？"


def printed_rows(
    text: str, lines: Sequence[Split], opened: bool, heads: int = 0, over: Set[int] = frozenset()
) -> list[PrintedRow]:
    """The rows that ``lines`` print; None stands for an empty cell. A row broken over lines is one row.

    ``opened`` tells that the heads open with a pipe; where they do not, a pipe in front marks an empty first cell.
    ``heads`` is the number of heads: how many cells a whole row has, when some line has as many. Lines ``over`` are
    headings.
    """
    if not opened:
        lines = [with_cells(split, ((), *split.cells)) if split.opened else split for split in lines]
    whole = [split.closed for split in lines if len(split.cells) == heads]
    if whole.count(False) > 1 and True not in whole:
        lines = [_with_last(split) if split.closed and len(split.cells) == heads - 1 else split for split in lines]
    return _RowJoiner(text, lines, heads).rows(over)


def _with_last(split: Split) -> Split:
    """The line with an empty last cell, which its mark tells where no mark closes the others."""
    return with_cells(split, (*split.cells, ()))._replace(closed=False)


class _RowJoiner:
    """Joins lines to rows: a row takes in line after line until it is whole, or the next line begins another."""

    def __init__(self, text: str, lines: Sequence[Split], heads: int) -> None:
        self._text, self._lines = text, lines
        sizes = Counter(len(split.cells) for split in lines)
        self._usual = max(max(sizes, key=lambda size: (sizes[size], size), default=0), heads if sizes[heads] else 0)
        self._most = max(self._usual, heads)
        #: How many cells rows have whose first one is merged, on a page without marks that close its rows.
        self._merged = self._usual - 1 if sizes[self._usual - 1] >= _FEWEST_MERGED else self._usual
        #: A pipe closes each row.
        self._closing = any(split.closed for split in lines)
        self._between = frozenset[int]() if any(split.pipes for split in lines) else _lines_between(lines, self._usual)
        self._broken = _open_lines(text, lines, heads) if self._closing else frozenset[int]()
        self._rows: list[PrintedRow] = []
        #: The cells of the open row, its first line, and the last line that it took in.
        self._open: list[Printed] = []
        self._first = self._last = 0

    def rows(self, over: Set[int]) -> list[PrintedRow]:
        """All rows of the lines, with those of the headings ``over``."""
        for split in self._lines:
            if split.line.index in over:
                self._close()
                self._rows.append((heading_cell(self._text, split),))
            elif split.line.index in self._between and not self._open:
                cells = [*split.cells, *[()] * (self._usual - 1)]
                self._rows.append(make_row(self._text, cells, split.line.index))
            else:
                self._take(split)
        self._close()
        return self._rows

    def _take(self, split: Split) -> None:
        if self._open and not self._continues(split):
            self._close()
        if self._open:
            first, *more = split.cells or ((),)  # a mark alone ends the cell above
            self._open[-1] += first
            self._open.extend(more)
        else:
            self._open, self._first = list(split.cells), split.line.index
        self._last = split.line.index
        if self._last not in self._broken and _is_whole(split, self._open, self._size(split), self._closing):
            self._close()

    def _continues(self, split: Split) -> bool:
        size = self._most if self._closing else self._usual
        if len(self._open) + len(split.cells) - 1 == self._merged > max(len(self._open), len(split.cells)):
            size = self._merged
        return self._last in self._broken or _goes_on(self._text, self._open, split, size, self._closing)

    def _size(self, split: Split) -> int:
        """How many cells make the row whole that ends with the line."""
        return self._most if self._closing and not split.closed else self._usual

    def _close(self) -> None:
        if self._open:
            self._rows.append(make_row(self._text, self._open, self._first))
            self._open = []


def heading_cell(text: str, split: Split) -> Cell:
    """The only cell of a line that stands as a heading over rows."""
    cell = make_cell(text, split.cells[0], split.line.index, starts_row=True, gap=0)
    cell.heads = True
    return cell


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
    if size < usual and not closing and len(pending) > 1 and _breaks_off(squeezed_text(text, pending[-1]), first):
        return True
    if size != usual and not (len(split.cells) == 1 and not split.pipes):
        return False
    return bare_number(first) is None and (not first or read_label(first) is None)


def _breaks_off(last: str, first: str) -> bool:
    """Whether a sentence that the last cell of a line leaves open ends in the first cell of the next line."""
    if not last or not first or bare_number(first) is not None or read_label(first) is not None:
        return False
    unfinished = len(last) >= _SENTENCE and last[-1] not in _ENDS and first[-1] in _ENDS
    return unfinished or breaks_inside(last, first)


def _said_in_all(text: str, cells: Sequence[Printed]) -> bool:
    """Whether all cells of a row say the same: one over the whole width, which a converter printed in every column."""
    if len(cells) < _FEWEST_CELLS or not cells[0] or not cells[-1] or text[cells[0][0][0]] != text[cells[-1][0][0]]:
        return False
    first = squeezed_text(text, cells[0])
    return len(first) >= _SHORTEST_HEADING and all(squeezed_text(text, cell) == first for cell in cells[1:])


def make_row(text: str, cells: Sequence[Printed], line: int) -> PrintedRow:
    """A row of ``cells``, each with the number of empty ones behind it as its gap."""
    if _said_in_all(text, cells):
        whole = make_cell(text, cells[0], line, starts_row=True, gap=len(cells) - 1)
        whole.ranges = tuple(r for cell in cells for r in cell)
        return (whole, *[None] * (len(cells) - 1))
    made: list[Cell | None] = []
    last: Cell | None = None
    for printed in cells:
        if not printed:
            made.append(None)
            if last is not None:
                last.gap = (last.gap or 0) + 1
            continue
        last = make_cell(text, printed, line, starts_row=last is None, gap=0)
        last.text = last.text or MERGED  # a drawn table's own
        made.append(last)
    return tuple(made)


def _open_lines(text: str, lines: Sequence[Split], heads: int) -> frozenset[int]:
    from .closed_rows import open_lines  # tables whose rows a pipe closes

    return open_lines(text, lines, heads)
