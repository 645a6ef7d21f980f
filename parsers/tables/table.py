"""Tables: column heads, body and grid put together."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from ...normalize.doubt import Doubt
from ...normalize.slotted import dataclass, field
from ..fields.heads import Head
from ..fields.yearly_heads import with_years
from .body.body import Body, read_body
from .body.lines import Split, blank_split, is_rule
from .body.notes import inner_notes, note_lines
from .body.prose_below import cut_prose_below, is_about_table
from .body.stream import stream_cells
from .body.titles import title_above
from .free_parts import free_parts
from .grid.answered_rows import find_answered_rows
from .grid.answers import swap_answers, with_answer_lines
from .grid.cells import Cell
from .grid.columns import (
    columns_for_rows,
    corrected,
    without_classes,
    without_measures,
)
from .grid.cut_rows import mark_cut_row
from .grid.field_rows import find_field_rows
from .grid.figures import mark_scores
from .grid.first_rows import mark_first_rows
from .grid.grid import align, align_rows
from .grid.heading_cells import mark_headings, mark_lone_rows
from .grid.joined_lines import joined_lines, with_cited_points
from .grid.key_lines import find_key_line_tables
from .grid.key_tables import find_key_tables
from .grid.lessened import lessen_objects, lessen_topics
from .grid.listed_rows import with_listed_rows
from .grid.lone_texts import place_lone_tasks, place_lone_texts, place_outer_groups
from .grid.marked_rows import forget_marks, marked_rows
from .grid.record_tables import FoundTable
from .grid.role_cells import joined_in_rows, joined_in_stream
from .grid.sentences import with_own_rows
from .grid.shape import Column, Row, columns_of
from .grid.stream_columns import columns_for_stream, mark_whole_rows
from .grid.time_cells import times_in_rows, times_in_stream
from .grid.turned import find_turned_tables
from .heads.divided import divided_heads
from .heads.finding import find_head_rows
from .heads.head_row import BLANKS, ROWS, HeadRow
from .heads.left_over import with_whole_heads
from .heads.lone_heads import lone_heads
from .heads.progress import with_progress
from .heads.second_row import with_lower_heads

#: A lone cell longer than this that ends like a sentence is prose under the table.
_PROSE = 30
_MAY_GO_ON = "the next line may be the rest of this cell, which fills the width of its column"
_BY_LINES = "the page lost its columns: only what the cells say tells which this one belongs to"


@dataclass(slots=True, eq=False, repr=False)
class Table:
    """A table of the notice: its heads, columns and rows; lines ``first`` to ``last`` of the document."""

    head: HeadRow
    repeats: tuple[HeadRow, ...]
    first: int
    last: int
    piped: bool
    columns: list[Column]
    rows: list[Row]
    doubts: list[Doubt] = field(default_factory=list[Doubt])
    #: Lines of the notes between its rows and right under the last one.
    notes: tuple[int, ...] = ()


def find_tables(text: str, splits: Sequence[Split], ends: Sequence[int] = ()) -> list[Table]:
    """All tables of tasks in the document, in order; none goes on past one of the lines ``ends``."""
    tables: list[Table] = []
    lone = lone_heads(text, splits)
    for find in (find_key_line_tables, find_field_rows, partial(find_turned_tables, lone=lone)):
        tables += map(_as_found, find(text, _without(splits, tables)))
    splits = _without(splits, tables)
    for heads, stop in _runs(find_head_rows(text, splits, lone), splits, ends):
        while heads:
            head = with_progress(text, heads.popleft(), splits, stop)
            body = read_body(text, splits, head, heads, stop)
            tables.append(_table(text, splits, head, body))
            for _ in body.repeats:
                heads.popleft()
    taken = [(table.first, table.last) for table in tables]
    tables += map(_as_found, find_key_tables(text, splits, taken))
    for first, stop in free_parts([split.line for split in splits], _lines(tables)):
        from .grid.headless import find_headless  # parts without column heads

        for head, last, columns, printed in find_headless(text, splits[first:stop]):
            tables.append(Table(head, (), head.first, last, True, columns, align_rows(printed, columns)))
    tables += map(_as_found, find_answered_rows(text, _without(splits, tables)))
    filled = next((split.line.index for split in reversed(splits) if split.filled), 0)
    for table in tables:
        lines = splits[table.head.last + 1 : table.last + 1]
        table.rows = [row for row in table.rows if row.cells or row.heading]  # none of a form to fill in
        mark_cut_row(table.rows, table.columns, lines, table.last >= filled)
        below = note_lines(splits, table.last + 1)
        table.notes = (*table.notes, *inner_notes(text, lines, table.rows), *below)
        table.last = max((table.last, *below))
        while table.first and is_rule(splits[table.first - 1].line.text):
            table.first -= 1
    return sorted(tables, key=lambda table: table.first)


def _as_found(table: FoundTable) -> Table:
    head, last, rows, piped = table
    return Table(head, (), head.first, last, piped, columns_of(head.heads), rows)


def _without(splits: Sequence[Split], tables: Sequence[Table]) -> Sequence[Split]:
    """The lines, those of ``tables`` left empty."""
    if not tables:
        return splits
    taken = _lines(tables)
    return [blank_split(split.line) if split.line.text and split.line.index in taken else split for split in splits]


def _lines(tables: Sequence[Table]) -> set[int]:
    return {index for table in tables for index in range(table.first, table.last + 1)}


def _runs(
    heads: Sequence[HeadRow], splits: Sequence[Split], ends: Sequence[int]
) -> Iterator[tuple[deque[HeadRow], int]]:
    """Heads that may repeat one another after page breaks, and the line at which other heads, a title or one of ``ends`` ends them."""
    run: deque[HeadRow] = deque()
    for head in heads:
        end = _end_between(ends, run[-1].first, head.first) if run else None
        if end is not None:
            yield run, end
            run = deque()
        title = title_above(splits, head.first) if run else None
        if run and (head.heads != run[-1].heads or title is not None):
            alone = title is not None and title > run[-1].last and len(splits[title].filled) == 1
            yield run, title if alone and title is not None else head.first
            run = deque()
        run.append(head)
    if run:
        yield run, _end_between(ends, run[-1].first, len(splits)) or len(splits)


def _end_between(ends: Sequence[int], above: int, below: int) -> int | None:
    """The first of ``ends`` between two lines."""
    at = bisect_right(ends, above)
    return ends[at] if at < len(ends) and ends[at] < below else None


def _table(text: str, splits: Sequence[Split], head: HeadRow, body: Body) -> Table:
    head = head._replace(heads=tuple(with_years(without_classes(head.heads))))
    piped = any(splits[i].pipes for i in range(head.first, head.last + 1))
    last = max(head.last, body.last)
    if head.way == ROWS or body.rows:
        from .body.row_rests import with_rests  # tables of rows

        heads, printed = with_lower_heads(without_measures(head.heads), body.rows)
        for row in body.rows[: len(body.rows) - len(printed)]:
            head = _with_ranges(head, row)
        printed = with_rests(text, heads, printed)
        heads, printed = joined_in_rows(text, heads, printed)
        heads, printed = times_in_rows(text, heads, printed)
        lessen_objects([cell for row in printed for cell in row if cell is not None], heads)
        columns = columns_for_rows(heads, printed)
        mark_lone_rows(printed)
        mark_scores(printed, heads)
        rows = align_rows(printed, columns)
        place_outer_groups(rows, columns)
        swap_answers(rows, columns)
        place_lone_tasks(rows, columns)
        rows, prose = _without_prose(with_listed_rows(text, with_answer_lines(rows, columns), columns))
        unsure = _unsure((cell for row in printed for cell in row if cell is not None), _BY_LINES)
        return Table(head, body.repeats, head.first, last, piped, corrected(columns, rows), rows, unsure, prose)
    heads = _heads_of_stream(text, splits, head, body.stream)
    heads, stream = times_in_stream(text, *joined_in_stream(text, heads, body.stream))
    stream = with_cited_points(text, heads, stream)
    kept = cut_prose_below(stream, heads)
    prose = [cell.line for cell in stream[len(kept) :]]
    stream = kept if piped else joined_lines(text, heads, kept)
    columns, rows = _grid(heads, stream, piped)
    place_outer_groups(rows, columns)
    swap_answers(rows, columns)
    place_lone_texts(rows, columns)
    place_lone_tasks(rows, columns)
    rows, strays = _without_strays(with_listed_rows(text, rows, columns))
    prose = [*strays, *prose]
    last = prose[0] - 1 if prose and not piped else last
    unsure = _unsure(stream, _MAY_GO_ON)
    return Table(
        head,
        body.repeats,
        head.first,
        last,
        piped,
        corrected(columns, rows),
        rows,
        unsure,
        tuple(prose) if piped else (),
    )


def _unsure(cells: Iterable[Cell], why: str) -> list[Doubt]:
    return [Doubt("layout-uncertain", cell.start, cell.end, why) for cell in cells if cell.unsure]


def _grid(heads: Sequence[Head], cells: Sequence[Cell], piped: bool) -> tuple[list[Column], list[Row]]:
    """Columns and rows of a table that prints its cells one after another."""
    lessen_objects(cells, heads)
    lessen_topics(cells, heads)
    printed = marked_rows(cells, heads) if piped else []
    if printed:
        columns = columns_for_rows(heads, printed)
        mark_lone_rows(printed)
        return columns, align_rows(printed, columns)
    columns = columns_for_stream(heads, cells)
    forget_marks(cells, len(columns))
    mark_whole_rows(cells, columns)
    mark_first_rows(cells, columns)
    mark_headings(cells, columns)
    rows = align(cells, columns)
    whole = with_whole_heads(heads, columns, rows)
    return _grid(whole, cells, piped) if whole is not None else (columns, with_own_rows(rows, columns))


def _heads_of_stream(text: str, splits: Sequence[Split], head: HeadRow, cells: Sequence[Cell]) -> Sequence[Head]:
    """The heads over ``cells``, where a second row of them may divide some."""
    heads = without_measures(head.heads)
    if head.way == BLANKS:
        return divided_heads(heads, cells)
    lines = splits[head.first : head.last + 1]
    printed = stream_cells(text, lines, piped=True) if any(split.pipes for split in lines) else []
    gaps = [cell.gap or 0 for cell in printed] if len(printed) == len(heads) else []
    return divided_heads(heads, cells, gaps)


def _with_ranges(head: HeadRow, second: Sequence[Cell | None]) -> HeadRow:
    """The head row with the places of a second row of heads below it."""
    more = tuple(r for cell in second if cell is not None for r in cell.ranges)
    return head._replace(ranges=(*head.ranges, *more))


def _without_prose(rows: list[Row]) -> tuple[list[Row], tuple[int, ...]]:
    """The rows without those at the end that say something of the whole table, and the lines of those."""
    whole = next((at for at in range(len(rows), 0, -1) if not (_is_stray(rows[at - 1]) and _closes(rows[at - 1]))), 0)
    return rows[:whole], tuple(row.all_cells()[0].line for row in rows[whole:])


def _closes(row: Row) -> bool:
    return is_about_table(row.all_cells()[0])


def _without_strays(rows: list[Row]) -> tuple[list[Row], list[int]]:
    """The rows without lone texts behind the last whole one, what is printed under the table, and the lines of those."""
    body = [row for row in rows if row.heading is None]
    strays: list[int] = []
    if len(body) < 4 or not _is_stray(rows[-1]):
        return rows, strays
    numbered = sum(1 for row in body if _is_numbered(row)) >= 0.8 * len(body)
    several = sum(1 for row in body if _size(row) > 1) >= 0.9 * (len(body) - 1)
    while rows and _is_stray(rows[-1]):
        cell = rows[-1].all_cells()[0]
        prose = several and cell.closed and len(cell.text) > _PROSE
        if not (numbered or prose) or rows[-1].heading is not None:
            break
        strays.insert(0, cell.line)
        rows = rows[:-1]
    return rows, strays


def _is_stray(row: Row) -> bool:
    return _size(row) == 1 and not _is_numbered(row) and not row.placed


def _size(row: Row) -> int:
    return len(row.all_cells())


def _is_numbered(row: Row) -> bool:
    return any(cell.number is not None or cell.label is not None for cell in row.all_cells())
