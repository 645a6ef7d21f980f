"""What stands around a time in a cell or clause: the unit it is limited to and the action to be reached."""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .models import Expression
from .words import CUES, DONE, DONE_ADVERBS

_SEPARATOR = lazy_pattern(r"[，,。；;：:\n]")
_SPLIT = lazy_pattern(r"[，,。；;：:\n（(]")
_JOINS = lazy_pattern(r"(?:并且?|且|同时)$")
_ENCLOSED = lazy_pattern(r"[（(]([^（()）]*)[）)]")
_CLOSED = lazy_pattern(r"[）)]")
_DONE = lazy_pattern(lambda: rf"(?:{alternatives(DONE_ADVERBS)})*(?:{alternatives(DONE)}|)(?:工作|任务)?")
_CUE = lazy_pattern(lambda: rf"(?:{alternatives(CUES)})+$")
_CUE_FRONT = lazy_pattern(r"(?:其中|并且|并|同时|力争|确保|争取|原则上|务必)+(?=.)")
_NUMBERED = lazy_pattern(
    r"^(?:\d{1,2}[.、]|[一二三四五六七八九十]{1,3}(?:、|$)|[（(][一二三四五六七八九十\d]{1,3}[）)])"
)
#: What is told beside a time, and is nothing to be reached by then: 地点：县体育馆.
_TOLD = lazy_pattern(r".{0,4}(?:地点|场地|会场|主题|对象|形式|方式|范围|人员|单位|部门)[：:]")
_LABEL = lazy_pattern(r"(?:时间|时限|期限|节点|进度|安排|要求)$")
#: Endings of whom a time is for (各县区6月底前); a bracket may follow.
_UNITS = words("""
单位 部门 机关 机构 委员会 委 办公室 办 局 厅 处 科 股 室 中心 街道 镇 乡 镇街 村 社区 区 县 市 州 盟 旗 省 政府 公司 集团
企业 学校 大学 医院 法院 检察院 院 所 站 队 园区 新区 县城 城区 城镇 农村 乡村 管委会 指挥部 领导小组 银行 协会 学会 联合会
工会 级 层面 各地 街办 办事处
""")
_UNIT = lazy_pattern(lambda: rf"(?:{alternatives(_UNITS)})(?:[（(][^（）()]{{1,20}}[）)])?$")
_NO_UNIT = lazy_pattern(
    r"(?:完成|实现|基本|全部|全面|建设|编制|制定|修订|实施|开展|推进|建成|改造|新建|出台|启动|印发|召开|报|送|达|的)"
)
_WHOM = lazy_pattern(r"[全各省市县区镇乡街](?!面|部|过|覆|类|项|种)")
_PLACES = frozenset(words("城区 城镇 农村 乡村 县城 主城区 中心城区 村 社区 其他县区 其余县区 园区"))
_LONGEST_SCOPE = 16
#: What stands between the last mark and a time; 各县（市、区） is whole.
_BEFORE = lazy_pattern(r"(?:[^，。；：、,;:（(\s]|[（(][^（()）]{1,8}[）)])+$")
_EDGE = "，,、。；;：:/ 　|｜"
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】"}


def trim(text: str, begin: int, end: int) -> tuple[int, int]:
    """The range without separators and lone brackets at its ends."""
    while begin < end and (text[begin] in _EDGE or text[begin] in ")）]】"):
        begin += 1
    while begin < end and (text[end - 1] in _EDGE or _opens_nothing(text, begin, end)):
        end -= 1
    return begin, end


def _opens_nothing(text: str, begin: int, end: int) -> bool:
    last = text[end - 1]
    if last in _BRACKETS:
        return True
    opening = {")": "(", "）": "（", "]": "[", "】": "【"}.get(last)
    return opening is not None and opening not in text[begin : end - 1]


def prefix_begin(text: str, low: int, expression: Expression) -> int:
    """Where the words that belong to a time begin: behind the last separator before it."""
    begin = low
    for mark in _SEPARATOR.finditer(text, low, expression.begin):
        begin = begin if _names_time(text, mark, expression.begin) else mark.end()
    return begin


def read_prefix(text: str, printed: str, begin: int, end: int) -> tuple[str, str]:
    """The unit and the action named in front of a time; empty when there is none."""
    begin, end = trim(text, begin, end)
    words = _CUE.sub("", printed[begin:end])
    words = _NUMBERED.sub("", _CUE_FRONT.sub("", words)).strip(_EDGE + "（(")
    if not words or words in CUES or _LABEL.search(words):
        return "", ""
    if _UNIT.search(words) and not _NO_UNIT.search(words):
        return words, ""
    return "", words


def read_action(text: str, printed: str, begin: int, end: int) -> str:
    """The action behind a time; empty for 完成 and its like, which say nothing beyond the task itself, and for other facts."""
    begin, end = trim(text, begin, end)
    words = printed[begin:end]
    enclosed = _ENCLOSED.fullmatch(words)
    words = _JOINS.sub("", enclosed[1] if enclosed else words)
    return "" if _DONE.fullmatch(words) or _TOLD.match(words) else words


def is_scope(words: str) -> bool:
    """Whether words behind a time name whom it is for (2030年底前全市), not what is to be done."""
    return _WHOM.match(words) is not None and _UNIT.search(words) is not None and not _NO_UNIT.search(words)


def contrasted_scope(text: str, end: int) -> str:
    """Whom a time of running text is for, by the words right before it (市直单位|7月底前); empty for any other words."""
    found = _BEFORE.search(text, max(0, end - _LONGEST_SCOPE), end)
    words = _CUE_FRONT.sub("", _CUE.sub("", found[0])) if found is not None else ""
    named = _UNIT.search(words) is not None and _NO_UNIT.search(words) is None
    return words if named and (_WHOM.match(words) or words in _PLACES) else ""


def split_tail(text: str, begin: int, end: int) -> int:
    """Where the words behind a time end and those in front of the next time begin."""
    cut = begin + text.startswith("、", begin)  # 市直单位7月底前、各县区9月底前
    for mark in _SPLIT.finditer(text, begin, end):
        if not _names_time(text, mark, end):
            cut = mark.end()
    return cut if cut > begin else end


def _names_time(text: str, mark: re.Match[str], end: int) -> bool:
    """第二阶段：4月 : the words before a colon or bracket that stands right before a time belong to the time.

    A bracket that is closed again before the time is part of a name (各镇街（园区）12月).
    """
    if mark[0] in "（(" and _CLOSED.search(text, mark.end(), end):
        return True
    return mark[0] in "：:（(" and not text[mark.end() : end].strip(_EDGE)


def is_label(words: str) -> bool:
    """Whether words name the column or label of a time: 完成时限."""
    return bool(_LABEL.search(words))
