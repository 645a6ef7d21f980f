"""Sentences that the search put into a column of names, since their row lacks all other cells.

Under merged cells a row may be left with its task alone; in front of the next row it looks like that one's name.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import TEXT_KINDS
from .cells import Cell
from .shape import Column, Row

#: So many cells tell what a column holds: hardly any sentence, or little else.
_FEWEST, _HARDLY, _MOSTLY = 4, 0.25, 0.7
_SHORTEST = 7


def with_own_rows(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """``rows``, those that a sentence in a column of names begins cut behind it: it is the text of a row of its own."""
    texts = [column.index for column in columns if column.head.kind in TEXT_KINDS]
    names, tasks = texts[:2] if len(texts) > 1 else (-1, -1)
    headings = [row.heading for row in rows if row.heading is not None]  # names, too, that run over the whole table
    if names < 0 or _sentences(rows, names, headings) > _HARDLY or _sentences(rows, tasks) < _MOSTLY:
        return list(rows)
    found: list[Row] = []
    for row in rows:
        cells = row.cells.get(names, [])
        before = [index for index in row.cells if index < names]
        if len(cells) != 1 or not _is_sentence(cells[0]) or before or row.placed:
            found.append(row)
            continue
        rest = {index: others for index, others in row.cells.items() if index != names}
        if tasks in rest:
            found.append(Row({tasks: cells}))
            found.append(Row(rest, marked=row.marked, cut=row.cut))
        else:
            found.append(Row({tasks: cells, **rest}, marked=row.marked, cut=row.cut))
    return found


def _sentences(rows: Sequence[Row], column: int, others: Sequence[Cell] = ()) -> float:
    """The share of sentences among the cells of a column and ``others``; between both limits where there are too few."""
    cells = [*others, *(row.cells[column][-1] for row in rows if column in row.cells)]
    if len(cells) < _FEWEST:
        return (_HARDLY + _MOSTLY) / 2
    return sum(cell.closed for cell in cells) / len(cells)


def _is_sentence(cell: Cell) -> bool:
    return cell.closed and len(cell.text) >= _SHORTEST
