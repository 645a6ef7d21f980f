"""Heads that name a time (一季度, 上半年, 3月) or what is due at one (开工时间)."""

from __future__ import annotations

from collections.abc import Mapping

from ...normalize.lazy import lazy_pattern

_HAN = "[一二三四五六七八九十]"
_YEAR = r"20\d\d年度?"
_MONTH = rf"(?:\d{{1,2}}|{_HAN}{{1,2}})月份?"
_PERIOD = lazy_pattern(
    rf"(?:{_YEAR})?(?:第?[一二三四1-4](?:[、至和—-]第?[一二三四1-4])?季度|前三季度|[上下]半年|{_MONTH}底?前?|\d{{1,2}}月?[-—－~～至]\d{{1,2}}月份?)|{_YEAR}|"
    rf"第{_HAN}阶段"
)
_REMARK = lazy_pattern(r"[（(][^（）()]*[）)]")
_REMARK_YEAR = lazy_pattern(r"[（(][^（）()]*?(20\d\d)年[^（）()]*[）)]")
#: A head that says which stage its times are for.
_STAGE = lazy_pattern(
    r"(?:计划|预计|拟|实际|项目)?(立项|设计|招标|开工|动工|启动|封顶|主体完工|完工|竣工|验收|投用|投产|交付|通车|征求意见|公示|论证|送审|提交审议|审议|出台|印发|公布|发布|中期评估|评估|总结)"
    r"(?:时间|时限|日期|期限|节点|年月|月份)"
)

#: A head of when the work begins: 任务开始时间, beside 抽取时间至 抽取时间自.
_BEGINNING = lazy_pattern(r".{0,6}(?:(?:开始|起始)(?:时间|日期|年月|月份|时点)|(?:时间|日期)[自从起])")

#: A text that opens with its months: 3月：…, 4月~6月/9月~11月：…, 全年：…, 7月初….
_MONTHS = r"\d{1,2}月?(?:[-—－~～至到、，/]+\d{1,2}月?)*月?份?(?:[上中下]旬|[初中底末](?!旬))?"
_OPENED = lazy_pattern(
    rf"((?:{_YEAR})?(?:全年|[上下]半年|第?[一二三四1-4]季度|{_MONTHS}(?<=[月份初中底末旬]))前?)[：:，、]?\S"
)


def is_beginning(text: str) -> bool:
    """True for a column head whose times are when the work begins: 任务开始时间."""
    return _BEGINNING.fullmatch(_REMARK.sub("", text)) is not None


def is_period(text: str) -> bool:
    """True for a column head that names a time and nothing else; a remark in brackets may follow."""
    return len(text) <= 20 and _PERIOD.fullmatch(_REMARK.sub("", text)) is not None


def opening_period(text: str) -> int:
    """Where the months, or another part of the year, end that a text opens with (3月：修桥); 0 for any other text."""
    found = _OPENED.match(text)
    return found.end(1) if found is not None else 0


def mark_of_period(text: str) -> str:
    """The mark behind the part of the year that a text tells of first (第一季度：测绘, 3月底前，测绘); none in 全年：测绘."""
    end = opening_period(text)
    told = 0 < end < len(text) and text[end] in "：:，," and not text.startswith("全年")
    return text[end] if told else ""


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
