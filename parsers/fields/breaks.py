"""Line breaks that fall inside a name, a number or a sentence, told by the two lines alone."""

from __future__ import annotations

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.vocabulary import words
from ..units.cut_names import halves_zone
from ..units.grammar import Form, ending_size, form_of, is_department, region_end
from ..units.names import ALL_STEMS, ORGANS

_SEPARATORS = "、，；："
_SEPARATOR = lazy_pattern(f"[{_SEPARATORS}]")
_LONGEST_NAME = 16
_SHORTEST_PART, _LONGEST_PART, _LONGEST_ENDING = 3, 10, 3
_SECTIONS = ("科", "股", "室", "处")
_NATIONAL = ("人民银行", "国网", "中国", "国家")
#: Names that open so end so: what stands between may be cut anywhere.
_OPENED = lazy_pattern("国网(?!.*公司)|(?:中国)?人民银行(?!.*[行心部])")
_ENDED = lazy_pattern(r"[^、，；：]{0,8}(?:公司|行)$")
#: No line begins with these, and none but a broken one ends with those.
_NEVER_FIRST = "，。；、：！？）】〕”》%％"
_NEVER_LAST = "（【〔“《、"
#: What a number at the end of a line goes on with: 30公 | 里 stops inside a word, 2031年6 | 月底前 inside a date.
_COUNTED = frozenset("0123456789.年月日号旬时个名人次项件家户所座栋间套台辆条公千里米平亩吨万亿元度")
#: A whole telephone number goes on with nothing.
_TELEPHONE = lazy_pattern(r"(?:(?<!\d)1[3-9]\d(?:\d{4}|\*{4})\d{4}|(?<!\d)0\d{2,3}-\d{4,8}|(?<!\d)[2-8]\d{6,7})$")
#: The halves of a time, and of a measure: 上半 | 年完成, 7个工作日 | 内反馈, 不超过 | 50万元.
_HALVED = lazy_pattern(
    r"(?:[上下每]半\|年|第[一二三四]季\|度|\d个?(?:工作日|小时|月|[天日年])\|(?:以内|内)|(?:不超过|不少于|不低于|不高于|达到|至少|控制在)\|\d)"
)
_LONGEST_HALF = 8
#: One character and the mark behind it are the end of something.
_REMAINDER = lazy_pattern(rf"{CHINESE}[，。；）]")
_BEGUN_MONTH = lazy_pattern(r"20\d\d[.．]1?")
_MONTH_END = lazy_pattern(r"(?:1[0-2]|0?[0-9])(?:月?[底末]?前?)$")
#: What lists of units end in.
_PHRASES = words("按职责分工负责 按照职责分工负责 按各自职责负责 牵头负责 共同负责 具体负责 负责 牵头 配合 参与 落实")
_PHRASE_CHARS = frozenset("".join(_PHRASES))
_LONGEST_PHRASE = 9
_MARK = lazy_pattern("[。，；]")
#: A document is made: 编制, 制定; what is made must follow.
_DOCUMENT = lazy_pattern(
    r"[^，。；：《]{0,12}(?:规划|方案|办法|条例|规定|计划|标准|意见|细则|目录|预案|政策|制度)(?:（[^（）]{1,12}）)?"
)
_MAKES = lazy_pattern(
    r"(?:编制|制定|制订|修订|修编|拟订|起草|出台)[^，。；：》]{2,}(?<!规划)(?<!方案)(?<!办法)(?<!条例)(?<!规定)(?<!计划)(?<!标准)(?<!意见)(?<!细则)(?<!目录)(?<!预案)"
    r"(?<!政策)(?<!制度)(?<!项目)(?<!）)$"
)


