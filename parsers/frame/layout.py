"""Where the notice's parts lie: head, covering letter, enclosed plan, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...normalize.squeeze import squeeze
from . import words
from .addressees import is_recipients, is_salutation
from .model import Found
from .page import Page
from .signature import Signature, find_signatures
from .titles import Copy, best_copy, core, notice_copies, plan_words

_SENT_TO = re.compile(r"(?:主\s*送(?:机关|单位)?|致)\s*[：:]\s*")
_SUBTITLE = re.compile(r"[（(].{2,60}[）)]|(?:单位|填报单位|填报时间|日期|制表单位|时间)：.{0,30}")
_WEAK_CHROME = re.compile(
    r"网站|门户|微信|微博|公众号|客户端|下载|分享|扫|打印|收藏|登录|搜索|链接|解读|主办|承办|备案|版权|浏览|电话"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts as line ranges, with what marked them."""

    copies: tuple[Copy, ...]
    title: Copy | None
    salutation: tuple[int, int, int, int] | None  # lines [first, last), offsets [start, end)
    letter: tuple[int, int] | None
    plan: tuple[int, int] | None
    plan_titles: tuple[tuple[int, int, Found], ...]
    signatures: tuple[Signature, ...]
    footer: int  # the line on which everything behind the notice starts


def read_layout(page: Page) -> Layout:
    """Cuts the page into its parts."""
    salutation = _salutation(page)
    copies = _head_copies(page, salutation)
    title = best_copy(copies)
    if salutation is None and title is not None:
        salutation = _bare_salutation(page, title)
    head = max(title.last if title else 0, 0)
    start = salutation[0] if salutation else _cover_start(page, head)
    issuer = _title_issuer(title)
    signatures = tuple(find_signatures(page, head if start is None else start, len(page.lines), issuer))
    letter, plan = _letter_and_plan(page, title, salutation, start, head, signatures)
    titles = tuple(_plan_titles(page, plan, title)) if plan else ()
    footer = plan[1] if plan else letter[1] if letter else head
    if plan and titles and titles[0][0] <= _first_free(page, plan[0]):
        plan = (min(titles[0][1], plan[1]), plan[1])
    return Layout(tuple(copies), title, salutation, letter, plan, titles, signatures, footer)


def _title_issuer(title: Copy | None) -> str | None:
    verb = words.TITLE_VERB.search(title.found.value) if title else None
    return title.found.value[: verb.start()] if title and verb and verb.start() > 3 else None


def _salutation(page: Page) -> tuple[int, int, int, int] | None:
    """The line or lines that name the addressees and end with ：, before the first table and the first label."""
    for place, index in enumerate(page.free):
        if index >= page.first_body or (
            page.kinds[index] == "label" and words.HEADING_LABEL.match(page.compact[index])
        ):
            return None
        line = page.lines[index]
        sent_to = _SENT_TO.match(line.text)
        if sent_to is not None and is_recipients(line.text[sent_to.end() :]):
            return index, index + 1, line.start + sent_to.end(), line.end
        run_in = _run_in(line.text)
        if not is_salutation(page.compact[index]) and not run_in:
            continue
        first = place
        while first > 0 and _list_goes_on(page, page.free[first - 1]):
            first -= 1
        end = line.start + run_in if run_in else line.end
        return page.free[first], index + 1, page.lines[page.free[first]].start, end
    return None


def _run_in(text: str) -> int:
    """Length of a salutation that prose follows on the same line; 0 when there is none."""
    colon = text.find("：", 0, 120)
    if colon < 4 or colon + 10 > len(text) or not words.COVER.search(text, colon):
        return 0
    return colon + 1 if is_salutation("".join(text[: colon + 1].split())) else 0


def _list_goes_on(page: Page, index: int) -> bool:
    squeezed = page.compact[index]
    return squeezed.endswith(("，", "、", "；")) and is_recipients(squeezed) and "。" not in squeezed


