"""The first row of a number, in a table that prints a cell a line: all cells up to its last unit or time.

A merged cell is printed in its first row and vanishes below it. Where the cells behind a number name units and times in one
place each, these stand in the number's first row, and so does all that is printed before them: the lines of a middle cell
(公众参与；专家论证；合法性审查。) begin no row of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from .cells import Cell
from .fitness import Column
from .labels import bare_number

#: A cell this much like units, times or people is one of them.
_SURE = 0.6
#: What the numbers of rows count at least.
_FEWEST = 2


def mark_first_rows(cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Mark the cells that begin no row, in a table whose first column numbers its rows."""
    if not columns or columns[0].head.kind != "number":
        return
    starts = [i for i, cell in enumerate(cells) if cell.number is not None]
    if len(starts) < _FEWEST or not _counts([cells[i] for i in starts]):
        return
    wanted = {column.head.kind for column in columns} & {"unit", "deadline", "person"}
    stretches = [cells[start:end] for start, end in pairwise([*starts, len(cells)])]
    rows = [stretch[: _end_of_first(stretch, wanted)] for stretch in stretches]
    if rows[:-1] == stretches[:-1] and len(rows[-1]) <= 1 and len(stretches[-1]) <= max(map(len, rows)):
        rows[-1] = stretches[-1]  # a number is a row, so that the last one is one that the page cut off
    for row in rows:
        for cell in row[1:]:
            cell.starts_row = False
    _mark_lines([row for row in rows if len(row) > len(columns)], wanted)


def _mark_lines(rows: Sequence[Sequence[Cell]], wanted: set[str]) -> None:
    """Mark what may be a further line of a cell, in rows of more cells than there are columns.

    It is a line behind one that ends in a semicolon, or one that follows the same line in another row, too.
    """
    pairs = Counter((a.text, b.text) for row in rows for a, b in pairwise(row[1:]))
    for row in rows:
        for before, cell in pairwise(row[1:]):
            plain = not (_kind(before, wanted) or _kind(cell, wanted) or cell.label)
            if plain and (before.text.endswith("；") or pairs[before.text, cell.text] > 1):
                cell.tight = True


def _counts(cells: Sequence[Cell]) -> bool:
    """True when the bare numbers count up, so that none of them is a figure of another column."""
    numbers = [bare_number(cell.text) for cell in cells]
    return all(b is not None and a is not None and b in (a + 1, 1) for a, b in pairwise(numbers))


def _end_of_first(cells: Sequence[Cell], wanted: set[str]) -> int:
    """How many of a number's cells surely stand in its first row, the number included."""
    kinds = [_kind(cell, wanted) for cell in cells]
    runs = [kind for kind, _ in groupby(kinds) if kind]
    if not runs or len(runs) > len(set(runs)):
        return 1
    return max(i for i, kind in enumerate(kinds) if kind) + 1


def _kind(cell: Cell, wanted: set[str]) -> str:
    """What the cell surely is of ``wanted``: one of units, a time, people; empty for text."""
    scores = {"unit": cell.unit, "deadline": cell.deadline, "person": cell.person}
    best = max(wanted, key=lambda kind: scores[kind], default="")
    return best if best and scores[best] > _SURE else ""
