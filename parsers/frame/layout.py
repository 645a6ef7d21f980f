"""Where the notice's parts lie: head, covering letter, enclosed plan, footer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import words
from .articles import find_heading, is_about
from .model import Found
from .page import Page
from .plan_end import is_entry, is_furniture, plan_end
from .plan_titles import PlanTitle, find_plan_titles, is_plan_title, title_above, title_from
from .salutation import Salutation, bare_salutation, find_salutation
from .signature import Signature, find_signatures
from .titles import Copy, best_copy, notice_copies, plan_words

Lines = tuple[int, int]  # half-open


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts as line ranges, with what marked them."""

    copies: tuple[Copy, ...]
    title: Copy | None
    heading: Found | None  # of the page's article, when no title of a notice is printed
    salutation: Salutation | None
    letter: Lines | None
    plan: Lines | None
    plan_titles: tuple[PlanTitle, ...]
    signatures: tuple[Signature, ...]


def read_layout(page: Page) -> Layout:
    """Cuts the page into its parts."""
    salutation = find_salutation(page)
    copies = _head_copies(page, salutation)
    title = best_copy(copies)
    if salutation is None and title is not None:
        salutation = bare_salutation(page, title)
    head = title.last if title else 0
    heading = find_heading(page) if title is None else None
    if heading is not None and is_about(heading) and not page.bodies:
        return Layout(tuple(copies), None, heading, None, None, None, (), ())
    start = salutation[0] if salutation else _cover_start(page, head)
    first = head if start is None else start
    printed = title.found.value if title else ""
    signatures = tuple(find_signatures(page, first, len(page.lines), _issuer(title), printed))
    above: PlanTitle | None = None
    if start is None:
        letter, (plan, above) = None, _plan_alone(page, head, signatures)
    else:
        letter, plan = _letter_and_plan(page, title, salutation, start, signatures)
    titles = ((above,) if above else ()) + (tuple(find_plan_titles(page, *plan)) if plan else ())
    if plan is not None and titles and titles[0][0] <= _first_text(page, plan[0]):
        plan = (min(max(plan[0], titles[0][1]), plan[1]), plan[1])
    return Layout(tuple(copies), title, heading, salutation, letter, plan, titles, signatures)


def _issuer(title: Copy | None) -> str | None:
    verb = words.ISSUER_VERB.search(title.found.value) if title else None
    return title.found.value[: verb.start()] if title and verb and verb.start() > 3 else None


def _first_text(page: Page, start: int) -> int:
    """The first line of a plan behind markers and remarks."""
    passed = ("marker", "copy", "metadata", "date")
    return next((i for i in page.free if i >= start and page.kinds[i] not in passed), len(page.lines))


def _head_copies(page: Page, salutation: Salutation | None) -> list[Copy]:
    """Copies of notice titles on the page's head: before the addressees, else before the first prose under a title."""
    stop = salutation[0] if salutation else page.first_body
    copies = notice_copies(page, stop)
    if salutation is not None or not copies:
        return copies
    copies = [copy for copy in copies if not _is_link(page, copy.first, copy.last)]
    if not copies:
        return copies
    own = next((copy for copy in copies if copy.own), copies[0])
    prose = next((i for i in page.free if i >= own.last and page.kinds[i] in ("sentence", "label")), stop)
    return [copy for copy in copies if copy.last <= prose]


def _is_link(page: Page, first: int, last: int) -> bool:
    """Whether a title stands below text and heads none: the page's link to the notice that it writes about."""
    texts = [index for index in page.free if page.kinds[index] in ("sentence", "label")]
    return bool(texts) and texts[0] < first and texts[-1] < last and page.last_body <= last


def _cover_start(page: Page, head: int) -> int | None:
    """The first line of a covering letter without addressees: prose that hands over a plan.

    Under a title the usual closing words are enough; on a page without one the prose has to say that it hands over.
    """
    says = words.COVER if head else words.PUBLISHES
    places = [index for index in page.free if head <= index < page.first_body]
    for place, index in enumerate(places):
        if page.kinds[index] == "label":
            return None
        if page.kinds[index] == "sentence":
            prose = "".join(page.compact[line] for line in places[place : place + 3])  # a page may wrap it
            return index if says.search(prose[:400]) else None
    return None


