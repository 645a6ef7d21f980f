"""Texts that stand alone in their row, or beside its unit alone, put into the column that the other rows tell.

Nothing of such a cell says which column of texts it is in: the group's, the task's, or a heading over all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from ....normalize.lazy import lazy_pattern
from ...deadlines.actions import ACTION
from ...fields.heads import ANSWERS, TEXT_KINDS
from ...units.grammar import opens_task
from .cells import Cell
from .shape import Column, Row

#: A number, a group and a task at least.
_FEWEST = 3
_NEARLY_ALL = 0.8
#: A cell this much like a unit may be the place that a row is about.
_LIKE_UNIT = 0.5
_SHORTEST = 4
#: How much is to be done; times and numbers of papers say nothing of it, nor does how many tasks a group has.
_MEASURE = lazy_pattern(r"\d[%％万亿]?(?![\d.%％万亿年月日号期批季章条款届次]|$)[^\W\d_]")
_GROUP_OF = lazy_pattern(
    r"(?:类|项目|任务|事项|工程|[合共总小]计|[（(]|共)[：:]?\d|^.{2,4}(?:项目|任务|事项|工作|工程|类)$"
)
#: So many of no kind, or so many places, are a group's, where nothing is said to do; a mark is explained.
_COUNT_OF = lazy_pattern(r"\d[项条件个](?:镇|乡|村|社区|街道|单位)?$|[★▲△*＊※☆]|的[为是]")


def place_outer_groups(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Move the name of a group that a row of that group prints again from the column beside it, whose own cell is merged there.

    It stands in front of another text: with none behind it, it is what the row says.
    """
    texts = [column.index for column in columns if column.head.kind in TEXT_KINDS]
    for outer, inner in pairwise(texts):
        named = ""
        behind = [index for index in texts if index > inner]
        for row in rows:
            named = row.cells[outer][0].text if outer in row.cells else named
            again = outer not in row.cells and [cell.text for cell in row.cells.get(inner, ())] == [named]
            if again and any(index in row.cells for index in behind):
                row.cells[outer] = row.cells.pop(inner)


