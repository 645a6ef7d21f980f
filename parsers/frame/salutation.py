"""Where the addressees stand: the line or lines under the title that end with ：."""

from __future__ import annotations

from itertools import pairwise

from ...normalize.lazy import lazy_pattern
from . import words
from .addressees import is_recipients, is_salutation
from .page import Page
from .titles import Copy

Salutation = tuple[int, int, int, int]  # lines [first, last), offsets [start, end)

_SENT_TO = lazy_pattern(r"(?:主\s{0,3}送(?:机关|单位)?|致)\s{0,3}[：:]\s{0,3}")
_LONGEST = 300
_WRAPPED = 15  # characters from which a page breaks its lines


def find_salutation(page: Page) -> Salutation | None:
    """The addressees' lines, before the first table and the first numbered heading."""
    for place, index in enumerate(page.free):
        label = page.kinds[index] == "label"
        if index >= page.first_body or (label and (_is_heading(page, index) or "。" in page.compact[index])):
            return None
        line = page.lines[index]
        sent_to = _SENT_TO.match(line.text)
        if sent_to is not None and len(line.text) < _LONGEST and _lists_organs(line.text[sent_to.end() :]):
            return index, index + 1, line.start + sent_to.end(), line.end
        if page.kinds[index] in ("metadata", "chrome"):
            continue
        run_in = salutation_end(line.text)
        cut = place > 0 and _cut_by_page(page, page.free[place - 1], index)
        if not run_in and not cut and not is_salutation(page.compact[index]):
            continue
        if not run_in and index in page.free[-1:]:
            return None  # the page ends in a list of names
        first = place - 1 if cut else place
        while first > 0 and _list_goes_on(page, page.free[first - 1]):
            first -= 1
        end = line.start + run_in if run_in else line.end
        return page.free[first], index + 1, page.lines[page.free[first]].start, end
    return None


def _is_heading(page: Page, index: int) -> bool:
    return words.HEADING_LABEL.match(page.compact[index]) is not None


def bare_salutation(page: Page, title: Copy) -> Salutation | None:
    """Addressees that lost their ：: the line under the title (and its metadata) that lists organs before prose."""
    after = [index for index in page.free if title.last <= index < page.first_body][:8]
    for index, below in pairwise(after):
        kind, squeezed = page.kinds[index], page.compact[index]
        if kind in ("sentence", "label"):
            return None
        prose = page.kinds[below] == "sentence" or len(page.compact[below]) > 25
        if kind not in ("organ", "text") or not prose or len(squeezed) >= 120:
            continue
        line = page.lines[index]
        if ("各" in squeezed or "有关" in squeezed) and is_recipients(line.text):
            return index, index + 1, line.start, line.end
    return None


def _lists_organs(text: str) -> bool:
    return is_recipients("".join(text.split()).rstrip("：:。"))


def salutation_end(text: str) -> int:
    """Length of a salutation that prose follows on the same line; 0 when there is none."""
    colon = text.find("：", 0, 120)
    if colon < 4 or colon + 10 > len(text) or not words.COVER.search(text, colon, colon + _LONGEST):
        return 0
    return colon + 1 if is_salutation("".join(text[: colon + 1].split())) else 0


def _list_goes_on(page: Page, index: int) -> bool:
    squeezed = page.compact[index]
    return len(squeezed) < _LONGEST and squeezed[-1] in "，、；" and "。" not in squeezed and is_recipients(squeezed)


def _cut_by_page(page: Page, above: int, index: int) -> bool:
    """Whether the page broke the list inside a name: 市政府各部门、各 / 直属机构：."""
    upper, lower = page.compact[above], page.compact[index]
    fits = (
        above == index - 1 and page.kinds[above] in ("text", "organ", "sentence") and _WRAPPED <= len(upper) < _LONGEST
    )
    if (
        not fits
        or len(lower) > len(upper)
        or upper[-1] in "：；，、"
        or "。" in upper
        or words.TITLE_VERB.search(upper)
    ):
        return False
    listed = ("，" in upper or "、" in upper) and words.RECIPIENT_WORDS.search(upper) is not None
    return listed and is_salutation(upper + lower)
