"""Words of made notices: tasks, offices, times and column heads; all places are invented."""

from __future__ import annotations

VERBS = [
    "建成",
    "完成",
    "推进",
    "制定",
    "修订",
    "开展",
    "实施",
    "落实",
    "编制",
    "出台",
    "改造",
    "新建",
    "提升",
    "整治",
    "组织",
    "建立",
    "优化",
    "深化",
]
OBJECTS = [
    "污水处理厂提标改造工程",
    "农村公路安防工程",
    "智慧停车管理平台",
    "《城市更新专项规划》",
    "企业开办“一网通办”",
    "老旧小区改造",
    "校园食品安全专项检查",
    "高标准农田",
    "河道清淤疏浚",
    "养老服务设施",
    "“互联网+监管”系统",
    "防汛抗旱应急预案",
    "中小学课后服务",
    "人才公寓",
]
ENDS = (
    "，确保按期投入使用", "12公里", "3处", "，覆盖率达到95%以上", "，新增床位200张", "，做到应改尽改、应建尽建", "。", "", "",
    "，每季度通报一次进展情况", "，解决群众反映强烈的突出问题；加强日常监管，建立长效机制。", "，投资1.2亿元",
)  # fmt: skip
DEPARTMENTS = [
    "发展改革局",
    "教育局",
    "科技局",
    "工业和信息化局",
    "公安局",
    "民政局",
    "财政局",
    "人力资源和社会保障局",
    "自然资源局",
    "生态环境局",
    "交通运输局",
    "住房和城乡建设局",
    "水利局",
    "农业农村局",
    "商务局",
    "文化和旅游局",
    "应急管理局",
    "市场监管局",
    "行政审批局",
    "税务局",
    "残联",
    "团委",
    "妇联",
    "总工会",
    "消防救援大队",
    "机关事务中心",
    "大数据中心",
    "供电公司",
    "城投公司",
    "委宣传部",
    "委组织部",
    "委政法委",
    "融媒体中心",
]
COLLECTIVES = ["各镇（街道）", "各乡镇人民政府", "各有关部门", "各成员单位"]
#: Times as printed, with the kind and the day that a plan of 2031 gives them.
TIMES: tuple[tuple[str, str, str | None], ...] = (
    ("6月底前", "by", "2031-06-30"), ("年底前", "by", "2031-12-31"), ("9月", "by", "2031-09-30"),
    ("第三季度", "by", "2031-09-30"), ("2031年5月31日前", "by", "2031-05-31"), ("持续推进", "ongoing", None),
    ("每季度", "recurring", None), ("3月至11月", "between", "2031-11-30"), ("2031.10", "by", "2031-10-31"),
    ("全年", "ongoing", "2031-12-31"), ("上半年", "by", "2031-06-30"), ("每月底前", "recurring", None),
    ("10月15日", "by", "2031-10-15"),
)  # fmt: skip
GROUPS = ["优化营商环境", "保障改善民生", "城乡建设", "乡村振兴", "生态环境保护", "社会治理", "安全生产", "教育提质"]
NAMES = [
    "城区停车难治理",
    "一老一小服务",
    "农村饮水安全",
    "园区提质增效",
    "绿色出行",
    "平安建设",
    "数字政府",
    "食品安全",
    "文旅融合",
    "科技赋能",
    "放心消费",
    "书香县城",
    "清廉机关",
    "法治宣传",
    "森林防火",
    "就业帮扶",
    "特色种养",
    "古村保护",
    "健康步道",
    "社区食堂",
]
PEOPLE = ["王建国", "李明", "赵红梅", "陈志强", "刘洋", "孙丽"]
PROGRESS = ["已完成前期论证", "正在招标", "完成30%", "已开工"]
ROLES = {"lead": "lead", "support": "support", "resp": "responsible"}
HAN = "一二三四五六七八九十"
#: Heads by column; a column of text beside a name is not called by a measure, which would make it a requirement.
HEADS: dict[str, tuple[str, ...]] = {
    "number": ("序号", "编号", "序 号"),
    "group": ("类别", "工作类别", "领域"),
    "name": ("项目名称", "事项名称", "任务名称"),
    "content": ("工作内容", "主要任务", "具体任务", "任务内容"),
    "requirement": ("工作要求", "具体要求"),
    "lead": ("牵头单位", "牵头部门", "牵头责任单位"),
    "support": ("配合单位", "参与单位", "协办单位", "配合部门"),
    "resp": ("责任单位", "责任部门", "承办单位"),
    "person": ("分管领导", "责任领导", "牵头领导"),
    "progress": ("进展情况", "当前进度"),
    "remark": ("备注",),
    "deadline": ("完成时限", "完成时间", "时限要求", "时间节点"),
}
COLUMNS = tuple(
    tuple(line.split())
    for line in (
        "number content resp deadline", "number group content resp deadline", "content resp deadline",
        "group number content lead support deadline", "number name content lead support deadline remark",
        "number group content requirement lead resp deadline", "number content person lead support deadline",
        "group content resp deadline", "number name content progress resp person deadline",
        "number resp content deadline", "number content requirement lead support", "number content deadline resp remark",
    )
)  # fmt: skip
