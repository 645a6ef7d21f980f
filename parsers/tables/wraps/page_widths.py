"""The widths at which a page breaks the lines of its cells.

A page that breaks a cell fills every line of it but the last: the next character would have found no place. So where a
page breaks cells, many lines are as wide as the column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....normalize.named_tuples import NamedTuple
from ...fields.breaks import breaks_inside
from ..grid.cells import Cell
from ..grid.looks import is_figure
from .extents import Extent

#: So many breaks at one width, and this share of all, tell that it is one of the page's.
FEWEST_JOINTS, _SHARE, _TOLD = 3, 0.2, 0.4
#: Lines that are nearly all the same break no sentence.
_REPEATED = 0.3
#: So many, and this share of all, where no sentence tells it; lines this wide, nearly all of them different.
_MANY, _MOST, _NARROWEST, _DISTINCT = 6, 0.6, 10, 0.8
_MOST_WIDTHS = 6
#: How much the rarest of them tells beside the commonest.
_RARE = 0.5
_WIDEST = 160
#: Shorter lines may be names, with their text behind them.
_LONG = 20
#: A line this much like a unit or a time is no text.
_UNLIKE = 0.5
_MEASURES = frozenset("%％")
_MARKS = frozenset("，、。；：")


class Open(NamedTuple):
    """Two lines of running text of which no sentence ends the first: the place and text of that, and whether a sentence runs on."""

    at: int
    text: str
    told: bool


def open_joints(cells: Sequence[Cell]) -> Iterator[Open]:
    """The lines of running text that no sentence ends, with such a line behind."""
    texts = list(map(_is_text, cells))
    for at, (before, behind) in enumerate(pairwise(cells)):
        if texts[at] and texts[at + 1] and not before.closed and behind.label is None:
            yield Open(at, before.text, _is_sentence(before, behind))


def _is_text(cell: Cell) -> bool:
    if cell.number is not None or len(cell.text) < 2 or cell.unit > _UNLIKE or cell.deadline > _UNLIKE:
        return False
    return cell.text[-1] not in _MEASURES or not is_figure(cell.text)


def _is_sentence(before: Cell, behind: Cell) -> bool:
    """True for two lines that a sentence runs over: it has marks inside, ends in the second, or is torn."""
    text = before.text if before.label is None else before.text[before.label.end :]
    marks = _MARKS.intersection(text) or "，" in behind.text
    return bool(marks) or behind.closed or breaks_inside(before.text, behind.text)


def page_widths(widths: Sequence[Extent], joints: Sequence[Open]) -> dict[int, float]:
    """The widths at which the page breaks cells, and how common each is beside the commonest; empty where it breaks none.

    Most lines that end inside a sentence must fill one of them; sentences run over lines of that width, or many
    different lines are as wide.
    """
    rest = [joint for joint in joints if widths[joint.at + 1].least < widths[joint.at].more]
    long = [joint for joint in joints if widths[joint.at].least >= _LONG]
    total = len({joint.at for joint in (*rest, *long)})
    fitting = len(rest)
    found: dict[int, int] = {}
    explained, sure = 0, False
    for _ in range(_MOST_WIDTHS):
        width, taken = _commonest(widths, rest)
        if len(taken) < max(FEWEST_JOINTS, _SHARE * len(rest), 0.05 * total):
            break
        told = sum(joint.told for joint in taken)
        distinct = len({joint.text for joint in taken}) / len(taken)
        several = width >= _NARROWEST and distinct > _DISTINCT
        runs_on = told >= max(FEWEST_JOINTS, _TOLD * len(taken)) and distinct > _REPEATED
        sure = sure or runs_on or (several and len(taken) >= max(_MANY, _MOST * fitting))
        if runs_on or several:
            found[width] = len(taken)
        explained += len(taken)
        rest = [joint for joint in rest if not widths[joint.at].fills(width)]
    if not sure or explained < _MOST * total:
        return {}
    most = max(found.values())
    return {width: _RARE + (1 - _RARE) * count / most for width, count in found.items()}


def _commonest(widths: Sequence[Extent], joints: Sequence[Open]) -> tuple[int, list[Open]]:
    """The width that most first lines of ``joints`` fill, and those that do."""
    steps: dict[int, int] = {}
    for joint in joints:
        low, high = widths[joint.at].least, min(widths[joint.at].more, _WIDEST)
        if low < high:
            steps[low] = steps.get(low, 0) + 1
            steps[high] = steps.get(high, 0) - 1
    best, most, count = 0, 0, 0
    for place in sorted(steps):
        count += steps[place]
        if count > most:
            best, most = place, count
    return best, [joint for joint in joints if widths[joint.at].fills(best)]
