"""Rows with fewer or more cells than their table has columns: what they lack, and which lines may stand elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....normalize.lazy import lazy_pattern
from ...drafts import TaskDraft
from ...fields.heads import TEXT_KINDS
from ..grid.cells import Cell, make_cell
from ..grid.fitness import SURE
from ..grid.looks import SOFT_KINDS
from ..grid.shape import Column, Row
from .text_roles import TextRole

#: A column that is filled in this share of the rows, of so many at least, is missed in the others.
_USUAL = 0.75
_FEWEST = 4
#: So many rows at least, the one that may be cut among them, tell that none is merged.
_FEWEST_WHOLE = 3
#: What looks less like a unit than this is no name of one.
_NO_NAME = 0.2
#: No text ends so: half a decimal, an open list or quotation.
_CUT = lazy_pattern(r"\d[.．]$|[、，（《“]$")


def usual_columns(columns: Sequence[Column], rows: Sequence[Row], roles: Mapping[int, TextRole]) -> list[Column]:
    """The columns of facts that nearly every row fills; groups and numbers are merged too often to be missed."""
    body = [row for row in rows if row.heading is None]
    if len(body) < _FEWEST:
        return []
    facts = (c for c in columns if c.head.text and c.head.kind != "number" and roles.get(c.index) != "heading")
    return [c for c in facts if len([1 for row in body if c.index in row.cells]) >= _USUAL * len(body)]


def lacking(row: Row, task: TaskDraft, usual: Sequence[Column]) -> str:
    """The heads of the usual columns that a row has no cell for, as text.

    Of a row that was cut, all that it has no cell for is lacking. Cells that the page shows as empty are not lacking, nor those for which a merged cell above stands.
    """
    missing = [column.head for column in usual if column.index not in row.cells]
    if row.cut:
        return "、".join(head.text or head.kind for head in missing)
    if not missing or row.marked or any(cell.gap for cell in row.all_cells()):
        return ""
    facts = {"unit": task.units, "person": task.persons, "deadline": task.deadlines}
    merged = {kind for kind, found in facts.items() if any(fact.inherited for fact in found)}
    if task.requirement is not None:
        merged.add("requirement")
    return "、".join(head.text for head in missing if head.kind not in merged)


def is_cut(row: Row, rows: Sequence[Row], columns: Sequence[Column], text: str) -> bool:
    """Whether the page ends inside a row, so that nothing stands for the cells that it lacks at its end.

    The row is the last, nothing stands behind it in ``text``, and every row above it goes on to the units.
    """
    last = next((other for other in reversed(rows) if other.heading is None), None)
    if row is not last or row.marked or not _ends_document(row, text):
        return False
    body = [other for other in rows if other.heading is None]
    units = [column.index for column in columns if column.head.kind == "unit"]
    if not units or len(body) < _FEWEST_WHOLE or max(row.cells, default=0) >= min(units):
        return False
    return all(any(index in other.cells for index in units) for other in body[:-1])


def breaks_off(row: Row, columns: Sequence[Column], text: str) -> bool:
    """True for a row in whose task the document ends, inside a number or a list: what is to be done is not known."""
    if not _ends_document(row, text):
        return False
    place = max((index for index, cells in row.cells.items() if cells), default=0)
    cells = row.cells.get(place, ())
    return columns[place].head.kind in TEXT_KINDS and bool(cells) and _CUT.search(cells[-1].text) is not None


def broken_name(row: Row, rows: Sequence[Row], columns: Sequence[Column], text: str) -> int | None:
    """The column of units whose cell the page broke off inside a name: it is the last, and no mark closes it."""
    if row is not rows[-1]:
        return None
    place = max((index for index, cells in row.cells.items() if cells), default=0)
    if not row.cells.get(place) or columns[place].head.kind != "unit":
        return None
    cell = row.cells[place][-1]
    if cell.unit > _NO_NAME or text[cell.end :].strip():
        return None
    whole = (other.text for above in rows for other in above.cells.get(place, ()) if other is not cell)
    return place if row.cut or any(name.startswith(cell.text) for name in whole) else None


def whole_part(cell: Cell, text: str) -> Cell | None:
    """The whole name in front of the last word of a cell that the page broke off: 市民政局 汪."""
    start, end = cell.ranges[-1]
    words = text[start:end].split()
    last = end - len(words[-1])
    part = make_cell(text, ((start, last),), cell.line) if len(words) == 2 else None
    return part if part is not None and part.unit > SURE else None


def _ends_document(row: Row, text: str) -> bool:
    """True when nothing stands behind the row's last cell but the pipe that closes it."""
    return not text[max((cell.end for cell in row.all_cells()), default=len(text)) :].strip("| \n\t")


def guessed_line(row: Row, columns: Sequence[Column]) -> Cell | None:
    """The first line of a row of too many that may as well stand in the column beside its own: nothing tells them apart."""
    soft = [index for index in row.cells if columns[index].head.kind in SOFT_KINDS]
    if len(soft) < 2:
        return None
    return next((cell for index in soft for cell in row.cells[index][1:] if cell.spare and not cell.tight), None)
