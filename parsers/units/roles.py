"""Roles from words: column heads and labels.

A head is read by composition (modifier + role word + noun): 牵头落实单位, 组织承办部门 or 责任（配合）科室 need no
entry of their own.
"""

from __future__ import annotations

from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives
from .model import Role
from .words import BARE_ROLE_HEADS, DECIDING, PERSON_HEADS, PERSON_NOUNS, ROLE_WORDS, UNIT_NOUNS, YIELDING

_WORD = lazy_pattern(alternatives(ROLE_WORDS))
_BRACKETS = lazy_pattern(r"（[^（）]*）")
_SPACE = lazy_pattern(r"\s+")
_UNIT_HEAD = lazy_pattern(rf"(?:{alternatives(UNIT_NOUNS)})(?:名称)?(?:（[^（）]*）)?$")
_PERSON_HEAD = lazy_pattern(
    rf"(?:{alternatives(PERSON_HEADS)})(?:姓名|签字|及(?:联系)?(?:电话|方式))?(?:（[^（）]*）)?$"
)
# A unit noun that closes the head or is joined to something else: 责任单位及责任人, but not 责任单位负责人.
_UNIT_NOUN = lazy_pattern(r"(?:单位|部门|科室|处室|股室|机关|机构)(?:$|[及和、/（与])")
_PERSON_NOUN = lazy_pattern(rf"(?:{alternatives(PERSON_NOUNS)})(?:$|[及和与、/（]|姓名|签字|签名|职务|名单|电话|联系)")
# 责任单位（列首位的为牵头单位）: a remark on the cells below, see .riders
_REMARK = lazy_pattern(r"（[^（）]*(?:为|是|系|表示|代表)[^（）]{0,6}(?:牵头|主办|主责|第一责任)")
# 属地责任：各镇街；监管责任：县应急局
_DUTY_HEAD = lazy_pattern(r"(?:属地|主体|行业)?(?:监管|管理|监督)?责任")
_LONGEST_HEAD = 40


@lru_cache(maxsize=4096)
def role_of_words(text: str) -> Role | None:
    """The role that a head or label gives to the units under it, or None.

    牵头单位 → lead, 承办 单位 → responsible, 协同责任单位 → support, 组织实施部门 → responsible, 责任（配合）单位 →
    responsible. The first role word decides, except that 牵头 decides wherever it stands and 组织 yields to any other.
    Person heads (牵头领导, 责任人), time heads and sentences give None.
    """
    plain = _SPACE.sub("", text).strip("：:")
    if not plain or len(plain) > _LONGEST_HEAD:
        return None
    head = plain.split("（", 1)[0] if _REMARK.search(plain) else plain
    words = _WORD.findall(head)
    if not words or is_person_head(head) or not _names_units(head, words):
        return None
    return decide_role(words)


def decide_role(words: list[str]) -> Role:
    """The role of a run of role words (at least one)."""
    if DECIDING in words:
        return "lead"
    telling = [word for word in words if word not in YIELDING]
    if telling[:1] == ["负责"] and ROLE_WORDS[telling[-1]] == "guide":
        return "guide"  # 负责业务指导
    return ROLE_WORDS.get((telling or words)[0], "lead")


def role_words_in(text: str) -> list[str]:
    """The role words of a text, in order."""
    return _WORD.findall(text)


def _names_units(head: str, words: list[str]) -> bool:
    """A noun of units closes the head (责任单位), or the head is made of role words alone (牵头、配合)."""
    if _UNIT_HEAD.search(head) or _UNIT_NOUN.search(head) or _UNIT_HEAD.search(_BRACKETS.sub("", head)):
        return True  # 承办处（科）室 without its bracket: 承办处室
    if _DUTY_HEAD.fullmatch(head):
        return True
    return not _WORD.sub("", head).strip("、/和及与（）总") and words[0] in BARE_ROLE_HEADS


@lru_cache(maxsize=4096)
def is_person_head(text: str) -> bool:
    """Whether a head or label announces people (牵头领导, 分管市领导, 责任人, 联系人), who are never units."""
    plain = _SPACE.sub("", text).strip("：:")
    if not plain or len(plain) > 16:
        return False
    if _PERSON_HEAD.search(plain):
        return _UNIT_NOUN.search(plain) is None
    return (
        _WORD.match(plain) is not None and _PERSON_NOUN.search(plain) is not None and _UNIT_HEAD.search(plain) is None
    )
