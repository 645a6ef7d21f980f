"""The words of targets: measures, bounds, what makes or changes a quantity, what only describes one."""

from __future__ import annotations

from ...normalize.lazy import CHINESE
from ..text.vocabulary import alternatives, words

GAP = r"\s{0,3}"
SCALES = {"百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
#: Amounts: measures of a thing as well as of what a thing is like (10亿元以上项目, 50人以上企业).
AMOUNTS = words("""
个百分点 百分点 平方公里 平方千米 平方米 立方米 公里 千米 公顷 PB TB GB 公斤 千克 微克 毫克 千瓦时 千瓦 兆瓦 吨标准煤 标准煤 美元 元 吨 斤 亩 米 升 人 倍
""")
#: Measure words of countable results. Times (天 小时 年), ages (岁), ranks (级 层) and marks (号 批) are none of them.
COUNTS = words("""
人次 人份 户次 场次 班次 件次 条次 个 家 项 次 户 名 所 座 条 件 篇 期 场 处 台 辆 套 张 份 部 种 例 宗 起 支 栋 幢 间 盏 棵 株 头 只 羽 艘 架
册 本 幅 块 眼 口 轮 班 对 门 节 遍 位 段 孔 组 片
""")
_PER = words("年 月 天 日 小时")
#: A measure, by what it is divided included: 万元/亩.
UNIT = rf"(?:{alternatives(AMOUNTS, COUNTS)}|分(?![之钟别]))(?:/(?:{alternatives(AMOUNTS, COUNTS, _PER)}))?"
#: What a count of them is not: 3个月, 2个方面.
NOT_COUNTED = "(?!月|年|小时|工作日|星期|季度|自然日|钟头|阶段|方面|领域|环节|层次|左右版)"

BOUNDS: tuple[tuple[str, str], ...] = (
    ("ge", "≥|不得?低于|不得?少于|不得?小于|不应低于|不应少于|不能少于|不能低于|不下于|至少|最少|最低|须达|起码"),
    ("le", "≤|不得?超过|不得?高于|不得?大于|不得?多于|不应超过|不能超过|不突破|最多|至多|最高|控制在|压缩在"),
    ("gt", "[>＞]|超过|突破|大于|高于|多于|超出"),
    ("lt", "[<＜]|低于|少于|小于"),
    ("about", "大约|约"),
)

#: Words that make, add or bring about what is counted behind them; the longest that fits is the word: 新开通, not 新开.
VERBS = words("""
新增 新建 建成 建设 建立 修建 新修 改建 扩建 改造 创建 打造 培育 培养 引进 引入 举办 承办 开办 发放 投放 增加 增设 增殖 铺设 安装 更换 新开 开通
开工 开业 开放 开发 开设 开辟 开垦 开展 组织 召开 推出 治理 整治 修复 修缮 拓宽 完成 实现 投入 投用 投产 通车 安排 争取 孵化 认定 选树 评选 流转
整理 减免 筹集 交付 加装 施划 储备 清理 拆除 拆迁 申报 处置 盘活 净增 接入 收储 供应 帮扶 救助 资助 招聘 招录 招引 签约 落户 落地 实施
改扩建 续建 迁建 淘汰 关停 腾退 复垦 疏浚 敷设 更新 配备 配置 配齐 购置 采购 打通 组建 设立 设置 布设 布点 布局 布建 筹建 补充 架设
搭建 加固 修补 提升 化解 消化 转移 销售 接待 惠及 压减 选派 选聘 选育 推广 种植 栽植 栽种 新栽 新造 新植 补植 低改 改良 吸引 吸纳 促成 化验 争创 添置 启用
启动 建好 办好 补齐 查处 办结 创成 获批 获评 制定 修订 编制 发布 征集 遴选 命名 兑付 授信 维修 维护 升级 制作 编写 发展 消除 整修 颁发 拟建 核查 梳理 引导 带动 新挖 开挖 开行 增开 取缔
疏通 清疏 畅通 扩容 优化 落实 防治 防控 抚育 养护 供给 培植 扶持 推进 推动
""")
#: A verb in a clause, no noun of one: 新建, not 增加值.
VERB = rf"(?:新|续)?(?:{alternatives(VERBS)})(?![值率额量者式]|区(?![级域县]))"
#: Deeds that name what is counted by themselves: 造林10万亩, 培训5000人次.
DEEDS = words(
    "减排 造林 营造林 植树 绿化 硬化 亮化 美化 改厕 清淤 培训 演练 巡查 宣讲 就业 招生 增殖放流 退耕还林 封山育林 义诊 技改 投资 抽检 慰问 走访 排查 检修 体检 试点 调研 直播"
)
#: Verbs of one character open a clause only: 修桥1座, but not 建议提案26件.
SHORT_VERBS = "(?:建(?![议档言制筑材成立设])|修(?![订正改建复缮])|增(?![强值加设长产收殖])|植(?![树物被保])|栽(?!植)|铺(?![设开排]))"
#: Verbs behind which a count stands with its noun: 打造3个赛事.
DIRECT = words("""
新增 新建 建成 新修 培育 培训 创建 打造 引进 举办 承办 开办 增设 发放 改造 修建 扩建 认定 选树 孵化 铺设 推出 投入 完成投资 净增 交付 改厕 清淤
绿化 组建 新开 开通 招录 招聘 配备 安装 种植 栽植
""")
#: What is completed, with how many of it in front: 完成11处运动场改造.
WORKS = words("改造 更新 建设 整治 提升 修复 加固 疏浚 创建 治理 安装 提标 维修 整修 绿化 硬化 清淤 划定 复垦")
#: The same of what is held: 开展3次专项检查.
HELD = words("开展 召开 组织 举行 进行 听取")
EVENTS = words("次 场 期 场次 班次 轮 遍 篇")
#: Nouns that are measured by an amount beside them: 到位资金50亿元, 社会消费品零售总额150亿元.
MEASURED = words("总额 总值 产值 产量 总产 总量 销售额 交易额 进出口 收入 资金 外资 税收 增加值 贷款 余额 里程 面积")
#: Nouns that an amount is of, not like: 500万元以上资金.
STUFF = words("资金 经费 投资 贷款 补助金 产值 收入 订单 农田 林 用地 管网")

#: What brings a quantity to a number right behind it.
CHANGES = words("""
达到 达 增至 增加到 增加至 扩大到 扩大至 提高到 提高至 提升到 提升至 稳定在 保持在 保持 压减至 压减到 压缩至 压缩到 精简至 精简到 减至 减少到 减少至
降至 降到 下降到 下降至 降低到 降低至 缩减至 力争 争取 确保 合并为 整合为 突破到
""")
#: The same of rates, and what rates change by.
RATE_CHANGES = words("""
达到 达 实现 完成 为 至 到 率 率均 增长 增加 增幅 提高 提升 上升 下降 降低 减少 压减 压缩 削减 精简 下浮 稳定在 保持在 保持 比例 比重 覆盖 占比 权重
""")

#: What is so already, or was: no number behind it is a goal, up to the next word of GOALS.
STATES = "(?<![快对将进动])已(?![^，。；]{0,8}的)|目前|去年|(?<![比较])上年|以来|涉及|前[一二三四五六七八九十两\\d]{1,2}(?:个?季度|个月)"
#: The same of the clause alone.
STATES_BESIDE = "现[有存]|原有|共有|(?:总投资|占地|(?:建筑|用地)面积)[^，。；]{0,3}$|注册资[本金]"
GOALS = "力争|争取|确保|计划|目标|今年|明年|到\\d{4}年|年底前|基础上|再(?=[新建增])|年底(?=[^，。；]{0,6}(?:达|建|完))|将(?=[^，。；]{0,4}[达建增提])"
#: Sums that somebody pays or gets, marks, shares of a payment: words in front, and words behind the number.
PAID = "(?:每|按)[亩户人次件年月家个吨辆]|罚|补[助贴](?!资金)|奖[励补](?!资金)|价|收费|票|保证金|限额|处以?$"
PAID_RIGHT_BEFORE = "(?:补[助贴]|奖[励补]|资助|给予)(?:标准)?(?:为|各)?(?:\\d[\\d.]{0,8}[万亿]?元[、和]){0,3}$"
#: What is paid as a rate: 按照年利率2%贴息, 缴至75%.
RATE_PAID = "(?:按(?!期|时|质|量)照?|[缴付])[^，。；、]{0,5}$"
PAYS = "发放|安排|拨付|兑[付现]|落实|争取"
PAID_BEHIND = "[^，。；、\\d]{0,8}(?:罚款|奖[励补]|补[助贴](?!资金)|资助|补偿)"
MARKED = "[扣加计得记赋减]\\d?$|扣分|加分|得分|每[^，。；]{0,6}$"
#: Lengths and areas that say where.
WHERE = "距|周边|周围|两侧|外围|半径|沿线|红线|范围"
WHERE_BEHIND = "以?[内外]|范围|处|半径|[长宽高深]"

#: Words before the subject: who, when and how.
LEADS = (
    "确保|力争|计划|使|争取|要|应|须|必须|将|把|对|并|且|各地|全[县市省区镇]|[市县区镇]两级|其中|含|包括|同时|再(?=[新建增])|共(?=完成)|累计|合计|新(?=认定|落户)|全部|加快|积极|不断|持续|全年|年内|年均|年度|同比"
    "|全面|每年|每[周月]|每季度?|每半年|到?(?:\\d{1,4}[年月日][至到—-]?){1,6}(?![以内期来])[底末]?(?:前|期间|起)?|到?\\d{4}年(?:\\d{1,2}月)?[底末]?前?|[本今明]年[底末]?前?|\\d{1,2}月[底末]?前?|年?底前|[上下]半年|[一二三四]季度|所占|占|比[上去]年|较上年"
)
#: Who does it, in front of the verb: 县财政局要安排, 由县水利局整治, 各镇要新建.
DOER = (
    rf"(?!{alternatives(VERBS)})[由请]?(?:各{CHINESE}{{1,6}}?(?:（[^（）]{{1,12}}）)?|{CHINESE}{{1,12}}?(?:局|委|办|厅|政府|街道|(?<!城)[镇乡]|财政|中心|公司|单位|部门|学校|村|企业))"
    rf"(?:(?:牵头|负责|具体|组织|每年|要|应|须|将)+|(?<=[局委办厅府道镇乡政）])(?={alternatives(VERBS, DEEDS)}))"
)
