"""What stands between two lines of a table that prints a cell a line: the break of a cell, or the end of one.

Costs are those of a search, like the scores of :mod:`..grid.fitness`: what matters is their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...fields.breaks import are_parts, breaks_inside, ends_bare, ends_name, halves_month, is_phrase
from ...units.grammar import Form, form_of
from ..body.stream import is_last_character
from ..grid.cells import Cell
from ..grid.fitness import is_code
from ..grid.looks import is_figure
from .widths import Joint, Width, fits_behind

#: A joint costs more than this is none.
MOST_COST = 3.2
#: What a joint costs that lines of any width would allow, and one that the widths of the lines speak against.
_ALLOWED, _STRANGE = 0.8, 2.6
#: Between two names no mark is missing: each stands on a line of its own.
_NAMES = 2.0
#: What it costs to part lines the first of which fills the width, and ends like a sentence or not, or that go on for sure.
_PARTED, _PARTED_BEHIND_SENTENCE, _TORN = 3.0, 0.6, 3.8
#: The share of that at a width where few lines end.
_RARE = 0.5
#: What it costs to join lines that a blank one parts, and to part others, where blank lines part cells.
_APART, _TIGHT = 2.4, 4.0
_SURE, _UNLIKE = 0.8, 0.5
_MOST_NAME_LINES = 5
_PAIRS = ("《》", "“”", "（）", "〔〕", "【】")
_MEASURES = frozenset("%％")
_MARKS = frozenset("，、。；：")


class Joints:
    """The places between the lines of a table, each told by the line before it.

    ``alone`` are the lines as cells of their own, ``popular`` the widths of the page and how common each is; ``apart``
    tells where blank lines part cells, and is empty where they part none. ``firsts`` are the lines that begin rows.
    """

    __slots__ = ("_alone", "_apart", "_firsts", "_full", "_popular", "_torn", "_widths", "counted")

    def __init__(
        self,
        alone: Sequence[Cell],
        widths: Sequence[Width],
        popular: Mapping[int, float],
        apart: Sequence[bool],
        firsts: frozenset[int] = frozenset(),
    ) -> None:
        self._firsts = firsts
        self._alone, self._widths, self._popular, self._apart = alone, widths, popular, apart
        #: For each line, whether it is the number of a row.
        self.counted = counted_rows(alone)
        self._torn = [self._goes_on(at) for at in range(len(alone) - 1)]
        self._full = [self._fills(at) for at in range(len(alone) - 1)]

    def joining(self, at: int, low: int, high: int) -> float:
        """What it costs that a cell goes on behind line ``at``; its lines fill the widths from ``low`` to ``high``, that excluded."""
        before, behind = self._alone[at], self._alone[at + 1]
        torn = self._torn[at]
        if at + 1 in self._firsts:
            return MOST_COST + 1
        if self.counted[at] or self.counted[at + 1] or (before.number is not None and not torn):
            return MOST_COST + 1
        if self._apart and not self._apart[at]:
            return 0.0
        cost = 0.0 if torn else kinds_cost(before, behind)
        if self._apart:
            return cost + _APART
        if low >= high or self._widths[at + 1].least >= high:
            return cost + (_ALLOWED if torn else _STRANGE)
        return cost + (0.0 if torn or any(low <= width < high for width in self._popular) else _ALLOWED)

    def parting(self, at: int) -> float:
        """What it costs that a cell ends with line ``at``."""
        before, behind = self._alone[at], self._alone[at + 1]
        if self.counted[at] or self.counted[at + 1] or at + 1 in self._firsts:
            return 0.0
        if self._apart:
            return 0.0 if self._apart[at] else _TIGHT
        if self._torn[at]:
            return _TORN
        if not self._full[at] or before.number is not None or behind.number is not None:
            return 0.0
        if before.closed or max(before.unit, before.deadline) > _SURE:
            return _PARTED_BEHIND_SENTENCE
        return _PARTED * (_RARE + (1 - _RARE) * self._full[at])

    def is_unsure(self, at: int) -> bool:
        """Whether a cell that ends with line ``at`` may go on."""
        return self.parting(at) > _PARTED_BEHIND_SENTENCE

    def _fills(self, at: int) -> float:
        """How common the widest of the page's widths is that line ``at`` fills, where the next one is no wider; 0 for none."""
        width, behind = self._widths[at], self._widths[at + 1]
        if not fits_behind(width, behind):
            return 0.0
        return max((share for v, share in self._popular.items() if width.fills(v) and behind.least <= v), default=0.0)

    def _goes_on(self, at: int) -> bool:
        """Whether what stands on both sides of a break tells that it is inside a cell."""
        before, behind = self._alone[at], self._alone[at + 1]
        told = told_inside(before, behind, self._alone[at - 1] if at else None)
        if told is None:
            return is_last_character(before, behind) and fits_behind(self._widths[at], self._widths[at + 1])
        return told


