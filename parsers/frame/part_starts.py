"""Where one part of a page ends and the next begins: 附件2, or the title of a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..lists.duty_lines import heads_duties
from . import words
from .closing import EVERYBODY, FOLLOW_UP
from .letter_items import opens_duties, says_who
from .page import Page
from .plan_start import above_body, closes_task, unnumbered

_MOST_PARTS = 40
_SHARE = 3  # one in so many items of a letter says who does it
_CLAUSES = (words.CLAUSE, words.BARE_CLAUSE)
_SPOKEN = (("由", words.SPOKEN_CLAUSE), ("前", words.TOLD_BY_WHEN))


def lone_parts(page: Page, known: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of lines that are a part of the page each, and hold no table; parts begin on the lines ``known``."""
    starts = _starts(page, known)
    for first, stop in [*pairwise([0, *starts, len(page.lines)])][:_MOST_PARTS] if starts else ():
        if not any(first <= body < stop for body, _ in page.bodies):
            yield first, stop


def _starts(page: Page, known: set[int]) -> list[int]:
    """The first lines of the parts behind the first one."""
    markers = {index for index in page.free if page.kinds[index] == "marker"}
    tables = {above_body(page, first, 0) for first, _ in page.bodies}
    return sorted((markers | tables | known) - {0, len(page.lines)})


def sets_tasks(page: Page, first: int, stop: int, *, letter: bool) -> bool:
    """Whether the lines ``first`` to ``stop`` of a part say who does what.

    Without a letter one line does, and a clause may open it. Instructions of a letter do here and there: a third of its items has to, several of its lines, or its headings.
    """
    places = [index for index in page.free if index < stop]
    labels = [index for index in places if index >= first and page.kinds[index] == "label"]
    closed = sum(_is_given(page, index, letter) for index in places if index >= first)
    if not letter and any(words.CLAUSE.match(page.compact[index]) for index in places if index >= first):
        return True
    if not labels and (closed or not page.assigns) and unnumbered(page, places, -1) >= 0:
        return True
    if closed > letter and (not letter or _SHARE * closed >= len(labels)):
        return True
    return opens_duties(page, [index for index in places if index >= first]) or any(
        heads_duties(page.compact[index]) for index in places if index == first
    )


def _is_given(page: Page, index: int, letter: bool) -> bool:
    """Whether a line says who does it, in the ways of items; what a letter says of reports and supervision is no item."""
    if page.kinds[index] != "label":
        return says_who(page, index) or closes_task(page, index)
    squeezed = page.compact[index]
    follows = letter and FOLLOW_UP.search(squeezed) is not None
    if follows and EVERYBODY.match(words.LABEL.sub("", squeezed, count=1)):
        return False
    spoken = any(sign in squeezed and clause.search(squeezed) for sign, clause in _SPOKEN)
    return (spoken and not follows) or says_who(page, index) or any(clause.search(squeezed) for clause in _CLAUSES)
