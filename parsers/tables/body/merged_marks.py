"""Cells that the page's own marks tell to be merged (rowspan): they say what the one above them says."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.spans import MERGED
from ...fields.heads import Head
from ..grid.cells import Cell

_Rows = Sequence[Sequence[Cell | None]]

#: Columns where a number, group or task that reaches down is told by an empty cell below it.
_TOLD_BY_GAPS = frozenset({"number", "group", "name", "content"})


def with_merged_marks(heads: Sequence[Head], rows: _Rows) -> _Rows:
    """``rows``, empty where a mark of a merged cell says no more than that."""
    if not any(cell is not None and cell.text == MERGED for row in rows for cell in row):
        return rows
    alone = {i for i, head in enumerate(heads) if head.kind not in _TOLD_BY_GAPS}
    return [
        tuple(cell if cell is None or cell.text != MERGED or i in alone else None for i, cell in enumerate(row))
        for row in rows
    ]
