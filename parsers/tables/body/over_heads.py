"""Headings of sections whose tables have the same heads, so that they are one table: each stands over its heads.

第一阶段：排查
序号 | 任务 | 责任单位 |
第二阶段：整改
序号 | 任务 | 责任单位 |

Or over their rows, where the cells of those are joined by blanks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from ...deadlines.actions import ACTION
from ...fields.answer_labels import answers_for_all
from ...fields.heads import Head
from ...text.document import Line
from ..heads.head_row import HeadRow
from .lines import Split, split_blanks
from .titles import is_table_title

_LONGEST = 40
_NO_END = "，、。；！？"
#: So many names of groups stand over rows of so many columns; each is this short.
_FEWEST, _FEWEST_COLUMNS, _LONGEST_NAME, _MOSTLY = 2, 3, 20, 0.8
_FEW = 0.25


def over_heads(splits: Sequence[Split], repeats: Iterable[HeadRow], last: int) -> frozenset[int]:
    """The lines of headings right above ``repeats`` up to line ``last``, a blank line above each."""
    return frozenset(_above(splits, takewhile(lambda repeat: repeat.first <= last, repeats)))


def _above(splits: Sequence[Split], repeats: Iterable[HeadRow]) -> Iterator[int]:
    for repeat in repeats:
        at = repeat.first - 1
        while at > 0 and not splits[at].line.text:
            at -= 1
        if at > 0 and not splits[at - 1].line.text and len(splits[at].cells) == 1 and may_stand_over(splits[at].line):
            yield at


def may_stand_over(line: Line) -> bool:
    """True for a short line that neither ends like a sentence nor is a table's title."""
    text = line.text
    return 1 < len(text) <= _LONGEST and "|" not in text and text[-1] not in _NO_END and not is_table_title(text)


def over_rows(lines: Sequence[Split], heads: Sequence[Head]) -> frozenset[int]:
    """The lines of one piece that stand over whole rows of cells joined by blanks: names of groups, or who does all below."""
    asked = {head.kind for head in heads}
    told = frozenset(split.line.index for split in lines if answers_for_all(split.line.text, asked))
    return told or _names_over_rows(lines, len(heads))


def _names_over_rows(lines: Sequence[Split], columns: int) -> frozenset[int]:
    """Those that name groups.

    The first line is one, where no cell goes on yet; most others hold all cells of a row, or all but one.
    """
    sizes = [len(split_blanks(split.line).filled) for split in lines]
    alone = [at for at, size in enumerate(sizes) if size == 1]
    if columns < _FEWEST_COLUMNS or len(alone) < _FEWEST or alone[0] or alone[-1] == len(lines) - 1:
        return frozenset()
    whole = sum(1 for size in sizes if size >= columns - 1)
    if whole < _MOSTLY * (len(sizes) - len(alone)) or any(sizes[at + 1] == 1 for at in alone):
        return frozenset()
    over = [lines[at].line for at in alone]
    short = all(may_stand_over(line) and len(line.text) <= _LONGEST_NAME for line in over)
    return frozenset(line.index for line in over) if short and are_names(line.text for line in over) else frozenset()


def are_names(texts: Iterable[str]) -> bool:
    """Whether texts name groups rather than tasks: few begin with a verb, as 总结表彰月 does."""
    verbs = [ACTION.match(text) is not None for text in texts]
    return sum(verbs) <= _FEW * len(verbs)
