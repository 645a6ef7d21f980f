"""Quantities that a task has to reach: 100%, 200个以上, 不低于4%, 3至5个.

A number alone describes (26个领域); it is a target when a bound stands beside it, when a rate is said to reach it, or
when the clause makes or adds that many. Anything doubtful is left in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ...normalize.squeeze import squeeze
from ..text.numerals import integer
from ..text.vocabulary import alternatives, words

_SCALE = {"百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
# Measure words of countable results. Times (天 小时 年), ages (岁), ranks (级 层) and marks (号 批) are none of them.
_UNITS = words("""
微克/立方米 毫克/升 个百分点 百分点 平方公里 平方千米 平方米 立方米 公里 千米 公顷 公斤 千克 千瓦时 千瓦 兆瓦 标准煤
人次 人份 户次 场次 班次 件次 条次 美元 元 吨 亩 米 个 家 项 次 户 人 名 所 座 条 件 篇 期 场 处 台 辆 套 张 份 部 种
例 宗 起 支 栋 幢 间 盏 棵 株 头 只 艘 架 册 本 幅 块 眼 口 轮 班 对 门 节 遍 倍 位 段 孔 组
""")
_UNIT = rf"{alternatives(_UNITS)}|分(?!之)"
_NOT_COUNTED = r"(?!月|年|小时|工作日|星期|季度|自然日|钟头|阶段|方面|领域|环节|层次|左右版)"
_VALUE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,4})?"
_CHINESE = "[一二两三四五六七八九十百千]{1,5}"
_SPAN = r"\s{0,3}(?:[-—–－~～至到]|——)\s{0,3}"
_TAIL = rf"\s{{0,3}}(?P<scale>[百千]?万|亿)?\s{{0,3}}(?:(?P<unit>{_UNIT}){_NOT_COUNTED}|(?P<rate>[%％‰]))"
_DIGITS = lazy_pattern(
    rf"(?<![\d.A-Za-z〔\[+·/])(?P<low>{_VALUE})(?:\s{{0,3}}[%％]?(?:{_SPAN})(?P<high>{_VALUE}))?(?:(?P<more>[多余]))?{_TAIL}"
)
_NUMERALS = lazy_pattern(rf"(?P<low>{_CHINESE})(?:至(?P<high>{_CHINESE}))?(?P<more>(?!))?{_TAIL}")
_RUN = lazy_pattern(r"\d[\d,.]*")
_BOUND_WORD = lazy_pattern("以[上下内]|至少|不少于|不低于|不超过|最多")  # makes a Chinese numeral a target
_HUNDREDTHS = lazy_pattern(
    rf"百分之\s{{0,3}}(?P<low>{_VALUE}|{_CHINESE})(?:至(?:百分之)?(?P<high>{_VALUE}|{_CHINESE}))?"
)

_BEFORE: tuple[tuple[str, str], ...] = (
    ("ge", "不得?低于|不得?少于|不得?小于|不应低于|不应少于|不能少于|不能低于|不下于|至少|最少|最低|须达|起码"),
    ("le", "不得?超过|不得?高于|不得?大于|不得?多于|不应超过|不能超过|不突破|最多|至多|最高|控制在|压缩在"),
    ("gt", "超过|突破|大于|高于|多于|超出"),
    ("lt", "低于|少于|小于"),
    ("about", "大约|约"),
)
_BOUND = lazy_pattern(
    "(?:"
    + "|".join(f"(?P<{name}>(?<!不)(?:{bounds}))" for name, bounds in _BEFORE)
    + r")\s{0,3}(?:到|至|为|达到?|在)?\s{0,3}$"
)
# 至少召开1次: the verb may stand between the bound and the number.
_BOUND_VERB = lazy_pattern(rf"(?:(?P<ge>至少|最少|不少于)|(?P<le>至多|最多))\s{{0,3}}{CHINESE}{{1,4}}$")
_AFTER = lazy_pattern(
    r"\s{0,3}(?:(?P<ge>[(（]含[)）]以上|及?以上|或以上)|(?P<le>[(（]含[)）]以[下内]|及?以下|以内|之内)|(?P<about>左右|上下))"
)
_REACH = lazy_pattern(
    r"(?:达到?|实现|完成|为|至|到|率|率均?达|增长|增加|增幅|提高|提升|上升|下降|降低|减少|压减|压缩|削减|精简|下浮|稳定在|保持在|比例|比重|覆盖|占比|权重)\s{0,3}$"
)
#: Verbs that make, add or reach what is counted behind them.
_MAKING = words("""
新增 新建 建成 建设 建立 修建 新修 改建 扩建 改造 创建 打造 培育 培训 培养 引进 举办 承办 开办 发放 投放 增加 增设
增殖 铺设 安装 更换 新开 开通 开工 开展 组织 召开 推出 治理 整治 修复 拓宽 完成 投入 安排 争取 孵化 认定 选树 评选
流转 整理 造林 植树 减免 筹集 交付 加装 改厕 施划 排查 检修 储备 清理 拆除 拆迁 申报 处置 盘活 净增 接入 收储 供应
帮扶 救助 资助 招聘 招录 招引 签约 实施 改扩建 续建 迁建 淘汰 关停 腾退 复垦 绿化 硬化 亮化 疏浚 清淤 敷设 更新 配备
配置 购置 采购 打通 开设 组建 设立 布设 筹建 补充 抽检 慰问 走访
""")
# A single-character verb only opens a clause: 修桥1座, but not 建议提案26件.
_MAKES = lazy_pattern(
    lambda: (
        rf"(?:(?:{alternatives(_MAKING)})|(?:(?<!{CHINESE})|(?<=[月日年底]前)|(?<=年内))(?:建(?![议档言制])|修(?![订正改])|增(?![强值])|植|栽|铺))(?:[^，。；：、！？\d]|\d(?=[A-Z])){{0,12}}$"
    )
)
_DIRECT = lazy_pattern(
    r"(?:新增|新建|建成|新修|培育|培训|创建|打造|引进|举办|开办|增设|发放|改造|修建|扩建|认定|选树|孵化|铺设|推出|投入|完成投资|净增|交付|改厕|清淤|绿化)\s{0,3}$"
)
#: An amount that is said to be reached, whatever is counted.
_REACHED_AMOUNT = lazy_pattern(r"(?:达到|增至|增加到|扩大到|提高到|提升到|稳定在|保持在)\s{0,3}$")
#: The next members of what is made: 建成公路3条、桥梁10座, 培训12场次、5000人次.
_NEXT_COUNT = lazy_pattern(
    rf"\s{{0,3}}、\s{{0,3}}(?P<noun>{CHINESE}{{2,10}}?)?(?P<count>(?P<low>{_VALUE})(?P<scale>[百千]?万|亿)?(?P<unit>{_UNIT}){_NOT_COUNTED})"
    r"(?=\s{0,3}(?:[、，。；）)]|$))"
)
_NEXT_RATE = lazy_pattern(
    rf"\s{{0,3}}[、，和及]\s{{0,3}}(?P<rate>(?P<low>{_VALUE})[%％])(?=[、，。；和及）)]|$|以上|左右)"
)
_ENDS = lazy_pattern(r"\s{0,3}(?:[，。；、！？）)]|并(?=[投通完交验开达全])|$)")
_ATTRIBUTE = lazy_pattern(r"\s{0,3}的")
# 打造3个具有较大影响力的赛事: what the things are like stands before their noun.
_LIKE = r"(?:(?:具有|具备|符合|拥有|带动|辐射)[^，。；：、\d]{1,14}的)?"
_NOUN = lazy_pattern(
    rf"\s{{0,3}}(?!并){_LIKE}(?P<noun>{CHINESE}{{2,12}}?)(?=[，。；、：！？（()）\s]|并|的|和|及|用于|以|，|$)"
)
_CLAUSE = lazy_pattern(r"[，。；：、！？（）()\n]")
_LEAD = lazy_pattern(
    r"^(?:(?:确保|力争|实现|保持|使|推动|争取|要|应|须|必须|各地|全年|年内|每年|年均|其中|同时|将|把|并|且|到?\d{4}年|\d{1,2}月|年?底前|全部|每[周月季]度?|所占|占|于\d{4}年|比[上去]年)\s{0,3})+"
)
_MADE = lazy_pattern(
    lambda: rf"^(?:[^“”\d]{{0,10}}\d[^“”]*?)?(?:{alternatives(_MAKING)})(?=[“《]?{CHINESE}{{2}}|\d[A-Z])"
)
# 利用率由52%提高到72%, 将费率降至1%: what it was and the verb that brings it there belong to no name.
_BROUGHT_TO = lazy_pattern(
    r"(?:[由从][^，。；]{1,16})?(?:逐步|分别|均|平均)*(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|压减|压缩|控制|稳定|保持|降|升|缩短)+(?:到|至|为|在)$"
)
_TURNED = lazy_pattern(r"^[^，。；]*?(?:逐步|进一步)?(?:将|使|把)(?=[^，。；]{2})")
# 县交通局负责国道绿化60公里: who does it is none of what is counted.
_DOER = lazy_pattern(rf"^(?:由|请)?{CHINESE}{{2,14}}?(?:局|委|办|镇|厅|处|公司|中心|政府)(?:负责|牵头)(?=..)")
_BARE_MEASURES = ("比例", "比重", "占比", "数量", "面积", "总量", "水平", "部分")
_CUE_TAIL = lazy_pattern(r"(?:均|都|应|须|要|要求|力争|确保|总量|平均|分别|全部|达到?|实现|完成|净增|为|至|到|在|不)+$")


class TargetDraft(NamedTuple):
    """A quantity to be reached; ``value`` is written out (1.5万亩 → 15000 亩), ``high`` ends a range."""

    text: str
    subject: str | None
    comparator: str
    value: int | float
    high: int | float | None
    unit: str | None
    start: int
    end: int


def read_targets(text: str) -> tuple[TargetDraft, ...]:
    """The targets in ``text``, in order.

    >>> [(t.text, t.comparator, t.value, t.unit, t.subject) for t in read_targets("年底前开放200个以上政府数据集")]
    [('200个以上', 'ge', 200, '个', '政府数据集')]
    """
    found = [target for match in _numbers(text) if (target := _target(text, match)) is not None]
    if "百分之" in text:
        found += [target for match in _HUNDREDTHS.finditer(text) if (target := _target(text, match)) is not None]
    if _BOUND_WORD.search(text):
        found += [
            target for match in _NUMERALS.finditer(text) if (target := _target(text, match, bounded=True)) is not None
        ]
    if not found:
        return ()
    found.sort(key=lambda target: (target.start, -target.end))
    return tuple(_listed(text, list(_apart(found))))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers with a measure word or a percent sign."""
    for run in _RUN.finditer(text):
        match = _DIGITS.match(text, run.start())
        if match is not None:
            yield match


