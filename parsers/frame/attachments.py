"""The list of attachments (附件说明, GB/T 9704-2012, 7.3.4) and file names that a page offers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ...normalize.lazy import lazy_pattern
from ...normalize.squeeze import squeeze
from ..text.document_numbers import AFTER_TITLE, NUMBER
from . import words
from .articles import texts
from .layout import Layout
from .model import AttachmentDraft, Found
from .page import Page

_HEAD = lazy_pattern(
    r"(?:相关|下载|点击下载)?附\s*[件表]?\s*(?:下载\s*(?=[：:]))?(?P<n>\d{1,2}(?=20\d\d\s?年)|\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2}(?![级年项届次个月季类者大产农权方]))?\s*[：:．.、]?\s*"
)
#: An entry; ``on`` where the page ran it on behind the title of the one before: 1.任务表2.考核办法.
_ENTRY = lazy_pattern(
    r"(?:(?<=\s)|(?<=[；;：:])|^|(?P<on>(?<=[）)》表案单告书图法则录划知])))[（(]?(?P<n>\d{1,2})\s*[）)]?\s*[.．、，]\s*(?!\d{1,2}\s*[年月日%])(?=\D|\d{4}\s?年)"
)
#: Where the next one begins on a line of several: 附件1：方案.doc  附件2：名单.xls.
_NEXT = lazy_pattern(r"[\s　](?=附\s?件\s?\d{1,2}\s?[：:])")
_NUMBERED = lazy_pattern(r"[（(]?\d{1,2}\s*[）).．、]")
_URL = lazy_pattern(r"(?:https?:|ftp:)?//[^\s）)>|]+")
#: A link of Markdown to a file: [1.任务清单](/files/1.docx).
_LINKED = lazy_pattern(r"\s*(?:[-*+•]\s?)?\[(?P<name>[^\[\]\n]{2,120})\][(（](?P<to>[^\s()（）]{1,300})[)）]\s*")
#: Where the page itself is found: 本文链接：http://….
_OWN_LINK = lazy_pattern(r"(?:本[文页]|原文|文章|当前页面?)(?:的?(?:链接|网址|地址|来源))[：:]")
_REMARK = lazy_pattern(
    r"[（(【\[]\s*(?:下载地址|下载|点击下载|大小|文件大小|\d+(?:\.\d+)?\s*[KMG]?B|详见|略|另发|此件|见附件|共\s*\d+|PDF|WORD|EXCEL)"
    r"[^（）()【】\[\]]*[）)】\]]",
    re.IGNORECASE,
)
_BARE_REMARK = lazy_pattern(r"(?:\d+(?:\.\d+)?\s{0,3}[KMG]B|点击下载|下载)$", re.IGNORECASE)
#: What a page that shows a document puts behind its name: 方案.docx_第1页.
_SHOWN = lazy_pattern(r"\s*[_—-]+\s*(?:第\s?\d+\s?页|.{0,6}(?:文库|文档|豆丁|道客))")
#: What a page offers its files by: 文件下载：…方案.pdf.
_OFFER = lazy_pattern(
    r"(?:本文|本文档|文档|文件|资料)(?:标题|名称|题目)\s{0,3}[：:]\s{0,3}|(?:请?点击|文件|原文|正文|全文|文档|公文|本文|相关)?(?:pdf|ofd|word)?(?:版|格式)?(?:下载|文件|文档)(?:地址|链接)?\s{0,3}[：:]\s{0,3}",
    re.IGNORECASE,
)
_LONGEST_OFFER = 16
#: A link that names no file: 点击下载此文件.
_BARE_OFFER = lazy_pattern(
    r"\W{0,4}(?:请?点击|点此|立即)?(?:下载|查看|打开)(?:此|该|本)?(?:文件|附件|原文|全文|文档)?\W{0,4}"
)
#: Whom to ask, which a page sets below its list as well: 附：联系人李某，电话0571-6000000.
_CONTACT = lazy_pattern(r"(?:联系|咨询|监督|举报)[^；。]{1,30}?\d[\d-]{6,}")
_LONGEST_REMARK = 200
_LONGEST_BARE = 16
_LONGEST_ENTRY = 200
#: What a page ran on behind an entry: the marker of the enclosure.
_GLUED = lazy_pattern(r"(?<=[表单案划])\s{0,3}附\s?件")
#: What the page breaks off a title that seems to have ended: 重大行政决策事项 / 目录.
_TAILS = frozenset(("目录", "清单", "方案", "一览表", "计划表", "分工表", "安排表"))
_NUMERALS = "一二三四五六七八九十"


def attachment_ranges(page: Page, layout: Layout) -> list[tuple[int, int, int, int]]:
    """The lists of attachments, as (first line, one past the last, start, end), a range an entry line.

    Lines of the plan are markers of its parts unless they close its text.
    """
    skip = {*page.links, *(index for first, last in layout.named_lines for index in range(first, last))}
    found: list[tuple[int, int, int, int]] = []
    inside = layout.plan_lines
    inner = _closing_lists(page, *layout.plan) if layout.plan else set[int]()
    places = [index for index in page.free if index not in skip and (index in inner or index not in inside)]
    listing = False
    for place, index in enumerate(places):
        line, kind = page.lines[index], page.kinds[index]
        suffix = words.ATTACHMENT_SUFFIX.search(line.text) is not None and not _OWN_LINK.match(page.compact[index])
        head = kind == "attachment" or (kind == "marker" and _opens_list(page, places, place))
        if head or (listing and (kind == "label" or suffix)):
            found.append((index, index + 1, line.start, line.end))
            listing = True
        elif listing and (
            page.compact[index] in _TAILS
            or (kind in ("text", "organ") and _unfinished(page.text[found[-1][2] : found[-1][3]]))
        ):
            found[-1] = (found[-1][0], index + 1, found[-1][2], line.end)
        elif suffix and _is_file_name(page, index):
            found.append((index, index + 1, line.start, line.end))
        else:
            listing = False
    return found


def heading_entries(page: Page, layout: Layout) -> Iterator[tuple[int, int]]:
    """The lines that head a plan and say which attachment it is (附件：某某分工方案), where the letter lists none."""
    for first, last, _ in layout.plan_titles:
        if page.kinds.get(first) == "attachment":
            yield page.lines[first].start, page.lines[last - 1].end


def _closing_lists(page: Page, start: int, stop: int) -> set[int]:
    """The lists of attachments that close a plan's text: 附件：… below prose, and the enclosure itself behind them."""
    inside = [index for index in page.free if start <= index < stop]
    bodies = {first for first, _ in page.bodies}
    lists: set[int] = set()
    listing: list[int] = []
    for above, index in pairwise(inside):
        kind = page.kinds[index]
        if kind == "attachment" and page.kinds[above] in ("sentence", "label") and "：" in page.compact[index][:6]:
            listing = [index]
        elif listing and (kind == "attachment" or _NUMBERED.match(page.lines[index].text)):
            listing.append(index)
        elif listing:
            printed = any(
                page.compact[entry].endswith(page.compact[index]) for entry in listing
            )  # the enclosure itself
            signed = kind in ("marker", "date", "organ")
            if (printed or signed) and not any(first in bodies for first in range(listing[-1], index)):
                lists.update(listing)
            listing = []
    return lists


