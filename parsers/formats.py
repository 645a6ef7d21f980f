"""The formats a notice's parts are read with, and how one of them is chosen for each stretch of lines.

A format looks at the page and proposes the stretches it could read, each with how well it fits and why. The best
proposal wins a line; the runner-up is kept for `explain`. A new format is a file with a ``propose`` function and one
entry in ``FORMATS`` of :mod:`.notice`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Container, Iterable, Sequence
from operator import attrgetter

from ..normalize.named_tuples import NamedTuple
from .drafts import PartDraft
from .frame import Frame
from .reader import Reader
from .tables.body.lines import Split
from .tables.table import Table
from .text.document import Line


class Page(NamedTuple):
    """What formats look at: the document text, its lines, its tables and its frame; its furniture stands apart."""

    text: str
    lines: tuple[Line, ...]
    splits: tuple[Split, ...]
    tables: tuple[Table, ...]
    frame: Frame
    #: Page numbers, running headers and what else pages print between; none of them is one of the lines.
    furniture: tuple[Line, ...] = ()
    #: The lines of tables that set no tasks; they are empty among the lines.
    listed: tuple[Line, ...] = ()

    def furniture_in(self, first: int, last: int, taken: Container[int] = ()) -> list[Line]:
        """The furniture that stands among the lines ``first`` to ``last``, none between two that are ``taken``."""
        places = [(line, bisect_right(self.lines, line.start, key=_start)) for line in self.furniture]
        return [line for line, at in places if first < at <= last and not (at - 1 in taken and at in taken)]


class Proposal(NamedTuple):
    """A format's offer to read lines ``first`` to ``last``.

    ``fit`` is between 0 and 1; ``reason`` says in words what speaks for it. ``read`` reads the part: it gets the
    field readers, the index of its first task and the lines that better proposals took.
    """

    layout: str
    first: int
    last: int
    fit: float
    reason: str
    read: Callable[[Reader, int, frozenset[int]], PartDraft]


Format = Callable[[Page], Iterable[Proposal]]
_LIST = "numbered_list"
_start = attrgetter("start")
_first, _last = attrgetter("first"), attrgetter("last")


def choose(proposals: Iterable[Proposal]) -> tuple[list[Proposal], list[tuple[Proposal, Proposal]]]:
    """The proposals that win, in document order, and for each that lost to another the pair (loser, winner).

    A numbered list gives way to tables inside its stretch and reads what they leave.
    """
    lists, others = _Won(), _Won()
    lost: list[tuple[Proposal, Proposal]] = []
    for proposal in sorted(proposals, key=lambda p: -p.fit):
        mine, theirs = (lists, others) if proposal.layout == _LIST else (others, lists)
        rival = next((w for w in mine.met(proposal)), None)
        rival = rival or next((w for w in theirs.met(proposal) if not _nested(proposal, w)), None)
        if rival is None:
            mine.add(proposal)
        else:
            lost.append((proposal, rival))
    return sorted([*lists.proposals, *others.proposals], key=lambda p: (p.first, p.last)), lost


class _Won:
    """Proposals that have no line in common, in document order."""

    def __init__(self) -> None:
        self.proposals: list[Proposal] = []

    def add(self, proposal: Proposal) -> None:
        insort(self.proposals, proposal, key=_first)

    def met(self, proposal: Proposal) -> tuple[Proposal, ...]:
        """The first and the last that share a line with ``proposal``; any between them lie inside it."""
        start = bisect_left(self.proposals, proposal.first, key=_last)
        stop = bisect_right(self.proposals, proposal.last, key=_first)
        return (self.proposals[start], self.proposals[stop - 1]) if start < stop else ()


def _nested(one: Proposal, other: Proposal) -> bool:
    """True when one holds the other and more."""
    holds = one.first <= other.first and other.last <= one.last
    held = other.first <= one.first and one.last <= other.last
    return holds != held


def propose_all(page: Page, formats: Sequence[Format]) -> list[Proposal]:
    """What every format offers for the page."""
    return [proposal for propose in formats for proposal in propose(page)]