def _target(text: str, match: re.Match[str], *, bounded: bool = False) -> TargetDraft | None:
    """The target that a number is; None when it only describes. ``bounded`` asks for a bound beside it."""
    groups = match.groupdict()
    if text[max(0, match.start() - 1) : match.start()] in ("第", "每"):
        return None
    comparator, start, end = _bound(text, match)
    if comparator is None and groups.get("high"):
        comparator = "range"
    if comparator is None and not bounded and not groups.get("more") and _reached(text, match):
        comparator = "eq"
    if comparator is None or ((end > match.end() or comparator in ("gt", "lt")) and _ATTRIBUTE.match(text, end)):
        return None
    scale = _SCALE.get(groups.get("scale") or "", 1)
    unit = groups.get("unit") or groups.get("rate") or "%"
    high = _value(groups["high"], scale) if groups.get("high") else None
    return TargetDraft(
        squeeze(text[start:end]), _subject(text, start, end, unit), "range" if high is not None else comparator,
        _value(groups["low"], scale), high, unit.replace("％", "%"), start, end,
    )  # fmt: skip


def _bound(text: str, match: re.Match[str]) -> tuple[str | None, int, int]:
    """The comparator that stands beside a number and the range that the whole expression takes."""
    window = max(0, match.start() - 12)
    after = _AFTER.match(text, match.end())
    before = _BOUND.search(text, window, match.start()) or _BOUND_VERB.search(text, window, match.start())
    start = before.start() if before else match.start()
    end = after.end() if after else match.end()
    chosen = before or after
    return (chosen.lastgroup if chosen else None), start, end


