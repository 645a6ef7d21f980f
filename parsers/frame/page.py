"""The lines outside the tables, each with what it can be by its own form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from copy import copy
from itertools import takewhile

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.slotted import dataclass, field
from ..fields.heads import Kind, read_head
from ..fields.own_names import names_itself
from ..text.document import Line
from ..text.document_numbers import NUMBER
from ..text.labels import read_label
from ..text.numerals import ZEROS
from . import words
from .dates import CLOCK, DATE, is_crushed
from .furniture import CHROME, CHROME_LINES, IMAGE, SHARES

_SENTENCE = lazy_pattern(r"[。！？；]")
_NUMBERED = r"(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2}(?![级年项届次个月季类者大产农权方]))"
_ATTACHMENT = lazy_pattern(rf"附[件表录]?{_NUMBERED}?[：:．.、](?!$)|附[件表录]{_NUMBERED}(?=\D)")
_SPACED = lazy_pattern(r"附\s?件\s+(?!下载|列表)\S")  # 附件 and a title with a gap for the colon
MARKER = lazy_pattern(rf"[（(【]?附(?:[件表录]{_NUMBERED}?)?[：:．.]?[）)】]?(?:[-—－]\d{{1,2}})?[：:]?")
_SHORT = 46  # characters that a line of a title, a signature or page furniture may have
_LABELLED = lazy_pattern(rf"[（(\[【〔•●]?({CHINESE}{{2,10}}(?:[（(]{CHINESE}{{1,4}}[)）])?)[：:]")
_BRACKETED = lazy_pattern(rf"[【［〖〈＜<]({CHINESE}{{2,10}})[】］〗〉＞>](?=.)")
_ALONE = lazy_pattern(rf"[【［]({CHINESE}{{2,10}})[】］]")
_PAGE_NUMBER = lazy_pattern(
    r"[-—－–_]{1,3}(?:第?\d{1,3}页?)[-—－–_]{1,3}|第\d{1,3}页(?:[，,/]?共\d{1,3}页)?|\d{1,3}/\d{1,3}"
)
_WEEKDAY = lazy_pattern(r"[（(]?(?:星期|周)[一二三四五六日天][）)]?")
#: Whose site it is, when it went online and where it comes from: 某县人民政府 2031-05-08 09:10 来源：县水利局.
SOURCED = lazy_pattern(
    rf"{CHINESE}{{3,20}}20\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?\d\d?[:：]\d\d(?:[:：]\d\d)?(?:信息|文章|稿件)?来源[：:].{{0,20}}"
)
_DISCLAIMER = lazy_pattern(
    rf"[【\[]?(?:{CHINESE}{{0,8}}[网站台报])?(?:的)?(?:版权|免责|转载|侵权)(?:(?:与|和|及|、)(?:版权|免责|转载|侵权))?(?:声明|说明|提示)[】\]]?[：:]?"
)
_LONGEST_DISCLAIMER = 12  # lines
#: What heads the links to other pages below a text, and the most lines of the page from there on.
_RELATED = lazy_pattern(
    r"[【\[]?(?:(?:相关|推荐|延伸|热门|更多|最新)(?:阅读|链接|文章|新闻|稿件|报道|推荐|资源|资讯|文档|内容)|猜你喜欢)[】\]]?[：:]?"
)
_LONGEST_RELATED, _LINK_KINDS = 16, frozenset({"text", "organ", "chrome", "metadata", "page"})
_ASIDE = lazy_pattern(r"[（(][^（）()]{1,30}[）)]?$")  # （共8项，第一批） behind a title
_DAY_OPENINGS = frozenset("中民12一二〇lIOo（()）[]【】|")  # with slips of a scanner
BULLETS = "★☆●■◆▲"  # that may stand before the number of an item: ★1.
_LONG_BULLET = 20  # characters from which a line behind a bullet is an item rather than an entry of a menu
#: Bullets of points, and what those end in who do them all.
_POINT_BULLETS, _DOES = "-–—·•●■◆", ("负责", "负责。", "牵头落实", "牵头落实。")
_FEWEST_RUNS = 2
_STROKES = "=—-*"  # around a word between two parts of a page: ==== 正文 ====
#: What a head of the metadata block opens with, and what may stand before it.
KEY_OPENINGS = frozenset(key[0] for key in words.ALL_KEYS)
KEY_BULLETS = "[【|·•*- \u3000"
_WIDEST_GAP = 4  # blanks between two letters of a key
_REACH = max((_WIDEST_GAP + 1) * len(key) for key in words.ALL_KEYS)  # characters that a key with its blanks may take


@dataclass(slots=True, eq=False, repr=False)
class Page:
    """A notice's lines with its table bodies set aside.

    ``free`` numbers the lines that are neither blank nor part of a body, in order; ``kinds`` holds one kind for each:
    marker, attachment, date, page (its number), copy, metadata, label, sentence, chrome, organ or text.
    """

    text: str
    lines: Sequence[Line]
    bodies: Sequence[tuple[int, int]]
    free: list[int] = field(default_factory=list[int])
    compact: dict[int, str] = field(default_factory=dict[int, str])
    kinds: dict[int, str] = field(default_factory=dict[int, str])
    first_body: int = 0  # the line on which the first table starts; the number of lines when there is none
    last_body: int = 0  # one past the last line of the last table; 0 when there is none
    assigns: dict[int, str] = field(default_factory=dict[int, str])  # label of the lines that say who or when
    links: frozenset[int] = frozenset()  # lines that name other pages, below the text

    def __post_init__(self) -> None:
        self.bodies = [(first, last) for first, last in self.bodies if first < last]
        inside = bytearray(len(self.lines))
        for first, last in self.bodies:
            inside[first:last] = b"\1" * (min(last, len(self.lines)) - first)
        for line in self.lines:
            if line.text and not inside[line.index]:
                self.free.append(line.index)
                self.compact[line.index] = squeezed = "".join(line.text.split())
                self.kinds[line.index] = kind = _kind_outside_tables(line.text, squeezed)
                if kind in ("text", "sentence", "organ") and (label := _assigned(squeezed)):
                    self.assigns[line.index] = label
        self._note_points()
        self._silence(inside)
        self.first_body = min((first for first, _ in self.bodies), default=len(self.lines))
        self.last_body = max((last for _, last in self.bodies), default=0)

    def part(self, first: int, stop: int) -> Page:
        """The lines ``first`` to ``stop`` as a page of their own; all keep their numbers."""
        part = copy(self)
        part.lines = self.lines[:stop]
        part.bodies = [body for body in self.bodies if first <= body[0] < stop]
        part.free = self.free[bisect_left(self.free, first) : bisect_left(self.free, stop)]
        part.compact = {index: self.compact[index] for index in part.free}
        part.assigns = {index: label for index, label in self.assigns.items() if first <= index < stop}
        part.first_body = min((body[0] for body in part.bodies), default=stop)
        part.last_body = max((body[1] for body in part.bodies), default=0)
        return part

    def _note_points(self) -> None:
        """Short lines behind a bullet are points of a text, where the last bullet below them says who does it.

        One such run alone is told of in news, too.
        """
        told, lines = False, (self.compact[index] for index in self.free)
        if sum(line[0] in _POINT_BULLETS and line.endswith(_DOES) for line in lines) < _FEWEST_RUNS:
            return
        for index in reversed(self.free):
            line = self.compact[index]
            bulleted = line[0] in _POINT_BULLETS and len(line) > 2
            told = bulleted and (line.endswith(_DOES) or (told and index + 1 in self.compact))
            if told and self.kinds[index] == "text":
                self.kinds[index] = "label"

    def _silence(self, inside: bytearray) -> None:
        """What a site disclaims at the end of its page, with the points of it, and its links to others are page furniture."""
        said = any(kind == "sentence" for kind in self.kinds.values()) or any(inside)
        for place, index in enumerate(self.free) if said else ():
            left = len(self.free) - place
            if left <= _LONGEST_DISCLAIMER and _DISCLAIMER.fullmatch(self.compact[index]):
                self._furnish(self.free[place:], inside)
                return
            if left <= _LONGEST_RELATED and _RELATED.fullmatch(self.compact[index]) and self._told_above(place, inside):
                links = takewhile(lambda below: self.kinds[below] in _LINK_KINDS, self.free[place:])
                self.links = frozenset(self._furnish(list(links), inside))

    def _told_above(self, place: int, inside: bytearray) -> bool:
        """Whether the text of the page stands above a line."""
        return any(inside[: self.free[place]]) or any(self.kinds[above] == "sentence" for above in self.free[:place])

    def _furnish(self, indexes: Sequence[int], inside: bytearray) -> Sequence[int]:
        """Take the lines for page furniture, unless a table stands below them; those that are."""
        if any(inside[indexes[0] :] if indexes else ()):
            return ()
        for index in indexes:
            self.kinds[index] = "chrome"
            self.assigns.pop(index, None)
        return indexes


def _kind_outside_tables(text: str, squeezed: str) -> str:
    """The kind of a line that cannot be a cell: what looks like a page number, a page's time or a document number."""
    if len(squeezed) < 40 and "号" in squeezed[-2:] and NUMBER.fullmatch(squeezed.strip("（()）【】")):
        return "metadata"
    if "来源" in squeezed and SOURCED.fullmatch(squeezed):
        return "metadata"
    if len(squeezed) < 30 and squeezed[-1] in "页日期一二三四五六天）)-—－–_0123456789":
        if len(squeezed) < 16 and _PAGE_NUMBER.fullmatch(squeezed):
            return "page"
        if is_moment(text):
            return "metadata"
    return kind_of(text, squeezed)


