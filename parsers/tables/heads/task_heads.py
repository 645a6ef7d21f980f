"""Which heads make a table of tasks, and unusual heads that are read by the company they keep."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import (
    ANSWERS,
    TEXT_KINDS,
    Head,
    guessed_head,
    is_about_page,
    is_inspected,
    is_measure,
    names_level,
    read_among,
    read_loosely,
)

#: What ends so is no head.
SENTENCE_END = "。；"


#: Kinds of places, which are who does it where nobody else is: 街镇、园区 | 目标任务.
_PLACES = lazy_pattern(
    r"(?:(?:乡镇?|镇街?|街镇|街道|镇村|村居|村|社区|园区|开发区|区县?|县区?|县市区|市县?|市州|州市|地市)(?:[（(][^（）()]{1,6}[)）])?[、/]?){1,4}"
)
_SHORTEST, _LONGEST = 2, 12
#: What rows of such a column are called is no task.
_ORGANISATION = lazy_pattern("(?:填报|报送|各)?(?:单位|企业|公司|机构|部门|学校|医院|协会|社团)(?:全?名称|简称)")

#: What asks for the post of somebody, or how to reach him; and the names of work, beside which that tells nothing.
_CONTACT = lazy_pattern(r"(?:现任|行政|担任)?职务|.{2,6}[及和与、/]职[务称级]|.{0,4}(?:电话|手机)(?:号码?)?|联系方式")
_WORK = lazy_pattern(r".*(?:任务|项目|工程|事项|工作|活动|实事|问题|隐患|案件|建议|提案|议案|措施|课题|行动|产业)")


def names_places(text: str) -> bool:
    """Whether a text names kinds of places and nothing else: 乡镇（街道）."""
    return _SHORTEST <= len(text) <= _LONGEST and _PLACES.fullmatch(text) is not None


def read_unusual(texts: Sequence[str], heads: Sequence[Head | None], whole: bool = False) -> Sequence[Head | None]:
    """The heads, with unusual ones read by a word inside them where the number's head tells what the row is.

    What may be a title or a cell elsewhere is a head between known ones; behind them, too, in a ``whole`` row.
    """
    first = next(iter(texts), "")
    told = any(head is not None and head.kind in ("content", "requirement") for head in heads)
    if told and heads[0] is None and names_places(first) and not makes_table(heads):
        heads = [guessed_head("unit", first), *heads[1:]]
    known = [i for i, head in enumerate(heads) if head is not None]
    last = len(heads) if whole and len(known) > 1 else max(known, default=0)
    heads = [
        read_among(text) if head is None and 0 < i < last else head
        for i, (text, head) in enumerate(zip(texts, _with_levels(texts, heads, last), strict=True))
    ]
    if not heads or heads[0] is None or heads[0].kind != "number" or makes_table(heads):
        return heads
    loose = [head or read_loosely(text) for text, head in zip(texts, heads, strict=True)]
    return loose if makes_table(loose) else heads


def _with_levels(texts: Sequence[str], heads: Sequence[Head | None], last: int) -> Sequence[Head | None]:
    """The heads with the units of a level (区直单位), beside a task that nobody else does, read as who does it.

    Behind the last of the known heads it is one of them where they begin with the number.
    """
    kinds = [head.kind if head is not None else None for head in heads]
    if "unit" in kinds or TEXT_KINDS.isdisjoint(kinds):
        return heads
    numbered = kinds[0] == "number"
    return [
        guessed_head("unit", text) if head is None and 0 < i < last + 2 * numbered and names_level(text) else head
        for i, (text, head) in enumerate(zip(texts, heads, strict=True))
    ]


def makes_table(heads: Sequence[Head | None]) -> bool:
    """True for heads of a table of tasks: someone or some time beside something to be done."""
    if any(head is not None and is_about_page(head.text) for head in heads):
        return False
    kinds = {head.kind for head in heads if head is not None and not (is_inspected(head) or is_measure(head, heads))}
    if kinds.isdisjoint({*TEXT_KINDS, "deadline"}) and _lists_contacts(heads):
        return False
    if kinds.isdisjoint({*TEXT_KINDS - {"name"}, "deadline"}) and _lists_organisations(heads):
        return False
    if kinds & ANSWERS == {"person"} and _names_whom(heads):
        tasks = (head is not None and head.known and head.kind in TEXT_KINDS - {"name"} for head in heads)
        return any(tasks)  # else whom to call in each of them
    doer = bool(kinds & ANSWERS) or (len(heads) > 1 and any(head is not None and head.tells_times for head in heads))
    return doer and bool(kinds & TEXT_KINDS or ("number" in kinds and len(kinds) > 2))


def _lists_contacts(heads: Sequence[Head | None]) -> bool:
    """Whether heads list whom to call where: 单位 | 姓名 | 职务 | 电话."""
    printed = [head for head in heads if head is not None]
    answers = any(head.kind == "unit" and head.known for head in printed)
    return not answers and any(_CONTACT.fullmatch(head.text) for head in printed)


def _lists_organisations(heads: Sequence[Head | None]) -> bool:
    """Whether heads list organisations, and no one who does something: 单位名称 | 推荐单位."""
    printed = [head for head in heads if head is not None]
    answers = any(head.kind in ANSWERS and head.known for head in printed)
    return not answers and any(_ORGANISATION.fullmatch(head.text) for head in printed)


def _names_whom(heads: Sequence[Head | None]) -> bool:
    """Whether heads that ask for people list whom to call: in each organisation, or for each river, with post or telephone."""
    printed = [head for head in heads if head is not None]
    if any(_ORGANISATION.fullmatch(head.text) for head in printed):
        return True
    names = [head.text for head in printed if head.kind in TEXT_KINDS]
    return any(_CONTACT.fullmatch(head.text) for head in printed) and not any(map(_WORK.match, names))
