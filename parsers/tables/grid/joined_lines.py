"""Cells that hold several paragraphs, in a table that prints a cell a line: what they say goes on on the next lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from ...fields.heads import ANSWERS, TEXT_KINDS, Head
from ...text.labels import Label, read_label
from .cells import Cell, join_cells, row_starts
from .first_rows import answer_kind

#: What runs of points there are at least.
_FEWEST = 2
#: The lines of a group that a narrow column broke are no longer than this, and no answer looks less like one.
_BROKEN, _NO_ANSWER = 12, 0.6


def joined_lines(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells``, the lines of reports, lists and points joined, each in the tables where nothing else stands so."""
    cells = _joined_groups(text, _joined_labels(text, heads, cells))
    return _joined_points(text, heads, _joined_lists(text, heads, _joined_reports(text, heads, cells)))


def _joined_labels(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells``, the labels of groups on a line of their own joined with the names below them (（一） | 道路建设).

    Where no column asks for numbers.
    """
    alone = [cell.number is not None and cell.label is None and not cell.text.isdecimal() for cell in cells]
    if not any(alone) or any(head.kind == "number" for head in heads):
        return cells
    joined: list[Cell] = []
    for at, cell in enumerate(cells):
        named = at > 0 and alone[at - 1] and cell.label is None and cell.number is None
        if named and (label := read_label(cells[at - 1].text)) is not None and label.outer:
            joined[-1] = join_cells(text, [joined[-1], cell])
        else:
            joined.append(cell)
    return joined


def _joined_groups(text: str, cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells``, the second lines of labelled groups joined with the first (二、聚力 | 工业强县), where rows begin behind them.

    A name without label that stands before another row's beginning is a group of its own: then none is joined.
    """
    rests = [at for at in range(len(cells) - 1) if _begins_item(cells[at + 1]) and _may_end_group(cells, at)]
    if len(rests) < _FEWEST or not all(cells[at - 1].outer and len(cells[at - 1].text) <= _BROKEN for at in rests):
        return cells
    behind = set(rests)
    joined: list[Cell] = []
    for at, cell in enumerate(cells):
        if at in behind:
            joined[-1] = join_cells(text, [joined[-1], cell])
        else:
            joined.append(cell)
    return joined


def _begins_item(cell: Cell) -> bool:
    return cell.counts or (cell.label is not None and cell.label.style == "arabic")


def _may_end_group(cells: Sequence[Cell], at: int) -> bool:
    """Whether a cell is a short text without label that is no answer of the row above, or stands right behind a group."""
    cell = cells[at]
    if not at or cell.label is not None or cell.number is not None or cell.closed or len(cell.text) > _BROKEN:
        return False
    return cells[at - 1].outer or max(cell.unit, cell.deadline, cell.person) < _NO_ANSWER


def _joined_lists(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells``, points that go on behind a semicolon (1.…； | 2.…) joined, in a table whose rows end in a text.

    There nothing else stands between two points of one cell.
    """
    if heads[-1].kind not in TEXT_KINDS or not any(cell.label and cell.text[-1] == "；" for cell in cells):
        return cells
    joined: list[Cell] = []
    last: Label | None = None
    for cell in cells:
        if joined and joined[-1].text[-1] == "；" and cell.label is not None and cell.label.follows(last):
            joined[-1] = join_cells(text, [joined[-1], cell])
        else:
            joined.append(cell)
        last = cell.label
    return joined


def _joined_reports(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells``, the lines of the last cell of each row joined, in a table of a number, a name and what is said of it.

    The numbers count up from the first cell; points open the last cell, or a sentence does.
    """
    kinds = [head.kind for head in heads]
    if len(kinds) != 3 or kinds[0] != "number" or kinds[1] not in TEXT_KINDS or not cells:
        return cells
    if kinds[2] not in TEXT_KINDS | {"other"} or cells[0].number != 1:
        return cells
    joined: list[Cell] = []
    for row in _numbered(cells):
        said = row[2:]
        if len(said) > 1 and (said[0].label is not None or said[0].closed):
            joined += [*row[:2], join_cells(text, said)]
        else:
            joined += row
    return joined


def _joined_points(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells`` with the points that a cell counts from 1 joined, in a table that numbers no rows.

    Who does it follows the last point every time; rows under merged units would name theirs behind the first.
    """
    wanted = {head.kind for head in heads} & ANSWERS
    counts = [] if heads[0].kind == "number" else _counts_of_points(cells, wanted)
    if len(counts) < _FEWEST or any(start == end or end + 1 == len(cells) for start, end in counts):
        return cells
    if any(answer_kind(cells[end + 1], wanted) != "unit" for _, end in counts):
        return cells
    ends = dict(counts)
    joined: list[Cell] = []
    at = 0
    while at < len(cells):
        end = ends.get(at, at)
        joined.append(cells[at] if end == at else join_cells(text, cells[at : end + 1]))
        at = end + 1
    return joined


def _counts_of_points(cells: Sequence[Cell], wanted: Set[str]) -> list[tuple[int, int]]:
    """The first and last of each run of labels 1., 2., … with nothing between; empty where one of them begins otherwise."""
    counts: list[tuple[int, int]] = []
    for at, cell in enumerate(cells):
        if cell.gap:
            return []
        if cell.label is None or cell.label.style != "arabic" or answer_kind(cell, wanted):
            continue
        if cell.label.value == 1:
            counts.append((at, at))
        elif counts and counts[-1][1] == at - 1 and cell.label.follows(cells[at - 1].label):
            counts[-1] = counts[-1][0], at
        else:
            return []
    return counts


def _numbered(cells: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
    """The cells from each number to the one that counts on."""
    return (cells[start:end] for start, end in pairwise([*row_starts(cells), len(cells)]))
