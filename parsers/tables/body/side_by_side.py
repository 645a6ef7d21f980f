"""Tables side by side below heads that are printed once for each: the rows of the left one come first.

序号 | 任务 | 单位 | 序号 | 任务 | 单位 |
1 | 修桥 | 市交通局 | 3 | 修渠 | 市水利局 |
2 | 修路 | 市交通局 | 4 | 建园 | 市住建局 |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ..heads.head_row import HeadRow
from .printed_rows import PrintedRow


def side_by_side(rows: Sequence[PrintedRow], head: HeadRow) -> Iterator[PrintedRow]:
    """The rows of every copy of the heads, one copy after the other; what runs over all of them stands between."""
    width = len(head.heads)
    size = width * head.copies
    for whole, stretch in groupby(rows, key=lambda row: len(row) == size and sum(map(bool, row)) > 1):
        if not whole:
            yield from stretch
            continue
        kept = list(stretch)
        for first in range(0, size, width):
            parts = (row[first : first + width] for row in kept)
            yield from (_row_of_its_own(part) for part in parts if any(part))


def _row_of_its_own(cells: PrintedRow) -> PrintedRow:
    """The cells as a row: the first begins it, and each has the empty ones behind it as its gap."""
    places = [place for place, cell in enumerate(cells) if cell is not None]
    for place, following in pairwise([*places, len(cells)]):
        if (cell := cells[place]) is not None:
            cell.starts_row, cell.gap = place == places[0], following - place - 1
    return cells
