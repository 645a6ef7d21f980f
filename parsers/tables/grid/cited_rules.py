"""Points of a law that a cell cites at length: 《…条例》第四十五条：…采取下列措施： / （一）查阅资料； / （二）询问。"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import Head
from ...fields.values import asks_for_rules, is_rule
from .cells import Cell, joined_runs

_STYLES = ("han_bracket", "arabic_bracket", "circled")


def with_cited_points(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells, a cell a line, with the points of a cited law put into the cell that announces them."""
    if not any(asks_for_rules(head.text) for head in heads):
        return cells
    points: list[bool] = []
    last: Cell | None = None  # the last point, or the cell that announces the first
    for cell in cells:
        points.append(last is not None and _goes_on(cell, last))
        last = cell if points[-1] or (cell.text[-1] in "：:" and is_rule(cell.text)) else None
    return joined_runs(text, cells, points)


def _goes_on(cell: Cell, last: Cell) -> bool:
    label = cell.label
    if label is None or label.style not in _STYLES:
        return False
    return label.follows(last.label) or (label.value == 1 and last.text[-1] in "：:")
