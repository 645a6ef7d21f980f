"""Furniture of a web page in the midst of a table or list: buttons, share links, links to other pages, advertisements, footnotes, drawn lines.

Copied pages print it between two rows or items. A line counts when it consists of such words only (or opens with what
nothing but furniture opens with) and the numbering or the rows go on behind it; elsewhere the frame reads such lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...normalize.lazy import lazy_pattern
from ...normalize.mojibake import is_byte_soup
from ..deadlines import deadline_likeness
from ..fields.heads import read_head
from ..fields.label_lines import read_label_line
from ..frame.furniture import ACCESS, CHROME, IMAGE, SITE
from ..text.document import Line
from ..text.labels import bare_number, read_label
from ..units import unit_likeness
from .rows_below import FlatTables

_LONGEST = 80
_REACH = 60  # filled lines within which the numbering has to go on
_NEAR = 3  # filled lines within which a table of pipes has one
_LONGEST_CELL, _LIKELY = 40, 0.6
_TOP, _SHORTEST_TITLE = 4, 8  # lines of a page's head, characters of a title
_SENTENCE_ENDS = ("。", "；", "：", "，")
#: Labels of who runs a site, which stand below the buttons of a page.
_SITE = lazy_pattern(r"[主承协]办|网站|版权|技术|联系|地址|电话")
_BUTTONS = (
    r"分享(?:到|至)?|转发|收藏(?:本[页站])?|打印(?:本[页文]|此页)?|关闭(?:窗口|本页|页面|此页)?|返回(?:顶部|首页|列表|上级|上一页)?|浏览(?:次数|量)?|阅读(?:次数|量)|"
    rf"点击(?:次数|量|数|率|下载|查看)|访问(?:量|次数)|扫一扫|扫码|查看(?:全文|原文|详情|更多)|下载(?:附件|全文|原文)|相关(?:文章|链接|阅读|推荐|新闻|附件)|纠错|TOP|[上下]一页|[首尾末]页|{SITE}|{ACCESS}"
)
_FILLINGS = (
    r"微信|微博|二维码|扫描|新浪|腾讯|公众号|QQ|空间|好友|朋友圈|人人网|豆瓣|在?手机[上端]?|打开|共\s?\d+\s?页|第\s?\d+\s?页|(?:发布|更新|发表)(?:日期|时间)|点击|查看|浏览|阅读|当前|本页面?|页面?|大|中|小|次|更多|复制(?:链接|网址)?|我要|评论|点赞|加入|本站|"
    r"设为|背景色|关注|下载|保存|推荐|给|正文|图标|按钮|用|(?:录入|责编|编辑|作者|人气)[：:]\s?[A-Za-z]{0,12}"
    r"|\]\([^\s()（）]{1,200}\)"
)
_BUTTON = lazy_pattern(_BUTTONS)
#: What such a line is made of; taken out piece by piece, since the words overlap.
_PIECES = lazy_pattern(rf"{_BUTTONS}|{_FILLINGS}|[\s：:|/\[\]【】（）()·,，、>»\d.+—_-]+")
_OPENINGS = lazy_pattern(
    r"(?:当前|您的|您现在的|所在|您所在的)位置[：:]|[上下]一[篇条页][：:]|版权所有|(?:文章|信息|本文|稿件)来源[：:]|本文(?:来自|链接|地址)|责任编辑[：:]|技术支持[：:]|"
    r"[【\[]广告[】\]]|(?:共\s?\d+\s?页[，,]\s?)?还剩\s?\d+\s?页|免责声明|https?://\S+$|\S{0,12}ICP备"
)
_FOOTNOTE = lazy_pattern(r"([\[［〔]\d{1,2}[\]］〕])\s?(?=[^|]{2,40}?(?:是?指|即|包括|：))[^|]+$")
_NOTE_OPENINGS = frozenset("[［〔")
#: A line drawn between two items or records; one that belongs to a table has marks beside it.
_DRAWING = frozenset("-—–=_*~～─━＿－═·")
_DRAWN = lazy_pattern(r"([-—–=_*~～─━＿－═·])\1{3,}")
_BETTING = lazy_pattern(
    r"澳门|葡京|威尼斯人|金沙|太阳城|博彩|彩票|彩金|棋牌|娱乐城|百家乐|老虎机|六合彩|时时彩|投注|下注|赌场|真人视讯|捕鱼"
)
#: Cheap rejection: furniture and advertisements hold one of these.
FURNITURE = lazy_pattern(
    rf"{_BUTTONS}|位置|版权所有|来源|本文|责任编辑|技术支持|广告|!\[|还剩|免责声明|http|ICP备|上一|下一|{_BETTING.pattern}"
)
#: Cheap rejection: what text in a wrong code page begins with.
_MISREAD = frozenset("锟斤烫屯" + "".join(map(chr, range(0xA1, 0xFF))))
_LURES = lazy_pattern(r"注册(?:即|就)?送|欢迎您|www\.|\.com|\.cn|bet\d|送\d+元")


def interludes(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that are furniture between two rows or items."""
    filled = [line for line in lines if line.text]
    starts = [line.start for line in filled]
    signed = {bisect_right(starts, sign.start()) - 1 for sign in FURNITURE.finditer(text)}
    places = [
        place
        for place, line in enumerate(filled)
        if (place in signed and is_page_furniture(line.text))
        or (line.text[0] in _NOTE_OPENINGS and _is_footnote(filled, place))
        or (line.text[0] in _DRAWING and _DRAWN.fullmatch(line.text) is not None)
    ]
    if not places:
        return frozenset()
    places = sorted({*places, *_titles_again(filled, frozenset(places))})
    out = frozenset(places)
    tables = FlatTables(text, filled)
    return frozenset(
        filled[place].index for place in places if _goes_on(filled, place, out) or tables.go_on(place, out)
    )


