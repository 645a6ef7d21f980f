"""The formats a notice's parts are read with, and how one of them is chosen for each stretch of lines.

A format looks at the page and proposes the stretches it could read, each with how well it fits and why. The best
proposal wins a line; the runner-up is kept for `explain`. A new format is a file with a ``propose`` function and one
entry in :data:`FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from .document import Line
from .drafts import PartDraft
from .frame import Frame
from .reader import Reader
from .table import Table
from .table_lines import Split


class Page(NamedTuple):
    """What formats look at: the document text, its lines, its tables and its frame."""

    text: str
    lines: tuple[Line, ...]
    splits: tuple[Split, ...]
    tables: tuple[Table, ...]
    frame: Frame
    #: Lines that are page numbers and running headers.
    furniture: frozenset[int] = frozenset()


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


def choose(proposals: Iterable[Proposal]) -> tuple[list[Proposal], list[tuple[Proposal, Proposal]]]:
    """The proposals that win, in document order, and for each that lost to another the pair (loser, winner).

    A numbered list gives way to tables inside its stretch and reads what they leave.
    """
    won: list[Proposal] = []
    lost: list[tuple[Proposal, Proposal]] = []
    for proposal in sorted(proposals, key=lambda p: -p.fit):
        rival = next((w for w in won if _clash(proposal, w)), None)
        if rival is None:
            won.append(proposal)
        else:
            lost.append((proposal, rival))
    return sorted(won, key=lambda p: (p.first, p.last)), lost


def _clash(one: Proposal, other: Proposal) -> bool:
    if one.last < other.first or other.last < one.first:
        return False
    inside = (one.first <= other.first and other.last <= one.last) or (
        other.first <= one.first and one.last <= other.last
    )
    lists = "numbered_list" in (one.layout, other.layout) and one.layout != other.layout
    return not (lists and inside and one.last - one.first != other.last - other.first)


def propose_all(page: Page, formats: Sequence[Format]) -> list[Proposal]:
    """What every format offers for the page."""
    return [proposal for propose in formats for proposal in propose(page)]
