"""Where names begin in the lines of a cell that the page broke."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...fields.breaks import ends_name
from ...units.grammar import Form, form_of
from ..grid.cells import Cell

_SURE, _UNLIKE = 0.8, 0.5
_MOST_NAME_LINES = 5


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
