"""The run-in format: a list inside one paragraph of a page that prints its tasks nowhere else.

Inside a plan the numbered-list format cuts such paragraphs itself (:mod:`.run_in_lines`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..drafts import Mark, PartDraft
from ..formats import Page, Proposal
from ..frame import is_about
from ..reader import Reader
from ..text.document import Line
from .numbered_list import LAYOUT
from .reader import ListReader
from .run_in_lines import LATER_POINT, SECOND_POINT, cut_lines, is_closed, sentence_behind
from .wrapped_paragraphs import joined_at_stops, unwrapped

_FEWEST = 2
#: An explanation that says who does each of so many points lists the tasks; with fewer it quotes some.
_FEWEST_EXPLAINED = 3
_FIT = 0.45


def propose(page: Page) -> Iterator[Proposal]:
    """Every paragraph with a run-in list outside the plan and the tables."""
    title = page.frame.title
    explains = page.frame.plan is None and title is not None and is_about(title)
    taken = {index for table in page.tables for index in range(table.first, table.last + 1)}
    if page.frame.plan is not None:
        taken.update(range(*page.frame.plan))
    lines = [line for line in page.lines if line.index not in taken]
    if not any(LATER_POINT.search(line.text) for line in lines):
        return
    for paragraph in joined_at_stops(page.text, unwrapped(page.text, lines, page=page.lines), LATER_POINT):
        if SECOND_POINT.search(paragraph.text) is None:
            continue
        parts = cut_lines(page.text, [paragraph])
        parts, behind = _without_sentence(page.text, parts)
        if explains and not _lists_all(page.text, parts):
            continue
        if len(parts) > _FEWEST:
            last = max(line.index for line in lines if line.start < paragraph.end)
            yield _proposal(paragraph.index, last, parts, behind)


def _without_sentence(text: str, parts: Sequence[Line]) -> tuple[Sequence[Line], list[Mark]]:
    """The points without the letter's sentence behind the clause of the last (10.办法（甲局）。请各单位于5月底前报送。)."""
    end = sentence_behind(text, parts[-1]) if len(parts) > _FEWEST else None
    if end is None:
        return parts, []
    last = parts[-1]
    return [*parts[:-1], last.part(0, end - last.start)], [Mark(end, last.end, "narrative")]


def _lists_all(text: str, parts: Sequence[Line]) -> bool:
    """True for a paragraph that says of all its points, and of several, who does them."""
    closed = [is_closed(text, part) for part in parts]
    return sum(closed) >= _FEWEST_EXPLAINED and all(closed[1:])


def _proposal(first: int, last: int, parts: Sequence[Line], behind: Sequence[Mark]) -> Proposal:
    reason = f"a paragraph of {len(parts)} points and label fields"

    def read(reader: Reader, first_task: int, taken: frozenset[int]) -> PartDraft:
        part = ListReader(reader, parts, taken)
        part.read(first_task)
        return PartDraft(
            "plan", LAYOUT, None, first, last, part.tasks, [*part.marks, *behind], _FIT, reason, part.outline
        )

    return Proposal(LAYOUT, first, last, _FIT, reason, read)