def _reached(text: str, match: re.Match[str]) -> bool:
    """Whether the clause says that a plain number is reached, made or added."""
    window = max(0, match.start() - 24)
    if match.groupdict().get("unit") is None or match["unit"] in ("个百分点", "百分点", "倍"):
        return _REACH.search(text, window, match.start()) is not None
    if _REACHED_AMOUNT.search(text, window, match.start()) is not None:
        return _ATTRIBUTE.match(text, match.end()) is None
    return _MAKES.search(text, window, match.start()) is not None and (
        _ENDS.match(text, match.end()) is not None or _DIRECT.search(text, window, match.start()) is not None
    )


def _value(digits: str, scale: int) -> int | float:
    """The number in full; an integer whenever it is one."""
    plain = digits.replace(",", "")
    if not plain.replace(".", "").isdecimal():
        return integer(digits) * scale
    value = Decimal(plain) * scale
    return int(value) if value == value.to_integral_value() else float(value)


def _subject(text: str, start: int, end: int, unit: str) -> str | None:
    """What is counted: the noun behind a count, else the words of the clause in front."""
    noun = _NOUN.match(text, end) if unit not in ("%", "‰", "％", "个百分点", "百分点", "倍") else None
    if noun is not None:
        return squeeze(noun["noun"])
    clause = [cut.end() for cut in _CLAUSE.finditer(text, max(0, start - 40), start)]
    words = squeeze(text[clause[-1] if clause else max(0, start - 40) : start])
    if brought := _BROUGHT_TO.search(words):
        words = _TURNED.sub("", words[: brought.start()])
    words = _CUE_TAIL.sub("", _LEAD.sub("", _DOER.sub("", words)))
    last = words.rpartition("的")[2]
    words = _MADE.sub("", words if last in _BARE_MEASURES else last)
    return words if 2 <= len(words) <= 24 else None


