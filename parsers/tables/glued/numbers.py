"""The numbers of a glued body that may begin rows, and what may stand before them: headings, codes of groups, tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ....normalize.lazy import CHINESE, lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...text.piece import Range
from ...text.vocabulary import alternatives, words
from .heads import HEADING

_WORD = rf"(?={CHINESE}|[“《A-Z])"
NUMBER = lazy_pattern(
    rf"(?<![\d.．:：第“ⅠⅡⅢⅣ])(?<![ⅠⅡⅢⅣ][—\-－])(?:（([1-9]\d?)(）)|(?<!（)([1-9]\d{{0,2}})([.、．）]?)){_WORD}(?!年|月\d|[%％])"
)
#: A number with a date, or a number of things, right behind it.
_GLUED = lazy_pattern(
    r"(?<![\d.．:：第（“])([1-9]\d?)(?=20\d\d(?:年|[—\-－]20)|[1-9]\d?月|[1-9]\d*(?:个|家|项|条|处|万|月))"
)
_COUNT = lazy_pattern(r"([1-9]\d{1,5})(?:\.\d{1,3})?(?![\d.])")
_BEHIND_TIME = lazy_pattern(rf"(?<=\d)([1-9]\d{{0,2}})([.、．]?)(?={CHINESE}|[“《A-Z（])(?!年|月|日)")
_MEASURES = words("""
辆 期 届 万 亿 千 百 月 米 公里 公顷 公斤 平方 立方 吨 亩 件 份 宗 类 级 岁 季度 层 间 只 栋 幢 倍 度 张 本 台 株 盏
根 床 车道 号线 街道
""")
#: A number before one of these counts things, unless one of the others follows: 个人, 条例 and 处理 are no measures.
_NOT_MEASURES = {
    "个": "人 体 性", "所": "有 属 需", "家": "庭 政 长 园 电 畜 禽 校", "条": "例 块 件", "处": "理 置 罚",
    "座": "谈", "项": "目", "台": "账 风", "套": "餐", "名": "城 镇 优 特 师", "户": "外 籍", "次": "干 级",
    "批": "发", "场": "馆 地 所 外", "人": "才 口 民 居 力 大 工 均 员 防 文 社 行", "年": "度 轻", "日": "常 间",
    "号": "召", "时": "代", "分": "类 级 散 布 区 析 批 步", "元": "旦", "起": "草 步", "种": "植 业 子 苗",
    "部": "门 署 分", "周": "边", "天": "然 网", "支": "持 付 撑 部 行", "片": "区", "村": "级 庄 镇 务 民 居 容",
    "镇": "区 村 级", "位": "于", "点": "亮 对", "口": "岸 袋 腔 碑 述 粮", "组": "织 建", "单": "位", "班": "级",
}  # fmt: skip
MEASURE = lazy_pattern(
    lambda: "|".join(
        [alternatives(_MEASURES), *(f"{sign}(?!{alternatives(words(rest))})" for sign, rest in _NOT_MEASURES.items())]
    )
)
_COUNTS, _GLUES, _BEHIND = 3.5, 1.0, 0.5
_HEADING = lazy_pattern(rf"{HEADING}(?=\d{{1,3}}[.、．]?{CHINESE})")
HEADING_LINE = lazy_pattern(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；，：\d]{2,24}")
_CODE, _LEVELS = lazy_pattern(r"([ⅠⅡⅢⅣ])[—\-－]?\d{1,2}"), "ⅠⅡⅢⅣ"
_LONGEST_GROUP = 30
#: A task by its number, right before the first of its measures.
_TASK = lazy_pattern(
    rf"(?<![\d.．第（“])(\d{{1,2}})({CHINESE}[^。；（）]{{1,39}}?)(?=(?:\d{{1,2}}[、.．]|（\d{{1,2}}）){CHINESE})"
)


_DIGITS = lazy_pattern(r"(?<![\d.．第（“])\d{1,2}(?![\d年月日])")


class Number(NamedTuple):
    """A number that may begin a row, with its marks; ``cost`` is what speaks against it."""

    start: int
    end: int
    stop: int
    value: int
    style: str
    cost: float


class Lead(NamedTuple):
    """What stands over the rows behind it: a heading, a group by its code (``level`` from 0), or a numbered task."""

    start: int
    end: int
    kind: str
    level: int
    number: Range
    name: Range


def style_of(text: str) -> str | None:
    """How the first number is printed that begins with one."""
    return next((number.style for number in _plain(text) if number.value == 1), None)


def numbers_in(text: str, breaks: Iterable[int], ends: Iterable[int], style: str | None) -> Iterator[Number]:
    """The numbers that may begin rows in the style of the first: before a word, before a date, behind a time's digits.

    Where a line begins, those before a count of anything: 2|12座.
    """
    yield from (number for number in _plain(text) if number.style == style)
    if style == "":
        for match in (_COUNT.match(text, at) for at in {0, *breaks}):
            if match is not None and MEASURE.match(text, match.end()) is not None:
                yield from (
                    Number(match.start(), end, end, int(text[match.start() : end]), "", _GLUES)
                    for end in range(match.start() + 1, min(match.start() + 2, match.end(1) - 1) + 1)
                    if text[end] != "0"
                )
        for match in _GLUED.finditer(text):
            yield Number(match.start(), match.end(1), match.end(1), int(match[1]), "", _GLUES)
    for match in (_BEHIND_TIME.match(text, at) for at in ends):
        if match is not None and match[2] == style:
            yield Number(match.start(), match.end(1), match.end(), int(match[1]), match[2], _BEHIND)


def _plain(text: str) -> Iterator[Number]:
    for match in NUMBER.finditer(text):
        value = match[1] or match[3]
        style = "（）" if match[1] else match[4]
        cost = _COUNTS if not style and MEASURE.match(text, match.end()) is not None else 0.0
        end = match.end(3) if match[3] and style != "）" else match.end()
        yield Number(match.start(), end, match.end(), int(value), style, cost)


def measured_style(text: str) -> str | None:
    """The style of measures that count on under tasks with numbers of their own; None where the first task has none."""
    opening = _TASK.match(text)
    if opening is None or opening[1] != "1" or "，" in opening[2]:
        return None
    first = next((number for number in _plain(text) if number.start == opening.end()), None)
    return first.style if first is not None and first.value == 1 and first.style else None


def leads_in(text: str, breaks: Iterable[int], *, measured: bool) -> Iterator[Lead]:
    """What may stand before the first number of a group of rows."""
    if measured:
        due = 1
        for at in [match.start() for match in _DIGITS.finditer(text)]:
            match = _TASK.match(text, at)
            if match is not None and int(match[1]) == due:
                due += 1
                yield Lead(match.start(), match.end(), "task", 0, match.span(1), match.span(2))
        return
    for match in _HEADING.finditer(text):
        yield Lead(match.start(), match.end(), "heading", 0, match.span(), match.span())
    for start, end in pairwise(sorted({0, *breaks})):
        if HEADING_LINE.fullmatch(text, start, end):
            yield Lead(start, end, "heading", 0, (start, end), (start, end))
    numbers = [match.start() for match in NUMBER.finditer(text)] if _CODE.search(text) else []
    for match in _CODE.finditer(text):
        behind = _CODE.search(text, match.end())
        stops = [at for at in numbers if at > match.end()][:1] + ([behind.start()] if behind is not None else [])
        stop = min(stops, default=len(text))
        if match.end() < stop <= match.end() + _LONGEST_GROUP:
            yield Lead(match.start(), stop, "code", _LEVELS.index(match[1]), match.span(), (match.end(), stop))
