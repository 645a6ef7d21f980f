"""Labels inside clauses and cells: 牵头单位： 责任单位： 完成时限： 责任领导：, read by composition."""

from __future__ import annotations

import re
from typing import Literal

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..text.vocabulary import alternatives
from .grammar import Form, form_of
from .masking import FILL, mask_brackets, plain_name
from .model import Role
from .names import SHORT_STEMS
from .persons import holds_office, is_person
from .roles import is_person_head, role_of_words
from .times import about_time
from .words import (
    LABEL_MODIFIERS,
    LABEL_PERSONS,
    PERSON_MODIFIERS,
    PERSON_NOUNS,
    ROLE_WORDS,
    TIME_MODIFIERS,
    TIME_NOUNS,
    UNIT_NOUNS,
)

LabelKind = Literal["units", "level", "persons", "time", "other"]


class Label(NamedTuple):
    """A label and what it announces; the range includes the colon."""

    start: int
    end: int
    kind: LabelKind
    role: Role | None
    text: str


_TIME_LABEL = lazy_pattern(rf"(?:{alternatives(TIME_NOUNS)})(?:要求|安排|节点|计划|表|进度)?$|^(?:时限|时间|进度)")
_BARE = r"(?:牵头|责任|负责|配合|承办|协办|协助|参与|主办|实施|落实|督办|指导)\s?(?:单位|部门|科室|处室)"
_BARE_LABEL = lazy_pattern(_BARE)
#: A name right behind a label that lost its colon, and no more words of a sentence: 责任单位丰县银保监组, 责任单位要报送….
_NAME_BEHIND = (
    rf"(?![按要应须由会根对和及与在的之分报负落配不可])(?={CHINESE}{{2,14}}[局委办厅部行会司府院队社署处心组])"
)
_WORD_FIRST = lazy_pattern(
    r"(?:^|(?<=[\s；;。]))(?:(?:牵头|主办|承办|配合|协办|责任|参与)(?:(?:单位|部门)?\s+(?=[^\s单部])|(?=[省市县区州各国]))|"
    r"(?:参加|协助|会办|主责|督办|指导)(?:单位|部门)?\s+(?=[^\s单部]))"
)
#: Roles that are labels by themselves: 牵头：甲局配合：乙局.
_BARE_ROLE = r"(?<!协调)(?<!积极)(?:牵头|主办|配合|协办|协助|参与)(?=\s?[：:]|$)"
_LEVEL = lazy_pattern(r"(?:中央|国家|省|自治区|州|市|县|区|镇|乡|村)(?:级|直|本级|层面)")
# 验收单位：, 行业主管部门： announce units of no known role; 各有关单位：… are units themselves.
_UNIT_LABEL = lazy_pattern(r"(?:单位|部门|机构|主体|科室|处室)$")
_COLLECTIVE = lazy_pattern(r"[各全本省市州县区旗镇乡]|有关|相关|其[他它余]|成员(?!单位$)|驻")
#: Labels that name units without saying what they do: 相关部门：甲、乙, 业主单位：丙.
CONCERNED = r"(?:(?:相关|涉及|有关)(?:部门|单位|科室)|(?:项目)?(?:业主|建设|申报|运营|代建|主管)(?:单位|部门)|项目(?:业主|法人))"
_CONCERNED = lazy_pattern(CONCERNED)
_SPACE = lazy_pattern(r"\s+")
_INNER_SPACE = lazy_pattern(r"(?<=\S)\s+(?=\S)")
_COLON = "：:；;为是 \t\n\u3000"


def _anywhere() -> str:
    words = alternatives(ROLE_WORDS, UNIT_NOUNS, PERSON_NOUNS)
    return (
        # what stands before a colon, of any words; a label of known words; or a role label before white space
        rf"(?:(?<![^，；。、,;\s\ue000])|^)(?:[^\s，；。、：:,;—–\ue000]{{1,6}}\s?[^\s，；。、：:,;—–]{{0,10}}"
        rf"|(?:{words})[、及和/或](?:{words}){{1,4}})\s?[：:]"
        rf"|{composed_label()}\s?[：:]"
        r"|(?<=[：:])[省市州县区镇乡](?:级|直|本级)(?:有关|相关)?(?:部门|单位)?\s?[：:]"  # 责任单位：市级：甲
        rf"|(?<=[局委办厅院]){_BARE}(?=[省市县区州各])"  # 牵头单位县水务局配合单位县财政局
        rf"|(?:(?<=[，；。\s])|^){_BARE}"
        rf"(?:为|是|[；;](?=\S)|[ \t\u3000\n]+(?=\S)|(?=[省市县区州各国]|{alternatives(SHORT_STEMS)})|{_NAME_BEHIND})"
    )


