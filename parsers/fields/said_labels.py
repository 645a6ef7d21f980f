"""Labels said in words, 责任单位为甲, 甲为牵头单位, and words in front of names that say nothing of them: 此项工作甲牵头."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..units import UnitReading, read_clause, unit_likeness
from .scopes import opening_scope

_LEAD_IN = lazy_pattern(
    r"(?:(?:此|该|本|这|各|具体|日常|主要|后续)项?(?:工作|任务|事项)|此项|该项|会议(?:明确|决定|确定|议定|要求)|原则上|今年|继续|归口|主要|暂时?)"
    r"(?=由|[省市县区州旗镇乡各][^，。；]{2,})"
)
_SAID = r"(?:牵头|主办|责任|承办|配合|协办|参与|主管)(?:责任)?(?:单位|部门|科室|处室)"
_LABEL = lazy_pattern(rf"{_SAID}(?:为|是)|[^，]{{2,60}}为{_SAID}(?=$|，)")
_TIME = lazy_pattern(r"(?:完成|办结|整改|落实)?(?:时限|时间|期限)[为是]")
_SURE = 0.9
_REACH = 40


def past_lead_in(text: str, at: int) -> int:
    """Where a sentence goes on behind such words in front of its names."""
    lead_in = _LEAD_IN.match(text, at)
    return lead_in.end() if lead_in is not None else at + opening_scope(text[at : at + _REACH])


def is_said_label(told: str) -> bool:
    """Whether a sentence opens with such a label."""
    return _LABEL.match(told) is not None


def read_said_label(told: str) -> UnitReading | None:
    """What a sentence tells that is such labels and no more: 牵头单位是甲，完成时限为6月底前."""
    reading = read_clause(told)
    if reading is None or reading.leftovers or any(unit_likeness(unit.name) < _SURE for unit in reading.units):
        return None
    times = tuple((label.end() if (label := _TIME.match(told, a, b)) else a, b) for a, b in reading.deadlines)
    return reading._replace(deadlines=times) if reading.units else None
