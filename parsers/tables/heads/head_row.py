"""The column heads of one table as found: where they stand, how the page printed them, what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...fields.heads import Head, guessed_head
from ...text.piece import Range, squeezed_text
from ..body.lines import Printed, Split
from .task_heads import makes_table

#: Ways a page prints a table: a row a line between pipes or tabs, a row a line between blanks, a cell a line.
ROWS, BLANKS, STREAM = "rows", "blanks", "stream"
#: No table of tasks has more.
MAX_COLUMNS = 20
_FEWEST = 2


class HeadRow(NamedTuple):
    """The column heads of one table: lines ``first`` to ``last``, the printed cells and what they say.

    ``copies`` tells how often the page prints them, one behind the other: over tables side by side, or by a slip.
    """

    first: int
    last: int
    way: str
    ranges: tuple[Range, ...]
    heads: tuple[Head, ...]
    copies: int = 1


def head_row(
    text: str, lines: Sequence[Split], way: str, cells: Sequence[Printed], heads: Sequence[Head | None]
) -> HeadRow:
    """The heads, those of no known meaning as they are printed."""
    pairs = zip(cells, heads, strict=True)
    named = tuple(head or guessed_head("other", squeezed_text(text, cell)) for cell, head in pairs)
    ranges = tuple(r for cell in cells for r in cell)
    return HeadRow(lines[0].line.index, lines[-1].last_line, way, ranges, named)


def told_once(row: HeadRow) -> HeadRow:
    """The heads without their copies: 序号 | 任务 | 单位 | 序号 | 任务 | 单位."""
    for copies in (2, 3) if row.way != BLANKS else ():
        once = row.heads[: len(row.heads) // copies]
        if len(once) >= _FEWEST and once * copies == row.heads and makes_table(once):
            return row._replace(heads=once, copies=copies)
    return row