def open_joints(cells: Sequence[Cell]) -> Iterator[Joint]:
    """The lines of running text that no sentence ends, with such a line behind."""
    texts = list(map(_is_text, cells))
    for at, (before, behind) in enumerate(pairwise(cells)):
        if texts[at] and texts[at + 1] and not before.closed and behind.label is None:
            yield Joint(at, before.text, _is_sentence(before, behind))


def are_names(before: Cell, behind: Cell) -> bool:
    """True for two lines of whole names without a mark between: a list prints each on its own line."""
    return before.unit > _SURE and behind.unit > _UNLIKE and not ends_name(before.text, behind.text)


def broken_places(lines: Sequence[Cell]) -> tuple[int, ...]:
    """The places of the lines of a cell that go on with the one above; whole names follow one another."""
    starts = name_starts(lines)
    if starts is not None:
        return tuple(place for place in range(1, len(lines)) if place not in starts)
    return tuple(at for at, (before, behind) in enumerate(pairwise(lines), 1) if not are_names(before, behind))


def name_starts(lines: Sequence[Cell]) -> frozenset[int] | None:
    """Where names begin in a cell that prints each on lines of its own: as many as are whole; None where some line is part of none."""
    best: list[tuple[int, frozenset[int]] | None] = [(0, frozenset()), *(None for _ in lines)]
    for at, line in enumerate(lines):
        here = best[at]
        if here is None or (at and ends_name(lines[at - 1].text, line.text)):
            continue
        name = ""
        for end in range(at + 1, min(len(lines), at + _MOST_NAME_LINES) + 1):
            name += lines[end - 1].text
            there = best[end]
            if (there is None or there[0] <= here[0]) and _is_name(name):
                best[end] = (here[0] + 1, here[1] | {at})
    return best[-1][1] if best[-1] is not None else None


def _is_name(text: str) -> bool:
    form = form_of(text)
    return form >= Form.PLACE or form == Form.GENERIC


def _is_text(cell: Cell) -> bool:
    typed = cell.number is not None or max(cell.unit, cell.deadline) > _UNLIKE
    share = cell.text[-1] in _MEASURES and is_figure(cell.text)
    return len(cell.text) > 1 and not typed and not share


def _is_sentence(before: Cell, behind: Cell) -> bool:
    """True for two lines that a sentence runs over: it has marks inside, ends in the second, or is torn."""
    text = before.text if before.label is None else before.text[before.label.end :]
    marks = _MARKS.intersection(text) or "，" in behind.text
    return bool(marks) or behind.closed or breaks_inside(before.text, behind.text)


def kinds_cost(before: Cell, behind: Cell) -> float:
    """What it costs to join two lines for what they are alone: whole names, times, items."""
    if behind.number is not None:
        return _NAMES
    if behind.outer or (behind.label is not None and behind.label.style == "arabic"):
        return _ALLOWED
    if before.unit > _SURE:
        if ends_name(before.text, behind.text):
            return 0.0
        return _NAMES if max(behind.unit, behind.deadline) > _UNLIKE else _ALLOWED
    if before.deadline > _SURE:
        return _NAMES if behind.unit > _UNLIKE else _ALLOWED
    if max(behind.unit, behind.deadline) > _SURE and not ends_name(before.text, behind.text):
        return _NAMES if before.closed else _ALLOWED
    return 0.0


def told_inside(before: Cell, behind: Cell, above: Cell | None) -> bool | None:
    """Whether a break is inside a cell by what stands on both sides; None where the words do not tell.

    ``above`` is the line above ``before``.
    """
    first, second = before.text, behind.text
    if halves_month(first, second):
        return True
    if is_figure(first) and (is_figure(second) or second in _MEASURES):
        return False
    told = (
        first[-1] == "，"
        or (second not in _MEASURES and breaks_inside(first, second))
        or is_phrase(first, second)
        or ends_bare(first, second)
        or (above is not None and above.closed and are_parts(first, second))
        or closes(first, second)
    )
    return told or None


def closes(before: str, behind: str) -> bool:
    """True where the second line closes a mark that the first one opens."""
    for left, right in _PAIRS:
        end = behind.find(right)
        if before.rfind(left) > before.rfind(right) and end >= 0 and left not in behind[:end]:
            return True
    return False


def counted_rows(cells: Sequence[Cell]) -> list[bool]:
    """For each line, whether it is a bare number, or one of two places (2.1), that counts on: the number of a row."""
    found: list[bool] = []
    last = inner = 0
    for cell in cells:
        counts = cell.number is not None and cell.text.isdecimal() and cell.number in (last + 1, 1)
        last = cell.number if counts and cell.number is not None else last
        if is_code(cell) and (parts := cell.text.split(".")) and len(parts) == 2 and parts[1].isdecimal():
            counts = int(parts[1]) in (inner + 1, 1)
            inner = int(parts[1]) if counts else inner
        found.append(counts)
    return found if sum(found) > 1 else [False] * len(found)