def unreadable(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that were decoded with the wrong code page, where most lines were not."""
    found = frozenset(
        line.index for line in lines if line.text and line.text[0] in _MISREAD and is_byte_soup(line.text)
    )
    return found if 2 * len(found) < sum(1 for line in lines if line.text) else frozenset()


def _titles_again(filled: Sequence[Line], places: frozenset[int]) -> Iterator[int]:
    """The lines beside furniture that print the title of the page again, as each page of a site does."""
    titles = {line.text for line in filled[:_TOP] if len(line.text) >= _SHORTEST_TITLE}
    for place in sorted({beside for at in places for beside in (at - 1, at + 1) if _TOP <= beside < len(filled)}):
        if place not in places and filled[place].text in titles:
            yield place


def is_page_furniture(text: str) -> bool:
    """Whether a line is made of the words of buttons and links, or advertises bets."""
    if (len(text) > _LONGEST and "](" not in text) or FURNITURE.search(text) is None:
        return False
    if IMAGE.fullmatch(text) or _OPENINGS.match(text) or (_BUTTON.search(text) and not _PIECES.sub("", text)):
        return True
    return _BETTING.search(text) is not None and _LURES.search(text) is not None and not text.endswith(("。", "；"))


def _is_footnote(filled: Sequence[Line], place: int) -> bool:
    """Whether a line explains a word above that carries its mark: [1]“无废城市”是指…"""
    note = _FOOTNOTE.match(filled[place].text)
    return note is not None and any(line.text.find(note[1]) > 0 for line in filled[max(0, place - _REACH) : place])


def _goes_on(filled: Sequence[Line], place: int, out: frozenset[int]) -> bool:
    """Whether the rows or the numbering of what stands above go on below."""
    above = [filled[i] for i in range(place - 1, max(-1, place - 1 - _REACH), -1) if i not in out]
    below = [filled[i] for i in range(place + 1, min(len(filled), place + 1 + _REACH)) if i not in out]
    if not above or not below:
        return False
    if _has_pipe(above) and _has_pipe(below):
        return True
    if read_head(above[0].text) is not None and (read_head(below[0].text) is not None or bare_number(below[0].text)):
        return True
    if _DRAWN.fullmatch(filled[place].text) and read_label_line(below[0]) is not None:
        return True
    counted = dict(reversed([number for line in above for number in _numbers(line)]))
    if counted and _belongs(below[0]):
        return True
    following: dict[str, int] = {}
    for line in below:
        for style, value in _numbers(line):
            following.setdefault(style, value)
    return any(following.get(style) == value + 1 for style, value in counted.items())


def _has_pipe(lines: Sequence[Line]) -> bool:
    return any("|" in line.text and not CHROME.search(line.text) for line in lines[:_NEAR])


def _belongs(below: Line) -> bool:
    """Whether a line says who or when, behind a label or alone in its cell."""
    if read_label_line(below) is not None:
        return not _SITE.match(below.text)
    cell = len(below.text) <= _LONGEST_CELL and not below.text.endswith(_SENTENCE_ENDS)
    return cell and max(unit_likeness(below.text), deadline_likeness(below.text)) >= _LIKELY


def _numbers(line: Line) -> Iterator[tuple[str, int]]:
    """The number that a line begins with or is, with its style."""
    opening = line.text.partition("|")[0].strip() or line.text.lstrip("| ").partition("|")[0].strip()
    number = bare_number(opening) if len(opening) < 6 else None
    if number is not None:
        yield "cell", number
    label = read_label(line.text)
    if label is not None and label.value is not None:
        yield label.style, label.value
