"""Column heads: what the cells below them hold.

A head is a composition: words that say more (工作, 主要, 计划) and a last noun that decides (任务, 单位, 时限). The nouns
stand in :mod:`.head_nouns`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from ...normalize.decode import REPLACEMENT
from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..units import Role, decide_role, is_person_head, role_of_words, role_words_in
from ..units.grammar import is_department
from ..units.riders import find_rider
from . import head_nouns as nouns
from .lost_characters import mended_head
from .service_terms import is_promised
from .values import are_objects

Kind = Literal["number", "group", "name", "content", "requirement", "goal", "unit", "person", "deadline", "other"]
#: Kinds whose cells are running text.
TEXT_KINDS = frozenset({"group", "name", "content", "requirement", "goal"})
#: Kinds whose cells answer for a task, and all whose cells show what they are.
ANSWERS = frozenset({"unit", "deadline", "person"})
TYPED_KINDS = ANSWERS | {"number"}
MAX_HEAD = 14
#: A label before its value, or a sentence, is no column head.
ENDS_NO_HEAD = "：:。；？！》"
_STOPS = frozenset("。；！？：")

#: Until when a head asks for what its last words say: 截至9月底完成量, 预计至12月31日完成进度.
_UNTIL = lazy_pattern(
    r"^(?:(?:预计|计划|截[至止]|[至到])*(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|[底末份])?|[上下]半年|年[底末中])前?(?:[已应]|计划|预计|拟)?)(?=.{2})"
)
#: Units and people under one head: 责任单位及责任人.
_BOTH = lazy_pattern(r".{0,4}(?:单位|部门|科室|处室|[职责]责|(?<!任务)分工)[及和与、/（(](?!.*内容)")
#: What stands before the time under one head: 责任单位及完成时限, 工作内容及完成时限; the cell tells its times apart.
_JOINED: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_BOTH, "unit"),
    (lazy_pattern(r".{0,4}(?:内容|任务|事项)(?:分解|分工|细化)?[及和与、/（(]"), "content"),
    (lazy_pattern(r".{0,4}(?:措施|举措|要求)[及和与、/（(]"), "requirement"),
)
_TIME_AND = lazy_pattern(r".{0,4}(?:时间|时序|时限|进度)(?:节点|安排|进度|要求)?[及和与、/]")
_REMARK = lazy_pattern(r"[（(][^（）()]*[）)]")
#: 单位 may ask for the unit of measure, as it does beside indicators.
MEASURE_HEADS = ("单位", "计量单位")
_AMOUNT = lazy_pattern(r"(?:[现储]有|储备|配备|需求)?数量|单价|规格(?:型号)?|型号")
_INDICATOR = lazy_pattern(r"(?:具体|主要|统计|发展|考核)?指标(?:名称|内容|项目)?")
#: Words of those who take part in an inspection, no role elsewhere (联合部门, 协查科室).
_JOINT = ("联合", "联查", "协查", "参检")
_TIME = lazy_pattern(r"[时期限]$|时间|期限|节点")
_AUTHORITY = lazy_pattern(r"(.+?)(?:行政主管|主管|行政)部门")
_LONGEST_LOOSE = 8
#: What asks how many, or how much, ends so: 已完成事项数.
_OF_FIGURES = ("数", "率", "额", "数量", "总量")
#: What stands before a head only among others.
_LED = lazy_pattern(r"^(?:20\d\d年度?|有关|相关|各)")
_OF_LEVEL = lazy_pattern(r"[省市州盟县区旗镇]{1,2}(?:直属?|级|属)(?:各|[有相]关)?(?:单位|部门|机关|部门单位|科室)")
#: What is planned for one year, and heads of several years, two at least.
_YEAR_PLAN = lazy_pattern(r"20\d\d年度?(?:工作|推进|实施|建设|重点)?(?:计划|安排|打算)")
_LABELLED = lazy_pattern(
    r"[（(]?[一二三四五六七八九十]+[）)、]|[壹贰叁参肆伍陆柒捌玖拾]、|\d+[.、]|附?表[一二三四五六七八九十\d]"
)


#: 工作内容及目标.
_CONTENT_AND = lazy_pattern(r".*内容[及和与、].{1,4}")
#: Heads of tasks that may set but a figure.
TASK_GOALS = ("目标任务", "任务目标")
#: Heads of what has been done, or of what is planned until when: the values tell.
_SCHEDULE = lazy_pattern(r"(?!.*(?:当前|目前|已|进展)).*(?:进度|计划|安排|打算|步骤)")


class Head(NamedTuple):
    """What a column head says of its column; ``role`` only for units; ``known`` is False for a guess."""

    text: str
    kind: Kind
    role: Role | None = None
    known: bool = True

    @property
    def may_be_schedule(self) -> bool:
        """True for a head under which days may stand (工作进度, 承诺时限), though most such columns hold other text."""
        return self.kind == "other" and (_SCHEDULE.fullmatch(self.text) is not None or is_promised(self.text))

    @property
    def tells_times(self) -> bool:
        """True for a text whose cells tell their own times: 任务分解/时序进度, 工作内容及完成时限, 时间节点及任务."""
        return self.kind in TEXT_KINDS and _names_times(self.text)


@lru_cache(maxsize=256)
def _names_times(text: str) -> bool:
    """Whether a head names times; asked of the heads of a table for each of its cells."""
    return nouns.is_deadline(text) or _TIME_AND.match(text) is not None


def guessed_head(kind: Kind, text: str = "") -> Head:
    """A head whose kind is told by its cells or its place, not by its words."""
    return Head(text, kind, "responsible" if kind == "unit" else None, False)


def head_or_unknown(text: str) -> Head:
    """The head that ``text`` is by its place; one of no known meaning where its words tell none."""
    return read_head(text) or read_long(text) or guessed_head("other", text)


def read_long(text: str) -> Head | None:
    """The head, too long to be one but by its place, that its last words tell: 起草单位将送审稿报送合法性审核的截止时间."""
    bare = _REMARK.sub("", text)
    if not MAX_HEAD < len(bare) <= 3 * MAX_HEAD or not _STOPS.isdisjoint(bare):
        return None
    kind = _kind(bare)
    role = (role_of_words(bare) or "responsible") if kind == "unit" else None
    return Head(text, kind, role) if kind in ANSWERS or kind == "other" else None


@lru_cache(maxsize=4096)
def read_head(text: str) -> Head | None:
    """The column head that ``text`` (white space removed) is, None when it can be none."""
    if len(text) > 3 * MAX_HEAD or text[-1:] in ENDS_NO_HEAD:
        return None
    if REPLACEMENT in text and (whole := mended_head(text)) != text:
        head = read_head(whole)
        return head._replace(text=text) if head is not None else None
    bare = _REMARK.sub("", text).strip("、，,*★|").rstrip("%％‰")
    if not bare and find_rider(text) is not None:
        return None  # （注：标★的为牵头单位） above a list
    if not bare:
        bare = text.strip("（）()")
    if len(bare) > MAX_HEAD:
        return Head(text, "other") if nouns.WHETHER.fullmatch(bare) else _either(text, bare) or head_until(text)
    if "：" in bare or not bare or nouns.NOT_HEAD.search(bare) or _LABELLED.match(text):
        return None
    kind = _kind(bare)
    if kind is None or ((kind in TEXT_KINDS or kind == "other") and nouns.VERB_FIRST.match(bare)):
        return None
    if kind == "deadline" and nouns.CHANGES.match(bare):
        return None
    if kind == "unit":
        role = role_of_words(bare) or _role_inside(bare)
        if role is None and (authority := _AUTHORITY.fullmatch(bare)) and is_department(authority[1] + "部门"):
            return None  # 林业主管部门 acts: it is a cell
        return Head(text, "unit", role or "responsible", role is not None)
    return Head(text, kind)


def _either(text: str, bare: str) -> Head | None:
    """The long head of two that ask for the same: 具体检查对象或“双随机”抽查对象."""
    halves = [read_head(half) for half in bare.split("或", 1)] if "或" in bare else []
    first = halves[0] if None not in halves and len({half.kind for half in halves if half}) == 1 else None
    return first._replace(text=text) if first is not None else None


def is_goal(text: str) -> bool:
    """Whether a head asks for what is to be reached: 年度目标, 工作成果."""
    head = read_head(text)
    return head is not None and head.kind == "goal"


def head_until(text: str) -> Head | None:
    """The head of what was or will be done by a time: 截至9月底完成量 reports, whatever its words ask for elsewhere."""
    rest = without_day(text)
    return Head(text, "other") if rest != text and read_head(rest) is not None else None


def without_day(text: str) -> str:
    """A head without the time in front for which it asks."""
    return _UNTIL.sub("", text, count=1)


def is_inspected(head: Head) -> bool:
    """True for a kind of organisation that is inspected (排污单位) where a head of those who act is asked for: it is a cell."""
    return head.kind == "unit" and not head.known and are_objects(head.text) and not names_level(head.text)


def names_level(text: str) -> bool:
    """True for the units of one level (区直单位, 县级有关部门), who are who does it where a head names them."""
    return _OF_LEVEL.fullmatch(text) is not None


def is_measure(head: Head, heads: Sequence[Head | None]) -> bool:
    """Whether a bare 单位 is the unit of measure: beside organisations or how many there are, or among indicators that nobody
    answers for.
    """
    if head.text not in MEASURE_HEADS:
        return False
    if any(_AMOUNT.fullmatch(other.text) for other in _beside(head, heads)):
        return True
    others = [other for other in heads if other is not None and other.text not in MEASURE_HEADS]
    indicators = any(_INDICATOR.fullmatch(other.text) for other in others)
    return indicators or any(other.kind == "unit" for other in others)


def _beside(head: Head, heads: Sequence[Head | None]) -> list[Head]:
    """The heads left and right of one."""
    at = next((place for place, other in enumerate(heads) if other is head), 0)
    return [other for other in (*heads[max(0, at - 1) : at], *heads[at + 1 : at + 2]) if other is not None]


def is_about_page(text: str) -> bool:
    """Whether a head names what a page says about itself (索引号, 发文机关, 成文日期)."""
    return text in nouns.ABOUT_PAGE


def read_loosely(text: str) -> Head | None:
    """The head that ``text`` would be among heads that begin with 序号: a word of a role or a time is enough (协助力量, 何时)."""
    if not 2 <= len(text) <= _LONGEST_LOOSE or _LABELLED.match(text) or nouns.NOT_HEAD.search(text):
        return None
    if text.endswith(_OF_FIGURES):
        return None
    role = _role_inside(text)
    if role is not None:
        return Head(text, "unit", role)
    return Head(text, "deadline") if _TIME.search(text) else None


def read_among(text: str) -> Head | None:
    """The head that ``text`` is between known heads, though it may be a title or a cell elsewhere: 2031年目标, 相关责任部门."""
    if text.startswith("20") and _YEAR_PLAN.fullmatch(text):
        return Head(text, "other")
    bare = _LED.sub("", text, count=1)
    head = read_head(bare) if bare != text and len(bare) >= 2 and len(text) <= MAX_HEAD else None
    kept = head is not None and (text[:1].isdigit() or head.kind == "unit")
    return head._replace(text=text) if head is not None and kept else None


def _role_inside(bare: str) -> Role | None:
    """The role that the words of an uncommon head give (牵头负责司局, 责任室)."""
    found = role_words_in(bare)
    return decide_role(found) if found else "support" if any(word in bare for word in _JOINT) else None


def _kind(head: str) -> Kind | None:
    if head in nouns.NUMBERS or nouns.NUMBER.fullmatch(head):
        return "number"
    if "是否" in head:
        return "other" if not head.endswith("是否") else None
    if is_person_head(head) or head.endswith(nouns.PERSONS):
        return "unit" if _BOTH.match(head) else "person"
    if nouns.is_deadline(head):
        return _kind_of_time(head)
    if nouns.NOT_UNIT.fullmatch(head):
        return "other"
    if head.endswith(nouns.UNITS) or nouns.UNIT.fullmatch(head) or _names_doer(head):
        return "unit"
    if (listed := nouns.LISTED.fullmatch(head)) is not None:
        return _kind(listed[1])
    if head == nouns.REACHED:
        return "goal"
    return _kind_of_text(head) or ("other" if _is_other(head) else None)


def _names_doer(head: str) -> bool:
    """Whether a head asks for the names of those who do it (责任单位名称); 实施机关名称 may list organs and no tasks."""
    bare = head.removesuffix("名称")
    named = bare != head and bare.endswith(nouns.UNITS) and "实施" not in bare
    return named and role_of_words(bare) is not None


def _kind_of_time(head: str) -> Kind:
    for before, kind in _JOINED:
        if before.match(head):
            return kind
    return "other" if nouns.NOT_DEADLINE.fullmatch(head) or is_promised(head) else "deadline"


def _kind_of_text(head: str) -> Kind | None:
    """The more special noun goes first: 类别 before 任务, 名称 before 事项."""
    if _CONTENT_AND.fullmatch(head):
        return "content"
    if head.endswith(nouns.GROUPS) or nouns.GROUP.fullmatch(head):
        return "group"
    if head.endswith(nouns.NAMES):
        return "name"
    if head.endswith(TASK_GOALS):
        return "content"
    if head.endswith(nouns.REQUIREMENTS) and not nouns.RULED.match(head):
        return "requirement"
    if head.endswith(nouns.CONTENTS) or nouns.FAULT.fullmatch(head):
        return "content"
    return "goal" if head.endswith(nouns.GOALS) else None


def _is_other(head: str) -> bool:
    return head.endswith(nouns.OTHERS) or bool(nouns.OTHER.fullmatch(head) or nouns.RULED.fullmatch(head))
