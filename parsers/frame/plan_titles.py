"""Printed titles of what the notice encloses: at the plan's start, behind 附件 markers, above tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.squeeze import squeeze
from ..lists.plain_headings import COUNT
from ..text.numerals import integer
from . import words
from .furniture import BACK
from .model import Found
from .page import Page
from .title_text import core

PlanTitle = tuple[int, int, Found]  # lines [first, last), title

_MARKER = lazy_pattern(
    r"附\s{0,3}[件表录]\s{0,3}(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2}(?![级年项届次个月季类者大产农权方]))?\s{0,3}[：:．.、]?\s{0,3}"
)
# No day of adoption, nor who issued it.
_YEARS = lazy_pattern(r"[（(][^（）()〔\[日通局委办厅]{0,6}(?:19|20)\d\d年?[^（）()日通号]{0,12}[）)]")
_HAN = lazy_pattern(CHINESE)
# 某区2030年十件实事 | 责任分解表: what the second line cannot be alone.
_BARE_NOUNS = lazy_pattern(
    r"(?:主要|重点|工作|目标|任务|责任|分工|分解|实施|落实|推进|推行|进度|整改|问题|措施|安排|清单|台账|方案|计划|要点|一览|及|和|与)+"
    r"(?:表|书|图|方案|清单|台账|分工|分解)?"
)
_DAY = lazy_pattern(r"\d{4}(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2})$")  # ends a signature, glued to its organ
_DONE, _DOCUMENT = (
    lazy_pattern(r"(?:行动|工作|工程|事项|项目|目标|任务)$"),
    lazy_pattern(r"(?:方案|计划|清单|台账|分工|表)$"),
)
_CAPTION = lazy_pattern(r"附?表(?:\d{1,2}|[一二三四五六七八九十]{1,2})[：:、][^，。；|\d]{2,24}$")  # 表二：民生实事
_LONGEST = 80  # characters
# 某县2030年度…细则 opens a title of its own; a line that breaks off in front of it does not.
_WHOLE = lazy_pattern(rf"{CHINESE}{{1,8}}[省市县区州旗镇乡](?:19|20)\d\d年")
# An organ of the place that the line below opens with stands over that line: 某县教育局 | 某县…清单.
_PLACE = lazy_pattern(rf"{CHINESE}{{2,6}}?[省市县区州旗镇乡]")
_OPEN_END = lazy_pattern(r"(?:印发|转发|批转|下发|关于|[《、和与及的])$")
_BOX = lazy_pattern(r"专栏\s?[\d一二三四五六七八九十]")  # heads a box inside a plan
_COUNTED = lazy_pattern(rf"{COUNT}$")
_LEGEND = lazy_pattern(r"（?(?:备?注：)?(?:打|带|标|加|有)[^，。：]{0,4}[*★☆▲△●○#√]")  # 打*的为具体项目
_FARTHEST = 6  # lines below a title that its years stand, blank ones between
_LINES = 5  # that one title may be broken over
_BETWEEN = 8  # lines of page times, units of measure and remarks between a title and its table


def is_plan_title(squeezed: str) -> bool:
    """Whether a line reads as the title of a plan: short, no sentence, and named like one at its end.

    A notice that is forwarded whole counts too.
    """
    if not 4 <= len(squeezed) <= _LONGEST or "。" in squeezed or _BOX.match(squeezed) or BACK.match(squeezed):
        return False
    if words.LINK.match(squeezed) or _LEGEND.match(squeezed):
        return False
    forwarded = words.GENRE.search(squeezed) is not None and words.TITLE_VERB.search(squeezed) is not None
    return forwarded or words.PLAN_END.search(squeezed) is not None


def is_caption(squeezed: str) -> bool:
    """Whether a line is the caption of one of several tables: 表二：民生实事."""
    return _CAPTION.match(squeezed) is not None


def find_plan_titles(page: Page, start: int, stop: int) -> Iterator[PlanTitle]:
    """The titles on the free lines [start, stop), in order."""
    places = [index for index in page.free if start <= index < stop and index not in page.links]
    starts = {first for first, _ in page.bodies}
    taken = start
    opening = True
    for place, index in enumerate(places):
        kind = page.kinds[index]
        if index < taken or kind in ("copy", "metadata", "date", "marker", "page"):
            opening = opening or kind == "marker"
            continue
        above_table = index + 1 in starts or (not opening and _next_is_body(page, index, starts))
        marked = place > 0 and page.kinds[places[place - 1]] == "marker"
        read = title_from(page, places, place) if opening else None
        if read is None and marked:
            read = _title_by_place(page, places, place, starts)
        if read is None and above_table:
            read = title_above(page, places, place, taken)
        opening = False
        if read is not None:
            taken = read[1]
            yield read


def title_from(page: Page, places: list[int], place: int) -> PlanTitle | None:
    """The title that starts on ``places[place]``, joined downwards until it is named like a plan."""
    index = places[place]
    line = page.lines[index]
    if words.PURPOSE.match(page.compact[index]):
        return None
    marker = _MARKER.match(line.text) if line.text.startswith("附") else None
    start = line.start + (marker.end() if marker else core(line.text)[0])
    for last in places[place : place + _LINES]:
        squeezed = page.compact[last]
        if page.kinds[last] in ("sentence", "label", "date", "copy", "page") or len(squeezed) > _LONGEST:
            return None
        stop = page.lines[last].start + core(page.lines[last].text)[1]
        value = squeeze(page.text[start:stop])
        if is_plan_title(value) and value.count("《") == value.count("》"):
            last, stop = _as_quoted(page, places, value, last) or _named_below(page, value, last) or (last, stop)
            last, stop = _with_years(page, last, stop)
            return index, last + 1, Found(squeeze(page.text[start:stop]), start, stop)
    return None


def _as_quoted(page: Page, places: list[int], value: str, last: int) -> tuple[int, int] | None:
    """Takes the line below a title that ends like one, where the letter above names both of them as one: 《…举措…措施》."""
    below = next((index for index in places if index > last), None)
    if below is None or page.kinds[below] not in ("text", "organ"):
        return None
    whole = f"《{value}{page.compact[below]}》"
    quoted = any(whole in page.compact[index] for index in page.free if index < last)
    return (below, page.lines[below].end) if quoted else None


def _below(page: Page, index: int) -> int:
    """The next line with text below one; the line itself when there is none."""
    at = bisect_right(page.free, index)
    return page.free[at] if at < len(page.free) else index


def _named_below(page: Page, value: str, last: int) -> tuple[int, int] | None:
    """Takes the line below a title that ends in what is done, which says what document of it this is: …行动 | 任务分工方案."""
    below = _below(page, last)
    named = below <= last + 2 and _DONE.search(value) is not None and page.kinds.get(below) == "text"
    named = named and _names_nothing(page.compact[below]) and _DOCUMENT.search(page.compact[below]) is not None
    return (below, page.lines[below].end) if named else None


def _with_years(page: Page, last: int, stop: int) -> tuple[int, int]:
    """Takes a line of years in brackets below a title, and what it names: （2030—2032年）任务分工."""
    below = _below(page, last)
    years = _YEARS.match(page.compact[below]) if last < below <= last + _FARTHEST else None
    rest = page.compact[below][years.end() :] if years else "。"
    return (below, page.lines[below].end) if not rest or is_plan_title(rest) else (last, stop)


def _title_by_place(page: Page, places: list[int], place: int, starts: set[int]) -> PlanTitle | None:
    """A short line between a marker and the first label or table is the title whatever it is called."""
    index = places[place]
    below = page.kinds[places[place + 1]] if place + 1 < len(places) else ""
    fits = page.kinds[index] in ("text", "organ") and len(page.compact[index]) <= 40
    if not fits or not (below == "label" or _next_is_body(page, index, starts)):
        return None
    line = page.lines[index]
    return index, index + 1, Found(squeeze(line.text), line.start, line.end)


def title_above(page: Page, places: list[int], place: int, floor: int) -> PlanTitle | None:
    """The title that ends on ``places[place]`` or a few lines above, not above line ``floor``, joined upwards."""
    for bottom in range(place, max(-1, place - _BETWEEN), -1):
        index = places[bottom]
        if index < floor or page.kinds[index] in ("sentence", "label"):
            return None
        titled = is_plan_title(page.compact[index].rstrip("|")) and not is_counted_group(page, index)
        titled = titled or (bottom == place and is_caption(page.compact[index]))
        if titled and page.kinds[index] in ("text", "organ", "chrome", "attachment"):
            break
    else:
        return None
    line = page.lines[index]
    start, end, _ = core(line.text)
    marker = _MARKER.match(line.text)
    start = marker.end() if marker else start
    first, start = index, line.start + start
    for above in reversed(places[max(0, bottom - _LINES + 1) : bottom]):
        if marker or (start > line.start and first == index) or above < floor or not _upper_piece(page, above, first):
            break
        first, start = above, page.lines[above].start
    last, stop = _with_years(page, index, line.start + end)
    value = squeeze(page.text[start:stop])
    return None if words.PURPOSE.match(value) else (first, last + 1, Found(value, start, stop))


def is_counted_group(page: Page, index: int) -> bool:
    """Whether a line is one of several groups that tell how many tasks they hold; a title right above them counts all."""
    own = _COUNTED.search(page.compact[index])
    counts = {at: found for at in page.free if (found := _COUNTED.search(page.compact[at])) is not None} if own else {}
    if own is None or len(counts) < 2:
        return False
    below = bisect_right(page.free, index)
    if below < len(page.free) and page.free[below] in counts:
        return False
    others = sum(integer(found[1]) for at, found in counts.items() if at != index)
    return index != min(counts) or len(counts) == 2 or integer(own[1]) < others


def _upper_piece(page: Page, above: int, below: int) -> bool:
    """Whether a line is the upper piece of a title that goes on ``below``: next to it, and no title of its own."""
    if (
        page.kinds[above] not in ("text", "organ")
        or len(_HAN.findall(page.compact[above])) < 3
        or "：" in page.compact[above]
        or not 5 < len(page.compact[above]) < 40
    ):
        return False
    place = _PLACE.match(page.compact[above]) if page.kinds[above] == "organ" else None
    whole = _WHOLE.match(page.compact[below]) or (place is not None and page.compact[below].startswith(place[0]))
    if whole and not _OPEN_END.search(page.compact[above]):
        return False
    notice = words.GENRE.search(page.compact[above]) is not None
    if notice and words.TITLE_VERB.search(page.compact[above]) is None and _names_nothing(page.compact[below]):
        notice = False  # …工作报告 | 任务分解方案
    if below - above - 1 > 1 or notice or _DAY.search(page.compact[above]):
        return False
    return not words.PLAN_END.search(page.compact[above]) or _names_nothing(page.compact[below])


def _names_nothing(squeezed: str) -> bool:
    """Whether the lower piece of a title says what it is and not of what: 责任分解表, 重点任务分工方案."""
    return _BARE_NOUNS.fullmatch(squeezed) is not None


def _next_is_body(page: Page, index: int, starts: set[int]) -> bool:
    if not starts:
        return False
    below = index + 1
    while below < len(page.lines) and not page.lines[below].text:
        below += 1
    return below in starts
