"""Cells that hold several paragraphs, in a table that prints a cell a line: what they say goes on on the next lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...fields.heads import TEXT_KINDS, Head
from ...text.labels import Label
from .cells import Cell, join_cells


def joined_lists(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells``, points that go on behind a semicolon (1.…； | 2.…) joined, in a table whose rows end in a text.

    There nothing else stands between two points of one cell.
    """
    if heads[-1].kind not in TEXT_KINDS or not any(cell.label and cell.text[-1] == "；" for cell in cells):
        return cells
    joined: list[Cell] = []
    last: Label | None = None
    for cell in cells:
        if joined and joined[-1].text[-1] == "；" and _is_next(last, cell.label):
            joined[-1] = join_cells(text, [joined[-1], cell])
        else:
            joined.append(cell)
        last = cell.label
    return joined


def joined_reports(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells``, the lines of the last cell of each row joined, in a table of a number, a name and what is said of it.

    The numbers count up from the first cell; points open the last cell, or a sentence does.
    """
    kinds = [head.kind for head in heads]
    if len(kinds) != 3 or kinds[0] != "number" or kinds[1] not in TEXT_KINDS or not cells:
        return cells
    if kinds[2] not in TEXT_KINDS | {"other"} or cells[0].number != 1:
        return cells
    joined: list[Cell] = []
    for row in _numbered(cells):
        said = row[2:]
        if len(said) > 1 and (said[0].label is not None or said[0].closed):
            joined += [*row[:2], join_cells(text, said)]
        else:
            joined += row
    return joined


def _numbered(cells: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
    """The cells from each number to the one that counts on."""
    starts: list[int] = []
    for at, cell in enumerate(cells):
        if cell.number == len(starts) + 1:
            starts.append(at)
    return (cells[start:end] for start, end in pairwise([*starts, len(cells)]))


def _is_next(label: Label | None, behind: Label | None) -> bool:
    """True for two labels of one style that follow one another."""
    if label is None or behind is None or label.style != behind.style or label.value is None:
        return False
    return behind.value == label.value + 1
