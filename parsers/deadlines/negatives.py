"""Look-alikes: times that set no deadline, by what stands around them."""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .actions import ACTION
from .models import Expression

_TITLE = lazy_pattern(r"《[^《》]{0,200}(?:《[^《》]{0,200}》[^《》]{0,200})?》")
_NUMBER = lazy_pattern(r"[〔\[［【(（〈](?:19|20)\d\d[〕\]］】)）〉]\s?(?:第)?\d{1,5}号")
# 关于“到2030年建成2000个中心”的问题 quotes the task itself.
_QUOTED = lazy_pattern(r"(?<!关于)“(?!十[一二三四五六七]五”|[^”]{2}”(?:节?前|之前))[^“”\n]{1,60}”")
# （2021—2025年） behind the name of a plan; behind one in title marks, which are blotted out by then, only several years.
_IN_NAME = lazy_pattern(
    r"(?:(?<=[划案点见纲法例划定图])[（(](?:19|20)\d\d年?(?:[-—–~～至]+(?:19|20)\d\d)?|"
    r"(?<=〓)[（(](?:19|20)\d\d年?[-—–~～至]+(?:19|20)\d\d)年?度?[)）]"
)
_MASKS = tuple(
    (frozenset(signs), pattern)
    for signs, pattern in (("《", _TITLE), ("〔[(（【［", _NUMBER), ("“", _QUOTED), ("(（", _IN_NAME))
)

_MASKED = lazy_pattern(r"[《〔\[(（【［“]")

