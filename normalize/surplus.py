"""Rows of a table between commas with more commas than their heads have: some stand inside cells.

Which of them part cells is told by what the heads ask for: a number, names of units, a time; texts hold any.
"""

from __future__ import annotations

from collections.abc import Sequence

from .lazy import lazy_pattern

_NUMBER_HEAD = lazy_pattern(r"序号|编号|序|号")
_UNIT_HEAD = lazy_pattern(r".*(?:单位|部门|科室|处室|机构|主体|牵头|配合|责任)")
_TIME_HEAD = lazy_pattern(r".*(?:时限|时间|期限|日期|节点)")
_NUMBER = lazy_pattern(r"\d*")
_UNIT = lazy_pattern(
    r"各.{1,20}|.*(?:[局委办厅院部处科队站所社会镇乡室校行县区]|中心|街道|政府|单位|部门|公司|支队|联合会)(?:等|（[^（）]*）)?|"
)
_TIME = lazy_pattern(r".*(?:\d[年月日]|季度|[年月]底|年内|全年|长期|持续|常态|每[年月季周]).*|")
#: What a cell costs under a head that asks for another, what a further piece of one costs, and what it costs a text.
_STRANGE, _PIECE, _MERGED = 3.0, 0.3, 1.0
_WIDEST = 60


def fitted(heads: Sequence[str], pieces: Sequence[str]) -> list[int] | None:
    """How many of ``pieces`` stand under each head, at least one; None where a head asks for something else."""
    if len(pieces) > _WIDEST:
        return None
    best: list[tuple[float, list[int]] | None] = [(0.0, []), *[None] * len(pieces)]
    for head in heads:
        found: list[tuple[float, list[int]] | None] = [None] * (len(pieces) + 1)
        for at, way in enumerate(best):
            if way is None:
                continue
            cost = way[0] - _PIECE
            for end in range(at + 1, len(pieces) + 1):
                cost += _cost(head, pieces[end - 1]) + _PIECE
                known = found[end]
                if known is None or cost < known[0]:
                    found[end] = cost, [*way[1], end - at]
        best = found
    last = best[-1]
    return last[1] if last is not None and last[0] < _STRANGE else None


def _cost(head: str, piece: str) -> float:
    """What it costs to read the piece as part of the cell under ``head``."""
    if _NUMBER_HEAD.fullmatch(head):
        return 0.0 if _NUMBER.fullmatch(piece) else _STRANGE
    unit, time = _UNIT.fullmatch(piece) is not None, _TIME.fullmatch(piece) is not None
    if _UNIT_HEAD.fullmatch(head):
        return 0.0 if unit else _STRANGE
    if _TIME_HEAD.fullmatch(head):
        return 0.0 if time else _STRANGE
    return _MERGED if (unit or time) and piece else 0.0