def place_lone_texts(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Put a text that stands alone in a column of groups right of it, where a number stands with every group.

    So with several texts, where no row with a number lacks any of their columns, nor the one right of these.
    """
    kinds = [column.head.kind for column in columns]
    _lower_groups(rows, kinds)
    _left_of_groups(rows, kinds)
    _lower_tasks(rows, kinds)
    if kinds[0] != "number" or len(kinds) < _FEWEST or not {kinds[1], kinds[2]} <= TEXT_KINDS:
        return
    _lower_headings(rows)
    body = [row for row in rows if row.cells and row.heading is None]
    _place_several(body, columns)
    lone = [row for row in body if row.cells.keys() == {1}]
    if lone and all((0 in row.cells) == (1 in row.cells) for row in body if len(row.cells) > 1):
        for row in lone if any(2 in row.cells and 1 not in row.cells for row in body) else ():
            row.cells = {2: row.cells.pop(1)}


def _lower_groups(rows: Sequence[Row], kinds: Sequence[str]) -> None:
    """Move the text of a row that names who does it, or when, from the column of groups to that of the tasks, where it has no task:
    groups are merged, and every row is a task's.
    """
    if kinds.count("content") != 1 or kinds.count("group") != 1:
        return
    group, main = kinds.index("group"), kinds.index("content")
    texts = {index for index, kind in enumerate(kinds) if kind in TEXT_KINDS}
    answers = {index for index, kind in enumerate(kinds) if kind in ("unit", "deadline")}
    lacking = [row for row in rows if row.cells.keys() & texts == {group} and _is_answered(row, answers)]
    if group > main or not any(row.cells.keys() >= {group, main} for row in rows[:1]):
        return
    for row in lacking:
        cell = row.cells[group][0]
        if not cell.outer and cell.unit < _LIKE_UNIT:
            row.cells[main] = row.cells.pop(group)


def _is_answered(row: Row, answers: Set[int]) -> bool:
    """Whether a row names who does it, or when, in the columns ``answers``."""
    return any(
        max(cell.unit, cell.deadline) > _LIKE_UNIT for index in row.cells.keys() & answers for cell in row.cells[index]
    )


def _lower_tasks(rows: Sequence[Row], kinds: Sequence[str]) -> None:
    """Make rows of headings that say what is done, or how much of it, where tasks stand first in their rows, or right
    behind their numbers with no other text beside them, and none of those is over the first row.
    """
    main = next((at for at, kind in enumerate(kinds[:2]) if kind == "content"), None)
    lone = [row for row in rows if row.heading and row.heading.label is None and not row.heading.heads]
    if main is None or not lone or rows[0].heading is not None:
        return
    if main and (kinds[0] != "number" or kinds[main + 1 : main + 2] == ["content"]):
        return
    texts = [row.heading for row in lone if row.heading is not None]
    if all(_says_task(cell.text) for cell in texts):
        for row, cell in zip(lone, texts, strict=True):
            row.cells, row.heading = {main: [cell]}, None


def _says_task(text: str) -> bool:
    """Whether a text begins with what is done, or says how much of it (培训护理员260人次)."""
    if len(text) < _SHORTEST:
        return False
    told = opens_task(text) or ACTION.match(text) is not None
    measured = _MEASURE.search(text) is not None and _COUNT_OF.search(text) is None
    return (told or measured) and _GROUP_OF.search(text) is None


def _left_of_groups(rows: Sequence[Row], kinds: Sequence[str]) -> None:
    """Move the text beside 一 to the first column of texts, where 1, 2, … number the other rows: it names the group below."""
    if kinds[0] != "number" or len(kinds) < _FEWEST or kinds[1] not in TEXT_KINDS:
        return
    numbers = [row.cells[0][0].text[:1].isdigit() for row in rows if 0 in row.cells]
    if 2 * sum(numbers) < len(numbers) or all(numbers):
        return
    for row in rows:
        place = max(row.cells, default=0)
        named = row.cells.keys() == {0, place} and place > 1 and kinds[place] in TEXT_KINDS
        if named and not row.cells[0][0].text[:1].isdigit():
            row.cells[1] = row.cells.pop(place)


def _lower_headings(rows: Sequence[Row]) -> None:
    """Make rows of headings without labels where none stands over the first rows: beside merged groups they are tasks.

    So where every group has its number, in rows that hold more than one text, and the headings are like the tasks; that
    groups are merged, another row shows, or what is done in the first words of every heading.
    """
    several = [row for row in rows if len(row.cells) > 1]
    if not rows or rows[0].heading is not None or any((0 in row.cells) != (1 in row.cells) for row in several):
        return
    if not rows[0].cells.keys() >= {0, 1, 2}:
        return
    lone = [row for row in rows if row.heading and row.heading.label is None and not row.heading.heads]
    tasks = [row.cells[2][-1] for row in several if 2 in row.cells]
    alike = [row.heading for row in lone if row.heading is not None and _is_like(row.heading, tasks)]
    merged = any(0 not in row.cells for row in several)
    if len(alike) == len(lone) and (merged or all(opens_task(cell.text) for cell in alike)):
        for row, cell in zip(lone, alike, strict=True):
            row.cells, row.heading = {2: [cell]}, None


def _is_like(heading: Cell, tasks: Sequence[Cell]) -> bool:
    """Whether a heading is no shorter than any of the tasks, and ends as most of them do."""
    closed = 2 * sum(cell.closed for cell in tasks) > len(tasks)
    return len(heading.text) >= min(len(cell.text) for cell in tasks) and heading.closed >= closed


def _place_several(body: Sequence[Row], columns: Sequence[Column]) -> None:
    """Move the texts of rows without a number right by one, away from the column that is merged with the numbers."""
    numbered = [row for row in body if 0 in row.cells]
    moved = [row for row in body if 0 not in row.cells and 1 in row.cells]
    filled = set(moved[0].cells) if moved else set[int]()
    last = len(filled)
    if last < 2 or filled != set(range(1, last + 1)) or any(row.placed or set(row.cells) != filled for row in moved):
        return
    whole = set(range(last + 2))
    if len(columns) <= last + 2 or columns[last + 1].head.kind in ANSWERS or not numbered:
        return
    if all(whole < row.cells.keys() for row in numbered):
        for row in moved:
            row.cells = {index + 1: cells for index, cells in row.cells.items()}


def place_lone_tasks(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Make a row of a heading that ends as the tasks do (…的检查), where merged cells leave others without their number.

    So is what stands behind the last row and over none, with marks for all the cells that it lacks. So where no other
    text of the table ends in these words.
    """
    texts = [column.index for column in columns if column.head.kind in TEXT_KINDS]
    heads = [row for row in rows if row.heading is not None and row.heading.label is None and not row.heading.heads]
    last = _alone(rows[-1], texts) if rows else None
    if not (heads or last) or columns[0].head.kind != "number" or not texts:
        return
    body = [row for row in rows if last is None or row is not rows[-1]]
    main, (ending, count) = max(((i, _common_ending(body, i)) for i in texts), key=lambda found: found[1][1])
    short = [row for row in body if row.cells and 0 not in row.cells and main in row.cells and len(row.cells) > 1]
    if count < _FEWEST or any(_common_ending(body, i)[0] == ending for i in texts if i != main):
        return
    for row in heads if short else ():
        if row.heading is not None and row.heading.text.endswith(ending):
            row.cells, row.heading = {main: [row.heading]}, None
    if last is not None and last.text.endswith(ending):
        rows[-1].cells, rows[-1].placed = {main: [last]}, True


def _alone(row: Row, texts: Sequence[int]) -> Cell | None:
    """The text that has a row to itself, with marks for other cells."""
    cells = row.all_cells()
    alone = row.marked and len(cells) == 1 and cells[0].label is None and not row.cells.keys().isdisjoint(texts)
    return cells[0] if alone else None


def _common_ending(rows: Sequence[Row], column: int) -> tuple[str, int]:
    """The last two characters of nearly all cells of a column, and how many cells end in them; none where they differ."""
    ends = Counter(row.cells[column][-1].text[-2:] for row in rows if column in row.cells)
    ending, count = max(ends.items(), key=lambda item: item[1], default=("", 0))
    return (ending, count) if count >= _NEARLY_ALL * ends.total() else ("", 0)
