"""Heads in two rows: the second divides some heads of the first.

序号 | 责任分工 | 任务 | 进度 |
牵头部门 | 配合部门 | 上半年 | 下半年 |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from .cells import Cell
from .columns import mean_fit
from .heads import Head, read_head
from .periods import is_period

Rows = Sequence[Sequence[Cell | None]]
#: So many rows tell; so many heads at most are divided, and tables wider than this are not searched.
_LOOKAHEAD, _MOST_DIVIDED, _WIDEST = 30, 3, 16
#: Heads under a head of the same kind, or times under one of a goal or time, are likely its parts.
_AKIN = 0.5


def with_second_head(heads: Sequence[Head], rows: Rows) -> tuple[list[Head], Rows]:
    """Heads of two rows as one, when the first body row is a row of heads; the cells below tell what is divided."""
    parts = _parts(rows[0]) if rows else []
    upper = [head for head in heads if head.text]
    body = rows[1:]
    sizes = Counter(len(row) for row in body)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0)
    divided = len(upper) + len(parts) - usual
    if len(parts) < 2 or not 0 < divided <= _MOST_DIVIDED or usual > _WIDEST:
        return list(heads), rows
    full = [row for row in body if len(row) == usual][:_LOOKAHEAD]
    fits: dict[tuple[int, Head], float] = {}
    best = max(_choices(upper, parts, divided), key=partial(_fit, full, fits), default=None)
    return (list(heads), rows) if best is None else ([head for head, _ in best], body)


def _parts(row: Sequence[Cell | None]) -> list[Head]:
    """The heads of a row in which every filled cell is one; times of the year are, under others."""
    filled = [cell.text for cell in row if cell is not None]
    heads = [read_head(text) or (Head(text, "other", None, False) if is_period(text) else None) for text in filled]
    known = [head for head in heads if head is not None]
    return known if len(known) == len(filled) and any(head.known for head in known) else []


#: A head and the one above it that it is part of.
_Choice = list[tuple[Head, Head | None]]


def _choices(upper: Sequence[Head], parts: Sequence[Head], divided: int) -> Iterator[_Choice]:
    """All ways to divide ``divided`` of the upper heads into the parts, in order, two parts each at least."""
    if not upper:
        if not parts and not divided:
            yield []
        return
    for rest in _choices(upper[1:], parts, divided):
        yield [(upper[0], None), *rest]
    for count in range(2, len(parts) + 1) if divided else ():
        for rest in _choices(upper[1:], parts[count:], divided - 1):
            yield [*((part, upper[0]) for part in parts[:count]), *rest]


def _fit(rows: Rows, fits: dict[tuple[int, Head], float], choice: _Choice) -> float:
    score = 0.0
    for place, (head, above) in enumerate(choice):
        if (place, head) not in fits:
            fits[place, head] = mean_fit(rows, place, head)
        score += fits[place, head] + (_AKIN if above is not None and _is_akin(head, above) else 0.0)
    return score


def _is_akin(head: Head, above: Head) -> bool:
    if head.kind == "other":
        return above.kind in ("goal", "deadline") and is_period(head.text)
    return head.kind == above.kind
