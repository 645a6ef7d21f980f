"""Which cells of a row the page shows to be merged with the one above, and which to be empty.

Where merged cells vanish, the row below has fewer of them, and an empty cell is one that is printed all the same:

1 | 修桥 | 市交通局 | 各区政府 | 6月底前 |
2 | 修路 | 各镇政府 | 9月底前 |
3 | 修渠 | 市水利局 | | 9月底前 |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...fields.heads import ANSWERS, TEXT_KINDS
from .cells import DITTO, Cell
from .shape import Column, Row

#: A number, a group and a task at least.
_FEWEST = 3
_NEARLY_ALL = 0.8


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


def place_lone_texts(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Put a text that stands alone in a column of groups right of it, where a number stands with every group.

    So with several texts, where no row with a number lacks any of their columns, nor the one right of these.
    """
    kinds = [column.head.kind for column in columns]
    if kinds[0] != "number" or len(kinds) < _FEWEST or not {kinds[1], kinds[2]} <= TEXT_KINDS:
        return
    _lower_headings(rows)
    body = [row for row in rows if row.cells and row.heading is None]
    _place_several(body, columns)
    lone = [row for row in body if row.cells.keys() == {1}]
    if lone and all((0 in row.cells) == (1 in row.cells) for row in body if len(row.cells) > 1):
        for row in lone if any(2 in row.cells and 1 not in row.cells for row in body) else ():
            row.cells = {2: row.cells.pop(1)}


def _lower_headings(rows: Sequence[Row]) -> None:
    """Make rows of headings without labels where none stands over the first rows: beside merged groups they are tasks.

    So where every group has its number, in rows that hold more than one text.
    """
    several = [row for row in rows if len(row.cells) > 1]
    if not rows or rows[0].heading is not None or any((0 in row.cells) != (1 in row.cells) for row in several):
        return
    if not rows[0].cells.keys() >= {0, 1, 2}:
        return
    for row in rows:
        if row.heading is not None and row.heading.label is None and not row.heading.heads:
            row.cells, row.heading = {2: [row.heading]}, None


def _place_several(body: Sequence[Row], columns: Sequence[Column]) -> None:
    """Move the texts of rows without a number right by one, away from the column that is merged with the numbers."""
    numbered = [row for row in body if 0 in row.cells]
    moved = [row for row in body if 0 not in row.cells and 1 in row.cells]
    filled = set(moved[0].cells) if moved else set[int]()
    last = len(filled)
    if last < 2 or filled != set(range(1, last + 1)) or any(row.placed or set(row.cells) != filled for row in moved):
        return
    whole = set(range(last + 2))
    if len(columns) <= last + 2 or columns[last + 1].head.kind in ANSWERS or not numbered:
        return
    if all(whole < row.cells.keys() for row in numbered):
        for row in moved:
            row.cells = {index + 1: cells for index, cells in row.cells.items()}


def place_lone_tasks(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Make a row of a heading that ends as the tasks do (…的检查), where merged cells leave others without their number.

    So where no other text of the table ends in these words.
    """
    heads = [row for row in rows if row.heading is not None and row.heading.label is None and not row.heading.heads]
    texts = [column.index for column in columns if column.head.kind in TEXT_KINDS]
    if not heads or columns[0].head.kind != "number" or not texts:
        return
    main, (ending, count) = max(((i, _common_ending(rows, i)) for i in texts), key=lambda found: found[1][1])
    short = [row for row in rows if row.cells and 0 not in row.cells and main in row.cells and len(row.cells) > 1]
    if count < _FEWEST or not short or any(_common_ending(rows, i)[0] == ending for i in texts if i != main):
        return
    for row in heads:
        if row.heading is not None and row.heading.text.endswith(ending):
            row.cells, row.heading = {main: [row.heading]}, None


def _common_ending(rows: Sequence[Row], column: int) -> tuple[str, int]:
    """The last two characters of nearly all cells of a column, and how many cells end in them; none where they differ."""
    ends = Counter(row.cells[column][-1].text[-2:] for row in rows if column in row.cells)
    ending, count = max(ends.items(), key=lambda item: item[1], default=("", 0))
    return (ending, count) if count >= _NEARLY_ALL * ends.total() else ("", 0)


def note_merged(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Note for each row the columns that it is merged in: by a mark of the page's own, or since their cells vanished.

    A name or remark that points at the one above is as good as merged with it, beside a cell that does not.
    """
    for row in rows:
        reached = {index for index, cells in row.cells.items() if all(cell.text in DITTO for cell in cells)}
        reached = {index for index in reached if columns[index].head.kind not in ANSWERS | {"content"}}
        for index in reached if len(reached) < len(row.cells) else ():
            row.pointers += row.cells.pop(index)
        vanished = _vanished(row, columns) if row.marked and row.cells else set[int]()
        row.merged = frozenset(reached | vanished)


def _vanished(row: Row, columns: Sequence[Column]) -> set[int]:
    """The columns whose cells vanished between those of a row, or behind them with the time, which every task has."""
    last = max(row.cells)
    missing = {column.index for column in columns} - row.cells.keys() - row.empty
    behind = {index for index in missing if index > last}
    times = any(columns[index].head.kind == "deadline" for index in behind)
    return missing if times else missing - behind
