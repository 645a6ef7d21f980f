"""A label for every line that no table claims: what it is in the notice's frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...normalize.lazy import lazy_pattern
from .furniture import CHROME
from .layout import Layout
from .model import Found
from .page import Page

Put = Callable[[int, int, str], None]

_AROUND = {
    "metadata": "metadata", "copy": "metadata", "date": "metadata", "attachment": "attachment", "marker": "attachment",
}  # fmt: skip
_REMARK = lazy_pattern(
    r"[（(]?(?:计量单位|金额单位|单位|填报单位|填表单位|制表单位|填报时间|填表人|联系电话)：[^。]{0,30}[）)]?"
)
_PROSE = 40  # characters from which a sentence outside the notice is text of its own, not furniture


def label_lines(
    page: Page, layout: Layout, number: Found | None, attachments: Sequence[tuple[int, int]]
) -> tuple[str, ...]:
    """One label a line: a SegmentLabel, 'body' inside the tables, '' for undecided lines of the plan."""
    labels = ["blank" if not line.text else "" for line in page.lines]
    for first, last in page.bodies:
        labels[first:last] = ["body"] * (min(last, len(labels)) - first)
    free = set(page.free)

    def put(first: int, last: int, label: str) -> None:
        for index in range(first, last):
            if index in free:
                labels[index] = label

    plan = layout.plan or (0, 0)
    _put_surroundings(page, layout, put)
    for part in ((layout.letter or (0, 0)), *layout.closings):
        put(*part, "letter")
    for index in _page_breaks(page, plan):
        put(index, index + 1, "page_chrome")
    for signature in layout.signatures:
        put(signature.first, signature.last, "signature")
        if signature.day_line is not None:
            put(signature.day_line, signature.day_line + 1, "date")
    for first, last in attachments:
        put(first, last, "attachment")
    if layout.salutation:
        put(layout.salutation[0], layout.salutation[1], "addressees")
    _put_titles(page, layout, put)
    for index in _lines_of_number(page, number):
        if labels[index] in ("page_chrome", "narrative", "metadata", ""):
            labels[index] = "document_number"
    return tuple(labels)


def _put_surroundings(page: Page, layout: Layout, put: Put) -> None:
    """What stands outside the plan, by its own form; remarks on how to read a table, also inside of it."""
    plan = layout.plan_lines
    head = False  # the line above names a field of the metadata block, and its value stands here
    for index in page.free:
        if index not in plan:
            put(index, index + 1, "metadata" if head and page.kinds[index] == "text" else _around(page, index))
        head = page.kinds[index] == "metadata" and page.compact[index].endswith(("：", ":", "|"))
    for first, _ in page.bodies:
        for index in _remarks_above(page, first, layout.plan[0] if layout.plan else 0):
            put(index, index + 1, "metadata")


def _lines_of_number(page: Page, number: Found | None) -> Iterator[int]:
    """The line that the document number was read from, and those that print it again by itself."""
    if number is None:
        return
    printed = "".join(page.text[number.start : number.end].split())
    for index in page.free:
        here = page.lines[index].start <= number.start < page.lines[index].end
        if here or page.compact[index].strip("（()）") == printed:
            yield index


def _remarks_above(page: Page, body: int, floor: int) -> Iterator[int]:
    """Lines between a table's title and its head that say how to read it: 单位：万元, 填报单位：…."""
    for index in range(body - 1, max(floor, body - 6) - 1, -1):
        if index in page.compact:
            if not _REMARK.fullmatch(page.compact[index]):
                return
            yield index


def _page_breaks(page: Page, plan: tuple[int, int]) -> Iterator[int]:
    """Page numbers inside a plan, and the running heads and feet beside them: short lines that several breaks have."""
    breaks = [place for place, index in enumerate(page.free) if page.kinds[index] == "page"]
    beside: dict[str, set[int]] = {}
    for place in breaks:
        yield page.free[place]
        for index in page.free[max(0, place - 1) : place + 2]:
            if page.kinds[index] in ("text", "organ") and plan[0] <= index < plan[1]:
                beside.setdefault(page.compact[index], set()).add(index)
    for lines in beside.values():
        if len(lines) > 1:
            yield from lines


def _put_titles(page: Page, layout: Layout, put: Put) -> None:
    for copy in layout.copies:
        put(copy.first, copy.last, "title")
    for first, last, _ in layout.plan_titles:
        put(first, last, "title")
    if layout.heading:
        for index in page.free:
            if layout.heading.start <= page.lines[index].end and page.lines[index].start < layout.heading.end:
                put(index, index + 1, "title")
    if not layout.copies and layout.plan_titles:
        _put_repeats(page, layout.plan_titles[0][2].value, layout.plan_titles[0][0], put)
    if layout.plan:
        begin = layout.letter[1] if layout.letter else layout.plan[0]
        for index in page.free:
            if page.kinds[index] == "marker" and begin <= index < layout.plan[1]:
                put(index, index + 1, "heading")


def _put_repeats(page: Page, title: str, stop: int, put: Put) -> None:
    """The page's own heading and breadcrumb print the title before the document does."""
    for index in page.free:
        if index >= stop:
            break
        if page.compact[index].endswith(title):
            put(index, index + 1, "title")


def _around(page: Page, index: int) -> str:
    kind = page.kinds[index]
    if kind in _AROUND:
        return _AROUND[kind]
    squeezed = page.compact[index]
    if kind == "sentence" and len(squeezed) >= _PROSE and not CHROME.search(squeezed):
        return "narrative"
    return "page_chrome"
