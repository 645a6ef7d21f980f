"""Cells that read like column heads: what tells that a row of the table above them is still open."""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import Head
from ...text.labels import bare_number
from ...text.piece import squeezed_text
from ..body.end import after_table
from ..body.lines import Split
from ..body.titles import is_table_title


def in_begun_row(text: str, splits: Sequence[Split], heads: Sequence[Head], last: int, line: int) -> bool:
    """True when ``line`` is a cell of a row that has begun, in a table that prints a cell a line.

    ``heads`` are the table's, down to line ``last``. Its rows are numbered, under a head or right below the heads, and
    fewer cells than it has columns stand between the last number and the line: 托育机构 | 日常检查事项 are cells, not a
    unit's head and a task's.
    """
    headed = heads[0].kind == "number"
    if not headed and not _begins_with_one(text, splits, last):
        return False
    piped = splits[last].pipes > 0
    columns = len(heads) + (not headed)
    cells = 0
    for index in range(line - 1, last, -1):
        split = splits[index]
        printed = split.line.text
        if not printed:
            continue
        if (piped and not split.pipes) or after_table(printed) or is_table_title(printed):
            return False
        cells += max(1, len(split.cells))
        if cells >= columns:
            return False
        if len(split.filled) == 1 and bare_number(squeezed_text(text, split.filled[0])) is not None:
            return True
    return False


def _begins_with_one(text: str, splits: Sequence[Split], last: int) -> bool:
    """Whether the first cell below line ``last`` is the number 1."""
    below = next((split for split in splits[last + 1 :] if split.filled), None)
    return below is not None and bare_number(squeezed_text(text, below.filled[0])) == 1
