"""Reads the frame of a notice: the facts of its head and foot, and a label for every line outside the plan."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.document import Line
from .addressees import split_addressees
from .attachments import attachment_ranges, heading_entries, names_page, only_plan, read_attachments, titled_file
from .byline import byline, headline
from .doubts import frame_doubts
from .facts import Fields, first_of, issued_on, issuers, own_number, page_title
from .labels import label_lines
from .layout import Layout, read_layout
from .masthead import bare_number, find_imprint
from .metadata import bare_moment, day_of, read_metadata
from .model import AttachmentDraft, Found, Frame
from .neighbours import own_lines
from .own_plan import plan_title
from .page import Page
from .words import PLAN_END


def read_frame(text: str, lines: Sequence[Line], bodies: Sequence[tuple[int, int]]) -> Frame:
    """The frame of the notice in ``text``.

    ``lines`` are the lines of ``text`` in order; ``bodies`` the half-open line ranges that tables claim.
    Any text gives a frame: what is missing is None or empty, with a doubt.
    """
    return _frame(Page(text, lines, bodies))


def _frame(page: Page) -> Frame:
    """The frame of the notice on ``page``, and of those that follow it there."""
    text, own = page.text, _own_part(page)
    layout = read_layout(page, own)
    around = _around(own, layout)
    opening = min(part[0] for part in (layout.letter, layout.plan, (len(page.lines), 0)) if part)
    head = [index for index in around if index < opening]
    fields = list(read_metadata(own, around))
    number = own_number(own, layout, head, fields) or bare_number(own, head)
    imprint = find_imprint(own, head)
    listed = attachment_ranges(own, layout)
    title, named, attachments = _titles(own, layout, fields, [(start, end) for _, _, start, end in listed])
    title = title or headline(own, head)
    signed = byline(own, head)
    issued = issued_on(own, layout, fields, imprint)
    frame = Frame(
        title=title,
        plan_title=named,
        document_number=number,
        issuers=issuers(own, layout, title, fields, imprint),
        issued_on=issued,
        published_at=first_of(day_of(f, text) for name, f in fields if name == "published")
        or bare_moment(own, head, issued)
        or (signed[1] if signed is not None else None),
        addressees=tuple(split_addressees(text, *layout.salutation[2:])) if layout.salutation else (),
        attachments=tuple(attachments),
        labels=label_lines(page, layout, number, [(first, last) for first, last, _, _ in listed]),
        plan=layout.plan,
        gaps=layout.gaps,
        plan_titles=tuple((first, last, found.value) for first, last, found in layout.plan_titles),
        letter=layout.letter,
        doubts=(),
    )
    following = _following(page, own)
    return frame._replace(doubts=tuple(frame_doubts(own, frame, layout, following)), following=following)


def _following(page: Page, own: Page) -> tuple[int, Frame] | None:
    """The next whole notice on the page, with its first line; None where it holds but one."""
    rest = page.part(len(own.lines), len(page.lines))
    return (rest.free[0], _frame(rest)) if rest.free else None


def _titles(
    page: Page, layout: Layout, fields: Fields, listed: Sequence[tuple[int, int]]
) -> tuple[Found | None, Found | None, list[AttachmentDraft]]:
    """The notice's title, the plan's, and the attachments ``listed``: what has no title is called by what it sends."""
    named = plan_title(page, layout)
    title = page_title(layout, named, fields)
    attachments = read_attachments(page.text, listed or list(heading_entries(page, layout)))
    if title is not None and title == named and attachments:
        title = _of_file(attachments[0], page) or title
    if title is None and attachments:
        enclosed = only_plan(attachments, page.text) if layout.letter else None
        title = named = titled_file(attachments[0], page) or enclosed
    if title is None or (title == named and _is_caption(page, layout)):
        from .bare_titles import bare_title, first_line  # few pages

        bare = bare_title(page) if title is None else None
        top = first_line(page) if bare is None else None
        named = bare or (top if top is not None and PLAN_END.search(top.value) else named)
        title = bare or top or title
    return (
        title,
        named,
        [draft for draft in attachments if title is None or not names_page(draft, page.text, title, named)],
    )


def _is_caption(page: Page, layout: Layout) -> bool:
    """Whether the first title of a plan is the caption of one of several tables (表一：民生实事), not that of the page."""
    first = layout.plan_titles[0][0] if layout.title is None and layout.plan_titles else -1
    return first > 0 and page.compact[first][:1] in "表附"


def _of_file(draft: AttachmentDraft, page: Page) -> Found | None:
    """The title of a document whose site heads it with the name of its file: a line of its own says the same."""
    file = titled_file(draft, page)
    at = next((index for index in page.free if file is not None and page.compact[index] == file.value), None)
    return None if file is None or at is None else Found(file.value, page.lines[at].start, page.lines[at].end)


def _own_part(page: Page) -> Page:
    """The page without what it prints of other notices."""
    first, stop = own_lines(page)
    return page if (first, stop) == (0, len(page.lines)) else page.part(first, stop)


def _around(page: Page, layout: Layout) -> list[int]:
    """The free lines of the page's head and foot: outside letter, plan and title."""
    inside = bytearray(len(page.lines) + 1)
    for part in (layout.letter, layout.plan, *layout.closings):
        first, last = part or (0, 0)
        inside[first:last] = b"\1" * (last - first)
    return [index for index in page.free if not inside[index]]
