"""Heads printed one a line that the rows count: as many lines from 序号 to the number 1 as from there to the numbers 2 and 3.

What they say does not matter then: a head may be longer than any, or read like a cell.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ...fields.answer_labels import answers_for_all
from ...fields.heads import MAX_HEAD, read_head, read_long
from ...text.labels import bare_number, opens_section
from ...text.piece import squeezed_text
from ..body.lines import Printed, Split
from .candidates import Candidate
from .head_row import MAX_COLUMNS
from .task_heads import SENTENCE_END

#: So many heads at least; the rows begin with these numbers, where there is a third.
_FEWEST, _ROWS = 3, 2


def counted_heads(text: str, splits: Sequence[Split], at: int, found: int) -> list[Candidate]:
    """The heads from line ``at`` on, where the rows count more than the ``found`` ones that read like heads."""
    head = read_head(squeezed_text(text, splits[at].filled[0]))
    if head is None or head.kind != "number":
        return []
    filled = (split for split in itertools.islice(splits, at, None) if split.filled)
    lines = list(itertools.islice(filled, (_ROWS + 1) * MAX_COLUMNS + 1))
    size = next((i for i, line in enumerate(lines[: MAX_COLUMNS + 1]) if _number(text, line) == 1), 0)
    if not max(found, _FEWEST - 1) < size or any(len(line.filled) != 1 for line in lines[: (_ROWS + 1) * size]):
        return []
    numbers = {i: number for i, line in enumerate(lines) if (number := _number(text, line)) is not None}
    third = 3 in itertools.islice(numbers.values(), _ROWS, None)
    if any(numbers.get(count * size) != count for count in range(1, _ROWS + 1 + third)):
        return []
    values = [squeezed_text(text, line.filled[0]) for line in lines[:size]]
    if any(value[-1] in SENTENCE_END or opens_section(value) or answers_for_all(value) for value in values):
        return []  # a heading over the first row
    return [
        Candidate(line.filled[0], value, line.last_line, read_head(value) or read_long(value))
        for line, value in zip(lines[:size], values, strict=True)
    ]


def _number(text: str, line: Split) -> int | None:
    cell: Printed = line.filled[0]
    return bare_number(squeezed_text(text, cell)) if cell[-1][1] - cell[0][0] <= MAX_HEAD else None
