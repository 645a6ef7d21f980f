"""The cells of tables whose cells are joined by blanks, those that the page broke over lines put together."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import Head
from ...text.piece import squeezed_text
from ...units import is_post, person_likeness
from ..grid.cells import Cell
from .blank_joints import joined_at_breaks
from .inner_blanks import with_whole_texts
from .lines import Printed, Split, split_blanks, with_cells

_PERSON = 0.8
#: A column of its own for posts.
_POSTS = lazy_pattern(r".*(?:职务|职位|岗位|职级)")
#: So many rows with empty cells behind their numbers tell that wide gaps are such cells.
_FEWEST_WHOLE = 2


def with_posts(text: str, rows: Sequence[Split], heads: Sequence[Head]) -> list[Split]:
    """``rows`` with each post put to the name behind it, in a table with a column of people and none of posts."""
    people = any(head.kind == "person" for head in heads)
    if not people or any(_POSTS.fullmatch(head.text) for head in heads):
        return list(rows)
    return [_with_posts(text, row) for row in rows]


def _with_posts(text: str, row: Split) -> Split:
    cells: list[Printed] = []
    for cell in row.cells:
        if cell and cells and cells[-1] and _is_post(text, cells[-1]) and _is_person(text, cell):
            cells[-1] = ((cells[-1][0][0], cell[-1][1]),)
        else:
            cells.append(cell)
    return with_cells(row, tuple(cells)) if len(cells) < len(row.cells) else row


def _is_post(text: str, cell: Printed) -> bool:
    return is_post(squeezed_text(text, cell))


def _is_person(text: str, cell: Printed) -> bool:
    return person_likeness(squeezed_text(text, cell)) >= _PERSON


def blank_cells(text: str, lines: Sequence[Split], heads: Sequence[Head]) -> list[Cell]:
    """Cells of rows whose cells are joined by blanks, those that the page broke over lines put together."""
    printed = with_posts(text, [split_blanks(split.line) for split in lines], heads)
    rows = with_whole_texts(text, printed, heads)
    counted = _with_blanks_counted(text, rows, len(heads))
    if counted is not None:
        rows = counted
    elif not _wide_gaps_mark(rows, len(heads)):
        rows = [with_cells(row, row.filled) for row in printed]
    return joined_at_breaks(text, heads, rows)


def _wide_gaps_mark(rows: Sequence[Split], columns: int) -> bool:
    """True when a wide gap marks an empty cell: the page parts few cells so, and never those of a whole row."""
    joints = sum(len(parts.filled) - 1 for parts in rows)
    wide = sum(len(parts.cells) - len(parts.filled) for parts in rows)
    return 2 * wide < joints and all(len(parts.filled) != columns or all(parts.cells) for parts in rows)


def _with_blanks_counted(text: str, rows: Sequence[Split], columns: int) -> list[Split] | None:
    """The rows with an empty cell for every blank behind a number but the first, where several add up to the columns so.

    None where wide gaps stand elsewhere: 3   清理河道 市水利局 for number, group and name.
    """
    gapped = [parts for parts in rows if len(parts.cells) > len(parts.filled)]
    if not all(squeezed_text(text, parts.filled[0]).isdigit() and not parts.cells[1] for parts in gapped):
        return None
    if any(not all(parts.cells[2:]) for parts in gapped):
        return None
    counted = [_with_blanks(parts) if not all(parts.cells) else parts for parts in rows]
    exact = sum(len(parts.cells) == columns > len(parts.filled) for parts in counted)
    return counted if exact >= _FEWEST_WHOLE and 2 * exact >= len(gapped) else None


def _with_blanks(parts: Split) -> Split:
    """The row with an empty cell behind its number for every blank there but the first."""
    number, *others = parts.filled
    blanks = others[0][0][0] - number[-1][1]
    return with_cells(parts, (number, *[()] * (blanks - 1), *others))
