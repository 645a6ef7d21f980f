"""Lengths of time: 24小时内, 收到之日起10个工作日内, 本方案印发后30日内."""

from __future__ import annotations

import re
from typing import Literal

from ...normalize.lazy import lazy_pattern
from ..text.numerals import integer
from .actions import ACTION, COUNTED_THEN
from .models import Duration, Expression
from .words import COUNT, ISSUE_VERBS

_Unit = Literal["day", "week", "month", "year", "workday", "hour", "minute"]
_UNITS: dict[str, _Unit] = {
    "工作日": "workday", "小时": "hour", "分钟": "minute", "自然日": "day", "日": "day", "天": "day", "周": "week", "星期": "week",
    "月": "month", "季度": "month", "年": "year", "学期": "month",
}  # fmt: skip
_LENGTH = (
    rf"(?:(?:{COUNT}(?:至|到|[-—~～]))?(?P<n>{COUNT})(?P<half>个?半)?|(?P<only>半))"
    r"(?:(?P<pieces>个)?(?P<unit>工作日|自然日|小时|分钟|星期|季度|学期|日|天|周(?![岁年边围期])|年(?![级龄])|月)(?:时间|时)?(?P<tail_half>半)?)"
)
_WITHIN = lazy_pattern(rf"(?<![\d第])(?<!最后){_LENGTH}(?P<within>之内|以内|内(?![部容设外蒙])|(?P<bare>))")
_NO_LATER = lazy_pattern(rf"(?:最迟|最晚)?(?:不(?:得|能|可)?(?:超过|晚于|迟于)|不超){_LENGTH}(?:之内|以内|内)?")
_ANCHOR_TAIL = lazy_pattern(
    r"(?:(?:之日|之时|当日|当天|次日|之次日|日)(?:起|后|开始)(?:的)?|之后|以后|后|起)[，,]?(?:最迟|不超过)?的?$"
)
_EVENT_TAIL = lazy_pattern(
    r"(?:公开|公布|发布|印发|下发|收到|受理|生成|变更|结束|召开|通过|批准|审定|上线|开工|竣工|验收|投产|备案|立案|报名)$"
)
_BOUNDARY = lazy_pattern(r"[，。；：、,;:（(）)\[\]【】〔〕“”《》\s]")
_FROM_DAY = lazy_pattern(r"(?:自|从|在|由)(?!觉|动|主|身|愿|查|我|事|来水)")
_AFTER_CUE = lazy_pattern(
    r"(?:应当?|须|必须|要|需|可|并|且|将|均)?[在于自从]|(?:应当?|必须|须|要|做到|确保|保证|力争|实现)(?=[^，]{2})"
)
_ISSUE = lazy_pattern(
    rf"(?:自|从|在|于)?(?:(?:本|此)[^，。；]{{0,16}}?|(?:通知|方案|意见|文件))?(?:正式)?(?:{ISSUE_VERBS})(?:实施|施行)?"
    r"(?:之日|当日|日)?(?:起|后|之后|以后|开始)?$"
)
_TIMES = lazy_pattern(r"[两二三四五六七八九\d]{1,2}[次轮遍回]")
"""一年两次 is a rate, no length."""
#: 5日、15日前: days of a month that is not named.
_DAYS = lazy_pattern(r"(?<=日)(?:[、和及与/]\d{1,2}日){1,8}(?:之|以)?前")
_HENCEFORTH = lazy_pattern(r"(?:今后|往后|未来)$")
_STRONG = lazy_pattern(r"[。；;]")
_REACH = 40
"""How far before a length of time its event may begin."""


def read_length(text: str, at: int, floor: int) -> Expression | None:
    """The length of time that begins at an offset, with the event it counts from; nothing before ``floor`` is taken."""
    found = (_NO_LATER if text.startswith(("最", "不"), at) else _WITHIN).match(text, at)
    if not found:
        return None
    duration = _duration(found)
    if (
        duration is None
        or _TIMES.match(text, found.end())
        or _DAYS.match(text, found.end())
        or (text.startswith(("前", "左右", "以上", "以下"), found.end()) and not found[0].endswith("内"))
    ):
        return None
    bare = found.groupdict().get("bare") is not None
    parted = bare and text.startswith(("，", ","), found.start() - 1)  # 进入应急状态后，24小时监测
    if (henceforth := _HENCEFORTH.search(text, max(floor, found.start() - 2), found.start())) is not None:
        begin = henceforth.start()  # 是今后五年的行动纲领: counts from no event
        bare = bare and not (ACTION.match(text, found.end()) or COUNTED_THEN.match(text, found.end()))
    else:
        begin = found.start() if parted else _event(text, found.start(), floor, bare)
        bare = bare and begin == found.start()
    from_issue = begin < found.start() and bool(_ISSUE.match(text[begin : found.start()].rstrip("，,的")))
    return Expression(begin, found.end(), "relative", duration=duration, from_issue=from_issue, bare=bare)


def _duration(found: re.Match[str]) -> Duration | None:
    unit, pieces = found["unit"], found["pieces"]
    if unit in ("月", "季度") and not (pieces or found["half"]):
        return None
    count = integer(found["n"]) if found["n"] else 0
    kind = _UNITS[unit]
    if unit == "年" and count > 99:
        return None
    if unit in ("季度", "学期"):
        count *= 3 if unit == "季度" else 6
    if not (found["only"] or found["half"] or found["tail_half"]):
        return Duration(count, kind) if count else None
    if kind == "year":
        return Duration(12 * count + 6, "month")
    return Duration(30 * count + 15, "day") if kind == "month" else None


def _event(text: str, at: int, floor: int, bare: bool) -> int:
    """Where the expression begins: at the event in front of the length, if one is printed.

    Right before a ``bare`` length stands none: 上线24小时自助服务, 通过三年努力.
    """
    low = max(floor, at - _REACH)
    before = text[low:at]
    tail = _ANCHOR_TAIL.search(before)
    if not tail:
        return at if bare else _bare_event(before, low, at)
    if "起" in tail[0]:
        cues = [cue for cue in _FROM_DAY.finditer(before, 0, tail.start()) if not _STRONG.search(before, cue.end())]
        if cues:
            return low + cues[-1].start()
    return _after_boundary(before, tail.start(), low, at)


def _after_boundary(before: str, stop: int, low: int, at: int) -> int:
    begin = 0
    for mark in _BOUNDARY.finditer(before, 0, stop):
        begin = mark.end()
    for cue in _AFTER_CUE.finditer(before, begin, stop):
        begin = cue.end()
    return low + begin if stop > begin else at


def _bare_event(before: str, low: int, at: int) -> int:
    """文件公开3个工作日内: the event stands right before the length, without 后."""
    event = _EVENT_TAIL.search(before)
    if not event:
        return at
    begin = _after_boundary(before, len(before), low, at)
    return begin if at - begin <= 12 else at
