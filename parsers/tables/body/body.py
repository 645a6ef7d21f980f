"""The body of a table: the lines from its column heads to its last row, cut into cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise, takewhile
from operator import attrgetter
from typing import TypeVar

from ....normalize.named_tuples import NamedTuple
from ..grid.cells import Cell
from ..grid.even_rows import are_even
from ..grid.figures import mark_measures
from ..grid.shape import columns_of
from ..heads.head_row import BLANKS, ROWS, HeadRow
from ..wraps.cells import broken_cells, lone_cells
from ..wraps.parted import parted_cells
from .empty_lines import rows_with_empty_lines
from .end import within
from .lines import Split, is_rule
from .marked_lines import pipe_lines, row_lines
from .other_tables import before_other_heads, opens_other_table
from .over_heads import over_heads, over_rows
from .printed_rows import PrintedRow, heading_cell, printed_rows
from .rows_apart import cells_of_rows, mark_rows, rows_apart
from .side_by_side import side_by_side
from .signed import without_signature
from .stream import label_by_place, stream_cells
from .titles import is_counted, is_next_title

_T = TypeVar("_T")
#: A cell this long is running text.
_SHORTEST_TEXT = 8
#: A cell this much like a unit or a time is no heading.
_LIKE = 0.3


class Body(NamedTuple):
    """A table's body: lines ``first`` to ``last``; rows of cells where the layout shows rows, else one sequence."""

    first: int
    last: int
    rows: tuple[PrintedRow, ...]
    stream: tuple[Cell, ...]
    repeats: tuple[HeadRow, ...]


class _Read(NamedTuple):
    """What was read of a body: the lines that belong to it, and its rows or its cells."""

    lines: list[Split]
    rows: tuple[PrintedRow, ...] = ()
    stream: tuple[Cell, ...] = ()


def read_body(text: str, splits: Sequence[Split], head: HeadRow, repeats: Iterable[HeadRow], stop: int) -> Body:
    """The body under ``head``, up to line ``stop`` at most; ``repeats`` are the same heads after page breaks.

    Only as many ``repeats`` are looked at as the body holds, since a page of heads alone has a body for each.
    """
    piped = any(splits[i].pipes for i in range(head.first, head.last + 1))
    lines = _lines_below(splits, head, repeats, stop, piped)
    if head.way == ROWS:
        kept, rows, stream = _read_rows(
            text, splits, list(row_lines(lines, piped, splits[head.last].closed)), head, repeats
        )
    elif head.way == BLANKS:
        kept, rows, stream = _read_between_blanks(text, splits, list(_until_after(lines, rows=True)), head, repeats)
    else:
        kept, rows, stream = _read_stream(
            text, splits, list(pipe_lines(lines) if piped else _until_after(lines)), head, piped, repeats
        )
    last = kept[-1].last_line if kept else head.last
    inside = tuple(takewhile(lambda repeat: repeat.first <= last, repeats))
    label_by_place(text, stream or _texts_of(rows))
    return Body(head.last + 1, last, rows, stream, inside)


def _read_rows(
    text: str, splits: Sequence[Split], lines: list[Split], head: HeadRow, repeats: Iterable[HeadRow]
) -> _Read:
    """A row a line between marks."""
    over = over_heads(splits, repeats, lines[-1].last_line) if lines else frozenset[int]()
    rows = printed_rows(text, lines, splits[head.first].opened, len(head.heads) * head.copies, over)
    return _Read(lines, tuple(side_by_side(rows, head)) if head.copies > 1 else tuple(rows))


def _read_between_blanks(
    text: str, splits: Sequence[Split], lines: list[Split], head: HeadRow, repeats: Iterable[HeadRow]
) -> _Read:
    """A row a line with but blanks between its cells; the cells one after another where no columns are seen."""
    from ..wraps.rows import narrow_rows  # few pages have columns of blanks
    from .blank_cells import blank_cells
    from .merged_lines import rows_with_merged_lines
    from .positions import positioned_rows
    from .prose_below import without_prose
    from .row_rests import wrapped_rows
    from .visual_rows import visual_rows

    kept = without_signature(text, head, _without_title_below(before_other_heads(lines, head.heads)))
    above = _headings_between(text, splits, kept, repeats)
    over = over_rows(kept, head.heads) if not above else frozenset[int]()
    above = above or [heading_cell(text, split) for split in kept if split.line.index in over]
    if above:
        taken = {cell.line for cell in above}
        kept = [split for split in kept if split.line.index not in taken]
    placed = positioned_rows(text, head, kept)
    if placed is None:
        placed = visual_rows(text, head, kept)
    if placed is None:
        kept = without_prose(text, kept)
        narrow = narrow_rows(text, head.heads, kept)
        if narrow is not None:
            rows = _with_headings(tuple(narrow), [(cell,) for cell in above], _line_of)
            return _Read(_up_to(kept, narrow), rows)
        columns = columns_of(head.heads)
        placed = rows_with_merged_lines(text, columns, kept) or wrapped_rows(text, columns, kept)
    kept = kept[: placed[1]] if placed is not None else kept
    if placed is not None and placed[0]:
        return _Read(kept, _with_headings(tuple(placed[0]), [(cell,) for cell in above], _line_of))
    cells = tuple(blank_cells(text, kept, head.heads))
    return _Read(kept, (), _with_headings(cells, above, attrgetter("line")))


