"""Cells that hold several paragraphs, in a table that prints a cell a line: what they say goes on on the next lines, as
the points of a law that one cites at length do (《…条例》第四十五条：…采取下列措施： / （一）查阅资料； / （二）询问。).
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from ...fields.heads import ANSWERS, TEXT_KINDS, Head
from ...fields.values import asks_for_rules, is_rule
from ...text.labels import read_label
from .cells import Cell, joined_runs, row_starts
from .first_rows import answer_kind

#: What runs of points there are at least.
_FEWEST = 2
#: The lines of a group that a narrow column broke are no longer than this, and no answer looks less like one.
_BROKEN, _NO_ANSWER = 12, 0.6
_STYLES = ("han_bracket", "arabic_bracket", "circled")


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
    above = [None, *(read_label(cell.text) if lone else None for lone, cell in zip(alone, cells, strict=True))]
    named = [
        label is not None and label.outer and cell.label is None and cell.number is None
        for label, cell in zip(above, cells, strict=False)
    ]
    return joined_runs(text, cells, named)


def _joined_groups(text: str, cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells``, the second lines of labelled groups joined with the first (二、聚力 | 工业强县), where rows begin behind them.

    A name without label that stands before another row's beginning is a group of its own: then none is joined.
    """
    rests = {at for at in range(len(cells) - 1) if _begins_item(cells[at + 1]) and _may_end_group(cells, at)}
    if len(rests) < _FEWEST or not all(cells[at - 1].outer and len(cells[at - 1].text) <= _BROKEN for at in rests):
        return cells
    return joined_runs(text, cells, [at in rests for at in range(len(cells))])


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
    points = [a.text[-1] == "；" and b.label is not None and b.label.follows(a.label) for a, b in pairwise(cells)]
    return joined_runs(text, cells, [False, *points])


def _joined_reports(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """``cells``, the lines of the last cell of each row joined, in a table of a number, a name and what is said of it.

    The numbers count up from the first cell; points open the last cell, or a sentence does.
    """
    kinds = [head.kind for head in heads]
    if len(kinds) != 3 or kinds[0] != "number" or kinds[1] not in TEXT_KINDS or not cells:
        return cells
    if kinds[2] not in TEXT_KINDS | {"other"} or cells[0].number != 1:
        return cells
    rests: list[bool] = []
    for start, end in pairwise([*row_starts(cells), len(cells)]):
        said = cells[start + 2 : end]
        goes_on = len(said) > 1 and (said[0].label is not None or said[0].closed)
        rests += [goes_on and place > 2 for place in range(end - start)]
    return joined_runs(text, cells, rests)


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
    points = {at for start, end in counts for at in range(start + 1, end + 1)}
    return joined_runs(text, cells, [at in points for at in range(len(cells))])


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


def with_cited_points(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells, a cell a line, with the points of a cited law put into the cell that announces them."""
    if not any(asks_for_rules(head.text) for head in heads):
        return cells
    points: list[bool] = []
    last: Cell | None = None  # the last point, or the cell that announces the first
    for cell in cells:
        points.append(last is not None and _goes_on(cell, last))
        last = cell if points[-1] or (cell.text[-1] in "：:" and is_rule(cell.text)) else None
    return joined_runs(text, cells, points)


def _goes_on(cell: Cell, last: Cell) -> bool:
    label = cell.label
    if label is None or label.style not in _STYLES:
        return False
    return label.follows(last.label) or (label.value == 1 and last.text[-1] in "：:")
