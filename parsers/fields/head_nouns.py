"""The vocabulary of column heads: the last noun of a head decides what its column holds.

Each list holds endings, so that a new compound needs no new entry (任务 covers 重点任务 and 年度工作任务); patterns stand
where an ending alone would say too much.
"""

from __future__ import annotations

from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words

#: Heads of numbers, whole and by their ends.
NUMBERS = frozenset(words("序 号 序列 排序 顺序 次序 项次 目次 条号 条目 条目号 条款 条款号 NO NO. No No."))
NUMBER = lazy_pattern(r".{0,6}(?:编号|序号|编码)|(?:.?案|建议|任务|问题|事项|流水)号")

#: A cell under these holds dates or rhythms; 要求 or 安排 may follow (完成时限要求).
DEADLINES = words("""
时限 时间 时序 时序进度 期限 限期 期程 日期 时段 时间表 节点 月份 年限 工期 频次 周期 时间段 时间跨度 时间进度 时间安排 进度安排 进度要求
实施进度 计划进度 完成进度 推进计划 时间和计划 时间及计划 日期自 日期从 日期至 日期起 日期止 时间自 时间从 时间至 时间起 时间止
""")
_COUNTS = frozenset("0123456789一二三四五六七八九十")
_DEADLINE_TAILS = words("要求 安排")
#: Times of something else than the task: of publication, validity, contact, and of services that people turn up for.
_OTHER_TIMES = words("发布 更新 填报 成立 出生 签订 立项 统计 联系 交办 转办 批示 收文 来文 举报 下达 派发 派单")
_SERVICES = words("""
报名 面试 笔试 考试 考核 缴费 体检 查询 受理 办公 服务 营业 咨询 投标 开标 递交 领取 竞价 答疑 公示
""")
NOT_DEADLINE = lazy_pattern(
    lambda: (
        rf".*比例[及和、与]?频次|公开(?:时限|期限)|(?:任务|事项|案件|问题)?(?:{alternatives(_OTHER_TIMES)})(?:时间|日期)|有效期限?|保管期限|.*年限"
        rf"|.{{0,4}}(?:{alternatives(_SERVICES)})(?:时间|日期|期限|时段)"
    )
)

#: Nouns of an organisation: a head that ends in one names who does it, whatever stands before.
UNITS = words("单位 部门 科室 处室 股室 课室 机关 机构 主体 委办局 责任方 站所 站办所 业主 项目法人")
#: What acts, and the offices and places that name who does it behind such a word (牵头处, 责任乡镇).
_ACTING = words("牵头 主办 协办 承办 配合 责任 负责 主责 参与 协同 会办 落实 组织 实施 发起")
_OFFICES = words("""
司局 司 局 处 科 课 部 办 组 方 室 站 所 队 庭 厅 委 镇街 乡镇 镇 乡 街道 社区 村居 村 学校 医院 支行 院系 组别 班组 车间 企业 公司 支部 党组织 县区
县市区 市县 园区 片区 警种 条线 属地
""")
UNIT = lazy_pattern(
    lambda: (
        rf".{{0,2}}(?:{alternatives(_ACTING)}).{{0,4}}(?:{alternatives(_OFFICES)})"
        r"|.{0,2}(?:牵头|主办|协办|承办|配合|责任|(?<!社)会办)|协同|协助|协作|会同|主责|经办|督导(?:小?组|专班)?|(?:督查|督办|指导|检查指导)(?:小?组|专班)|.{0,4}(?:督办|督导|指导)的?(?:专委会?|专门委员会|委员会|工委)|(?:部门|职责|责任|单位)分工|(?:交办|分办|拟办)意见|责任(?:落实|体系|分解|划分|归属)"
    )
)
#: Units of another kind than who does the task: who is inspected, whose deputy asked for it.
NOT_UNIT = lazy_pattern(
    r".*对象|(?:选举|提名|来文|来函)单位|计量单位|.{0,2}(?:被.*|受[检查].?)(?:单位|部门|机构|主体|企业)|(?:决策|审批|公开|审议)(?:主体|机关)|.*(?:证明|出证|发证|开具)(?:单位|部门|机构)"
)

