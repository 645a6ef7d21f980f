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

from ....normalize.lazy import lazy_pattern
from ...fields.heads import MEASURE_HEADS, Head
from ...text.counting import counted
from ...text.labels import MEASURES
from .cells import Cell
from .columns import without_measures

_SCORE = lazy_pattern(r".{0,4}(?:分值|分数|得分|权重|赋分|计分|标准分)")
_MEASURES = frozenset(MEASURES + "块眼口篇幅盏棵株只头尾羽匹艘期门节本册面片支宗起名位层栋幢孔段款批")


def mark_measures(cells: Sequence[Cell], heads: Sequence[Head]) -> None:
    """Mark the measures of one character (头, 座) under a head that asks for them: none is the rest of the cell above."""
    if not any(head.text in MEASURE_HEADS and head.kind == "other" for head in without_measures(heads)):
        return
    for cell in cells:
        cell.figure = cell.figure or cell.text in _MEASURES


def mark_scores(rows: Sequence[Sequence[Cell | None]], heads: Sequence[Head]) -> None:
    """Mark the scores that open rows whose number is merged with the one above: beside those that count up, they do not."""
    if heads[0].kind != "number" or not any(_SCORE.fullmatch(head.text) for head in heads):
        return
    whole = max(sum(cell is not None for cell in row) for row in rows) if rows else 0
    first = [row[0] if row and row[0] is not None and row[0].text.isdecimal() else None for row in rows]
    places = frozenset(counted([cell.number if cell is not None else None for cell in first]))
    for at, (cell, row) in enumerate(zip(first, rows, strict=True)):
        short = sum(other is not None for other in row) < whole
        if len(places) > 1 and cell is not None and at not in places and short:
            cell.figure = True
