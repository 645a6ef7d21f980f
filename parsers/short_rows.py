"""Rows with fewer cells than their table has columns: what they lack of what the other rows hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .drafts import TaskDraft
from .fitness import Column, Row
from .text_roles import TextRole

#: A column that is filled in this share of the rows, of so many at least, is missed in the others.
_USUAL = 0.75
_FEWEST = 4


def usual_columns(columns: Sequence[Column], rows: Sequence[Row], roles: Mapping[int, TextRole]) -> list[Column]:
    """The columns of facts that nearly every row fills; groups and numbers are merged too often to be missed."""
    body = [row for row in rows if row.heading is None]
    if len(body) < _FEWEST:
        return []
    facts = (c for c in columns if c.head.text and c.head.kind != "number" and roles.get(c.index) != "heading")
    return [c for c in facts if sum(1 for row in body if c.index in row.cells) >= _USUAL * len(body)]


def lacking(row: Row, task: TaskDraft, usual: Sequence[Column]) -> str:
    """The heads of the usual columns that a row has no cell for, as text.

    Cells that the page shows as empty are not lacking, nor those for which a merged cell above stands.
    """
    missing = [column.head for column in usual if column.index not in row.cells]
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
    body = [other for other in rows if other.heading is None]
    if row is not body[-1] or len(body) <= _FEWEST or row.marked:
        return False
    if text[max(cell.end for cell in row.all_cells()) :].strip():
        return False
    units = [column.index for column in columns if column.head.kind == "unit"]
    if not units or max(row.cells, default=0) >= min(units):
        return False
    return all(any(index in other.cells for index in units) for other in body[:-1])