PERSONS = words("""
领导 责任人 负责人 联系人 联络员 经办人 承办人 牵头人 管护人 看护人 值守人 巡查人 包保人 包联人 县长 市长 局长 委员 同志 姓名
司机 驾驶员 值班员 带班员 值守员 河长 湖长 林长 路长 田长 链长 街长 网格长 网格员 护林员 巡护员 管护员 安全员 信息员 指导员 监督员 协管员 检查组长 检查组组长
""")

#: Groups of rows.
GROUPS = words("""
类别 分类 类型 领域 板块 方面 大类 种类 类 专题 专项 章节 一级指标 二级指标 一级目录 二级目录 三级目录 维度 环节 场景 分项 子项 大项 小项 类目 门类
""")
#: 第一阶段 and 实施阶段 are times, 工作组 a group only as a whole head.
GROUP = lazy_pattern(
    r"片区|网格|(?:主要|重点|工作|任务|行动)方向|.*(?<![施处前设目一二三四五六七八九十])阶段|组别|(?:工作|专项|专业)小?组|工作专班|(?:专项|重点|攻坚)?行动"
)

NAMES = words("名称 项目 工程 议题 课题 科目 题目 标题 案由 实事 事由 事件 检查主题 抽查主题 任务主题 活动主题")

#: 实施计划 alone is a schedule, of no field of its own.
REQUIREMENTS = words("""
要求 措施 举措 标准 做法 方法 步骤 路径 决议 裁示 及实施计划 和实施计划 实施内容 实施方案 质效
工作安排 活动安排 任务安排 教学安排 主要安排 具体安排
""")
#: What is asked of those who are inspected, how they are graded, what procedure applies, or how much those get who apply is none of the task.
RULED = lazy_pattern(
    r".*(?:信用|分级分类|(?:智慧|分类)监管|程序).*要求|.*(?:支持|扶持|奖励|奖补|补助|补贴|资助|救助|收费|兑现)标准"
)

CONTENTS = words("""
任务 事项 事宜 内容 工作 主要活动 重点活动 具体活动 系列活动 具体作为 执行作为 推动作为 职责 要点 分工 任务目标 任务分解 工作分解 分解落实 任务书 重点 清单 描述 情形 情景构建
问题 隐患 短板 弱项 不足 缺陷 堵点 难点 痛点
""")
#: Tables of several 清单 call each column one: 责任清单 asks who, 时限清单 by when, 标准清单 what is reached.
LISTED = lazy_pattern(r"(责任|责任单位|时限|时间|进度|措施|举措|整改措施|目标|要求|成果|成效|效果)清单")
REACHED = "标准清单"
#: What is wrong, and how it shows: 问题表现.
FAULT = lazy_pattern(r".*(?:问题|隐患|短板|弱项|不足|缺陷)(?:情况|现状|表现)")

GOALS = words("目标 指标 成果 成效 效果 目标值 考核值 预期 任务量 目标任务数")

#: Columns of no field of their own.
OTHERS = words("""
进度 进展 情况 工作量 完成量 比例 对象 方式 联系方式 电话 依据 程序 分值 分数 得分 权重 标志 佐证 材料 地点 场馆 场地 地址 所在地 规模 投资 资金 金额
万元） 经费 预算 数量 单价 范围 完成率 百分比 单位数 人数 户数 来源 形式 状态 附件 结果 评分 排名 频率 层级 文号 性质 属性
星期 载体 平台 渠道 阶段 类型 区域 地域 签字 签名 职务 职称 年度 风险 理由 人员 参考 基数 次数 目标数 上限 代码
实施计划
""")
#: 抽查数 and 检查家数 count those who are inspected.
OTHER = lazy_pattern(
    r"备\s?注(?:说明)?|说明|(?:现状?|当前|基期|基准|完成|实际)值|.{0,6}意见|.{0,4}(?:抽查|检查|抽取).{0,4}数"
)

