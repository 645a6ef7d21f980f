"""Which cells of a row the page shows to be merged with the one above, and which to be empty.

Where merged cells vanish, the row below has fewer of them, and an empty cell is one that is printed all the same:

1 | 修桥 | 市交通局 | 各区政府 | 6月底前 |
2 | 修路 | 各镇政府 | 9月底前 |
3 | 修渠 | 市水利局 | | 9月底前 |
"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import ANSWERS
from .cells import DITTO, Cell
from .shape import Column, Row


def printed_empty(row: Row, printed: Sequence[Cell | None], columns: Sequence[Column]) -> frozenset[int]:
    """The columns of ``row`` that stand empty, as ``printed``: None for every empty cell.

    Marks at the end of a row that make up for all the cells that it lacks do not tell where these were; nor do those of
    one that names nobody, which shares its units and its time with the row above.
    """
    place_of = {cell: index for index, cells in row.cells.items() for cell in cells}
    found: set[int] = set()
    last, gaps = -1, 0
    for cell in printed:
        if cell is None:
            gaps += 1
        elif cell in place_of:
            if gaps:
                found.update(range(last + 1, place_of[cell]))
            last, gaps = place_of[cell], 0
    answered = any(columns[index].head.kind == "unit" for index in row.cells)
    if gaps and answered:
        found |= _empty_at_end(columns[last + 1 :], gaps, all_marked=len(printed) >= len(columns))
    return frozenset(found)


def _empty_at_end(rest: Sequence[Column], gaps: int, *, all_marked: bool) -> set[int]:
    """Which of the columns behind a row's last cell are empty, when the page prints so many empty cells there.

    ``all_marked`` tells that these make up for all the cells that the row lacks, so that only remarks count as empty.
    """
    remarks = [column.index for column in reversed(rest) if column.head.kind == "other"][:gaps]
    others = [column.index for column in rest if column.index not in remarks]
    return {*remarks, *(others if gaps > len(remarks) and not all_marked else ())}


def note_merged(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Note for each row the columns that it is merged in: by a mark of the page's own, or since their cells vanished.

    A name or remark that points at the one above is as good as merged with it, beside a cell that does not.
    """
    whole = max((len(row.cells) for row in rows), default=0)
    shown = any(row.empty or (row.placed and len(row.cells) < whole) for row in rows if row.cells)
    named = {column.index for column in columns if column.head.kind == "unit"}
    doers = named | {column.index for column in columns if column.head.kind == "person"}
    for row in rows:
        reached = {index for index, cells in row.cells.items() if all(cell.text in DITTO for cell in cells)}
        reached = {index for index in reached if columns[index].head.kind not in ANSWERS | {"content"}}
        for index in reached if len(reached) < len(row.cells) else ():
            row.pointers += row.cells.pop(index)
        vanished = _vanished(row, columns) if row.marked and row.cells else set[int]()
        if not shown and vanished <= doers and not named.isdisjoint(row.cells):
            vanished.clear()  # a row with a doer of its own lacks another, on a page that prints no empty cell
        row.merged = frozenset(reached | vanished)


def _vanished(row: Row, columns: Sequence[Column]) -> set[int]:
    """The columns whose cells vanished between those of a row, or behind them with the time, which every task has."""
    last = max(row.cells)
    missing = {column.index for column in columns} - row.cells.keys() - row.empty
    behind = {index for index in missing if index > last}
    times = any(columns[index].head.kind == "deadline" for index in behind)
    return missing if times else missing - behind
