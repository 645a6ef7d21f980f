"""Tables in the marks of wikis and text markup become rows with pipes, one a line, like those of pages with tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .mapped import Edit
from .spans import PIPE, Span, empty_places


class MarkedCell(NamedTuple):
    """The text of a cell, ``start`` to ``end``, and the rows and columns that it takes."""

    start: int
    end: int
    span: Span = Span()


def in_place(start: int, end: int, new: str) -> tuple[Edit, Edit]:
    """``new`` instead of marks, which count as the end of what stands before them."""
    return (start, end, ""), (end, end, new)


def table_edits(
    text: str, begin: int, end: int, rows: Sequence[Sequence[MarkedCell]], under_title: bool = False
) -> Iterator[Edit]:
    """The edits that leave of ``text[begin:end]`` the cells of ``rows``: pipes between them, a row a line.

    ``under_title`` tells that a title stands on the line before ``begin``.
    """
    at, ended = begin, ""
    for row, gaps in zip(rows, empty_places([[cell.span for cell in row] for row in rows]), strict=True):
        between = f"{ended}\n" if ended or under_title else ""
        under_title = False
        for cell, places in zip(row, gaps.before, strict=True):
            yield from in_place(at, cell.start, between + places)
            yield from _in_one_line(text, cell)
            at, between = cell.end, PIPE
        ended = PIPE + gaps.behind
    yield from in_place(at, end, ended)


def _in_one_line(text: str, cell: MarkedCell) -> Iterator[Edit]:
    """Blanks for the line ends inside a cell."""
    at = text.find("\n", cell.start, cell.end)
    while at >= 0:
        yield at, at + 1, " "
        at = text.find("\n", at + 1, cell.end)
