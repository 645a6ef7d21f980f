"""What columns without a field of their own hold: percentages, phone numbers, sums, told by their heads.

The grid asks how well a cell suits such a column where a row lacks cells or its cells have no mark of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from ..units.grammar import is_department
from .reached import asks_for_progress, tells_progress

_PHONES = lazy_pattern(r"[\d\-—()（）、，/ ]{7,}")
_SHARE = lazy_pattern(r".*(?:[\d.]+[%％]|[\d一二两三四]次).*")
_RATE = lazy_pattern(r".*[\d一二两三四]次.*|[每按].{1,4}|长期|定期|不定期|全年|随时")
_PERCENT = lazy_pattern(r"[≥≤<>约超]?[\d.]+[%％‰].{0,3}|100")
_BARE_PERCENT = lazy_pattern(r"[≥≤<>约超]?\d{1,3}(?:\.\d+)?[%％‰]?.{0,3}")
_OF_INSPECTED = lazy_pattern(r".*[\d.]+[%％‰].*|100|全覆盖|全部")
_SUM = lazy_pattern(r"[≥≤<>约超]?[\d.,，]+(?:[~\-—至][\d.,]+)?.{0,4}")
#: What a task goes back to: a law, a rule, a paper of another authority.
_RULES_HEAD = lazy_pattern(r".*依据")
_RULES = lazy_pattern(
    r"(?:.*[》法例定]|.*(?:办法|规范|标准|细则|意见|通知|方案|规划|纲要|要点|报告))(?:（[^（）]*）)?(?:第.{1,12}[条款项章])*[。；]?|.*[〔\[]\d{4}[〕\]]\d+号.*"
    r"|(?:\d{1,2}[.、．])?《[^《》]{3,40}》(?:（[^（）]{1,30}）)?第[一二三四五六七八九十百\d]{1,8}条(?!.*(?:检查|抽查|情况)$).*"
)
#: 市级、县级, 县级以上水行政主管部门: who may act, by level; the head beside it asks who does.
_LEVELS = lazy_pattern(r"[^，。；]{0,12}级[^，。；]{0,20}|[国家省市州县区乡镇、]{1,10}")
#: The steps that a decision takes.
_PROCEDURE = lazy_pattern(
    r".{0,10}(?:公众参与|征求意见|专家论证|风险评估|合法性审[查核]|集体(?:讨论|审议)?决[定策]|听证|公平竞争审查|稳定评估|调研|审议).*"
)
_BARE_SHARE = lazy_pattern(r"\d{1,3}(?:\.\d{1,2})?[%％‰]")
#: Who is inspected or served: a kind of organisation or people, not one by name.
_OBJECT_HEAD = lazy_pattern(r".*对象(?:范围)?|(?:抽查|检查|监管|监测|执法)范围")
_OBJECTS = lazy_pattern(
    r"(?:全[省市州县区镇]|(?:本|我)?(?:辖区|[省市州县区])内?)(?!各).*(?:企业|机构|单位|部门|户|者|学校|场所|公司|组织|商|店|人|院|所).{0,8}|"
    r".*(?:企业|机构|商户|经营者|经营户|从业者|消费者|居民|场所|工程|个体户|药店|门店|网点)|"
    r"(?!各|有关|相关|成员|责任|其他|[省市县区]).{0,12}(?:市场|经营|从业|权利|运营|生产|销售|登记|备案|项目|用地|用海|用岛|用水|用能|排放)主体|"
    r"(?!各|有关|相关|成员|责任|其他|[省市县区]).{0,12}(?:用人|使用|经营|生产|销售|零售|批发|印刷|制作|资质|测绘|施工|监理|设计|勘察|检测|检验|"
    r"排污|产废|运营|运输|养殖|培训|办学|演出|举办|派遣|代理|开发|评估|利用|应用|持有|许可)单位|"
    r"(?:(?:各类|各级|中小|民办|公办|大型|中型|小型|辖区内?)、?)*(?:旅行社|学校|幼儿园|影剧院|歌舞厅|游泳馆|网吧|酒店|宾馆|饭店|商场|超市|加油站|书店|农贸市场|景区)"
)
#: A kind of authority, named by what it is in charge of, inspects and is not inspected: 市、县级林业主管部门.
_AUTHORITY = lazy_pattern(r".*(?:级|主管|监管|行政|执法|管理).{0,8}部门")
_BETWEEN = lazy_pattern(r"[、，；和及]")
#: Those whom something is done to: 辖区内养老机构; 辖区内各学校 may do it.
_IN_AREA = lazy_pattern(r"(?:本|我)?(?:辖区|(?:全|本)[省市县区]范围)内(?!各)")
_OBJECT_END = lazy_pattern(
    r"(?![省市县区镇各有相]).*(?:企业|机构|单位|户|经营者|学校|场所|公司|门店|药店|医院|网点|基地|合作社)等?"
)
#: What says of which kind organisations are ends no cell, before the noun that it says it of.
_KIND_OF_OBJECTS = lazy_pattern(r"(?:民办|公办|民营|私营|国有|中小|定点|连锁|直属|所属|规模以上|规上|限上|个体)$")
_OBJECT_NOUN = lazy_pattern(r"(?:中小)?(?:学校|幼儿园|医院|诊所|药店|门店|企业|公司|机构|单位|工商户)")
#: Heads, and what the cells below them look like; the first that fits counts.
_TYPES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (lazy_pattern(r".*(?:电话|手机|手机号码?|电话号码|联系方式)"), _PHONES),
    (lazy_pattern(r".*比例[及和、与/]?频次"), _SHARE),
    (lazy_pattern(r".*(?:频次|频率|周期)(?:要求)?"), _RATE),
    (lazy_pattern(r"(?:抽查|检查|抽取)比例"), _OF_INSPECTED),
    (_RULES_HEAD, _RULES),
    (lazy_pattern(r".*程序"), _PROCEDURE),
    (lazy_pattern(r".*层级"), _LEVELS),
    (lazy_pattern(r".*[（(][%％][）)]"), _BARE_PERCENT),
    (lazy_pattern(r".*(?:完成率|进度率|开工率|比例|百分比|占比)|.*[%％].*"), _PERCENT),
    (
        lazy_pattern(
            r".*(?:投资|资金|金额|预算|单价|数量|[分个户人份次]数|分值|得分|评分|权重|面积|里程|长度|万元）|亿元）)(?:（[^（）]*）)?"
        ),
        _SUM,
    ),
)
#: A yes or no, or the words of the head that asks: 是否涉企 has 涉企 or 不涉企 below it.
_ASKS, _YES_OR_NO, _NO = "是否", lazy_pattern(r"[是否有无√×✓]|[是否]（.*）"), "不未非"
_FIGURES = (_PERCENT, _BARE_PERCENT, _SHARE, _SUM)
#: Columns that may hold names of organisations, though not of who does the task.
_ORGANS = lazy_pattern(
    r".*(?:对象|主体|机关|地点|范围|地址|所在地|来源|层级|区域|提案人|提出人|建议人|代表|委员|受益|方式|形式|参加人员|人员|附件|载体|平台|渠道|依据|材料)"
)
#: Columns that ask who put something forward: a name, which does nothing for the task.
_PROPOSERS = lazy_pattern(r".*(?:提案|建议|议案|提出|领衔|反映|申报|推荐|来信)(?:者|人|单位|代表|委员)")
_REMARKS = ("备注", "说明")
_REMARK = lazy_pattern(
    r"(?:国家|[省市州县区镇])(?:级|定|委|政府)?.{0,4}(?:重点|督办|考核|实事|项目|任务|清单)|[已未正].{1,5}|[在续新]建"
)
_TYPED, _STRANGE, _ORGAN = 0.6, -0.25, 0.7
#: What has been reached is running text, which suits a column of texts as well.
_TOLD = 1.6
_LONG = 30
#: Where something takes place: rooms, squares, grounds; many are named like those who own them (职教中心报告厅).
_PLACE_HEADS, _PLACED = ("地点", "场馆", "场地", "会场", "场所"), 1.6
_PLACE = lazy_pattern(
    r"[^。；]{1,30}(?:[厅馆场园室楼层院站校区街路村镇乡桥寺宫城所店]|中心|广场|社区|基地|现场|门口|会场|一带|沿线|附近|周边|以内|网络|线上|平台)"
    r"(?:[（(][^（）()]*[）)])?|待定|各.{1,12}"
)
#: What is planned for a quarter or a month, or was reached in it, is told in words.
_REPORTED, _REPORT = (
    lazy_pattern(r".{0,8}(?:第?[一二三四1-4]季度|[上下]半年)(?:.{0,2}(?:目标|任务|计划|进展|进度)(?:情况)?)?"),
    0.7,
)
#: Where a task is done or for whom, told by name: cells end as their head does (联系村: 石门村, 挂点企业: 某公司).
_NAMED_HEAD = lazy_pattern(r"(?!各).*(村|社区|乡镇|镇街|街道|企业|公司|学校|医院|园区)")
_NAMED = {
    "村": ("村", "社区"), "社区": ("社区", "村"), "乡镇": ("乡", "镇", "街道"), "镇街": ("镇", "街道"), "街道": ("街道", "镇"),
    "企业": ("公司", "企业", "厂", "合作社", "集团"), "公司": ("公司", "集团"), "学校": ("学", "学校", "学院", "幼儿园"),
    "医院": ("医院", "卫生院"), "园区": ("园区", "产业园", "开发区"),
}  # fmt: skip
#: Words that name a share without a figure (全覆盖, 不低于三成), and what others cost in a column of figures.
_SAYS_SHARE = lazy_pattern(r"[\d全按若不一二三四五六七八九十百半均每/无—-]")
_NO_SHARE = -0.9
#: How an inspection is made, or how much it weighs: a few words, whatever the topic.
_WAY_HEAD = lazy_pattern(r"(?:抽查|检查|任务|事项|监管|联合)(?:类型|类别|种类|方式|性质)")
_ONLY_WAYS = lazy_pattern(r"(?:抽查|检查|联合)(?:类型|方式|性质)")
_WAY = lazy_pattern(
    r"(?:(?:本|单|多|跨|各|部门?内?部?)?部门(?:内部|单独|联合)?|内部|单独|联合|(?:不)?定向|(?:双)?随机|“?双随机[、，]?一公开”?|专项|日常|一般|重点|现场|书面|网络|实地|非现场|线上|线下|资料|内业|问卷)+"
    r"(?:抽查|检查|监管|核查|监测|抽检)?(?:事项)?"
)
_LISTED_WAYS = lazy_pattern(r"(?:、|和|与|及|或|\+)(?=..)")
_INSPECTION = frozenset({"抽查", "检查", "监管", "抽查事项", "检查事项"})
#: At which level an inspection starts: 市级统一发起，县级实施.
_START_HEAD, _START = lazy_pattern(r"(?:发起|组织|实施)方式"), lazy_pattern(r".*(?:发起|自主|统一|组织实施).*")
_WAY_FITS, _NO_WAY = 0.9, -0.8
#: How often (至少2次), and a time that depends on something: 视工作情况安排, 按照上级部署确定.
_OFTEN_HEADS, _OFTEN = (
    ("频次", "周期"),
    lazy_pattern(r"(?:每.{1,3}|至少|不[少低]于|不[多超]于|全年|年度)?[\d一二两三四]+次.{0,6}"),
)
_DEPENDS = lazy_pattern(
    r"(?:.{0,6}，)?(?:按照?|根据|依据|视|结合|随).{2,16}(?:安排|确定|而定|情况|部署|需要|进行|开展)|另行(?:通知|确定|安排)|待定"
)
#: A time of the day of a schedule: 15:40, 上午, 17:00前.
_CLOCK = r"(?:\d{1,2}[:：]\d{2}|\d{1,2}[点时](?:\d{1,2}分?|半|整)?)"
_HOUR = lazy_pattern(
    rf"(?=.)(?:全天|半天|[上下中]午|早上?|晚上?|傍晚|凌晨|夜间|课间|课后|午休)?(?:{_CLOCK}(?:\s?[—–~～至-]{{1,2}}\s?{_CLOCK})?)?(?:之?前|后|起|开始|左右)?"
)
_OF_DAYS = ("日期", "月份", "时限", "期限")
_OFTEN_FITS, _DEPENDS_FITS, _HOUR_FITS = 1.2, 0.6, 1.5
#: The teams that a big event divides its work among.
_TEAM_HEAD = lazy_pattern(r"组别|(?:工作|专项|专业)?小?组|工作专班")
_TEAM = lazy_pattern(r"[^、，。；]{2,12}(?:组|专班)")
_TEAM_FITS = 2.2


def way_fitness(text: str, head: str) -> float | None:
    """How well a cell suits a column that tells how inspections are made (跨部门联合抽查), or which team the rows are of;
    None where the head asks for nothing.
    """
    if _TEAM_HEAD.fullmatch(head):
        return _TEAM_FITS if _TEAM.fullmatch(text) else None
    if head.endswith("方式") and _START_HEAD.fullmatch(head) and _START.fullmatch(text):
        return _WAY_FITS
    if _WAY_HEAD.fullmatch(head) is None:
        return None
    if _WAY.fullmatch(text) or all(map(_WAY.fullmatch, _LISTED_WAYS.split(text))):
        return _WAY_FITS
    return None if text.endswith(("抽查", "检查")) or not _ONLY_WAYS.fullmatch(head) else _NO_WAY


def time_fitness(text: str, head: str) -> float:
    """How well a cell without a date suits a column of times: it says at what hour, how often, or what the time depends
    on; else 0.
    """
    if _HOUR.fullmatch(text):
        return 0.0 if head.endswith(_OF_DAYS) else _HOUR_FITS
    if head.endswith(_OFTEN_HEADS):
        return _OFTEN_FITS if _OFTEN.fullmatch(text) else 0.0
    return _DEPENDS_FITS if len(text) < _LONG and _DEPENDS.fullmatch(text) else 0.0


def ends_objects(before: str, rest: str) -> bool:
    """True for the two lines of a cell that names objects: 辖区内餐具集中 | 消毒单位, 局管民办 | 学校."""
    if _OBJECT_NOUN.fullmatch(rest) is not None and _KIND_OF_OBJECTS.search(before) is not None:
        return True
    return in_area(before) and _OBJECT_END.fullmatch(rest) is not None and _OBJECT_END.fullmatch(before) is None


def ends_way(before: str, rest: str) -> bool:
    """True for the two lines of a cell that says how inspections are made: 多部门联合 | 抽查."""
    return rest in _INSPECTION and _WAY.fullmatch(before) is not None and not before.endswith(("抽查", "检查", "监管"))


def in_area(text: str) -> bool:
    """True for a text that names a kind of organisations or places within a district: objects, not doers."""
    return "内" in text and _IN_AREA.match(text) is not None


def value_fitness(text: str, unit: float, head: str) -> float:
    """How well a cell of ``text``, ``unit`` like an organisation, suits a column headed ``head`` of no kind of its own."""
    score = 0.1 if len(text) < _LONG else -0.2
    if not head:
        return score
    if head.startswith(_REMARKS) and is_remark(text):
        return _TYPED
    if _OBJECT_HEAD.fullmatch(head):
        if are_objects(text) or in_area(text):
            return _TYPED
        if _PERCENT.fullmatch(text):
            return _STRANGE
    if len(text) < _LONG and _PROPOSERS.fullmatch(head):
        return _TYPED
    if asks_for_progress(head) and (tells_progress(text) or is_share(text)):
        return _TOLD
    if head.endswith(_PLACE_HEADS) and _PLACE.fullmatch(text) is not None:
        return _PLACED
    if (named := _NAMED_HEAD.fullmatch(head)) is not None and text.endswith(_NAMED[named[1]]):
        return _PLACED
    if _REPORTED.fullmatch(head) is not None:
        return _REPORT if unit < _TYPED else score
    if _ASKS in head:
        return _TYPED if _answers(text, head.partition(_ASKS)[2]) else min(score, _STRANGE)
    values = _values_under(head)
    if values is not None:
        if values.fullmatch(text):
            return _TYPED
        return _NO_SHARE if values in _FIGURES and _SAYS_SHARE.search(text) is None else min(score, _STRANGE)
    return score if unit < _TYPED or _ORGANS.fullmatch(head) else score - _ORGAN * unit


def _answers(text: str, asked: str) -> bool:
    word = text.lstrip(_NO)
    return _YES_OR_NO.fullmatch(text) is not None or (len(word) > 1 and asked.startswith(word))


def asks_for_figures(head: str) -> bool:
    """True for a head that asks how much or how many (分值, 总投资, 完成率)."""
    return _values_under(head) in _FIGURES


@lru_cache(maxsize=256)
def _values_under(head: str) -> re.Pattern[str] | None:
    """What the cells under a head look like, where it tells; every cell of its column asks."""
    return next((values for heads, values in _TYPES if heads.fullmatch(head)), None)


def asks_for_rules(head: str) -> bool:
    """True for a head that asks what a task goes back to (法律依据)."""
    return _RULES_HEAD.fullmatch(head) is not None


def is_rule(text: str) -> bool:
    """True for the name of a law, a rule or a paper (河道管理条例, 防洪法第二十二条)."""
    return _RULES.fullmatch(text) is not None


def asks_for_objects(head: str) -> bool:
    """True for a head that asks who is inspected or served (检查对象)."""
    return _OBJECT_HEAD.fullmatch(head) is not None


def are_objects(text: str) -> bool:
    """True for kinds of organisations that are inspected (用人单位, 旅行社), none of which is named."""
    if _OBJECTS.fullmatch(text) is not None:
        return not is_department(text) and _AUTHORITY.fullmatch(text) is None
    return all(_OBJECTS.fullmatch(part) and not is_department(part) for part in _BETWEEN.split(text))


def name_objects(text: str) -> bool:
    """True for a list among which kinds of organisations are inspected, and no authority (养护企业、家具厂)."""
    if are_objects(text):
        return True
    parts = _BETWEEN.split(text)
    return len(parts) > 1 and any(map(are_objects, parts)) and not any(map(is_department, parts))


def asks_for_telephones(head: str) -> bool:
    """Whether a head of people asks for their telephone numbers as well: 责任人及电话."""
    return head.endswith(("电话", "手机", "联系方式", "号码"))


def is_telephone(text: str) -> bool:
    """True for the digits and marks of telephone numbers alone."""
    return text[-1:].isdigit() and _PHONES.fullmatch(text) is not None


def is_share(text: str) -> bool:
    """True for a share and nothing else (65%, 97.5%): it says how far something is, and does nothing."""
    return text[-1:] in "%％‰" and _BARE_SHARE.fullmatch(text) is not None


def is_remark(text: str) -> bool:
    """True for what remarks say: whose list the task is on, how far it is."""
    return _REMARK.fullmatch(text) is not None
