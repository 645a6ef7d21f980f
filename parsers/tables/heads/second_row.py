"""Heads in two rows: the second divides some heads of the first.

序号 | 责任分工 | 任务 | 进度 |
牵头部门 | 配合部门 | 上半年 | 下半年 |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from ....normalize.lazy import lazy_pattern
from ....normalize.spans import MERGED
from ...fields.heads import TEXT_KINDS, Head, guessed_head, head_until, read_head, without_day
from ...fields.periods import is_period
from ..grid.cells import Cell
from ..grid.columns import mean_fit

Rows = Sequence[Sequence[Cell | None]]
#: So many rows tell; so many heads at most are divided.
_LOOKAHEAD, MOST_DIVIDED = 30, 3
#: The widest tables that are searched, by how many heads are divided: one may stand over all months.
_WIDEST = {1: 24, 2: 20, 3: 16}
#: Heads under a head of the same kind, or times under one of a goal or time, are likely its parts.
_AKIN = 0.5
#: The same for a head that holds the words of the one above it.
_SAME_WORDS = 1.5
#: The same for a time under a head that plans.
_PLANNED = 0.1
#: A part of a head that says nothing known is this short.
_LONGEST_PART = 6
_LONGEST_UNTIL = 24
_REMARK = lazy_pattern(r"[（(][^（）()]*[）)]")
#: A head of no known meaning that begins with so many characters of its parts is one over them, a text that ends with them.
_SHARED = 2
#: Parts that count the levels of a head: 一级目录 | 二级目录 under 公开事项.
_LEVELS = ("一级", "二级", "三级", "四级")
#: What speaks against levels of a head further right: the first one of texts is divided.
_FURTHER_RIGHT = 0.05
#: What a head over times says more than another of no known meaning.
_PLANS = lazy_pattern(r"[月季旬]|年度|分年|进度|进展|计划|安排|节点|推进|时间|阶段|目标|投资")
_REPORT = lazy_pattern(r".{0,4}(?:进展|(?:进展|完成|落实|推进|进度|办理|执行|实施)(?:情况|进展))")
_DIVIDED_REPORTS = ("情况", "进展")
#: What tells who does what is divided into those who lead and those who help.
_DIVISIONS = ("分工", "责任")
#: Roles of heads that are not divided.
_ONE_ROLE = ("lead", "support", "guide")


def with_second_head(heads: Sequence[Head], rows: Rows) -> tuple[list[Head], Rows]:
    """Heads of two rows as one, when the first body row is a row of heads; the cells below tell what is divided."""
    upper = [head for head in heads if head.text]
    body = rows[1:]
    sizes = Counter(len(row) for row in body)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0)
    parts = read_parts(rows[0]) if rows else []
    divided = len(upper) + len(parts) - usual
    if len(parts) < 2 or not 0 < divided <= MOST_DIVIDED or usual > _WIDEST[divided]:
        return list(heads), rows
    full = [row for row in body if len(row) == usual][:_LOOKAHEAD]
    if upper[0].kind != "number":
        full = [row for row in full if row[0] is None or row[0].number is None] or full  # others have moved left
    fits: dict[tuple[int, Head], float] = {}
    best = max(choices(upper, parts, divided), key=partial(fit_of, full, fits), default=None)
    return (list(heads), rows) if best is None else ([part_of(head, above) for head, above in best], body)


def read_parts(row: Sequence[Cell | None]) -> list[Head]:
    """The heads of a row in which every filled cell may be one; under others, short words are (前期, 在建, 上半年)."""
    heads: list[Head] = []
    for cell in row:
        if cell is None or cell.text == MERGED:
            continue
        head = read_head(cell.text) or (head_until(cell.text) if _may_tell_day(cell) else None)
        if head is None and not is_period(cell.text) and not _is_short(cell):
            return []
        heads.append(head or guessed_head("other", cell.text))
    return heads


def _may_tell_day(cell: Cell) -> bool:
    return not cell.closed and len(cell.text) <= _LONGEST_UNTIL


def _is_short(cell: Cell) -> bool:
    """True for a short word, which is neither a number nor a sentence."""
    return cell.number is None and cell.label is None and not cell.closed and len(cell.text) <= _LONGEST_PART


#: A head and the one above it that it is part of.
Choice = list[tuple[Head, Head | None]]


def choices(upper: Sequence[Head], parts: Sequence[Head], divided: int) -> Iterator[Choice]:
    """All ways to divide ``divided`` of the upper heads into the parts, in order, two parts each at least."""
    if not upper:
        if not parts and not divided:
            yield []
        return
    for rest in choices(upper[1:], parts, divided):
        yield [(upper[0], None), *rest]
    for count in range(2, len(parts) + 1) if divided else ():
        for rest in choices(upper[1:], parts[count:], divided - 1):
            yield [*((part, upper[0]) for part in parts[:count]), *rest]


def fit_of(rows: Rows, fits: dict[tuple[int, Head], float], choice: Choice) -> float:
    """How well the cells of ``rows`` fit the heads; ``fits`` keeps what was measured."""
    score = 0.0
    for place, (printed, above) in enumerate(choice):
        head = part_of(printed, above)
        if (place, head) not in fits:
            fits[place, head] = mean_fit(rows, place, head)
        score += fits[place, head] + (_AKIN if above is not None and is_akin(head, above) else 0.0)
        score += _SAME_WORDS if above is not None and _says_more(head, above) else 0.0
        score += _PLANNED if above is not None and is_period(head.text) and _plans(above) else 0.0
        score -= _FURTHER_RIGHT * place if head.text.startswith(_LEVELS) else 0.0
    return score


def part_of(head: Head, above: Head | None) -> Head:
    """The head as part of the one above it: a quarter under 进展情况 tells what was reached, and sets no time.

    What is no head elsewhere says under one of times what is due then: 立项 | 环评 under 工作节点.
    """
    if above is not None and above.kind == "deadline" and not head.known and not is_period(head.text):
        return head._replace(kind="deadline")
    reported = above is not None and is_report(above) and is_period(head.text)
    return head._replace(text=above.text + head.text) if above is not None and reported else head


def is_report(head: Head) -> bool:
    """Whether a head asks what has been done."""
    return head.kind == "other" and _REPORT.fullmatch(head.text) is not None


def _plans(head: Head) -> bool:
    """Whether a head of no kind of its own may well stand over times: 月度投资（万元）."""
    return head.kind in ("other", "goal", "deadline") and _PLANS.search(head.text) is not None


def _says_more(head: Head, above: Head) -> bool:
    """Whether a head holds the words of the one above it: 总投资 under 投资（万元）; one that asks the same for a day stands beside it."""
    bare = _REMARK.sub("", above.text)
    return len(bare) >= _SHARED and bare in head.text and bare != _REMARK.sub("", without_day(head.text))


def is_akin(head: Head, above: Head) -> bool:
    """True where ``above`` may well be a heading over ``head``: 牵头单位 is none over 责任单位 and 配合单位.

    Nor is what asks for an amount until a day: 截至9月底完成量 stands beside 完成率.
    """
    if without_day(above.text) != above.text and not above.text.endswith(_DIVIDED_REPORTS):
        return False
    if is_period(head.text):
        unknown = not above.known and not is_period(above.text)
        planned = above.kind in ("goal", "deadline") or above.may_be_schedule or _plans(above)
        return planned or unknown or is_report(above)
    if head.text.startswith(_LEVELS):
        return above.kind in ("group", "name", "content") and not above.text.startswith(_LEVELS)
    if not above.known and head.text[:_SHARED] == above.text[:_SHARED]:
        return True  # 责任单位 | 责任人 under 责任落实
    if _says_more(head, above):
        return True
    if above.kind == "unit":
        return head.kind in ("unit", "person") and above.role not in _ONE_ROLE
    if above.text.endswith(_DIVISIONS) and head.kind in ("unit", "person"):
        return True  # 牵头单位 | 配合单位 under 任务分工
    if above.kind in TEXT_KINDS and head.kind in TEXT_KINDS and head.text[-_SHARED:] == above.text[-_SHARED:]:
        return True  # 年度目标 | 半年目标 under 任务目标
    return head.kind == above.kind or (above.kind == "content" and head.kind == "group")
