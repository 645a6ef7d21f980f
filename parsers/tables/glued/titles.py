"""The names of tasks that stand glued in front of what is to be done: 扩充阅读空间新建书屋3所.

What is to be done opens with a verb, or with whom it is done for; a name is short. The rows of a table tell together.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...deadlines.actions import ACTION
from ...text.vocabulary import alternatives, words
from ..grid.shape import Column

#: Verbs of what is done for people, besides those of plans.
_DOES = words("""
改造 改建 扩建 改扩建 新改扩建 新改建 新扩建 优化 建设 打造 培育 培训 发放 利用 免费 增设 安装 加装 更新 更换 修建 修缮 维修 整治 治理 提供 布设 购置 种植
创建 设立 配备 提升 扩增 新设 铺设 疏浚 清淤 消除 招募 选派 资助 救助 帮扶 解决 依托 每年 每月 全市 全区 全县 全省 全镇 城镇
""")
_FOR = r"为(?:\d|[^，。；民]{2,14}(?:提供|免费|开展|购买|发放|办理|安装|配备))|对(?:\d|[^，。；]{2,14}(?:进行|实施|开展|给予))|送(?:戏|文|电影|医|书|科)"
_OPENS = lazy_pattern(lambda: rf"{ACTION.pattern}|{alternatives(_DOES)}|{_FOR}")
#: Verbs that names end with, too, in front of another: 老旧小区改造 | 改造老旧小区12个.
_ENDS = lazy_pattern(
    lambda: alternatives(
        words(
            "新建 建设 改造 改建 扩建 提升 优化 整治 治理 安装 更新 修缮 维修 培训 发放 创建 打造 推进 组织 开展 更换"
        )
    )
)
#: What a name goes on with behind such a verb: 道路新建工程.
_OF_NAMES = lazy_pattern(r".{0,4}?(?:工程|项目|行动|计划|专项)|$")
_INSIDE = lazy_pattern(r"[^\d，。；：、（）]*")
_SHORTEST, _LONGEST = 4, 14
_WORD = 2
#: So many rows show it, nearly all of those that are numbered.
_FEWEST, _NEARLY_ALL = 3, 0.8


def title_ends(texts: Sequence[str], columns: Sequence[Column], content: Column) -> list[int]:
    """Where the name ends that each of ``texts`` opens with; 0 for none, and for all where the rows do not show it."""
    named = any(c.head.kind == "name" and c.index == content.index - 1 for c in columns)
    ends = [_end(text) for text in texts] if named and content.head.kind != "name" else []
    found = sum(end > 0 for end in ends)
    return ends if found >= max(_FEWEST, _NEARLY_ALL * len(texts)) else [0] * len(texts)


def _end(text: str) -> int:
    """Where what is to be done begins; 0 where no name seems to stand in front of it."""
    inside = _INSIDE.match(text)
    stop = min(_LONGEST, inside.end() if inside is not None else 0)
    for at in range(_SHORTEST, stop + 1):
        verb = _OPENS.match(text, at)
        if verb is not None and not _ends_name(text, at, verb.end()):
            return at
    return 0


def _ends_name(text: str, at: int, end: int) -> bool:
    """Whether the verb between two places of a text is a piece of the name: 旧城更新 | 完成…, 旧城更新发展 | 完成…."""
    if _OF_NAMES.match(text, end) is not None:
        return True
    behind = _OPENS.match(text, end) is not None or ACTION.match(text, end + _WORD) is not None
    return behind and _ENDS.match(text, at) is not None
