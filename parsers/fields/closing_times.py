"""Phrases of a closing that say by when: no more than that (6月底前完成), or what is done by then (6月底前修桥3座)."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..deadlines import has_deadline
from ..deadlines.find import find

#: A time of a clause says no more than when: 6月底前完成, 6月至8月实施, not 6月底前完成隐患排查.
_TIME_AT_END = lazy_pattern(
    r"(?:前|底|末|旬|初|内|[月日年号周]|季度|完成(?:任务|工作|整改)?|办结|到位|落实|实施|施行|启动|见效|结束|投入使用|建成|完工|竣工|开工|投用|"
    r"印发|出台|执行|验收|推进|坚持|报.{0,10}|年起)$"
)
#: What tells of no work of its own behind a time: 年底前全部完成.
_DONE = lazy_pattern(
    r"(?:全部|全面|基本|按[时期]|如期|具体|组织|予以|确保|力争|，)*(?:完成(?:任务|工作|整改)?|办[结理]|落实|(?:整改|落实)?到位|实施|启动|推进|坚持|报.*)?"
)
#: What becomes of the work itself, in so many words one behind another: 建成通水, 全部整改到位并通过验收.
_RESULT = (
    r"建[成好]|完[成工]|竣工|交付|验收|通过|开工|开[通放园业馆]|启用|上线|挂牌|达标|见效|清零|销号|到位|整改|通[水车电气航邮]|"
    r"投[用产运]|投入|使用|运[行营]|生产|试(?=运)"
)
_REACHED = lazy_pattern(rf"(?:全部|全面|全线|基本|正式|按[时期]|如期|确保|力争)*(?:(?:{_RESULT})并?){{1,5}}")
_FIGURE = lazy_pattern(r"\d")
_WITH = lazy_pattern(r"(?:会同|协同|联合)[^，]{2,}$")
_LONGEST_TIME = 20
#: Longer phrases behind a time name what is completed: 完成校园安防设备升级并投入使用.
_LONGEST_DONE = 8


def is_time(phrase: str, bound: bool) -> bool:
    """Whether a phrase is a time; ``bound``: no more than that."""
    bound = bound or helps(phrase)  # 会同乙于6月底前提出方案 is more than when
    return len(phrase) <= _LONGEST_TIME and has_deadline(phrase) and not (bound and _TIME_AT_END.search(phrase) is None)


def helps(phrase: str) -> bool:
    """Whether a phrase says with whom: 会同乙、丙."""
    return _WITH.match(phrase) is not None


def says_what(phrase: str, *, topic: bool) -> bool:
    """Whether a phrase with a time says what is to be done; behind a mere ``topic`` also what is to be reached: 全部销号."""
    if helps(phrase) or not has_deadline(phrase):
        return False
    found = find(phrase, "clause")
    rest = found.text[max(time.end for time in found.expressions) :]
    if _DONE.fullmatch(rest) or (not topic and _REACHED.fullmatch(rest)):
        return False
    told = _TIME_AT_END.search(phrase) is None or _FIGURE.search(rest) is not None
    return topic or told or len(rest) > _LONGEST_DONE
