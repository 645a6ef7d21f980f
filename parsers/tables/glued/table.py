"""Tables whose cells are glued together without anything between them, as document-sharing sites print them.

Nothing marks a cell, so that every reading is a guess: it is offered as a table of the page with a doubt. What
cannot be cut with confidence stays in the task's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ....normalize.doubt import Doubt
from ....normalize.lazy import lazy_pattern
from ...fields.heads import ANSWERS, TEXT_KINDS, Head, guessed_head
from ...text.document import Line
from ...text.piece import Range
from ...units import unit_likeness
from ..free_parts import free_parts
from ..grid.cells import make_cell
from ..grid.shape import Column, Row
from ..table import Table
from .heads import STOPS, WAY, HeadRun, find_bare_runs, find_head_runs
from .placed import cells_of, columns_under, head_row

if TYPE_CHECKING:
    from .reading import Reading
    from .slots import Found

_FIRST_NUMBER = lazy_pattern(r"\s*1(?!\d)")
_FEWEST_ROWS, _FEWEST_BARE, _FEWEST_HEADS = 2, 3, 3
#: What stands in rows without heads: a sentence, who does it, and perhaps until when.
_BARE_HEADS = (
    (guessed_head("content"), guessed_head("unit")),
    (guessed_head("content"), guessed_head("unit"), guessed_head("deadline")),
)
#: Below this share of rows with a unit, person or deadline cut off the reading is none.
_MOST_OPEN, _UNIT = 0.5, 0.5
_HEADING_ABOVE = lazy_pattern(r"([一二三四五六七八九十]{1,3}、[^。；，、：（）\d\n]{2,24})\s*$")


def find_glued_tables(text: str, lines: Sequence[Line], tables: Sequence[Table]) -> Iterator[Table]:
    """The glued tables of the document outside ``tables``, in order."""
    taken = frozenset(i for table in tables for i in range(table.first, table.last + 1))
    last = -1
    for run in find_head_runs(text, lines, taken):
        table = _table(text, lines, run, run.heads, taken)[0] if run.line > last else None
        if table is not None:
            last = table.last
            taken |= frozenset(range(table.first, last + 1))
            yield table
    taken = frozenset(range(len(lines))).difference(*(range(*part) for part in free_parts(lines, taken)))
    last = -1
    for run in find_bare_runs(text, lines, taken) if len(taken) < len(lines) else ():
        if run.line > last:
            table, last = _bare_table(text, lines, run, taken)
            if table is not None:
                yield table


def _bare_table(text: str, lines: Sequence[Line], run: HeadRun, taken: frozenset[int]) -> tuple[Table | None, int]:
    """The table without heads that begins at ``run``, and the last line that was looked at.

    Only rows that all say who does it right behind their sentence are taken for rows.
    """
    last = run.line
    for heads in _BARE_HEADS:
        table, last = _table(text, lines, run, heads, taken)
        if table is not None and len(table.rows) >= _FEWEST_BARE and all(_is_sure(row) for row in table.rows):
            return table, last
    return None, last


def _is_sure(row: Row) -> bool:
    """Whether a row without heads is a sentence with units behind it."""
    content = row.cells.get(1, [])
    return bool(content) and content[0].closed and bool(row.cells.get(2))


def with_glued(text: str, lines: Sequence[Line], tables: Sequence[Table]) -> tuple[Table, ...]:
    """``tables`` and the glued ones beside them, in document order; those whose body alone is glued are read again."""
    tables = [_read_again(text, lines, table) if _holds_glued(table) else table for table in tables]
    return tuple(sorted([*tables, *find_glued_tables(text, lines, tables)], key=lambda table: table.first))


def _holds_glued(table: Table) -> bool:
    """Whether the rows of a table are one cell each, though its heads ask for more."""
    rows = [row for row in table.rows if row.heading is None]
    single = sum(len(row.cells) == 1 for row in rows)
    return len(table.head.heads) >= _FEWEST_HEADS and not table.piped and bool(rows) and single * 2 > len(rows)


def _read_again(text: str, lines: Sequence[Line], table: Table) -> Table:
    """The table whose heads alone are parted, its body read as glued where that shows rows."""
    head = table.head
    run = HeadRun(head.last, head.ranges[0][0], head.ranges[-1][1], head.heads, head.ranges)
    again = _table(text, lines, run, head.heads, frozenset())[0]
    if again is None or sum(len(row.cells) for row in again.rows) <= sum(len(row.cells) for row in table.rows):
        return table
    again.first, again.head = table.first, head
    return again


def _table(
    text: str, lines: Sequence[Line], run: HeadRun, heads: Sequence[Head], taken: frozenset[int]
) -> tuple[Table | None, int]:
    """The table below ``run`` under ``heads``, None where its rows are none; and the last line of its body."""
    from .doubts import leave_even, row_doubts  # few pages hold a run of heads
    from .reading import read_body, read_rows

    columns = [_as_way(column) for column in columns_under(heads)]
    content = _content(columns)
    numbered = heads[0].kind == "number" or _FIRST_NUMBER.match(text, run.end) is not None
    body = read_body(text, lines, run, taken, numbered)
    if not body.ranges:
        return None, run.line
    reading = read_rows(body, columns, content, numbered)
    leave_even(reading)
    last = next((line for line, end in zip(body.lines, body.ends, strict=True) if end >= reading.end), run.line)
    found = reading.rows
    if not _are_rows(reading, _FEWEST_ROWS if numbered else _FEWEST_BARE):
        return None, last
    if reading.measured:
        content = reading.slots[reading.content].columns[-1]
    rows = _heading_above(text, lines[run.line], run)
    names = _names(reading, columns, content)
    for row, name in zip(found, names, strict=True):
        for lead in (reading.leads[at] for at in row.leads):
            if lead.kind == "heading":
                rows.append(Row(heading=cells_of(text, lines, body, [lead.name])[0]))
        rows.append(_row(text, lines, reading, row, columns, content, name))
    stop = next(end for end in body.ends if end >= reading.end)
    if reading.end < stop:
        rows.append(Row({content.index: cells_of(text, lines, body, [(reading.end, stop)])}))
    if not reading.measured:
        columns[content.index] = content._replace(head=content.head._replace(kind="content"))
    table = Table(head_row(run, heads), (), run.line, last, False, columns, rows)
    if run.heads:
        table.doubts.append(Doubt("layout-uncertain", run.start, run.end, "cells without separators"))
    table.doubts += row_doubts(reading)
    return table, last


def _are_rows(reading: Reading, fewest: int) -> bool:
    """Whether enough rows say who does it, or until when; those that say something else may lie under a merged cell."""
    text = reading.body.piece.text
    kinds: list[set[str]] = []
    for row in reading.rows:
        cells = [(reading.slots[index].kind, text[r[0][0] : r[-1][1]]) for index, r in row.cells.items()]
        kinds.append(
            {kind for kind, cell in cells if kind != "text" and (kind != "unit" or unit_likeness(cell) >= _UNIT)}
        )
    answered = sum(bool(found & ANSWERS) for found in kinds)
    return len(kinds) >= fewest and answered >= _FEWEST_ROWS and sum(map(bool, kinds)) >= _MOST_OPEN * len(kinds)


def _as_way(column: Column) -> Column:
    """How something is checked is no part of what is done."""
    return column._replace(head=column.head._replace(kind="other")) if WAY.fullmatch(column.head.text) else column


def _names(reading: Reading, columns: Sequence[Column], content: Column) -> list[int]:
    """How long the name is that the text of each row opens with; rows without a number of their own have none."""
    from .titles import title_ends

    told = [row.number is not None and reading.content in row.cells and not reading.measured for row in reading.rows]
    texts = [
        reading.body.piece.text[slice(*row.cells[reading.content][0])]
        for row, own in zip(reading.rows, told, strict=True)
        if own
    ]
    ends = iter(title_ends(texts, columns, content))
    return [next(ends) if own else 0 for own in told]


def _heading_above(text: str, line: Line, run: HeadRun) -> list[Row]:
    """The heading that stands right before the heads on their line: 一、交通建设序号任务内容责任单位1…"""
    above = text[line.start : run.start]
    match = _HEADING_ABOVE.search(above) if run.heads else None
    if match is None:
        return []
    return [Row(heading=make_cell(text, [(line.start + match.start(1), line.start + match.end(1))], line.index))]


def _content(columns: Sequence[Column]) -> Column:
    """The column that takes the whole task text: where its rows do not show it, names and contents can't be told apart."""
    first = next(i for i, column in enumerate(columns) if column.head.kind in TEXT_KINDS)
    block = [column for column in columns[first:] if column.head.kind in TEXT_KINDS]
    return next((column for column in block if column.head.kind == "content"), block[-1])


