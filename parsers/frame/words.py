"""Vocabulary of the frame: how organs, titles, page furniture and metadata name themselves.

Words are compositions (head noun at the end of a name, genre at the end of a title), so that a page that
nobody has seen is read by the same few lists.
"""

from __future__ import annotations

import re

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.vocabulary import alternatives, words

# Last words of an organ's name. A single character is enough at the end of a whole line, not inside one.
ORGAN_TAIL = words("""
人民政府 政府 办公室 办公厅 督查室 研究室 委员会 管委会 党工委 工委 党委 党组 纪委 监委 编委办 编办 改革委 发改委 委
局 厅 部 院 处 办 署 会 总队 支队 大队 中心 指挥部 领导小组 小组 联席会议 专班 公司 集团 银行 支行 分行 学校 大学 学院
中学 小学 幼儿园 医院 研究院 协会 学会 联合会 总会 总工会 妇联 团委 残联 工商联 社 站 所 馆 街道 乡 镇 园区 开发区
高新区 新区 军分区 人武部 分局 海关 税务局 供电局 烟草局 档案馆 司令部 政治部 秘书处 秘书局 办事处 管理处 团中央
党中央 公署 行署 联盟 基金会 农场 林场 管理局 审判庭 法制办
""")
ORGAN = lazy_pattern(
    lambda: rf"(?:[*×]{{2,6}})?[\u4e00-\u9fff（）()、·“”]{{0,40}}(?:{alternatives(ORGAN_TAIL)})(?:（[^（）]{{1,20}}）)?"
)

# Last characters of those a notice is sent to (主送机关): organs, and areas that stand for their governments.
RECIPIENT_ENDS = frozenset(
    "位门构府处委局办厅部间班室院校会司业体行心道街居矿厂企镇乡县区市州盟旗省村社所站队团组科署馆台关场园志员学导支织木庭联协"
)
RECIPIENT_WORDS = lazy_pattern(
    r"各|有关|单位|部门|机构|人民政府|委员会|管委会|办事处|直属|公司|学校|局|办公室|厅|同志|中心|街道|"
    r"[委部](?=[，、：:]|$)"
)
# Head nouns that name nobody alone: the piece before them is the rest of the name.
BARE_HEADS = frozenset(
    words("""
管委会 委员会 办事处 街道办事处 人民政府 政府 单位 部门 机构 直属机构 办公室 企业 公司 院校 组织 团体 有关单位组成
党工委 管理委员会
""")
)

# What parts the organs of a title from its matter.
_REPLIES = r"对(?=[^，。]{2,40}(?:建议|提案|议案)的?(?:答复|复函))"
_PRESSES = r"(?:督查|督办|交办)(?=通知$|函$|令$)"  # the whole title of some: 某市政府督查室督查通知
_MEETS = r"(?:第[\d一二三四五六七八九十百]{1,5}次|(?:常务|专题|办公|全体|协调)会议?)(?=[^，。]{0,16}(?:纪要|[纪记]录)$)"  # whose minutes: 某市政府第3次常务会议纪要
ISSUER_VERB = lazy_pattern(rf"关于|印发|转发|批转|下达|发布|公布|{_REPLIES}|{_PRESSES}|{_MEETS}")
# How a notice's title acts (the verb) and what it calls itself (the genre): GB/T 9704-2012, 7.3.1, and the
# kinds of 党政机关公文处理工作条例, article 8; 告诉 is what spun pages print for 通知.
TITLE_VERB = lazy_pattern(
    rf"关于|印发|转发|批转|下达|公布|发布|分解|做好|开展|调整|成立|召开|{_REPLIES}|{_PRESSES}|会议(?=(?:纪要|[纪记]录)$)|(?:情况|进展|进度|结果|问题)(?=的?通报$)"
)
GENRE = lazy_pattern(
    r"(?:通知|通报|通告|公告|公示|意见|决定|决议|批复|答复|复函|(?<=的)告诉|函|命令|令|公报|议案|纪要|会议[纪记]录|请示|报告|办法|规定|细则|方案|计划|要点|规划|安排|措施|(?<=[况的])说明)"
    r"(?:（[^（）]{1,30}）|\([^()]{1,30}\))?$"
)
# What an enclosed plan calls itself: the end of its title.
_PLAN_NOUN = words("""
计划 方案 规划 要点 安排 分工 分解 重点工作 任务 事项 清单 目录 台账 任务书 责任书 责任制 责任状 目标责任 行事历 校历 月历 周历 工作历 日程 排期 部署 工程 实事 项目
预案 举措 行动 细则 办法 规定 制度 规程 规则 章程 守则 指南 标准 意见 措施 纲要 汇总 一览 进度 时间表 路线图 图谱 表 指标 条件 职责 名单
交办单 督办单 任务单 通知单 通知书 提示单 整改单 责任卡 任务卡 明白卡 须知 说明 报告 建议 目标 脚本
""")
_STATE = "|".join(
    f"{word}情况(?<=.{{10}})(?:公布|公开|通报)?" for word in ("进展", "完成", "落实", "办理", "推进", "执行")
)
#: How the sentence begins that says what a document is for; 为民办实事清单 is a title.
PURPOSE = lazy_pattern(r"为(?:了|深入|全面|进一步|认真|切实|扎实|积极|有效|更好|贯彻|落实|加强|加快)|根据|按照")
PLAN_END = lazy_pattern(
    lambda: (
        rf"(?:{alternatives(_PLAN_NOUN)}|{_STATE})(?:的?(?:通知|函|公示|公告))?[》〉”]?\s*"
        r"(?:[（(][^（）()]{1,30}[）)])?[》〉]?$"
    )
)
TASK_NOUN = lazy_pattern(r"表|分工|分解|台账|清单|任务|计划|目录|进度|安排|方案|责任")

