"""Headings without label or mark, in a table that prints a cell a line: they stand in front of the row's number.

校园安全

卫生检查

1

检查食堂台账。

市教育局

A text in front of a number may as well be a task whose number and units were merged. That the table begins with such
a text, where nothing can be merged yet, tells that its groups have headings. Where no numbers begin the rows, it is a
name in front of a longer text, of which other rows have but one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from ...deadlines.actions import ACTION
from ...fields.answer_labels import answers_for_all
from ...fields.heads import ANSWERS
from ..body.over_heads import are_names
from .cells import DITTO, Cell
from .fitness import SURE
from .shape import Column

#: Headings that stand one above the other.
DEEPEST = 3
LONGEST = 40
#: A cell this much like units, or like a time, is no heading: 法治建设不断推进 is more than a time.
_UNIT, _TIME = 0.3, 0.55
#: The name of a group is this short; so many groups have one, and so many rows for each have none.
_LONGEST_NAME, _FEWEST_HEADINGS, _FEWEST_ALONE = 12, 2, 0.5
#: The same on a row of its own, in a table of so many columns.
_LONGEST_LONE, _FEWEST_COLUMNS = 20, 3


def mark_headings(cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Mark the cells that only other headings part from the number behind them, in a table that begins with such ones."""
    mark_labels(cells, columns)
    if not _begins_with_headings(cells, columns):
        for cell in _over_tasks(cells, columns):
            cell.heads = True
        return
    behind: Cell | None = None
    for cell in reversed(cells):
        begins = behind is not None and (behind.number is not None or behind.heads)
        cell.heads = cell.heads or (begins and may_head(cell))
        behind = cell


def mark_labels(cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Mark the cells that say who does all below them, where no column asks for that: 牵头单位：县教育局."""
    asked = {column.head.kind for column in columns}
    for cell in cells:
        cell.heads = cell.heads or answers_for_all(cell.text, asked)


def _begins_with_headings(cells: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """True for a table of numbered rows, ending in units or times, whose first cells are such headings."""
    kinds = [column.head.kind for column in columns]
    if kinds[0] != "number" or kinds[-1] not in ANSWERS or "group" in kinds:
        return False
    first = next((i for i, cell in enumerate(cells[: DEEPEST + 1]) if cell.number is not None), 0)
    return first > 0 and all(map(may_head, cells[:first]))


def _over_tasks(cells: Sequence[Cell], columns: Sequence[Column]) -> list[Cell]:
    """The headings of a table whose rows are a task and its answers: some tasks, the first one too, have a name above."""
    first, *others = (column.head.kind for column in columns)
    if first != "content" or not others or any(kind not in ANSWERS for kind in others):
        return []
    if not cells or _answers(cells[0]):
        return []
    runs = [list(run) for answers, run in groupby(cells, _answers) if not answers]
    above = [run[0] for run in runs if len(run) > 1]
    if _count_groups(above, [cell for run in runs for cell in run], runs[0]):
        return above
    alone = len(runs) - len(above)
    if len(above) < _FEWEST_HEADINGS or alone < _FEWEST_ALONE * len(above) or len(runs[0]) == 1:
        return []
    return above if all(len(run) == 1 or _names(run) for run in runs) else []


def _count_groups(above: Sequence[Cell], texts: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Whether labels 1., 2. … stand on all cells ``above`` others, the first one too, and on no other text: they count groups."""
    if len(above) < _FEWEST_HEADINGS or first[0] is not above[0]:
        return False
    counted = all(cell.label is not None and not cell.closed and len(cell.text) <= LONGEST for cell in above)
    return counted and sum(cell.label is not None for cell in texts) == len(above) and _count_up(above)


def _count_up(cells: Sequence[Cell]) -> bool:
    """Whether the labels of ``cells`` follow one another."""
    return all(b.label is not None and b.label.follows(a.label) for a, b in pairwise(cells))


def mark_lone_rows(rows: Sequence[Sequence[Cell | None]]) -> None:
    """Mark the cells that have a marked row to themselves, in a table that begins with such a name and holds several."""
    alone = [at for at, row in enumerate(rows) if sum(cell is not None for cell in row) == 1 and row[0] is not None]
    if alone and alone[-1] == len(rows) - 1:
        alone.pop()  # a note, or what lost its answers
    if len(alone) < _FEWEST_HEADINGS or alone[0] or max(map(len, rows)) < _FEWEST_COLUMNS:
        return
    names = [cell for at in alone if (cell := rows[at][0]) is not None]
    parted = all(b > a + 1 for a, b in pairwise(alone))
    texts = [cell for row in rows for cell in row if cell is not None and cell.number is None]
    counted = parted and _count_groups(names, texts, names)
    if counted or (parted and all(map(_is_name, names)) and are_names(cell.text for cell in names)):
        for cell in names:
            cell.heads = True


def _is_name(cell: Cell) -> bool:
    """True for a short text that is neither a number nor a sentence, and has no label of its own."""
    return cell.number is None and cell.label is None and not cell.closed and len(cell.text) <= _LONGEST_LONE


def _answers(cell: Cell) -> bool:
    """True for a cell that tells who or when."""
    return max(cell.unit, cell.deadline, cell.person) >= SURE or cell.text in DITTO


def _names(run: Sequence[Cell]) -> bool:
    """True for a name and the longer text below it; what begins with a verb is a task whose answers are missing."""
    head, *texts = run
    named = len(texts) == 1 and len(head.text) <= min(_LONGEST_NAME, len(texts[0].text) - 1)
    return named and may_head(head) and ACTION.match(head.text) is None


def may_head(cell: Cell) -> bool:
    """True for a short text of no known kind that may be a whole heading."""
    if cell.number is not None or cell.label is not None or cell.closed or cell.gap:
        return False
    return len(cell.text) <= LONGEST and cell.unit < _UNIT and cell.deadline < _TIME and cell.text[-1] not in "，、："
