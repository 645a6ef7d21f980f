"""Tables whose cells are joined by blanks and broken over lines: which line breaks stand inside a cell.

2 改造校舍 县教育局、县
财政局 6月底前

Only the last piece of a line can go on, and only with the first of the next. Some pages print what follows a broken
cell behind its last piece, others on a line of its own; the better reading of the whole table decides, and where rows
begin with it: that of :mod:`..wraps.search`, at no known width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...fields.breaks import breaks_inside
from ...fields.heads import Head
from ..grid.cells import Cell, make_cell
from ..wraps.candidates import Candidates
from ..wraps.extents import ANY_WIDTH
from ..wraps.joints import FORBIDDEN, Joint, joints
from ..wraps.pieces import Piece
from ..wraps.search import Search, Widths
from .lines import Split

#: What it costs that a line begins no row, and to join a text with a unit or time below it.
_GOES_ON, _FACT = 2.0, 0.6
#: So many whole rows end in a word that ends rows.
_FEWEST_ENDS = 2
#: What is so much like a unit or a time is one; a text is less like them, and so long; a sentence is longer.
_LIKE, _UNLIKE, _TEXT, _SENTENCE = 0.6, 0.3, 8, 12
#: No cell ends in the first of these or begins with the second.
_OPEN, _REST = "、，（【〔《“", "、，。；）】〕》”"


def joined_at_breaks(text: str, heads: Sequence[Head], rows: Sequence[Split]) -> list[Cell]:
    """The cells of ``rows``, broken ones put together, each told whether it begins a row.

    ``rows`` are lines cut at blanks, with empty cells only where a wide gap stands for one.
    """
    lines = [_line(text, row) for row in rows]
    numbered = [line[0].number is not None for line in lines]
    if all(numbered) or all(len(line) == len(heads) for line in lines):
        return _a_row_a_line(lines)
    if _are_rows(lines, [number and len(line) == len(heads) for number, line in zip(numbered, lines, strict=True)]):
        return _a_row_a_line(lines)
    pieces = list(_pieces(lines, len(heads)))
    candidates = Candidates(text, pieces, heads)
    search = Search(candidates, pieces, list(_joints(pieces)), _GOES_ON)
    widths = Widths((None,) * len(candidates.columns), [ANY_WIDTH] * len(pieces), {})
    found = search.best(widths)
    if search.teach(found):
        candidates.numbered = False  # numbers may be merged
        found = search.best(widths)
    broken = [(pieces[at].cell, pieces[at + 1].cell) for cell in found for at in range(cell.start, cell.end - 1)]
    if broken and not any(_is_fragment(before, behind) for before, behind in broken):
        return _a_row_a_line(lines)
    alone = {line[0] for line in lines if _may_stand_below(line)}
    for cell in found:
        first = pieces[cell.start]
        cell.cell.starts_row = None if cell.begins and first.cell in alone else cell.begins
        cell.cell.firm = first.begins is True
    return [cell.cell for cell in found]


def _line(text: str, row: Split) -> list[Cell]:
    """The cells of a line, each with a gap where a wide one stands behind it."""
    return [
        make_cell(text, cell, row.line.index, gap=1 if row.cells[i + 1 : i + 2] == ((),) else None)
        for i, cell in enumerate(row.cells)
        if cell
    ]


def _pieces(lines: Sequence[Sequence[Cell]], columns: int) -> Iterator[Piece]:
    """The cells of ``lines``, those that begin a row for sure told.

    So does what stands behind a word that several whole rows end in (市级, 县级), or behind a whole numbered row and
    holds several cells.
    """
    several = sum(line[0].number is not None for line in lines) > 1
    ends = Counter(line[-1].text for line in lines if len(line) == columns)
    ended = whole = False
    for line in lines:
        numbered = line[0].number is not None
        yield Piece(line[0], True, numbered and several, True if ended or (whole and len(line) > 1) else None)
        yield from (Piece(cell, False, False, False) for cell in line[1:])
        ended = ends[line[-1].text] >= _FEWEST_ENDS
        whole = numbered and len(line) == columns


def _joints(pieces: Sequence[Piece]) -> Iterator[Joint]:
    """What stands behind each piece but the last: only lines break cells."""
    for joint, (piece, below) in zip(joints(pieces), pairwise(pieces), strict=True):
        fact = _kind(piece.cell) == "text" and _kind(below.cell) in ("unit", "deadline")
        joining = joint.joining + _FACT * fact if below.first else FORBIDDEN
        yield joint._replace(joining=joining, soft=False)


def _a_row_a_line(lines: Sequence[Sequence[Cell]]) -> list[Cell]:
    """The cells of rows that take a line each; only a list of units alone may stand below its row."""
    for line in lines:
        for cell in line:
            cell.starts_row = None if _may_stand_below(line) else cell is line[0]
            cell.firm = cell.starts_row is True
    return [cell for line in lines for cell in line]


def _may_stand_below(line: Sequence[Cell]) -> bool:
    """True for a list of units alone on its line: it may be the rest of one that was cut off in the row above."""
    return len(line) == 1 and line[0].unit > _LIKE


def _are_rows(lines: Sequence[Sequence[Cell]], whole: Sequence[bool]) -> bool:
    """Whether every line is a row: it opens with a number or a text and ends in a whole cell, and each task is a sentence.

    So where rows lack their numbers, as they do under merged ones.
    """
    if not all(cell.closed for line in lines for cell in line if _is_text(cell)):
        return False
    bare = [line for line in lines if line[0].number is None]
    if not any(len(line) == 1 or _is_text(line[0]) for line in bare):
        return False
    if any(max(line[0].unit, line[0].deadline) > _LIKE or line[0].text[0] in _REST for line in bare):
        return False
    ends = (line[-1] for line, ended in zip(lines, whole, strict=True) if not ended)
    return all(cell.closed or max(cell.unit, cell.deadline, cell.person) > _LIKE for cell in ends)


def _is_fragment(before: Cell, behind: Cell) -> bool:
    """Whether one of two lines shows by itself that a cell was broken between them."""
    if breaks_inside(before.text, behind.text) or before.text[-1] in _OPEN or behind.text[0] in _REST:
        return True
    return None in (_kind(before), _kind(behind)) or (behind.closed and not before.closed)


def _is_text(cell: Cell) -> bool:
    return len(cell.text) >= _SENTENCE and max(cell.unit, cell.deadline) < _UNLIKE


def _kind(cell: Cell) -> str | None:
    """What a line alone says it is; None for a fragment of anything."""
    if max(cell.unit, cell.deadline) > _LIKE:
        return "unit" if cell.unit >= cell.deadline else "deadline"
    return "text" if len(cell.text) >= _TEXT and max(cell.unit, cell.deadline) < _UNLIKE else None
