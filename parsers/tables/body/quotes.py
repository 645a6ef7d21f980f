"""Rows copied from a spreadsheet: a cell of several lines stands in quotation marks, its own marks are doubled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ...text.piece import Range
from .lines import Printed, Split, put_together, with_cells

#: A cell in quotation marks, up to the next tab or the end; doubled marks belong to it.
_CELL = lazy_pattern(r'[^\S\t]*"((?:[^"]|"")*)"[^\S\t]*(?=\t|\Z)|[^\t]*')
_OPENING = lazy_pattern(r'(?:^|\t)[^\S\t]*"')
#: No cell that was met holds more lines; a lone mark must not swallow the page.
_MOST_LINES = 40


def with_quoted(splits: tuple[Split, ...]) -> tuple[Split, ...]:
    """``splits``, the rows between tabs with a quoted cell put together on their first line, without the marks."""
    begun = [at for at, split in enumerate(splits) if '"' in split.line.text and _begins(split)]
    return put_together(splits, _rows(splits, begun))


def _rows(splits: Sequence[Split], begun: Sequence[int]) -> Iterator[Split]:
    """The rows that begin at some of the places ``begun``."""
    below = 0
    for at in begun:
        if at >= below and (size := _row_size(splits, at)):
            below = at + size
            yield _row(splits[at:below])


def _begins(split: Split) -> bool:
    """True for a line with a mark at the beginning of a cell."""
    return not split.pipes and _OPENING.search(split.line.text) is not None


def _row_size(splits: Sequence[Split], at: int) -> int:
    """How many lines the row that begins at ``at`` takes: up to the one that closes its marks; 0 when none does, or no
    tab stands in it.
    """
    marks, parted = 0, False
    for count, split in enumerate(splits[at : at + _MOST_LINES], 1):
        marks += split.line.text.count('"')
        parted = parted or "\t" in split.line.text
        if marks % 2 == 0:
            return count if parted else 0
    return 0


def _row(splits: Sequence[Split]) -> Split:
    """The row that stands on the lines of ``splits``."""
    lines = [split.line for split in splits]
    text = "\n".join(line.text for line in lines)
    cells: list[Printed] = []
    at = 0
    while at <= len(text):
        match = _CELL.match(text, at)
        if match is None:
            break
        inner = match.span(1) if match[1] is not None else match.span()
        cells.append(tuple(_ranges(splits, text, *inner)))
        at = match.end() + 1
    return with_cells(splits[0], tuple(cells), lines[-1].index)


def _ranges(splits: Sequence[Split], text: str, start: int, end: int) -> Iterator[Range]:
    """The document ranges of ``text[start:end]``: one a line, a doubled mark once."""
    begin = 0
    for split in splits:
        low, high = max(start, begin), min(end, begin + len(split.line.text))
        for run in _runs(text, low, high):
            offset = split.line.start - begin
            yield run[0] + offset, run[1] + offset
        begin += len(split.line.text) + 1


def _runs(text: str, low: int, high: int) -> Iterator[Range]:
    """The stripped stretches between doubled marks; each mark stays with the stretch before it."""
    at = low
    while at < high:
        double = text.find('""', at, high)
        end = high if double < 0 else double + 1
        body = text[at:end].strip()
        if body:
            start = text.index(body, at, end)
            yield start, start + len(body)
        at = end if double < 0 else end + 1
