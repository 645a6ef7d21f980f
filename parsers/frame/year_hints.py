"""Years that a notice without title year and date names around its records: for what year its plan is.

A year inside a record is one of that record (淘汰2005年底前注册的柴油车, 到2035年全面达标, a row of 2032年3月), one of the page
furniture is nobody's: neither says of which year the dates of the other records are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.document import Line
from . import words

_YEAR = r"((?:19|20)\d\d)\s?年度?"
_WORK = r"(?:任务|工作|实事|工程|计划|安排|要点|目标|分工|清单|台账|方案)"
#: A line that is a title or a heading: 2030年重点任务, 一、2030年重点工作, 2030年十件实事任务分解表公布.
_TITLE = lazy_pattern(
    rf"(?:{words.HEADING_LABEL.pattern})?[^，。；：\d]{{0,16}}{_YEAR}([^，。；\d]{{2,40}})(?:公布|出炉|发布)?\d{{0,3}}[：:]?"
)
_ENDS_PLAN = lazy_pattern(rf".*(?:{_WORK}(?:[：:]任务)?|考核结果)")
#: What a sentence before the records sets about: 为做好2030年防汛工作, 公布了2030年十件实事的任务分解表.
_SET = lazy_pattern(
    rf"(?:做好|推进|落实|抓好|完成|开展|组织|实施|确保|加强|公布|明确|制定|分解|布置|安排)[^，。；：\d]{{0,10}}{_YEAR}([^，。；：\d]{{2,30}})"
)
_HOLDS_WORK = lazy_pattern(_WORK)
#: What looks back, or is of another document.
_OTHERS = lazy_pattern(
    "会议|报告|精神|总结|回顾|情况|整改|反馈|通报|决算|审计|督察|规划|经验|成果|以来|之?前|之?后|[底末初]|标准"
)
#: The day for which a table is filled in, its edition: 填报日期：2030年2月28日, （截至2030年4月25日）, （2030年版）.
_DAY = r"(?:年\d{1,2}月(?:\d{1,2}日)?|[-./]\d{1,2}[-./]\d{1,2})"
_FILLED = lazy_pattern(
    rf"(?:截[至止]|(?:填[报表写]|制表|编制|报送|统计)(?:日期|时间)?[：:]?)((?:19|20)\d\d){_DAY}|((?:19|20)\d\d)年版|((?:19|20)\d\d)年\d{{1,2}}月(?:\d{{1,2}}日)?"
)
_EDITION = lazy_pattern(r"(?:表|分工|分解|台账|任务|计划|方案|责任|体系)（((?:19|20)\d\d)年度?版?）")
_SIGNS = "（）()【】[]|“”\"',，。* \t"
#: From when to when all of it takes place, below a heading or behind a label that says so.
_TIMES = lazy_pattern(rf"(?:{words.LABEL.pattern})?{CHINESE}{{0,6}}(?:时间|步骤|期限)(?:安排)?[：:]?")
_STRETCH = lazy_pattern(r"(?:自|从)?((?:19|20)\d\d)年\d{1,2}月(?:\d{1,2}日)?(?:起?[至到—\-–~～]{1,2}|起)")
#: The day of a meeting whose minutes these are, and what a sentence says will be done in a year.
_MET = lazy_pattern(r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日(?:[上下]午)?，[^，。]{0,60}主持")
_MET_AT = lazy_pattern(r"(?:会议)?(?:时间|日期)[：:]((?:19|20)\d\d)年\d{1,2}月\d{1,2}日")
_WILL = lazy_pattern(r"(?:^|[，。；])(20\d\d)年，[^。；]{0,20}(?:继续|将|拟|计划|安排|力争|确保)")
#: A head of what is planned for a year: 2030年目标任务.
_HEAD = lazy_pattern(
    r"((?:19|20)\d\d)年度?[^，。；\d]{0,8}(?:工作|任务|目标|计划|实事|要点|安排|措施|内容|事项)(?:[（(][^（）()]*[）)])?"
)


def hinted_years(lines: Sequence[Line], labels: Sequence[str], heads: Sequence[str]) -> set[int]:
    """The years that lines above and between the records, and heads of columns, name as that of the whole."""
    found = {int(head[1]) for text in heads if (head := _HEAD.fullmatch(text)) is not None}
    return found | set(_around(lines, labels))


def _around(lines: Sequence[Line], labels: Sequence[str]) -> Iterator[int]:
    free = [line for line, label in zip(lines, labels, strict=True) if line.text and label != "body"]
    bodies = [index for index, label in enumerate(labels) if label == "body"]
    clauses = [line.index for line in free if words.CLAUSE.search(line.text) is not None]
    first, last = (
        min((*bodies[:1], *clauses[:1]), default=len(lines)),
        max((*bodies[-1:], *clauses[-1:]), default=len(lines)),
    )
    above = ""
    for line in free:
        text = "".join(line.text.split())
        if line.index < last:
            yield from _of_line(text, above, first - line.index)
        above = text


def _of_line(text: str, above: str, before: int) -> Iterator[int]:
    """The years of one line below ``above``, so many lines ``before`` the first record; sentences count above it alone."""
    if "20" not in text and "19" not in text:
        return
    title = _TITLE.fullmatch(text)
    unlabelled = before > 0 and words.LABEL.match(text) is None
    if title is not None and (_ENDS_PLAN.fullmatch(title[2]) or (unlabelled and words.PLAN_END.search(title[2]))):
        if _OTHERS.search(title[2]) is None:
            yield int(title[1])
        return
    bare = text.strip(_SIGNS)
    filled = _FILLED.fullmatch(bare) or (_EDITION.search(text) if "，" not in text and "。" not in text else None)
    if filled is not None:
        yield int(next(year for year in filled.groups() if year))
        return
    met = (_MET.search(text) or _MET_AT.match(text)) if before >= 0 else None
    if met is not None:
        yield int(met[1])
    label, colon, value = text.partition("：")
    times = _TIMES.fullmatch(label) if colon else _TIMES.fullmatch(above)
    stretch = _STRETCH.match(value if colon else text) if times is not None else None
    if stretch is not None:
        yield int(stretch[1])
    if unlabelled:
        yield from (int(found[1]) for found in _WILL.finditer(text))
        for found in _SET.finditer(text):
            if _HOLDS_WORK.search(found[2]) is not None and _OTHERS.search(found[2]) is None:
                yield int(found[1])
