"""Rows that are groups: by their number (一 | 河道管护 | 30 |, where the other rows are numbered 1, 2, 3), or by their label or
count, with sums at most beside it (一、河道管护（3项） | | 1200 | 400 |).

So are those with a Chinese number that name neither a task nor who does it, where all rows counted 1, 2, 3 say what is to be
done: 二、 | 部门考核项目 | 60 | | 各部门分别计分 |. Headings without label stand one above the other: 平安建设（100分）, below it
校园安全, then rows, then 食品安全 alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import ANSWERS
from ...headings import is_continued
from ..grid.cells import Cell
from ..grid.looks import is_figure
from ..grid.shape import Column, Row
from .text_roles import TextRole

#: So many counted rows show what every row holds.
_FEWEST = 3
#: How many a group holds, or what they count together.
_COUNT = lazy_pattern(r".{2,}[（(](?:共|合?计)?\d{1,4}[项个件条类分][）)]")
_SCORED = lazy_pattern(r"[（(](?:共|计|满分)?\d{1,4}分?[）)]$")


class CountedGroups:
    """Tells the rows of a table that open a group by their number."""

    __slots__ = ("_arabic", "_kinds", "_names", "_number")

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], roles: Mapping[int, TextRole]) -> None:
        self._kinds = {column.index: column.head.kind for column in columns}
        self._names = [i for i, role in roles.items() if role in ("title", "content")]
        self._number = next((column.index for column in columns if column.head.kind == "number"), None)
        counted = [row.cells[self._number][0].text[:1].isdigit() for row in rows if self._number in row.cells]
        self._arabic = any(counted) and 2 * sum(counted) >= len(counted)

    def name_of(self, row: Row) -> int | None:
        """The column that names the group which the row opens, None for any other row."""
        if self._number is None or not self._arabic or self._number not in row.cells:
            return None
        if row.cells[self._number][0].text[:1].isdigit():
            return None
        return next((i for i in sorted(self._names) if i in row.cells), None)

    def is_bare(self, row: Row) -> bool:
        """True when such a row is no task of its own: it has its number, its name, and figures at most."""
        texts = [cells for place, cells in row.cells.items() if place != self._number and not are_figures(cells)]
        return len(texts) == 1 and all(self._kinds[place] not in ANSWERS for place in row.cells)


def are_figures(cells: Sequence[Cell]) -> bool:
    """Whether the cells hold numbers with their measures at most."""
    return all(cell.number is not None or is_figure(cell.text) for cell in cells)


def summed_groups(columns: Sequence[Column], rows: Sequence[Row]) -> dict[Row, Cell]:
    """Such rows of a table whose tasks are numbered, each with the cell that names its group."""
    number = next((column.index for column in columns if column.head.kind == "number"), None)
    found: dict[Row, Cell] = {}
    numbered = 0
    for row in rows:
        if number in row.cells and row.cells[number][0].number is not None:
            numbered += 1
        elif (cell := _heading_of(row)) is not None:
            found[row] = cell
    found = found if 2 * numbered >= len(rows) - len(found) else {}
    return found | _named_above(columns, rows, number) if number is not None else found


def _named_above(columns: Sequence[Column], rows: Sequence[Row], number: int) -> dict[Row, Cell]:
    """The rows with a Chinese number that lack what all counted ones have, each with the cell that names its group."""
    numbered = [row for row in rows if number in row.cells]
    counted = [row for row in numbered if row.cells[number][0].text[:1].isdigit()]
    tasks = {column.index for column in columns if column.head.kind == "content"}
    tasks = {index for index in tasks if all(index in row.cells for row in counted)}
    answers = {column.index for column in columns if column.head.kind in ANSWERS}
    if not tasks or len(counted) < _FEWEST:
        return {}
    others = (row for row in numbered if not row.cells[number][0].text[:1].isdigit() and len(row.cells) > 1)
    bare = (row for row in others if row.cells.keys().isdisjoint(tasks | answers))
    return {row: row.all_cells()[1] for row in bare if row.all_cells()[0].number is not None}


def _heading_of(row: Row) -> Cell | None:
    cells = row.all_cells()
    if row.heading is not None or len(cells) < 2 or not are_figures(cells[1:]):
        return None
    return cells[0] if cells[0].outer or _COUNT.fullmatch(cells[0].text) else None


def outer_headings(rows: Sequence[Row]) -> set[Cell]:
    """The headings without label that stand over another one.

    Where these end in a score and those below them don't, so do the others that end in one.
    """
    pairs = [
        (a.heading, b.heading) for a, b in itertools.pairwise(rows) if _is_plain(a.heading) and _is_plain(b.heading)
    ]
    outer = {over for over, _ in pairs if over is not None}
    inner = {below for _, below in pairs if below is not None} - outer
    if outer and all(map(_is_scored, outer)) and not any(map(_is_scored, inner)):
        outer |= {
            row.heading
            for row in rows
            if row.heading is not None and _is_plain(row.heading) and _is_scored(row.heading)
        }
    return outer


def _is_plain(cell: Cell | None) -> bool:
    return cell is not None and cell.label is None and not is_continued(cell.text)


def _is_scored(cell: Cell) -> bool:
    return _SCORED.search(cell.text) is not None
