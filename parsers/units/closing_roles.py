"""Role words in running text: where 按职责分工分别牵头, 负责落实 or （配合） close a list of units."""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..text.vocabulary import alternatives
from .grammar import Form, form_of, is_department, longest_ending
from .masking import plain_name
from .model import Role
from .names import KINDS
from .persons import holds_office, is_person
from .roles import decide_role, role_words_in
from .words import CLAUSE_WORDS, CLOSING_WORDS, DUTY, MANNERS, ROLE_WORDS, TAIL_WORDS

_NO_VERB = r"(?!单位|部门|科室|处室|机关|机构|领导|人(?!大)|方|制|度|同志|企业|责任|公[室厅]|学校|医院|高校|院校)"
# 承担任务的乡镇, 负责实施的单位: what a kind of units does belongs to its name.
_NO_ATTRIBUTE = r"(?![^，。；：、\s\ue000]{0,10}的(?:部门|单位|机构|企业|学校|乡镇|镇街|街道|地区|县区|县市))"
_ANY_WORD = lazy_pattern(
    alternatives(
        CLAUSE_WORDS,
        CLOSING_WORDS,
        (
            "分工",
            "分办",
            "独办",
            "单办",
            "分别",
            "共同",
            "职责",
            "各司其职",
            "各负其责",
            "责任",
            "监管",
            "成员单位",
            "成员部门",
            "主管",
        ),
    )
)
# 甲制定方案，乙组织实施: what is drawn up goes with the word.
_LAID_DOWN = r"(?:制定|制订|起草|拟订|编制|出台)(?:工作|实施|具体)?(?:方案|计划|办法|细则|清单|规划)"
#: 为主要责任单位, 为主管部门: 为主 is no word of these.
_CALLED = lazy_pattern(r"^[均都皆]?(?:为|是|作为)(?=.{2,}(?:单位|部门|主体|科室|处室)$)")
_BODIES = frozenset(kind for kind in KINDS if kind.endswith("组织"))  # 党组织, 社会组织
_GUIDING = ("指导", "督导", "督促", "督办", "监督")
_PARTS = "、，； \n\u3000"
#: What opens a run that holds for all the names before it.
TOGETHER = ("共同", "分别", "联合", "并列", "分头")
_REACH = 40  # no name is longer on either side
_SECTIONS = ("科", "股", "处", "室", "办", "局", "部", "司", "中心")


class Run(NamedTuple):
    """A run of role words; ``role`` is None for a mere manner (按职责分工)."""

    start: int
    end: int
    role: Role | None


def _role_words() -> str:
    manner = rf"(?:{DUTY}|{alternatives(MANNERS)}|(?<=[乡镇街道区县])属地)"
    word = alternatives(CLAUSE_WORDS, CLOSING_WORDS)
    tail = alternatives(CLAUSE_WORDS, CLOSING_WORDS, TAIL_WORDS)
    return (
        rf"[均都皆]?(?:为|是|作为)(?:(?:第一|主要|具体|直接|[总分主])?(?:{alternatives(ROLE_WORDS)}){{1,2}}|成员|(?:行业)?主管)(?:单位|部门|主体|科室|处室)"
        rf"|{manner}{{0,4}}(?:"
        rf"(?:{alternatives(CLAUSE_WORDS)}){_NO_VERB}{_NO_ATTRIBUTE}(?:(?:{tail}){_NO_VERB}){{0,6}}"  # anywhere
        rf"|(?:{word})(?:{tail}){{0,6}}(?=$|[\s、\ue000])"  # words that names hold too: at the end only
        rf"|{_LAID_DOWN}(?=$|[\s、\ue000])"
        r")"
        rf"|(?:{alternatives(_GUIDING)})(?=各)"  # 甲督导各县区落实
        rf"|(?:(?<=[局委厅部院会 、])|^)(?:分办|独办|单办)(?=$|[\s\ue000])"
        rf"|(?:{DUTY}|分别|共同|各司其职|各负其责|分工)(?:{DUTY}|分别|共同|各司其职|各负其责)?(?=$|[\s\ue000])"
    )


