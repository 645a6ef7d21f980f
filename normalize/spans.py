"""Cells that span rows or columns: where the rows of a marked-up table have no cell because another reaches there."""

from __future__ import annotations

from collections.abc import Sequence

from .named_tuples import NamedTuple

#: Stands in the place of a cell that the one above it reaches over (the sign of repetition, which no notice prints alone).
MERGED = "\u303b"
PIPE = " | "
#: A page that asks for more spans nothing that a row could hold.
_MOST = 1000


class Span(NamedTuple):
    """How many rows and columns a cell takes."""

    rows: int = 1
    columns: int = 1


class Gaps(NamedTuple):
    """What stands in the empty places of a row, as text: in front of each of its cells, and behind them all."""

    before: list[str]
    behind: str


def number_of(printed: str | None) -> int:
    """The number of rows or columns that an attribute gives; 1 for none or nonsense."""
    return int(printed) if printed and printed.isdecimal() and 1 <= int(printed) <= _MOST else 1


def empty_places(rows: Sequence[Sequence[Span]]) -> list[Gaps]:
    """For each row of a table its places below cells that reach down, and beside those that take several columns.

    Merged heads and cells over the whole width leave none. Where a row holds more than the table has columns, what the
    marks say is wrong: it has none.

    >>> [gaps.before for gaps in empty_places([[Span(), Span()], [Span(rows=2), Span()], [Span()]])][2] == [MERGED + PIPE]
    True
    """
    width = sum(span.columns for span in rows[0]) if rows else 0
    above = [0] * width  # how many more rows the cell above reaches down
    found: list[Gaps] = []
    heads = True
    for row in rows:
        gaps, taken = _place(row, above, "" if heads else MERGED)
        above = [max(0, count - 1) for count in taken]
        heads = heads and (any(above) or len(row) == 1)
        found.append(gaps)
    return found


def _place(row: Sequence[Span], above: Sequence[int], mark: str) -> tuple[Gaps, list[int]]:
    """The empty places of a row, and how far the cells in each column reach down from it."""
    width, free = len(above), [column for column, count in enumerate(above) if not count]
    taken = list(above)
    before: list[str] = []
    column = beside = 0
    for span in row:
        begin = next((place for place in free if place >= column), width)
        if begin + span.columns > width or any(above[begin : begin + span.columns]):
            return Gaps([""] * len(row), ""), [0] * width
        before.append(PIPE * beside + (mark + PIPE) * (begin - column))
        taken[begin : begin + span.columns] = [span.rows] * span.columns
        beside = span.columns - 1 if mark and len(row) > 1 else 0
        column = begin + span.columns
    return Gaps(before, PIPE * beside + (mark + PIPE) * sum(1 for count in above[column:] if count)), taken
