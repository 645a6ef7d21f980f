"""Rows that open with a mark, whose cells break anywhere: also right behind the mark that ends the cell before.

| 1 | 查仓库 | 仓库5家。
比例不低于20% |
1.查台账。
2.查通道。 | 4月 | 安监股 |

Only the mark in front tells where a row begins; it ends with the cell that makes it as long as the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...frame import is_marker
from .lines import Printed, Split, is_rule, put_together, with_cells

#: So many rows must have as many cells as most, of so many columns; a row takes no more lines.
_FEWEST_ROWS, _FEWEST_COLUMNS, _MOST_LINES = 2, 3, 40
_NEARLY_ALL = 0.8

Group = tuple[Split, ...]


def with_opened(splits: tuple[Split, ...]) -> tuple[Split, ...]:
    """``splits``, the lines of each such row put together on its first; a page whose lines close their rows has none."""
    filled = [split for split in splits if split.filled]
    if not any(a.closed and not b.opened and b.pipes for a, b in pairwise(filled)):
        return splits
    return put_together(splits, (row for block in _blocks(splits) if not _stand_alone(block) for row in _rows(block)))


def _rows(block: Sequence[Split]) -> Iterator[Split]:
    """The rows of several lines."""
    groups = list(_groups(block))
    size = _usual_size(groups)
    for group in groups if size else ():
        row = _row(group, size) or (_short_row(group, size) if group is not groups[-1] else None)
        if row is not None and row.last_line > row.line.index:
            yield row


def _blocks(splits: Sequence[Split]) -> Iterator[list[Split]]:
    """The lines from the first that opens with a mark up to the last that a mark closes, of each table."""
    block: list[Split] = []
    loose = 0
    for split in splits:
        if not split.line.text or is_rule(split.line.text):
            continue
        loose = 0 if split.pipes else loose + 1
        if loose > _MOST_LINES or (loose and block and is_marker(split.line.text)):
            yield block
            block = []
        if block or split.opened:
            block.append(split)
    yield block


def _stand_alone(block: Sequence[Split]) -> bool:
    """Whether a line is a row: nearly all have as many marks, both those that one opens, as an empty first cell does, and others."""
    marks = Counter(split.pipes for split in block if split.pipes)
    usual = max(marks, key=lambda count: (marks[count], count), default=0)
    whole = [split for split in block if split.pipes == usual >= _FEWEST_COLUMNS]
    return len(whole) >= _NEARLY_ALL * len(block) and not all(split.opened for split in whole)


def _groups(block: Sequence[Split]) -> Iterator[Group]:
    """The lines from one that opens with a mark to the next."""
    group: list[Split] = []
    for split in block:
        if split.opened and split.filled and group:
            yield tuple(group)
            group = []
        group.append(split)
    if group:
        yield tuple(group)


def _usual_size(groups: Sequence[Group]) -> int:
    """How many cells the rows have, heads included; 0 where they differ, or where every row stands on lines of its own."""
    sizes = Counter(len(cells_of(group)) for group in groups[:-1] if group[-1].closed)
    size = max(sizes, key=lambda size: (sizes[size], size), default=0)
    if size < _FEWEST_COLUMNS or sizes[size] < max(_FEWEST_ROWS, _NEARLY_ALL * sizes.total()):
        return 0
    return size if any(split.closed for group in groups for split in group[:-1]) else 0


def _row(group: Group, size: int) -> Split | None:
    """The row of ``size`` cells that the first lines of ``group`` make up."""
    for count in range(1, min(len(group), _MOST_LINES) + 1):
        if group[count - 1].closed and len(cells := cells_of(group[:count])) >= size:
            whole = with_cells(group[0], tuple(cells), group[count - 1].line.index)
            return whole._replace(closed=True) if len(cells) == size else None
    return None


def _short_row(group: Group, size: int) -> Split | None:
    """The row of fewer cells that all lines of ``group`` make up."""
    cells = cells_of(group) if group[-1].closed and len(group) <= _MOST_LINES else []
    return with_cells(group[0], tuple(cells), group[-1].line.index) if 0 < len(cells) < size else None


def cells_of(lines: Sequence[Split]) -> list[Printed]:
    """The cells on the lines: one that no mark ends goes on on the next line."""
    cells: list[Printed] = []
    ended = True
    for split in lines:
        first, *more = split.cells or ((),)
        if ended:
            cells.append(first)
        else:
            cells[-1] += first
        cells += more
        ended = split.closed
    return cells
