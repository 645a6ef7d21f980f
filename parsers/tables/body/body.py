"""The body of a table: the lines from its column heads to its last row, cut into cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, dropwhile, pairwise, takewhile
from operator import attrgetter
from typing import TypeVar

from ....normalize.named_tuples import NamedTuple
from ...fields.values import is_share
from ...frame import is_organ, kind_of
from ...units import unit_likeness
from ..grid.cells import Cell, make_cell
from ..grid.even_rows import are_even
from ..grid.figures import mark_measures
from ..grid.shape import columns_of
from ..heads.head_row import BLANKS, ROWS, STREAM, HeadRow
from ..wraps.cells import broken_cells, lone_cells
from ..wraps.parted import parted_cells
from .end import within
from .lines import Split, is_rule
from .marked_lines import pipe_lines, row_lines
from .other_tables import before_other_heads, opens_other_table
from .over_heads import over_heads, over_rows
from .printed_rows import PrintedRow, heading_cell, printed_rows
from .rows_apart import cells_of_rows, mark_rows, rows_apart
from .side_by_side import side_by_side
from .stream import label_by_place, stream_cells
from .titles import is_counted, is_next_title

_T = TypeVar("_T")
#: A cell this long is running text.
_SHORTEST_TEXT = 8
#: A cell this much like a unit or a time is no heading.
_LIKE = 0.3
#: Who signs is so long, and so much like a unit.
_SHORTEST_ORGAN, _SURELY = 4, 0.8
#: What the name of a unit begins with in a cell, where its place is known.
_LEVELS = "省市县区州盟旗乡镇各"
_SIGNED = 2  # lines of a signature


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

    kept = _without_signature(text, head, _without_title_below(before_other_heads(lines, head.heads)))
    above = _headings_between(text, splits, kept, repeats)
    over = over_rows(kept, len(head.heads)) if not above else frozenset[int]()
    above = above or [heading_cell(text, split) for split in kept if split.line.index in over]
    if above:
        taken = {cell.line for cell in above}
        kept = [split for split in kept if split.line.index not in taken]
    placed = positioned_rows(text, head, kept)
    if placed is None:
        kept = without_prose(text, kept)
        narrow = narrow_rows(text, head.heads, kept)
        if narrow is not None:
            return _Read(_up_to(kept, narrow), tuple(narrow))
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
    kept = _without_signature(text, head, _without_tail(lines))
    alone = lone_cells(text, kept) if not piped else None
    mark_measures(alone or (), head.heads)
    if alone is not None and are_even(alone, columns_of(head.heads)):
        return _Read(kept, (), tuple(alone))
    if alone is not None:
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
            if split.line.text and not is_rule(split.line.text):
                yield split
        at = repeat.last + 1 if repeat is not None else stop


def _is_foreign(split: Split, piped: bool) -> bool:
    return not piped and split.opened and split.closed and len(split.filled) > 1 and not is_rule(split.line.text)


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


def _without_signature(text: str, head: HeadRow, lines: list[Split]) -> list[Split]:
    """The lines without a signature and date at their end: the organ is named above the table, in title or letter, or it
    is no cell of it; nor is a day where no column behind those of units asks for times.
    """
    if len(lines) <= _SIGNED or kind_of(lines[-1].line.text, _squeezed(lines[-1])) != "date":
        return lines
    organ = _squeezed(lines[-2])
    above = "".join(text[: head.ranges[0][0]].split())
    behind = list(dropwhile(lambda column: column.kind != "unit", head.heads)) or head.heads
    timeless = not any(column.kind == "deadline" or column.tells_times for column in behind)
    whole = head.way != STREAM or head.heads[-1].kind == "unit" or is_share(_squeezed(lines[-3]))
    signs = timeless and whole and _signs(organ, head, _squeezed(lines[-3]))
    if len(organ) >= _SHORTEST_ORGAN and (organ in above or signs or _stands_alone(text, organ, head, lines)):
        return lines[:-2]
    return lines[:-1] if timeless and whole else lines


def _stands_alone(text: str, organ: str, head: HeadRow, lines: Sequence[Split]) -> bool:
    """Whether an organ by its full name, and a day in full, are the only ones of a table: its cells are written otherwise.

    The row above them has its units, or its time, already and lacks none right in front of its time, or they stand farther
    below it, or nearer together, than cells do.
    """
    if organ[0] in _LEVELS or not is_organ(organ) or unit_likeness(organ) < _SURELY:
        return False
    behind = sum(1 for _ in takewhile(lambda column: column.kind != "unit", reversed(head.heads)))
    cells = (make_cell(text, split.filled[-1], 0) for split in lines[-3 - behind : -2] if split.filled)
    answered = any(max(cell.unit, cell.deadline) >= _LIKE for cell in cells) and not _goes_on(text, head, lines[:-2])
    places = [split.line.index for split in lines[-6:]]
    *inner, before, between = (below - above for above, below in pairwise(places))
    apart = len(set(inner)) == 1 and (before > inner[0] or between < inner[0])
    return (answered or apart) and not any(
        organ in cell or kind_of(cell, cell) == "date" for cell in map(_squeezed, lines[:-2])
    )


def _goes_on(text: str, head: HeadRow, lines: Sequence[Split]) -> bool:
    """Whether a unit and a day may be the last cells of the row at the end of ``lines``: heads end so, and it lacks one."""
    if head.heads[-1].kind != "deadline":
        return False
    asked = sum(1 for _ in takewhile(lambda column: column.kind == "unit", reversed(head.heads[:-1])))
    cells = [make_cell(text, split.filled[-1], 0) for split in lines[-1 - asked :] if split.filled]
    named = sum(1 for _ in takewhile(lambda cell: cell.unit >= _LIKE, reversed(cells)))
    return named < asked and max(cells[-1].unit, 1 - cells[-1].deadline) > 1 - _LIKE


def _signs(organ: str, head: HeadRow, above: str) -> bool:
    """Whether an organ by its full name is no cell: the row above it ends with who or how far, or stands on a line.

    县住建局 | 2031年6月30日 may well be the last cell and the day of the page.
    """
    ended = head.way != STREAM or unit_likeness(above) >= _SURELY or is_share(above)
    return ended and organ[0] not in _LEVELS and unit_likeness(organ) >= _SURELY


def _squeezed(split: Split) -> str:
    """The line's text without white space."""
    return "".join(split.line.text.split())
