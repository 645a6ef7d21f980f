"""A plan in other surroundings: behind a letter, above a signature, on the page of a site, above or below another part.

Its records stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_YEAR = re.compile(r"20\d\d(?=年)")
#: What a text begins with that is a page of its own: another letter, minutes, a report, the head of a site.
_OWN_HEAD = re.compile(
    r"(?:通知|纪要|纪录|报告|批复|函|意见|回复|公示|公告|解读|答复)(?:\n|$)|^http|首页|[^\n]{2,60}[：:]\n", re.M
)
_TITLED = re.compile(
    r"\s*[^\n|]{4,40}(?:方案|计划|分工|清单|分解表?|任务表?|台账|措施|安排|要点|表|预案|办法|制度|章程|细则)[^\n|]{0,12}\n"
)
_HEAD = 200
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$")
_TITLE = "青禾县{year}年重点任务分工方案\n"
_LETTER = """关于印发《青禾县{year}年重点任务分工方案》的通知
青政办发〔{year}〕12号
各镇人民政府，县直各单位：
《青禾县{year}年重点任务分工方案》已经县政府同意，现印发给你们，请认真贯彻执行。各单位要加强组织领导，于每月5日前报送进展情况。
附件：青禾县{year}年重点任务分工方案
青禾县人民政府办公室
{year}年1月12日

附件
{title}
"""
_SIGNATURE = "\n\n青禾县人民政府办公室\n{year}年1月12日\n"
_SITE_HEAD = """首页 > 政务公开 > 政府文件
{title}发布时间：{year}-01-12 来源：县政府办 浏览次数：311 字号：大 中 小

"""
_SITE_FOOT = """

扫一扫在手机打开当前页
打印 关闭
主办：青禾县人民政府办公室 网站标识码：5101010001
"""
_TABLE = """附件2
青禾县{year}年督查事项表
序号 | 督查事项 | 责任单位 | 完成时限
1 | 粮库扩容改造 | 县粮食局 | 9月底前
2 | 校车更新 | 县教育局 | 8月底前
3 | 古桥修缮 | 县文旅局 | 11月底前
"""
_LIST = """附件2
青禾县{year}年督查事项
一、民生事项
1.扩容改造粮库3座。（县粮食局负责，9月底前完成）
2.更新校车40辆。（县教育局牵头，县公安局配合）
二、文化事项
3.修缮古桥2座。（县文旅局负责，11月底前完成）
"""
#: How many tasks the other part holds.
OTHERS = 3


def has_own_page(text: str) -> bool:
    """Whether a text brings a letter or page of its own, so that it is no plan to be put into another."""
    return _OWN_HEAD.search(text[:_HEAD]) is not None


def is_signed(text: str) -> bool:
    """Whether a day stands at the end of a text."""
    return _DAY.search(text.rstrip()) is not None


def _year(text: str) -> str:
    found = _YEAR.search(text)
    return found[0] if found is not None else "2031"


def _title(text: str) -> str:
    """A title for a text that has none."""
    return "" if _TITLED.match(text) else _TITLE.format(year=_year(text))


def behind_letter(text: str) -> str:
    """``text`` as the attachment of a letter."""
    return _LETTER.format(year=_year(text), title=_title(text)) + text


def signed(text: str) -> str:
    """``text`` above a signature."""
    return text.rstrip("\n") + _SIGNATURE.format(year=_year(text))


def on_a_site(text: str) -> str:
    """``text`` between the head and the foot of a web page."""
    return _SITE_HEAD.format(year=_year(text), title=_title(text)) + text.rstrip("\n") + _SITE_FOOT


def _above(part: str) -> Callable[[str], str]:
    return lambda text: text.rstrip("\n") + "\n\n" + part.format(year=_year(text))


def _below(part: str) -> Callable[[str], str]:
    return lambda text: part.format(year=_year(text)) + "\n附件3\n" + text


SURROUNDINGS: dict[str, Callable[[str], str]] = {
    "letter": behind_letter,
    "signature": signed,
    "site": on_a_site,
    "above-table": _above(_TABLE),
    "below-table": _below(_TABLE),
    "above-list": _above(_LIST),
    "below-list": _below(_LIST),
}