def is_concerned(label: str) -> bool:
    """Whether a label announces units without saying what they do (相关部门)."""
    return _CONCERNED.fullmatch(label) is not None


def composed_label() -> str:
    """A label made of known words: it begins wherever it stands, right behind the value before it as well."""
    role = f"(?:{alternatives(ROLE_WORDS)})"
    unit = rf"{role}(?:[、及和与/或]?{role}){{0,2}}\s?(?:{alternatives(UNIT_NOUNS)})"
    person = rf"(?:(?:{role}|{alternatives(PERSON_MODIFIERS)})[省市县区镇]?)?(?:{alternatives(LABEL_PERSONS)})"
    time = rf"(?:{role}|{alternatives(TIME_MODIFIERS)})?(?:{alternatives(TIME_NOUNS)})(?:要求|安排|节点)?"
    return rf"(?:(?:{alternatives(LABEL_MODIFIERS)})?(?:{unit}|{person}|{time})|{_BARE_ROLE})"


_LABEL = lazy_pattern(_anywhere)
_LABEL_AT_END = lazy_pattern(lambda: composed_label() + "$")
#: Labels that are whole words, behind an office: 省委书记副河长：…, 副省长协助：….
_BEHIND_OFFICE = lazy_pattern(lambda: rf"(?:副?总?[河湖林路田]长|{alternatives(ROLE_WORDS)})$")


def find_labels(text: str, masked: str, *, labelled: bool = False) -> list[Label]:
    """The labels of a text, in order. A unit before a colon (市教育局：…) is none.

    ``labelled``: the text begins with the value of a label.
    """
    if "：" not in masked and ":" not in masked and not _BARE_LABEL.search(masked):
        return [_read_label(text, *found.span()) for found in _leading_words(masked)]
    labels: list[Label] = []
    for found in _LABEL.finditer(masked):
        start = found.start()
        inside = labelled and masked[start - 1 : start] == FILL  # the name goes on behind its bracket
        start += _value_length(found[0].rstrip(_COLON), labelled=labelled, inside=inside)
        labels.append(_read_label(text, start, found.end()))
        labelled = True
    return labels


def _leading_words(masked: str) -> list[re.Match[str]]:
    """Bare role words before their units, when the text begins with one: 牵头 甲局 配合 乙局."""
    if not _WORD_FIRST.match(masked):
        return []
    found = list(_WORD_FIRST.finditer(masked))
    return found if len(found) > 1 or found[0][0][-1].isspace() else []


def first_label(text: str) -> int | None:
    """Where the first label of units, people or time behind a value begins; None when there is none."""
    labels = find_labels(text, mask_brackets(text), labelled=True)
    return next((label.start for label in labels if label.kind not in ("other", "level")), None)


def _read_label(text: str, start: int, end: int) -> Label:
    plain = _SPACE.sub("", text[start:end].rstrip(_COLON))
    role = role_of_words(plain)
    if role is not None:
        return Label(start, end, "units", role, plain)
    if is_person_head(plain):
        return Label(start, end, "persons", None, plain)
    if _TIME_LABEL.search(plain):
        return Label(start, end, "time", None, plain)
    if _UNIT_LABEL.search(plain) and (is_concerned(plain) or not _COLLECTIVE.match(plain)):
        return Label(start, end, "units", None, plain)
    return Label(start, end, "level" if _LEVEL.fullmatch(plain) else "other", None, plain)


def _value_length(printed: str, *, labelled: bool, inside: bool) -> int:
    """How much of what stands before a colon is the value before the label (市教育局 责任单位, 王某完成时限)."""
    found = _LABEL_AT_END.search(printed)
    if found and found.start() and (inside or _is_value(printed[: found.start()], labelled=labelled)):
        return found.start()
    office = _BEHIND_OFFICE.search(printed) if labelled else None
    if office and office.start() and holds_office(printed[: office.start()]):
        return office.start()
    gap = _INNER_SPACE.search(printed)
    return gap.end() if gap and _is_value(printed[: gap.start()], labelled=labelled) else 0


def _is_value(printed: str, *, labelled: bool) -> bool:
    """Whether words in front of a label can be no part of it: a unit, a time, behind another label a person too."""
    value = plain_name(printed, 0, len(printed))
    form = form_of(value)
    if form == Form.ORGAN or about_time(value):
        return True
    return labelled and (form >= Form.PLACE or is_person(value))
