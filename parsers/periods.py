"""Columns whose head names a time (一季度, 上半年, 3月): what stands in them is to be done by the end of that time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..normalize.lazy import lazy_pattern
from .deadlines import Clock, DeadlineDraft, has_deadline
from .drafts import Marked
from .piece import Piece, Range, squeezed
from .reader import Reader

_HAN = "[一二三四五六七八九十]"
_YEAR = r"20\d\d年度?"
_MONTH = rf"(?:\d{{1,2}}|{_HAN}{{1,2}})月份?"
_PERIOD = lazy_pattern(
    rf"(?:{_YEAR})?(?:第?[一二三四1-4]季度|前三季度|[上下]半年|{_MONTH}底?前?|\d{{1,2}}月?[-—－~～至]\d{{1,2}}月份?)|{_YEAR}|"
    rf"第{_HAN}阶段"
)
_REMARK = lazy_pattern(r"[（(][^（）()]*[）)]")
_REMARK_YEAR = lazy_pattern(r"[（(][^（）()]*?(20\d\d)年[^（）()]*[）)]")
#: A head that says which stage its times are for.
_STAGE = lazy_pattern(
    r"(?:计划|预计|拟|实际|项目)?(立项|设计|招标|开工|动工|启动|封顶|主体完工|完工|竣工|验收|投用|投产|交付|通车|征求意见|公示|论证|送审|提交审议|审议|出台|印发|公布|发布|中期评估|评估|总结)"
    r"(?:时间|时限|日期|期限|节点|年月|月份)"
)
#: Marks that only say that something is due then.
_TICKS = frozenset({"√", "✓", "✔", "●", "★", "▲", "■", "☑", "是", "有", "V", "v"})
#: What names no milestone: that nothing is due, or an amount planned or spent.
_NO_MILESTONE = lazy_pattern(r"[×✗○Xx—/-]+|否|[≥≤＞＜<>约]?[\d.,，]+[%％]?(?:亿|万)?元?")


def is_period(text: str) -> bool:
    """True for a column head that names a time and nothing else; a remark in brackets may follow."""
    return len(text) <= 20 and _PERIOD.fullmatch(_REMARK.sub("", text)) is not None


def year_of_head(text: str) -> int | None:
    """The year in a head's remark, which holds for its column: 完成时间（2030年）."""
    match = _REMARK_YEAR.search(text) if "年" in text else None
    return int(match[1]) if match is not None else None


def stages_of_heads(heads: Mapping[int, str]) -> dict[int, str]:
    """What is due under each of several heads of times, by column: 开工时间 | 竣工时间. One such head alone names no stage.

    ``heads`` are the heads of the deadline columns.
    """
    found = {index: match[1] for index, head in heads.items() if (match := _STAGE.fullmatch(_REMARK.sub("", head)))}
    return found if len(heads) > 1 else {}


def with_stage(deadlines: Sequence[Marked[DeadlineDraft]], stage: str | None) -> list[Marked[DeadlineDraft]]:
    """The deadlines, those without a milestone of their own with the ``stage`` that their column's head names."""
    if stage is None:
        return list(deadlines)
    return [d if d.value.milestone else replace(d, value=d.value._replace(milestone=stage)) for d in deadlines]


def period_deadlines(reader: Reader, heads: Sequence[Range], head: str, cell: Piece) -> list[Marked[DeadlineDraft]]:
    """The deadline that a cell under a time's head sets: by the end of that time, with the cell as milestone.

    A cell that names a time of its own says more than its head.
    """
    if not is_period(head) or _NO_MILESTONE.fullmatch(cell.text) is not None:
        return []
    if has_deadline(cell.text):
        return reader.deadlines(cell, "cell")
    printed = next((piece for r in heads if (piece := squeezed(reader.text, [r])).text == head), None)
    if printed is None or not _names_date(head):
        return []
    milestone = None if cell.text in _TICKS else cell.text.rstrip("。；")
    found = reader.deadlines(printed, "cell")
    return [
        replace(m, value=m.value._replace(milestone=milestone)) for m in found if not _is_past(m.value, reader.clock)
    ]


def _names_date(head: str) -> bool:
    """False for a stage without a date (第一阶段)."""
    return "阶段" not in head or "月" in head or "季度" in head or "年" in head


def _is_past(deadline: DeadlineDraft, clock: Clock) -> bool:
    """True for a year before the plan's: the column tells what was reached."""
    year = clock.plan_year or (clock.issued.year if clock.issued is not None else None)
    return year is not None and deadline.due is not None and int(deadline.due[:4]) < year