def _plan_alone(page: Page, head: int, signatures: tuple[Signature, ...]) -> tuple[Lines | None, PlanTitle | None]:
    """The plan of a page that prints no letter, from its first prose, label or table, and the title above that."""
    places = [index for index in page.free if head <= index < page.first_body]
    first = next((place for place, index in enumerate(places) if page.kinds[index] == "label"), len(places))
    if first == len(places) and not page.bodies:
        first = next((place for place, index in enumerate(places) if is_plan_title(page.compact[index])), first) + 1
        if first >= len(places):
            return None, None
    while first > 0 and page.kinds[places[first - 1]] == "sentence" and not is_furniture(page, places[first - 1]):
        first -= 1
    above = title_above(page, places, first - 1, head) if first > 0 else None
    start = places[first] if first < len(places) else page.first_body
    return (start, plan_end(page, start, len(page.lines), signatures)), above


def _letter_and_plan(
    page: Page, title: Copy | None, salutation: Salutation | None, start: int, signatures: tuple[Signature, ...]
) -> tuple[Lines, Lines | None]:
    """The line ranges of the letter and of the plan that it encloses, behind its signature or without one."""
    first = next((s for s in signatures if s.first > start), None)
    if first is not None and _plan_follows(page, first.last):
        return (start, first.last), (first.last, plan_end(page, first.last, len(page.lines), signatures))
    prose = salutation[1] if salutation else start + 1
    close = first.first if first else len(page.lines)
    opening = _inner_plan(page, title, prose, close)
    if opening is None:
        return (start, first.last if first else _letter_end(page, prose)), None
    return (start, opening), (opening, plan_end(page, opening, close, signatures))


def _plan_follows(page: Page, start: int) -> bool:
    """Whether a plan stands behind the letter's signature: a table, labels, or a plan's title right there."""
    if page.last_body > start:
        return True
    places = [index for index in page.free if index >= start]
    listing, opening = False, True
    for place, index in enumerate(places):
        kind = page.kinds[index]
        if kind == "label" and not (listing and is_entry(page, index)):
            return True
        listing = kind == "attachment" or (listing and kind == "label")
        if opening and kind in ("text", "organ"):
            if title_from(page, places, place) is not None:
                return True
            opening = False
        opening = opening and kind in ("marker", "copy", "metadata", "date", "attachment")
    return False


def _inner_plan(page: Page, title: Copy | None, start: int, stop: int) -> int | None:
    """The line on which a plan starts that no signature parts from the letter; None when there is none."""
    inside = [index for index in page.free if start <= index < stop]
    named = plan_words(title.found.value) if title else None
    name = re.sub(r"\W", "", title.found.value[slice(*named)]) if title and named else ""
    for place, index in enumerate(inside):
        kind = page.kinds[index]
        below = page.kinds[inside[place + 1]] if place + 1 < len(inside) else ""
        if _begins_name(page, index, name) or (kind == "marker" and below in ("text", "organ", "chrome")):
            return index
    if page.first_body < stop:
        return _above_body(page, page.first_body, start)
    labels = [index for index in inside if page.kinds[index] == "label"]
    if not labels:
        return None
    if any(words.CLAUSE.search(page.compact[index]) for index in inside if index >= labels[0]):
        return labels[0]
    return None if named or _hands_over(page, start, labels[0]) else labels[0]


def _hands_over(page: Page, start: int, first_label: int) -> bool:
    """Whether a letter's prose hands over a plan, or an attachment holds it: its own sections are instructions then."""
    for index in page.free:
        if index < start - 1:
            continue
        squeezed = page.compact[index]
        if index < first_label and words.HANDS_OVER.search(squeezed):
            return True
        if page.kinds[index] == "attachment" and words.TASK_NOUN.search(squeezed):
            return True
    return False


def _begins_name(page: Page, index: int, name: str) -> bool:
    """Whether a line prints the plan's name, or the first piece of it, as a title."""
    if not name or page.kinds[index] in ("attachment", "sentence", "label", "marker"):
        return False
    squeezed = re.sub(r"\W", "", page.compact[index])
    return 5 < len(squeezed) <= len(name) + 30 and (name.startswith(squeezed) or squeezed.endswith(name))


def _above_body(page: Page, body: int, start: int) -> int:
    """The first line of the title and markers that stand right above a table."""
    first = body
    for index in reversed([i for i in page.free if max(start, body - 40) <= i < body]):
        kind = page.kinds[index]
        if kind in ("sentence", "label", "date") or (kind == "attachment" and first != body):
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
