"""A table as a part of the notice: how well it was understood, and its tasks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...normalize.doubt import Doubt
from ..drafts import Mark, PartDraft, TaskDraft
from ..formats import Page, Proposal
from ..reader import Reader
from ..text.document import Line
from ..text.labels import read_label
from .body.lines import is_rule
from .grid.fitness import fitness
from .records.rows import RowReader
from .table import Table

_NEAR = 2
#: So many lines and tables may stand between the heading of a section and a table in it, of such labels; a heading is so long.
_FARTHEST, _HEADING = 12, 40
#: A longer line that ends with a full stop is a sentence.
_SHORT = 16
_INSIDE = frozenset({"", "blank", "body", "narrative"})
#: A cell that fits its column better than this stands under its head.
_FITS = -0.3


def table_proposal(page: Page, table: Table, layout: str) -> Proposal:
    """The offer to read ``table``; it fits as well as its cells fit the columns they were put in."""
    fit = table_fit(table)
    names = " | ".join(column.head.text or f"({column.head.kind})" for column in table.columns)
    reason = f"column heads {names}; {len(table.rows)} rows; {fit:.0%} of the cells fit their column"

    def read(reader: Reader, first_task: int, taken: frozenset[int]) -> PartDraft:
        del taken  # a table owns its lines
        title = _title(page, table)
        reader.begin_part(title)
        rows = RowReader(table, reader)
        above = _above(page, table)
        rows.begin_under(above if any(_is_section(line) for line in above) else [*_section(page, table), *above])
        rows.read(first_task)
        if table.head.copies > 1:
            _in_document_order(rows, reader, first_task)
        furniture = page.furniture_in(table.first, table.last)
        rows.marks += [Mark(line.start, line.end, "other_cell") for line in furniture]
        rows.marks += [Mark(page.lines[i].start, page.lines[i].end, "narrative") for i in table.notes]
        _doubt_tasks(table.doubts, rows.tasks, reader, first_task)
        if rows.tasks and not table.head.ranges:
            reader.doubt("layout-uncertain", rows.tasks[0].start, rows.tasks[0].end, f"{layout} without column heads")
        return PartDraft("table", layout, title, table.first, table.last, rows.tasks, rows.marks, fit, reason)

    return Proposal(layout, table.first, table.last, 0.5 + fit / 2, reason, read)


def _doubt_tasks(doubts: Sequence[Doubt], tasks: Sequence[TaskDraft], reader: Reader, first_task: int) -> None:
    """Note the doubts of a table, each for the task that it lies in."""
    order = sorted(range(len(tasks)), key=lambda at: tasks[at].start) if doubts else []
    for doubt in doubts:
        at = bisect_right(order, doubt.start, key=lambda at: tasks[at].start) - 1
        inside = at >= 0 and doubt.start < tasks[order[at]].end
        reader.task = first_task + order[at] if inside else None
        reader.doubt(doubt.rule, doubt.start, doubt.end, doubt.detail)
    reader.task = None


def _in_document_order(rows: RowReader, reader: Reader, first_task: int) -> None:
    """Put the tasks of tables side by side in the order in which the page prints them; marks and doubts follow."""
    order = sorted(range(len(rows.tasks)), key=lambda at: rows.tasks[at].start)
    place = {first_task + at: first_task + new for new, at in enumerate(order)}
    rows.tasks[:] = [rows.tasks[at] for at in order]
    rows.marks[:] = [m if m.task is None else m._replace(task=place.get(m.task, m.task)) for m in rows.marks]
    reader.doubts[:] = [d if d.task is None else d._replace(task=place.get(d.task, d.task)) for d in reader.doubts]


def table_fit(table: Table) -> float:
    """The share of cells that fit their column well, headings counted in."""
    total = good = 0
    for row in table.rows:
        if row.heading is not None:
            total += 1
            good += 1
        for index, cells in row.cells.items():
            total += len(cells)
            good += len([cell for cell in cells if fitness(cell, table.columns[index]) > _FITS])
    return good / total if total else 0.0


def _above(page: Page, table: Table) -> list[Line]:
    """The two lines of text above the heads, the farther one first."""
    found: list[Line] = []
    for index in range(table.head.first - 1, -1, -1):
        if page.lines[index].text and not is_rule(page.lines[index].text):
            found.insert(0, page.lines[index])
        if len(found) == _NEAR:
            break
    return found


def _section(page: Page, table: Table) -> list[Line]:
    """The heading of the section that holds a table, with text or other tables of the section between the two."""
    index, lasts = table.head.first - 1, [other.last for other in page.tables]
    for _ in range(_FARTHEST):
        line = page.lines[max(index, 0)]
        if index < 0 or not (page.frame.labels[index] in _INSIDE or line.text.startswith("表")):
            break
        place = bisect_left(lasts, index)
        if place < len(lasts) and page.tables[place].first <= index:
            index = page.tables[place].first
        elif _is_section(line):
            return [line]
        elif read_label(line.text) is not None:
            break
        index -= 1
    return []


def _is_section(line: Line) -> bool:
    """Whether a line is the heading of a section: 二、任务分工."""
    label = read_label(line.text)
    sentence = line.text[-1:] == "。" and len(line.text) > _SHORT
    return label is not None and label.style == "han" and len(line.text) <= _HEADING and not sentence


def _title(page: Page, table: Table) -> str | None:
    """The title printed just above the table's heads."""
    before = [
        title for first, last, title in page.frame.plan_titles if last <= table.first + 1 and first <= table.first
    ]
    return before[-1] if before else None
