"""Which time expressions of running text set a time for the action, and which only look like it."""

from __future__ import annotations

from datetime import date

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .actions import (
    ACTION,
    CLAUSE_START,
    COUNTED_THEN,
    CUE_LABEL,
    EACH_TIME,
    REACHED_THEN,
)
from .bare_years import is_set_year, opens_clause
from .dates import first_day, last_day
from .models import Expression, Point
from .negatives import (
    is_account_year,
    is_attribute,
    is_compared,
    is_done,
    is_inspection,
    is_meeting,
    is_named,
    is_of_data,
    is_rate,
)
from .offers import is_of_offer
from .planned import (
    LISTED,
    is_ahead,
    is_each_time,
    is_planned,
    is_to_come,
    is_told,
    opens_point,
)
from .service_times import is_reaction, is_service_time

_IN_FORCE = lazy_pattern(r"[，,]?(?:正式)?(?:施行|生效|(?:执行|实施)(?=[，。；）)]|$))")
#: What comes into force rather than begins: 本办法自…起施行, 新标准，自…起执行; a sentence of its own speaks of the paper.
_PAPERS = words("""
办法 规定 通知 通告 意见 方案 条例 细则 标准 政策 制度 措施 规则 规程 目录 清单 决定 文件 协议 合同 本 此 该
""")
_OF_PAPER = lazy_pattern(
    lambda: (
        rf"(?:^|[。；]|》|(?:{alternatives(_PAPERS)})[^，。；]{{0,6}}|(?:公布|发布|印发)[，,])[，,]?(?:均|统一|正式)?$"
    )
)
#: 每天锻炼时间不低于1小时: what is normal, not when to act.
_NORM_UNITS = words("小时 分钟 节 课时 学时 升 克 千克 公斤 吨")
_NORM = lazy_pattern(
    lambda: (
        r"[^，。；、]{0,16}?(?:不低于|不少于|不超过|至少|达到?|满)[^，。；、\d]{0,4}"
        rf"\d+(?:\.\d+)?个?(?:{alternatives(_NORM_UNITS)})"
    )
)
_HOURS = lazy_pattern(r"\d{1,2}(?:小时|时|点|:|：)|(?<=周)[3-7]天(?![前内])")
_INBRACKETS = lazy_pattern(r"[)）]")
# 办理时间不超过3天 is a standard of service; 最迟不超过3天, 应在3天内 set a time.
_LIMIT = lazy_pattern(r"不(?:得|能|可)?(?:超过|超)")
_OUGHT = lazy_pattern(r"(?:最[迟晚]|应当?|必?须|要)[^，。；]{0,2}$")
_REPORTED = lazy_pattern(
    r"内?(?:[^，。；\d]{0,6}[向以将][^，。；\d]{1,24}?(?:报告|上报|报送|通报|反馈)|(?:电话|书面|口头)(?:报告|上报|报送)|上报|报|响应|到达|赶到|处置|启动|反馈|核实|通报|转办|派单|回应)"
)
#: 执行至2030年底: how long a rule holds.
_TERMS = words("规划 有效 任 聘 租 合同 服务 保修 质保 试用 补贴 享受 优惠 减免 执行 租赁 经营")
_TERM = lazy_pattern(lambda: rf"(?:{alternatives(_TERMS)})期限?[为是：:]?$")
_TERM_SINCE = lazy_pattern(r"(?:期限?|有效期)[为是：:]?[自从][^，。；]{1,18}起$")
_VALID = lazy_pattern(
    r"(?:执行|施行|实施|延续|延长|顺延|展期|延期|缓缴|有效|有效期|适用|保留)(?:期限?|时[限间])?(?:暂定|暂)?(?:为|是)?$"
    r"|(?:规划|[近中远]期|远景|展望)(?:年限|期限?)?$"
)
#: What is owed for a time: 缓缴2030年6月至12月的公积金.
_OWED = lazy_pattern(r"(?:缓缴|补缴|免缴|免收|免征|减免|退还|应缴)$")
# 2031年上半年，各县区印发方案: a month with its year that is still to come.
_PLANNED_THEN = lazy_pattern(r"[，,](?![^。；]{0,60}同比)")
#: 2031年上半年某机场查验场地投入使用: what is built by then stands between.
_BUILT_THEN = lazy_pattern(
    r"[^，。；：]{2,24}(?:投入(?:使用|运行|运营)|建成(?:投用|通车)?|投用|开工|竣工|完工|通车|上线)(?=[，。；]|$)"
)
_REPORTS = lazy_pattern(r"(?:(?:已|曾|去年|上年)[^，。；]{0,12}|做好|抓好|加强|统计|通报|报送|核查|检查)$")
_FESTIVE = lazy_pattern(r"[^，。；、]{0,4}(?:[、和及][^，。；、]{1,4}){1,5}期间")
# 据统计，2029年1月至6月…, 预计1—8月…: months that figures are given for.
_COUNTED_OVER = lazy_pattern(r"(?:统计|核算|测算|数据显示|预计)[，,]?$")
# 2032年年底前企业可免缴…: how long a relief lasts.
_RELIEF = lazy_pattern(r"[^，。；]{0,14}?(?:可|继续|暂)(?:继续|予以|全额)?(?:免缴|免征|减征|减免|减按|免收|享受)")
# 拟安排在4月份举行的会议上听取, 于6月召开的会议上审议: when a matter is on the agenda.
_SCHEDULED = lazy_pattern(r"安排[在于到]$")
_AT_MEETING = lazy_pattern(
    r"(?:召开|举行)的[^，。；]{0,24}会议?上(?:听取|审议|审查|讨论|审定|表决|报告|汇报|作)(?!通过|了|并通过)"
)
#: 11月为总结提升阶段: what a month is for.
_IS_STAGE = lazy_pattern(r"[为是][^，。；的]{2,12}阶段(?=[，。；）)]|$)")
_FROM_NOW = lazy_pattern(r"[自从]?(?:即日|现在)")
#: Endings of who acts, before a time that the verb follows (各乡镇3月完成排查).
_ACTORS = words("""
局 委 办 厅 县 区 市 镇 乡 村 部门 单位 公司 集团 街道 中心 社区 学校 责任人 专班 小组 指挥部
""")
_SUBJECT = lazy_pattern(
    lambda: (
        r"(?:^|[，。；：])(?![对就将按据根围结与截至以在为通])"
        rf"(?:各[^，。；：]{{1,10}}|[^，。；：的了已]{{0,10}}(?:{alternatives(_ACTORS)}))$"
    )
)
#: A stretch without a year that ended so many days before the notice is one of the year to come.
_LONG_AGO = 240
_CUES = ("到", "至", "截", "最", "不")


