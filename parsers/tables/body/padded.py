"""Tables between pipes whose columns are padded to one width, cells broken where their column ends (text from Word).

|1   |修订值班制度，逐级签订|县住建局、县城|6月底前 |
|    |责任书              |管局          |        |

Where what stands below a cell had no room on the line above, it is that cell's rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...text.labels import bare_number
from .lines import Printed, Split, put_together, with_cells
from .places import had_no_room, width_of

_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
#: Cleaning may have widened a comma or two; a column's width is that of most of its cells.
_SLACK = 2
_PIPE = "|"


def with_padded(splits: tuple[Split, ...]) -> tuple[Split, ...]:
    """``splits``, the rests of cells of padded tables put to their rows."""
    if not any(split.pipes and split.filled and not split.cells[0] for split in splits):
        return splits  # no line lacks its first cell
    blocks = ((block, _rooms(block)) for block in _blocks(splits))
    return put_together(splits, (_whole(row) for block, rooms in blocks if rooms for row in _rows(block, rooms)))


def _blocks(splits: Sequence[Split]) -> Iterator[list[Split]]:
    """Lines between pipes that belong to one table, where some lack their first cell."""
    block: list[Split] = []
    for split in (*splits, None):
        if split is not None and split.opened and split.closed:
            block.append(split)
        elif split is None or split.line.text:
            if any(line.filled and not line.cells[0] for line in block):
                yield block
            block = []


def _rooms(block: Sequence[Split]) -> list[int]:
    """How wide the widest text of each column is; nothing where the columns' widths differ, or nothing numbers the rows."""
    sizes = Counter(len(split.cells) for split in block)
    size = max(sizes, key=lambda size: sizes[size])
    rows = [split for split in block if len(split.cells) == size and split.filled]
    if size < _FEWEST_COLUMNS or sum(map(_is_numbered, rows)) < _FEWEST_ROWS - 1 or len(rows) < _FEWEST_ROWS:
        return []
    columns = list(zip(*(split.line.text.split(_PIPE)[1:-1] for split in rows), strict=True))
    widths = [[width_of(cell, True) for cell in column] for column in columns]
    if any(max(column) - min(column) > _SLACK for column in widths):
        return []
    return [max(width_of(cell.strip(), True) for cell in column) for column in columns]


def _rows(block: Sequence[Split], rooms: Sequence[int]) -> Iterator[list[Split]]:
    """Lines that make one row, for each row of several."""
    row: list[Split] = []
    for split in block if rooms else ():
        if row and _goes_on(row, split, rooms):
            row.append(split)
            continue
        if len(row) > 1:
            yield row
        row = [split] if len(split.cells) == len(rooms) and _is_numbered(split) else []
    if len(row) > 1:
        yield row


def _goes_on(row: Sequence[Split], split: Split, rooms: Sequence[int]) -> bool:
    """True for a line without a number whose cells are rests: one had no room above, and none stands below nothing."""
    if len(split.cells) != len(rooms) or split.cells[0] or not split.filled:
        return False
    filled = [i for i, cell in enumerate(split.cells) if cell]
    if not all(any(line.cells[i] for line in row) for i in filled):
        return False
    above = row[-1]
    return any(above.cells[i] and had_no_room(_text(above, i), _text(split, i), rooms[i], True) for i in filled)


def _text(split: Split, column: int) -> str:
    start, end = split.cells[column][0]
    return split.line.text[start - split.line.start : end - split.line.start]


def _is_numbered(split: Split) -> bool:
    return bool(split.cells[0]) and bare_number(_text(split, 0)) is not None


def _whole(row: Sequence[Split]) -> Split:
    cells: list[Printed] = [tuple(r for split in row for r in split.cells[i]) for i in range(len(row[0].cells))]
    return with_cells(row[0], tuple(cells), row[-1].line.index)
