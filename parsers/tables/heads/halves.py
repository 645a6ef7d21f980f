"""Heads printed one a line that the page broke over two lines: 检查对 | 范围, 任务开始 | 时间."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import MAX_HEAD, read_head
from ...fields.periods import is_period
from ...text.piece import squeezed_text
from ...units.words import BARE_ROLE_HEADS, PERSON_NOUNS, TIME_NOUNS, UNIT_NOUNS
from ..body.lines import Printed, Split
from .candidates import Candidate

#: What ends a head that asks who does it.
WHO_NOUNS = frozenset((*UNIT_NOUNS, *PERSON_NOUNS))
#: A known head of so many characters needs no other half.
_WHOLE_HEAD = 4
#: How much of a head that is broken off its first line holds, and the next one.
_LONGEST_BEGINNING, _LONGEST_REST = 5, 2
#: How long the second half of any head may be.
_LONGEST_END = 7
#: Words that lead a head, though they are heads by themselves, too.
LEADING = frozenset({"重点", "主要", "工作", "具体", "整改", "年度"})
#: A narrow column breaks a head of four characters in two; so many heads tell that the page has such columns.
HALF, FEWEST_HALVES = 2, 2
#: A bracket is closed on one of so many lines.
_MOST_OPEN = 4
#: What is no head without a noun of time behind it.
_STAGE = lazy_pattern(r".{0,4}(?:开始|起始|结束|截止|完成|启动|起止|开展|实施|办结|决策|审议|公布|出台|预计|拟定)")


def closed_bracket(text: str, splits: Sequence[Split], at: int, cell: Printed) -> tuple[Printed, int]:
    """The head on line ``at`` with the lines below that close its bracket, and the last of these.

    责任单位（排第一的为牵头单位， | 下同）
    """
    value = squeezed_text(text, cell)
    if value.rfind("（") <= value.rfind("）") or read_head(value[: value.rfind("（")]) is None:
        return cell, at
    whole = cell
    for index in range(at + 1, min(at + _MOST_OPEN, len(splits))):
        if len(splits[index].filled) != 1 or splits[index].pipes:
            break
        whole = (*whole, *splits[index].filled[0])
        if "）" in splits[index].line.text:
            return whole, index
    return cell, at


def between_blanks(text: str, splits: Sequence[Split], at: int, cell: Printed) -> tuple[Printed, int]:
    """The head on line ``at`` with the line right below, where blank lines part the two from all others.

    牵头 | 委室: they are one cell, if they read as one head and not as two.
    """
    end = at + 2
    alone = at and not splits[at - 1].line.text and not any(split.line.text for split in splits[end : end + 1])
    if not alone or end > len(splits) or any(len(s.filled) != 1 or s.pipes for s in splits[at:end]):
        return cell, at
    first, second = (squeezed_text(text, split.filled[0]) for split in splits[at:end])
    if min(len(first), len(second)) > HALF and read_head(first) is not None and read_head(second) is not None:
        return cell, at
    if len(first + second) > MAX_HEAD or read_head(first + second) is None:
        return cell, at
    return (*cell, *splits[at + 1].filled[0]), at + 1


def begins_head(text: str, splits: Sequence[Split], at: int) -> bool:
    """Whether line ``at`` is the beginning of a head that the next line ends: 重点任 | 务. A blank one may part them."""
    if not 2 <= splits[at].line.end - splits[at].line.start <= _LONGEST_BEGINNING:
        return False
    below = next((split for split in splits[at + 1 : at + 3] if split.filled), None)
    if below is None or any(len(split.filled) != 1 or split.pipes for split in (splits[at], below)):
        return False
    if below.line.end - below.line.start > _LONGEST_REST:
        return False
    first, second = (squeezed_text(text, split.filled[0]) for split in (splits[at], below))
    return read_head(second) is None and read_head(first + second) is not None


def joined_halves(splits: Sequence[Split], cells: Sequence[Candidate]) -> list[Candidate]:
    """The heads, those that the page broke joined again."""
    joined: list[Candidate] = []
    # All lines may be parted by blank ones.
    below = min((b.line - a.line for a, b in itertools.pairwise(cells)), default=1)
    for cell, second, line, head in cells:
        if joined and not any(split.closed or split.pipes for split in splits[joined[-1].line : line]):
            before, first, last, known = joined[-1]
            if _is_wide(splits, last, first) and _is_wide(splits, line, second):
                joined.append(Candidate(cell, second, line, head))
                continue
            if (
                known is not None and second[-1] == "）" and belong(first, second)
            ):  # 程序要求 | （是否需专家论证、合法性审核）
                joined[-1] = Candidate(before + cell, first, line, known)
                continue
            whole = read_head(first + second)
            half = known is None and not (head is not None and len(second) >= _WHOLE_HEAD)
            apart = head is None and (known is None or len(second) == 1)  # 完成时 | 限, 牵头部 | 门: blanks between too
            apart = apart or (known is None and second in TIME_NOUNS and _STAGE.fullmatch(first) is not None)
            apart = apart or first + second == "序号"
            led = first in LEADING and len(second) == len(first)  # 重点 | 任务
            short = len(second) <= _LONGEST_END or second[0] == "（"
            broken = apart or (line == last + below and (half or led or belong(first, second)))
            beside = head is not None and head.kind == "number" and second != "号"  # 改革方向 | 序号 are two heads
            rest = known is None and head is None and len(second) == 1 and line == last + below  # 改革领 | 域
            if rest or (broken and short and not beside and whole is not None and not is_period(first)):
                joined[-1] = Candidate(before + cell, first + second, line, whole)
                continue
        joined.append(Candidate(cell, second, line, head))
    return _all_halves(joined) if len(cells) - len(joined) >= FEWEST_HALVES else joined


def _is_wide(splits: Sequence[Split], line: int, text: str) -> bool:
    """Whether the text of a line is one word of two characters printed wide, which is whole: 场 馆."""
    return len(text) == HALF and splits[line].line.text.split() == list(text)


def _all_halves(cells: Sequence[Candidate]) -> list[Candidate]:
    """The heads of a page that breaks several of them, with those joined whose halves are heads by themselves: 任务 | 分类."""
    joined: list[Candidate] = []
    for cell in cells:
        before = joined[-1] if joined else None
        if before is not None and len(before.text) == len(cell.text) == HALF and before.head is not None:
            whole = read_head(before.text + cell.text)
            if whole is not None and before.head.kind != "number":
                joined[-1] = Candidate(before.cell + cell.cell, before.text + cell.text, cell.line, whole)
                continue
        joined.append(cell)
    return joined


def belong(first: str, second: str) -> bool:
    """True for halves of one head that are heads by themselves as well: 抽查任务 | 名称, 牵头 | 部门, 责任 | 领导, 抽查主体 | （层级）."""
    if second[0] == "（" or (second == "范围" and first.endswith("对象")):
        return True
    if second == "名称":
        head = read_head(first)
        return head is None or head.kind != "number"  # 序号 | 名称 are two heads
    return second in WHO_NOUNS and first.endswith(BARE_ROLE_HEADS)
