"""Where the notice's parts lie: head, covering letter, enclosed plan, footer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..lists.duty_lines import heads_duties
from . import words
from .articles import find_heading, is_about, is_offer
from .closing import closing_start
from .model import Found
from .page import Page
from .part_starts import lone_parts, sets_tasks
from .plan_end import plan_end
from .plan_start import closes_task, inner_plan, plan_alone, plan_follows
from .plan_titles import PlanTitle, find_plan_titles, title_above
from .salutation import Salutation, bare_salutation, find_salutation
from .signature import Signature, find_signatures
from .titles import Copy, best_copy, notice_copies

Lines = tuple[int, int]  # half-open
#: Minutes, and what is told of an inspection: their items are what was decided, not how to read an enclosure.
_RESOLVED = lazy_pattern(r"(?:纪要|会议[纪记]录|督[查办].{0,8}通报)$")


class Layout(NamedTuple):
    """The parts as line ranges, with what marked them."""

    copies: tuple[Copy, ...]
    title: Copy | None
    heading: Found | None  # of the page's article, when no title of a notice is printed
    salutation: Salutation | None
    letter: Lines | None
    plan: Lines | None
    closings: tuple[Lines, ...]  # unnumbered words below the last item of the plan, or of a part of it
    gaps: tuple[Lines, ...]  # lines between two parts of the plan: closing words and signature of the first
    plan_titles: tuple[PlanTitle, ...]
    signatures: tuple[Signature, ...]

    @property
    def plan_lines(self) -> frozenset[int]:
        """The lines of the plan and its parts."""
        return frozenset(range(*self.plan or (0, 0))).difference(*(range(*gap) for gap in self.gaps))

    @property
    def named_lines(self) -> list[Lines]:
        """The lines of titles of plans and of signatures."""
        return [(first, last) for first, last, _ in self.plan_titles] + [(s.first, s.last) for s in self.signatures]


def read_layout(page: Page, own: Page) -> Layout:
    """Cuts the page into its parts: its ``own`` notice, then each stretch of another part as the page of its own that it could be."""
    layout = _read(own)
    signed = next((s.last for s in layout.signatures if layout.letter and s.last == layout.letter[1]), 0)
    edges = {own.free[0], len(own.lines)} if own is not page and own.free else set[int]()
    for first, stop in lone_parts(page, {signed} | edges):
        layout = _with_part(page, own, layout, first, stop)
    return layout


def _with_part(page: Page, own: Page, layout: Layout, first: int, stop: int) -> Layout:
    """The layout with what the lines ``first`` to ``stop``, a part without a table, say as a page of their own."""
    alone = page.part(first, stop)
    part = _read(alone)
    whole = layout.plan
    begun = whole is not None and whole[0] <= first < whole[1]
    follows = 0 < first == len(own.lines)  # another whole notice
    known = begun or _RESOLVED.search(_title_of(part)) is not None
    if part.plan is None or not (
        known or sets_tasks(alone, *part.plan, letter=part.letter is not None and not follows)
    ):
        return layout
    if whole is None and stop <= len(own.lines):
        return part
    if whole is None:
        return layout._replace(plan=part.plan, closings=part.closings, plan_titles=part.plan_titles)
    plan = min(part.plan[0], whole[0]), max(part.plan[1], whole[1])
    gap = (whole[1], part.plan[0]) if follows else (part.plan[1], min(stop, plan[1]))
    gaps = (*layout.gaps, gap) if any(gap[0] <= index < gap[1] for index in alone.free) else layout.gaps
    layout = layout._replace(gaps=gaps, closings=(*layout.closings, *part.closings))
    if plan == whole:
        return layout
    found = (*find_plan_titles(page, *plan), *part.plan_titles, *layout.plan_titles)
    titles = tuple(sorted({title[0]: title for title in found}.values()))
    letter = part.letter if part.plan[0] < whole[0] else layout.letter
    return layout._replace(plan=plan, letter=letter, plan_titles=titles)


def _title_of(layout: Layout) -> str:
    found = layout.title.found if layout.title else layout.heading
    return found.value if found else ""


def _read(page: Page) -> Layout:
    """The parts of a page that prints one plan."""
    salutation = find_salutation(page)
    copies = _head_copies(page, salutation)
    title = best_copy(copies)
    if salutation is None and title is not None:
        salutation = bare_salutation(page, title)
    head = title.last if title else 0
    heading = find_heading(page) if title is None else None
    if not page.bodies and _holds_no_plan(title, heading):
        signed = (s for s in find_signatures(page, 0, len(page.lines), None, "") if s.organs and s.day)
        return Layout(tuple(copies), title, heading, None, None, None, (), (), (), tuple(signed))
    start = salutation[0] if salutation else _cover_start(page, head)
    heading = _heading_of_letter(page, start) or heading if title is None and start else heading
    first = head if start is None else start
    printed = title.found.value if title else ""
    signatures = tuple(find_signatures(page, first, len(page.lines), _issuer(title), printed))
    above: PlanTitle | None = None
    if start is None:
        opening, above = plan_alone(page, head)
        letter = None
        plan = None if opening is None else (opening, plan_end(page, opening, len(page.lines), signatures))
    else:
        letter, plan = _letter_and_plan(page, title, salutation, start, signatures)
    titles = ((above,) if above else ()) + (tuple(find_plan_titles(page, *plan)) if plan else ())
    if plan is not None and titles and titles[0][0] <= _first_text(page, plan[0]):
        plan = (min(max(plan[0], titles[0][1]), plan[1]), plan[1])
    plan, closings = _without_closing(page, _without_head(page, plan))
    return Layout(tuple(copies), title, heading, salutation, letter, plan, closings, (), titles, signatures)


def _holds_no_plan(title: Copy | None, heading: Found | None) -> bool:
    """Whether a page writes about a notice, or offers something to bidders."""
    named = title.found if title is not None else heading
    return (heading is not None and is_about(heading)) or (named is not None and is_offer(named.value))


def _heading_of_letter(page: Page, start: int) -> Found | None:
    """A title above a letter that names no notice: 某局2030年开学工作安排."""
    places = page.free[: bisect_left(page.free, start)]
    above = title_above(page, places, len(places) - 1, 0) if places else None
    return above[2] if above else None


def _without_head(page: Page, plan: Lines | None) -> Lines | None:
    """The plan without the number, days and page furniture that stand between its title and its text."""
    if plan is None:
        return None
    start, stop = plan
    body = next((first for first, _ in page.bodies if first >= start), stop)
    for index in page.free[bisect_left(page.free, start) : bisect_left(page.free, min(body, stop))]:
        if page.kinds[index] not in ("metadata", "date", "page"):
            break
        start = index + 1
    return (start, stop)


def _without_closing(page: Page, plan: Lines | None) -> tuple[Lines | None, tuple[Lines, ...]]:
    """The plan up to its closing words, and those."""
    if plan is None:
        return None, ()
    cut = closing_start(page, *plan)
    return ((plan[0], cut), ((cut, plan[1]),)) if plan[0] < cut < plan[1] else (plan, ())


def _issuer(title: Copy | None) -> str | None:
    verb = words.ISSUER_VERB.search(title.found.value) if title else None
    return title.found.value[: verb.start()] if title and verb and verb.start() > 3 else None


def _first_text(page: Page, start: int) -> int:
    """The first line of a plan behind markers and remarks."""
    passed = ("marker", "copy", "metadata", "date", "page")
    return next((i for i in page.free if i >= start and page.kinds[i] not in passed), len(page.lines))


def _head_copies(page: Page, salutation: Salutation | None) -> list[Copy]:
    """Copies of notice titles on the page's head: before the addressees, else before the first prose under a title.

    None stands below an item that says who does it.
    """
    stop = salutation[0] if salutation else page.first_body
    copies = notice_copies(page, stop)
    if salutation is not None or not copies:
        return copies
    texts = [index for index in page.free if page.kinds[index] in ("sentence", "label")]
    told = next((index for index in texts if words.CLAUSE.search(page.compact[index])), len(page.lines))
    copies = [copy for copy in copies if copy.first < told and not _is_link(page, copy, texts)]
    if not copies:
        return copies
    own = next((copy for copy in copies if copy.own), copies[0])
    prose = next((i for i in page.free if i >= own.last and page.kinds[i] in ("sentence", "label")), stop)
    return [copy for copy in copies if copy.last <= prose]


def _is_link(page: Page, copy: Copy, texts: Sequence[int]) -> bool:
    """Whether a title stands below all lines of text and heads none: a page's link to the notice it writes about."""
    return bool(texts) and texts[0] < copy.first and texts[-1] < copy.last and page.last_body <= copy.last


