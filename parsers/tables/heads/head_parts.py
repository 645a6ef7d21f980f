"""Whether a head is part of one above it: words of responsibility under 责任分工, months under 月度进度."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ....normalize.lazy import lazy_pattern
from ....normalize.spans import MERGED
from ...fields.heads import TEXT_KINDS, Head, guessed_head, head_until, read_head, without_day
from ...fields.periods import is_period
from ..grid.cells import Cell

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
LEVELS = ("一级", "二级", "三级", "四级")
#: What a head over times says more than another of no known meaning.
_PLANS = lazy_pattern(r"[月季旬]|年度|分年|进度|进展|计划|安排|节点|推进|时间|阶段|目标|投资")
_REPORT = lazy_pattern(r".{0,4}(?:进展|(?:进展|完成|落实|推进|进度|办理|执行|实施)(?:情况|进展))")
_DIVIDED_REPORTS = ("情况", "进展")
#: What tells who does what is divided into those who lead and those who help.
_DIVISIONS = (
    "分工",
    "责任",
    "职责",
    "责任体系",
    "责任落实",
    "责任分解",
    "任务分解",
    "责任清单",
    "推进机制",
    "推进力量",
    "工作专班",
)
#: Whose people or units are asked for.
_LEVEL = lazy_pattern(r"[省市州盟县区旗乡镇村](?:级|直)|[县乡]镇|街道|社区|村居?|园区")
#: Roles of heads that are not divided.
_ONE_ROLE = ("lead", "support", "guide")


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


@lru_cache(maxsize=1024)
def kinship(head: Head, above: Head) -> float:
    """What speaks for ``head`` being part of the one above it."""
    score = _AKIN if is_akin(head, above) else 0.0
    score += _SAME_WORDS if _says_more(head, above) else 0.0
    return score + (_PLANNED if is_period(head.text) and _plans(above) else 0.0)


def part_of(head: Head, above: Head | None) -> Head:
    """The head as part of the one above it: a quarter under 进展情况 tells what was reached, and sets no time.

    What is no head elsewhere says under one of times what is due then (立项 | 环评 under 工作节点), and whose people or units
    are asked for under one of those (县级 | 乡级 under 责任领导).
    """
    if above is not None and above.kind == "deadline" and not head.known and not is_period(head.text):
        return head._replace(kind="deadline")
    if above is not None and _is_level(head, above):
        return head._replace(kind=above.kind, role=above.role)
    reported = above is not None and is_report(above) and is_period(head.text)
    return head._replace(text=above.text + head.text) if above is not None and reported else head


def length_of_period(period: str) -> int:
    """Which of two times is the longer: months stand under quarters, these under half years."""
    return next((at for at, sign in enumerate(("月", "季", "半年")) if sign in period), 3)


def _is_level(head: Head, above: Head) -> bool:
    """Whether a head tells of which level the people or units are that the one above it asks for."""
    return above.kind in ("unit", "person") and not head.known and _LEVEL.fullmatch(head.text) is not None


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


@lru_cache(maxsize=1024)
def is_akin(head: Head, above: Head) -> bool:
    """True where ``above`` may well be a heading over ``head``: 牵头单位 is none over 责任单位 and 配合单位.

    Nor is what asks for an amount until a day: 截至9月底完成量 stands beside 完成率.
    """
    if without_day(above.text) != above.text and not above.text.endswith(_DIVIDED_REPORTS):
        return False
    if is_period(head.text):
        if is_period(above.text):
            return length_of_period(head.text) < length_of_period(above.text)
        unknown = not above.known
        planned = above.kind in ("goal", "deadline") or above.may_be_schedule or _plans(above)
        return planned or unknown or is_report(above)
    if head.text.startswith(LEVELS):
        return above.kind in ("group", "name", "content") and not above.text.startswith(LEVELS)
    if not above.known and head.text[:_SHARED] == above.text[:_SHARED]:
        return True  # 责任单位 | 责任人 under 责任落实
    if _says_more(head, above):
        return True
    if _is_level(head, above):
        return True
    if above.kind == "unit":
        return head.kind in ("unit", "person") and above.role not in _ONE_ROLE
    if above.text.endswith(_DIVISIONS) and head.kind in ("unit", "person"):
        return True  # 牵头单位 | 配合单位 under 任务分工
    if above.kind in TEXT_KINDS and head.kind in TEXT_KINDS and head.text[-_SHARED:] == above.text[-_SHARED:]:
        return True  # 年度目标 | 半年目标 under 任务目标
    if head.kind == "goal":
        return False  # 综合目标 beside 考核指标
    return head.kind == above.kind or (above.kind == "content" and head.kind == "group")
