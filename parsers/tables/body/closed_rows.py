"""Rows that a pipe closes, and that the page breaks over lines: up to the pipe all lines are one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...text.labels import bare_number, opens_section, read_label
from ...text.piece import squeezed_text
from .lines import Split

#: Of the rows of a table, so many must be labelled.
_LABELLED = 0.7
#: How a sentence or point ends whose cell may go on.
_GOES_ON = "。；，、："


def open_lines(text: str, lines: Sequence[Split], heads: int) -> frozenset[int]:
    """The lines behind which a row goes on, of a table of so many ``heads`` whose rows a pipe closes."""
    return frozenset(
        _broken_first_cells(text, lines) | _sentences_of_first_cells(text, lines) | _broken_rows(text, lines, heads)
    )


def _broken_rows(text: str, lines: Sequence[Split], heads: int) -> set[int]:
    """The lines from a row's first pipe up to the one that closes it, where the row has no more cells than heads."""
    found: set[int] = set()
    for row in _closed(lines):
        size = sum(len(split.cells) for split in row) - len(row) + 1
        if size <= heads and not any(_opens(text, split) for split in row[1:]):
            found.update(split.line.index for split in row[:-1])
    return found


def _closed(lines: Sequence[Split]) -> Iterator[Sequence[Split]]:
    """The lines from the first pipe behind a closed row to the one that closes the next, where these are several."""
    start = -1
    for at, split in enumerate(lines):
        if start < 0 and split.pipes:
            start = at
        if split.closed:
            if at > start:
                yield lines[start : at + 1]
            start = -1


def _opens(text: str, split: Split) -> bool:
    """Whether a line begins with what stands in front of a row: a number, or the label of a heading."""
    first = squeezed_text(text, split.cells[0]) if split.cells else ""
    return bare_number(first) is not None or opens_section(first)


def _broken_first_cells(text: str, lines: Sequence[Split]) -> set[int]:
    """The lines without pipes that are the beginning of a first cell: what stands below begins nothing.

    Where rows do begin with a number or label, what has none is a rest; and so is the only cell of a row.
    """
    starts = [
        split
        for above, split in zip([None, *lines], lines, strict=False)
        if split.pipes and (above is None or above.closed)
    ]
    labelled = sum(1 for split in starts if begins_row(text, split))
    found: list[int] = []
    for split, below in pairwise(lines):
        if (
            split.pipes
            or not below.pipes
            or not (below.cells and below.cells[0])
            or below.line.index != split.line.index + 1
        ):
            continue
        if not begins_row(text, below) and (
            labelled >= _LABELLED * len(starts) or (below.closed and len(below.filled) == 1)
        ):
            found.append(split.line.index)
    return set(found)


def _sentences_of_first_cells(text: str, lines: Sequence[Split]) -> set[int]:
    """The lines without pipes that are sentences or points of a first cell, whose last one stands on the row's own line.

    A heading does not end like a sentence; a number begins the row itself.
    """
    found: set[int] = set()
    for at in range(len(lines) - 2, -1, -1):
        split, below = lines[at], lines[at + 1]
        if split.pipes or split.line.text[-1] not in _GOES_ON or below.line.index != split.line.index + 1:
            continue
        begins = below.pipes and below.cells and below.cells[0] and not _is_number(text, below)
        if (begins or below.line.index in found) and not opens_section(split.line.text):
            found.add(split.line.index)
    return found


def _is_number(text: str, split: Split) -> bool:
    return bare_number(squeezed_text(text, split.cells[0])) is not None


def begins_row(text: str, split: Split) -> bool:
    """Whether a line begins with a number or a label."""
    first = squeezed_text(text, split.cells[0]) if split.cells else ""
    return bool(first) and (bare_number(first) is not None or read_label(first) is not None)
