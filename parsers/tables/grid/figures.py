"""Scores and sums beside the numbers of the rows, in a table that prints a cell a line: numbers that do not count on.

1

抓好宣传

宣传科

10

办好专栏

5

2
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...fields.heads import MEASURE_HEADS, Head
from ...fields.values import asks_for_figures
from ...text.counting import counted
from ...text.labels import MEASURES
from .cells import Cell
from .columns import without_measures
from .shape import Column

_MEASURES = frozenset(MEASURES + "块眼口篇幅盏棵株只头尾羽匹艘期门节本册面片支宗起名位层栋幢孔段款批")


def mark_figures(cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Mark the figures among bare numbers, in a table that numbers its rows and has a column that asks for figures."""
    if columns[0].head.kind != "number" or not any(asks_for_figures(column.head.text) for column in columns[1:]):
        return
    followed = [(cell, behind) for cell, behind in pairwise((*cells, None)) if cell is not None and cell.counts]
    numbers = [cell for cell, _ in followed]
    # Something stands behind a row's number: the last of several numbers in a row is the one that counts.
    counting = [cell for cell, behind in followed if behind is not None and not behind.counts]
    places = counted([cell.number for cell in counting], counting[0].number or 0, anew=True) if counting else ()
    kept = {id(counting[place]) for place in places}
    for cell in numbers:
        cell.figure = id(cell) not in kept


def mark_measures(cells: Sequence[Cell], heads: Sequence[Head]) -> None:
    """Mark the measures of one character (头, 座) under a head that asks for them: none is the rest of the cell above."""
    if not any(head.text in MEASURE_HEADS and head.kind == "other" for head in without_measures(heads)):
        return
    for cell in cells:
        cell.figure = cell.figure or cell.text in _MEASURES
