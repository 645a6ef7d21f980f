"""Tables of one record after another, each with its heads beside or above its values: a row a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ....normalize.named_tuples import NamedTuple
from ...fields.heads import Head
from ...text.piece import Range
from ..body.lines import Printed, Split
from ..heads.head_row import ROWS, HeadRow
from .cells import make_cell
from .shape import Row


class FoundTable(NamedTuple):
    """A table with a column for each of its heads, down to line ``last``."""

    head: HeadRow
    last: int
    rows: list[Row]
    piped: bool = False


class Entry(NamedTuple):
    """A head as printed, and the lines of its value, each with its index."""

    head: Head
    key: Printed
    values: Sequence[tuple[Printed, int]]


def heads_beside(first: int, keys: Iterable[Printed], heads: Iterable[Head]) -> HeadRow:
    """The heads of a table that begins on line ``first`` and prints them beside or above its cells."""
    ranges: tuple[Range, ...] = tuple(r for key in keys for r in key)
    return HeadRow(first, first - 1, ROWS, ranges, tuple(heads))


def record_table(text: str, parts: Sequence[Entry | Split], first: int, last: int, piped: bool = False) -> FoundTable:
    """The table of records on lines ``first`` to ``last``, and the titles between them.

    A title or a head that is printed again begins the next record.
    """
    entries = [part for part in parts if isinstance(part, Entry)]
    heads = {entry.head.text: entry.head for entry in entries}
    places = {name: i for i, name in enumerate(heads)}
    rows: list[Row] = []
    seen: set[str] = set()
    for part in parts:
        if isinstance(part, Split):
            rows.append(Row(heading=make_cell(text, part.filled[0], part.line.index)))
            continue
        if not rows or rows[-1].heading is not None or part.head.text in seen:
            rows.append(Row())
            seen = set[str]()
        seen.add(part.head.text)
        if part.values:
            rows[-1].cells[places[part.head.text]] = [make_cell(text, *value) for value in part.values]
    return FoundTable(heads_beside(first, (entry.key for entry in entries), heads.values()), last, rows, piped)
