"""From document text to the notice's parts: tables, frame, formats, in that order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import chain, groupby, zip_longest
from operator import attrgetter

from ..normalize.doubt import Doubt
from ..normalize.lazy import lazy_pattern
from ..normalize.named_tuples import NamedTuple
from .deadlines import Clock, DeadlineDraft
from .drafts import Marked, PartDraft, TaskDraft
from .fields.references import ReferenceDraft
from .formats import Format, Page, Proposal, choose, propose_all
from .frame import Frame, parted_heads, read_frame
from .frame.years import clock_for, clocks_below
from .lists import numbered_list, run_in
from .lists.signposts import signpost_cuts
from .lists.wrapped_paragraphs import unwrapped
from .pages.furniture import across_pages, page_furniture
from .pages.interludes import interludes, unreadable
from .pages.one_line_tables import parted_rows
from .pages.repeated_ends import with_single_ends
from .pages.run_rows import parted_at_blanks
from .pages.run_together import parted_paragraphs
from .pages.search_panels import search_panels
from .reader import Reader, TaskDoubt
from .tables import heading_rows, pipe_table
from .tables.body.counted_lines import with_counted
from .tables.body.drawn import with_drawn
from .tables.body.labelled_lines import with_labelled_lines
from .tables.body.lines import Split, holds_marks, split_all
from .tables.body.opened_rows import with_opened
from .tables.body.padded import with_padded
from .tables.body.quotes import with_quoted
from .tables.body.tabs import with_outer_tabs
from .tables.glued.table import with_glued
from .tables.heads.open_rows import with_whole_heads
from .tables.listings import find_listings, without_listings
from .tables.table import find_tables
from .tables.unread import listed_doers, unread_tables
from .task_order import Placed, placed_tasks
from .text.document import Line, cut_lines, emptied, split_lines
from .text.piece import Piece, squeezed
from .units import find_rider, may_hold_riders

#: Every format, in the order in which they are asked; each names its layout.
FORMATS: tuple[Format, ...] = (pipe_table.propose, heading_rows.propose, numbered_list.propose, run_in.propose)

_TABLE_NOTE = lazy_pattern(r"（?(?:附?注|备注|说明)\s?：|.{0,12}(?:表[中内]|[本上]表|以上|上述)")


#: How many characters a remark on who leads takes.
_LONGEST_REMARK = 30
#: A table of whose cells fewer fit their column, and a part that another format fits nearly as well, are uncertain.
_CERTAIN, _CLOSE = 0.6, 0.1


class NoticeDraft(NamedTuple):
    """A notice as the parsers understood it; offsets are offsets of the document text."""

    page: Page
    clock: Clock
    parts: tuple[PartDraft, ...]
    #: All tasks in document order.
    placed: tuple[Placed, ...]
    doubts: tuple[TaskDoubt, ...]
    notice_deadlines: tuple[Marked[DeadlineDraft], ...]
    notice_references: tuple[Marked[ReferenceDraft], ...]
    lost: tuple[tuple[Proposal, Proposal], ...]
    #: Lines of tables that nothing read.
    unread: frozenset[int] = frozenset()

    @property
    def frame(self) -> Frame:
        """Title, issuer, dates and what else stands around the plan."""
        return self.page.frame

    @property
    def tasks(self) -> list[TaskDraft]:
        """All tasks in document order."""
        return [task for task, _ in self.placed]


def read_page(text: str) -> Page:
    """The lines, tables and frame of a document text."""
    lines = parted_paragraphs(text, parted_at_blanks(text, with_single_ends(split_lines(text))))
    lines = parted_rows(text, parted_heads(lines))
    lines = cut_lines(lines, signpost_cuts(text, lines))
    left_out = page_furniture(text, lines) | interludes(text, lines) | search_panels(text, lines) | unreadable(lines)
    furniture = tuple(line for line in lines if line.index in left_out)
    lines = across_pages(lines, left_out) if furniture else lines
    splits = _split(text, lines)
    listings = find_listings(text, splits)
    listed = tuple(line for found in listings for line in lines[found.first : found.last + 1] if line.text)
    if listed:
        lines, splits = emptied(lines, listed), without_listings(splits, listings)
    tables = with_glued(text, lines, find_tables(text, splits, [found.caption for found in listings]))
    bare = _without(text, sorted((*furniture, *listed), key=attrgetter("start")))
    frame = read_frame(bare, lines, [(table.first, table.last + 1) for table in tables])
    return Page(bare, lines, splits, tables, frame, furniture, listed)


def _split(text: str, lines: Sequence[Line]) -> tuple[Split, ...]:
    """The lines cut into printed cells, what marks show of them put together."""
    marked = holds_marks(text)
    splits = split_all(lines, marked)
    if not marked:
        return splits
    splits = with_outer_tabs(text, with_quoted(with_opened(with_padded(with_drawn(splits)))))
    splits = with_labelled_lines(text, splits)
    return with_whole_heads(text, with_counted(text, splits))


def _without(text: str, furniture: Sequence[Line]) -> str:
    """The text with blanks where its page furniture stood, which may part a sentence, or other lines that are set aside."""
    parts: list[str] = []
    at = 0
    for line in furniture:
        end = line.end + text.startswith("\n", line.end)
        parts += text[at : line.start], " " * (end - line.start)
        at = end
    return "".join([*parts, text[at:]])


def parse_notice(text: str) -> NoticeDraft:
    """Everything that the parsers find in a document text (simplified, white space kept)."""
    page = read_page(text)
    heads = [head.text for table in page.tables for head in table.head.heads]
    clock = clock_for(page.frame, text, page.lines, heads)
    own = [found.value for found in (page.frame.plan_title, page.frame.title) if found is not None]
    reader = Reader(page.text, clock, own, sorted(_riders(page)))
    clocks = [(0, clock), *clocks_below(page.frame, text, page.lines)][::-1]
    won, lost = choose(propose_all(page, FORMATS))
    rivals = {winner: loser for loser, winner in reversed(lost)}  # the first that lost fitted best
    parts: list[PartDraft] = []
    count = 0
    taken = frozenset(i for p in won if p.layout != numbered_list.LAYOUT for i in range(p.first, p.last + 1))
    for proposal in won:
        reader.begin_notice(next(own for line, own in clocks if line <= proposal.first))
        part = proposal.read(reader, count, taken)
        _doubt_layout(reader, page, proposal, part, rivals.get(proposal))
        count += len(part.tasks)
        if not part.tasks and part.layout == numbered_list.LAYOUT:
            part.layout = None  # prose
        parts.append(part)
    reader.begin_notice(clock)
    parts = _with_letter(page, parts)
    inside = _inside(parts)
    outside = list(_outside(page, parts, inside))
    deadlines = [d for piece in outside for d in reader.deadlines(piece, "text") if d.value.kind != "ongoing"]
    references = [found for piece in outside for found in reader.references(piece)]
    placed, found = placed_tasks(parts, reader.doubts)
    unread = list(unread_tables(page.text, page.splits, page.frame.labels, inside))
    told = (
        Doubt("table-not-read", *_range(page, table.first, table.last), " | ".join(table.heads)) for table in unread
    )
    listed = (
        Doubt("table-not-read", line.start, line.end, line.text.strip("| ")) for line in listed_doers(page.listed)
    )
    return NoticeDraft(
        page,
        clock,
        tuple(parts),
        tuple(placed),
        (*map(TaskDoubt, (*page.frame.doubts, *told, *listed)), *found),
        tuple(deadlines),
        tuple(references),
        tuple(lost),
        frozenset(line for table in unread for line in range(table.first, table.last + 1)),
    )


def _inside(parts: Sequence[PartDraft]) -> set[int]:
    """The lines of the parts that hold records."""
    return set(chain.from_iterable(range(part.first, part.last + 1) for part in parts if part.kind != "letter"))


def _range(page: Page, first: int, last: int) -> tuple[int, int]:
    return page.lines[first].start, page.lines[last].end


def _doubt_layout(reader: Reader, page: Page, proposal: Proposal, part: PartDraft, rival: Proposal | None) -> None:
    """Say that a part was perhaps read with the wrong layout, and which was the runner-up."""
    close = rival is not None and proposal.fit - rival.fit < _CLOSE
    if part.tasks and (close or (part.kind == "table" and part.fit < _CERTAIN)):
        fits = [f"{offer.layout} fits by {offer.fit:.0%}" for offer in (proposal, rival) if offer is not None]
        line = page.lines[part.first]
        reader.doubt("layout-uncertain", line.start, line.end, ", next ".join(fits))


def _with_letter(page: Page, parts: Sequence[PartDraft]) -> list[PartDraft]:
    """The parts with the covering letter in its place, and without prose that is no plan beside a table.

    A letter that holds the records itself (主要内容为：1.…；2.…) is no part of its own.
    """
    tables = [part for part in parts if part.kind == "table"]
    kept = [part for part in parts if part.layout is not None or part.marks or not tables]
    letter = page.frame.letter
    apart = letter is not None and all(p.last < letter[0] or p.first >= letter[1] for p in kept)
    if letter is not None and letter[1] > letter[0] and apart:
        kept.append(PartDraft("letter", None, None, letter[0], letter[1] - 1))
    return sorted(kept, key=lambda part: part.first)


def _riders(page: Page) -> Iterator[tuple[int, str]]:
    """Remarks that give the first or the marked of several units the lead (列第一位的为牵头单位，下同), each with its offset.

    A note under a table speaks of that table. A page may have broken the remark over two lines.
    """
    filled = [line for line in page.lines if line.text] if may_hold_riders(page.text) else []
    for line, below in zip_longest(filled, filled[1:]):
        rider = find_rider(line.text)
        if below is not None and find_rider(below.text) is None:
            rider = find_rider(line.text[-_LONGEST_REMARK:] + below.text[:_LONGEST_REMARK]) or rider
        if rider is not None:
            above = [t for t in page.tables if t.first <= line.index] if _TABLE_NOTE.match(line.text) else []
            yield (page.lines[above[-1].first].start if above else line.start), rider


def _outside(page: Page, parts: Sequence[PartDraft], inside: Set[int]) -> Iterator[Piece]:
    """The prose outside the records: the covering letter's paragraphs and narrative beside the tasks."""
    below = min(inside, default=len(page.lines))
    labels = [(i, label) for i, label in enumerate(page.frame.labels) if label in ("letter", "narrative")]
    letter = [i for i, label in labels if (label == "letter" or i > below) and i not in inside]
    starts = [line.start for line in unwrapped(page.text, page.lines)] if letter else []
    for _, lines in groupby(letter, key=lambda i: bisect_right(starts, page.lines[i].start)):
        held = [*lines]
        yield squeezed(page.text, [(page.lines[held[0]].start, page.lines[held[-1]].end)])
    for part in parts:
        for mark in part.marks:
            if mark.label == "narrative":
                yield squeezed(page.text, [(mark.start, mark.end)])
