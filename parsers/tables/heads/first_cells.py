"""Where heads printed one a line end and the first row begins: cells of that row may read like heads."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import ANSWERS, TEXT_KINDS, Head, guessed_head, is_inspected
from ...fields.periods import is_period
from ...text.labels import bare_number
from ...text.piece import squeezed_text
from ...units import is_person_head
from ..body.lines import Split
from ..grid.cells import make_cell
from ..grid.fitness import fitness
from ..grid.shape import Column, columns_of
from .candidates import Candidate, cells_below, pipes_behind

#: Kinds of heads that cells of text read like too, and how much better a row has to fit to tell.
_LIKE_CELLS = TEXT_KINDS | {"person"}
_CLEARLY = 2.0
#: A task may end like a head of facts (尾矿库安全管理情况); such heads are shorter.
_LONG_FACT = 8
_WORK = lazy_pattern("(?:责任|职责|落实|协同|配合|组织|牵头|负责|分工|指导|督导|领导|主体|机构){2}")
#: A name asked for again behind who or when is a cell where it is longer than these, or ends so.
_LONG_NAME, _NAMED = 6, ("名称", "项目名", "事项")
#: A heading over the rows may be read as one of these heads; it is so long, and there are so many heads with it.
_MAY_HEAD = TEXT_KINDS | {"other"}
_LONG_HEADING, _FEWEST = 5, 4
#: So many of the rows below such a heading are looked at, and tell.
_ROWS, _FEWEST_ROWS = 8, 2
#: So many heads stand over a row of one cell at least.
_FEWEST_HEADS = 3
#: Headings that share so many characters at their end are one kind.
_SAME_WORD = 2
#: So many more headings stand above the first row at most.
_MOST_HEADINGS = 2


def before_first_row(text: str, splits: Sequence[Split], cells: Sequence[Candidate]) -> int:
    """How many cells stand before the number 1 of the first row, when the first head is a number's; else 0."""
    first = cells[0].head
    below = next(cells_below(splits, cells[-1].line), None)
    if first is None or first.kind != "number" or below is None:
        return 0
    return len(cells) if bare_number(squeezed_text(text, below)) == 1 else 0


def periods(cells: Sequence[Candidate]) -> int:
    """How many of the cells behind the known heads name times: two in a row at least (3月, 6月), since one may be a cell."""
    count = sum(1 for _ in itertools.takewhile(lambda cell: is_period(cell.text), cells))
    return count if count > 1 else 0


def without_month_above(text: str, splits: Sequence[Split], cells: list[Candidate]) -> list[Candidate]:
    """The heads without a month that stands over the first rows: row 1 has no cell for it."""
    months = [place for place, cell in enumerate(cells) if is_period(cell.text)]
    if months != [len(cells) - 1] or not before_first_row(text, splits, cells):
        return cells
    row = list(itertools.islice(cells_below(splits, cells[-1].line), len(cells) + 1))
    second = next((i for i, cell in enumerate(row) if bare_number(squeezed_text(text, cell)) == 2), len(cells))
    return cells[:-1] if second < len(cells) else cells


def without_first_cells(text: str, splits: Sequence[Split], heads: list[Candidate]) -> list[Candidate]:
    """The heads without a last one that is a cell of the first row: 日常工作, 政策落实方面 read like heads.

    The first row tells: its cells fit the columns better when that cell, and those of no known meaning before it, are
    the first of them.
    """
    read = [cell.head for cell in heads]
    if not heads:
        return heads
    last = read[-1]
    above = [head.kind for head in read[:-1] if head is not None]
    if last is None or not {"unit", "deadline"} & set(above) or not (_is_like_cell(last) or _is_work(last, above)):
        return heads
    if last.kind == "name" and "name" in above and len(last.text) > _LONG_NAME and not last.text.endswith(_NAMED):
        return heads[:-1]  # 农村饮水安全工程 is the first thing named
    row = [make_cell(text, cell, 0) for cell in itertools.islice(cells_below(splits, heads[-1].line), len(heads) + 1)]
    row = row[1:] if row and row[0].outer else row[: len(heads)]  # a heading over the rows (一、…) is no cell of one
    if len(row) < len(heads):
        return heads
    columns = columns_of(head or guessed_head("other") for head in read)
    as_head = sum(map(fitness, row, columns))
    known = max(i for i, head in enumerate(read[:-1]) if head is not None) + 1
    for kept in dict.fromkeys((known, len(heads) - 1)):
        cells = [*(make_cell(text, head.cell, 0) for head in heads[kept:]), *row]
        if sum(map(fitness, cells, columns[:kept])) > as_head + _CLEARLY:
            return heads[:kept]
    return heads