#: A link to another page: 上一篇：….
LINK = lazy_pattern(r"[\[【（(]?(?:[上下前后]一?[篇条则](?!.{0,4}规定)|相关(?:阅读|文章|链接))")
# Heads of the metadata block (信息公开目录) and what they hold. Longest first where one begins another.
METADATA_KEYS = {
    "number": words("发文字号 发文文号 发文编号 文件编号 文件字号 文件文号 公文文号 公文字号 发布文号 文号 字号"),
    "issuer": words("""
发文机关 发文机构 发文单位 发布机构 发布机关 发布单位 颁布单位 颁布机关 公开机构 公开主体 制发机关 制定机关 印发机关
"""),
    # Who gave the page its text, often a newspaper or another office: not who issued the notice.
    "source": words("信息来源 文章来源 来源单位 来源 供稿单位"),
    "issued": words(
        "成文日期 成文时间 发文日期 发文时间 印发日期 生成日期 生成时间 签发日期 制发日期 制定日期 颁布日期"
    ),
    "published": words(
        "发布日期 发布时间 时间发布 公开日期 公开时间 公布日期 上网时间 发表时间 录入时间 上传时间 时间 日期 publish_time publish_date pub_date date Date"
    ),
    "title": words("文件标题 发文标题 信息标题 信息名称 文件名称 公文标题 标题 名称 title Title"),
    "other": words("""
索引号 索取号 信息索引 主题分类 信息分类 体裁分类 组配分类 服务对象分类 服务对象 公文种类 文种 主题词 关键词 关键字
有效性 效力状态 是否有效 时效性 生效日期 实施日期 失效日期 废止日期 公开方式 公开形式 公开范围 公开属性 公开类别
公开程序 公开时限 信息类别 体裁 分类 主题 内容概述 概述 摘要 统一编号 登记号 规范性文件编号 统一登记号 更新时间
更新日期 浏览次数 浏览量 访问量 阅读次数 阅读量 点击数 点击量 点击率 中文名称 外文名称 中文名 外文名 英文名 点击次数
浏览 阅读 点击 作者 责任编辑 编辑 审核 校对 签发人 签发 字体大小 字体 字号大小 语种 所属栏目 栏目 载体类型 记录形式
密级 紧急程度 备注文件 原文链接 原文网址 url URL link content
"""),
}
ALL_KEYS = tuple(key for keys in METADATA_KEYS.values() for key in keys)

