"""Answers of rows whose place the row shows: further lines of the cells above, and others than those their heads ask for.

2 | 协调新城学校用地 | 区资源局 | 区教育局 | 4月15日 |
  |                  |          | 区征收办 |         |

And rows that print their answers in another order than the heads: a time in front of who leads and who helps.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from ...fields.heads import ANSWERS, TEXT_KINDS
from .cells import Cell
from .fitness import SURE
from .shape import Column, Row


def with_answer_lines(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """``rows``, those that hold but who or when put to the row above, where that has a task and a cell in the same columns."""
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


def swap_answers(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Put the answers of a row under the heads that ask for them, where each is what another head asks for and each head
    has one.
    """
    asking = [column for column in columns if column.head.kind in ANSWERS]
    kinds = [column.head.kind for column in asking]
    if len(set(kinds)) < 2:
        return
    for row in rows:
        filled = [column.index for column in asking if column.index in row.cells]
        cells = [cell for index in filled for cell in row.cells[index]]
        if len(cells) != len(asking):
            continue
        found: dict[str, deque[Cell]] = {}
        for cell in cells:
            found.setdefault(_kind(cell), deque()).append(cell)
        if all(len(found.get(kind, ())) == kinds.count(kind) for kind in kinds):
            for index in filled:
                del row.cells[index]
            for column in asking:
                row.cells[column.index] = [found[column.head.kind].popleft()]


def _kind(cell: Cell) -> str:
    """What a cell surely answers; nothing where it may be anything."""
    sure = [kind for kind in ANSWERS if getattr(cell, kind) > SURE]
    return sure[0] if len(sure) == 1 else ""
