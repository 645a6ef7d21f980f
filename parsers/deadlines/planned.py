"""Times to come: what stands behind a quarter, a half year or a year that is not over is planned, unless it is told or named."""

from __future__ import annotations

from datetime import date

from ...normalize.lazy import lazy_pattern
from .actions import ACTION, FIGURE_THEN, YEAR_LEVEL
from .dates import last_day
from .models import Expression, Point

#: 2030年开展的试点, 2030年印发了办法, 2030年完成情况: what has been done or is named, not what is to be done.
TOLD = lazy_pattern(
    r"[^，。；]{0,12}(?:的|了|过)|[^，。；]{0,4}情况|[^，。；]{0,30}(?:已|同比|以来)|[^。；]{0,60}(?:同比|[比较]上年)"
    r"|[^，。；]{2,16}(?:(?<![需主重必纪摘首])要(?![求素点件闻])|由|须)"
)
#: 2031年第一季度入库砂石300吨: what comes in a stretch that is not over is planned, unless it is told or named.
_PLANNED_WORK = lazy_pattern(r"(?![、和及至到-])[^，。；、：]{4,}(?:[，。；、]|$)")
_PLANNED_FIGURE = lazy_pattern(
    r"(?![、和及至到-])(?:[^，。；、：\d]{2,30}\d[^，。；、：]*|[^，。；、：\d]{2,20}(?:实现|保持|转为)[^，。；、：\d]*(?:增长|转正|盈利|清零))(?:[，。；、]|$)"
)
#: 据统计，全县上半年完成3亿元, 对上半年完成3亿元以上…, 比上半年增长3%.
_TOLD_BEFORE = lazy_pattern(
    r"(?:已|了|曾|统计|数据|去年|上年|总结|回顾|通报|预计|截至|以来|[比较与和、按对为])[^，。；：]{0,40}$"
)
_BY_COUNT = lazy_pattern(r"(?:统计|数据显示)[，,]?[^，。；：]{0,12}$")
#: 上半年完成3亿元，同比增长5%; 在上半年完成3亿元的基础上.
_TOLD_BEHIND = lazy_pattern(r"[^。；]{0,40}(?:同比|[比较]上年)|[^，。；]{2,30}的基础上")
#: 2031年线上融资3亿元以上, 力争2031年评上名店3家: a figure of a year that says no more.
_AT_LEAST = lazy_pattern(r"[^。；，、\d]{2,30}\d[^，。；、]*?(?:以上|左右|[%％])(?:[，。；、]|$)")
_AIMED_AT = lazy_pattern(r"(?:力争|争取|确保)(?:在|于|到)?$")
_AIM = lazy_pattern(r"[^，。；、：:\d的了]{2,16}\d[^，。；、的]{0,16}(?:[，。；、]|$)")
BRACKETS = ("（", "(")
#: 力争2031年纳入国家试点: what a place or a project is to become.
_BECOMES = lazy_pattern(
    r"(?:成功|顺利|正式|率先)?(?:纳入|进入|列入|跻身|入选|迈入|迈进|晋[升级]|升格|通过|获批|获评|创建|摘[牌帽])[^，。；、的]{2,20}(?:[，。；]|$)"
)
#: The points of a schedule, each of which opens with its month: ①3月，印发方案；②6月，… · 3月，印发方案；6月，….
_POINT = r"(?:[①-⑳]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]是)"
_POINT_END = lazy_pattern(rf"{_POINT}$")
_TIMED_POINT = lazy_pattern(rf"{_POINT}\s?\d{{1,2}}月")
_STOPS = ("", "；", "。")
_NEXT_POINT = lazy_pattern(r"；\d{1,2}月[，：]")
#: 2031年将压减…, 2031年对…进行专项检查, 2031年支持…: what is to be done in a year that opens a sentence.
_WILL = r"(?:要(?![素点求件闻])|将(?![满届])|拟|须|应当?(?![届急]))"
_DEED = "进行|开展|实施|实行|推行|推广|推开|启动|建设|建立|完善|组织|加强"
_IN_WAY = rf"(?:对[^，。；：已了]{{2,30}}(?:进行|开展|实施|实行)(?!的)|(?:以|在|向|围绕|通过|依托)[^。；：的已了]{{2,40}}?(?:{_DEED}|为(?:试点|重点|抓手|突破口))(?!的))"
_TO_DO = lazy_pattern(
    rf"(?:{_WILL}[^。；已了]{{4}}|{_IN_WAY}|(?:支持|鼓励|引导|指导|督促|梳理|培育|加强|加快|完善|提升)[^。；，的]{{6}})(?![^。；]{{0,60}}(?:同比|[比较]上年|以来))"
)
_DONE = lazy_pattern(r"[^。；]{0,30}(?:了|已|过去|同比)|(?:的|情况)")
#: More times behind one: 5月、10月, 上半年和下半年.
LISTED = lazy_pattern(r"(?:[、和及与](?:\d{1,2}月份?底?|[上下]半年|[一二三四]季度)){1,6}")
_TIME_BEFORE = lazy_pattern(r"(?:月份?|半年|季度)[、和及与]$")
#: 5月、10月各一次: what was told before is done then.
_EACH_TIME = lazy_pattern(r"各(?:自|开展|举办|组织|进行)?[\d一二两三四五]+[次轮场期批遍](?=$|[，。；）)])")


