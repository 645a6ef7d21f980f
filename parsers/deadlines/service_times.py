"""Lengths of time that are an age, a validity, a standard of service or an attribute, and set nothing for the action."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .models import Expression

#: Nouns before a length that it measures.
_MEASURED = words("""
有效期 期限 学制 任期 年限 周期 时限 工期 试用期 保质期 质保期 保管期 缓刑 刑期 龄 岁 服务 轮值 运行 经营 营业
""")
#: Verbs that take a length: 用时3天, 压缩至3天.
_MEASURING = words("""
压缩 缩短 控制 减少 减 缩 提速 调整 优化 精确 细化 间隔 等候 等待 停留 历时 用时 耗时 为期
""")
_HOW_LONG = words("""
近 最近 过去 以往 连续 累计 每满 满 未满 不满 超过 不少于 不足 最长 最多 由原来 由原来的 原来 原来的 由
""")
_SPAN_OF_SERVICE = lazy_pattern(
    lambda: (
        rf"(?:{alternatives(_MEASURED, _MEASURING, _HOW_LONG)})(?:至|到|为|在|了|是|的|从|：|:)?(?:不超过|不少于|法定)?$"
        r"|(?:压缩|缩短|压减|缩减|减少|控制)[^，。；：、,;:]{1,12}时间(?:至|到|在)$"
    )
)
# 申请日前6个月内 looks back, 毕业2年内 says what state people are in, 未在3个月内 what follows when they did not act.
# 每周工作时间不超过40小时: so much of each.
_OF_EACH = lazy_pattern(r"每[天日周月次班节][^，。；：、前内]{0,10}$")
# 免收停车费（5小时以内）: for so long.
_FREE = lazy_pattern(r"(?:费|免费)(?:停[车放])?[（(]$")
_LOOKS_BACK = lazy_pattern(r"[日之以]前(?:连续|的)?$|未能?(?:在|于)?$")
_IN_STATE = lazy_pattern(r"(?:毕业|离校|退役|退伍|转业|(?:注册)?登记|注册|毕业证|学历证|创办|下岗|失业|释放)$")
# 办理时限缩短至平均3天以内: what a length is brought down to; the words between name it, they do not act.
_BROUGHT_DOWN = lazy_pattern(
    r"(?:压缩|缩短|压减|缩减|减少|精简|控制|提速|优化|调整|稳定|保持|降低?|减)(?:至|到|为|在)[^，。；：、,;:并且后应须将自]{0,16}"
    r"(?:(?:\d+|[一二两三四五六七八九十]+)个?(?:工作日|小时|分钟|天|日|月|年)?(?:以内|内)?[、和及]){0,4}$"
)
#: What follows a length that is a ban or a relief, and what is counted in it.
_BANNED = words(
    "不得 不再 不予 不准 禁止 未 均未 没有 曾 受过 发生过 累计 免于 免予 免征 免收 免缴 免租 免除 减征 减免 减半"
    " 继续按 继续保留 继续使用 继续执行 仍按 保持不变"
)
_RATES = words("办结率 送达率 响应率 办结事项 降水 降雨 可达 直达 通达")
_OF_LENGTH = lazy_pattern(
    lambda: (
        rf"{alternatives(_BANNED, _RATES)}|的(?!$|[，。；,;])|之?后起?(?:正式)?(?:施行|生效|实施|执行)|无(?![条偿害])"
        r"|有[^，。；]{0,14}(?:史|记录|经历|情形)|[^，。；、]{0,4}检测[^，。；、]{0,4}(?:报告|证明)|(?:可|均|继续|优先|全额)?享受"
        r"|[^，。；]{0,2}即?将?(?:到期|届满)|(?:取得|获得|发生|缴纳|享受)的"
        r"|[^，。；、]{2,12}(?:显著|明显|突出|较[大高多快低]|[降增涨]幅[^，。；、]{0,4})的"
        r"|(?:到达|抵达|覆盖|送达|响应)[^，。；]{0,12}(?:能力|圈|体系|网络)"
    )
)
#: What a service is quick at, each time it is called: 3分钟内响应, 5分钟内到达现场.
_REACTIONS = words("""
到达 抵达 赶到 赶赴 到场 到位处置 出警 出动 出车 出诊 接警 接通 接听 接单 派单 派车 派员 处警
""")
_REACTION = lazy_pattern(
    lambda: rf"(?:快速|迅速|及时|立即|均?能?(?:够)?|必须|要|应|全部)?(?:{alternatives(_REACTIONS)})"
)
#: What is to be done then, in the same sentence, makes the answer part of a duty: 2小时内到达现场，4小时内完成流调.
_DUTY_BEHIND = lazy_pattern(
    r"[^，。；]{0,12}，[^，。；\d]{0,4}\d{1,3}个?(?:小时|分钟|天|日|工作日)之?内[^，。；]{0,4}(?:完成|办结|上报|报告|报送|修复|处置完毕|书面答复|反馈)"
)
_ANSWER = lazy_pattern(r"(?:快速|迅速|及时|均?能?(?:够)?)?(?:响应|反应|回应|回复|受理)")
_TERM = lazy_pattern(r"(?:有效|质保|保修|保质|试用|服务|合同)期(?:限)?[为是]")
_SERVICE = lazy_pattern(
    r"(?:不间断|专人|轮流|轮班|全程|动态|实时|保持|在岗|在线|应急|带班|双人)*(?:服务|自助|营业|开放|值[班守勤]|备勤|待命|在岗|在线|热线|运行|受理|轮[班值]|巡[查逻护]|监[测控视]|畅通)"
)
#: 防火期内24小时, 全年24小时: round the clock.
_ROUND_THE_CLOCK = lazy_pattern(r"(?:期[内间]?|汛|全年|[每全]天|每日)[，,]?$")


def is_reaction(text: str, found: Expression) -> bool:
    """Whether a length in running text is how quick a service answers (接到报警后5分钟内到达现场, 3分钟内响应)."""
    if _REACTION.match(text, found.end):
        return _DUTY_BEHIND.match(text, found.end) is None
    return "分钟" in text[found.begin : found.end] and _ANSWER.match(text, found.end) is not None


def is_service_time(text: str, found: Expression) -> bool:
    """Whether a length of time is an age, a validity, a service time or an attribute (3日内的, 有效期3年)."""
    begin, end = found.begin, found.end
    if (found.bare and _SERVICE.match(text, end)) or _TERM.search(text, begin, end):
        return True
    if text[begin:end] == "24小时" and _ROUND_THE_CLOCK.search(text, max(0, begin - 4), begin):
        return True
    if _SPAN_OF_SERVICE.search(text, max(0, begin - 10), begin) or _OF_LENGTH.match(text, end):
        return True
    if text.startswith("不", begin) and _OF_EACH.search(text, max(0, begin - 12), begin):
        return True
    if _LOOKS_BACK.search(text, max(0, begin - 5), begin):
        return True
    if "小时" in text[begin:end] and _FREE.search(text, max(0, begin - 5), begin):
        return True
    if "年" in text[begin:end] and _IN_STATE.search(text, max(0, begin - 5), begin):
        return True
    return _BROUGHT_DOWN.search(text, max(0, begin - 32), begin) is not None
