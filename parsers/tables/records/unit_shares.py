"""Units a line under two columns side by side: whether the page shows which line is the last of the first cell.

序号 | 任务 | 牵头单位 | 配合单位, a cell a line: 市民政局, 市卫健委, 市财政局 may be one and two, or two and one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ..grid.cells import Cell
from ..grid.continuation import ends_list
from ..grid.sense import is_collective
from ..grid.shape import Column, Row

#: So many rows with one line in each cell show that the column holds one.
_FEWEST_SINGLE = 3


class UnitShares:
    """What the rows of a table show of its columns of units; :meth:`doubtful` tells what they leave open."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        units = [column.index for column in columns if column.head.kind == "unit"]
        self._pairs = [pair for pair in itertools.pairwise(units) if pair[1] == pair[0] + 1]
        self._seen: dict[int, set[str]] = {i: set() for i in units}
        self._single = dict.fromkeys(units, 0)
        for row in rows if self._pairs else ():
            if all(len(row.cells.get(i, ())) == 1 for i in units):
                for i in units:
                    self._seen[i].add(row.cells[i][0].text)
                    self._single[i] += 1

    def doubtful(self, row: Row) -> Cell | None:
        """The first cell right of a boundary that could as well stand elsewhere among the row's lines of units."""
        for left, right in self._pairs:
            lines = [*row.cells.get(left, ()), *row.cells.get(right, ())]
            both = left in row.cells and right in row.cells
            if both and len(lines) > 2 and not self._is_sure(row, left, right):
                return row.cells[right][0]
        return None

    def _is_sure(self, row: Row, left: int, right: int) -> bool:
        before, behind = row.cells[left], row.cells[right]
        if ends_list(before[-1]) or is_collective(before[-1]) != is_collective(behind[0]):
            return True
        inner = [*before[1:], *behind[1:]]
        if not behind[0].tight and all(cell.tight for cell in inner):
            return True
        alone = [i for i, cells in ((left, before), (right, behind)) if len(cells) == 1]
        alike = all(len({cell.several for cell in cells}) == 1 for cells in (before, behind))
        if alike and any(self._single[i] >= _FEWEST_SINGLE for i in alone):
            return True
        known, other = self._seen[left], self._seen[right]
        return before[-1].text in known - other and behind[0].text in other - known