def is_planned(text: str, found: Expression, point: Point, issued: date | None, *, starts: bool) -> bool:
    """Whether a quarter or half year that is not over says when work, or with its year a level, is to come.

    Without a year (四季度产量3000吨左右) a figure must stand behind it.
    """
    year = point.year or (issued.year + (point.shift or 0) if issued and point.known else None)
    if year is None or not is_to_come(point._replace(year=year), issued):
        return False
    named = point.year is not None or bool(point.shift)
    if named and YEAR_LEVEL.match(text, found.end):
        return True
    work = _PLANNED_WORK if named else _PLANNED_FIGURE
    if TOLD.match(text, found.end):
        return False
    opens = starts and text[found.begin - 1 : found.begin] not in BRACKETS
    return (opens and work.match(text, found.end) is not None) or _comes_to_figure(text, found)


def is_told(text: str, found: Expression) -> bool:
    """Whether the figures of a half year or quarter are told with those to compare them with, or given by statistics."""
    return bool(_TOLD_BEHIND.match(text, found.end) or _BY_COUNT.search(text, max(0, found.begin - 20), found.begin))


def comes_to_in_year(text: str, found: Expression, *, opens: bool) -> bool:
    """Whether a year that is not over names the least that is to be reached in it, or the figure aimed at."""
    if TOLD.match(text, found.end):
        return False
    if _AIMED_AT.search(text, max(0, found.begin - 3), found.begin):
        return bool(_AIM.match(text, found.end) or _BECOMES.match(text, found.end))
    return opens and bool(FIGURE_THEN.match(text, found.end) and _AT_LEAST.match(text, found.end))


def is_to_do(text: str, found: Expression) -> bool:
    """Whether a year opens a sentence that says what is to be done in it."""
    return _TO_DO.match(text, found.end) is not None


def _comes_to_figure(text: str, found: Expression) -> bool:
    """Whether a figure is to be reached by then, and what stands before in the clause tells of nothing past."""
    if FIGURE_THEN.match(text, found.end) is None:
        return False
    return _TOLD_BEFORE.search(text, max(0, found.begin - 40), found.begin) is None


def opens_point(text: str, found: Expression) -> bool:
    """Whether a month opens a point of a schedule: another point opens with one, and neither tells what has been done."""
    parted = text.startswith(("，", ",", "：", ":"), found.end)
    if not (parted or ACTION.match(text, found.end)) or _DONE.match(text, found.end):
        return False
    if not _POINT_END.search(text, max(0, found.begin - 4), found.begin):
        return parted and text[: found.begin][-1:] in _STOPS and _NEXT_POINT.search(text) is not None
    first = _TIMED_POINT.search(text)
    return first is not None and _TIMED_POINT.search(text, first.end()) is not None


def is_to_come(point: Point, issued: date | None) -> bool:
    """Whether a point of a year that is named is not over when the notice is issued."""
    last = last_day(point, point.year) if point.year is not None else None
    return last is not None and issued is not None and last >= issued


def is_ahead(point: Point, issued: date | None) -> bool:
    """The same of a point without a year of its own, in the year of the notice (9月, not 去年9月)."""
    if issued is None or point.year is not None or (point.shift or 0) < 0 or not point.known:
        return False
    last = last_day(point, issued.year)
    return last is not None and last >= issued


def is_each_time(text: str, end: int, begin: int, *, opens: bool) -> bool:
    """Whether no more than how often stands behind times, the last of which ends at ``end``: 5月、10月各一次.

    The first ``opens`` a clause; the others go on from it.
    """
    listed = opens or _TIME_BEFORE.search(text, max(0, begin - 8), begin) is not None
    return listed and _EACH_TIME.match(text, end) is not None