#: Papers, issues and levels that even a month merely names (9月份工作总结, 3月报表).
_PAPERS = words("报告 报表 年报 月报 季报 预算 决算 情况 版本 版 届")
_OF_WORK = words("总结 要点 计划 安排 任务 会议 目标")
_NAMED_MONTH = lazy_pattern(lambda: f"{alternatives(_PAPERS)}|工作(?:{alternatives(_OF_WORK)})")
#: What a year, half or quarter names rather than times: papers, figures, rounds and seasons.
_YEARLY = words("""
规划 方案 要点 目标任务 任务 目标 考核 考评 数据 款 代 周年 绩效 统计 同期 人口 余额 总额 总数 总量 存款 贷款 结余 结转
保有量 高考 中考 招生 征兵 春季 夏季 秋季 冬季
""")
#: What is done by a plan, for which the time is set then: 2030年计划完成….
_BY_PLAN = words("完成 开工 实施 启动 建成 投入 竣工 新建 新增 改造 培育 培训 治理 创建 招聘 于 在")
_NAMED = lazy_pattern(
    lambda: (
        r"(?:全[国省市县区]|[省市县区])?(?:政府)?(?:"
        rf"{alternatives(_YEARLY)}|{_NAMED_MONTH.pattern}|第[一二三四五六七八九十]+[次批期轮届]|计划(?!{alternatives(_BY_PLAN)})"
        r"|期(?!间)|(?<![县市区省国])级|(?:年终)?总结(?!验收|提升|评估|推广)|报(?=$|[，。；、）])"
        r"|[度市省县区]?(?:重点|重大|民生)[^，。；、]{0,12}(?:计划|方案|项目|要点|清单|目录)"
        r"|[^，。；、的]{0,8}(?:计划|方案|清单|目录|台账)[中内里](?![心部外期])"
        r"|[三五一二四]年(?:行动|规划|计划|滚动))"
    )
)
# The name of a plan behind its years (2030—2033年度防控方案), and what is made of the plan.
_NAMED_PLAN = lazy_pattern(
    r"[^，。；、的]{2,14}(?:规划|方案|计划|办法|目录|要点|纲要)"
    r"(?:的?(?:编制|修编|修订|起草|审批|调整|评估)(?:工作|项目|成果)?)?(?=$|[，。；、）)])"
)
# 前到期的, 前出厂的: a state that things are in.
_STATES = words("到期 期满 届满 出厂 出生 退休 毕业 以来")
_STATES_OF_WORK = words("完成 进展 落实 推进 实施 执行 工作")
#: What has happened to things. 的 must follow at once: 形成可推广的经验 stays an action.
_HAPPENED = words("""
注册 上牌 登记 备案 建成 投产 投运 投入使用 投入运行 投入运营 入学 取得 形成 签订 签署 印发 出台 制定 发生 立项 批准 核准 开工 竣工 成立 设立 购置 购买 召开
举行 举办 施行 通过 提出 入职 参加 受理 产生 出现 发现 查处 查出 通报 反馈 排查 排查出 检出 收到 接收 交办 移交 报告 实施 公布
发布 在建 存量 下达 安排 列入 建设 新建 完成
开通 上线 交付 通车 启用 动工 完工 开业 验收 获批 认定 入选 录用 招录 摘牌
""")
_ATTRIBUTE = lazy_pattern(
    lambda: (
        rf"{alternatives(_STATES)}|(?:{alternatives(_STATES_OF_WORK)})情况"
        rf"|(?:{alternatives(_HAPPENED)})(?:登记|在册|使用|投用|试?运行|试?运营|并网|入库|建设|通车)?的(?!$|[，。；,;])"
        r"|(?:注册登记|登记|注册|出厂|出生|建成|投产|投用)(?=[)）])"
        r"|(?:取得|获得|领取|办理)[^，。；、,;]{1,8}的(?!$|[，。；,;])"
        r"|(?:应|需)?(?:缴[纳存付]?|成交|网签)的(?!$|[，。；,;])|的[，,](?:均?可(?!行)|允许|给予|享受)"
        r"|(?:已经?|尚?未)[^，。；、,;]{0,10}的(?!$|[，。；,;])|间?的(?!$|[，。；,;])"
    )
)
_NUMBER_LABEL = lazy_pattern(r"(?:[编号代]码|邮编|编号|[证卡账帐文单]号|电话|传真|手机|热线|QQ群?)(?:为|是|[：:])*$")
_DATED = lazy_pattern("[年月日号前底末./-]")
# 按年度细化任务, 按天累计计算: how a whole is divided or counted, no rhythm.
_DIVIDED = lazy_pattern(
    r"按[年季月]度?(?:细化|分解|拆分|划分|分列|排序)|按[年季月周天日]度?(?:累计计|计算|计费|计发|计收|计提|计酬|计罚|折算|连续(?:处罚|计罚|罚款))|按年化"
    r"|按[年季月](?:计息|付息|还[款贷本]|冲还?贷)"
)
_PER_PLACE = lazy_pattern(r"每个?[村镇乡校县区][^，。；、]{0,2}$")
_MONEY = r"\d[\d.,]*万?元"
_FOLLOWED_BY_MONEY = lazy_pattern(r"[^，。；、\d]{0,12}\d[\d.,]*[万亿]?元")
_PER_HEAD = lazy_pattern(r"(?:每[人户生名家吨亩床辆件只头位个]|人均|户均)$")
_PAID = words("补助 补贴 发放 缴纳 收取")
_RATE = lazy_pattern(
    lambda: (
        rf"(?:按|以)?(?:不低于|不少于|不超过|不高于|至少|约|{alternatives(_PAID)})?"
        rf"(?:{_MONEY}|(?:分别|均|各)?(?:发放|给予|缴纳|收取|奖励|补助|补贴|减免|扣减|抵扣)[^，。；、\d]{{0,8}}{_MONEY}|\d+(?:\.\d+)?[%％])|(?:按|以)\d"
        rf"|每[^，。；、\d]{{1,4}}(?:分别|各)?(?:不低于|不少于){_MONEY}"
        rf"|每[个人户家所名亩][^，。；、]{{0,12}}?(?:补助|补贴|奖|给予|发放|资助|{_MONEY})|另加|最低(?:生活|工资|标准)"
        r"|按照?[^，。；、\d]{1,14}\d+(?:\.\d+)?[%％](?:的标准)?(?:给予|予以|补|奖)"
        r"|[^，。；、\d]{0,14}约占|(?:节约|节省|减轻|减排|创造|产生)[^，。；、\d]{0,8}约\d"
        rf"|(?!安排|投入|筹|争取|列|落实|兑现|拨)[^，。；、\d]{{1,6}}(?:补[贴助]|津贴){_MONEY}"
        r"|对冲|(?:偿|冲)?还(?:款|贷)|递[增减]|增长|(?:最[高多]|平均)[^，。；、]{0,8}?\d|可(?:实现|产生|节约|减少)|减少约|[≥≤]"
    )
)
#: What is measured over a time: 每日供水能力3万吨, 每月租金1500元.
_MEASURE = lazy_pattern(
    r"(?:[^，。；、\d的]{0,5}(?:[流容产销吞吐用]量|能力)|租金|[产价]值|工资|收入|费用|成本)(?:约|达到?|为)?\d"
)
#: 每天开放8小时以上, 每天发车12班, 每日供应三餐: the hours of a service, and how often it is offered.
_HOURS = lazy_pattern(
    r"(?:免费|对外)?(?:开放|营业|服务|运营)(?:时间)?(?:不少于|不低于|不得少于|超过|达到?)?\d{1,3}(?:个?小时|天)"
    r"|(?:发车|开行|往返)\d{1,3}[班趟列]|供应[^，。；]{1,3}餐"
)
# 提高到每年35万吨: a level, not how often.
_LEVEL = lazy_pattern(r"(?:[到至为从]|标准)$")
_AMOUNT = lazy_pattern(r"\d[\d.,]*(?!\d|\s?[年月日号周旬季次场期轮批届])")
#: What was counted or paid over a stretch of time, in the name of which it stands: 2031年1—10月参保人数, 7月至12月用电量数据.
_COUNTED = words("""
数据 人数 户数 件数 次数 总数 总量 用量 电量 水量 产量 销量 客流量 总额 余额 金额 产值 收入 支出 收支 决算 报表 账目 账单 台账 凭证 名录 名单
补贴 资金 经费 工资 待遇 补助 保费 奖金 税款 情况
""")
_OF_DATA = lazy_pattern(
    lambda: (
        rf"的?[^，。；、：\d]{{0,12}}?(?:{alternatives(_COUNTED)}){{1,2}}"
        r"(?:的?(?:统计|汇总|审核|核对|核算|清算|兑付|兑现|发放|拨付|分析|上报|报送))?(?=[，。；、）)]|$)"
    )
)
# Those of whom a rule speaks (到2030年，已建成专用线的，…) have not done the task.
_OF_SOME = r"(?![^，。；]{0,12}的[，,])"
# 2030年5月16日上午，县长主持召开会议: what minutes begin with.
_DONE = lazy_pattern(
    r"[，,][^，。；]{1,14}(?:受到?|被)[^，。；的]{0,14}(?:处[分罚]|警告|通报批评|开除(?:党籍|公职)?|[撤免]职|立案(?:审查|调查))(?=[，。；]|$)|"
    rf"[，,]?已(?:经)?(?:完成|建成|竣工|落实|启动|办结|实现|投用){_OF_SOME}|[，,]?[^，。；]{{2,24}}主持(?:召开|举行)了?"
)
_COMPARED = lazy_pattern(r"(?:比|较|与|同|相对于?|对比|相比|自)$")
_REACHED = lazy_pattern(
    rf"[，,]?(?:全[县市省区国州镇乡]|我[县市省区州])?(?P<word>已|均已|累计|共有|共计|合计){_OF_SOME}"
)
#: How a work is watched over: a rhythm of it is one of the task (季度抽查).
_WATCHED = words("抽查 检查 巡查 督查 通报 调度 监测 巡检 自查 盘点 例会 推送 报送 上报 排名 点评 会商 评估 考核 研判")
_INSPECTION = lazy_pattern(lambda: alternatives(_WATCHED))
# 月度会商, 季度调度会 are names of meetings, 季度考核结果 of a paper, 月度通报机制 of a rule: no rhythm of the task by themselves.
_MEETING = lazy_pattern(r"(?:例会|会商|[通调点评监研推督]\w会(?![商诊同]))")
_RULES_AND_PAPERS = words("制度 机制 办法 细则 体系 平台 结果 报告 方案 指标 得分 纪要")
_NAMED_AFTER = lazy_pattern(
    lambda: rf"(?:工作)?(?:{alternatives(_WATCHED)}){{1,2}}会?议?(?:工作)?(?:{alternatives(_RULES_AND_PAPERS)})"
)
_LISTED_BEFORE = r"(?:全[县市省区]|[^，。；]{0,10}[、和及与])?"
_HELD = lazy_pattern(rf"(?:召开|举行|举办|组织|开展|进行|坚持|实行|执行)好?{_LISTED_BEFORE}$")
_KEPT = lazy_pattern(rf"(?:坚持|实行|执行){_LISTED_BEFORE}$")
_SO_OFTEN = lazy_pattern(r"\w{2,4}?(?:不少于|至少)?(?:\d|[一二两三])次")
# 明确2030—2032年改造目标: the years are those of what is laid down, not of laying it down.
_LAID_DOWN = lazy_pattern(r"(?:明确|确定|制定|制订|提出|设定|细化|分解|谋划|编制|拟定|研究|梳理)了?$")
_PLANNED = words("目标 任务 指标 举措 措施 重点 路径 步骤 清单 计划 方案 规划 思路 安排 时间表 路线图")
_IS_PLANNED = lazy_pattern(
    lambda: rf"(?:各|分)?(?:年度)?[^，。；]{{0,16}}?(?:{alternatives(_PLANNED)})(?!完成|实现|达到)"
)
# 纳税年度内, 资助年度内: the year of an account, not that of the plan.
_ACCOUNTS = words("""
纳税 统计 资助 自然 会计 财政 预算 考核 考评 评价 监测 结算 核算 报告 保险 医保 缴费 参保 合同 协议 租赁 服务 学
""")
_ACCOUNT_YEAR = lazy_pattern(lambda: f"(?:{alternatives(_ACCOUNTS)})$")
_ACCOUNTED = lazy_pattern(
    r"当年度?(?:实际|累计|[人户]均)?(?:年薪|薪酬|工资|[^，。；、的]{0,4}收入|营收|产值|纳税|税收|缴纳|利润|销售额|实缴)"
)
_ALREADY = lazy_pattern(r"已经?(?:分别)?[于在]$")
_FOLLOWS = lazy_pattern(r"(?:按照?|根据|依据|对照|结合|参照|落实|贯彻|围绕|关于|完成|编制|公开|列入|纳入|报送|上报)$")
# 写入季度通报: a paper, however often it is written.
_INTO = lazy_pattern(r"(?:写入|纳入|列入|计入|编入|并入)$")