def is_marker(text: str) -> bool:
    """Whether a line marks an attachment: 附表2."""
    return text[0] == "附" and kind_of(text, "".join(text.split())) == "marker"


def kind_of(text: str, squeezed: str) -> str:
    """What a line can be by its own form, without its place."""
    length = len(squeezed)
    if squeezed[0] in "附（(【" and (squeezed[0] == "附" or length < 12):
        if MARKER.fullmatch(squeezed.rstrip("|")):
            return "marker"
        if squeezed[0] == "附" and (_ATTACHMENT.match(squeezed) or _SPACED.match(text)):
            return "attachment"
    if length < 18 and squeezed[0] in _DAY_OPENINGS and is_date(squeezed):
        return "date"
    if words.COPY_LINE.match(squeezed) or (squeezed[-1] in "印发" and words.PRINTED_ON.match(squeezed)):
        return "copy"
    crumb = length <= _SHORT * 4 and words.holds_crumb(squeezed)
    if not crumb and words.LABEL.match(squeezed.lstrip(BULLETS)):
        return "label"
    if is_metadata(text):
        return "metadata"
    if not crumb and _is_item(text, squeezed):
        return "label"
    if length > _SHORT * 3 or _SENTENCE.search(squeezed) or _is_wrapped_prose(squeezed):
        return "sentence"
    if crumb or (length <= _SHORT * 2 and _is_chrome(squeezed)):
        return "chrome"
    if length >= 3 and words.ORGAN.fullmatch(squeezed):
        return "organ"
    return "text"


