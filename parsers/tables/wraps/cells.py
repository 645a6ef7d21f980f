"""The cells of a table that prints them a cell a line and breaks them over lines: at the widths of their columns, or of the page.

That the page has such widths is told by lines that end inside a sentence (:mod:`.page_widths`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from ...fields.heads import Head
from ..body.lines import Split
from ..body.stream import parts_cells
from ..grid.cells import Cell, make_cell
from .candidates import Candidates
from .columns import column_cells
from .extents import page_extents
from .joints import are_broken, joints, tears
from .page_widths import FEWEST_JOINTS, open_joints, page_widths
from .pieces import counted_rows, lone_pieces
from .search import Search, Widths

#: Fewer lines are no table.
_FEWEST_LINES = 4
#: So many rows of so many lines as there are heads, so many lines with a label.
_REGULAR = 0.8
#: So many lines tell whether any are broken: this share of them, at least.
_FIRST, _HARDLY = 80, 0.04


def lone_cells(text: str, lines: Sequence[Split]) -> list[Cell] | None:
    """The cells of ``lines``, where each prints one and there are enough for a table."""
    if len(lines) < _FEWEST_LINES or any(len(split.filled) != 1 or split.pipes for split in lines):
        return None
    return [make_cell(text, split.filled[0], split.line.index) for split in lines]


def broken_cells(
    text: str,
    heads: Sequence[Head],
    lines: Sequence[Split],
    alone: Sequence[Cell],
    rows: Sequence[Sequence[Split]] = (),
) -> list[Cell] | None:
    """The cells of ``lines``, each ``alone`` so far, where the page breaks cells at a width; None where it does not.

    ``rows`` are the lines of each row, where these are known. Where cells stand is for the grid to tell, which knows
    more of rows that lack cells.
    """
    if not rows and parts_cells(lines):
        return None
    firsts = frozenset(accumulate(map(len, rows[:-1]), initial=0)) if rows else frozenset[int]()
    return _narrow_cells(text, heads, alone, firsts) or _wrapped_cells(text, heads, alone, firsts)


def _narrow_cells(text: str, heads: Sequence[Head], alone: Sequence[Cell], firsts: frozenset[int]) -> list[Cell] | None:
    """The same where it breaks them at the widths of their columns; the lines ``firsts`` begin the rows."""
    if len(alone) > 2 * _FIRST and not are_broken(tears(lone_pieces(alone[:_FIRST])), _HARDLY):
        return None  # most pages break no cells so
    pieces = lone_pieces(alone, firsts)
    found = column_cells(text, pieces, joints(pieces), heads) if are_broken(tears(pieces)) else None
    if found is None:
        return None
    for cell in found[0]:
        cell.cell.heads = cell.cell.heads or cell.column == found[1]
    return [cell.cell for cell in found[0]]


def _wrapped_cells(
    text: str, heads: Sequence[Head], alone: Sequence[Cell], firsts: frozenset[int]
) -> list[Cell] | None:
    """The same where it breaks them at widths of its own."""
    if _are_whole(alone, len(heads)) or _are_items(alone):
        return None
    opened = [joint for joint in open_joints(alone) if joint.at + 1 not in firsts]
    if len(opened) < FEWEST_JOINTS:
        return None  # whatever the widths
    texts = [cell.text for cell in alone]
    asked = {at for joint in opened for at in (joint.at, joint.at + 1)}
    popular = page_widths(page_extents([text if at in asked else "" for at, text in enumerate(texts)]), opened)
    if not popular:
        return None  # most pages
    widths = page_extents(texts)
    pieces = lone_pieces(alone, firsts)
    candidates = Candidates(text, pieces, heads)
    at_page = Widths((None,) * len(candidates.columns), widths, popular)
    search = Search(candidates, pieces, joints(pieces))
    found = search.best(at_page)
    if search.teach(found):
        found = search.best(at_page)
    for cell in found[:-1]:
        cell.cell.unsure = search.is_unsure(cell.end, at_page)
    return [cell.cell for cell in found]


def _are_whole(cells: Sequence[Cell], size: int) -> bool:
    """Whether nearly all lines from one row's number to the next are as many as the heads: nothing is broken there."""
    numbered = [at for at, counted in enumerate(counted_rows(cells)) if counted]
    rows = [below - at for at, below in pairwise([*numbered, len(cells)])]
    return bool(rows) and rows.count(size) >= _REGULAR * len(rows)


def _are_items(cells: Sequence[Cell]) -> bool:
    """Whether nearly all lines open with a label: items, of which none is the rest of another."""
    return sum(cell.label is not None for cell in cells) >= _REGULAR * len(cells)