def _opens_list(page: Page, places: list[int], place: int) -> bool:
    """Whether a lone 附件： heads numbered entries or file names rather than a plan."""
    if place + 1 >= len(places):
        return False
    below = page.lines[places[place + 1]].text
    return _NUMBERED.match(below) is not None or words.ATTACHMENT_SUFFIX.search(below) is not None


def _is_file_name(page: Page, index: int) -> bool:
    """Whether a line is the name of a file that the page offers, not prose or an address."""
    text = page.lines[index].text
    suffix = words.ATTACHMENT_SUFFIX.search(text) if len(text) < 120 else None
    if (
        suffix is None
        or suffix.start() <= 3
        or "//" in text
        or text.startswith("![")
        or page.kinds[index] == "sentence"
    ):
        return False
    return _SHOWN.match(text, suffix.end()) is None


def _unfinished(entry: str) -> bool:
    if len(entry) > _LONGEST_ENTRY or words.ATTACHMENT_SUFFIX.search(entry):
        return False
    return not words.PLAN_END.search("".join(entry.split()).rstrip("；;。"))


def read_attachments(text: str, ranges: Iterable[tuple[int, int]]) -> list[AttachmentDraft]:
    """The attachments listed on the given ranges of lines (one range a line, wrapped lines in one range)."""
    drafts: list[AttachmentDraft] = []
    for start, end in _parted(text, ranges):
        head = _HEAD.match(text, start, end)
        number = _number(head["n"]) if head else None
        begin = head.end() if head else start
        entries: list[re.Match[str]] = []
        for entry in _ENTRY.finditer(text[begin:end]):
            if entry["on"] is None or (entries and int(entry["n"]) == int(entries[-1]["n"]) + 1):
                entries.append(entry)
        if not entries or text[begin : begin + entries[0].start()].strip():
            drafts += _entry(text, begin, end, number)
            continue
        edges = [entry.start() for entry in entries[1:]] + [end - begin]
        for entry, edge in zip(entries, edges, strict=True):
            drafts += _entry(text, begin + entry.end(), begin + edge, int(entry["n"]))
    return _merged(drafts)


