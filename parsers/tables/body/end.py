"""Where a table ends: the lines that the page prints below it, told from cells that hold the same words."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ....normalize.lazy import CHINESE, lazy_pattern
from ...frame import kind_of
from ...frame.furniture import CHROME, CHROME_LINES
from ...frame.page import KEY_BULLETS, KEY_OPENINGS
from ...frame.words import COPY_LINE, holds_crumb
from ...pages.interludes import FURNITURE, is_page_furniture
from ...text.labels import HAN, bare_number, opens_section, read_label
from ...units import unit_likeness
from .lines import Split
from .notes import INNER_NOTE

#: Kinds of lines that stand after a table and never in it: the next attachment, copy-to lines, the page's metadata.
_AFTER = frozenset({"marker", "attachment", "copy", "metadata"})
_CLOSING = lazy_pattern(
    r"(?:主办|承办|协办|技术支持|版权所有|网站标识码|责任编辑|编辑|来源|信息来源|审核|初审|终审|标签)\s?[：:]|"
    r"(?:主办|承办|主管)单位\s?[：:]\s?\S+\s+(?:主办|承办|协办|维护|运维|建设|技术支持)(?:单位)?\s?[：:]|"
    r"联\s?系\s?(?:人|电\s?话|方\s?式)\s?[：:]|"
    r"本(?:网站|站|网)由\S{2,30}(?:主办|承办|建设|维护)|"
    r"(?:注|备注|说明|附注)\s?[：:](?:\s?\S{6,}|$)|"
    r"\d{0,3}\s?附\s?录\s?[A-Z一二三四五六七八九十\d](?![\u4e00-\u9fff、])|（?此件|主动公开$|依申请公开$|主题词|附件下载"
)
#: What a binary document holds behind its text.
_DUMP = lazy_pattern(r"Normal\.dotm?|WPS ?Office_|Root Entry|S u m m a r y|Summary ?Information")
#: A row of the page's metadata, in a table of its own below this one.
_METADATA = lazy_pattern(
    r"[|\s]*(?:信息)?(?:索\s?引\s?号|主题分类|发文日期|成文日期|发布日期|发文字号|发布机构|发文机关|有\s?效\s?性)\s?[：:]?\s*[|\t]"
)
#: Who keeps a site, and the number that the site is registered under, parted by strokes: 主办：某县政府办 | 某ICP备1号.
_RECORDED, _KEPT_BY = (
    lazy_pattern(r"[A-Z]{2}P备\s?\d|公网安备"),
    lazy_pattern(
        r"[|\s]*(?:主办|承办|主管)(?:单位)?\s?[：:][^|｜]{2,40}[|｜]\s*(?:版权|承办|协办|维护|技术支持|网站标识码|联系电话)"
    ),
)
#: What lines below a table hold, and what they open or end with.
_PAGE_WORDS = lazy_pattern(
    rf"{FURNITURE.pattern}|{CHROME.pattern}|＞|›|»|→|>|\A(?:{COPY_LINE.pattern}|{_CLOSING.pattern})"
)
_PAGE_OPENINGS, _PAGE_ENDS = KEY_OPENINGS | frozenset(f"{KEY_BULLETS}附（("), frozenset("印发")
_LONGEST_FURNITURE = 48
_WIDEST_FURNITURE = 160  # blanks of a page that keeps its layout counted in
#: Words of page furniture that tasks hold, too: 整治户外广告, 推广扫码支付.
_COMMON = frozenset({"广告", "打印", "登录", "订阅", "扫码", "二维码", "首页", "手机版", "移动版", "点击率", "点击量"})
_BEFORE_COMMON = ("网站", "返回", "我要", "在线")
_LONGEST_COMMON = 5
_LONGEST_NUMBER = 8
#: A task of words alone is this short; so many lines below tell that the table goes on with it.
_LONGEST_WORDS, _ROW, _SURE = 8, 2, 0.8
_WORDS = lazy_pattern(f"{CHINESE}+")
_OPENING = "【[〖（(·|*•>》» \t"
#: A link in a list, told by its sign; so many stand below a table.
_LINK_SIGNS = frozenset("-*•·")
_LINK, _FEWEST_LINKS = lazy_pattern(r"[-*•·](?:[ \t]+\S{1,12})?"), 3
#: Where else a site is read, as it says below the code to scan.
_CHANNELS, _SCAN = (
    ("公众号", "公众平台", "订阅号", "服务号", "小程序", "客户端"),
    lazy_pattern(r"(?:请|微信)?(?:扫|长按|关注)"),
)
_LONGEST_CAPTION = 20
#: A heading of a list below the table, and the paragraphs of such a list.
_LONGEST_HEADING, _SHORTEST_PARAGRAPH, _STOPS = 20, 20, "。；，：）"
_PARAGRAPH = lazy_pattern(r"[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.．、]?[^。\t]{2,30}。.*[。）)】\]]$")
#: So many lines are looked at for the table's next number.
_LOOKAHEAD = 60


def after_table(text: str) -> bool:
    """True for a line that ends a table before it."""
    if not text or len(text) > _WIDEST_FURNITURE:
        return False
    if not text.isalpha() and _DUMP.search(text) is not None:
        return True
    squeezed = "".join(text.split())
    if len(squeezed) > _LONGEST_FURNITURE:
        return False
    if len(squeezed) == len(text) and not _may_end(text):
        return False  # nearly every cell
    if is_page_furniture(text):
        return True
    kind = kind_of(text, squeezed)
    return kind in _AFTER or (kind == "chrome" and _is_furniture(squeezed)) or _CLOSING.match(text) is not None


def _may_end(text: str) -> bool:
    """Whether a line without blanks holds anything that lines below a table do."""
    if text[0] in _PAGE_OPENINGS or text[-1] in _PAGE_ENDS or text in CHROME_LINES:
        return True
    return _PAGE_WORDS.search(text) is not None


def is_page_row(text: str) -> bool:
    """True for a line with pipes that belongs to the page, not to the table above it."""
    if _METADATA.match(text) is not None or is_page_furniture(text.lstrip("| \t")):
        return True
    return ("备" in text and _RECORDED.search(text) is not None) or _KEPT_BY.match(text) is not None


def _is_furniture(squeezed: str) -> bool:
    """True for a line that begins with a word of page furniture, or holds several: a cell may hold one."""
    bare = squeezed.lstrip(_OPENING)
    words = [match[0] for match in islice(CHROME.finditer(bare), 2)]
    if len(words) != 1:
        return True
    if words[0] in _COMMON:
        return len(bare) <= _LONGEST_COMMON and bare.startswith((words[0], *_BEFORE_COMMON))
    return bare.startswith(words[0]) or holds_crumb(squeezed)


def within(lines: Iterable[Split], piped: bool, rows: bool = False) -> Iterator[Split]:
    """The lines of a table's body up to its end; ``piped`` tells that lines with pipes are never beyond it.

    Where the table's numbers count on below, a line is a cell whatever it says, but for a note between the rows.
    ``rows`` tells that a line may hold more than its number.
    """
    source = iter(lines)
    ahead = deque(islice(source, _LOOKAHEAD))
    number_of = _first_number if rows else _lone_number
    numbers = deque(map(number_of, ahead))
    last, listed = 0, False
    while ahead:
        split, number = ahead.popleft(), numbers.popleft()
        for below in islice(source, 1):
            ahead.append(below)
            numbers.append(number_of(below))
        text = split.line.text
        if not listed and text[:1] in _LINK_SIGNS and _LINK.fullmatch(text) is not None:
            listed = True
            if _only_links([split, *ahead]):
                return
        counts = rows and number == last + 1
        if last and (counts or last + 1 in numbers):
            if INNER_NOTE.match(text) is not None and _ends(split, piped):
                continue
        elif (
            (_ends(split, piped) and not (split.pipes == 0 and _opens_row(text, ahead)))
            or (text.endswith(_CHANNELS) and _captions_code(text, ahead))
            or (split.pipes == 0 and opens_section(text) and heads_paragraphs(text, ahead))
        ):
            return
        last = number if number == last + 1 else last
        yield split


def heads_paragraphs(text: str, below: Iterable[Split]) -> bool:
    """Whether a heading stands over numbered paragraphs, each of several sentences and with nothing between: a list, no rows."""
    if len(text) > _LONGEST_HEADING or text[-1] in _STOPS:
        return False
    lines = list(islice((other for other in below if other.filled), 2))
    if len(lines) < 2 or not all(map(_is_paragraph, lines)):
        return False
    one, two = (read_label(split.line.text) for split in lines)
    return one is not None and one.value == 1 and two is not None and two.follows(one)


def _is_paragraph(split: Split) -> bool:
    """Whether a line is a numbered text that ends like one, behind a sentence before."""
    text = split.line.text
    return len(text) >= _SHORTEST_PARAGRAPH and not split.pipes and _PARAGRAPH.match(text) is not None


def _captions_code(text: str, below: Iterable[Split]) -> bool:
    """Whether a line names an account whose code the page asks to scan on the next one."""
    behind = next((other.line.text for other in below if other.filled), "")
    return len(text) <= _LONGEST_CAPTION and _SCAN.match(behind) is not None


def _only_links(lines: Sequence[Split]) -> bool:
    """Whether all lines to the end of the page are links to its other parts, a word or two each."""
    filled = [split.line.text for split in lines if split.line.text]
    links = sum(1 for text in filled if _LINK.fullmatch(text) is not None)
    return (
        len(lines) <= _LOOKAHEAD
        and links >= _FEWEST_LINKS
        and all(_LINK.fullmatch(text) is not None or after_table(text) for text in filled)
    )


def _ends(split: Split, piped: bool) -> bool:
    """Whether a line ends the table by what it says."""
    return is_page_row(split.line.text) if piped and split.pipes else after_table(split.line.text)


def _opens_row(text: str, below: Iterable[Split]) -> bool:
    """True for a word or two (政策解读) above a unit and more cells, or a task and its unit.

    It is a task or a topic, though pages print such words below tables, too.
    """
    text = "".join(text.split())
    if len(text) > _LONGEST_WORDS or not _WORDS.fullmatch(text):
        return False
    lines = [other.line.text for other in below if other.filled][:_ROW]
    return (
        len(lines) == _ROW and any(unit_likeness(line) > _SURE for line in lines) and not any(map(after_table, lines))
    )


def _first_number(split: Split) -> int:
    """The plain number that a line opens with, or holds alone; 0 for others."""
    first, *_ = split.line.text.split(None, 1) or ("",)
    return int(first) if len(first) <= _LONGEST_NUMBER and first.isdecimal() and first.isascii() else 0


def _lone_number(split: Split) -> int:
    """The number that a line holds and nothing else, with its mark or without; 0 for others."""
    text = split.line.text.strip(" |\t") if len(split.line.text) <= _LONGEST_NUMBER else ""
    return (bare_number(text) or 0) if text and text[0] not in HAN else 0
