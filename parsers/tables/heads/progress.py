"""Columns of what has been reached, under a head that may ask for times as well: 完成进度 over 12月底前 or over 65%."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ...deadlines import deadline_likeness
from ...fields.values import asks_for_figures, is_share
from ..body.lines import Split
from .head_row import HeadRow

_PROGRESS = "进度"
#: A cell this much like a time is one; so many shares in so many lines tell what the column holds.
_SURE, _FEWEST, _LOOKAHEAD = 0.6, 2, 120


def with_progress(text: str, row: HeadRow, splits: Sequence[Split], stop: int) -> HeadRow:
    """The heads, that of progress read as what has been reached where the lines below hold shares and no more times.

    Shares stand elsewhere where another head asks for figures.
    """
    asking = [i for i, head in enumerate(row.heads) if head.kind == "deadline" and head.text.endswith(_PROGRESS)]
    if len(asking) != 1 or any(asks_for_figures(head.text) for head in row.heads):
        return row
    lines = islice(splits, row.last + 1, min(stop, row.last + _LOOKAHEAD))
    texts = ["".join(text[start:end].strip() for start, end in cell) for line in lines for cell in line.filled]
    shares = sum(map(is_share, texts))
    if shares < _FEWEST or shares <= sum(1 for said in texts if deadline_likeness(said) > _SURE):
        return row
    heads = list(row.heads)
    heads[asking[0]] = heads[asking[0]]._replace(kind="other")
    return row._replace(heads=tuple(heads))
