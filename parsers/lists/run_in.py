"""The run-in format: a list inside one paragraph of a page that prints its tasks nowhere else.

Inside a plan the numbered-list format cuts such paragraphs itself (:mod:`.run_in_lines`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..drafts import PartDraft
from ..formats import Page, Proposal
from ..frame import is_about
from ..reader import Reader
from ..text.document import Line
from .numbered_list import LAYOUT
from .reader import ListReader
from .run_in_lines import SECOND_POINT, cut_lines

_FEWEST = 2
_FIT = 0.45


def propose(page: Page) -> Iterator[Proposal]:
    """Every paragraph with a run-in list outside the plan and the tables."""
    title = page.frame.title
    if page.frame.plan is None and title is not None and is_about(title):
        return  # an explanation quotes what the notice says
    taken = {index for table in page.tables for index in range(table.first, table.last + 1)}
    if page.frame.plan is not None:
        taken.update(range(*page.frame.plan))
    for line in page.lines:
        if line.index in taken or SECOND_POINT.search(line.text) is None:
            continue
        parts = cut_lines(page.text, [line])
        if len(parts) > _FEWEST:
            yield _proposal(line, parts)


def _proposal(line: Line, parts: Sequence[Line]) -> Proposal:
    reason = f"a paragraph of {len(parts)} points and label fields"

    def read(reader: Reader, first_task: int, taken: frozenset[int]) -> PartDraft:
        part = ListReader(reader, parts, taken)
        part.read(first_task)
        return PartDraft(
            "plan", LAYOUT, None, line.index, line.index, part.tasks, part.marks, _FIT, reason, part.outline
        )

    return Proposal(LAYOUT, line.index, line.index, _FIT, reason, read)
