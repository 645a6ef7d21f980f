"""The numbers of a table's rows: in a column of their own, in front of the task, or in front of a text beside it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from ....normalize.lazy import lazy_pattern
from ...text.labels import Label
from ...text.piece import Piece
from ..grid.cells import Cell
from ..grid.shape import Column, Row
from .text_roles import TextRole

_SECOND_POINT = lazy_pattern(r"[；。：\s]\s*(?:2[.、）)]|（?二）|②|（2）)")
#: Numbers beside the task are of these styles, and count up in nearly all rows.
_COUNTING = frozenset({"arabic", "han"})
_COUNTED = 0.8


class RowNumbers:
    """Tells the number of each row; ``groups`` is the number column where it counts the groups over the rows."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], roles: Mapping[int, TextRole]) -> None:
        self._roles = roles
        self._main = next((i for i, role in roles.items() if role == "content"), -1)
        self._columns = self._inner_first([c for c in columns if c.head.kind == "number"], rows)
        self._column = next(iter(self._columns), None)
        body = [row for row in rows if row.heading is None]
        self.groups = self._number_of_groups(body)
        self._points = self._begins_points(body)
        self._items = self._counts_items(body)
        self._beside = self._numbered_beside(body) if self._column is None else None
        self._bulleted = self._opens_all_with_bullets(body)

    def _inner_first(self, columns: list[Column], rows: Sequence[Row]) -> list[Column]:
        """The number columns, first the one right of a group that another one counts: 一级序号 | 任务 | 二级序号 | 内容.

        A first one with a number for every row counts the rows: 序号 | 类别 | 建议编号.
        """
        if columns and all(columns[0].index in row.cells for row in rows if row.heading is None):
            return columns
        groups = [i for i, role in self._roles.items() if role == "heading"]
        inner = [c for c in columns[1:] if c.index < self._main and any(columns[0].index < i < c.index for i in groups)]
        return [*inner, *(c for c in columns if c not in inner)]

    def _opens_all_with_bullets(self, rows: Sequence[Row]) -> bool:
        """Whether nearly all tasks open with a mark that counts nothing; that of a few is told by a legend."""
        labels = [row.cells[self._main][0].label for row in rows if self._main in row.cells]
        bullets = sum(1 for label in labels if label is not None and label.style == "bullet")
        return bullets > 1 and bullets >= _COUNTED * len(labels)

    def column_of(self, row: Row) -> int | None:
        """The column that numbers the row; a further one (任务编号 beside 计划编号) is a field."""
        for column in self._columns:
            if column.index in row.cells:
                return column.index
        return None

    def read(self, row: Row, content: Piece, texts: dict[TextRole, Piece]) -> tuple[str | None, Piece]:
        """The row's number, and the content without it; a number in front of another of ``texts`` is taken from there."""
        own = self.column_of(row)
        printed = row.cells[own][0] if own is not None else None
        cells = row.cells.get(self._main)
        label = cells[0].label if cells else None
        if label is None and self._beside is not None and self._beside in row.cells:
            return self._taken_beside(row, self._beside, texts), content
        if label is not None and self._bulleted and label.style == "bullet" and content.text[0] not in content.text[1:]:
            return printed_number(printed), _without(label, content)
        if not cells or label is None or label.value is None or _opens_points(label, cells, content.text):
            return (printed_number(printed), content)
        if self.groups is not None or self._items:
            return label.printed, _without(label, content)
        if printed is not None and label.style == "arabic" and (printed.number != label.value or self._points):
            digits = printed.text.rstrip("、.")
            if digits.isdigit():
                return digits, content
        if printed is not None and label.style not in ("arabic", "han_bracket"):
            return printed_number(printed), content
        return label.printed, _without(label, content)

    def _number_of_groups(self, rows: Sequence[Row]) -> Column | None:
        """The number column when it counts the groups: it is filled where a group begins, and not elsewhere."""
        groups = [i for i, role in self._roles.items() if role == "heading"]
        if self._column is None or not groups:
            return None
        numbered = [self._column.index in row.cells for row in rows]
        opened = [any(i in row.cells for i in groups) for row in rows]
        agree = sum(a == b for a, b in zip(numbered, opened, strict=True))
        return self._column if not all(numbered) and agree >= 0.9 * len(rows) else None

    def _begins_points(self, rows: Sequence[Row]) -> bool:
        """True when cells of the content begin with 1 in rows of other numbers: what they number are their own points."""
        number = self._column.index if self._column is not None else -1
        both = [row for row in rows if number in row.cells and self._main in row.cells]
        firsts = [(row.cells[number][0].number, row.cells[self._main][0].label) for row in both]
        return any(n not in (None, 1) and label is not None and label.value == 1 for n, label in firsts)

    def _counts_items(self, rows: Sequence[Row]) -> bool:
        """True when labels of the content go on in rows that have no number of their own: the numbers count groups."""
        number = self._column.index if self._column is not None else -1
        labels = [row.cells[self._main][0].label if self._main in row.cells else None for row in rows]
        below = zip(labels, labels[1:], rows[1:], strict=False)
        steps = [b.follows(a) for a, b, row in below if number not in row.cells and a is not None and b is not None]
        return len(steps) > 1 and all(steps)

    def _numbered_beside(self, rows: Sequence[Row]) -> int | None:
        """The column of a name or requirement whose cells count the rows, where the tasks carry no label."""
        if any(self._main in row.cells and row.cells[self._main][0].label is not None for row in rows):
            return None
        return next(
            (i for i, role in self._roles.items() if role in ("title", "requirement") and _counts(rows, i)), None
        )

    def _taken_beside(self, row: Row, column: int, texts: dict[TextRole, Piece]) -> str | None:
        label, role = row.cells[column][0].label, self._roles[column]
        if label is None or label.style not in _COUNTING or role not in texts:
            return None
        texts[role] = _without(label, texts[role])
        return label.printed


def _without(label: Label, content: Piece) -> Piece:
    return content.part(label.end, len(content.text)) if label.end < len(content.text) else content


def _opens_points(label: Label, cells: Sequence[Cell], text: str) -> bool:
    """Whether the label is the first of several in the ``text``, behind a sentence of it or on one of its lines."""
    if len(cells) > 1 and any(cell.label is not None and cell.label.follows(label) for cell in cells[1:]):
        return True
    may_have = "2" in text or "二" in text or "②" in text
    return may_have and _SECOND_POINT.search(text, label.end) is not None


def printed_number(cell: Cell | None) -> str | None:
    """The number as it stands in its own cell, without trailing punctuation."""
    return cell.text.rstrip("、.．") if cell is not None else None


def _counts(rows: Sequence[Row], column: int) -> bool:
    """True where most cells of the column carry numbers that count up by one."""
    labels = [row.cells[column][0].label for row in rows if column in row.cells]
    values = [label.value for label in labels if label is not None and label.style in _COUNTING and label.value]
    steps = sum(1 for a, b in itertools.pairwise(values) if b == a + 1)
    return len(values) > 1 and len(values) >= _COUNTED * len(rows) and steps >= _COUNTED * (len(values) - 1)