def _cover_start(page: Page, head: int) -> int | None:
    """The first line of a covering letter without addressees: prose that hands over a plan.

    Under a title the usual closing words are enough, or that no item and table follows; on a page without one the
    prose has to say that it hands over.
    """
    says = words.COVER if head else words.PUBLISHES
    places = [index for index in page.free if head <= index < page.first_body]
    for place, index in enumerate(places):
        if page.kinds[index] == "label":
            return None
        if page.kinds[index] == "sentence":
            prose = "".join(page.compact[line] for line in places[place : place + 3])  # a page may wrap it
            bare = head > 0 and not page.bodies and all(page.kinds[line] != "label" for line in places[place:])
            bare = bare and not (
                place and heads_duties(page.compact[places[place - 1]])
            )  # 县水务局： over what it does
            return index if bare or says.search(prose[:400]) else None
    return None


def _letter_and_plan(
    page: Page, title: Copy | None, salutation: Salutation | None, start: int, signatures: tuple[Signature, ...]
) -> tuple[Lines | None, Lines | None]:
    """The line ranges of the letter and of the plan that it encloses, behind its signature or without one."""
    first = next((s for s in signatures if s.first > start), None)
    prose = salutation[1] if salutation else start + (not closes_task(page, start))
    if first is not None and plan_follows(page, first.last):
        return (start, first.last), (first.last, plan_end(page, first.last, len(page.lines), signatures))
    close = first.first if first else len(page.lines)
    opening = inner_plan(page, title, prose, close)
    if opening is None:
        return (start, first.last if first else _letter_end(page, prose)), None
    letter = (start, opening) if start < opening else None
    return letter, (opening, plan_end(page, opening, close, signatures))


def _letter_end(page: Page, start: int) -> int:
    """One past the last line of a letter without a signature: its last prose, label or list of attachments."""
    last = start
    for index in page.free:
        if index >= start and page.kinds[index] in ("sentence", "label", "attachment"):
            last = index + 1
    return last