#: What reaches the aims of a year.
_REACHES = lazy_pattern(r"(?:完成|达到|超额完成|实现|落实|分解|下达|兑现)$")


def mask(text: str) -> str:
    """The text with names, quotations and document numbers blotted out, offsets unchanged."""
    signs = frozenset(_MASKED.findall(text))
    if signs:
        for opening, pattern in _MASKS:
            if not opening.isdisjoint(signs):
                text = pattern.sub(_blot, text)
    return text


def _blot(found: re.Match[str]) -> str:
    return "〓" * len(found[0])


def is_rate(text: str, begin: int, end: int) -> bool:
    """Whether a rhythm belongs to a rate (每人每年补助500元, 每年递增5%, 到每年46万吨) or a division, not to an action."""
    if _DIVIDED.match(text, begin) or _PER_HEAD.search(text, max(0, begin - 3), begin) or _RATE.match(text, end):
        return True
    if _LEVEL.search(text, max(0, begin - 2), begin) and _AMOUNT.match(text, end):
        return True
    if _HOURS.match(text, end) or (_MEASURE.match(text, end) and not ACTION.match(text, end)):
        return True
    return (
        _PER_PLACE.search(text, max(0, begin - 5), begin) is not None
        and _FOLLOWED_BY_MONEY.match(text, end) is not None
    )


