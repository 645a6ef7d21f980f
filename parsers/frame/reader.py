"""Reads the frame of a notice: the facts of its head and foot, and a label for every line outside the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ...normalize.doubt import Doubt
from ...normalize.squeeze import squeeze
from ..document import Line
from . import words
from .addressees import split_addressees
from .attachments import attachment_ranges, read_attachments
from .labels import label_lines
from .layout import Layout, read_layout
from .metadata import bare_moment, day_of, number_of, organs_of_field, read_metadata
from .model import Found, Frame
from .numbers import DAMAGED, NUMBER
from .page import Page
from .signature import organs_in
from .titles import core, plan_words

Fields = list[tuple[str, Found]]


def read_frame(text: str, lines: Sequence[Line], bodies: Sequence[tuple[int, int]]) -> Frame:
    """The frame of the notice in ``text``.

    ``lines`` are the lines of ``text`` in order; ``bodies`` the half-open line ranges that tables claim.
    Any text gives a frame: what is missing is None or empty, with a doubt.
    """
    page = Page(text, lines, bodies)
    layout = read_layout(page)
    around = _around(page, layout)
    opening = min(part[0] for part in (layout.letter, layout.plan, (len(lines), 0)) if part)
    head = [index for index in around if index < opening]
    fields = list(read_metadata(page, around))
    title = layout.title.found if layout.title else None
    plan_title = _plan_title(layout)
    number = _number(page, around, fields)
    issued = _issued(layout, fields, text)
    start, end = layout.salutation[2:] if layout.salutation else (0, 0)
    taken = [(first, last) for first, last, _ in layout.plan_titles] + [(s.first, s.last) for s in layout.signatures]
    listed = attachment_ranges(page, layout.plan, taken)
    frame = Frame(
        title=title or plan_title,
        plan_title=plan_title,
        document_number=number,
        issuers=_issuers(page, layout, fields),
        issued_on=issued,
        published_at=_first(day_of(f, text) for name, f in fields if name == "published") or bare_moment(page, head),
        addressees=tuple(split_addressees(text, start, end)) if layout.salutation else (),
        attachments=tuple(read_attachments(text, [(s, e) for _, _, s, e in listed])),
        labels=label_lines(page, layout, number, [(first, last) for first, last, _, _ in listed]),
        plan=layout.plan,
        plan_titles=tuple((first, last, found.value) for first, last, found in layout.plan_titles),
        letter=layout.letter,
        doubts=(),
    )
    return replace(frame, doubts=tuple(_doubts(page, frame, layout)))


def _first(values: Iterable[Found | None]) -> Found | None:
    return next((value for value in values if value is not None), None)


def _around(page: Page, layout: Layout) -> list[int]:
    """The free lines of the page's head and foot: outside letter, plan and title."""
    inside = bytearray(len(page.lines) + 1)
    for part in (layout.letter, layout.plan):
        first, last = part or (0, 0)
        inside[first:last] = b"\1" * (last - first)
    return [index for index in page.free if not inside[index]]


def _plan_title(layout: Layout) -> Found | None:
    """The plan's title: as printed above it, else as the notice's title names it, else that title itself."""
    if layout.plan_titles:
        return layout.plan_titles[0][2]
    if layout.title is None:
        return None
    title = layout.title.found
    named = plan_words(title.value)
    if named is None:
        return (
            title
            if layout.letter is None and words.PLAN_END.search(title.value) and "通知" not in title.value[-4:]
            else None
        )
    return _inside(title, title.value[slice(*named)], layout.title.text)


def _inside(title: Found, value: str, printed: str) -> Found:
    """The part of a title as a value of its own, with the range that it has in the printed title."""
    places = [place for place, char in enumerate(printed) if not char.isspace()]
    squeezed = "".join(printed[place] for place in places)
    at = squeezed.find("".join(value.split()))
    if at < 0:
        return Found(value, title.start, title.end)
    last = places[at + len("".join(value.split())) - 1]
    return Found(value, title.start + places[at], title.start + last + 1)


def _number(page: Page, around: list[int], fields: Fields) -> Found | None:
    """The notice's own number: alone on a line, with its title, or in the metadata; never one cited in prose."""
    for pattern, shared in ((NUMBER, False), (NUMBER, True), (DAMAGED, False)):
        for index in around:
            line = page.lines[index]
            match = pattern.search(page.text, line.start, line.end) if _may_hold_number(line.text) else None
            if match is not None and _stands_free(page.text, line, match.start(), match.end(), shared=shared):
                return Found(squeeze(match.group()), match.start(), match.end())
        if shared:
            named = _first(number_of(found, page.text) for name, found in fields if name == "number")
            if named is not None:
                return named
    return None


def _may_hold_number(text: str) -> bool:
    return len(text) < 200 and ("20" in text or "19" in text)


def _stands_free(text: str, line: Line, start: int, end: int, *, shared: bool) -> bool:
    """Whether a number fills its line or, when it may be ``shared``, stands beside the title alone."""
    before, after = text[line.start : start].strip(" （(\u3000"), text[end : line.end].strip(" ）)|\u3000")
    after = "" if after.startswith("签发人") else after  # stands beside the number of a report (GB/T 9704-2012, 7.2.6)
    if not before and not after:
        return True
    if not shared or (before and after):
        return False
    rest = before or after
    left, right, _ = core(rest)
    return (
        words.GENRE.search("".join(rest[left:right].split())) is not None and words.TITLE_VERB.search(rest) is not None
    )


def _issuers(page: Page, layout: Layout, fields: Fields) -> tuple[Found, ...]:
    """The signature's organs, else those in front of the title's verb, else the metadata's."""
    for signature in layout.signatures:
        if signature.organs:
            return signature.organs
    if layout.title is not None:
        found = layout.title.found
        for verb in words.ISSUER_VERB.finditer(page.text, found.start, found.end):
            organs = organs_in(page.text, found.start, verb.start())
            if organs:
                return organs
    return next((organs for name, f in fields if name == "issuer" and (organs := organs_of_field(f, page.text))), ())


def _issued(layout: Layout, fields: Fields, text: str) -> Found | None:
    for signature in layout.signatures:
        if signature.day is not None:
            return signature.day
    day = _first(day_of(found, text) for name, found in fields if name == "issued")
    return replace(day, value=day.value[:10]) if day else None


def _doubts(page: Page, frame: Frame, layout: Layout) -> Iterable[Doubt]:
    """What the frame lacks or contradicts, each at the place where it would stand."""
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
    if number and not number.value.endswith("号"):
        yield Doubt("characters-not-restorable", number.start, number.end, number.value)
    if not page.bodies:
        yield from _table_elsewhere(frame)


def _unpunctuated(addressees: tuple[Found, ...], text: str) -> bool:
    """Whether nothing but white space, or nothing at all, parts two addressees."""
    return any(not text[one.end : two.start].strip() for one, two in pairwise(addressees))


def _table_elsewhere(frame: Frame) -> Iterable[Doubt]:
    """Without a plan, an attachment or a title that names a table says where the tasks are."""
    if frame.plan is not None:
        return
    for draft in frame.attachments:
        if words.TASK_NOUN.search(draft.title):
            yield Doubt("table-in-attachment", draft.start, draft.end, draft.title)
            return
    if frame.plan_title is not None and frame.letter is not None:
        yield Doubt("table-in-attachment", frame.plan_title.start, frame.plan_title.end, frame.plan_title.value)
