"""Rows of a table whose cells are glued together: told by numbers that count up where a row may end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....normalize.lazy import CHINESE, lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...text.piece import Range
from ...text.vocabulary import alternatives, words
from ...units import person_likeness
from ...units.grammar import Form, form_of
from .heads import HEADING

NUMBER = lazy_pattern(rf"(?<![\d.．:：\-—第（“])(\d{{1,3}})([.、．]?)(?={CHINESE}|[“《A-Z])")
#: A number before one of these counts things …
_MEASURES = words("""
辆 期 届 万 亿 千 百 月 米 公里 公顷 公斤 平方 立方 吨 亩 件 份 宗 类 级 岁 季度 层 间 只 栋 幢 倍 度 张 本 台 株 盏
根 床 车道 号线 街道
""")
#: … and before one of these, unless one of the others follows: 个人, 条例 and 处理 are no measures.
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
_TIMES = ("月", "年", "季度")
_CLOSED = "。！）】/—"
_TIME_END = lazy_pattern(
    r"[前底末内初旬年月日起止季]$|\d次$|(?:推进|坚持|完成|落实|开展|实施|全年|持续|长期|季度|结束|到位|工|成)$"
)
#: How much of the text before a number tells whether a row may end there.
REACH = 40
_LONGEST_ROW = 600


class GluedRow(NamedTuple):
    """A row: the ranges of its number and of the text behind it; ``heading`` stands between it and the row before.

    A row under a merged number has none.
    """

    number: Range | None
    text: Range
    heading: Range | None = None


@dataclass(slots=True, eq=False, repr=False)
class RowCounter:
    """Finds the numbers that begin rows; goes on where it stopped when more text is given.

    ``kinds`` are the kinds of the columns right of the task text, ``heads`` are the column heads as printed, for
    pages that print them again between rows. All numbers are printed in the style of the first one.
    """

    kinds: Sequence[str]
    heads: str
    expected: int = 1
    style: str | None = None

    def starts(self, body: str) -> Iterator[tuple[re.Match[str], Range | None]]:
        """The numbers in ``body`` that count on, each with the heading in front of it."""
        between = re.compile(rf"(?:{re.escape(self.heads)})?({HEADING})?(?:{re.escape(self.heads)})?$")
        reach = REACH + 2 * len(self.heads)
        for match in NUMBER.finditer(body):
            value = int(match[1])
            if value not in (1, self.expected) or self.style not in (None, match[2]):
                continue
            at = max(0, match.start() - reach)
            gap = between.search(body, at, match.start())
            heading = gap.span(1) if gap is not None and gap[1] else None
            before = body[at : gap.start() if gap is not None else match.start()]
            if value != self.expected and heading is None:
                continue
            if before and not self.may_end(before):
                continue
            counts = MEASURE.match(body, match.end()) if before else None
            if counts is not None and (counts[0] in _TIMES or not self._skipped(body, match.end(), value)):
                continue
            self.style, self.expected = match[2], value + 1
            yield match, (heading if heading is not None else self._gap(gap))

    def _skipped(self, body: str, at: int, value: int) -> bool:
        """True when the numbers behind go on with the next: what seems to count things (5口袋公园) begins a row."""
        for match in NUMBER.finditer(body, at, at + _LONGEST_ROW):
            due = int(match[1]) in (value, value + 1) and match[2] == self.style
            if (
                due
                and not MEASURE.match(body, match.end())
                and self.may_end(body[max(0, match.start() - REACH) : match.start()])
            ):
                return int(match[1]) == value + 1
        return False

    @staticmethod
    def _gap(gap: re.Match[str] | None) -> Range | None:
        """Heads printed again are no text of the row before."""
        return (gap.start(), gap.start()) if gap is not None and gap[0] else None

    def may_end(self, text: str) -> bool:
        """True when a row may end with ``text``: with a sentence, or with what its last columns hold."""
        if not text:
            return False
        if text[-1] in _CLOSED or self.kinds[-1] == "other":
            return True
        if "deadline" in self.kinds and _TIME_END.search(text):
            return True
        sizes = range(2, min(13, len(text)) + 1)
        if "unit" in self.kinds and any(form_of(text[-size:]) >= Form.GENERIC for size in sizes):
            return True
        return "person" in self.kinds and max(person_likeness(text[-2:]), person_likeness(text[-3:])) >= 0.9


def cut_rows(body: str, counter: RowCounter) -> tuple[GluedRow, ...]:
    """The rows of a whole body."""
    marks = list(counter.starts(body))
    if not marks:
        return ()
    stops = [gap[0] if gap is not None else mark.start() for mark, gap in marks[1:]] + [len(body)]
    return tuple(
        GluedRow((mark.start(), mark.end(1)), (mark.end(), stop), gap if gap is not None and gap[0] < gap[1] else None)
        for (mark, gap), stop in zip(marks, stops, strict=True)
    )
