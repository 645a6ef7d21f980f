"""Heads that number what is to be done and name nobody who does it: 序号 | 听证事项名称.

So short a row is a table of tasks only by what it lists, and above a row with the number 1. Where one head of a row is
empty, as under a merged one, and units stand below it, they are those who do it: 序号 | 考核项目 | | 分值 | 考核内容.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.heads import TEXT_KINDS, Head, guessed_head, read_head
from ...text.labels import bare_number
from ...text.piece import squeezed_text
from ..body.lines import Printed, Split, is_rule
from ..grid.cells import make_cell

_MOST, _LONGEST = 5, 60
#: So many lines below the heads, and rows in them, tell who does it; so many at least, and this share of them, name a unit; others have lost theirs below merged cells.
_FAR, _ROWS, _FEWEST, _MOSTLY, _SURELY = 40, 8, 2, 0.4, 0.6
#: What the head of a number holds.
_NUMBERING = lazy_pattern("[序号次编码N]")
#: What only tables of tasks list, and what others list too: beside a table of tasks it is one more.
_TASKS = lazy_pattern(r".*(?:任务|决策|听证|实事|立法).*")
_ITEMS = lazy_pattern(r".*(?:事项|项目|工作|议题|措施).*")
#: What has been done about them: a report on tasks.
_DONE = lazy_pattern(r".*(?:办理|落实|推进|执行|整改).{0,3}(?:情况|情形|进度|进展|结果).*")


class PlainHeads(NamedTuple):
    """The lines that the heads stand on, their cells and what they say."""

    lines: list[Split]
    cells: tuple[Printed, ...]
    heads: list[Head]


def may_number(split: Split) -> bool:
    """Cheap rejection: whether a line may hold the head of a number."""
    return len(split.line.text) <= _LONGEST and _NUMBERING.search(split.line.text) is not None


def plain_heads(text: str, splits: Sequence[Split], at: int, beside: bool) -> PlainHeads | None:
    """The heads from line ``at`` on; ``beside`` tells that the page has a table of tasks above."""
    split = splits[at]
    if _read(text, split.filled[0], "number") is None:
        return None
    lines = [split] if len(split.filled) > 1 else list(_lines_to_first_row(text, splits, at))
    cells = tuple(cell for line in lines for cell in line.filled)
    heads = [head for cell in cells if (head := read_head(squeezed_text(text, cell))) is not None]
    if not 1 < len(cells) == len(heads) <= _MOST:
        return None
    texts = [head for head in heads if head.kind in TEXT_KINDS]
    beside = beside or any(_DONE.fullmatch(head.text) for head in heads)
    if not any(_TASKS.fullmatch(head.text) or (beside and _ITEMS.fullmatch(head.text)) for head in texts):
        return None
    return PlainHeads(lines, cells, heads) if _first_of_row(text, splits, lines[-1].last_line + 1) == 1 else None


def with_doers_below(text: str, splits: Sequence[Split], at: int, heads: Sequence[Head | None]) -> list[Head | None]:
    """``heads`` of line ``at``, an empty one behind a text's read as that of units where most rows hold one there.

    Rows may have lost a merged cell left of it.
    """
    cells = splits[at].cells
    kinds = [head.kind if head is not None else None for head in heads]
    gaps = [i for i in range(2, len(cells) - 1) if not cells[i] and kinds[i - 1] in TEXT_KINDS]
    if len(gaps) != 1 or kinds[0] != "number" or not {"content", "requirement"} & set(kinds[gaps[0] :]):
        return list(heads)
    rows = islice((split.cells for split in islice(splits, at + 1, at + 1 + _FAR) if _is_row(text, split)), _ROWS)
    told = [any(cell and make_cell(text, cell, 0).unit > _SURELY for cell in row[1 : gaps[0] + 1]) for row in rows]
    if told.count(True) < max(_FEWEST, _MOSTLY * len(told)):
        return list(heads)
    return [*heads[: gaps[0]], guessed_head("unit"), *heads[gaps[0] + 1 :]]


def _is_row(text: str, split: Split) -> bool:
    """Whether a line holds several cells, the first of them a number."""
    return (
        len(split.filled) > 2 and bool(split.cells[0]) and bare_number(squeezed_text(text, split.cells[0])) is not None
    )


def _read(text: str, cell: Printed, kind: str) -> Head | None:
    head = read_head(squeezed_text(text, cell))
    return head if head is not None and head.kind == kind else None


def _lines_to_first_row(text: str, splits: Sequence[Split], at: int) -> Iterator[Split]:
    """The lines of one cell each, as many as heads may take, up to a number."""
    found = 0
    for index in range(at, len(splits)):
        split = splits[index]
        if not split.filled:
            continue
        cell, *others = split.filled
        if others or found > _MOST or bare_number(squeezed_text(text, cell)) is not None:
            return
        found += 1
        yield split


def _first_of_row(text: str, splits: Sequence[Split], start: int) -> int | None:
    """The number that the first filled line from ``start`` on opens with."""
    for index in range(start, len(splits)):
        if splits[index].filled and not is_rule(splits[index].line.text):
            return bare_number(squeezed_text(text, splits[index].filled[0]))
    return None
