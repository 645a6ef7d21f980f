"""Heads in two rows that stand one behind the other, where the second row holds the head of numbers.

任务标准 | 工作要求 | 牵头单位 | 责任单位 | 类型 | 序号 | 条款 | 类型 | 内容: numbers stand at the left, so that what is
printed before their head, who answers with it, is a first row, whose texts the second one divides.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import ANSWERS, TEXT_KINDS, Head
from .head_row import ROWS, HeadRow

#: So many heads make a first row.
_FEWEST = 3


def with_parts_behind(row: HeadRow) -> HeadRow:
    """The heads with those of the second row in the place of what they divide, where they can divide nothing else."""
    number = next((at for at, head in enumerate(row.heads) if head.kind == "number"), 0)
    if row.way == ROWS or number < _FEWEST:
        return row
    start = number - (row.heads[number - 1].kind == "group")
    upper, parts = row.heads[:start], row.heads[start:]
    asked = [head.kind in ANSWERS for head in upper]
    if len(upper) < _FEWEST or not any(asked) or any(part.kind in ANSWERS for part in parts):
        return row
    chunks = _chunks(parts)
    divided = [head for head, answer in zip(upper, asked, strict=True) if head.kind in TEXT_KINDS and not answer]
    if len(divided) != len(chunks) or min(map(len, chunks)) < 2:
        return row
    first, *others = chunks
    counted = next(part for part in first if part.kind == "number")
    first = [part._replace(kind="other") if part.kind == "number" and part is not counted else part for part in first]
    others = [[_of_its_own(part, first) for part in chunk] for chunk in others]
    below = dict(zip(divided, [first, *others], strict=True))
    return row._replace(heads=tuple(part for head in upper for part in below.get(head, [head])))


def _of_its_own(part: Head, first: Sequence[Head]) -> Head:
    """The head; one that groups the rows elsewhere names each of them here."""
    again = part.kind == "group" and any(other.text == part.text for other in first)
    return part._replace(kind="name") if again else part


def _chunks(parts: Sequence[Head]) -> list[list[Head]]:
    """The parts, cut where a head comes again: it stands under another one."""
    chunks: list[list[Head]] = [[]]
    for part in parts:
        if any(part.text == other.text for other in chunks[-1]):
            chunks.append([])
        chunks[-1].append(part)
    return chunks
