"""Lines below a numbered row that name one more unit and its task, all other cells being merged (blanks between cells).

1 渔业 渔场检查 县渔业局 查看台账 养殖场 5% 8月底前 县计划
共12家
县卫健局 水质检测
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ....normalize.lazy import lazy_pattern
from ...fields.heads import TEXT_KINDS
from ...text.labels import bare_number
from ...text.piece import squeezed_text
from ...units import unit_likeness
from ..grid.shape import Column
from .lines import Printed, Split, split_blanks
from .printed_rows import PrintedRow, make_row

_FEWEST, _MOSTLY, _SURE, _MOST_LACKING = 2, 0.6, 0.9, 2
_OPEN = lazy_pattern(r"[；，、（：]\Z")


def rows_with_merged_lines(
    text: str, columns: Sequence[Column], lines: Sequence[Split]
) -> tuple[list[PrintedRow], int] | None:
    """The rows of ``lines``, and how many lines they take; None where not most numbers have such a line below them."""
    place = _place(columns)
    if place < 0 or not lines or columns[0].head.kind != "number":
        return None
    rows: list[PrintedRow] = []
    counts: list[int] = []
    for group in _groups(text, lines):
        merged = [split for split in group[1:] if _is_merged(text, split)]
        first = _first_row(text, [split for split in group if split not in merged], len(columns))
        if first is None or any(_OPEN.search(squeezed_text(text, cell)) for cell in first[place : place + 2]):
            return None  # names or a text that go on below
        rows.append(make_row(text, first, group[0].line.index))
        rows += [make_row(text, _set(split, place, len(columns)), split.line.index) for split in merged]
        counts.append(len(merged))
    below = sum(map(bool, counts))
    return (rows, len(lines)) if below >= max(_FEWEST, _MOSTLY * len(counts)) else None


def _place(columns: Sequence[Column]) -> int:
    """Where a column of units stands right before the one of the tasks; -1 where none does, or several do."""
    found = [
        i
        for i, (unit, task) in enumerate(pairwise(columns))
        if unit.head.kind == "unit" and task.head.kind in TEXT_KINDS and task.head.kind != "requirement"
    ]
    return found[0] if len(found) == 1 else -1


def _groups(text: str, lines: Sequence[Split]) -> list[list[Split]]:
    """The lines by the number that opens the first of them; those before the first number are a group, too."""
    groups: list[list[Split]] = []
    for split in lines:
        cells = split_blanks(split.line).filled
        if not groups or (len(cells) > 2 and bare_number(squeezed_text(text, cells[0])) is not None):
            groups.append([])
        groups[-1].append(split)
    return groups


def _is_merged(text: str, split: Split) -> bool:
    cells = split_blanks(split.line).filled
    return len(cells) == 2 and unit_likeness(squeezed_text(text, cells[0])) >= _SURE


def _first_row(text: str, lines: Sequence[Split], size: int) -> list[Printed] | None:
    """The cells of a numbered row: those that its line lacks begin on lines of their own, other lines go on with the last."""
    cells = list(split_blanks(lines[0].line).filled)
    if not size - _MOST_LACKING <= len(cells) <= size or bare_number(squeezed_text(text, cells[0])) is None:
        return None
    for split in lines[1:]:
        more = split_blanks(split.line).filled
        if len(more) != 1:
            return None
        if len(cells) < size and not _OPEN.search(squeezed_text(text, cells[-1])):
            cells.append(more[0])
        else:
            cells[-1] = (*cells[-1], *more[0])
    return cells


def _set(split: Split, place: int, size: int) -> list[Printed]:
    cells: list[Printed] = [()] * size
    cells[place : place + 2] = split_blanks(split.line).filled
    return cells
