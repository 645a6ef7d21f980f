"""How much a table cell looks like a cell of units: asked of every cell, so most texts are turned away at a glance."""

from __future__ import annotations

from functools import lru_cache

from ...normalize.decode import REPLACEMENT
from ...normalize.lazy import lazy_pattern
from .cells import name_form, read_units
from .grammar import Form, without_gaps
from .names import KINDS, ORGANS, SHORT_STEMS, STEMS, STRONG_ENDINGS, TASK_OPENERS, WEAK_ENDINGS
from .persons import person_form
from .times import about_time
from .words import CLAUSE_WORDS, CLOSING_WORDS

_CLOSERS = (*STRONG_ENDINGS, *WEAK_ENDINGS, *KINDS, *ORGANS, *CLAUSE_WORDS, *CLOSING_WORDS)
_LAST = frozenset(word[-1] for word in _CLOSERS) | frozenset("）)】]〕〉>等")
_LAST_OF_STEMS = frozenset(word[-1] for word in (*STEMS, *SHORT_STEMS))
_LONG_FRAGMENT = lazy_pattern(r"[^、，；：:\s（）()和及]{27,}")
_VERBS = frozenset(opener for opener in TASK_OPENERS if len(opener) == 2) - frozenset((*CLAUSE_WORDS, *CLOSING_WORDS))
#: 建设局 and 设置办 are offices; a sentence that opens so is a task.
_OPENERS = _VERBS | {"建设", "设置", "组建", "配置", "建立"}
#: No name opens with these: 召开动员会。
_MEETINGS = ("召开", "举办", "举行", "开好")
#: 建设驿站五处 counts places; 监督一处 is an office.
_COUNTED = lazy_pattern(r"[一二两三四五六七八九十百千万余多][处所家台]$")
#: 配备三百台: so many are no name without a full stop, either.
_MANY = lazy_pattern(r"[十百千万余多][处家台部]$")
#: A kind of organisation that is inspected, and what is done: 检测单位监督检查.
_INSPECTED = lazy_pattern(r"(?:单位|企业|机构|公司|学校|医院|旅行社|场所|[药门商]店)监督[检抽]查$")
#: What is done with a kind of organisation, or what it is to become: 开办企业, 帮扶学校, 智慧社区 are topics.
_TOPIC = lazy_pattern(
    r"(?:(?:开|创|兴)办|注销|变更|检查|抽查|帮扶|扶持|服务|联系|包联|招引|引育|关停|惠及|评选|创建|打造|争创|智慧|未来|平安"
    r"|健康|文明|绿色|无废|和谐|美丽|零碳|清廉|书香|完整|五好)(?:企业|单位|学校|医院|社区|园区|机构|场所|机关|家庭|商户|农户|村)"
)
#: Classes of those who are assessed: 重点考核部门, 一类单位. They head a group.
_CLASS = lazy_pattern(
    r"(?:(?:重点|一般|主要|其他|非)?(?:被?考[核评]|评[议估]|测评)|[一二三四][类档])(?:部门|单位|对象)"
)
#: How far something reaches: 全市统筹 under a head of goals names nobody.
_EXTENT = lazy_pattern(r"全[省市州盟县区旗镇乡](?:统筹|推进|推广|推开|实施)(?:安排|调配|推进|实施)?")
_SHORT, _TOPIC_SIZE, _CLASS_SIZE = 12, 5, 7
#: 建设局。 is a name, 建设数据中心。 a task.
_NAME = 5
_LONGEST = 600
_TIMED = 0.7
_BLANK = lazy_pattern(r"[\s、]+")
_LONGEST_WITH_PERSON = 30
_WEIGHT = {
    Form.NONE: 0.15,
    Form.STEM: 0.5,
    Form.GENERIC: 0.9,
    Form.KIND: 0.7,
    Form.PLACE: 0.9,
    Form.COLLECTIVE: 1.0,
    Form.ORGAN: 1.0,
}


def unit_likeness(text: str) -> float:
    """How much a cell (line breaks, several units and role words allowed) looks like a cell of units, from 0 to 1.

    市发改局 1, 各镇街（园区） 1, 经信 about 0.5, 张三 0.1, 12月底前 and task sentences 0.
    """
    plain = text.strip().rstrip("。；，、")
    if plain[-1:] == REPLACEMENT:
        plain = without_gaps(plain)
    if plain.startswith(_MEETINGS) or not plain or len(plain) > _LONGEST or "。" in plain:
        return 0.0
    if plain[-1] not in _LAST and not (len(plain) <= _SHORT and plain[-1] in _LAST_OF_STEMS):
        return _with_time(plain) or _with_person(plain)
    opened, closed = plain[:2] in _OPENERS, text[-1] == "。"
    if ((opened or closed) and (len(plain) > _SHORT or _COUNTED.search(plain))) or _MANY.search(plain):
        return 0.0
    if opened and closed and len(plain) > _NAME:
        return 0.0
    if plain[0].isdecimal() and plain[:-1].rstrip().isdecimal():
        plain = "".join(plain.split())  # 4 处: a blank parts no number of an item from what it counts
    if (plain[-1] == "查" and _INSPECTED.search(plain)) or (len(plain) <= _TOPIC_SIZE and _TOPIC.fullmatch(plain)):
        return 0.0
    if len(plain) <= _CLASS_SIZE and (_CLASS.fullmatch(plain) or _EXTENT.fullmatch(plain)):
        return 0.0
    if len(plain) > 26 and _LONG_FRAGMENT.search(plain):
        return 0.0
    return _likeness(plain)


def _with_time(plain: str) -> float:
    """Units with their time behind a mark, under one head for both: 县交通局；2030年12月底."""
    cut = max(plain.rfind("，"), plain.rfind("；"), plain.rfind(","), plain.rfind(";"))
    if cut < 2 or not about_time(plain[cut + 1 :]) or about_time(plain[:cut]):
        return 0.0
    return _TIMED * unit_likeness(plain[:cut])


def _with_person(plain: str) -> float:
    """A unit and, behind a blank, who answers for it: 综治中心 韦某强."""
    if len(plain) > _LONGEST_WITH_PERSON:
        return 0.0
    unit, *names = _BLANK.split(plain, maxsplit=2)
    if not names or min(map(person_form, names)) < _TIMED:
        return 0.0
    return _TIMED * unit_likeness(unit)


@lru_cache(maxsize=4096)
def _likeness(plain: str) -> float:
    reading = read_units(plain)
    named = sum(len(unit.name) for unit in reading.units)
    if not named:
        return 0.1 if reading.persons else 0.0
    weight = sum(len(unit.name) * _WEIGHT[name_form(unit.name)] for unit in reading.units)
    other = sum(end - start for start, end in (*reading.deadlines, *reading.leftovers)) + sum(
        len(p.name) for p in reading.persons
    )
    glued = any(doubt.rule == "list-split-without-separators" for doubt in reading.doubts)
    return weight / (named + other) * (0.9 if glued else 1.0)
