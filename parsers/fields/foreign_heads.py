"""Tables that give nobody a task, told by their column heads: people, posts, sales, rosters."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from .heads import TEXT_KINDS, Head

#: Heads of tables of people, posts and sales, where nobody is given a task.
_FOREIGN = lazy_pattern(
    r"(?:最低)?学历.{0,4}|.{0,4}专业(?:要求|条件)|专业(?:方向|特长)|(?:招聘|招录|录用|考生|准考).{1,6}|(?:岗位|职位)(?:代码|编号|名称|类别)"
    r"|性别|民族|出生年月|籍贯|身份证号码?|(?:拟?中标|成交|投标|供应商).{0,6}|起拍价|最高限价|总?成绩|(?:笔试|面试).{0,3}"
    r"|(?:行政)?处罚.{2,8}|违法(?:事实|行为)|(?:授课|主讲|讲授)(?:人|教师|专家|老师)|样品名称|标称.{2,6}|检[验测](?:结果|结论|机构)|被抽[样检].{2,4}"
)
#: How well somebody did; beside tasks that have their doers it is a remark on each.
_RANKED = lazy_pattern(r"(?:考核|测评|综合)?得分率|(?:综合|考核)?名次")
_REMARK = lazy_pattern(r"[（(][^（）()]*[）)]")
#: Who is on duty when; beside a task it is one of the day.
_ON_DUTY = lazy_pattern(r"值班|值守|带班|轮值|坐班")


def are_foreign(heads: Sequence[Head]) -> bool:
    """Whether one of the heads is of a table of people, posts or sales (学历要求, 准考证号, 中标金额), or all of them are of a roster
    (值班科室), which names nothing to do.
    """
    if any(_FOREIGN.fullmatch(_REMARK.sub("", head.text)) for head in heads):
        return True
    if any(_RANKED.fullmatch(head.text) for head in heads):
        return not {"unit", "content"} <= {head.kind for head in heads if head.known}
    return any(_ON_DUTY.search(head.text) for head in heads) and not any(head.kind in TEXT_KINDS for head in heads)