def _is_wrapped_prose(squeezed: str) -> bool:
    """Whether a line without a full stop is a piece of a sentence that the page wrapped."""
    return len(squeezed) > 15 and "，" in _ASIDE.sub("", squeezed[:-1]) and not words.GENRE.search(squeezed)


def _is_chrome(squeezed: str) -> bool:
    """Whether a short line is page furniture; a title and a part of a task may hold such a word, a link opens with one."""
    if squeezed.startswith("![") and IMAGE.fullmatch(squeezed):
        return True
    match = CHROME.search(squeezed)
    if match is None or not match.start():
        return match is not None or squeezed.strip(_STROKES) in CHROME_LINES or SHARES.fullmatch(squeezed) is not None
    return "关于" not in squeezed and kind_of_field(squeezed) != "content"


def is_date(squeezed: str) -> bool:
    """Whether the line is a calendar day and nothing else."""
    squeezed = squeezed.strip("（）()[]【】|").removesuffix("（盖章")  # the seal's bracket is stripped already
    return DATE.fullmatch(squeezed) is not None or is_crushed(squeezed)


def is_moment(text: str) -> bool:
    """Whether the line is a page's time: a day with its clock or weekday, which no signature prints."""
    match = DATE.match(text)
    if match is None:
        return False
    rest = text[match.end() :]
    day = _WEEKDAY.sub("", rest)
    return (len(day) < len(rest) and not day.strip()) or CLOCK.fullmatch(day.rstrip()) is not None