def breaks_inside(before: str, behind: str) -> bool:
    """True when the line ``behind`` must be the rest of the line ``before`` (both not empty, without blanks around)."""
    if behind[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST:
        return True
    if before[-1].isdigit() and behind[0] in _COUNTED and _TELEPHONE.search(before) is None:
        return True
    if _HALVED.search(f"{before[-_LONGEST_HALF:]}|{behind[:2]}") is not None:
        return True
    return _REMAINDER.match(behind) is not None or are_halves(before, behind)


def halves_month(before: str, behind: str) -> bool:
    """True for the halves of a month in figures: 2030. | 10, 2030.1 | 0."""
    rest = before[-1] in ".．1" and _BEGUN_MONTH.fullmatch(before) and _MONTH_END.match(behind)
    return bool(rest) and (before[-1] != "1" or behind[0] == "0")


def are_halves(before: str, behind: str) -> bool:
    """True for the halves of one department's name: 市市场监 | 管局, 县生态 | 环境局.

    The first begins with a region and is no name itself; only together they are a department of known form.
    """
    first = before[max(map(before.rfind, _SEPARATORS)) + 1 :]
    if halves_zone(first, behind):
        return True
    if not first or len(first) > _LONGEST_NAME or not (region_end(first) or first.startswith(_NATIONAL)):
        return False
    second = _SEPARATOR.split(behind, maxsplit=1)[0]
    if len(first) + len(second) > _LONGEST_NAME:
        return False
    if _OPENED.match(first) is not None and not region_end(second) and _ENDED.match(second) is not None:
        return True  # 国网青石供 | 电公司
    if len(second) < ending_size(first + second) and form_of(first) < Form.PLACE:
        return form_of(first + second) >= Form.PLACE  # 人民银行青石分 | 行, 县残 | 联: cut inside an ending
    if form_of(first) >= Form.PLACE or second in ORGANS:
        return False
    return is_department(first + second) or _halves_stem(first[region_end(first) :], second)


def _halves_stem(first: str, second: str) -> bool:
    """True for two pieces of a department's stem that goes on behind them, or lacks but its ending: 人力资 | 源社会保 (障局)."""
    return len(first) > 1 and bool(second) and any(stem.startswith(first + second) for stem in ALL_STEMS)


def are_parts(before: str, behind: str) -> bool:
    """True for lines that may be parts of one name, of which the first is none: 市建设工程 | 质量检测中心, 人民银行青石 | 中心支行.

    A text may stand in front of a unit like that: it takes a finished sentence above to tell.
    """
    if (
        not _SHORTEST_PART <= len(before) <= _LONGEST_PART
        or _SEPARATOR.search(before)
        or form_of(before) >= Form.GENERIC
    ):
        return False
    if not (region_end(before) or before.startswith(_NATIONAL)) or region_end(behind):
        return False
    if behind.endswith(_SECTIONS):
        return False  # an office may name its own sections so
    return len(behind) <= _LONGEST_PART and form_of(behind) >= Form.KIND and form_of(before + behind) == Form.ORGAN


def ends_bare(before: str, behind: str) -> bool:
    """True where the second line goes on with but the ending of a name that the first begins: 县疾病预防控制 | 中心, 国网青石供电 | 公司."""
    if len(behind) > _LONGEST_ENDING and not _SEPARATOR.search(behind, 2, _LONGEST_ENDING + 1):
        return False
    first = before[max(map(before.rfind, _SEPARATORS)) + 1 :]
    second = _SEPARATOR.split(behind, maxsplit=1)[0]
    if not 1 < len(second) <= _LONGEST_ENDING or not _SHORTEST_PART <= len(first) <= _LONGEST_PART:
        return False
    national = first.startswith(_NATIONAL)  # 国网青石供电 may seem whole
    begun = national or (region_end(first) and form_of(first) < Form.GENERIC)
    return bool(begun) and form_of(second) == Form.KIND and form_of(first + second) == Form.ORGAN


def ends_name(before: str, behind: str) -> bool:
    """True where the second line goes on with the last name of the first, which may seem whole: 各街道 | 办事处.

    Alone the second line names nobody, or is cut inside an ending (应急管理办 | 公室), or is no organ of a region beside
    those of one; together they are one name.
    """
    first = before[max(map(before.rfind, _SEPARATORS)) + 1 :]
    second = _SEPARATOR.split(behind, maxsplit=1)[0]
    if not first or not second or form_of(first + second) < Form.PLACE:
        return False
    if form_of(second) <= Form.KIND or ending_size(first + second) > len(second):
        return True
    return bool(region_end(first)) and not region_end(second) and is_department(first + second)


def ends_document(before: str, behind: str) -> bool:
    """True for the two lines of a task that makes a document, which the second names: 编制历史文化 | 街区保护规划."""
    return _MAKES.match(before) is not None and _DOCUMENT.fullmatch(behind) is not None


def is_phrase(before: str, behind: str) -> bool:
    """True for the halves of a phrase that lists of units end in: 市民政局按 | 职责分工负责, 市教育局牵 | 头."""
    if before[-1:] not in _PHRASE_CHARS or before in _PHRASES:
        return False
    rest = _MARK.split(behind[: _LONGEST_PHRASE + 1], maxsplit=1)[0]
    if len(rest) > _LONGEST_PHRASE:
        return False
    cuts = ((phrase[:at], phrase[at:]) for phrase in _PHRASES for at in range(1, len(phrase)))
    return any(rest == second and before != first and before.endswith(first) for first, second in cuts)