def is_compared(text: str, begin: int, end: int) -> bool:
    """Whether a time is a mark to compare with (比2030年底) or reports what has been reached (4月底，已完成80%)."""
    if _COMPARED.search(text, max(0, begin - 3), begin) and not text.startswith("即日起", begin):
        return True
    reached = _REACHED.match(text, end)
    return reached is not None and ("已" in reached["word"] or text.startswith("截", begin))


def is_done(text: str, begin: int, end: int) -> bool:
    """Whether the work was done by then (2030年4月已完成, 已于4月底完成): progress, no deadline."""
    return bool(_DONE.match(text, end) or _ALREADY.search(text, max(0, begin - 5), begin))


def is_of_data(text: str, end: int) -> bool:
    """Whether a stretch is the one that figures are of (7月至12月用电量数据), and no action stands between."""
    return ACTION.match(text, end) is None and _OF_DATA.match(text, end) is not None


def is_account_year(text: str, begin: int) -> bool:
    """Whether a year is that of an account (一个纳税年度内, 当年度营业收入)."""
    if text.startswith("当年", begin) and _ACCOUNTED.match(text, begin):
        return True
    return text.startswith(("年度内", "年内"), begin) and bool(_ACCOUNT_YEAR.search(text, max(0, begin - 3), begin))


