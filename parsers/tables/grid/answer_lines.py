"""Rows between marks that hold but who or when, each under its head: further lines of the cells above.

2 | 协调新城学校用地 | 区资源局 | 区教育局 | 4月15日 |
  |                  |          | 区征收办 |         |
"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import ANSWERS, TEXT_KINDS
from .shape import Column, Row


def with_answer_lines(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """``rows``, the cells of such put to the row above, where that has a task and a cell in the same columns."""
    answers = {column.index for column in columns if column.head.kind in ANSWERS}
    texts = {column.index for column in columns if column.head.kind in TEXT_KINDS}
    kept: list[Row] = []
    for row in rows:
        above = kept[-1] if kept else None
        own = row.cells.keys()
        lines = row.placed and row.heading is None and own and own <= answers
        if (
            lines
            and above is not None
            and above.heading is None
            and texts & above.cells.keys()
            and own <= above.cells.keys()
        ):
            for index, cells in row.cells.items():
                above.cells[index] = [*above.cells[index], *cells]
        else:
            kept.append(row)
    return kept
