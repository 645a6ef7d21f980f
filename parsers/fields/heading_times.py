"""Headings that say until when what stands below them is done: 二月份： · 一、动员阶段（2030年3月底前） · 6月底前完成的任务."""

from __future__ import annotations

from ...normalize.lazy import CHINESE, lazy_pattern
from ..deadlines import deadline_likeness
from .name_brackets import TELLS, names_at_end
from .periods import is_period

_LONGEST = 45  # characters of a heading
_BRACKET = lazy_pattern(r"[（(]([^（）()]{2,25})[）)][：:。]?$")
_TASKS = lazy_pattern(
    r"(?:需要?|须|应|拟|要)?([^，。；：]{2,20}?)(?:完成|办结|启动|开工|竣工|落实|整改)?(?:到位|整改)?的?"
    r"(?:重点|主要|具体|各项)?(?:工作|任务|事项|项目|内容)(?:任务|安排|清单|计划)?[：:]?"
)
#: A year alone names a plan, not an end.
_ENDS = lazy_pattern(r"月|季度|半年|[前底末内止]|至|—|期间|^到|持续|长期|常态|全年")
#: Work that goes on all year, as a heading alone.
_ALL_YEAR = frozenset({"全年", "贯穿全年", "全年工作"})
#: 一季度经济运行工作 is a matter of a time, 一季度的工作 is done in it.
_TIME_AT_END = lazy_pattern(r"(?:[前底末内止月日间旬初份]|季度|半年|(?:持续|长期|全年)(?:坚持|推进)?|常态化?)$")
#: 5月1日至5月20日 · 6月10日前 · 6月上旬, and nothing else.
_DAYS_FORM = r"(?:20\d\d年)?\d{1,2}月[\d月日号上中下旬底初前年至到—–\-~～]{1,16}"
_DAYS = lazy_pattern(_DAYS_FORM)
#: The same before the name of a stage: 6月1日—5日 动员阶段.
_STAGE = lazy_pattern(rf"({_DAYS_FORM})\s*[：:为]?\s*{CHINESE}{{2,12}}阶段[：:]?")
_SURE = 0.95


def time_of_heading(text: str) -> tuple[int, int] | None:
    """Where the time stands in a heading that names one for all below it; None for any other.

    >>> time_of_heading("动员阶段（3月底前）"), time_of_heading("2030年重点工作")
    ((5, 9), None)
    """
    if len(text) > _LONGEST:
        return None
    if is_period(text.rstrip("：:")):
        return 0, len(text.rstrip("：:"))
    whole = text.rstrip("：:。")
    if whole in _ALL_YEAR:
        return 0, len(whole.removesuffix("工作"))
    if _DAYS.fullmatch(whole) and deadline_likeness(whole) >= _SURE:
        return 0, len(whole)
    stage = _STAGE.fullmatch(text)
    if stage is not None and deadline_likeness(stage[1]) >= _SURE:
        return stage.span(1)
    tasks = _TASKS.fullmatch(text)
    for found in (_BRACKET.search(text), tasks if tasks and _TIME_AT_END.search(tasks[1]) else None):
        if found is not None and _ENDS.search(found[1]) and deadline_likeness(found[1]) >= _SURE:
            return None if TELLS.search(found[1]) or names_at_end(text) else found.span(1)  # （县教育局，6月底前）
    return None
