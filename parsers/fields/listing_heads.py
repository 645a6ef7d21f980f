"""Column heads of tables that give nobody a task: they list people, goods, places, scores or sums.

What one head asks for says little (电话 and 数量 stand beside tasks, too) unless no table of tasks has it (学历要求, 准考证号);
what all of them compose to tells: no work, nobody who has to do it by a time, and something that only a list asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .heads import TEXT_KINDS, Head, read_head
from .service_terms import is_promised, lists_services

#: What a head asks for: ``work``, ``doer`` and ``until`` are of tasks, ``plain`` and ``unit`` stand in any table.
Asked = Literal[
    "work", "doer", "until", "duty", "contact", "person", "goods", "amount", "store", "place", "score", "figure", "unit",
    "keeper", "seen", "sum", "topic", "term", "meaning", "foreign", "ranked", "service", "plain",
]  # fmt: skip

#: Heads of tables of people, posts and sales, where nobody is given a task.
_FOREIGN = lazy_pattern(
    r"(?:最低)?学历.{0,4}|.{0,4}专业(?:要求|条件)|专业(?:方向|特长)|(?:招聘|招录|录用|考生|准考).{1,6}|(?:岗位|职位)(?:代码|编号|名称|类别)"
    r"|性别|民族|出生年月|籍贯|身份证号码?|(?:拟?中标|成交|投标|供应商).{0,6}|起拍价|最高限价|总?成绩|(?:笔试|面试).{0,3}"
    r"|(?:行政)?处罚.{2,8}|违法(?:事实|行为)|(?:授课|主讲|讲授)(?:人|教师|专家|老师)|样品名称|标称.{2,6}|检[验测](?:结果|结论|机构)|被抽[样检].{2,4}"
)
#: How well somebody did; beside tasks that have their doers it is a remark on each.
_RANKED = lazy_pattern(r"(?:考核|测评|综合)?得分率|(?:综合|考核)?(?:名次|排名)")
_REMARK = lazy_pattern(r"[（(][^（）()]*[）)]")
_LONGEST = 16

#: Who is on duty when; beside a task it is one of the day.
_DUTY = lazy_pattern(r".{0,4}(?:值班|值守|带班|轮值|坐班|备班)(?!(?:任务|内容|要求|职责|工作)).{0,6}")
_CONTACT = lazy_pattern(
    r".{0,6}(?:电话|手机|传真|邮箱|邮件|微信|联系方式)(?:号码?|地址)?(?:[及和与、/].{1,6})?|姓名(?:[及和与、/].{1,4})?"
    r"|(?:现任|行政|担任|专业技术)?职[务称](?:[/、]职[务称])?|.{2,6}[及和与、/]职[务称级]|年龄|政治面貌|车牌号?码?|车号"
)
_PERSON = lazy_pattern(
    r"联[络系][员人]|(?:主要|分管)?负责人|副?组长|(?:小组|主要)?成员|组员|人员名单|(?:参会|参加|陪同|抽调)(?:人员|领导)|驾驶员|司机"
)
#: What is kept in store, where it is kept and by whom.
_WARES = words("物资 装备 设备 器材 药品 物品 车辆 机械 仪器 耗材 用品 工具 食品 商品 货物")
_GOODS = lazy_pattern(lambda: rf".{{0,4}}(?:{alternatives(_WARES)})(?:名称|品名|种类|类别|类型)?|品名|品种")
_AMOUNT = lazy_pattern(r".{0,4}数量|规格.{0,4}|型号.{0,4}|单价|品牌|用途|储备量|计量单位|生产(?:厂家|日期)|有效期限?")
_STORE = lazy_pattern(
    r"(?:存放|储备|存储|储存|仓储|保管|摆放|停放|放置|库存)(?:具体)?(?:地点|位置|地址|单位|部门|人|点|场所|仓库|情况)"
)
#: Where something is, how many it takes in, and when one goes there.
_PLACE = lazy_pattern(
    r".{0,4}(?:场所|场地|点位|站点|网点|场馆|安置点|隔离点|采样点|接种点|停车场)名称|.{0,4}地址|(?:详细|具体|地理)位置|可?容纳.{1,4}|开放时间|[经纬]度"
    r"|座位.{0,3}|座次|桌号|房间号?|楼层|名额(?:分配)?|参会人数|集合(?:地点|时间)|线路|[发开]车时间|(?:停靠|停车|上车|乘车|领取|报到)(?:地点|位置|站点)|途经.{0,3}|[起终]点"
)
#: What sums are planned for, and words that are explained.
_SUM = lazy_pattern(r".{0,4}(?:金额|经费|预算数?|资金|占比|合计|小计|总计|份数|台数|批次)")
_TOPIC = lazy_pattern("项目|科目|支出(?:项目|科目)|名称")
_TERM, _MEANING = lazy_pattern("名词|术语|词语|缩略语|简称"), lazy_pattern("(?:名词)?(?:含义|释义|解释|定义|全称)")
_RATED = "评分|计分|打分|扣分|加分|赋分|评审|评选|评比|评价|评定|考评|考核|测评|评估"
_SCORE = lazy_pattern(
    rf"(?:{_RATED})(?:项目|内容|细则|标准|要点|指标|要素|办法|方法|依据|等级|维度|说明)|[一二三]级指标|指标(?:名称|说明|解释|内容)?"
)
_FIGURE = lazy_pattern(r".{0,4}(?:分值|得分|满分|权重|分数|扣分|加分|自评分|标准分)|评分")
#: Units that stand beside goods and places and do nothing for them, and kinds of places, in which these are.
_KEEPER = lazy_pattern(
    r"(?:所[在属]|工作|管理|主管|权属|产权|归属|归口|使用|配置|配备|供应|生产|服务|成员|参会|参加|参赛|选派|推荐)?(?:单位|部门|科室|处室|机构|学校|企业)"
    r"|乡镇?|镇街?|街镇|街道|乡镇[（(]街道[）)]|社区|村[（(]社区[）)]|村"
)
_PLAIN = lazy_pattern(r"[组级]别|[班批车场]次|[星时][期段]|日期|时间|月份|人数|区域|片区|面积|照片|签[名字]")
#: How far something is: of tasks, whatever stands beside it.
_STATE = lazy_pattern(r".*(?:进度|进展|完成|落实|办理|整改|意见).*")
#: What somebody who can be reached sees to; behind his telephone it is a remark on him.
_SEEN_TO = frozenset(words("职责 分工 负责事项 负责区域 负责片区 负责范围 分管工作 负责工作"))
#: What is counted: 行政村（个）.
_COUNTS = lazy_pattern(r"[（(](?:人次|人|个|名|户|组|套|台|座|处|辆|家|份|亩|公里|万?元)[）)]$")
_COUNTED = frozenset({"sum", "amount"})
_TOLD: tuple[tuple[re.Pattern[str], Asked], ...] = (
    (_DUTY, "duty"),
    (_CONTACT, "contact"),
    (_FOREIGN, "foreign"),
    (_RANKED, "ranked"),
    (_PERSON, "person"),
    (_STORE, "store"),
    (_GOODS, "goods"),
    (_AMOUNT, "amount"),
    (_PLACE, "place"),
    (_FIGURE, "figure"),
    (_SCORE, "score"),
    (_SUM, "sum"),
    (_TOPIC, "topic"),
    (_TERM, "term"),
    (_MEANING, "meaning"),
    (_KEEPER, "keeper"),
    (_PLAIN, "plain"),
    (_RANKED, "plain"),
)


def list_nothing_to_do(texts: Sequence[str]) -> bool:
    """Whether heads compose to a list of people, goods, places, scores or sums, or one of them is of no table of tasks."""
    asks: list[Asked | None] = [asked(text) for text in texts]
    if None in asks:
        return False
    if "foreign" in asks or ("ranked" in asks and not {"doer", "work"} <= set(asks)):
        return True
    if "service" in asks and not {"doer", "unit", "until"} & set(asks) and lists_services(texts):
        return True  # how long services take
    return _lists_people(asks, texts) or _lists_goods(asks) or _lists_places(asks) or _lists_figures(asks)


def _lists_people(asks: Sequence[Asked | None], texts: Sequence[str]) -> bool:
    """Who is on duty, or how to reach whom: 日期 | 带班领导 | 值班人员, 单位 | 负责人 | 电话 | 职责."""
    found = set(asks)
    if {"work", "until", "topic", "goods", "store", "score", "figure"} & found:
        return False
    reached = "contact" in found or asks.count("person") > 1
    if "seen" in found:
        return "contact" in found and "doer" not in found and asks.index("contact") < asks.index("seen")
    return "duty" in found or (reached and ("doer" not in found or "contact" in found))


def _lists_goods(asks: Sequence[Asked | None]) -> bool:
    """What is in store, where and with whom: 物资名称 | 数量 | 存放地点 | 保管单位."""
    found = set(asks)
    if {"work", "until", "unit", "duty", "seen", "score", "figure"} & found or (
        "doer" in found and "store" not in found
    ):
        return False
    return ("goods" in found and bool({"amount", "store"} & found)) or {"amount", "store"} <= found


def _lists_places(asks: Sequence[Asked | None]) -> bool:
    """Where something is: 场所名称 | 地址 | 容纳人数 | 管理单位."""
    found = set(asks)
    return (
        "place" in found and not {"work", "topic", "until", "unit", "doer", "seen", "score", "figure", "amount"} & found
    )


def _lists_figures(asks: Sequence[Asked | None]) -> bool:
    """What points are given for, what sums are planned for, what words mean: 评分项目 | 评分细则 | 分值, 科目 | 预算数 | 占比."""
    found = set(asks)
    if found <= {"term", "meaning", "plain"}:
        return {"term", "meaning"} <= found
    if found <= {"score", "figure", "topic", "plain"}:
        return {"score", "figure"} <= found
    return "sum" in found <= {"sum", "amount", "topic", "keeper", "plain"} and sum(a in _COUNTED for a in asks) > 1


@lru_cache(maxsize=2048)
def asked(text: str) -> Asked | None:
    """What a text without white space asks for as a head; None where it is none."""
    bare = _REMARK.sub("", text) or text
    if not bare or len(bare) > _LONGEST:
        return None
    if bare in _SEEN_TO:
        return "seen"
    if bare != text and _COUNTS.search(text) and ((head := read_head(bare)) is None or head.kind == "other"):
        return "sum"
    if is_promised(bare):
        return "service"
    told: Asked | None = next((asks for pattern, asks in _TOLD if pattern.fullmatch(bare)), None)
    head = read_head(text) if told is None else None
    return told if head is None else _asked_by(head, bare)


def _asked_by(head: Head, bare: str) -> Asked:
    """What a head asks for that no list alone has."""
    if head.kind == "unit":
        return "doer" if head.known else "unit"
    if head.kind == "deadline":
        return "until"
    if head.kind in TEXT_KINDS:
        return "plain" if head.kind == "group" else "work"
    return "until" if head.kind == "other" and _STATE.fullmatch(bare) else "plain"
