"""Rows whose cells hold a list each, one item a line, where the lists count on from row to row: each item is a task.

一、筹备             |               |
1、起草方案          | 2031.2—4      |
2、落实经费          | 2031.3—5      |
二、实施             |               |
3、入户登记          | 2031.6—10     |

Here a group's lines, from 一、 to the last item, are one cell, and their times another: line by line they belong together.
Where the rows are numbered in their texts, a cell of several points that fill a gap in the numbers holds as many tasks:

3.摸清底数。           | 流通科 |
4.公开流程。 5.用好平台。 | 稽查科 |
6.开展检查。           | 流通科 |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.heads import TEXT_KINDS
from ...text.labels import read_label
from ...text.piece import Range
from .cells import Cell, make_cell
from .shape import Column, Row

#: So many rows with such lists at least, so many points of one text at most.
_FEWEST, _MOST_POINTS = 2, 12
#: A point behind a sentence.
_POINT = lazy_pattern(r"(?<=[。；\s])(\d{1,3})[.、．](?!\d)")


class _List(NamedTuple):
    """The lines of a row's main cell: those above its first item, and those of each item."""

    above: list[Range]
    items: list[list[Range]]


def with_listed_rows(text: str, rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """``rows``, those with lists that count on cut into rows of an item each; all others as they are."""
    rows = _with_counted_points(text, rows, columns)
    texts = [column.index for column in columns if column.head.kind in TEXT_KINDS - {"group"}]
    several = [row for row in rows if len(texts) == 1 and _lines(row, texts[0])[1:]]
    if len(several) < _FEWEST:
        return list(rows)
    main, lists = texts[0], list[_List]()
    last, style = 0, None
    for row in several:
        found = _List([], [])
        for start, end in _lines(row, main):
            label = read_label(text[start:end].strip())
            if label is not None and label.value == last + 1 and not label.outer and style in (None, label.style):
                found.items.append([(start, end)])
                last, style = last + 1, label.style
            else:
                (found.items[-1] if found.items else found.above).append((start, end))
        lists.append(found)
    if any(not found.items for found in lists) or last <= len(lists):
        return list(rows)
    told, cut = iter(lists), set(several)
    return [new for row in rows for new in (_cut(text, row, main, next(told)) if row in cut else [row])]


def _with_counted_points(text: str, rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """``rows``, those cut at the points of a text that have the numbers between its own and the next row's."""
    numbers = {column.index for column in columns if column.head.kind == "number"}
    texts = {column.index for column in columns if column.head.kind in TEXT_KINDS}
    free = (row for row in rows if numbers.isdisjoint(row.cells))
    numbered = [(row, index, cell) for row in free for index, cell in _numbered(row, texts)]
    cuts: dict[Row, tuple[int, _List]] = {}
    for (row, index, cell), (_, other, below) in pairwise(numbered):
        values = [label.value or 0 for label in (cell.label, below.label) if label is not None]
        if index == other and len(values) > 1 and 1 < values[1] - values[0] <= _MOST_POINTS:
            points = _points(text, cell, range(values[0] + 1, values[1]))
            if points:
                cuts[row] = (index, _List([], points))
    return [new for row in rows for new in (_cut(text, row, *cuts[row]) if row in cuts else [row])]


def _numbered(row: Row, texts: Set[int]) -> Iterator[tuple[int, Cell]]:
    """The texts of a row that open with a number."""
    for index, cells in row.cells.items():
        label = cells[0].label
        if (
            index in texts
            and label is not None
            and label.style == "arabic"
            and [len(cell.ranges) for cell in cells] == [1]
        ):
            yield index, cells[0]


def _points(text: str, cell: Cell, numbers: range) -> list[list[Range]]:
    """The text of a cell cut before points with these numbers; empty where one of them is missing."""
    start, end = cell.ranges[0][0], cell.ranges[-1][1]
    starts = [start]
    for number in numbers:
        found = next((m for m in _POINT.finditer(text, starts[-1] + 1, end) if int(m[1]) == number), None)
        if found is None:
            return []
        starts.append(found.start())
    return [[(a, b)] for a, b in pairwise([*starts, end])]


def _lines(row: Row, column: int) -> list[Range]:
    return [line for cell in row.cells.get(column, ()) for line in cell.ranges]


def _cut(text: str, row: Row, main: int, found: _List) -> Iterator[Row]:
    """The heading and the items of a row; cells of as many lines go to the items line by line, others to all of them."""
    line = row.cells[main][0].line
    if found.above:
        yield Row(heading=make_cell(text, found.above, line))
    others = {index: cells for index, cells in row.cells.items() if index != main and cells}
    paired = {index: _lines(row, index) for index in others}
    paired = {index: lines for index, lines in paired.items() if len(lines) == len(found.items)}
    for place, item in enumerate(found.items):
        cells: dict[int, list[Cell]] = {main: [make_cell(text, item, line)]}
        cells |= {index: [make_cell(text, [lines[place]], line)] for index, lines in paired.items()}
        cells |= {index: own for index, own in others.items() if index not in paired and not place}
        yield Row(cells, marked=place > 0, merged=frozenset(others.keys() - cells.keys()))
