"""Posts and names that a blank parts in rows whose cells are joined by blanks: 县委书记 周建国 is one cell."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import Head
from ...text.piece import squeezed_text
from ...units import is_post, person_likeness
from .lines import Printed, Split, with_cells

_PERSON = 0.8
#: A column of its own for posts.
_POSTS = lazy_pattern(r".*(?:职务|职位|岗位|职级)")


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
