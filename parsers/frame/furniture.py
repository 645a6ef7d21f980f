"""Words of page furniture, by what they are for.

A short line outside the letter and the plan that holds one is furniture (:data:`CHROME`); inside a table or list only a
line made of nothing else is (:mod:`..pages.interludes`, which composes it of the same words).
"""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import words

#: Who keeps the site, and what it says of itself.
SITE = (
    r"网站(?:地图|声明|导航)|站点地图|关于(?:我们|本站)|联系我们|隐私(?:声明|政策|保护|条款)|法律声明|使用帮助|版权(?:所有|声明)|ICP备|公网安备|备案号|技术支持|标识码|"
    r"Copyright|copyright|COPYRIGHT|©"
)
#: Ways to read the page.
ACCESS = (
    r"无障碍(?![改设环通建家服])|关怀版|长者版|适老化?(?:版|模式|阅读|专区)|繁[體体]|移动版|手机版|语音播报|视力保护|背景色|字体|字号|"
    r"设为首页|加入收藏|首页|登录|RSS|智能问答|订阅|当前位置|您的位置|所在位置"
)
#: What a reader may do with the page.
BUTTONS = r"浏览本页|访问本页|查看本页|扫一扫|扫码|二维码|微信(?:扫|微博)|微博QQ|QQ空间|分享到|分享：|打印|关闭(?:窗口|本页|页面)|返回(?:顶部|首页|列表|上级)|上一[篇条]|下一[篇条]|附件下载|查看当前页|我要纠错|关注我们"
COUNTERS = r"您是第\s?\d+\s?位|浏览(?:次数|量)|点击(?:数|量|率|次数|下载|查看)|访问量|今日访问|阅读次数"
#: Other pages, and who made this one.
LINKS = (
    r"推荐阅读|相关(?:文章|链接|文件|信息|附件|报道|阅读|新闻|解读|(?:文档|资料)(?![^：:\s]))|文字解读$|图片解读$|图解解读$|视频解读$|访谈解读$|专家解读$|政策解读$|本文链接|本文关键词|责任编辑|编辑：|作者：|"
    r"网址：|电话：|传真：|邮编：|邮箱：|地址：|办公时间：|欢迎(?:您|访问|光临)|广告(?:服务|合作|招商|刊登|投放|热线|联系|业务|声明)"
)
#: What sites that share documents print around one.
SHARED = r"文档(?:评论|大小|格式|贡献者|[上下]载(?:时间|次数|者))(?![^：:\s\d(（])|还剩\s?\d{1,4}\s?页|VIP(?:精品|免费|专享|会员)|原创力文档|道客巴巴|下载(?:本)?文档前请|不可在线预览|如文档侵犯"
#: What stands over a list of other pages, which may say what they are akin to: 【工作安排】相关文章：.
OTHER_PAGES = lazy_pattern(
    r"(?:[【《“][^【】《》“”]{2,60}[】》”]的?)?(?:相关|推荐|延伸|热门|热点|最新|更多)(?:阅读|新闻|文章|报道|链接|推荐|信息|资讯)[：:]?"
)
#: The button that ends a list of pages: it is named like a plan.
BACK = lazy_pattern(r"[<《\[【]*返回")
#: A picture, as Markdown prints it.
IMAGE = lazy_pattern(r"!\[[^\[\]\n]{0,80}\]\([^\s()（）]{0,300}\)")
CHROME = lazy_pattern("|".join((SITE, ACCESS, BUTTONS, COUNTERS, LINKS, SHARED)))
"""Every choice begins with a letter of its own (no class, no anchor): it is then tried only where one of them stands."""
#: Where a page may be shared, as a line of buttons says it.
SHARES = lazy_pattern("(?:微信|微博|新浪|腾讯|QQ|空间|好友|朋友圈|人人网|百度贴吧){1,12}")
CHROME_LINES = frozenset(
    words("""
TOP Top 正文 大中小 基本介绍 基本信息 内容全文 发布信息 发布信息，内容全文， 内容全文， 全文
政府信息公开 政府信息公开平台
下载 下载Word版 下载PDF版 下载OFD版 Word版 word版 WORD版 PDF版 pdf版 OFD版 Word下载 PDF下载 文件下载 下载文件 下载全文 图文版 文字版 广告
展开全文 阅读全文 查看全文 展开阅读全文 点击阅读全文 点击展开全文 阅读更多 点击查看更多 加载更多
""")
)
