"""The stage `parts`: what each format offered to read, and which offer won."""

from __future__ import annotations

from collections.abc import Iterator

from ...schemas.words import counted
from ..drafts import PartDraft
from ..formats import Proposal
from .story import Story


def tell_parts(story: Story) -> Iterator[str]:
    """Where letter and plan lie, every part with its layout and fit, the offers that lost, the formats without any."""
    frame = story.draft.frame
    for name, place in (("covering letter", frame.letter), ("plan", frame.plan)):
        where = story.lines_of(place[0], place[1] - 1) if place is not None and place[0] < place[1] else "none found"
        yield f"{name}: {where}"
    offers = story.offers()
    named = [(name, proposal) for name, found in offers.items() for proposal in found]
    for number, part in enumerate(story.draft.parts, 1):
        yield ""
        yield from _part(story, number, part, named)
    if all(part.layout is None for part in story.draft.parts):
        yield "no format made an offer: the notice has no part with tasks"
    silent = [name for name, found in offers.items() if not found]
    if silent:
        yield ""
        yield f"without an offer: {', '.join(silent)}"


def _part(story: Story, number: int, part: PartDraft, offers: list[tuple[str, Proposal]]) -> Iterator[str]:
    kinds = [task.kind for task in part.tasks]
    read = f"{counted(kinds.count('task'), 'task')}, {counted(kinds.count('provision'), 'provision')}"
    where = story.lines_of(part.first, part.last)
    yield f"part {number}: {part.kind} on {where}{f', {read}' if part.layout else ''}"
    if part.title:
        yield f"  title   {part.title}"
    chosen = [(name, offer) for name, offer in offers if _place(offer) == (part.layout, part.first, part.last)]
    if not chosen:
        return  # prose: no format reads it
    name, won = chosen[0]
    yield f"  chosen  {_offer(name, won)}"
    lost = {_place(loser) for loser, winner in story.draft.lost if _place(winner) == _place(won)}
    for name, other in offers:
        where = story.lines_of(other.first, other.last)
        if _place(other) in lost:
            yield f"  lost    {_offer(name, other)}; {where}"
        elif other is not won and other.first <= part.last and part.first <= other.last:
            share = "reads what this one leaves" if other.fit <= won.fit else "took its lines first"
            yield f"  beside  {_offer(name, other)}; {where}: {share}"


def _place(proposal: Proposal) -> tuple[str | None, int, int]:
    return proposal.layout, proposal.first, proposal.last


def _offer(name: str, proposal: Proposal) -> str:
    return f"{name}, fit {proposal.fit:.2f}: {proposal.reason}"
