"""Responsibility clauses: what stands in brackets at the end of a paragraph, or in label lines."""

from __future__ import annotations

from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .cells import REFUSED, name_form, said_of_it, unwrapped, with_remark
from .grammar import Form, is_counted, region_end
from .labels import Label, is_concerned
from .last_letters import may_end_with_name
from .model import PersonDraft, UnitReading
from .names import ORGANS
from .persons import holds_office
from .reading import Reader
from .words import CLAUSE_WORDS, CLOSING_WORDS, ROLE_WORDS

_LONGEST = 2000
#: By when, not on which day: what happens where, such a bracket tells, too (县体育馆，9月10日).
_BY_WHEN = lazy_pattern(r"[前底末内]$|完成$|季度$|[上下]半年$|长期坚持$|持续推进$")
_FEW_WORDS = 10
# 政府引导、企业主体、社会参与 names nobody in particular.
_SLOGAN = lazy_pattern(
    r"(?:^|[、，；])(?:政府(?=主导|引导|推动|搭台|扶持)|企业(?=主体|唱戏)|(?:全?社会|市场|公众|群众|家庭|个人|村民|居民)(?=[共协主参监受广]|[、，；]|$))"
)
_EVERYBODY = frozenset(words("政府 企业 党委 党委政府 学校 医院 社区 单位 部门 组织 村委会"))
# Organs whose bare names are places, or systems, as well.
_PUBLIC_PLACES = frozenset(
    words("""
政府 供电 消防 海关 兵团 国网 南网 国家电网 南方电网 人大 政协 法院 检察院 党委 党校 工会 图书馆 档案馆 博物馆 文化馆 美术馆 科技馆 体育馆 纪念馆 少年宫
青少年宫 电视台 报社 幼儿园 卫生院 卫生所 敬老院 福利院 派出所 新华书店 火车站 汽车站 客运站 医共体 医联体 电大 公检法
""")
)
_LEVELS = "省市州盟县区旗镇乡街村、"
_DUE_LABEL = lazy_pattern(r"完成|时限|进度|节点|办结|期限|要求|限期")
_OFFICE_ENDS = words("""
局 委 委员会 厅 办 办公室 部 署 科 股 处 管委会 指挥部 街道办 街道办事处 人民政府 庭 海关 总队 支队 大队 中队 事务中心 派出所 边检站
""")
# Classes that nobody in particular belongs to: 农业龙头企业、家庭农场, 市县乡.
_ANYBODY = lazy_pattern(r"[^各省市县区镇乡]*(?:企业|合作社|农场|大户|机构|组织)|[省市县区乡镇村]+")
_END_OF_NAME = lazy_pattern(r"[局委办厅部院处科股室心司团行校学会关署府站所队馆社门位构业企道镇乡群联协庭各]")


#: A bracket inside that tells the short name of a unit refuses nothing: 各区县（自治县，以下简称区县）政府负责.
_INNER = lazy_pattern(r"[（(][^（()）]*[)）]")
_ANY_ROLE_WORD = lazy_pattern(lambda: alternatives(CLAUSE_WORDS, CLOSING_WORDS, ROLE_WORDS) + "|[：:]")


def _may_be_clause(text: str) -> bool:
    """Quick rejection: a clause holds a role word or a label, or closes with the ending of a unit."""
    if not 2 <= len(text) <= _LONGEST or REFUSED.search(_INNER.sub("", text) if "简称" in text else text):
        return False
    if _ANY_ROLE_WORD.search(text):
        return True
    return _END_OF_NAME.search(text) is not None


def read_clause(text: str) -> UnitReading | None:
    """Read a responsibility clause given without its outer brackets; None when the text is none.

    市教育局牵头，市财政局配合 · 责任单位：甲；完成时限：六月底 · 由甲会同乙负责 · plain lists (市住建局、市城管局)
    when every member has the form of a unit. Not: 涉密项目除外, 详见附件1, 试行, 以下简称….
    """
    if not _may_be_clause(text):
        return None
    scored = _scored(text)
    return scored[0] if scored[1] >= 0.5 else None


def read_names(text: str, *, beside: bool = False) -> UnitReading | None:
    """Read a bracket that is a sentence of its own and holds nothing but names of units (。（派出所、司法所）).

    ``beside``: a few more words may stand behind the last name, and a time by when.
    """
    if not (beside or may_end_with_name(text)) or not _may_be_clause(text):
        return None
    reading = _scored(text)[0]
    forms = [name_form(unit.name) for unit in reading.units]
    plain = forms and min(forms) >= Form.PLACE and max(forms) >= Form.COLLECTIVE
    plain = plain and any(_ANYBODY.fullmatch(unit.name) is None for unit in reading.units)
    if not plain or (reading.leftovers and not (beside and _told_beside(reading))):
        return None
    timed = any(not (beside and _BY_WHEN.search(text, *span)) for span in reading.deadlines)
    return reading if not (reading.persons or timed) else None


