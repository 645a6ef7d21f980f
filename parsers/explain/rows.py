"""The stage `rows`: which cell went to which column of a table, and what stands below which item of a list."""

from __future__ import annotations

from collections.abc import Iterator

from ..drafts import TaskDraft
from ..fields.clauses import find_clauses
from ..fields.label_lines import LabelLine
from ..lists.outline import Item
from ..tables.grid.cells import Cell
from ..tables.grid.fitness import fitness
from ..tables.grid.shape import Column, Row
from ..tables.records.text_roles import text_roles
from ..tables.table import Table
from ..text.piece import squeezed
from .layout import NARROW, aligned, clipped
from .story import Story, cell_looks, head_name


def tell_rows(story: Story) -> Iterator[str]:
    """Every table row by row, then every numbered list as an outline."""
    lists = [(n, part, part.outline) for n, part in enumerate(story.draft.parts, 1) if part.outline is not None]
    tables = story.draft.page.tables
    if not tables and not lists:
        yield "no table and no list"
    if tables:
        yield "for each cell: the column it went to and its fit there, the best other column, its looks, its text"
        yield "(fits are added up over a row and weighed against empty cells: a single cell may be overruled)"
    for number, table in enumerate(tables, 1):
        yield ""
        yield from _table(story, number, table)
    for number, part, root in lists:
        yield ""
        yield f"list of part {number}, {story.lines_of(part.first, part.last)}"
        yield from aligned(_items(story, root, 0, story.tasks_by_item(number, root)), indent=2)


def _table(story: Story, number: int, table: Table) -> Iterator[str]:
    yield f"table {number}, {story.lines_of(table.first, table.last)}; cells are marked by {_marks(table)}"
    roles = text_roles(table.columns, table.rows)
    columns: list[tuple[str, str]] = []
    for column in table.columns:
        use = roles.get(column.index, column.head.kind)
        kind = column.head.kind if use == column.head.kind else f"{column.head.kind}, used as {use}"
        role = f" ({column.head.role}{'' if column.head.known else ', guessed'})" if column.head.role else ""
        unprinted = ", no head printed" if column.virtual else ""
        columns.append((_name(column), f"{kind}{role}{unprinted}"))
    yield from aligned([("column", "holds"), *columns], indent=2)
    numbers = story.task_at()
    tasks = story.draft.tasks
    for at, row in enumerate(table.rows, 1):
        cells = row.all_cells()
        start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
        task = numbers.get(start)
        became = "heading" if row.heading is not None else f"task {task}" if task else "no record"
        merged = "; the page marks cells as missing" if row.marked else ""
        yield f"  row {at}, {story.lines(start, end)}: {became}{merged}"
        yield from aligned(_cells(row, table.columns), indent=4)
        if task:
            yield from _inherited(story, tasks[task - 1])


def _marks(table: Table) -> str:
    way = {"rows": "pipes or tabs, a row a line", "blanks": "blanks, a row a line"}
    return way.get(table.head.way, "pipes, a cell a line" if table.piped else "line ends alone, a cell a line")


def _name(column: Column) -> str:
    return clipped(head_name(column.head.text, column.head.kind), NARROW)


def _cells(row: Row, columns: list[Column]) -> Iterator[tuple[str, str, str, str]]:
    """For each cell its column and fit, the column that fits best among the others, looks, text."""
    if row.heading is not None:
        yield "heading", "", cell_looks(row.heading), clipped(row.heading.text)
    for index in sorted(row.cells):
        for cell in row.cells[index]:
            fit = f"{fitness(cell, columns[index]):+.1f}"
            yield (
                f"{_name(columns[index])} {fit}",
                _next_best(cell, index, columns),
                cell_looks(cell),
                clipped(cell.text),
            )


def _next_best(cell: Cell, index: int, columns: list[Column]) -> str:
    others = [(fitness(cell, column), -column.index, column) for column in columns if column.index != index]
    if not others:
        return ""
    fit, _, column = max(others, key=lambda other: other[:2])
    return f"next {_name(column)} {fit:+.1f}"


def _inherited(story: Story, task: TaskDraft) -> Iterator[str]:
    """What merged cells above gave the task, and from which line."""
    found = [
        *(("unit", m.value.name, m.start) for m in task.units if m.inherited),
        *(("person", m.value.name, m.start) for m in task.persons if m.inherited),
        *(("deadline", m.value.text, m.start) for m in task.deadlines if m.inherited),
        *((m.value.head, m.value.text, m.start) for m in task.fields if m.inherited),
    ]
    if task.requirement is not None and task.requirement.offset(0) < task.start:
        found.append(("requirement", task.requirement.text, task.requirement.offset(0)))
    for name, text, start in found:
        yield f"    inherited from line {story.place(start)[0]}: {name} {clipped(text, NARROW)}"


def _items(story: Story, item: Item, depth: int, tasks: dict[int, list[str]]) -> Iterator[tuple[str, ...]]:
    """An item, the clauses and label lines that it holds, and the items below it."""
    indent = "  " * (depth - 1)
    ranges = [item.lead, *(part for part in item.body if not isinstance(part, LabelLine))]
    text = squeezed(story.draft.page.text, [(start, end) for start, end in ranges if start < end])
    if item.parent is not None or text.text:
        label = item.label.printed or "(damaged)" if item.label is not None else "no label"
        name = label if item.parent is not None else "before any item"
        became = ", ".join(tasks.get(item.start, ())) if item.parent is not None else ""
        yield f"{indent}{name}", f"line {story.place(item.start)[0]}", became, clipped(text.text)
    for clause in find_clauses(text):
        start = text.offset(clause.start)
        units = ", ".join(f"{unit.role} {unit.name}" for unit in clause.reading.units)
        printed = text.text[clause.start : clause.end]
        yield f"{indent}  clause", f"line {story.place(start)[0]}", clipped(units, NARROW), clipped(printed)
    for line in item.labelled:
        start, end = line.ranges[0][0], line.ranges[-1][1]
        kind = line.head.role or line.head.kind
        yield f"{indent}  label line", f"line {story.place(start)[0]}", kind, clipped(story.draft.page.text[start:end])
    for child in item.children:
        yield from _items(story, child, depth + 1, tasks)
