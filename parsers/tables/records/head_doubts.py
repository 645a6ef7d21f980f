"""Reports of columns that were read by a guess."""

from __future__ import annotations

from ...fields.heads import MEASURE_HEADS
from ...reader import Reader
from ..grid.shape import Column
from ..table import Table

#: A cell more like organisations than this is one of them.
_UNIT = 0.6


def doubt_head(table: Table, column: Column, reader: Reader) -> None:
    """Say that a column was read by a guess: a head of no known role, or a head that the cells contradict."""
    if not table.head.ranges or not any(column.index in row.cells for row in table.rows):
        return
    start, end = table.head.ranges[0][0], table.head.ranges[-1][1]
    printed = {head.text: head.kind for head in table.head.heads}
    text = column.head.text
    if column.head.kind == "unit" and not column.head.known and text and printed.get(text) in ("unit", "other"):
        reader.doubt("role-guessed", start, end, f"{column.head.role or 'responsible'} ({text})")
        return
    agrees = printed.get(text, column.head.kind) in (column.head.kind, "group") or _measures(table, column)
    if not agrees or (column.virtual and column.head.kind != "number"):
        reader.doubt("column-guessed", start, end, text or column.head.kind)


def _measures(table: Table, column: Column) -> bool:
    """Whether a column headed 单位 holds units of measure beside the organisations of another: no guess."""
    if column.head.text not in MEASURE_HEADS:
        return False
    cells = [cell for row in table.rows for cell in row.cells.get(column.index, [])]
    return not any(cell.unit > _UNIT for cell in cells)