def sets_time(text: str, found: Expression, issued: date | None) -> bool:
    """Whether an expression of running text is a deadline of the task it stands in."""
    if found.kind == "ongoing" or (found.open and found.kind != "recurring"):
        return False
    if text.startswith("指", found.begin - 1) and found.begin:
        return False  # 新增面积指年内治理的面积: a word explained
    if is_of_offer(text, found):
        return False
    if found.kind == "recurring":
        return _is_rhythm(text, found)
    if found.kind == "relative":
        return not (found.bare or is_service_time(text, found) or _is_limit(text, found) or is_reaction(text, found))
    if any(point is not None and not point.known and point.grain != "day" for point in (found.start, found.due)):
        return False  # 从年初开始: no day is fixed, and none is set
    if found.bare and text.startswith(("在", "于", "到"), found.begin - 1) and _is_scheduled(text, found):
        return not is_past(found, issued)
    if is_attribute(text, found.end) or is_past(found, issued):
        return False
    if is_compared(text, found.begin, found.end) and not _is_aim(text, found, issued):
        return False
    if is_term(text, found) or is_done(text, found.begin, found.end) or is_account_year(text, found.begin):
        return False
    if found.kind == "by" and _RELIEF.match(text, found.end):
        return False
    if found.kind == "by" and found.due is not None and found.due.grain == "day" and _is_festive(text, found):
        return False
    if found.kind == "from":
        paper = _IN_FORCE.match(text, found.end) and _OF_PAPER.search(text, max(0, found.begin - 12), found.begin)
        return not (paper or (found.from_issue and not _FROM_NOW.match(text, found.begin)))
    return not is_named(text, found) if not found.bare else _is_set(text, found, issued)


def is_gap(text: str, found: Expression, issued: date | None) -> bool:
    """Whether a time that no rule fixes stands where a deadline does: 汛期前完成清淤, 本周五前报送."""
    point = found.due
    if point is None or point.known or point.grain == "day" or text[found.end - 1] not in "前内期假春":
        return False
    return sets_time(text, found._replace(due=point._replace(known=True, last=(12, 0)), bare=False), issued)


def _is_aim(text: str, found: Expression, issued: date | None) -> bool:
    """Whether 截至 names a day of a year to come, by which a total is to be reached: 截至2032年底，累计建成5个."""
    return text.startswith("截", found.begin) and found.due is not None and is_to_come(found.due, issued)


def _is_scheduled(text: str, found: Expression) -> bool:
    """Whether a bare time says which meeting or term a matter is put down for."""
    low = max(0, found.begin - 3)
    return found.kind == "by" and bool(_SCHEDULED.search(text, low, found.begin) or _AT_MEETING.match(text, found.end))


def _is_festive(text: str, found: Expression) -> bool:
    """Whether a festival is the season of the work (元旦、春节期间), not its limit; a day with its name is one."""
    if text[found.begin].isdecimal() and text[found.end - 3] in "〓”）)":
        return False
    if text.endswith("期间", found.begin, found.end):
        return True
    return found.shares_tail and _FESTIVE.match(text, found.end) is not None


