"""The numbered-list format: items whose responsible units stand in a closing clause or in label lines below."""

from __future__ import annotations

from collections.abc import Iterator

from .drafts import Mark, PartDraft
from .formats import Page, Proposal
from .labels import read_label
from .list_reader import ListReader
from .reader import Reader
from .run_in_lines import cut_lines

LAYOUT = "numbered_list"


def propose(page: Page) -> Iterator[Proposal]:
    """The enclosed plan, or the whole notice when it prints no plan apart."""
    if page.frame.plan is None:
        return
    first, stop = page.frame.plan
    lines = page.lines[first:stop]
    labelled = sum(1 for line in lines if line.text and read_label(line.text) is not None)
    filled = sum(1 for line in lines if line.text)
    if not filled:
        return
    reason = f"{labelled} of {filled} lines begin with a number label"

    def read(reader: Reader, first_task: int, taken: frozenset[int]) -> PartDraft:
        own = [line for line in lines if line.index not in page.furniture]
        part = ListReader(reader, cut_lines(page.text, own), taken)
        part.read(first_task)
        furniture = [line for line in lines if line.index in page.furniture - taken]
        part.marks += [Mark(line.start, line.end, "metadata") for line in furniture]
        title = page.frame.plan_title.value if page.frame.plan_title is not None else None
        return PartDraft("plan", LAYOUT, title, first, stop - 1, part.tasks, part.marks, 0.0, reason)

    yield Proposal(LAYOUT, first, stop - 1, min(0.49, labelled / filled), reason, read)