def _listed(text: str, found: list[TargetDraft]) -> Iterator[TargetDraft]:
    """With the numbers that only their place in a list makes targets: 分别达到95%、90%和85%, 公路3条、桥梁10座."""
    for place, target in enumerate(found):
        yield target
        floor = found[place + 1].start if place + 1 < len(found) else len(text)
        while (following := _next(text, target)) is not None and following.end <= floor:
            target = following
            yield target


def _next(text: str, target: TargetDraft) -> TargetDraft | None:
    """The member of a list behind a rate, or behind a plain count; None when the list ends."""
    if target.unit == "%" and (rate := _NEXT_RATE.match(text, target.end)):
        start, end = rate.span("rate")
        value = _value(rate["low"], 1)
        return target._replace(text=squeeze(text[start:end]), value=value, high=None, start=start, end=end)
    count = _NEXT_COUNT.match(text, target.end) if target.comparator == "eq" and target.unit != "%" else None
    if count is None:
        return None
    start, end = count.span("count")
    value = _value(count["low"], _SCALE.get(count["scale"] or "", 1))
    subject = count["noun"] or target.subject
    return TargetDraft(squeeze(text[start:end]), subject, "eq", value, None, count["unit"], start, end)


def _apart(found: list[TargetDraft]) -> Iterator[TargetDraft]:
    """The targets that do not overlap one before them."""
    end = -1
    for target in found:
        if target.start >= end:
            yield target
            end = target.end
