"""Words of hard made tables: tasks of several sentences, offices of every kind, heads; all places are invented."""

from __future__ import annotations

from random import Random

OPENINGS: tuple[str, ...] = (
    "加快推进", "持续深化", "全面落实", "扎实开展", "统筹推进", "着力完善", "进一步规范", "大力实施", "严格执行", "建立健全", "积极推广",
    "制定出台", "组织实施", "重点推进", "常态化开展", "探索建立", "深入实施", "有序推进", "指导督促各地落实", "支持企业参与", "依法查处", "督促整改",
)  # fmt: skip
MATTERS: tuple[str, ...] = (
    "城镇老旧小区综合改造", "政务服务“一件事一次办”改革", "《云溪市数字经济促进条例》", "工业园区循环化改造", "涉企行政检查规范管理",
    "中小微企业融资担保服务", "义务教育优质均衡发展", "高标准农田和水利设施建设", "危险化学品重大危险源监测预警", "重点行业企业清洁生产审核",
    "基层卫生机构标准化建设", "社会保险基金监管", "公共资源交易全流程电子化", "农村人居环境整治提升", "跨部门综合监管", "信用承诺和容缺受理制度",
    "传统村落保护利用", "托育服务供给", "行政执法“三项制度”", "县域商业体系建设", "排污许可“一证式”管理", "科技成果转移转化", "校园周边食品安全整治",
    "新业态从业人员职业伤害保障", "《关于深化产教融合的若干措施》", "城市内涝点位治理", "水库除险加固", "法治副校长进校园", "文化惠民演出",
)  # fmt: skip
CLAUSES: tuple[str, ...] = (
    "完善配套政策", "明确责任分工", "压实属地责任", "建立问题台账", "实行销号管理", "强化跟踪督办", "优化办理流程", "压减申请材料30%以上",
    "新增就业岗位5000个", "培育规上企业20家", "改造管网36公里", "覆盖率达到95%以上", "群众满意度不低于90%", "推动数据共享和业务协同",
    "定期通报工作进展", "及时回应社会关切", "总结推广典型经验", "形成可复制的工作机制", "防止问题反弹回潮", "确保各项任务落地见效",
    "完成投资3.6亿元", "争取中央预算内资金", "健全联席会议制度", "做到应保尽保", "提高企业和群众获得感", "培训业务骨干300人次", "按照有关规定公开结果",
)  # fmt: skip
GROUPS: tuple[str, ...] = (
    "优化营商环境", "产业园区", "教育工作", "政务公开", "乡村振兴", "城市管理", "民生保障", "应急管理工作", "提升公共服务水平", "生态环境保护",
    "深化“放管服”改革", "促进产业转型升级", "社会治理创新", "扩大有效投资", "推动文旅融合发展", "市场监管", "强化要素保障", "科技创新", "交通运输", "医疗卫生",
)  # fmt: skip
INNER: tuple[str, ...] = (
    "推进简政放权", "加强事中事后监管", "培育壮大市场主体", "完善基础设施", "健全服务体系", "规范行政执法", "提高办事效率", "加强队伍建设",
    "防范化解风险", "强化宣传引导", "补齐短板弱项", "落实惠企政策", "推动绿色低碳转型", "扩大优质供给", "开展专项整治", "推进数字赋能",
)  # fmt: skip
NAMES: tuple[str, ...] = (
    "城区停车场建设项目", "一老一小服务体系", "农村饮水安全工程", "园区提质增效行动", "绿色出行示范", "数字政府二期", "食品安全放心工程", "全域旅游", "智慧水务平台",
    "清廉机关建设", "法治宣传教育", "森林防火通道", "就业帮扶车间", "特色种养基地", "古村落保护", "健康步道", "社区食堂试点", "危桥改造", "雪亮工程", "人才安居",
)  # fmt: skip
OFFICES: tuple[str, ...] = (
    "市发展改革委", "市教育局", "市科技局", "市工业和信息化局", "市公安局", "市民政局", "市司法局", "市财政局", "市人力资源社会保障局", "市自然资源和规划局",
    "市生态环境局", "市住房城乡建设局", "市交通运输局", "市水利局", "市农业农村局", "市商务局", "市文化广电旅游局", "市卫生健康委", "市退役军人事务局", "市应急管理局",
    "市审计局", "市国资委", "市市场监管局", "市统计局", "市医保局", "市政务服务中心", "市政府办公室", "市委组织部", "市委宣传部", "市委政法委", "市法院", "市检察院",
    "市税务局", "市残联", "团市委", "市妇联", "市总工会", "市工商联", "市消防救援支队", "市气象局", "市邮政管理局", "市公积金中心", "市大数据局", "市城管执法局",
    "人民银行云溪分行", "国网云溪供电公司", "云溪海关", "市机关事务管理局", "市信访局", "市融媒体中心", "市供销社", "云溪经开区管委会",
)  # fmt: skip
COLLECTIVES: tuple[str, ...] = (
    "各县（市、区）人民政府",
    "各镇（街道）",
    "市直有关部门",
    "各有关单位",
    "各乡镇人民政府",
)
PROGRESS: tuple[str, ...] = ("已完成前期工作", "正在有序推进", "完成总量的60%", "已开工建设", "已报市政府审定")
REMARKS: tuple[str, ...] = ("", "", "", "续建项目", "市级重点项目")
#: Heads by column; a text beside a name is not called by a measure, which would make it a requirement.
HEADS: dict[str, tuple[str, ...]] = {
    "number": ("序号", "编号", "序 号"),
    "outer": ("类别", "工作领域", "工作类别"),
    "group": ("重点任务", "主要任务", "目标任务", "工作任务"),
    "measure": ("具体措施", "工作措施", "具体举措", "工作内容", "具体任务"),
    "name": ("项目名称", "事项名称"),
    "told": ("工作内容", "建设内容", "任务内容"),
    "content": ("工作任务", "主要任务", "重点任务", "工作事项", "任务内容"),
    "requirement": ("工作要求", "具体要求", "具体措施", "工作举措"),
    "lead": ("牵头单位", "牵头部门", "牵头责任单位"),
    "support": ("配合单位", "参与单位", "协办单位", "配合部门"),
    "resp": ("责任单位", "责任部门", "承办单位", "落实单位"),
    "person": ("分管领导", "责任领导", "分管市领导"),
    "progress": ("进展情况", "工作进展"),
    "remark": ("备注",),
    "deadline": ("完成时限", "完成时间", "时限要求", "时间节点"),
}
#: How a table names its groups and tasks; a measure is the task under a merged group.
TEXTS: tuple[str, ...] = (
    "content", "content", "content requirement", "name told", "group measure", "group measure", "outer content", "outer group measure",
    "outer content requirement",
)  # fmt: skip
DOERS: tuple[str, ...] = ("resp", "resp", "lead support", "lead resp", "lead")


def told(random: Random, most: int, end: str) -> str:
    """A sentence of up to about ``most`` characters."""
    text = random.choice(OPENINGS) + random.choice(MATTERS)
    for clause in random.sample(CLAUSES, len(CLAUSES)):
        if len(text) + len(clause) >= most:
            break
        text += random.choice("，，，；") + clause
    return text + end


def offices(random: Random, count: int) -> list[str]:
    """So many offices; now and then a collective name behind them."""
    found = random.sample(OFFICES, count)
    if random.random() < 0.2:
        found.append(random.choice(COLLECTIVES))
    return found