_RUN = lazy_pattern(_role_words)


def holds_role_words(masked: str, start: int, end: int) -> bool:
    """Cheap test: most fragments have no role word and no manner at all."""
    return _ANY_WORD.search(masked, start, end) is not None


def role_said(text: str) -> Run | None:
    """The run that a text is and nothing else: 分别主办, 按职责分工负责."""
    found = _RUN.fullmatch(text)
    return None if found is None else Run(0, len(text), decide_role(words) if (words := role_words_in(text)) else None)


def find_runs(masked: str, start: int, end: int) -> list[Run]:
    """The runs of role words in a fragment, in order."""
    runs: list[Run] = []
    for found in _RUN.finditer(masked, start, end):
        if _inside_name(masked, start, end, found) or (_over_others(found) and not _named_before(masked, start, found)):
            continue
        first = found.start() + _held_by_name(masked, start, found)
        last = found.end()
        while last > first and masked[last - 1] in "和并与、" and masked[last - 2] != "参":
            last -= 1
        if last > first:
            words = role_words_in(_CALLED.sub("", masked[first:last]))
            runs.append(Run(first, last, decide_role(words) if words else None))
    return runs


def _inside_name(masked: str, start: int, end: int, found: re.Match[str]) -> bool:
    """Whether a run stands inside a name (人民参与和促进法治科): no name before it, and with it the member is one."""
    if masked[found.start() - 1 : found.start()] == "各" and found.start() > start:
        return found.end() < end  # 各起草|处室
    if found.end() >= end or masked[found.end()].isspace():
        return found.end() < end and _parted_name(masked, start, end, found)
    first = _member_start(masked, start, found.start())
    before = plain_name(masked, first, found.start())
    if len(before) < 2 or form_of(before) != Form.NONE or holds_office(before) or is_person(before):
        return False
    last = _member_end(masked, found.end(), end)
    whole = plain_name(masked, first, last)
    return whole.endswith(_SECTIONS) and form_of(whole) == Form.ORGAN


def _parted_name(masked: str, start: int, end: int, found: re.Match[str]) -> bool:
    """Whether white space cut a name behind the run: 市场监督 | 管理局, 市委组织 部."""
    first = _member_start(masked, start, found.start())
    last = _member_end(masked, found.end() + 1, end)
    rest = plain_name(masked, found.end() + 1, last)
    before = plain_name(masked, first, found.start())
    return bool(before and rest) and form_of(rest) < Form.PLACE and form_of(before + found.group() + rest) == Form.ORGAN


def _member_start(masked: str, start: int, at: int, parts: str = _PARTS) -> int:
    """Where the list member begins that holds what stands before ``at``."""
    low = max(start, at - _REACH)
    return max(low, *(masked.rfind(mark, low, at) + 1 for mark in parts))


def _member_end(masked: str, at: int, end: int) -> int:
    """Where the list member ends that holds what stands behind ``at``."""
    high = min(end, at + _REACH)
    return min((found for mark in _PARTS if (found := masked.find(mark, at, high)) >= 0), default=high)


def _over_others(found: re.Match[str]) -> bool:
    """督导各…: a role only where a name is complete before it."""
    return found.group() in _GUIDING and found.string[found.end() : found.end() + 1] == "各"


def _named_before(masked: str, start: int, found: re.Match[str]) -> bool:
    first = _member_start(masked, start, found.start())
    return form_of(plain_name(masked, first, found.start()).split("会同")[-1]) >= Form.COLLECTIVE


def _held_by_name(masked: str, start: int, found: re.Match[str]) -> int:
    """How many characters at the head of a run end a name instead: 市经协办, 各级党组织 hold no role word."""
    if not found.group().startswith(("协办", "组织")):
        return 0
    if found.group().startswith("协办") and masked.startswith("政", found.start() - 1) and found.start() > start:
        return 2  # 县政协办
    before = _member_start(masked, start, found.start(), "、， \n和及与由")
    name = masked[before : found.start() + 2]
    return 2 if is_department(name) or longest_ending(name, _BODIES) else 0