#: What asks whether a task is one of a kind: 是否列入“双随机、一公开”抽查计划, 是否属于跨部门联合检查事项.
WHETHER = lazy_pattern(r"是否[^，；。：？]{2,24}(?:计划|清单|目录|范围|事项|检查|抽查|监管|公开)")

#: What a page says about itself above its text; no table of tasks has such a column.
ABOUT_PAGE = frozenset(
    words("""
索引号 组配分类 体裁分类 公文种类 发文机关 发文机构 发文单位 发布机构 发布机关 发布单位 颁布单位 公开机构 制发机关 印发机关
成文日期 生成日期 发文日期 发文字号
""")
)

#: What begins like this says what to do: it is a cell, not a head, unless time follows (推进时限).
_VERBS = words("""
做好 加强 推进 推动 完善 深化 规范 强化 健全 开展 建立 提升 优化 加快 补齐 打造 构建 促进 扩大 加大 防范 认真 积极 抓好 组织开展 制定 继续 进一步 严格 切实
""")
#: What is done about times, rather than a time: 缩短时限.
CHANGES = lazy_pattern("缩短|压缩|压减|缩减|减少|延长|放宽|优化|提速|严格|强化")
VERB_FIRST = lazy_pattern(
    lambda: (
        f"(?:{alternatives(_VERBS)})(?!情况|措施|举措|标准|目标|(?:任务|事项|内容|项目)$)"
        "|(?:印发|召开)(?!日期|时间|文号|文件|单位|情况)"
    )
)

#: A place in front makes a name of most heads (市水务局, 全县企业), but for words of who does it …
_OF_DOERS = words(
    "责任 牵头 配合 承办 分管 主管 领导 实事 重点 实施主体 实施单位 检查主体 抽查主体 执法主体 督导单位 督办单位 督查单位 督导部门 督办部门 主办单位 协办单位 会办单位 参与单位 包联单位 联系单位"
)
#: … and for goals that a level sets (市级指标, 全县目标任务).
_SET_BY = words("级 定 下达 分解 考核 年 省 市 县 区")
#: What is done with organisations of any kind: 协调相关单位, 督促各部门.
_DEALT_WITH = words("""
协调 督促 组织 动员 引导 发动 会同 联合 邀请 召集 指导 帮助 支持 要求 通知 提醒 约谈 走访 深入 服务 对接 报送 抄送 联系
""")
_SET = words("目标 目标值 指标 标准 要求 任务 任务数")
NOT_HEAD = lazy_pattern(
    lambda: (
        r"^第[一二三四五六七八九十\d]{1,3}周.{0,4}(?:安排|计划)$|^(?:本(?:部门|单位|系统)|法律责任|责任追究|(?:压实|压紧|夯实|靠实|扛牢|扛起|强化|明确|厘清|履行|层层|担当)\w{0,4}责任)$|[。；？！《》]|\d{3}|[*★☆▲△●◆#].{0,6}[为是系]"
        rf"|^[市县区省镇全](?!.*(?:{alternatives(_OF_DOERS)})|级双?[总副]?[河湖林路田链街]长$|(?:{alternatives(_SET_BY)}).{{0,8}}(?:{alternatives(_SET)})$)"
        rf"|^(?:{alternatives(_DEALT_WITH)})?(?:各(?!子?项?(?:任务|项目|事项).{{2,6}}(?:单位|部门)$)|有关|相关)"
    )
)


@lru_cache(maxsize=1024)
def is_deadline(head: str) -> bool:
    """Whether a head asks for a time by its last words; one that names a month (3月份) asks for none."""
    if head.endswith("月份") and head[-3:-2] in _COUNTS:
        return False
    return head.endswith(DEADLINES) or any(head.removesuffix(tail).endswith(DEADLINES) for tail in _DEADLINE_TAILS)
