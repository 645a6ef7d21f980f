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

from ...fields.heads import MEASURE_HEADS, Head
from ...text.labels import MEASURES
from .cells import Cell
from .columns import without_measures

_MEASURES = frozenset(MEASURES + "块眼口篇幅盏棵株只头尾羽匹艘期门节本册面片支宗起名位层栋幢孔段款批")


def mark_measures(cells: Sequence[Cell], heads: Sequence[Head]) -> None:
    """Mark the measures of one character (头, 座) under a head that asks for them: none is the rest of the cell above."""
    if not any(head.text in MEASURE_HEADS and head.kind == "other" for head in without_measures(heads)):
        return
    for cell in cells:
        cell.figure = cell.figure or cell.text in _MEASURES
