"""What has been reached: heads that ask for it (进展情况), and cells that tell it."""

from __future__ import annotations

from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from ..text.labels import read_label

_HEAD = lazy_pattern(r".*(?:进展|进度|完成情况|落实情况|完成.{0,4}量)")
_OPENINGS = ("已", "正在", "目前", "截至", "截止", "现已")
_DONE = lazy_pattern(r"完成.{0,6}?\d{1,3}(?:\.\d{1,2})?[%％]$")
#: A share that has been reached: 累计接种6100人，完成率98%.
_RATE = lazy_pattern(r"完成率(?:为|达到?)?\d")
#: Words that stand for a state by themselves; 持续推进 and 长期坚持 are times.
_STATE = lazy_pattern(
    r"(?:[均已未达超快慢较高低于]|尚未|暂未|正在|正常|提前|超额|超前|基本|全面|全部|部分|按期|如期|按时|按计划|按序时|按进度|按要求|顺利|有序|稳步"
    r"|进展|进度|进行|达到|符合|完成|推进|实施|启动|开工|竣工|完工|序时|时序|年度|全年|目标|任务|计划|预期|滞后|偏[慢缓快]|缓慢|过半|[中了]$){2,10}"
)
_LONGEST_STATE = 16
#: Words without which a phrase of the above may be a task (完成年度任务).
_TELLS = lazy_pattern(
    r"[均已未超慢快缓]|正在|正常|提前|基本|全面完成|全部|部分|按|如期|顺利|有序|稳步|达到|符合|滞后|过半|中$|了$"
)
#: A clause inside of a text that tells it (3所幼儿园已投入使用), or the last one (送餐300次，超额完成); 对已建成的… is what to work on.
_CLAUSE = lazy_pattern(
    r"(?:^|[，；。])[^，；。对]{0,10}(?:已|正在)[^，；。的]{2,12}(?=[，；。]|$)|，(?:[均已超]|基本)\w{0,3}完成。?$"
)


@lru_cache(maxsize=256)
def asks_for_progress(head: str) -> bool:
    """True for a head that asks how far a task is; every cell of its column asks."""
    return _HEAD.search(head) is not None


def tells_progress(text: str) -> bool:
    """True for a text that tells how far something is: 已完成招标。, 截至6月底完成三成。, 提前完成年度任务。"""
    label = read_label(text)
    said = text if label is None else text[label.end :]
    if said.startswith(_OPENINGS) or _DONE.match(said) or _RATE.search(said) or _CLAUSE.search(said):
        return True
    state = said.rstrip("。；")
    return len(state) <= _LONGEST_STATE and _STATE.fullmatch(state) is not None and _TELLS.search(state) is not None
