"""A plan printed as a table: the same cells in many shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .model import Item, Plan

Grid = list[list[str | None]]
"""Rows of cells; None is a cell that a merge swallowed. A row of one cell goes over the whole width."""
Shape = Callable[[Grid], str]

HEADS = {
    "number": "序号",
    "group": "类别",
    "content": "工作任务",
    "requirement": "工作要求",
    "lead": "牵头单位",
    "support": "配合单位",
    "responsible": "责任单位",
    "deadline": "完成时限",
}


def cell_of(item: Item, column: str) -> str:
    """What stands in a column for an item."""
    if column == "number":
        return str(item.number)
    if column == "deadline":
        return item.deadline[0] if item.deadline else ""
    value = getattr(item, column)
    return "、".join(value) if isinstance(value, tuple) else value or ""


def grid_of(
    plan: Plan, columns: Sequence[str], *, merge: str = "repeated", heads: dict[str, str] | None = None, page: int = 0
) -> Grid:
    """The table of a plan.

    ``merge`` says what is printed of a group below its first row: ``repeated``, ``empty``, ``absent``, or ``rows`` for
    group rows over the whole width. ``page``: the column heads are printed again after so many rows.
    """
    head: list[str | None] = [(heads or {}).get(name, HEADS[name]) for name in columns]
    grid: Grid = [head]
    above: str | None = None
    for index, item in enumerate(plan.items):
        if page and index and index % page == 0:
            grid.append(list(head))
        row: list[str | None] = [cell_of(item, column) for column in columns]
        if item.group is not None and item.group != above and merge == "rows":
            grid.append([f"{'一二三四五'[_group_number(plan, item)]}、{item.group}"])
        if item.group is not None and item.group == above and "group" in columns:
            if merge == "empty":
                row[columns.index("group")] = ""
            elif merge == "absent":
                row[columns.index("group")] = None
        above = item.group
        grid.append(row)
    return grid


def _group_number(plan: Plan, item: Item) -> int:
    names = list(dict.fromkeys(other.group for other in plan.items))
    return names.index(item.group)


def _present(row: list[str | None]) -> list[str]:
    return [cell for cell in row if cell is not None]


def _gap(grid: Grid, row: list[str | None]) -> int:
    """How many cells of the row a merge swallowed."""
    return len(grid[0]) - len(_present(row))


def pipe_rows(grid: Grid) -> str:
    """``1 | a | b |``; cells that are missing leave empty ones at the end."""
    return "\n".join(" | ".join(_present(row)) + " |" + ("|" * _gap(grid, row)) for row in grid)


def closed_rows(grid: Grid) -> str:
    """``| 1 | a | b |``."""
    return "\n".join("| " + " | ".join(_present(row) + [""] * _gap(grid, row)) + " |" for row in grid)


def tight_rows(grid: Grid) -> str:
    """``1|a|b``."""
    return "\n".join("|".join(_present(row) + [""] * _gap(grid, row)) for row in grid)


def markdown(grid: Grid) -> str:
    """Markdown, with the rule below the head."""
    lines = closed_rows(grid).split("\n")
    return "\n".join([lines[0], "|" + " --- |" * len(grid[0]), *lines[1:]])


def box_rows(grid: Grid) -> str:
    """Rows between drawn lines, as plain-text mail prints them."""
    rule = "─" * 8
    top, middle, bottom = (f"{a}{b.join([rule] * len(grid[0]))}{c}" for a, b, c in ("┌┬┐", "├┼┤", "└┴┘"))
    rows = ["│" + "│".join(_present(row) + [""] * _gap(grid, row)) + "│" for row in grid]
    return "\n".join([top, f"\n{middle}\n".join(rows), bottom])


def tab_rows(grid: Grid) -> str:
    """A row a line, cells parted by tabs."""
    return "\n".join("\t".join("" if cell is None else cell for cell in row) for row in grid)


def space_rows(grid: Grid) -> str:
    """A row a line, cells parted by one space; an empty cell leaves a second space."""
    return "\n".join(" ".join("" if cell is None else cell for cell in row) for row in grid)


def wide_space_rows(grid: Grid) -> str:
    """A row a line, cells parted by several spaces."""
    return "\n".join("    ".join(_present(row)) for row in grid)


def pipe_between(grid: Grid) -> str:
    """A cell a line, a line ``|`` between all cells."""
    return "\n|\n".join(cell for row in grid for cell in _present(row)) + "\n|"


def double_pipe_ends(grid: Grid) -> str:
    """A cell a line, a line ``|`` between cells, two at the end of a row."""
    return "\n".join("\n|\n".join(_present(row)) + "\n|\n|" for row in grid)


def pipe_behind(grid: Grid) -> str:
    """A cell a line, each ended by `` |``; a run of pipes marks what is missing."""
    lines: list[str] = []
    for row in grid:
        cells = _present(row)
        lines += [f"{cell} |".lstrip() for cell in cells[:-1]]
        lines.append(f"{cells[-1]} |" + (" " + "|" * _gap(grid, row) if _gap(grid, row) else ""))
    return "\n".join(lines)


def bare_lines(grid: Grid) -> str:
    """A cell a line, nothing between; empty cells leave nothing."""
    return "\n".join(cell for row in grid for cell in _present(row) if cell)


def blank_lines(grid: Grid) -> str:
    """A cell a line, blank lines between."""
    return "\n\n".join(cell for row in grid for cell in _present(row) if cell)


SHAPES: dict[str, Shape] = {
    shape.__name__: shape
    for shape in (
        pipe_rows, closed_rows, tight_rows, markdown, box_rows, tab_rows, space_rows, wide_space_rows,
        pipe_between, double_pipe_ends, pipe_behind, bare_lines, blank_lines,
    )
}  # fmt: skip
