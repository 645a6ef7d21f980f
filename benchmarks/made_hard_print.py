"""How pages print the rows of hard made tables: what marks their cells and rows, narrow columns, heads after page breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

#: The lines of a cell: none in an empty one, None for one that a merge swallowed.
Cell = list[str] | None
Rows = Sequence[Sequence[Cell]]
_NAMES = frozenset({"lead", "support", "resp"})
#: How wide narrow columns are, in characters.
_WIDTHS: dict[str, tuple[int, ...]] = {
    "lead": (4, 5, 6), "support": (5, 6, 8), "resp": (5, 6, 8), "outer": (4, 5), "group": (4, 6, 8), "name": (6, 8),
    "content": (12, 16, 22), "told": (14, 18, 24), "measure": (14, 18, 24), "requirement": (13, 17, 21), "deadline": (5, 6),
}  # fmt: skip
_NEVER_FIRST = "，。；、：）》”％%"


def broken(rows: Sequence[Mapping[str, Cell]], everything: bool, random: Random) -> list[dict[str, Cell]]:
    """The rows with their lines broken at the widths of the columns: of ``everything``, or of the names of units."""
    widths = {column: random.choice(choice) for column, choice in _WIDTHS.items() if everything or column in _NAMES}
    return [
        {
            column: [part for line in cell for part in _broken(line, widths[column])]
            if cell and column in widths
            else cell
            for column, cell in row.items()
        }
        for row in rows
    ]


def _broken(line: str, width: int) -> Iterator[str]:
    """The parts of a line; marks that begin none stay with what they follow, numbers stay whole where they can."""
    start = 0
    while start < len(line):
        end = start + width
        while start + 1 < end < len(line) and line[end - 1].isascii() and line[end].isascii():
            end -= 1
        if end == start + 1 < len(line) and line[start : end + 1].isascii():  # a number wider than the column
            end = start + width
        while end < len(line) and line[end] in _NEVER_FIRST:
            end += 1
        yield line[start:end]
        start = end


def _paged(rows: Rows, heads: Sequence[Cell], page: str, random: Random) -> Iterator[tuple[Sequence[Cell], bool]]:
    """The rows below the first heads with the heads printed again where a page ends; whether a row goes on behind them."""
    ends = random.randint(2, max(2, len(rows) - 2)) if page != "nowhere" else -1
    for at, row in enumerate(rows):
        if at != ends:
            yield row, False
        elif page == "between rows":
            yield heads, False
            yield row, False
        else:
            cut = random.randint(2, max(2, len(row) - 1))
            yield row[:cut], True
            yield heads, False
            yield row[cut:], False


def _each(heads: Sequence[Cell], rows: Rows, page: str, random: Random) -> Iterator[list[str]]:
    """The cells in order, those that vanish left out; an empty one of no lines stands behind each row."""
    for row, goes_on in ((heads, False), *_paged(rows, heads, page, random)):
        yield from (cell for cell in row if cell)
        if not goes_on:
            yield []


def _apart(heads: Sequence[Cell], rows: Rows, page: str, random: Random) -> list[str]:
    return [line for cell in _each(heads, rows, page, random) if cell for line in (*cell, "")]


def _all_apart(heads: Sequence[Cell], rows: Rows, page: str, random: Random) -> list[str]:
    return [part for cell in _each(heads, rows, page, random) for line in cell for part in (line, "")]


def _close(heads: Sequence[Cell], rows: Rows, page: str, random: Random) -> list[str]:
    return [line for cell in _each(heads, rows, page, random) for line in cell]


def _rows_apart(heads: Sequence[Cell], rows: Rows, page: str, random: Random) -> list[str]:
    return [line for cell in _each(heads, rows, page, random) for line in (cell or [""])]


def _between(heads: Sequence[Cell], rows: Rows, page: str, random: Random) -> list[str]:
    """A line of one pipe behind every cell."""
    return [line for cell in _each(heads, rows, page, random) if cell for line in (*cell, "|")]


def _between_rows(heads: Sequence[Cell], rows: Rows, page: str, random: Random) -> list[str]:
    """The same with a second one behind every row."""
    return [line for cell in _each(heads, rows, page, random) for line in (*cell, "|")]


def _behind(heads: Sequence[Cell], rows: Rows, page: str, random: Random) -> list[str]:
    """A pipe behind every cell, and one for each of those that vanish or are empty behind it."""
    lines: list[str] = []
    for row, _ in ((heads, False), *_paged(rows, heads, page, random)):
        for cell in row:
            if cell:
                lines += cell
                lines[-1] += " |"
            elif cell is not None and lines:
                lines[-1] += "|"
    return lines


def _lines(mark: str, end: str, empties: str) -> Callable[[Sequence[Cell], Rows, str, Random], list[str]]:
    """A row a line, or more where cells have several lines; empty cells are kept, moved to the end, or lost."""

    def printed(heads: Sequence[Cell], rows: Rows, page: str, random: Random) -> list[str]:
        lines: list[str] = []
        for row, _ in ((heads, False), *_paged(rows, heads, page, random)):
            cells = ["\n".join(cell or ()) for cell in row]
            if empties != "kept":
                filled = [text for text, cell in zip(cells, row, strict=True) if cell or (cell == [] and mark != " ")]
                cells = filled + [""] * (len(cells) - len(filled) if empties == "at the end" else 0)
            lines += (mark.join(cells) + end).split("\n")
        return lines

    return printed


STATES: dict[str, Callable[[Sequence[Cell], Rows, str, Random], list[str]]] = {
    "cells apart": _apart,
    "lines apart": _all_apart,
    "close": _close,
    "rows apart": _rows_apart,
    "pipe between": _between,
    "pipe between, two behind rows": _between_rows,
    "pipe behind": _behind,
    "rows, empty cells": _lines(" | ", " |", "kept"),
    "rows, moved left": _lines(" | ", " |", "at the end"),
    "rows, cells lost": _lines(" | ", " |", "lost"),
    "tabs": _lines("\t", "", "kept"),
    "blanks": _lines(" ", "", "lost"),
}
#: States that show where cells end, and those with a row a line.
CELLS_SHOWN = frozenset(STATES) - {"lines apart", "close", "rows apart", "blanks"}
ONE_LINE = frozenset({"tabs", "blanks"})
ROWS = frozenset(state for state in STATES if state.startswith("rows, "))