def _row(
    text: str,
    lines: Sequence[Line],
    reading: Reading,
    row: Found,
    columns: Sequence[Column],
    content: Column,
    name: int,
) -> Row:
    body = reading.body
    places: dict[int, list[Range]] = {}
    for index, ranges in row.cells.items():
        slot = reading.slots[index]
        places[content.index if index == reading.content else slot.columns[0].index] = list(ranges)
    own = places.get(content.index)
    if row.number is not None and reading.measured and own is not None:
        places[content.index] = [(row.number[0], own[0][1])]
    elif row.number is not None:
        places[0] = [row.number]
    if name and own is not None:
        start = own[0][0]
        places |= {content.index - 1: [(start, start + name)], content.index: [(start + name, own[0][1])]}
    groups = [c.index for c in columns[: content.index] if c.head.kind in TEXT_KINDS]
    for lead in (reading.leads[at] for at in row.leads):
        if lead.kind == "task":
            places |= {0: [lead.number], content.index - 1: [lead.name]}
        elif lead.kind == "code" and lead.level < len(groups):
            places[groups[lead.level]] = [lead.name]
    cells = {index: cells_of(text, lines, body, ranges) for index, ranges in places.items()}
    units = [c.index for c in columns if c.head.kind == "unit"]
    if own is not None and body.piece.text[own[-1][1] - 1] not in STOPS and cells.keys().isdisjoint(units):
        cells |= {index: [] for index in units}  # its text may hold them: it takes none from the row above
    return Row(cells)
