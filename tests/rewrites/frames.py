"""A whole notice in other surroundings: on a site, behind a table of its metadata, between other notices, wrapped, as Markdown.

What it says of itself stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from .texts import blank_lines, glossed, indented, traditional

_YEAR = re.compile(r"20\d\d(?=年|〕|-|\.)")
_CRUMB = "您现在的位置：首页 > 政务公开 > 政府文件 > 正文\n"
_BUTTONS = "【字体：大 中 小】 【打印】 【关闭】\n分享到：微信 微博 QQ空间\n"
_SOURCE = "发布时间：{after}-03-08 09:12　来源：本站　浏览次数：217 次　字号：[ 大 中 小 ]\n"
_FOOT = "\n\n分享到：\n扫一扫在手机打开当前页\n打印 关闭\n主办：白石县政务服务中心 网站标识码：5101010001\n"
_INDEX_TABLE = """索引号 | 0157-2-{after}-0031 | 主题分类 | 综合政务/其他 |
信息类别 | 其他文件 | 公开方式 | 主动公开 |
有效性 | 有效 | 发布日期 | {after}-03-08 |
"""
_INDEX_LINES = """索 引 号：0157-2-{after}-0031
主题分类：综合政务
发布日期：{after}-03-08
公开方式：主动公开
"""
_ABOVE = """三、严格督促检查。县政府督查室要将工作落实情况纳入督查范围，定期通报，确保取得实效。

白石县人民政府办公室
{before}年11月3日

"""
_BELOW = """

白石县人民政府办公室
关于做好{after}年冬季森林防火工作的通知
白政办发〔{after}〕61号

各乡镇人民政府，县直各单位：
冬季天干物燥，火险等级高。为做好森林防火工作，现将有关事项通知如下：
一、提高认识。各乡镇要克服麻痹思想。
"""
_COPIES = "\n\n抄送：县委各部门，县人大常委会办公室，县法院，县检察院。\n{issuer}　　　{printed}印发\n"
_FRONT = (
    "---\nlayout: post\nurl: https://www.example.gov.cn/zwgk/{after}/0308/1131.html\ncrawled: {after}-03-09\n---\n\n"
)
_WIDTH = 30
_SHORT = re.compile(r"[|\t]|//|^.{1,8}[：:]|〔|】|\[|　")
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def _years(text: str) -> dict[str, int]:
    """A year before all that the text names, and one behind them."""
    years = [int(year) for year in _YEAR.findall(text)] or [2031]
    return {"before": min(years) - 1, "after": max(years) + 1}


def on_a_site(text: str) -> str:
    """Under a breadcrumb, buttons and the page's time, above what a site prints at its foot."""
    return _CRUMB + _BUTTONS + _SOURCE.format(**_years(text)) + "\n" + text.rstrip("\n") + _FOOT


def behind_index_table(text: str) -> str:
    """Behind the table of a site's directory."""
    return _INDEX_TABLE.format(**_years(text)) + text


def behind_index_lines(text: str) -> str:
    """Behind the lines of a site's directory."""
    return _INDEX_LINES.format(**_years(text)) + "\n" + text


def in_a_gazette(text: str) -> str:
    """Below the end of another notice."""
    return _ABOVE.format(**_years(text)) + text


def above_another(text: str) -> str:
    """Above the beginning of another notice."""
    return text.rstrip("\n") + _BELOW.format(**_years(text))


def as_markdown(text: str) -> str:
    """Behind front matter."""
    return _FRONT.format(**_years(text)) + text


def wrapped(text: str) -> str:
    """Broken at a width, as mails and PDFs are; fields of a site and lines of a number are short there."""
    lines = (line if _SHORT.search(line) else _wrap(line) for line in text.split("\n"))
    return "\n".join(lines)


def _wrap(line: str) -> str:
    return "\n".join(line[at : at + _WIDTH] for at in range(0, len(line), _WIDTH)) or line


def laid_out(text: str) -> str:
    """The title in the middle, paragraphs set in, the signature at the right, as on paper."""
    lines = text.split("\n")
    head = next((place for place, line in enumerate(lines) if line.endswith(("：", ":"))), 1)
    return "\n".join(_laid_out(line, lines[place + 1 :], place < head) for place, line in enumerate(lines))


def _laid_out(line: str, below: list[str], head: bool) -> str:
    if not line.strip() or "|" in line or "\t" in line or line.endswith(("：", ":")):
        return line
    if head:
        return " " * max(0, 2 * (20 - len(line) // 2)) + line
    signs = _DAY.fullmatch(line) or (len(line) < _WIDTH and _DAY.fullmatch(next(filter(None, below), "")))
    return " " * (2 * (_WIDTH - min(len(line), _WIDTH))) + line if signs else f"　　{line}"


FRAMES: dict[str, Callable[[str], str]] = {
    "site": on_a_site,
    "index-table": behind_index_table,
    "index-lines": behind_index_lines,
    "below-another": in_a_gazette,
    "above-another": above_another,
    "markdown": as_markdown,
    "wrapped": wrapped,
    "laid-out": laid_out,
    "blank-lines": lambda text: blank_lines(text, Random(1)),
    "indented": lambda text: indented(text, Random(1)),
    "traditional": lambda text: traditional(text, Random(1)),
    "glossed": lambda text: glossed(text, Random(1)),
}


def with_copies(text: str, issuer: str, day: str) -> str:
    """Above the line of copies and the one of printing."""
    year, month, date = (int(part) for part in day.split("-"))
    return text.rstrip("\n") + _COPIES.format(issuer=issuer, printed=f"{year}年{month}月{date}日")
