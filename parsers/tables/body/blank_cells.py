"""The cells of tables whose cells are joined by blanks, those that the page broke over lines put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ...fields.heads import Head
from ...text.piece import squeezed_text
from ..grid.cells import Cell, make_cell
from .blank_joints import joined_at_breaks
from .inner_blanks import with_whole_texts
from .lines import Split, split_blanks, with_cells
from .posts import with_posts


def blank_cells(text: str, lines: Sequence[Split], heads: Sequence[Head]) -> list[Cell]:
    """Cells of rows whose cells are joined by blanks, those that the page broke over lines put together."""
    printed = with_posts(text, [split_blanks(split.line) for split in lines], heads)
    rows = with_whole_texts(text, printed, heads)
    if not _wide_gaps_mark(rows, len(heads)):
        rows = [with_cells(row, row.filled) for row in printed]
    joined = joined_at_breaks(text, heads, rows)
    return joined if joined is not None else list(_as_printed(text, rows, len(heads)))


def _as_printed(text: str, rows: Sequence[Split], columns: int) -> Iterator[Cell]:
    """The cells as they are printed; a line of few cells may go on with the row before.

    Behind a numbered line that holds a whole row, several cells begin the next.
    """
    whole = False
    for parts in rows:
        filled = parts.filled
        numbered = squeezed_text(text, filled[0]).isdigit()
        several = len(filled) > 1 and not numbered
        begins = True if numbered or len(filled) >= max(2, columns - 1) or (whole and several) else None
        whole = numbered and len(filled) == columns
        for cell, behind in zip_longest(parts.cells, parts.cells[1:]):
            if cell:
                yield make_cell(text, cell, parts.line.index, starts_row=begins, gap=1 if behind == () else None)
                begins = False


def _wide_gaps_mark(rows: Sequence[Split], columns: int) -> bool:
    """True when a wide gap marks an empty cell: the page parts few cells so, and never those of a whole row."""
    joints = sum(len(parts.filled) - 1 for parts in rows)
    wide = sum(len(parts.cells) - len(parts.filled) for parts in rows)
    return 2 * wide < joints and all(len(parts.filled) != columns or all(parts.cells) for parts in rows)