def _parted(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges, each cut where another attachment with its own 附件 begins on the line."""
    for start, end in ranges:
        nexts = ((match, text[start : match.start()]) for match in _NEXT.finditer(text, start, end))
        cuts = [match.end() for match, above in nexts if above.strip() and above.count("（") == above.count("）")]
        yield from pairwise([start, *cuts, end])


def _number(label: str | None) -> int | None:
    if not label:
        return None
    return int(label) if label.isdigit() else _NUMERALS.find(label[-1]) + 1 + 10 * (len(label) - 1)


def _entry(text: str, start: int, end: int, number: int | None) -> list[AttachmentDraft]:
    link = _LINKED.match(text, start, end)
    if link is not None:
        return _linked(text, link, number)
    url = _URL.search(text, start, end)
    stop = _without_remarks(text, start, end)
    if url is not None and url.start() < stop:
        stop = _without_remarks(text, start, url.start())
    while start < stop and text[start] in " \t\n\u3000：:":
        start += 1
    offer = _OFFER.match(text, start, stop)
    start = offer.end() if offer is not None else start
    stop = _without_enclosure(text, start, stop)
    printed = squeeze(text[start:stop])
    suffix = words.ATTACHMENT_SUFFIX.search(printed)
    title = printed[: suffix.start()] if suffix else printed
    title = title[1:-1] if title.startswith("《") and title.endswith("》") and title.count("《") == 1 else title
    if len(title) < 2 or _CONTACT.match(title) or _BARE_OFFER.fullmatch(title):
        return []
    return [AttachmentDraft(number, title, printed if suffix else None, url.group() if url else None, start, stop)]


def _without_enclosure(text: str, start: int, stop: int) -> int:
    """Where an entry ends that the enclosure itself is glued to (…分工表附件…分工表序号…), or its number (《…的通知》（某政发〔2030〕5号）)."""
    glued = _GLUED.search(text, start, stop)
    if glued is not None and words.PLAN_END.search(squeeze(text[start : glued.start()])):
        return glued.start()
    number = AFTER_TITLE.search(text, start, stop) if text.startswith("《", start) else None
    return number.start() if number is not None and number.end() == stop else stop


def _linked(text: str, link: re.Match[str], number: int | None) -> list[AttachmentDraft]:
    """A file behind a link that names it."""
    head = _ENTRY.match(link["name"])
    start = link.start("name") + (head.end() if head else 0)
    drafts = _entry(text, start, link.end("name"), int(head["n"]) if head else number)
    return [draft._replace(url=link["to"]) for draft in drafts]


def _without_remarks(text: str, start: int, stop: int) -> int:
    """Where an entry ends before its sizes, download remarks, separators and blanks."""
    while True:
        while stop > start and text[stop - 1] in " \t\n\u3000\xa0；;。|，,（(":
            stop -= 1
        low = max(start, stop - _LONGEST_REMARK)
        if stop > start and text[stop - 1] in "）)】]":
            opening = max(text.rfind(bracket, low, stop) for bracket in "（(【[")
            remark = _REMARK.fullmatch(text, opening, stop) if opening >= 0 else None
        else:
            remark = _BARE_REMARK.search(text, max(low, stop - _LONGEST_BARE), stop)
        if remark is None:
            return stop
        stop = remark.start()


def _merged(drafts: list[AttachmentDraft]) -> list[AttachmentDraft]:
    """One entry a title: the page's download list repeats the notice's own list."""
    kept: dict[str, AttachmentDraft] = {}
    for draft in drafts:
        key = re.sub(r"\W", "", draft.title)
        known = kept.get(key)
        if known is None:
            kept[key] = draft
        else:
            kept[key] = AttachmentDraft(
                known.number if known.number is not None else draft.number,
                known.title, known.filename or draft.filename, known.url or draft.url, known.start, known.end,
            )  # fmt: skip
    return _with_files(list(kept.values()))


def _with_files(drafts: list[AttachmentDraft]) -> list[AttachmentDraft]:
    """As many files as titles, all called but 附件 or by the number and a part of the title: each is that title's file."""
    titles = [draft for draft in drafts if draft.filename is None]
    files = [draft for draft in drafts if draft.filename is not None]
    if not files or len(files) != len(titles):
        return drafts
    pairs = list(zip(titles, files, strict=True))
    if not all("附件" in file.title or _is_file_of(title, file) for title, file in pairs):
        return drafts
    return [title._replace(filename=file.filename, url=file.url) for title, file in pairs]


def _is_file_of(title: AttachmentDraft, file: AttachmentDraft) -> bool:
    return title.number is not None and title.number == file.number and file.title in title.title


def only_plan(drafts: Sequence[AttachmentDraft], text: str) -> Found | None:
    """The plan that a letter without a title encloses and nothing else: 附件：某县2030年工作任务分解表."""
    if len(drafts) != 1 or not words.PLAN_END.search(drafts[0].title):
        return None
    at = text.find(drafts[0].title, drafts[0].start)
    return Found(drafts[0].title, at, at + len(drafts[0].title)) if at >= 0 else None


def titled_file(draft: AttachmentDraft, page: Page) -> Found | None:
    """The title of a page that prints none but the name of its own file on its first line."""
    first = next(texts(page), None)
    if draft.filename is None or first is None or not page.lines[first].start <= draft.start < page.lines[first].end:
        return None
    suffix = words.ATTACHMENT_SUFFIX.search(page.text, draft.start, draft.end)
    if suffix is None or not words.PLAN_END.search(draft.title):
        return None
    return Found(draft.title, draft.start, suffix.start())


def names_page(draft: AttachmentDraft, text: str, title: Found, plan: Found | None) -> bool:
    """Whether a file is the notice itself, at its head or offered below it, not something that it encloses."""
    if draft.filename is None or draft.title == title.value:
        return draft.filename is not None
    offers = _OFFER.finditer(text, max(0, draft.start - _LONGEST_OFFER), draft.start)
    own = NUMBER.fullmatch(draft.title) is not None or (plan is not None and draft.title == plan.value)
    if own and draft.start < title.start:
        return True  # what a site that shares documents calls the page
    return own and any(offer.end() == draft.start and not text.endswith("附件", 0, offer.start()) for offer in offers)
