"""Names of groups that a text page prints in the middle of their rows: each opens its group in the first of them.

        1     修桥
交通    2     铺路
        3     建站
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..grid.cells import Cell
from .printed_rows import PrintedRow

#: How many lines a name may stand beside the middle of its rows.
_ASKEW = 1.5


def with_centred_groups(text: str, rows: Sequence[PrintedRow]) -> list[PrintedRow]:
    """``rows``, each name in the first column in the first of the rows that it stands in the middle of.

    As they are where a name stands in the first row, or some name in the middle of none.
    """
    result = list(rows)
    begin = 0
    for end in (*(i for i, row in enumerate(rows) if len(row) == 1), len(rows)):
        for first, place in _moves(text, rows[begin:end]):
            cell = rows[begin + place][0]
            result[begin + place] = (None, *result[begin + place][1:])
            result[begin + first] = (cell, *result[begin + first][1:])
        begin = end + 1
    return result


def _moves(text: str, rows: Sequence[PrintedRow]) -> Iterator[tuple[int, int]]:
    """For each name the first row of its group and the row that it is printed in; nothing where one fits none."""
    places = [i for i, row in enumerate(rows) if row[0] is not None]
    if not places or places[0] == 0:
        return
    lines = [_line(text, row) for row in rows]
    found: list[tuple[int, int]] = []
    first = 0
    for place, following in zip(places, [*places[1:], len(rows)], strict=True):
        cell = rows[place][0]
        middle = _middle(text, cell) if cell is not None else 0.0
        lasts = range(place, following) if following < len(rows) else [len(rows) - 1]
        last = min(lasts, key=lambda i: abs((lines[first] + lines[i]) / 2 - middle))
        if first > place or abs((lines[first] + lines[last]) / 2 - middle) > _ASKEW:
            return
        found.append((first, place))
        first = last + 1
    yield from found if first == len(rows) else ()


def _line(text: str, row: PrintedRow) -> float:
    """The line that a row's number or first cell stands on."""
    cell = next((cell for cell in row[1:] if cell is not None), None)
    return text.count("\n", 0, cell.start) if cell is not None else -9.0


def _middle(text: str, cell: Cell) -> float:
    """The middle of the lines that a name stands on."""
    return (text.count("\n", 0, cell.start) + text.count("\n", 0, cell.end)) / 2
