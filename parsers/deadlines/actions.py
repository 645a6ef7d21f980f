"""What is done by a time: words that make a deadline of a bare 9月 or 2030年."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words

#: What becomes of a building, a road, a system.
_BUILT = words(
    "动工 开工 进场 主体 封顶 结顶 贯通 竣工 完工 建成 新建 新增 投用 投产 投入 交付 验收 上线 试运行 运行 开通 开放"
)
_REACHED = words("完成 前完成 实现 达到 形成 落实 清零 清退 清理 摸清 办结 整改")
#: What becomes of a paper, an application, a figure.
_WRITTEN = words("""
起草 编制 制定 修订 征求 评审 复审 初审 终审 二审 三审 初验 终验 初评 终评 初选 初赛 复赛 决赛 送审 提请 提出 提交 申报 立项 获批 报 上报 印发 出台 发布 公布 公开 公示 汇总 总结
""")
_HELD = words("""
启动 动员 部署 组织 开展 推进 推动 推出 实施 进行 召开 举行 举办 开幕 自查 自评 摸底 摸排 招标 评选 推荐 征集 选定 接受
迎接 建立 健全 完善 巩固 发放 兑付 拨付
""")
#: How: a verb follows.
_MANNER = words("力争 确保 集中 全面 基本 初步")
#: Verbs that open a noun as well: 下达的任务, 安装情况, 更新率.
_ALSO_NOUNS = words("""
下达 下发 核准 拆除 修建 签约 选派 确定 安装 采购 购置 配备 配齐 更新 调整 谋划 腾退 关停 取缔 栽植 编印 遴选 认定 引进 取得 到位 见效 达标
""")
#: What is done to all: of 全部 alone nothing follows (全部项目).
_TO_ALL = words("建成 完成 实现 到位 达到 投 开工 竣工 清 拆 整改 办结 交付 落实 取消 关 淘汰")
#: 3月、6月、9月、12月各调度一次.
EACH_TIME = lazy_pattern(r"(?:各|分别)[^，。；、的\d]{1,10}[一1两二三2-4]次")
#: An action right behind a time.
ACTION = lazy_pattern(
    lambda: (
        rf"[，,]?(?:各|分别|再)?(?:{alternatives(_BUILT, _REACHED, _WRITTEN, _HELD, _MANNER)}|施工(?![期图单企许方])"
        rf"|排查(?!出)|全部(?={alternatives(_TO_ALL)})|{EACH_TIME.pattern}|(?:{alternatives(_ALSO_NOUNS)})(?![的后率]|情况))"
    )
)

#: What things come to by a time: as good behind it, on a line of its own.
OUTCOME = lazy_pattern(lambda: alternatives(_BUILT, _REACHED, _MANNER))

#: What is reached in a year that is named without 前 or 底 (2030年实现全覆盖).
_IN_YEAR = words("""
完成 实现 建成 启动 达到 开工 竣工 完工 投用 投产 投运 投入使用 投入运行 投入运营 通车 出台 推出 印发 新建 形成 发布
公布 选定 获批 创成
""")
#: The same at the end of a clause: 2030年推广，…
_CLOSING = words("试点 推广 推开 铺开 见效 达标 收官 全覆盖")
#: The same in full measure: 2030年全面推行.
_SPREAD = words("推广 推行 实行 启用 取消 推开 铺开 施行")
#: The same when a number follows: 2030年改造老旧小区30个.
_COUNTED = words("""
新增 培育 改造 改建 扩建 引进 推广 举办 创建 打造 治理 整治 修复 种植 新改扩建 新（改、扩）建 组织开展 开展 实施
关停 关闭 淘汰 退出 压减
""")
_YEAR_MANNER = words("力争 确保 争取 计划 预计 拟 将 要 全面 基本 初步 全部")
#: What a figure comes to: 2030年绿地率达到40%, 2030年能耗比2025年下降5%. 控制在 and 不超过 are said of the year itself.
_COMES_TO = words("达到 达 占 超过 突破 不低于 不少于 升至 升到 提高到 提高至 提升到 提升至 增加到 增至 降至 降到")
#: What becomes of all of a thing: 2030年设区城市基本建成….
_COMPLETE = words("建成 完成 实现 形成 达到 消除 覆盖 建立 淘汰 退出 取消")
#: Nouns that such a verb belongs to, and those whom a relative clause speaks of (2030年建成的小区).
_NAMED_BY_VERB = words("情况 任务 计划 目标 项目 以来")
_SPOKEN_OF = words("省 市 县 区 镇 乡 单位 企业 项目 学校 部门 地区 工程 小区 人员 户 家庭")
YEAR_ACTION = lazy_pattern(
    lambda: (
        r"(?:[、，和及]\d{4}年){0,5}(?:分别|再)?[，,]?在?(?:全[市县省区州镇乡国])?"
        rf"(?:{alternatives(_YEAR_MANNER)})*(?:{alternatives(_IN_YEAR)}"
        rf"|(?:{alternatives(_CLOSING)})(?=$|[，。；）)])|[^，。；、\d]{{2,12}}分别(?:达到|完成|实现|提高|增长)"
        r"|(?<=分别)(?:下降|降低|减少|提[高升]|增[长加至]|降至)[^，。；\d]{0,6}\d"
        rf"|(?:全面|正式|普遍)(?:{alternatives(_SPREAD)})"
        rf"|[^，。；：已曾]{{0,30}}?(?:{alternatives(_COMES_TO)}|比\d{{4}}年(?:下降|降低|减少|提高|增长)|率(?=\d))[^，。；\d]{{0,6}}\d"
        rf"|\d+(?:\.\d+)?[%％]以上|[^，。；、：\d的已]{{2,10}}(?:基本|全面|全部|均|都)(?:{alternatives(_COMPLETE)})"
        rf"|\d+(?:\.\d+)?[%％]以上的[^，。；、：\d的已]{{2,12}}(?:纳入|{alternatives(_COMPLETE)})"
        rf"|(?:{alternatives(_COUNTED)}|建设(?!用地))(?=[^，。；]{{0,25}}?\d))"
        rf"(?![的率后时]|{alternatives(_NAMED_BY_VERB)})(?![^，。；]{{0,20}}的(?:{alternatives(_SPOKEN_OF)}))"
        r"(?![^。；]{0,30}(?:同比|[比较]上年))"
    )
)

#: A figure that is reached in a time to come: 上半年完成投资3亿元, 三季度使用率达60%以上; of what things are the text goes on with 的.
_FIGURES = words("投放 增长 签约 发放 吸纳 兑付 授信 融资 销售 拨付")
FIGURE_THEN = lazy_pattern(
    lambda: (
        r"(?![、和及至到-])[^，。；、：:\d的了]{0,14}?"
        rf"(?:{alternatives(_BUILT, _REACHED, _HELD, _ALSO_NOUNS, _COUNTED, _COMES_TO, _FIGURES)})"
        r"[^，。；、：:\d的了]{0,16}\d(?![^，。；、]{0,16}(?:[纳列计]入|作为))[^，。；、的]{0,24}(?:[，。；、]|$)"
    )
)

#: The same in a month: 3月改造老旧小区5个.
COUNTED_THEN = lazy_pattern(
    lambda: rf"(?:再|各)?(?:{alternatives(_COUNTED)}|建设(?!用地))(?![的率季业户区期])(?=[^，。；的]{{0,16}}?\d)"
)

#: Nouns that open with such a verb: 2030年推进会, 2030年实施方案, 2030年集中采购目录.
_NOUNS = words("""
推进会 动员会 部署会 启动会 启动仪式 总结会 总结大会 总结表彰 总结报告 组织部 组织生活 组织机构 实施方案 实施意见 实施细则 实施计划 实施情况 集中采购 集中供
集中式 采购目录 采购意向 采购计划 采购预算 采购项目 基本公共 基本医疗 基本养老 基本农田 基本药物 基本情况 基本建设 汇总数据 汇总表 报废 报告 报名 报表
整改问题 整改清单 整改任务 整改事项 整改方案 整改台账 推荐评选 推荐名单 推荐目录 发布会 公开目录 进行时 开放日 开放大学 落实情况 公示期 投入产出
""")
NAMED_BY_ACTION = lazy_pattern(lambda: rf"[，,]?(?:{alternatives(_NOUNS)})")

#: What a figure comes to, right behind the year: 配套率2030年达到95%.
YEAR_LEVEL = lazy_pattern(
    lambda: rf"(?:力争|要|应|将|须)?(?:分别|均)?(?:{alternatives(_COMES_TO)})[^，。；\d]{{0,4}}\d"
)

#: What a thing reaches in a month, quarter or half that is named without 前 or 底 (新院区8月投入使用).
_OPENED = words("""
投入使用 投入运营 投入运行 投入生产 投用 投产 投运 完工 竣工 开工 动工 交付 通车 通水 通航 贯通 启用 封顶 结顶 建成 开放 开业 开园 开诊 接诊
开馆 开班 上线 揭牌 挂牌 试运行 试运营 交房 分房 回迁 入驻 开通 并网 通气 通电 蓄水 开航 首航 首飞 试产 达产 量产 下线 试营业
""")
#: The same at the end of a clause; among others they are nouns (7月供水、供电保障).
_SERVED = words("供水 供电 供暖 供热 供气 营业 运营 招生 落地 落户 全覆盖")
_OPENED_HOW = words("实现 签约 正式 集中 主体 整体 全线 全面 全部 基本 陆续 顺利 建成 同步 如期")
REACHED_THEN = lazy_pattern(
    lambda: (
        rf"(?:{alternatives(_OPENED_HOW)}){{0,2}}(?:(?:{alternatives(_OPENED)})"
        rf"(?:使用|建设|验收|发电|{alternatives(_OPENED, _SERVED)})?(?=$|[，。；、,;）)]|并)"
        rf"|通过[^，。；、]{{0,8}}(?:验收|评审|审查|认证|认定|复审|复核)|(?:{alternatives(_SERVED)})(?=$|[，。；,;）)]|并))"
    )
)

#: Words before a time that say that it is one, and where a clause begins.
CUE = lazy_pattern(r"(?:其中|到|至|于|在|争取|力争|确保|拟|计划|预计|不迟于|最迟|截至|截止)$")
CUE_LABEL = lazy_pattern(r"(?:(?:时间|时限|期限|日期)[为是：:]|(?:完成|办结|整改|落实|报送)(?:时间|时限|期限|日期))$")
CLAUSE_START = lazy_pattern(r"(?:^|[，。；：、,;:（(\s])$")
