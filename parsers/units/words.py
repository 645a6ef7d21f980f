"""The words of roles, as data. Heads, labels and clauses compose them: modifier + role word + noun.

Source: the role table of the output contract; synonyms are those that official notices use in the same place.
"""

from __future__ import annotations

from ..text.vocabulary import words
from .model import Role

# 联合 alone is a manner (联合负责), and part of names; before a noun it is a role.
# 牵头 decides wherever it stands (负责牵头, 牵头责任单位); 组织 yields to any other word (组织实施单位, 组织承办部门).
DECIDING = "牵头"
YIELDING = words("组织 统筹 协调")

ROLE_WORDS: dict[str, Role] = {
    **dict.fromkeys(words("牵头 主办 发起 组织 统筹 领办 抓总 第一责任 为主"), "lead"),
    **dict.fromkeys(
        words(
            "配合 协办 协助 协同 协作 协管 为辅 参与 参加 参演 参训 协抓 会办 会签 会同 联办 支持 支撑 辅助 合营 联合单位 联合部门"
        ),
        "support",
    ),
    **dict.fromkeys(
        words(
            "责任 负责 负总责 总负责 负主责 卖力 兜底 承办 落实 实施 起草 主责 主抓 执行 办理 经办 承担 承建 承接 推进 推动 完成 编制 制定 制订 拟订 部署"
        ),
        "responsible",
    ),
    **dict.fromkeys(words("指导 督导 督办 监督 督促 督查 监管 统一领导"), "guide"),
}

# Words that are a head or a mark without a noun: 市教育局（牵头）. 完成 or 推进 alone say something else.
BARE_ROLE_HEADS = words("""
牵头 主办 承办 协办 配合 参与 责任 负责 会办 督办 指导 起草 协助 参加 主责 落实 组织 协作 监督 协同 会同 发起 经办 主抓 督导
""")

# 卖力 and 合营 are what spun pages print for 负责 and 配合.
# Words that never stand inside a unit's name: a list may end at them anywhere.
CLAUSE_WORDS = words(
    "统一领导 牵头 主办 为主 为辅 负责 负总责 总负责 负主责 卖力 承办 配合 协办 协助 参与 参加 会办 主抓 承担 承建 承接"
)
# Words that names hold too (组织部, 市场监督管理局, 扶贫指导中心): they count at the end of a fragment only.
CLOSING_WORDS = words("""
组织 统筹 发起 落实 实施 起草 指导 督导 督办 监督 协同 推进 推动 执行 办理 完成 部署 支持 协调 督促 领办 编制 制定 制订 拟订 督查 联办 兜底 抓总 协管 协抓 主责 合营 协作
""")
# What may follow a role word without changing it: 牵头负责此项工作, 负责抓好落实.
TAIL_WORDS = words(
    "组织 抓好 抓总 抓 做好 检查 考核 验收 评估 评审 审核 执纪 问责 属地责任 属地管理责任 主体责任 监管责任 具体 此项工作 该项工作 相关工作 有关工作 工作 业务 技术 政策 开展 制定 到位 和 并 与 、"
)
# Manner of work before a role word: neither a name nor a unit.
MANNERS = words("""
分别 共同 联合 具体 主要 统一 各自 密切 积极 一并 协调 统筹 全面 分头 同步 予以 给予 做好 抓好 要 认真 依法 各司其职
各负其责 并列 单独 独立 抓 狠抓 均 跟踪 结合实际 因地制宜 分工 全力 协同 组织 总
""")
DUTY = (
    r"(?:按照?|依照?|依据|根据|结合|遵照)(?:各自|部门|本?单位|本部门|有关|相关|法定|既定)?的?"
    r"(?:职责|职能|责任|任务|工作|权限)(?:分工|范围|权限|任务|要求|职责)?|按照?(?:各自|行业|领域|区域|属地|条块|系统|部门|职能)*分工|依职责|依职权"
    r"|在(?:各自|其|本部门|本单位)?的?(?:职责|职权|职能|权限|管辖)(?:范围|权限)?内"
)

# 单元 is what spun pages print for 单位.
UNIT_NOUNS = words(
    "职能部门 委办局 单位 单元 部门 科室 处室 股室 部室 室部 院系 学院 班组 支部 站所 街镇 乡镇 机关 机构 主体 企业 公司 镇街 组别 警种 地区 处 科 股 方 组"
)
PERSON_NOUNS = words("""
领导同志 领导 负责同志 负责人 责任人 联系人 联络人 联络员 经办人 承办人 牵头人 校长 同志 人员 专员 人
""")
TIME_NOUNS = words("时间进度 进度时间 时限 时间 时序 期限 进度 节点 限期 时间表 工期 期程 日期 时段 频次 周期")
# Person nouns that are a label by themselves, wherever they stand before a colon (发言人 is another's).
LABEL_PERSONS = words("领导同志 领导 负责同志 负责人 责任人 联系人 联络人 联络员 经办人 承办人 牵头人")
# What may stand before the words of a label: 主要责任单位 (要责任单位 where its first sign is lost), 市级牵头部门; 分管市领导; 整改时限.
LABEL_MODIFIERS = words("整改 第一 主要 要 具体 直接 共同 省级 市级 县级 区级 镇级 省直 市直 县直 区直")
PERSON_MODIFIERS = words("分管 主管 包保 包联 包抓 挂点 挂钩 联系 协管 主要 具体 第一 直接")
TIME_MODIFIERS = words(
    "整改 办结 办理 答复 办复 回复 反馈 报送 完成 计划完成 拟完成 计划 起止 销号 推进 工作 任务 报告 上报 审议 开工 竣工"
)

# Nouns of person heads whose first word is no role word: 分管领导, 包保领导, 挂点领导.
PERSON_HEADS = words("""
领导 责任人 联系人 联络人 联络员 负责人 经办人 承办人 牵头人 负责同志 包保人 河长 湖长 林长 路长 田长 链长 街长 网格长 网格员 市长 县长 区长 镇长 领导同志
包联人 督办人 专班组长 姓名
""")
