"""The first row of a number, in a table that prints a cell a line: all cells up to its last unit or time.

A merged cell is printed in its first row and vanishes below it. Where the cells behind a number name units and times in one
place each, these stand in the number's first row, and so does all that is printed before them: the lines of a middle cell
(公众参与；专家论证；合法性审查。) begin no row of their own. Where the texts of a first column carry the numbers (一、社区食堂), or
it names the months, and each is followed by what makes one row, they tell the same.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import groupby, pairwise

from ....normalize.lazy import CHINESE, lazy_pattern
from ...fields.heads import ANSWERS, TEXT_KINDS
from ...fields.periods import is_period
from ...text.labels import bare_number
from .cells import Cell
from .looks import is_figure
from .shape import Column

#: A cell this much like units, times or people is one of them.
_SURE = 0.6
#: No cell ends in these.
_OPEN = ("；", "，", "：")
#: What is too short for a cell of its own, but for words of a remark.
_REMAINDER = lazy_pattern(
    rf"(?![是否无有√优良差高中低])(?:{CHINESE}|污染|机制|红线|体系|建设|管理|工作|能力|水平|质量|服务|安全|环境)"
)
#: What the numbers of rows count at least.
_FEWEST = 2
#: So many other keys there are at least, and these styles of labels may be such.
_FEWEST_KEYS, _COUNTING = 3, ("arabic", "han")


def mark_first_rows(cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Mark the cells that begin no row, in a table whose first column numbers its rows."""
    wanted = {column.head.kind for column in columns} & ANSWERS
    if not columns or columns[0].head.kind != "number":
        _mark_keyed(cells, columns, wanted)
        return
    starts = [i for i, cell in enumerate(cells) if cell.counts]
    if len(starts) < _FEWEST or not _counts([cells[i] for i in starts]):
        return
    stretches = [cells[start:end] for start, end in pairwise([*starts, len(cells)])]
    rows = [stretch[: _end_of_first(stretch, wanted)] for stretch in stretches]
    if rows[:-1] == stretches[:-1] and _is_cut(stretches, wanted):
        rows[-1] = stretches[-1]
    for row in rows:
        for cell in row[1:]:
            cell.starts_row = cell.starts_row or False
    _mark_lines([row[1:] for row in rows if len(row) + (row[0].gap or 0) > len(columns)], wanted)


def _mark_keyed(cells: Sequence[Cell], columns: Sequence[Column], wanted: set[str]) -> None:
    """Mark where the rows begin, and that they do so nowhere else, when each key of the first column begins just one."""
    if not columns or any(cell.starts_row is not None or cell.gap for cell in cells):
        return
    kind = columns[0].head.kind
    starts = _labelled(cells) if kind in TEXT_KINDS else _periods(cells) if kind == "deadline" else []
    if len(starts) < _FEWEST_KEYS or starts[0]:
        return
    rows = [cells[start:end] for start, end in pairwise([*starts, len(cells)])]
    wanted -= {kind}
    if all(len(row) > 1 and 1 + _end_of_first(row[1:], wanted) == len(row) for row in rows):
        for row in rows:
            for cell in row:
                cell.starts_row = cell is row[0]
        _mark_lines([row for row in rows if len(row) > len(columns)], wanted)


def _labelled(cells: Sequence[Cell]) -> list[int]:
    """The places of the labels that count up from the first cell's 1, none of them twice."""
    first = cells[0].label if cells else None
    if first is None or first.style not in _COUNTING:
        return []
    labels = [(i, cell.label) for i, cell in enumerate(cells) if cell.label is not None]
    values = [label.value for _, label in labels if label.style == first.style]
    counted = values == list(range(1, len(values) + 1))
    return [i for i, label in labels if label.style == first.style] if counted else []


def _periods(cells: Sequence[Cell]) -> list[int]:
    """The places of the cells that name a month or the like, none of them twice."""
    found = [i for i, cell in enumerate(cells) if is_period(cell.text)]
    return found if len({cells[i].text for i in found}) == len(found) else []


def _mark_lines(rows: Sequence[Sequence[Cell]], wanted: Set[str]) -> None:
    """Mark what may be a further line of a cell, in rows of more cells than there are columns, and what likely is one."""
    for row in rows:
        for before, cell in pairwise(row):
            if not any(answer_kind(line, wanted) or is_figure(line.text) for line in (before, cell)):
                cell.spare = True
                cell.tight = cell.tight or _goes_on(before, cell)


def _goes_on(before: Cell, cell: Cell) -> bool:
    """True for a line behind an open one, for the next point, and for the last character or two of a phrase: …污染防 | 治."""
    if cell.label is not None:
        return cell.label.follows(before.label)
    return before.text.endswith(_OPEN) or (_REMAINDER.fullmatch(cell.text) is not None and not before.closed)


def _is_cut(stretches: Sequence[Sequence[Cell]], wanted: Set[str]) -> bool:
    """True when the page ends inside the last row: it has no more cells than others, but not all that they name."""
    kinds = [{answer_kind(cell, wanted) for cell in stretch} for stretch in stretches]
    shorter = len(stretches[-1]) <= max(map(len, stretches[:-1]))
    return shorter and all(kinds[-1] < named for named in kinds[:-1])


def _counts(cells: Sequence[Cell]) -> bool:
    """True when the bare numbers count up, so that none of them is a figure of another column."""
    numbers = [bare_number(cell.text) for cell in cells]
    return all(b is not None and a is not None and b in (a + 1, 1) for a, b in pairwise(numbers))


def _end_of_first(cells: Sequence[Cell], wanted: Set[str]) -> int:
    """How many of a number's cells surely stand in its first row, the number included."""
    kinds = [answer_kind(cell, wanted) for cell in cells]
    runs = [kind for kind, _ in groupby(kinds) if kind]
    if not runs or len(runs) > len(set(runs)):
        return 1
    return max(i for i, kind in enumerate(kinds) if kind) + 1


def answer_kind(cell: Cell, wanted: Set[str]) -> str:
    """What the cell surely is of ``wanted``: one of units, a time, people; empty for text and headings (二、2031年项目)."""
    if cell.outer:
        return ""
    found, best = "", _SURE
    for kind, score in (("unit", cell.unit), ("deadline", cell.deadline), ("person", cell.person)):
        if score > best and kind in wanted:
            found, best = kind, score
    return found