def is_term(text: str, found: Expression) -> bool:
    """Whether a time says how long a rule or a paper holds (执行至2030年底, 有效期自2030年5月1日至2032年4月30日)."""
    low = max(0, found.begin - 5)
    if found.kind in ("between", "from") and _TERM.search(text, low, found.begin):
        return True
    if found.kind == "between" and _OWED.search(text, low, found.begin):
        return True
    if not text.startswith(("至", "到"), found.begin):
        return False
    return bool(
        _VALID.search(text, max(0, found.begin - 9), found.begin)
        or _TERM_SINCE.search(text, max(0, found.begin - 24), found.begin)
    )


def _is_rhythm(text: str, found: Expression) -> bool:
    words = text[found.begin : found.end]
    if found.rrule is None or words == "逐年" or is_rate(text, found.begin, found.end):
        return False
    if found.bare:
        if "BYMONTH=" in found.rrule and EACH_TIME.match(text, found.end):
            return True
        inspection = words in ("季度", "月度", "季度末") and is_inspection(text, found.begin, found.end)
        return inspection and not is_meeting(text, found.begin, found.end)
    return not (_HOURS.match(text, found.end) or _NORM.match(text, found.end))


def _is_limit(text: str, found: Expression) -> bool:
    """Whether a length of time is what a service may take (不超过3天), or minutes of anything but a report."""
    if found.duration is not None and found.duration.unit == "minute":
        return not _REPORTED.match(text, found.end)
    if not _LIMIT.search(text, found.begin, found.end) or text[found.end - 1] == "内":
        return False
    return not (text.startswith("最", found.begin) or _OUGHT.search(text, max(0, found.begin - 5), found.begin))


def is_past(found: Expression, issued: date | None) -> bool:
    """A time before the notice's own date is a fact that it reports, unless something has gone on since."""
    point = found.due
    if issued is None or point is None or not point.known or point.month_shift is not None:
        return False
    if found.kind == "between" and not point.has_year and found.start is not None and found.start.year is not None:
        turns = point.last < found.start.first  # 2030年11月至3月
        point = point._replace(year=found.start.year + turns)
    if point.year is not None:
        last = last_day(point, point.year)
        return last is not None and (last < issued or (last == issued and found.bare))
    if found.kind != "between" or point.has_year or (found.start and found.start.has_year):
        return False
    last = last_day(point, issued.year)
    first = first_day(found.start, issued.year) if found.start else None
    over = first is not None and last is not None and last < first  # 11月至3月: over the turn of the year
    gone = last is not None and 0 < (issued - last).days <= _LONG_AGO  # 1月至3月 of a notice of December are to come
    return gone and not over


def _is_set(text: str, found: Expression, issued: date | None) -> bool:
    """A bare 9月 or 2020年 sets a time when a word says so (到2020年) or an action follows the start of a clause."""
    if is_named(text, found):
        return False
    point = found.due
    if found.kind == "between":
        if _COUNTED_OVER.search(text, max(0, found.begin - 8), found.begin) or is_of_data(text, found.end):
            return False
        return "年" in text[found.begin : found.end] or point is None or point.grain != "year"
    if text.startswith(_CUES, found.begin):
        return True
    if point is None:
        return False
    return is_set_year(text, found, issued) if point.grain == "year" else _is_set_point(text, found, point, issued)


def _is_set_point(text: str, found: Expression, point: Point, issued: date | None) -> bool:
    """The same for a bare month or day: by its brackets or label, or by what is done then."""
    starts = CLAUSE_START.search(text[max(0, found.begin - 3) : found.begin]) is not None
    if _INBRACKETS.match(text, found.end) and text[found.begin - 1 : found.begin] in ("（", "("):
        return True
    if CUE_LABEL.search(text, max(0, found.begin - 4), found.begin):
        return True
    if point.year is not None and issued is not None and point.grain != "day" and _PLANNED_THEN.match(text, found.end):
        return starts
    spell = point.grain in ("quarter", "half")
    if spell and is_told(text, found):
        return False
    if spell and is_planned(text, found, point, issued, starts=starts):
        return True
    if point.grain == "month" and opens_point(text, found):
        return True
    if REACHED_THEN.match(text, found.end):
        return not _REPORTS.search(text, max(0, found.begin - 12), found.begin)
    if starts and _BUILT_THEN.match(text, found.end) and is_to_come(point, issued):
        return True
    to_come = is_to_come(point, issued) or is_ahead(point, issued)
    if starts and COUNTED_THEN.match(text, found.end) and to_come:
        return True
    listed = LISTED.match(text, found.end)
    end, opens = listed.end() if listed else found.end, opens_clause(text, found.begin)
    if opens and to_come and _IS_STAGE.match(text, end):
        return True
    if is_each_time(text, end, found.begin, opens=opens):
        return to_come
    return ACTION.match(text, end) is not None and (opens or _done_by(text, found.begin, point, issued))


def _done_by(text: str, begin: int, point: Point, issued: date | None) -> bool:
    """Whether who acts stands before a bare time that is still to come: 各乡镇3月完成排查."""
    return is_ahead(point, issued) and _SUBJECT.search(text, max(0, begin - 16), begin) is not None
