"""Role words that stand in cells of their own beside the units that they are for: 牵头 | 市商务局, below it 配合 | 市财政局.

Word and units are one cell, and the lines of one task one row: the unit reader knows what a word before or behind its
units means.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import Head
from ...units import role_of_words
from ...units.words import BARE_ROLE_HEADS
from .cells import Cell, one_cell

_Row = Sequence[Cell | None]
_LONGEST = 6
_UNIT = 0.6
#: So many rows in this share of the table show that words and units stand side by side.
_FEWEST, _SHARE = 2, 0.6
#: Heads over role words.
_DUTY = lazy_pattern(r"(?:责任|职责|任务)?分工|职责|角色|(?:责任|职责)(?:类型|类别|方式|性质)")
_WORDS = frozenset(BARE_ROLE_HEADS) - {"组织", "监督"}


def _is_word(cell: Cell | None) -> bool:
    """True for 牵头 and 配合单位."""
    if cell is None or len(cell.text) > _LONGEST:
        return False
    return cell.text in _WORDS or (cell.text[:2] in _WORDS and role_of_words(cell.text) is not None)


def _is_unit(cell: Cell | None) -> bool:
    return cell is not None and cell.unit > _UNIT and not _is_word(cell)


def joined_in_stream(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> tuple[Sequence[Head], Sequence[Cell]]:
    """Heads and cells, a cell a line, with role words and the units beside them joined to one cell."""
    words = sum(1 for a, b in itertools.pairwise(cells) if _is_word(a) and _is_unit(b))
    if words < _FEWEST:
        return heads, cells
    joined: list[Cell] = []
    for beside, run in itertools.groupby(cells, lambda cell: _is_word(cell) or _is_unit(cell)):
        run = list(run)
        joined += [one_cell(text, run)] if beside and any(map(_is_word, run)) else run
    place = next((i for i, head in enumerate(heads) if head.kind == "unit" and not _DUTY.fullmatch(head.text)), None)
    beside = () if place is None else (place - 1, place + 1)
    return [head for i, head in enumerate(heads) if i not in beside or not _DUTY.fullmatch(head.text)], joined


def joined_in_rows(text: str, heads: Sequence[Head], rows: Sequence[_Row]) -> tuple[Sequence[Head], Sequence[_Row]]:
    """Heads and rows with the column of role words put into the column of units beside it."""
    pairs = [_pair(row) for row in rows]
    places = Counter(pair for pair in pairs if pair is not None)
    if sum(places.values()) < max(_FEWEST, _SHARE * len(rows)):
        return heads, rows
    usual = max(places, key=lambda pair: (places[pair], pair))
    size = max(len(row) for row, pair in zip(rows, pairs, strict=True) if pair == usual)
    made: list[list[Cell | None]] = []
    below: dict[int, list[Cell]] = {}
    for row, pair in zip(rows, pairs, strict=True):
        at = pair if pair is not None else usual if len(row) == size else None
        cells = list(row) if at is None else [*row[:at], _joined(text, row[at : at + 2]), *row[at + 2 :]]
        filled = [cell for cell in cells if cell is not None]
        above = made[-1][usual] if made and usual < len(made[-1]) else None
        if pair is not None and len(filled) == 1 and above is not None:
            below.setdefault(len(made) - 1, [above]).append(filled[0])
        else:
            made.append(cells)
    for place, parts in below.items():
        made[place][usual] = one_cell(text, parts)
    return _without_words(heads, usual, size), [tuple(cells) for cells in made]


def _pair(row: _Row) -> int | None:
    """Where a role word and units stand side by side in a row, in either order."""
    for at in [at for at, cell in enumerate(row) if _is_word(cell)]:
        if at and _is_unit(row[at - 1]):
            return at - 1
        if at + 1 < len(row) and _is_unit(row[at + 1]):
            return at
    return None


def _joined(text: str, cells: Sequence[Cell | None]) -> Cell | None:
    filled = [cell for cell in cells if cell is not None]
    return one_cell(text, filled) if filled else None


def _without_words(heads: Sequence[Head], place: int, size: int) -> Sequence[Head]:
    """The heads without the one over the role words, where both columns have one."""
    if len(heads) < size or place + 1 >= len(heads):
        return [_over_units(head) if i == place else head for i, head in enumerate(heads)]
    beside = heads[place : place + 2]
    kept = next((head for head in reversed(beside) if head.kind == "unit"), beside[1])
    return [*heads[:place], _over_units(kept), *heads[place + 2 :]]


def _over_units(head: Head) -> Head:
    """The head as one of units; what its cells say of roles decides."""
    return head if head.kind == "unit" and head.known else Head(head.text, "unit", "responsible")