def _is_item(text: str, squeezed: str) -> bool:
    """Whether a line opens with one of the rarer labels of an item: a number and a blank, 任务1：, a bullet."""
    label = read_label(text)
    if label is None or label.damaged:
        return False
    if label.style == "bullet" and read_label(text[label.end :]) is not None:
        return True  # ●项目一：修桥
    return label.style != "bullet" or len(squeezed) > _LONG_BULLET or words.CLAUSE.search(squeezed) is not None


def _label(squeezed: str) -> re.Match[str] | None:
    """The label that a line opens with: 责任单位：…, 【责任单位】…."""
    found = _LABELLED.match(squeezed) if "：" in squeezed or ":" in squeezed else None
    return found or _BRACKETED.match(squeezed)


def _assigned(squeezed: str) -> str | None:
    """The label of a line such as 责任单位：…, 完成时限：…; None for any other line."""
    match = _label(squeezed)
    if match is None or words.NOT_ASSIGNED.search(match[1]):
        return None
    head = read_head(match[1])
    if head is None or head.kind not in ("unit", "person", "deadline"):
        return None
    return None if names_itself(head, squeezed[match.end() :]) else match[1]


def kind_of_field(squeezed: str) -> Kind | None:
    """What a line holds that is a part of a task behind its name (改革事项：…, 工作内容：…, 总投资：…); None for others."""
    match = _label(squeezed) or _ALONE.fullmatch(squeezed)
    head = read_head(match[1]) if match is not None and not words.NOT_ASSIGNED.search(match[1]) else None
    fields = ("content", "name", "requirement", "goal", "other")
    return head.kind if head is not None and head.known and head.kind in fields else None


_BARE_TIMES = frozenset({"时间", "日期"})
_YEAR = lazy_pattern(rf"(?:19|20)\d\d|\d[:：]\d\d|[一二][{ZEROS}一二三四五六七八九]{{3}}")


def is_metadata(text: str) -> bool:
    """Whether the line opens with a head of the metadata block, a separator or the line's end behind it."""
    text = text.lstrip(KEY_BULLETS)
    if text[:1] not in KEY_OPENINGS:
        return False
    opening = "".join(text[:_REACH].split())
    if not opening.startswith(words.ALL_KEYS):
        return False
    key = next(key for key in words.ALL_KEYS if opening.startswith(key))
    end = _end_of(text, len(key))
    if end is None:
        return False
    rest = text[end:]
    if key in _BARE_TIMES and rest.strip("：: \u3000\t\xa0") and _YEAR.search(rest) is None:
        return False  # 时间：5月20日前 is the time of a task
    return not rest or rest[0] in "：:|]】 \u3000\t\xa0"


def _end_of(text: str, letters: int) -> int | None:
    """Where the first so many letters end, with blanks between them; None when a gap is too wide for one word."""
    gap = 0
    for at, char in enumerate(text):
        if char.isspace():
            gap += 1
        else:
            gap, letters = 0, letters - 1
        if not letters or gap > _WIDEST_GAP:
            return None if letters else at + 1
    return None
