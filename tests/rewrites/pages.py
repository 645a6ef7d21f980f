"""The page around a plan: letter, signature, and what a web site prints above and below."""

from __future__ import annotations

from .model import Plan

CHROME_ABOVE = """首页 > 政务公开 > 政策文件
无障碍 关怀版
字体：[ 大 中 小 ]  浏览次数： 483  打印  分享

"""
CHROME_BELOW = """

分享到：
扫一扫在手机打开当前页
上一篇：关于表扬先进的通报
版权所有：某某人民政府 某ICP备00000000号
"""


def page_of(plan: Plan, body: str, *, chrome: bool = False) -> str:
    """A whole notice that encloses the plan ``body``."""
    text = f"""{plan.issuer}关于印发{plan.title}的通知

各有关单位：

《{plan.title}》已经研究同意，现印发给你们，请认真抓好落实。

{plan.issuer}
2030年3月5日

{plan.title}

{body}
"""
    return CHROME_ABOVE + text + CHROME_BELOW if chrome else text
