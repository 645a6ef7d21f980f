"""Pages that write about a notice (news, explanations): their heading is the title, and they hold no plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, pairwise

from ...normalize.lazy import lazy_pattern
from ...normalize.squeeze import squeeze
from . import words
from .dates import DATE
from .model import Found
from .page import Page

#: What an article about a notice calls itself, or reports of it.
_ABOUT = lazy_pattern(
    r"解读|图解|一图(?:读懂|看懂)|问答|答记者问|起草说明|编制说明|政策说明|明白卡|明白纸|"
    r"》(?:的?(?:出台|发布|印发|公布|实施|施行|通过))|^(?:出台|印发|发布)《"
)
#: What a heading reports: 我市召开…推进会 ends like an organ.
_HELD = lazy_pattern(r"召开|举行|举办|出席|开展")
#: What is put to the market, or to those who apply, whose terms are no tasks: 竞争性磋商公告, 招租公告, 公开招聘公告.
_OFFERED = (
    "磋商|谈判|询价|招标|采购|比选|竞价|竞拍|拍卖|挂牌|出让|转让|招租|资格预审|中标|成交|流标|废标|招聘|选聘|招募|招录"
)
_OFFER = lazy_pattern(
    rf"(?:{_OFFERED})(?:项目|工程|服务|工作人员|人员|结果|候选人|意向|需求|更正|变更|补充|终止|延期|的){{0,3}}(?:公告|公示|邀请[书函]?)(?:[（(][^（）()]{{1,20}}[）)])?$"
)
_SITE = lazy_pattern(r"(?:网|网站|门户|平台|日报|晚报|频道|专栏|目录|公开)$")
_SHORTEST, _LONGEST = 10, 80  # characters of an article's heading
_FURNITURE = frozenset({"chrome", "metadata", "page", "copy"})
_HEAD = 25  # lines of a page among which its heading stands


def texts(page: Page) -> Iterator[int]:
    """The lines from the first one on that is no furniture of the page."""
    return dropwhile(lambda index: page.kinds[index] in _FURNITURE, page.free)


def find_heading(page: Page) -> Found | None:
    """The heading of the page's article: the line right above the page's time, source and counters, or a first line that
    says that the page explains, reports or answers."""
    for index in _first_lines(page):
        first = _heading(page, index) if index < page.first_body else None
        if first is not None and is_about(first):
            return first
    for above, index in pairwise(page.free[:_HEAD]):
        if index >= page.first_body or page.kinds[above] == "label":
            return None
        below = page.lines[index].text
        if DATE.match(below) or (page.kinds[index] == "metadata" and DATE.search(below)):
            found = _heading(page, above)
            if found is not None:
                return found
    return None


def _first_lines(page: Page) -> Iterator[int]:
    """The page's first line, those of its furniture that name a notice (《…》解读 is a link as well), and the first below it."""
    text = next(texts(page), len(page.lines))
    for place, index in enumerate(page.free[:_HEAD]):
        if not place or index == text or (index < text and "》" in page.compact[index]):
            yield index
        if index >= text:
            return


def _heading(page: Page, index: int) -> Found | None:
    line, squeezed = page.lines[index], page.compact[index]
    found = Found(squeeze(line.text), line.start, line.end)
    fits = _SHORTEST <= len(squeezed) <= _LONGEST and squeezed[-1] not in "。；：，|"
    kind = page.kinds[index]
    named = (
        kind in ("text", "sentence")
        or (kind == "chrome" and is_about(found))
        or (kind == "organ" and _HELD.search(squeezed) is not None)
    )
    fits = fits and not words.LINK.match(squeezed)
    return found if fits and named and not words.holds_crumb(squeezed) and not _SITE.search(squeezed) else None


def is_offer(title: str) -> bool:
    """Whether a title is that of an offer to bidders or to those who apply."""
    return _OFFER.search(title) is not None


def is_about(heading: Found) -> bool:
    """Whether an article explains or reports a notice instead of printing it."""
    return _ABOUT.search(heading.value) is not None