def _told_beside(reading: UnitReading) -> bool:
    """Nothing is left over but a few words behind the last name: 区教育局，列入年度计划."""
    first, *more = reading.leftovers
    return not more and reading.units[-1].end < first[0] and first[1] - first[0] <= _FEW_WORDS


@lru_cache(maxsize=512)
def _scored(text: str) -> tuple[UnitReading, float]:
    text = unwrapped(text)
    said = said_of_it(text)
    reader = Reader(said, None, lenient=_has_label(said)).read()
    reading = with_remark(reader, text)
    return reading, _score(reader, reading)


def _has_label(text: str) -> bool:
    return "：" in text or ":" in text


def _score(reader: Reader, reading: UnitReading) -> float:
    kinds = {label.kind for label in reader.labels if _tells(label)}
    if kinds:
        return 1.0 if reading.units or reading.persons or reading.deadlines else 0.0
    if not reading.units or any(_unfit(label) for label in reader.labels):
        return 0.0
    if _SLOGAN.search(reader.text) and all(unit.name in _EVERYBODY for unit in reading.units):
        return 0.0
    forms = [name_form(unit.name) for unit in reading.units]
    if reader.subjectless and max(forms) < Form.COLLECTIVE:
        return 0.0  # 省级统筹，市县落实
    strange = sum(end - start for start, end in reading.leftovers)
    if not reader.out.rider and not any(unit.role for unit in reader.out.units):
        return _bare_score(reading, forms, strange, reader.text)
    unknown = sum(doubt.rule == "unit-name-unknown-form" for doubt in reading.doubts)
    sure = 1 - unknown / len(forms)
    if sure < 0.5 and forms[0] != Form.STEM:
        return 0.2
    named = sum(unit.end - unit.start for unit in reading.units)
    return max(0.0, min(1.0, 0.4 + 0.6 * sure) - 0.4 * strange / (strange + named))


def _tells(label: Label) -> bool:
    """Whether a label proves a clause; 联系人：… and 报名时间：… stand in any page."""
    if label.kind == "persons":
        return not label.text.startswith("联系")
    return (label.kind == "units" and (label.role is not None or is_concerned(label.text))) or (
        label.kind == "time" and _DUE_LABEL.search(label.text) is not None
    )


def _unfit(label: Label) -> bool:
    """Whether a label that proves no clause shows that the text is none (联系人：…, 数据来源单位：…)."""
    return label.kind not in ("other", "level")


def _bare_score(reading: UnitReading, forms: list[Form], strange: int, text: str) -> float:
    """A list without role words: every member must name units, not places or classes (行政机关, 市民中心)."""
    if (
        strange
        or min(forms) < Form.GENERIC
        or not all(_stands_beside(person, reading, text) for person in reading.persons)
    ):
        return 0.0
    particular = sum(_is_particular(unit.name, form) for unit, form in zip(reading.units, forms, strict=True))
    if 2 * particular < len(forms):
        return 0.0
    return 0.8 if particular == len(forms) and min(forms) == Form.ORGAN else 0.6


def _stands_beside(person: PersonDraft, reading: UnitReading, text: str) -> bool:
    """Whether a person holds an office, is named right behind a unit (县水利局 王某), or opens the list (王某；县水利局)."""
    if holds_office(person.name):
        return True
    if person.start == 0 and text[person.end : reading.units[0].start].strip() == "；":
        return True
    return any(0 < person.start - unit.end <= 2 for unit in reading.units)


def _is_particular(name: str, form: Form) -> bool:
    if not name.strip(_LEVELS) or is_counted(name.replace("、", "")):
        return False  # 市、县、乡; 12个镇
    if form == Form.COLLECTIVE:
        return True
    if form < Form.COLLECTIVE:
        # 相关镇（街道）, 相关村（社区）; 完整社区 is what a place is to become
        return form == Form.PLACE and name.endswith(("镇", "乡", "街道", "镇）", "乡）", "街道）", "社区）"))
    plain = name.split("（", 1)[0]
    return region_end(plain) > 0 or (plain in ORGANS and plain not in _PUBLIC_PLACES) or plain.endswith(_OFFICE_ENDS)
