"""What the frame lacks or contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...normalize.doubt import Doubt
from ...normalize.lazy import lazy_pattern
from . import words
from .layout import Layout
from .model import Found, Frame
from .page import Page

_PASSES_ON = lazy_pattern("转发|批转|翻印")
_RUN_IN = lazy_pattern(r"\d{1,2}[.．、][^（）]{2,80}（[^（）]{2,60}）")


def frame_doubts(
    page: Page, frame: Frame, layout: Layout, following: tuple[int, Frame] | None = None
) -> Iterator[Doubt]:
    """What the frame lacks or contradicts, each at the place where it would stand; that another notice is ``following``.

    A letter may pass one on whole.
    """
    below = following[1].title if following is not None else None
    if below is not None and not (frame.title is not None and _PASSES_ON.search(frame.title.value)):
        yield Doubt("another-notice", below.start, below.end, below.value)
    top = page.lines[page.free[0]] if page.free else None
    start, end = (top.start, top.end) if top else (0, 0)
    missing = {
        "title-missing": frame.title, "issuer-missing": frame.issuers, "date-missing": frame.issued_on,
        "no-document-number": frame.document_number,
    }  # fmt: skip
    for rule, value in missing.items():
        if not value:
            yield Doubt(rule, start, end)
    issued, published = frame.issued_on, frame.published_at
    if issued and published and issued.value > published.value[:10]:
        yield Doubt(
            "issue-date-after-publication", issued.start, issued.end, f"{issued.value} > {published.value[:10]}"
        )
    if issued and any(s.restored and s.day == issued for s in layout.signatures):
        yield Doubt("characters-restored", issued.start, issued.end, issued.value)
    for signature in layout.signatures[:1]:
        if signature.day is None and signature.day_line is not None:
            line = page.lines[signature.day_line]
            rule = "characters-not-restorable" if line.text.isdecimal() else "date-does-not-exist"
            yield Doubt(rule, line.start, line.end, line.text)
    if layout.salutation and _unpunctuated(frame.addressees, page.text):
        yield Doubt("list-split-without-separators", *layout.salutation[2:])
    number = frame.document_number
    if number and not number.value.endswith(("号", "期")):
        yield Doubt("characters-not-restorable", number.start, number.end, number.value)
    if not page.bodies:
        yield from _table_elsewhere(page, frame)


def _unpunctuated(addressees: tuple[Found, ...], text: str) -> bool:
    """Whether nothing but white space, or nothing at all, parts two addressees."""
    return any(not text[one.end : two.start].strip() for one, two in pairwise(addressees))


def _table_elsewhere(page: Page, frame: Frame) -> Iterator[Doubt]:
    """Without a plan, an attachment or a title that names a table says where the tasks are.

    A letter that lists them in its own sentence needs no table.
    """
    if frame.plan is not None or _lists_tasks(page, frame):
        return
    for draft in frame.attachments:
        if words.TASK_NOUN.search(draft.title):
            yield Doubt("table-in-attachment", draft.start, draft.end, draft.title)
            return
    if frame.plan_title is not None and frame.letter is not None:
        yield Doubt("table-in-attachment", frame.plan_title.start, frame.plan_title.end, frame.plan_title.value)


def _lists_tasks(page: Page, frame: Frame) -> bool:
    """Whether the letter runs its tasks in: 1.修桥（县交通局）；2.建路（县住建局）。"""
    first, last = frame.letter or (0, 0)
    lines = page.lines[first:last]
    return any(line.text.count("（") > 1 and len(_RUN_IN.findall(line.text)) > 1 for line in lines)