def _bare_salutation(page: Page, title: Copy) -> tuple[int, int, int, int] | None:
    """Addressees that lost their ：: the line under the title (and its metadata) that lists organs before prose."""
    after = [index for index in page.free if title.last <= index < page.first_body][:8]
    for place, index in enumerate(after[:-1]):
        if page.kinds[index] in ("metadata", "date", "chrome"):
            continue
        squeezed, below = page.compact[index], page.kinds[after[place + 1]]
        listed = re.search(r"各|有关", squeezed) and is_recipients(page.lines[index].text) and len(squeezed) < 120
        if listed and page.kinds[index] in ("organ", "text") and below == "sentence":
            line = page.lines[index]
            return index, index + 1, line.start, line.end
        if page.kinds[index] in ("sentence", "label"):
            return None
    return None


def _head_copies(page: Page, salutation: tuple[int, int, int, int] | None) -> list[Copy]:
    """Copies of notice titles on the page's head: before the addressees, else before the first prose under a title."""
    stop = salutation[0] if salutation else page.first_body
    copies = notice_copies(page, stop)
    if salutation is not None or not copies:
        return copies
    own = next((copy for copy in copies if copy.own), copies[0])
    prose = next((i for i in page.free if i >= own.last and page.kinds[i] in ("sentence", "label")), stop)
    return [copy for copy in copies if copy.last <= prose]


def _cover_start(page: Page, head: int) -> int | None:
    """The first line of a covering letter without addressees: prose under the title that hands over a plan."""
    for index in page.free:
        if index < head:
            continue
        if index >= page.first_body or page.kinds[index] == "label":
            return None
        if page.kinds[index] == "sentence" and head:
            return index if words.COVER.search(page.compact[index]) else None
    return None


def _first_free(page: Page, start: int) -> int:
    return next((index for index in page.free if index >= start), len(page.lines))


