"""Tables without numbers whose rows run on in one line, all cells joined by blanks, cut into lines: a cell a line.

某县任务分解表 整治内容 牵头单位 完成时限 清理河道 县水利局 3月底 拆除违建 县城管局 6月底

The heads may stand on the line above. Nothing tells where a row begins; the search for the rows of cells that stand a cell a line finds that out.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..fields.heads import MAX_HEAD, TEXT_KINDS, Head, read_head
from ..units import unit_likeness

_FEWEST_HEADS, _FEWEST_ROWS, _FEWEST_BELOW = 3, 2, 3
#: Of the rows so many have a unit for each of their heads that ask for one; so much is a unit at least.
_ANSWERED, _UNIT = 0.6, 0.8

#: A word, with the place where it begins.
Word = tuple[int, str]


def head_run(words: Sequence[Word]) -> int | None:
    """The first of the words that are heads of a table, when enough words for rows stand behind them."""
    heads: list[Head] = []
    for at, (_, word) in enumerate(words):
        head = _head(word)
        if head is not None:
            heads.append(head)
        elif len(heads) >= _FEWEST_HEADS:
            return at - len(heads) if _makes_table(heads, [word for _, word in words[at:]]) else None
        else:
            heads = []
    return None


def stand_below(above: str, words: Sequence[Word]) -> bool:
    """Whether the words are the cells of all rows of the table whose heads are the line ``above``."""
    heads = [head for word in above.split() if (head := _head(word)) is not None]
    whole = len(heads) == len(above.split()) >= _FEWEST_HEADS
    return whole and len(words) >= _FEWEST_BELOW * len(heads) and _makes_table(heads, [word for _, word in words])


def _head(word: str) -> Head | None:
    return read_head(word) if len(word) <= MAX_HEAD else None


def _makes_table(heads: Sequence[Head], cells: Sequence[str]) -> bool:
    """Whether the heads say what is done and who does it, without a number, and the cells below who does."""
    kinds = [head.kind for head in heads]
    if "number" in kinds or "unit" not in kinds or TEXT_KINDS.isdisjoint(kinds):
        return False
    units = sum(unit_likeness(cell) > _UNIT for cell in cells)
    rows = len(cells) / len(heads)
    return rows >= _FEWEST_ROWS and units >= _ANSWERED * rows * kinds.count("unit")
