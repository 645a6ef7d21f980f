"""The words that close a plan below its last item: who shall report, from when it holds, who explains it."""

from __future__ import annotations

from bisect import bisect_left

from ...normalize.lazy import CHINESE, lazy_pattern
from . import words
from .page import Page

#: Says of the document itself from when it holds: never the text of an item.
_IN_FORCE = lazy_pattern(
    r"(?:本|此)(?:实施)?(?:方案|意见|通知|办法|规定|细则|计划|措施|清单|制度|预案|要点|分工|规划|决定|政策|工作).{0,12}(?:自|从|由).{1,40}"
    r"(?:施行|实施|执行|生效|解释|起)|特此通知|未尽事宜|以上(?:通知|意见|事项|任务|工作|职责|分工|安排)(?:职责|任务|事项)?(?:分工|安排)?(?![均都]?由|责任|牵头|承办)|(?:附?注|说明)[：:]|[此以]前(?:有关|发布|印发|的?规定)"
)
_THUS = lazy_pattern(r"特此(?:通知|函告|通报|公告)")
#: Turns to everybody: who, and what everybody does with a plan.
EVERYBODY = lazy_pattern(
    rf"(?:请?各(?:{CHINESE}|[（）()、]){{1,25}}?|请?(?:牵头|责任|以上|上述|有关)(?:{CHINESE}|、){{0,8}}(?:单位|部门)|"
    rf"[省市州县区旗]{CHINESE}{{0,6}}?(?:督查室|办公室|政府办|委办))(?:要|应|须|请|务必|于|将|每|根据|按|结合|对照)"
)
#: The same, asked for without a word between: 请各单位认真抓好落实。
_PLEASE = lazy_pattern(
    rf"请(?:各|有关|相关|全体|上述|以上)(?:{CHINESE}|[（）()、，]){{0,25}}?(?:单位|部门|成员|政府|街道|办事处|乡镇|地|方)(?!的)(?:{CHINESE}|[、，]){{0,30}}。$"
)
#: What everybody does with a plan, whatever it is about.
FOLLOW_UP = lazy_pattern(
    r"报送|上报|报.{1,20}(?:备案|办|局|委|室|处|科)|结合(?:实际|本)|(?:制定|细化).{0,10}(?:方案|措施|清单)|职责分工|(?:贯彻|抓好)落实|督查|督促|通报|落到实处|加强(?:组织)?领导|高度重视|压实责任|明确分工|密切配合"
)
_ENDS = "。！；）)]】〕"
_CLAUSE = 160  # characters at a line's end among which a closing clause stands
_OPENING = 30  # characters of a line that may name who does it before a colon
_FULL_ITEM = 30  # characters of an item's first line that says all of it; a shorter one may head the paragraph below


def closing_start(page: Page, start: int, stop: int) -> int:
    """The line of a plan from which on its closing words stand; ``stop`` when it has none."""
    lines = page.free[bisect_left(page.free, start) : bisect_left(page.free, stop)]
    inside = [index for index in lines if page.kinds[index] != "page"]
    last = next((place for place in reversed(range(len(inside))) if page.kinds[inside[place]] == "label"), len(inside))
    if last == len(inside):  # a list without numbers
        below = max((index for index in inside if _assigns(page, index)), default=start)
        below = max([below, *(index for index in inside if "：" in page.compact[index][:_OPENING])])
        return next((index for index in inside[1:] if _closes_all(page, index, below)), stop)
    if page.last_body > inside[last]:
        return stop
    item = page.compact[inside[last]]
    full = len(item) >= _FULL_ITEM or item.count("。") > 1 or item[-1] in "）)]】〕"
    for place in range(last + 1, len(inside)):
        above, squeezed = inside[place - 1], page.compact[inside[place]]
        assigned = _assigns(page, above)
        if page.compact[above][-1] not in _ENDS and not assigned:
            continue
        everybody = _turns_to_all(squeezed)
        told = (full or place > last + 1) and FOLLOW_UP.search(squeezed) is not None
        if _IN_FORCE.match(squeezed) or (everybody and (told or assigned)):
            return stop if any(_assigns(page, index) for index in inside[place:]) else inside[place]
    return stop


def _closes_all(page: Page, index: int, assigned: int) -> bool:
    """Whether a line closes a list without numbers: it tells from when all of it holds, or everybody has to do what it says,
    and no line behind it, up to the one at ``assigned``, says who does what.
    """
    squeezed = page.compact[index]
    if _THUS.match(squeezed):
        return True
    if index <= assigned:
        return False
    follows = _turns_to_all(squeezed) and FOLLOW_UP.search(squeezed) is not None
    return follows or _IN_FORCE.match(squeezed) is not None


def _turns_to_all(squeezed: str) -> bool:
    return EVERYBODY.match(squeezed) is not None or _PLEASE.match(squeezed) is not None


def _assigns(page: Page, index: int) -> bool:
    """Whether a line says who does what comes before, by its label or in a clause at its end."""
    return index in page.assigns or words.CLAUSE.search(page.compact[index][-_CLAUSE:]) is not None
