"""Column heads of a text page whose narrow columns print them one below the other.

           工
序         作         牵头                完成
                                配合单位
号         任         单位                时限
           务
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.heads import Head, read_head
from ...text.labels import bare_number
from ...text.piece import Range
from ..body.lines import Split
from .head_row import MAX_COLUMNS

_WORD = lazy_pattern(r"\S+")
#: Heads stand in so many lines at most; their pieces are so short, and so many of them are heads.
_MOST_LINES, _LONGEST, _FEWEST = 9, 6, 3


class Stacked(NamedTuple):
    """The heads from left to right, each with its pieces; the first and last line that they stand on."""

    heads: tuple[Head, ...]
    ranges: tuple[Range, ...]
    first: int
    last: int


def stacked_heads(text: str, splits: Sequence[Split], at: int) -> Stacked | None:
    """The heads that stand around line ``at`` above row 1, each in a column of its own; None where some piece is no part of one."""
    first = at
    while first and at - first < _MOST_LINES and _is_short(splits[first - 1]):
        first -= 1
    lines: list[Split] = []
    for split in splits[first : first + 2 * _MOST_LINES]:
        words = split.line.text.split()
        if words and bare_number(words[0]) == 1:
            break
        if split.filled:
            lines.append(split)
    else:
        return None
    if not 1 < len(lines) <= _MOST_LINES or any(split.pipes for split in lines):
        return None
    columns: list[tuple[int, int, list[Range]]] = []
    for split in lines:
        begin = text.rfind("\n", 0, split.line.start) + 1
        for word in _WORD.finditer(text, split.line.start, split.line.end):
            left, right = word.start() - begin, word.end() - begin
            here = [column for column in columns if left < column[1] and column[0] < right]
            if right - left > _LONGEST or len(here) > 1:
                return None
            for column in here:
                columns.remove(column)
            low, high, ranges = here[0] if here else (left, right, [])
            columns.append((min(low, left), max(high, right), [*ranges, word.span()]))
    columns.sort(key=lambda column: column[0])
    heads = [read_head("".join(text[a:b] for a, b in ranges)) for _, _, ranges in columns]
    known = tuple(head for head in heads if head is not None)
    if not _FEWEST <= len(known) == len(heads) <= MAX_COLUMNS or max(len(column[2]) for column in columns) < 2:
        return None
    ranges = tuple(r for column in columns for r in column[2])
    return Stacked(known, ranges, lines[0].line.index, lines[-1].line.index)


def _is_short(split: Split) -> bool:
    """Whether a line holds nothing, or a character or two of a head."""
    return not split.pipes and len(split.line.text.strip()) <= 2