def is_attribute(text: str, end: int) -> bool:
    """Whether the time qualifies a noun (9月底前到期的合同, 2015年以前出厂的锅炉)."""
    return bool(_ATTRIBUTE.match(text, end))


def is_number(text: str, found: Expression) -> bool:
    """Whether digits without signs are those of a telephone, a post code or the like: 电话：20310630."""
    if not (found.begin and text[found.begin].isdecimal()) or _DATED.search(text, found.begin, found.end):
        return False
    return _NUMBER_LABEL.search(text, max(0, found.begin - 5), found.begin) is not None


def is_whole_year(text: str, found: Expression) -> bool:
    """Whether 全年 only says how much is meant: 11月底完成全年任务, 报送半年和全年工作总结."""
    if not text.startswith("全年", found.end - 2):
        return False
    reached = _REACHES.search(text, max(0, found.end - 6), found.end - 2) is not None
    return reached or _NAMED_MONTH.match(text, found.end) is not None


def is_named(text: str, found: Expression) -> bool:
    """Whether a time is part of a name (第三季度报告, 2018年重点项目计划, 年末人口); 11月30日前总结 sets one."""
    if _FOLLOWS.search(text, max(0, found.begin - 3), found.begin) or _is_laid_down(text, found):
        return True
    if text[found.end - 1] != "前" and _NAMED.match(text, found.end):
        return True
    years = found.due is not None and found.due.grain in ("year", "plan") and not ACTION.match(text, found.end)
    return years and _NAMED_PLAN.match(text, found.end) is not None


def _is_laid_down(text: str, found: Expression) -> bool:
    """Whether bare years are those of goals or tasks that an action lays down (明确2030—2032年改造目标)."""
    if not found.bare or found.due is None or found.due.grain != "year":
        return False
    before = _LAID_DOWN.search(text, max(0, found.begin - 3), found.begin)
    return before is not None and _IS_PLANNED.match(text, found.end) is not None


def is_month_named(text: str, found: Expression) -> bool:
    """Whether a bare month or day in a cell or clause names a paper (9月份工作总结); 12月总结 sets a time."""
    return bool(_NAMED_MONTH.match(text, found.end))


def is_inspection(text: str, begin: int, end: int) -> bool:
    """Whether a bare 季度/月度 names the rhythm of an inspection (季度抽查), not a product (季度报告, 写入季度通报)."""
    return bool(_INSPECTION.match(text, end)) and not _INTO.search(text, max(0, begin - 2), begin)


def is_meeting(text: str, begin: int, end: int) -> bool:
    """Whether a bare 季度/月度 names a meeting or a rule (季度例会, 月度通报机制) that no verb holds (召开季度例会)."""
    low = max(0, begin - 16)
    if _NAMED_AFTER.match(text, end):
        return not _KEPT.search(text, low, begin)
    if not _MEETING.match(text, end):
        return False
    return not (_HELD.search(text, low, begin) or _SO_OFTEN.match(text, end))