def _is_like_cell(head: Head) -> bool:
    """Whether a head may be a cell: a task or a person, facts at length, a kind of organisation that is inspected.

    王县长 reads like a head, but what asks for people by their part in the task (分管领导) names nobody.
    """
    if head.kind in _LIKE_CELLS:
        return head.kind != "person" or not is_person_head(head.text)
    return len(head.text) >= _LONG_FACT if head.kind == "other" else is_inspected(head)


def _is_work(head: Head, above: Sequence[str]) -> bool:
    """Whether a head of doers that names no kind of them (责任落实) may be work behind a head that does."""
    return "unit" in above and _WORK.fullmatch(head.text) is not None and not is_person_head(head.text)


def without_first_group(text: str, splits: Sequence[Split], heads: list[Candidate]) -> list[Candidate]:
    """The heads without a last one that is the group of row 1, where a group stands right before the numbers (类别, 序号)."""
    kinds = [cell.head.kind if cell.head is not None else "" for cell in heads]
    if len(heads) < _FEWEST or kinds[0] not in _LIKE_CELLS or kinds[1] != "number" or kinds.count("number") > 1:
        return heads
    below = next(cells_below(splits, heads[-1].line), None)
    return heads[:-1] if below is not None and bare_number(squeezed_text(text, below)) == 1 else heads


def without_group_row(text: str, splits: Sequence[Split], cells: list[Candidate]) -> list[Candidate]:
    """The heads without a group that is a row of its own (交通类 |): the pipes of the cells that it lacks stand behind it.

    A head that a second row divides may have as many, but it is known, and row 1 is not right below.
    """
    for place, cell in enumerate(cells[_FEWEST_HEADS:], start=_FEWEST_HEADS):
        if pipes_behind(splits, cell.line) != place:
            continue
        known = cell.head is not None and not before_first_row(text, splits, cells[: place + 1])
        if not known and all(pipes_behind(splits, other.line) for other in cells[:place]):
            return cells[:place]
    return cells


def without_heading_above(text: str, splits: Sequence[Split], heads: list[Candidate]) -> list[Candidate]:
    """The heads without a last one that is a heading over the rows: 平安创建情况（300分） in front of 校园安全, then row 1.

    The first rows tell, which have no cell for it: most end in the kind of cell that the head before it asks for, or in
    one more heading (启动阶段, 实施阶段).
    """
    first, before, last = heads[0].head, heads[-2].head if len(heads) > 1 else None, heads[-1].head
    if first is None or first.kind != "number" or before is None or before.kind not in ANSWERS or len(heads) < _FEWEST:
        return heads
    if len(heads[-1].text) < _LONG_HEADING or (last is not None and last.kind not in _MAY_HEAD):
        return heads
    cells = list(itertools.islice(cells_below(splits, heads[-1].line), _ROWS * len(heads)))
    numbers = [i for i, cell in enumerate(cells) if bare_number(squeezed_text(text, cell)) is not None]
    if len(numbers) <= _FEWEST_ROWS or numbers[0] > _MOST_HEADINGS:
        return heads
    column = Column(0, before)
    sizes = [b - a for a, b in itertools.pairwise(numbers)]
    last_cells = [make_cell(text, cells[at - 1], 0) for at in numbers[1:]]
    ends = [fitness(cell, column) > 0 for cell in last_cells]
    if sum(ends) >= _FEWEST_ROWS and _recurs(heads[-1].text, [cell.text for cell in last_cells], sum(ends)):
        return heads[:-1]
    told = [(size, end) for size, end in zip(sizes, ends, strict=True) if size >= len(heads) - 1]  # others are merged
    whole = sum(size == len(heads) - 1 and end for size, end in told)
    return heads[:-1] if whole >= _FEWEST_ROWS and 2 * whole > len(told) else heads


def _recurs(heading: str, ends: Sequence[str], fitting: int) -> bool:
    """Whether all rows that do not end as they are asked to end in another heading with the same last word."""
    alike = sum(end != heading and end[-_SAME_WORD:] == heading[-_SAME_WORD:] for end in ends)
    return bool(alike) and alike + fitting == len(ends)
