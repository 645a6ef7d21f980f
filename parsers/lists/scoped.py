"""Clauses and label lines behind an item that speak for the items before it as well.

They say so (（以上三项由甲负责）, 以上任务责任单位：甲), or each section of the plan ends with the only one it has, or the items are
one sentence (2.…； 3.…； 4.…。 责任单位：甲).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...normalize.named_tuples import NamedTuple
from ..fields.clauses import find_clauses
from ..fields.label_lines import LabelLine
from ..fields.scopes import Scope, names_scope, read_scope
from ..fields.spoken import Clause
from ..text.piece import Piece, squeezed
from .outline import Item

_FEWEST = 2
_FEWEST_SECTIONS = 3
_OPEN = ("；", ";")


class Scoped(NamedTuple):
    """The items that a closing speaks for without standing behind them, and the closing: a clause or label lines."""

    items: Sequence[Item]
    clauses: tuple[tuple[Piece, Clause], ...]
    labelled: tuple[LabelLine, ...]


def scoped_closings(text: str, item: Item) -> Iterator[Scoped]:
    """What stands behind one of the items below ``item`` and says who does those before it, too."""
    if len(item.children) < _FEWEST:
        return
    after = 0
    for place, child in enumerate(item.children[1:], 1):
        found = _closing(text, child)
        if found is None:
            if sentence := _sentence_before(text, item.children, after, place):
                yield Scoped(sentence, (), tuple(child.labelled))
            continue
        scope, clauses, labelled = found
        yield Scoped(_meant(item.children[after:place], child, scope), clauses, labelled)
        after = place + 1


def _sentence_before(text: str, items: Sequence[Item], after: int, place: int) -> Sequence[Item]:
    """The items from ``after`` on of one sentence that the one at ``place`` ends, which alone has a label line below it."""
    child = items[place]
    if not _names_units(child) or not child.unlabelled or text[child.unlabelled[-1][1] - 1] != "。":
        return ()
    open_ones = takewhile(lambda item: _is_open(text, item), (items[at] for at in range(place - 1, after - 1, -1)))
    return tuple(open_ones)[::-1]


def _is_open(text: str, item: Item) -> bool:
    """Whether an item is but one part of a sentence: it ends with ； and has nothing below it."""
    whole = not item.body and not item.children and item.label is not None
    return whole and text[item.lead[0] : item.lead[1]].rstrip()[-1:] in _OPEN and not _closes(text, item)


def section_closings(text: str, root: Item) -> Iterator[Scoped]:
    """The label lines below the last item of each section, where no section of the plan has others.

    One section that ends so may well have items without anybody; three of several items, and none that differs, do not.
    """
    sections = [item for item in root.walk() if item.children and not any(child.children for child in item.children)]
    if any(_closes(text, child) for item in sections for child in item.children[:-1]):
        return
    ending = [item for item in sections if len(item.children) >= _FEWEST and _names_units(item.children[-1])]
    if len(ending) < _FEWEST_SECTIONS:
        return
    for item in ending:
        last = item.children[-1]
        yield Scoped(item.children[:-1], (), tuple(line for line in last.labelled if line.assigns))


def _names_units(item: Item) -> bool:
    return any(line.assigns and line.head.kind == "unit" and line.value for line in item.labelled)


def _closes(text: str, item: Item) -> bool:
    return any(line.assigns for line in item.labelled) or bool(find_clauses(squeezed(text, item.unlabelled)))


def speaks_for_several(text: str, item: Item) -> bool:
    """Whether an item ends with a closing that speaks for others, too."""
    return _closing(text, item) is not None


def _closing(text: str, child: Item) -> tuple[Scope, tuple[tuple[Piece, Clause], ...], tuple[LabelLine, ...]] | None:
    for line in child.labelled:
        scope = read_scope(text, line.ranges[0][0])
        if scope is not None:
            return scope, (), tuple(child.labelled[child.labelled.index(line) :])
    if not names_scope(text, child.start, child.end):
        return None
    piece = squeezed(text, child.unlabelled)
    clauses = find_clauses(piece)
    scope = read_scope(piece.text, clauses[-1].start) if clauses else None
    return (scope, ((piece, clauses[-1]),), ()) if scope is not None else None


def _meant(before: Sequence[Item], child: Item, scope: Scope) -> Sequence[Item]:
    if scope.latest is not None:
        return before[max(0, len(before) + 1 - scope.latest) :]
    if scope.first is None or scope.last is None:
        return before
    numbered = ((item, item.label.value) for item in before if item.label is not None and item is not child)
    return [item for item, value in numbered if value is not None and scope.first <= value <= scope.last]
