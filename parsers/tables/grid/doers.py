"""Columns of those who do the tasks that no head names: told by their cells alone.

A head may be one that nobody knows (对口), or the page may have lost it; the cells below are units all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import MEASURE_HEADS, Head, guessed_head
from ...fields.values import asks_for_objects
from .cells import Cell

#: A cell this much like units is one of them; so many, and so large a share of a column's cells.
_SURE, _FEWEST, _MOSTLY = 0.8, 3, 0.8
#: So many of the numbered rows name one in a table without marks.
_ROWS = 0.8
#: Heads that ask where something is done, for whom, or who says so: units stand under them that do not do it.
_OTHERS = lazy_pattern(
    r".*(?:地|地点|地址|区域|范围|位置|对象|来源|名称|联系|电话|备注|说明|乡镇|村居?|社区|点位|场所)"
)


def holds_doers(head: Head, cells: Sequence[Cell]) -> bool:
    """Whether the cells under a head of no known meaning are those who do the tasks: under 单位, measures or most of them."""
    if head.known or head.kind != "other" or not head.text or not _may_head(head.text):
        return False
    if head.text in MEASURE_HEADS:
        return len(cells) > 1 and 2 * sum(cell.unit > _SURE for cell in cells) > len(cells)
    return len(cells) >= _FEWEST and sum(cell.unit > _SURE for cell in cells) >= _MOSTLY * len(cells)


def _may_head(text: str) -> bool:
    return not asks_for_objects(text) and _OTHERS.fullmatch(text) is None


def with_doers(heads: Sequence[Head], cells: Sequence[Cell]) -> list[Head]:
    """``heads`` of a numbered table that names no doers, with a column of them where its cells, one behind another, hold units.

    Units stand behind the same kind of cell and before the same kind in nearly all rows; an unknown head at that place
    is theirs.
    """
    kinds = [head.kind for head in heads]
    if "number" not in kinds or "unit" in kinds or any(head.text and not _may_head(head.text) for head in heads):
        return list(heads)
    units = [i for i, cell in enumerate(cells) if cell.unit > _SURE and i > 0]
    numbers = sum(cell.number is not None for cell in cells)
    if len(units) < max(_FEWEST, _ROWS * numbers) or len(units) > numbers / _ROWS:
        return list(heads)
    fits = [
        (sum(_side(cells, i - 1) == left and _side(cells, i + 1) == right for i in units), count, at)
        for at in range(1, len(heads) + 1)
        for count in (1, 0)
        for left, right in [_sides(kinds, at, count)]
        if count == 0 or (at < len(heads) and not heads[at].known and kinds[at] == "other")
    ]
    most, count, at = max(fits)
    if most < _MOSTLY * len(units):
        return list(heads)
    text = heads[at].text if count else ""
    return [*heads[:at], guessed_head("unit", text), *heads[at + count :]]


def _sides(kinds: Sequence[str], at: int, count: int) -> tuple[str, str]:
    """The kinds of the columns left and right of a place; the next row begins behind the last one."""
    behind = kinds[at + count] if at + count < len(kinds) else kinds[0]
    return _coarse(kinds[at - 1]), _coarse(behind)


def _side(cells: Sequence[Cell], at: int) -> str:
    """The coarse kind of a cell; behind the last one a row would begin."""
    if at >= len(cells):
        return "number"
    cell = cells[at]
    if cell.number is not None:
        return "number"
    return "deadline" if cell.deadline > _SURE else "unit" if cell.unit > _SURE else "text"


def _coarse(kind: str) -> str:
    return kind if kind in ("number", "deadline", "unit") else "text"
