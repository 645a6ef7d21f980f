"""Whether a time stands by itself, for a text of which nobody said that it is a deadline cell.

6月立项，12月竣工 · 县直单位：9月 · 10月主体封顶 stand by themselves; 15分钟生活圈, 纠正3月份通报的问题 do not.
"""

from __future__ import annotations

from datetime import date

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .actions import ACTION
from .models import Expression
from .running import is_past, is_term
from .scope import read_prefix

_EDGE = lazy_pattern(
    r"[。；：、;:（()）\]】\s]|[，,](?=[\d一二三四五六七八九十每按年第上下长持常最到至力确争其并]|$)|$"
)
_LAST_EDGE = lazy_pattern(r"[，。；：、,;:（(\s]")
#: What happens to a thing, to the end of the fragment: 主体封顶, 方案评审, 项目进场.
_HAPPENINGS = words("""
封顶 完工 开工 动工 竣工 进场 到位 过半 达标 见效 收官 清零 销号 验收 投用 投产 通车 通水 启动 完成 结束 总结 评审 批复 招标
签约 挂牌 揭牌 运行 运营 建成 闭环 交付
""")
_HAPPENS = lazy_pattern(
    lambda: rf"[^，。；、,;\d]{{0,8}}(?:{alternatives(_HAPPENINGS)}|(?:达到?|完成|过)\d+%)(?=$|[，。；、,;])"
)
# 全年任务, 5月、11月各1次
_YEAR_ROUND = lazy_pattern(
    r"各(?:开展|组织|举办|报送)?[一二两三1-3]次|(?:任务|工作|开展|推进|实施|坚持|进行)(?=$|[，。；、）)])"
)
_BEHIND = (_EDGE, ACTION, _HAPPENS, _YEAR_ROUND)
_LISTED = lazy_pattern(r"[年月日号度底末初旬][、和及与/]$")


def stands_free(text: str, found: Expression, issued: date | None) -> bool:
    """Whether nothing but a unit, a cue or a label stands before a time, and an end or an action behind it."""
    told = found.bare or text.startswith("截", found.begin)
    if is_term(text, found) or (told and is_past(found, issued)):
        return False
    if found.kind == "ongoing" and text[found.begin - 1 : found.begin] == "并":
        return True
    if not (found.kind == "from" or found.shares_tail or any(sign.match(text, found.end) for sign in _BEHIND)):
        return False
    if _LISTED.search(text, max(0, found.begin - 2), found.begin):
        return True
    edges = [edge.end() for edge in _LAST_EDGE.finditer(text, max(0, found.begin - 30), found.begin)]
    begin = edges[-1] if edges else max(0, found.begin - 30)
    return not read_prefix(text, text, begin, found.begin)[1]
