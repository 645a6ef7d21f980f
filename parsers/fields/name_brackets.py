"""Brackets of names: behind the last word of a text (…发放（教材站）), and between a title and its text (校车安全（县公安局）：…)."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..deadlines import deadline_likeness
from ..units import read_names, unit_likeness
from ..units.cells import name_form
from ..units.grammar import Form
from .heads import ANSWERS, read_head

#: A bracket with one of these tells more than names.
TELLS = lazy_pattern(r"牵头|负责|责任|配合|承办|主办|协办|落实|参与|参加|实施|指导|督导|协助|[：:]")
#: A text that ends with a clause in a bracket of its own.
CLOSED_AT_END = lazy_pattern(
    r"[（(\[【〔][^（(\[【〔）)\]】〕]{0,200}(?:牵头|负责|责任|配合|承办|主办|协办|落实)[^（(\[【〔）)\]】〕]{0,200}[）)\]】〕][。；]?$"
)
_NAMED_AT_END = lazy_pattern(r"[（(]([^（()）。；：]{2,30})[）)]\s*[。；;，]?\s*$")
_REACHED_BY = lazy_pattern(r"联系|电话|热线|传真|窗口|地[址点]|邮箱|网[址站]|来源|附件|[抄主]送|单位$|部门$|机构$")
_LONGEST_NAMED, _LONGEST_LEAD, _SURE, _TIMED = 40, 30, 0.9, 0.8
#: Where papers are sent, and an office there: 将方案报县政府办公室（督查室）。
_SENT_TO = lazy_pattern(r"(?:报送?|上报|送|交|提交|反馈|发)(?:至|给|到)?([^、，。；：（）()报送交]{3,})\Z")
_OFFICE = lazy_pattern(r"(?![省市州县区旗镇乡])[^、，。；：（）()]{1,8}(?:室|科|处|股|组|专班)")
_LONGEST_SENT = 20


def ends_with_bracket(text: str) -> bool:
    """Cheap rejection: whether a text ends with a bracket that may hold names."""
    return _NAMED_AT_END.search(text, max(0, len(text) - _LONGEST_NAMED)) is not None


def names_at_end(text: str, *, beside: bool = False) -> tuple[int, int] | None:
    """Where the names stand, and their bracket begins, that a text ends with in a bracket of nothing but units: …发放（教材站）；

    Alone such a bracket may as well explain the word before it (建成站点（便民服务中心）): what is beside the text tells.
    A time may stand behind the names (…发放（教材站，9月底前）；). ``beside``: the items beside it say so, which tells of
    offices, too, that are words as well (体育组). Gives where the bracket begins and where its text ends.
    """
    found = _NAMED_AT_END.search(text, max(0, len(text) - _LONGEST_NAMED))
    if found is None or TELLS.search(found[1]) or is_office_of_addressee(text, found.start(), found[1]):
        return None
    names, _, time = found[1].rpartition("，")
    names = names if names and deadline_likeness(time) >= _TIMED else found[1]
    if beside and all(len(name) > 2 and name_form(name) >= Form.ORGAN for name in names.split("、")):
        return found.start(), found.end(1)
    reading = read_names(names)
    sure = reading is not None and all(name_form(unit.name) >= Form.COLLECTIVE for unit in reading.units)
    return (found.start(), found.end(1)) if sure else None


def is_office_of_addressee(text: str, start: int, inner: str) -> bool:
    """Whether a bracket says which office of the one right before it gets what is sent there."""
    sent = _SENT_TO.search(text, max(0, start - _LONGEST_SENT), start) if _OFFICE.fullmatch(inner) else None
    return sent is not None and unit_likeness(sent[1]) >= _SURE


def heads_text(text: str, start: int, end: int) -> bool:
    """Whether a bracket that says who does what stands between a title and its text: 校车安全（县公安局牵头）：排查….

    Names alone say it, too (校车安全（县公安局、县教育局）：排查…), but behind the name of a unit, or of what it can be reached by.
    """
    if text[end : end + 1] != "：" or not 0 < start <= _LONGEST_LEAD:
        return False
    lead = text[:start]
    if "。" in lead or unit_likeness(lead) >= _SURE:
        return False
    if TELLS.search(text, start, end) is not None:
        return True
    return names_at_end(text[:end]) is not None and not _REACHED_BY.search(lead) and not _answers(lead)


def _answers(lead: str) -> bool:
    head = read_head(lead)
    return head is not None and head.kind in ANSWERS