def _letter_and_plan(
    page: Page,
    title: Copy | None,
    salutation: tuple[int, int, int, int] | None,
    start: int | None,
    head: int,
    signatures: tuple[Signature, ...],
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The line ranges of the letter and of the plan."""
    total = len(page.lines)
    if start is None:
        end = _plan_end(page, head, total, signatures)
        return None, ((head, end) if _has_records(page, head, end) else None)
    first = next((s for s in signatures if s.first > start), None)
    if first is not None and _plan_follows(page, first.last):
        return (start, first.last), (first.last, _plan_end(page, first.last, total, signatures))
    close = first.first if first else total
    prose = salutation[1] if salutation else start + 1
    opening = _inner_plan(page, title, prose, close)
    if opening is None:
        return (start, first.last if first else _letter_end(page, prose)), None
    return (start, opening), (opening, _plan_end(page, opening, close, signatures))


def _has_records(page: Page, start: int, end: int) -> bool:
    return any(start <= first < end for first, _ in page.bodies) or any(
        start <= index < end and page.kinds[index] in ("label", "sentence", "text") for index in page.free
    )


def _plan_follows(page: Page, start: int) -> bool:
    """Whether a plan stands behind the letter's signature: a table, labels, or a plan's title before page furniture."""
    if page.last_body > start:
        return True
    return any(
        page.kinds[index] == "label" or (page.kinds[index] in ("text", "organ") and _is_plan_title(page.compact[index]))
        for index in page.free
        if index >= start and page.kinds[index] != "attachment"
    )


def _is_plan_title(squeezed: str) -> bool:
    return 6 <= len(squeezed) <= 80 and words.PLAN_END.search(squeezed) is not None and "。" not in squeezed


def _inner_plan(page: Page, title: Copy | None, start: int, stop: int) -> int | None:
    """The line on which a plan starts that no signature parts from the letter; None when there is none."""
    inside = [index for index in page.free if start <= index < stop]
    named = plan_words(title.found.value) if title else None
    plan_name = re.sub(r"\W", "", title.found.value[slice(*named)]) if title and named else ""
    for place, index in enumerate(inside):
        squeezed = re.sub(r"\W", "", page.compact[index])
        begins = plan_name and len(squeezed) > 5 and (plan_name.startswith(squeezed) or squeezed.endswith(plan_name))
        if begins and page.kinds[index] != "attachment" and page.kinds[index] != "sentence":
            return index
        marker = page.kinds[index] == "marker" and place + 1 < len(inside)
        if marker and page.kinds[inside[place + 1]] in ("text", "organ", "chrome"):
            return index
    if page.first_body < stop:
        return _above_body(page, page.first_body, start)
    labels = [index for index in inside if page.kinds[index] == "label"]
    if not labels:
        return None
    clauses = any(words.CLAUSE.search(page.compact[index]) for index in inside if index >= labels[0])
    encloses = named is not None
    return labels[0] if clauses or not encloses else None


def _above_body(page: Page, body: int, start: int) -> int:
    """The first line of the title and markers that stand right above a table."""
    first = body
    for index in reversed([i for i in page.free if start <= i < body]):
        kind = page.kinds[index]
        if kind in ("sentence", "label", "date", "attachment") and not (first == body and kind == "attachment"):
            break
        if body - index > 40:
            break
        first = index
        if kind == "marker":
            break
    return first


def _letter_end(page: Page, start: int) -> int:
    """One past the last line of a letter without a signature: its last prose, label or list of attachments."""
    last = start
    for index in page.free:
        if index >= start and page.kinds[index] in ("sentence", "label", "attachment"):
            last = index + 1
    return last


def _plan_end(page: Page, start: int, stop: int, signatures: tuple[Signature, ...]) -> int:
    """One past the plan's last line: what follows the last item is signature, attachments, metadata or furniture."""
    last = max((end for first, end in page.bodies if start <= first < stop), default=start)
    inside = [index for index in page.free if start <= index < stop]
    closing = {index for s in signatures for index in range(s.first, s.last)}
    for index in inside:
        if page.kinds[index] in ("label", "sentence") and not (index >= page.last_body and _is_furniture(page, index)):
            last = max(last, index + 1)
    for index in inside:
        if index < last:
            continue
        kind = page.kinds[index]
        known = kind in ("attachment", "marker", "metadata", "copy", "chrome", "date") or index in closing
        if known or page.last_body > start or _WEAK_CHROME.search(page.compact[index]):
            break
        last = index + 1
    return last


def _is_furniture(page: Page, index: int) -> bool:
    squeezed = page.compact[index]
    return len(squeezed) < 120 and words.CHROME.search(squeezed) is not None


def _plan_titles(page: Page, plan: tuple[int, int], title: Copy | None) -> Iterator[tuple[int, int, Found]]:
    """Printed titles of the plan's parts: at its start, behind each marker, above each table."""
    places = [index for index in page.free if plan[0] <= index < plan[1]]
    starts = {first for first, _ in page.bodies}
    taken = -1
    for place, index in enumerate(places):
        if index < taken:
            continue
        opening = place == 0 or page.kinds[places[place - 1]] == "marker" or _next_is_body(page, index, starts)
        if not opening:
            continue
        read = _title_from(page, places, place)
        if read is not None:
            taken = read[1]
            yield read


def _next_is_body(page: Page, index: int, starts: set[int]) -> bool:
    below = index + 1
    while below < len(page.lines) and not page.lines[below].text:
        below += 1
    return below in starts


def _title_from(page: Page, places: list[int], place: int) -> tuple[int, int, Found] | None:
    """The plan title that starts on ``places[place]``, joined over up to five lines."""
    index = places[place]
    line = page.lines[index]
    start, _, _ = core(line.text)
    if page.kinds[index] in ("attachment", "marker"):
        head = re.match(r"附\s*[件表录]\s*\w{0,2}\s*[：:．.、]?\s*", line.text)
        start = head.end() if head else start
    start += line.start
    for last in places[place : place + 5]:
        squeezed = page.compact[last]
        if page.kinds[last] in ("sentence", "label", "date", "copy") or len(squeezed) > 80:
            return None
        stop = page.lines[last].start + core(page.lines[last].text)[1]
        value = squeeze(page.text[start:stop])
        if words.PLAN_END.search(value) and len(value) > 3 and value.count("《") == value.count("》"):
            return index, last + 1, Found(value, start, stop)
    return None