def _read_stream(
    text: str, splits: Sequence[Split], lines: list[Split], head: HeadRow, piped: bool, repeats: Iterable[HeadRow]
) -> _Read:
    """A cell a line."""
    kept = without_signature(text, head, _without_tail(lines))
    alone = lone_cells(text, kept) if not piped else None
    mark_measures(alone or (), head.heads)
    if alone is not None and are_even(alone, columns_of(head.heads)):
        return _Read(kept, (), tuple(alone))
    if alone is not None:
        placed = rows_with_empty_lines(splits, head, kept, alone)
        if placed:
            return _Read(kept, tuple(placed))
        rows = rows_apart(splits, head, kept, alone)
        cells = (None if rows else parted_cells(text, kept, alone)) or broken_cells(text, head.heads, kept, alone, rows)
        if rows:
            cells = cells or cells_of_rows(text, rows, alone)
            mark_rows(cells, rows)
        if cells is not None:
            return _Read(_up_to(kept, [tuple(cells)]), (), tuple(cells))
    below = _below_heads(kept, repeats) if piped else frozenset[int]()
    return _Read(kept, (), tuple(stream_cells(text, kept, piped, alone, below)))


def _up_to(lines: list[Split], rows: Sequence[PrintedRow]) -> list[Split]:
    """The lines without those below the last of ``rows``."""
    last = max((cell.end for cell in rows[-1] if cell is not None), default=0)
    return [split for split in lines if split.line.start < last]


def _headings_between(
    text: str, splits: Sequence[Split], lines: Sequence[Split], repeats: Iterable[HeadRow]
) -> list[Cell]:
    """The headings right above heads printed again, of lines of cells between blanks; no rest of a cell on a line of its own."""
    over = over_heads(splits, repeats, lines[-1].last_line) if lines else frozenset[int]()
    told = [
        heading_cell(text, split)
        for above, split in pairwise(lines)
        if split.line.index in over and len(split.line.text.split()) == 1 and splits[above.line.index - 1].filled
    ]
    return [cell for cell in told if max(cell.unit, cell.deadline) < _LIKE]


def _with_headings(items: tuple[_T, ...], headings: Iterable[_T], line_of: Callable[[_T], int]) -> tuple[_T, ...]:
    """The rows or cells, each of the headings that the page prints between them in its place."""
    below = list(accumulate(map(line_of, items), max))
    merged: list[_T] = []
    at = 0
    for heading in headings:
        place = bisect_right(below, line_of(heading))
        if place < len(items):
            merged += (*items[at:place], heading)
            at = place
    return (*merged, *items[at:])


def _line_of(row: PrintedRow) -> int:
    return next((cell.line for cell in row if cell is not None), 0)


def _below_heads(lines: Sequence[Split], repeats: Iterable[HeadRow]) -> frozenset[int]:
    """The first lines below heads that are printed again: a cell above them has ended, with a pipe or without."""
    places = [split.line.index for split in lines]
    inside = takewhile(lambda repeat: places and repeat.last < places[-1], repeats)
    return frozenset(places[bisect_right(places, repeat.last)] for repeat in inside)


def _texts_of(rows: Iterable[PrintedRow]) -> list[Cell]:
    """The cells of running text in rows: a figure in another column counts nothing."""
    return [cell for row in rows for cell in row if cell is not None and len(cell.text) >= _SHORTEST_TEXT]


def _lines_below(
    splits: Sequence[Split], head: HeadRow, repeats: Iterable[HeadRow], stop: int, piped: bool
) -> Iterator[Split]:
    """The lines under the heads that may hold cells: no rules or heads printed again.

    A line whose cells stand between marks is none of a table without them: |分享| |打印|.
    """
    at = head.last + 1
    for repeat in chain(repeats, [None]):
        end = repeat.first if repeat is not None else stop
        for index in range(at, end):
            split = splits[index]
            if split.pipes and (_is_foreign(split, piped) or opens_other_table(splits, split.line.index)):
                return
            if split.line.text and not is_rule(split.line.text) and (split.filled or piped):
                yield split
        at = repeat.last + 1 if repeat is not None else stop


def _is_foreign(split: Split, piped: bool) -> bool:
    return not piped and split.opened and split.closed and bool(split.filled) and not is_rule(split.line.text)


def _until_after(lines: Iterable[Split], rows: bool = False) -> Iterator[Split]:
    return (split for split in within(lines, piped=False, rows=rows) if split.filled)


def _without_tail(lines: list[Split]) -> list[Split]:
    """The lines without the title of a next table that stands at their end; 报送进度表 is a task."""
    while lines and is_next_title(lines[-1].line.text) and not _ends_cell(lines):
        lines.pop()
    return lines


def _ends_cell(lines: Sequence[Split]) -> bool:
    """True when the last line is the rest of a cell: its pipe closes what begins on a line without one."""
    return lines[-1].closed and len(lines) > 1 and not lines[-2].pipes


def _without_title_below(lines: list[Split]) -> list[Split]:
    """The lines of rows joined by blanks without a title that stands a blank line below them, or has a number."""
    if lines and is_counted(lines[-1].line.text):
        return lines[:-1]
    apart = len(lines) > 1 and lines[-1].line.index > lines[-2].line.index + 1
    return _without_tail(lines) if apart and len(lines[-1].line.text.split()) == 1 else lines
