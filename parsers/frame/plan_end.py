"""Where a plan ends: behind its last item, before signature, attachments, metadata and page furniture."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from ...normalize.lazy import lazy_pattern
from ..units import unit_likeness
from . import words
from .furniture import CHROME, OTHER_PAGES
from .page import Page
from .signature import Signature

_WEAK_CHROME = lazy_pattern(
    r"网站|门户|微信|微博|公众号|客户端|下载|分享|扫|打印|收藏|登录|搜索|链接|解读|主办|承办|备案|版权|转载|浏览|电话"
)
#: What opens the words that a plan explains at its end, no items of it.
_GLOSSARY = lazy_pattern(r"(?:附[：:]?)?(?:名词|术语|用语|有关名词)(?:解释|注释|释义|说明)[：:]?")
_PROSE = 12  # characters in front of 电话： from which a line is a sentence that names a contact
_SURE, _LONGEST_NAME = 0.9, 25
_AROUND = ("chrome", "copy", "metadata", "page")


def other_pages(page: Page) -> int:
    """The line from which a page lists others (相关阅读：), when no prose follows it; one past the last line for none."""
    found = next((index for index in page.free if OTHER_PAGES.fullmatch(page.compact[index])), None)
    if found is None or any(page.kinds[index] == "sentence" for index in page.free if index > found):
        return len(page.lines)
    return found


def plan_end(page: Page, start: int, stop: int, signatures: tuple[Signature, ...]) -> int:
    """One past the plan's last line: what follows the last item is signature, attachments, metadata or furniture."""
    floor = max((end for first, end in page.bodies if start <= first < stop), default=start)
    stop = max(floor, min(stop, other_pages(page)))
    inside = _before_glossary(page, [index for index in page.free if floor <= index < stop])
    sites = _sites(page, inside, below_table=floor > start)
    records = _records(page, inside, sites)
    last = _last_record(page, inside, records, floor)
    closing = {index for s in signatures for index in range(s.first, s.last)}
    for index in inside:
        if index < last:
            continue
        known = (
            page.kinds[index] in ("attachment", "marker", "metadata", "copy", "chrome", "date", "page")
            or index in closing
            or index in sites
            or _signs_alone(page, inside, index)
        )
        if known or floor > start or _WEAK_CHROME.search(page.compact[index]):
            break
        last = index + 1
    return last


def _before_glossary(page: Page, inside: list[int]) -> list[int]:
    """The lines above those that explain the words of a plan, where nobody is told to do something below."""
    heads = (place for place, index in enumerate(inside) if _GLOSSARY.fullmatch(page.compact[index]))
    place = next(heads, len(inside))
    return inside[:place] if not any(index in page.assigns for index in inside[place:]) else inside


def _signs_alone(page: Page, inside: list[int], index: int) -> bool:
    """Whether a last line below a whole sentence is the name of an organ, which signs without a day.

    Where other lines are names, or end with some, they say who does what stands above. Furniture of the page may follow.
    """
    place = bisect_left(inside, index)
    if place == 0 or any(page.kinds[below] not in _AROUND for below in inside[place + 1 :]):
        return False
    if not page.compact[inside[place - 1]].endswith("。"):
        return False
    others = (page.compact[other].rpartition("。")[2].lstrip("—") for other in inside[:place])
    return _is_name(page.compact[index]) and not any(map(_is_name, others))


def _is_name(line: str) -> bool:
    return len(line) <= _LONGEST_NAME and line.isalpha() and unit_likeness(line) >= _SURE


def _records(page: Page, inside: list[int], sites: set[int]) -> set[int]:
    """The lines that belong to items: numbers, prose, and who or when below them."""
    items = (i for i in inside if page.kinds[i] in ("label", "sentence") or (i in page.assigns and i not in sites))
    return {index for index in items if not is_furniture(page, index)}


def _sites(page: Page, inside: list[int], *, below_table: bool) -> set[int]:
    """The lines that name who keeps a site: 主办单位： and its kin below the buttons of a page or a table, or where no other
    item has them. Beside these 建设单位： does so, too.
    """
    seen = Counter(page.assigns[index] for index in inside if index in page.assigns)
    items = sum(page.kinds[index] == "label" for index in inside)
    several = items > 1 or (below_table and not items)
    buttons = next((index for index in inside if page.kinds[index] == "chrome"), len(page.lines))
    alone = [i for i in inside if i in page.assigns and seen[page.assigns[i]] < 2 and (several or i > buttons)]
    sites = {index for index in alone if words.SITE_LABEL.search(page.assigns[index])}
    return sites | {index for index in alone if sites and words.SITE_BUILDER.search(page.assigns[index])}


def _last_record(page: Page, inside: list[int], records: set[int], floor: int) -> int:
    """One past the last record line of a plan; a closing list of attachments is none of it."""
    labels = [index for index in inside if page.kinds[index] == "label" and index in records]
    low = labels[-1] if labels else floor
    cut = next((i for i in inside if i > low and page.kinds[i] in ("chrome", "copy")), len(page.lines))
    place = len(inside)
    while place > 0:
        index = inside[place - 1]
        if index < cut and index in records:
            entries = place
            while entries > 0 and is_entry(page, inside[entries - 1]):
                entries -= 1
            if not 0 < entries < place or page.kinds[inside[entries - 1]] != "attachment":
                return index + 1
            place = entries
        place -= 1
    return floor


def is_entry(page: Page, index: int) -> bool:
    """Whether a line can be an entry of a list of attachments: a number and a name, no sentence."""
    squeezed = page.compact[index]
    if page.kinds[index] != "label" or not squeezed[0].isdecimal():
        return False
    return len(squeezed) < 120 and "。" not in squeezed.rstrip("。") and not words.CLAUSE.search(squeezed)


def is_furniture(page: Page, index: int) -> bool:
    """Whether a line is page furniture although it reads like prose; a sentence may end in whom to call."""
    squeezed = page.compact[index]
    if "转载请注明" in squeezed:
        return True
    found = CHROME.search(squeezed) if len(squeezed) < 120 else None
    if found is None:
        return False
    prose = squeezed[: found.start()]
    return len(prose) < _PROSE or not ("，" in prose or "。" in prose or "（" in prose)