# Breadcrumb: places joined by an arrow; 《会议<政府工作报告>分工方案》 is none.
#: A bound of a count is none: >=1, ＞10%.
_CRUMB = lazy_pattern(r"[›»→]|[＞](?!=|\d+%?$)|(?:^|>)[^<>]*>(?!=|\d+%?$)")
_ARROW = lazy_pattern("[＞›»→>]")
# The last element of a paper notice (版记): copies and printing; in minutes who was there stands above it.
COPY_LINE = lazy_pattern(
    r"(?:出席|列席|缺席|请假|参加|记录|送|发|报)(?:人员)?：|(?:主题词|抄[送报]|分送|报送|公开方式|主动公开|依申请公开)[：:（）]|"
    r"[（(](?:此件|此页|本文(?:略)?有|信息公开|公开|主动公开|依申请公开|联系人|联系单位|联系电话|联系方式)"
)
PRINTED_ON = lazy_pattern(r".{0,60}\d日印发?$")
# What only a covering letter says.
COVER = lazy_pattern(
    r"给你们|印送|现予(?:以)?(?:印发|公布|发布)|现(?:将|就|把).{2,120}(?:通知|函告|印发|如下)|遵照执行|贯彻(?:执行|落实)。|"
    r"认真(?:组织)?(?:贯彻|抓好|组织|落实|执行)|通知如下|抓好落实"
)
# What hands over a plan that stands elsewhere; 通知如下 does not, its sections are the plan.
HANDS_OVER = lazy_pattern(
    r"(?:印发|转发|下发|分发)给|发给你们|予以.{0,6}(?:印发|下发|下达)|现印发|现转发|分解下达|随文印发"
)
# What does so on a page that prints no title: 现将《…》予以公布 above the table.
PUBLISHES = lazy_pattern(rf"{HANDS_OVER.pattern}|予以.{{0,6}}(?:公布|公示|公开|发布)")
ATTACHMENT_SUFFIX = lazy_pattern(
    r"\.\s?(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rtf|zip|rar|7z|jpg|png|html?)(?![a-z])", re.IGNORECASE
)
# A printed label of a heading or item.
LABEL = lazy_pattern(
    r"(?:专项|专题|任务|行动|工程|板块|部分)[一二三四五六七八九十]{1,3}[：:、]|第[一二三四五六七八九十百]{1,4}[章节条部项]|[一二三四五六七八九十]{1,4}\s?[、．.，,：]|[（(]\s?[一二三四五六七八九十]{1,4}\s?[）)]|"
    r"\d{1,3}\s?[．、]|\d{1,3}\.(?!\d{1,2}(?:\D|$))|[（(]\d{1,3}[）)]|[①-⑳㈠-㈩]"
)
HEADING_LABEL = lazy_pattern(
    r"(?:专项|专题|任务|行动|工程|板块|部分)[一二三四五六七八九十]{1,3}[：:、]|第[一二三四五六七八九十百]{1,4}[章节部]|[一二三四五六七八九十]{1,4}\s?[、．.，,]|[（(]\s?[一二三四五六七八九十]{1,4}\s?[）)]"
)
# Words of responsibility: a list whose items carry them is a plan, not narrative of the letter.
CLAUSE = lazy_pattern(
    r"(?:牵头|责任|配合|承办|主办|协办|参与|参加|负责|落实|实施|起草|督办)(?:处室|科室|股室|单位|部门|机关|领导|人)?\s?：|"
    r"[【［〖〈＜<](?:牵头|责任|承办|主办)(?:处室|科室|股室|单位|部门|机关)[】］〗〉＞>]|"
    r"[（(〔\[【][^（）()\[\]【】。]{2,150}(?:牵头|负责|配合|承办|落实)[^（）()。]{0,60}[）)〕\]】]"
)
# A closing bracket that only names an office: several items of a letter that carry one are a plan.
BARE_CLAUSE = lazy_pattern(
    rf"[（(](?:{CHINESE}|[、，]){{1,60}}(?:局|委|办|厅|科|股|处|室|中心|队|镇|乡|街道|政府|公司)[）)][。；;]?$"
)
# A last sentence that says who does it, or all that stands behind a name: several items of a letter that close so are a plan.
SPOKEN_CLAUSE = lazy_pattern(
    r"(?:[。；]|^[^。；：]{2,25}(?<![组班])：)由[^。；，]{2,60}(?:牵头|负责|承办|落实)(?:，[^。；]{2,80}(?:配合|协助|参与|负责|完成|完工|落实))?[^。；]{0,30}[。；]?$"
)
# The same before a day: 检查。由甲牵头，乙配合，于3月31日前对全县企业…，…。 整治。甲负责在6月底前…；乙负责….
TOLD_BY_WHEN = lazy_pattern(
    r"[。；](?:由|请)?[^。；，：由]{3,30}(?:牵头|负责)(?:，[^。；]{2,80}(?:配合|协助|参与))?[，于在确保]{0,3}(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日)?底?前|年底前)"
)
# Labels that say who made or keeps the page, not who does a task.
NOT_ASSIGNED = lazy_pattern(r"联系|填[报表]|制表|发[布文]|主送|抄|审核|签发|编辑|来源|受理|咨询|办公|监督")
# Labels that head a task's units as well as the operators of a web site.
SITE_LABEL, SITE_BUILDER = lazy_pattern(r"主办|承办|协办|主管|维护|网站"), lazy_pattern(r"建设|运营|运维|技术支持|开发")


def holds_crumb(text: str) -> bool:
    """Whether a text holds a breadcrumb of a page: 首页 > 政务公开."""
    return _ARROW.search(text) is not None and _CRUMB.search(text) is not None


# How a sentence or heading ends above those who do what it announces.
AS_FOLLOWS = lazy_pattern(r"如下[：:。]$|(?:分工|职责|任务)(?:安排|划分|如下)?$|(?:分工|职责|任务).{0,12}[：:]$")
# How one ends above those of whom it is told how they stand or who they are: 发现的问题如下：.
TELLS_STATE = lazy_pattern(
    r"联[系络].{0,10}[：:。]$|(?<!分工)(?<!任务)(?<!职责)(?:问题|不足|名单|情况|进展|结果|成效|经验|做法|典型|先进(?:单位|个人|集体)?|表现|人员|成员|企业|公司|名额|奖项)(?:[予给]以|公布|通报|公示|反馈)?(?:如下)?[：:。]?$"
)
