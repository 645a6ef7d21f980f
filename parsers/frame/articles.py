"""Pages that write about a notice (news, explanations): their heading is the title, and they hold no plan."""

from __future__ import annotations

from itertools import pairwise

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
_SITE = lazy_pattern(r"(?:网|网站|门户|平台|日报|晚报|频道|专栏|目录|公开)$")
_SHORTEST, _LONGEST = 10, 80  # characters of an article's heading
_HEAD = 25  # lines of a page among which its heading stands


def find_heading(page: Page) -> Found | None:
    """The heading of the page's article: the line right above the page's time, source and counters, or a first line that
    says that the page explains, reports or answers."""
    first = _heading(page, page.free[0]) if page.free and page.free[0] < page.first_body else None
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


def is_about(heading: Found) -> bool:
    """Whether an article explains or reports a notice instead of printing it."""
    return _ABOUT.search(heading.value) is not None
