"""Column heads: what the cells below them hold.

A head is a composition: words that say more (工作, 主要, 计划) and a last noun that decides (任务, 单位, 时限). The
tables below hold the deciding nouns; heads are matched by their end, so that a new compound needs no new entry.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from ...normalize.lazy import lazy_pattern
from ..units import Role, decide_role, is_person_head, role_of_words, role_words_in
from .values import are_objects

Kind = Literal["number", "group", "name", "content", "requirement", "goal", "unit", "person", "deadline", "other"]
#: Kinds whose cells are running text.
TEXT_KINDS = frozenset({"group", "name", "content", "requirement", "goal"})
MAX_HEAD = 14

_NUMBER = lazy_pattern(
    r"序|号|顺序|次序|项次|次序|条目号?|条款号?|条号|NO\.?|No\.?|.{0,6}(?:编号|序号|编码)|(?:.?案|建议|任务|问题|事项|流水)号|序列|排序|目次"
)
_NOT_DEADLINE = lazy_pattern(
    r".*比例[及和、与]?频次|公开(?:时限|期限)|(?:发布|更新|填报|成立|出生|签订|立项|统计)时间|有效期限?|保管期限|联系时间|"
    r".{0,4}(?:报名|面试|笔试|考试|考核|缴费|体检|查询|受理|办公|服务|营业|咨询|投标|开标|递交|领取|竞价|答疑|公示)(?:时间|日期|期限|时段)"
)
#: Heads of tables of people, posts and sales, where nobody is given a task.
_FOREIGN = lazy_pattern(
    r"(?:最低)?学历.{0,4}|.{0,4}专业(?:要求|条件)|(?:招聘|招录|录用|考生|准考).{1,6}|(?:岗位|职位)(?:代码|编号|名称|类别)|性别|民族|出生年月|籍贯|身份证号码?|"
    r"(?:拟?中标|成交|投标|供应商|中标人).{0,6}|起拍价|最高限价|总?成绩|笔试.{0,3}|面试.{0,3}"
)
#: What a page says about itself above its text; no table of tasks has such a column.
_ABOUT_PAGE = frozenset(
    [
        "索引号",
        "组配分类",
        "体裁分类",
        "公文种类",
        "发文机关",
        "发文机构",
        "发文单位",
        "发布机构",
        "发布机关",
        "发布单位",
        "颁布单位",
        "公开机构",
        "制发机关",
        "印发机关",
        "成文日期",
        "生成日期",
        "发文日期",
        "发文字号",
    ]
)
#: A cell under these holds dates or rhythms.
_DEADLINE = lazy_pattern(
    r".*(?:时限|时间|时序|时序进度|期限|限期|日期|(?:日期|时间)[自至起止]|时段|时间表|时间节点|节点|月份|进度安排|时间进度|时间安排|工期|进度要求|实施进度|"
    r"计划进度|完成进度|推进计划|年限|频次|周期|时间和计划|时间及计划)(?:要求|安排)?"
)
#: Nouns of an organisation: a head that ends in one names who does it, whatever stands before.
_UNIT = lazy_pattern(
    r".*(?:单位|部门|科室|处室|股室|机关|机构|主体|委办局|责任方|站所|站办所)|"
    r"(?:.{0,2}(?:牵头|主办|协办|承办|配合|责任|负责|主责|参与|协同|会办|落实|组织|实施).{0,4})(?:司局|[司局处科部办组方室站所队庭厅委]|镇街|乡镇|街道|社区|村居|院系|"
    r"组别|班组|车间|企业|公司|支部|党组织|县区|县市区|市县|园区)|"
    r".{0,2}(?:牵头|主办|协办|承办|配合|责任|会办)|协同|协作|会同|主责|经办|督导|(?:部门|职责|责任|单位)分工"
)
#: Units of another kind than who does the task.
_NOT_UNIT = lazy_pattern(
    r".*对象|计量单位|(?:决策|审批|公开|审议)(?:主体|机关)|.*(?:证明|出证|发证|开具)(?:单位|部门|机构)"
)
_PERSON = lazy_pattern(
    r".*(?:领导|责任人|负责人|联系人|联络员|经办人|承办人|牵头人|县长|市长|局长|委员|同志|姓名|[河湖林路田链街]长|网格[长员]|(?:管护|看护|值守|巡查|包保|包联)人)"
)
#: Units and people under one head: 责任单位及责任人.
_BOTH = lazy_pattern(r".{0,4}(?:单位|部门|科室|处室)[及和与、/（(]")
#: What stands before the time under one head: 责任单位及完成时限, 工作内容及完成时限; the cell tells its times apart.
_JOINED: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_BOTH, "unit"),
    (lazy_pattern(r".{0,4}(?:内容|任务|事项)[及和与、/（(]"), "content"),
    (lazy_pattern(r".{0,4}(?:措施|举措|要求)[及和与、/（(]"), "requirement"),
)
_GROUP = lazy_pattern(
    r".*(?:类别|分类|类型|领域|板块|方面|大类|种类|类|专题|专项|(?<![施处前设目一二三四五六七八九十])阶段|章节|[一二]级指标|维度|环节|分项|子项|大项|小项|类目|门类)|组别|(?:工作|专项|专业)小?组|工作专班"
)
_NAME = lazy_pattern(r".*(?:名称|项目|议题|课题|科目|题目|标题|案由|民生实事|实事|事由)")
#: What is asked of those who are inspected, how they are graded, or what procedure applies is no requirement of the task.
_REQUIREMENT = lazy_pattern(
    r"(?!.*(?:信用|分级分类|(?:智慧|分类)监管|程序).*要求).*(?:要求|措施|举措|标准|做法|方法|步骤|路径|实施计划|实施内容|推进措施|实施方案|质效)"
)
_GOAL = lazy_pattern(r".*(?:目标|指标|成果|成效|效果|目标值|考核值|预期|任务量|目标任务数|标志性成果)")
_CONTENT = lazy_pattern(
    r".*(?:任务|事项|事宜|内容|工作|职责|要点|分工|目标任务|任务目标|任务分解|工作分解|分解落实|问题|隐患|短板|描述|情形|清单|情景构建|重点|任务书|整改内容|弱项|"
    r"不足|缺陷|[堵难痛]点|(?:问题|隐患|短板|弱项|不足|缺陷)(?:情况|现状|表现))"
)
_OTHER = lazy_pattern(
    r"备\s?注(?:说明)?|说明|(?:现状?|当前|基期|基准|完成|实际)值|.*(?:信用|分级分类|(?:智慧|分类)监管|程序).*要求|.{0,6}意见|.*(?:进度|进展|情况|比例|对象|方式|电话|依据|程序|分值|得分|权重|标志|佐证|材料|联系方式|地点|地址|规模|投资|资金|金额|"
    r"数量|单价|范围|完成率|百分比|来源|形式|状态|附件|结果|评分|频率|层级|文号|性质|属性|载体|平台|渠道|阶段|类型|区域|"
    r"预算|签字|签名|年度|单位数|人数|户数|所在地|建设性质|万元）|经费|风险|理由|参加人员|人员|参考|排名)"
)
#: What begins like this says what to do: it is a cell, not a head, unless time follows (推进时限).
_VERB_FIRST = lazy_pattern(
    r"(?:做好|加强|推进|推动|完善|深化|规范|强化|健全|开展|建立|提升|优化|加快|认真|积极|抓好|组织开展|制定|继续|进一步|"
    r"严格|切实)(?!情况|措施|举措|标准|目标)"
)
_REMARK = lazy_pattern(r"[（(][^（）()]*[）)]")
_NOT_HEAD = lazy_pattern(
    r"^本(?:部门|单位|系统)$|^(?:市|县|区|省|镇|全)(?!.*(?:责任|牵头|配合|承办|分管|主管|领导|实事|重点)|"
    r"(?:级|定|下达|分解|考核|年|省|市|县|区).{0,8}(?:目标|目标值|指标|标准|要求|任务|任务数)$)|^(?:各(?!子?项?(?:任务|项目|事项).{2,6}(?:单位|部门)$)|有关|相关)|"
    r"[。；？！《》]|\d{3}"
)
_TIME = lazy_pattern(r"[时期限]$|时间|期限|节点")
_LONGEST_LOOSE = 8
#: What stands before a head only among others.
_LED = lazy_pattern(r"^(?:20\d\d年度?|有关|相关|各)")
_LABELLED = lazy_pattern(r"[（(]?[一二三四五六七八九十]+[）)、]|\d+[.、]")


#: Heads of what has been done, or of what is planned until when: the values tell.
_SCHEDULE = lazy_pattern(r"(?!.*(?:当前|目前|已|进展)).*(?:进度|计划|安排|打算|步骤)")


class Head(NamedTuple):
    """What a column head says of its column; ``role`` only for units; ``known`` is False for a guess."""

    text: str
    kind: Kind
    role: Role | None = None
    known: bool = True

    @property
    def may_be_schedule(self) -> bool:
        """True for a head under which times may stand (工作进度), though most such columns hold other text."""
        return self.kind == "other" and _SCHEDULE.fullmatch(self.text) is not None


@lru_cache(maxsize=4096)
def read_head(text: str) -> Head | None:
    """The column head that ``text`` (white space removed) is, None when it can be none."""
    if len(text) > 3 * MAX_HEAD or text[-1:] in "：:":
        return None  # a label before its value is no column head
    bare = _REMARK.sub("", text).strip("、，,*★|")
    if not bare:
        bare = text.strip("（）()")
    if not bare or len(bare) > MAX_HEAD or _NOT_HEAD.search(bare) or _LABELLED.match(text):
        return None
    kind = _kind(bare)
    if kind is None or ((kind in TEXT_KINDS or kind == "other") and _VERB_FIRST.match(bare)):
        return None
    if kind == "unit":
        role = role_of_words(bare) or _role_inside(bare)
        return Head(text, "unit", role or "responsible", role is not None)
    return Head(text, kind)


def is_inspected(head: Head) -> bool:
    """True for a kind of organisation that is inspected (排污单位) where a head of those who act is asked for: it is a cell."""
    return head.kind == "unit" and not head.known and are_objects(head.text)


def is_foreign_head(text: str) -> bool:
    """Whether a column head shows that the table is one of people, posts or sales (学历要求, 准考证号, 中标金额)."""
    return _FOREIGN.fullmatch(_REMARK.sub("", text)) is not None


def is_about_page(text: str) -> bool:
    """Whether a head names what a page says about itself (索引号, 发文机关, 成文日期)."""
    return text in _ABOUT_PAGE


def read_loosely(text: str) -> Head | None:
    """The head that ``text`` would be among heads that begin with 序号: a word of a role or a time is enough (协助力量, 何时)."""
    if not 2 <= len(text) <= _LONGEST_LOOSE or _LABELLED.match(text) or _NOT_HEAD.search(text):
        return None
    role = _role_inside(text)
    if role is not None:
        return Head(text, "unit", role)
    return Head(text, "deadline") if _TIME.search(text) else None


def read_among(text: str) -> Head | None:
    """The head that ``text`` is between known heads, though it may be a title or a cell elsewhere: 2031年目标, 相关责任部门."""
    bare = _LED.sub("", text, count=1)
    head = read_head(bare) if bare != text and len(bare) >= 2 and len(text) <= MAX_HEAD else None
    kept = head is not None and (text[:1].isdigit() or head.kind == "unit")
    return head._replace(text=text) if head is not None and kept else None


def _role_inside(bare: str) -> Role | None:
    """The role that the words of an uncommon head give (牵头负责司局, 责任室)."""
    found = role_words_in(bare)
    return decide_role(found) if found else "support" if "联合" in bare else None


def _kind(bare: str) -> Kind | None:
    if _NUMBER.fullmatch(bare):
        return "number"
    if is_person_head(bare) or _PERSON.fullmatch(bare):
        return "unit" if _BOTH.match(bare) else "person"
    if _DEADLINE.fullmatch(bare):
        for before, kind in _JOINED:
            if before.match(bare):
                return kind
        return "other" if _NOT_DEADLINE.fullmatch(bare) else "deadline"
    if _NOT_UNIT.fullmatch(bare):
        return "other"
    if _UNIT.fullmatch(bare):
        return "unit"
    for pattern, kind in _TEXT_ORDER:
        if pattern.fullmatch(bare):
            return kind
    return "other" if _OTHER.fullmatch(bare) else None


#: Tried in order: the more special noun first (类别 before 任务, 名称 before 事项).
_TEXT_ORDER: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (lazy_pattern(r".*内容[及和与、].{1,4}"), "content"),
    (_GROUP, "group"),
    (_NAME, "name"),
    (lazy_pattern(r".*(?:目标任务|任务目标)"), "content"),
    (_REQUIREMENT, "requirement"),
    (_CONTENT, "content"),
    (_GOAL, "goal"),
)
