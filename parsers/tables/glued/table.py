"""Tables whose cells are glued together without anything between them, as document-sharing sites print them.

Nothing marks a cell, so that every reading is a guess: it is offered as a table of the page with a doubt. What
cannot be cut with confidence stays in the task's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ....normalize.doubt import Doubt
from ....normalize.lazy import lazy_pattern
from ...fields.heads import TEXT_KINDS, Head, guessed_head
from ...text.document import Line
from ...units import unit_likeness
from ..free_parts import free_parts
from ..grid.cells import Cell, make_cell
from ..grid.shape import Column, Row
from ..table import Table
from .heads import WAY, HeadRun, find_bare_runs, find_head_runs
from .placed import cells_of, columns_under, head_row

if TYPE_CHECKING:
    from .body import GluedBody
    from .cells import Facts
    from .rows import GluedRow

_FEWEST_ROWS, _FEWEST_BARE = 2, 3
#: What stands in rows without heads: a sentence, who does it, and perhaps until when.
_BARE_HEADS = (
    (guessed_head("content"), guessed_head("unit")),
    (guessed_head("content"), guessed_head("unit"), guessed_head("deadline")),
)
#: Below this share of rows with a unit, person or deadline cut off the reading is none.
_MOST_OPEN = 0.5
#: One name of a list, its brackets with it.
_NAME = lazy_pattern(r"(?:[^、，；（）]|（[^（）]*）)+")
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
    for table in _assessed(text, lines, taken):
        taken |= frozenset(range(table.first, table.last + 1))
        yield table
    taken = frozenset(range(len(lines))).difference(*(range(*part) for part in free_parts(lines, taken)))
    last = -1
    for run in find_bare_runs(text, lines, taken) if len(taken) < len(lines) else ():
        if run.line > last:
            table, last = _bare_table(text, lines, run, taken)
            if table is not None:
                yield table


def _assessed(text: str, lines: Sequence[Line], taken: frozenset[int]) -> Iterator[Table]:
    if WAY.search(text) is None:
        return iter(())
    from .assessed import find_assessed  # few pages assess anything

    return find_assessed(text, lines, taken)


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
    """``tables`` and the glued ones beside them, in document order."""
    return tuple(sorted([*tables, *find_glued_tables(text, lines, tables)], key=lambda table: table.first))


def _table(
    text: str, lines: Sequence[Line], run: HeadRun, heads: Sequence[Head], taken: frozenset[int]
) -> tuple[Table | None, int]:
    """The table below ``run`` under ``heads``, None where its rows are none; and the last line of its body."""
    from .body import read_body  # few pages hold a run of heads

    columns = columns_under(heads)
    content = _content(columns)
    facts_columns = [c for c in columns if c.index > content.index and c.head.kind not in TEXT_KINDS]
    body = read_body(text, lines, run, [c.head.kind for c in facts_columns] or ["other"], taken)
    measured = _measured(text, lines, run, columns, body) if heads[0].kind == "number" else None
    if measured is not None or len(body.rows) < _FEWEST_ROWS:
        return measured, body.last
    body = body._replace(rows=tuple(part for row in body.rows for part in _parts(body, row, facts_columns)))
    first = next((c for c in columns[: content.index] if c.head.kind == "unit"), None)
    facts = _cut_teams(body, columns[: content.index], facts_columns) or _cut_rows(body, first, facts_columns)
    if sum(1 for row in facts if row.cells) < _MOST_OPEN * len(facts):
        return None, body.last
    rows = _heading_above(text, lines[run.line], run)
    names = _names(body, facts, columns, content)
    for row, found, name in zip(body.rows, facts, names, strict=True):
        if row.heading is not None:
            rows.append(Row(heading=cells_of(text, lines, body, [row.heading])[0]))
        rows.append(_row(text, lines, body, row, found, columns, content, name))
    if body.note is not None:
        rows.append(Row({content.index: cells_of(text, lines, body, [body.note])}))
    columns[content.index] = content._replace(head=content.head._replace(kind="content"))
    table = Table(head_row(run, heads), (), run.line, body.last, False, columns, rows)
    if run.heads:
        table.doubts.append(Doubt("layout-uncertain", run.start, run.end, "cells without separators"))
    for row, found in zip(body.rows, facts, strict=True):
        if found.lost:
            start, end = body.piece.range(row.text[0] + found.content, row.text[1])
            table.doubts.append(Doubt("list-split-without-separators", start, end))
    return table, body.last


def _measured(
    text: str, lines: Sequence[Line], run: HeadRun, columns: Sequence[Column], body: GluedBody
) -> Table | None:
    from .measured import measured_table  # few glued tables count their measures

    return measured_table(text, lines, run, columns, body)


def _parts(body: GluedBody, row: GluedRow, columns: Sequence[Column]) -> Iterator[GluedRow]:
    """The row, cut into those that one number counts."""
    from .cells import inner_rows

    start, end = row.text
    cuts = [start + at for at in inner_rows(body.piece.text[start:end], columns)]
    yield row._replace(text=(start, cuts[0] if cuts else end))
    for begin, stop in pairwise([*cuts, end]) if cuts else ():
        yield row._replace(number=None, text=(begin, stop), heading=None)


def _names(body: GluedBody, facts: Sequence[Facts], columns: Sequence[Column], content: Column) -> list[int]:
    """How long the name is that the text of each row opens with; rows without a number of their own have none."""
    from .titles import title_ends

    told = [row.number is not None for row in body.rows]
    pairs = [(row.text[0], found) for row, found, own in zip(body.rows, facts, told, strict=True) if own]
    texts = [body.piece.text[start + found.begin : start + found.content] for start, found in pairs]
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


def _cut_teams(body: GluedBody, before: Sequence[Column], behind: Sequence[Column]) -> list[Facts] | None:
    from .teams import cut_teams

    return cut_teams([body.piece.text[slice(*row.text)] for row in body.rows], before, behind)


def _cut_rows(body: GluedBody, first: Column | None, columns: Sequence[Column]) -> list[Facts]:
    """The cells of every row; names met in rows that are sure help with those that are not."""
    from .cells import cut_row
    from .names import shared_name

    texts = [body.piece.text[slice(*row.text)] for row in body.rows]
    shared = shared_name(texts)
    facts = [cut_row(text, first, columns, (), shared) for text in texts]
    units = [column.index for column in columns if column.head.kind == "unit"]
    known = {
        name[0]
        for text, found in zip(texts, facts, strict=True)
        if found.certain
        for index in units
        for start, end in found.cells.get(index, ())
        for name in _NAME.finditer(text, start, end)
    }
    people = [column.index for column in columns if column.head.kind == "person"]
    _part_from_units(texts, facts, people, units)
    return [
        found if found.certain or not known else cut_row(text, first, columns, known, shared)
        for text, found in zip(texts, facts, strict=True)
    ]


def _part_from_units(texts: Sequence[str], facts: Sequence[Facts], people: Sequence[int], units: Sequence[int]) -> None:
    """Give the unit behind a person its first character back, where other rows name the person without it.

    沈芸文 | 体旅局 is 沈芸 | 文体旅局 beside 沈芸 | 民政局.
    """
    rows = list(zip(texts, facts, strict=True))
    names = {text[a:b] for text, found in rows for index in people for a, b in found.cells.get(index, ())}
    for text, found in rows:
        for index in people:
            for at, (start, end) in enumerate(found.cells.get(index, ())):
                if text[start : end - 1] in names and _take_over(text, found, units, end):
                    found.cells[index][at] = (start, end - 1)


def _take_over(text: str, found: Facts, units: Sequence[int], start: int) -> bool:
    """Whether the unit that begins at ``start`` is one with the character before, which it then takes over."""
    for index in units:
        for at, (first, end) in enumerate(found.cells.get(index, ())):
            if first == start and unit_likeness(text[start - 1 : end]) >= unit_likeness(text[start:end]):
                found.cells[index][at] = (start - 1, end)
                return True
    return False


def _row(
    text: str,
    lines: Sequence[Line],
    body: GluedBody,
    row: GluedRow,
    facts: Facts,
    columns: Sequence[Column],
    content: Column,
    name: int,
) -> Row:
    start = row.text[0]
    cells: dict[int, list[Cell]] = {0: cells_of(text, lines, body, [row.number])} if row.number is not None else {}
    if name:
        cells[content.index - 1] = cells_of(text, lines, body, [(start + facts.begin, start + facts.begin + name)])
    if facts.begin + name < facts.content:
        cells[content.index] = cells_of(text, lines, body, [(start + facts.begin + name, start + facts.content)])
    for index, ranges in facts.cells.items():
        cells[index] = cells_of(text, lines, body, [(start + a, start + b) for a, b in ranges])
    if not facts.certain:
        # An uncut row may hold its units in its text: it takes none from the row above.
        for column in columns:
            if column.head.kind == "unit":
                cells.setdefault(column.index, [])
    return Row(cells)
