"""Heads in two rows where the page shows no rows: the heads of the second row stand behind those of the first.

检查部门 |
||
抽查时间 |
发起部门 |
配合部门 |
||||
1 |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from math import inf
from operator import itemgetter

from ....normalize.named_tuples import NamedTuple
from ...fields.heads import Head
from ...fields.periods import is_period
from ...text.counting import counted
from ..grid.cells import Cell
from .head_parts import is_akin, length_of_period, part_of
from .second_row import MOST_DIVIDED, MOST_OF_TIMES, Rows, Way, fit_at, fit_of_way, ways

#: So many whole rows tell; where no numbers begin them, only the first is sure to be whole.
_LOOKAHEAD = 30
#: Longer rows of heads are not searched, months not counted.
_MOST_HEADS = 14
#: Of two columns under one head nothing would be left over that is not divided: such a head is a title.
_FEWEST_COLUMNS = 3
#: What speaks for a head with a run of pipes behind it; how much better than one row of heads two have to fit.
_MARKED, _CLEARLY = 1.0, 0.1


class _Reading(NamedTuple):
    score: float
    heads: list[Head]


def divided_heads(heads: Sequence[Head], cells: Sequence[Cell], gaps: Sequence[int] = ()) -> list[Head]:
    """``heads`` of two rows as one; as they are where they are one row. ``cells`` are the body, in order.

    ``gaps`` is the number of empty cells that the page marks behind each head.
    """
    last = heads[-1]
    others = [head for head in heads[:-2] if head.text != last.text]  # no head divides itself
    may_divide = any(gaps) or any(is_akin(part_of(last, above), above) for above in others)
    several = sum(1 for head in heads if not is_period(head.text))
    if not may_divide or several > _MOST_HEADS or len(cells) < len(heads) - MOST_DIVIDED:
        return list(heads)
    rows = {size: _rows_of(size, heads, cells) for size in _sizes(heads, cells)}
    plain = max((_one_row(heads, rows[size], size) for size in rows), default=None)
    found = [reading for size in rows if size < len(heads) if (reading := _two_rows(heads, rows[size], size, gaps))]
    best = max(found, key=lambda reading: reading.score, default=None)
    return list(heads) if best is None or plain is None or best.score < plain + _CLEARLY else best.heads


def _sizes(heads: Sequence[Head], cells: Sequence[Cell]) -> list[int]:
    """How many columns there may be: as many as most numbered rows have cells, or one more where a last column is
    mostly empty; without numbers fewer than heads or as many.
    """
    if heads[0].kind != "number":
        return list(range(max(_FEWEST_COLUMNS, len(heads) - MOST_DIVIDED), len(heads) + 1))
    lengths = map(len, _numbered_rows(cells))  # rows without a number make those before them too long
    sizes = Counter(size for size in lengths if size <= len(heads))
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0)
    times = any(is_period(head.text) for head in heads)
    fewest = max(_FEWEST_COLUMNS, len(heads) - MOST_DIVIDED - (MOST_OF_TIMES if times else 0))
    return [size for size in (usual, usual + 1) if fewest <= size < len(heads) and sizes[size]]


def _rows_of(size: int, heads: Sequence[Head], cells: Sequence[Cell]) -> Rows:
    if heads[0].kind == "number":
        rows = (row for row in _numbered_rows(cells) if size - 1 <= len(row) <= size)
        return [[*row, None][:size] for row in islice(rows, _LOOKAHEAD)]
    row_by_row = list(_with_gaps(cells))
    whole = len(row_by_row) % size == 0 and heads[0].kind != "group"  # merged groups vanish from the rows below
    count = min(_LOOKAHEAD if whole else 1, len(row_by_row) // size)
    return [row_by_row[at : at + size] for at in range(0, count * size, size)]


def _numbered_rows(cells: Sequence[Cell]) -> Iterator[list[Cell | None]]:
    """The cells from each row's number to the next, None for an empty one."""
    numbers = [cell.number for cell in cells]
    starts = counted(numbers, next((number for number in numbers if number is not None), 1), anew=True)
    for start, end in pairwise([*starts, len(cells)]):
        row = list(_with_gaps(cells[start:end]))
        yield row[:-1] if len(row) > 1 and row[-1] is None and row[-2] is not None else row


def _with_gaps(cells: Sequence[Cell]) -> Iterator[Cell | None]:
    for cell in cells:
        yield cell
        yield from [None] * (cell.gap or 0)


def _one_row(heads: Sequence[Head], rows: Rows, size: int) -> float:
    """How well one row of heads fits columns of that number, on average: some of its columns may stay empty."""
    fits: dict[tuple[int, Head], float] = {}
    best = [0.0, *[-inf] * size]  # by how many heads are kept
    for head in heads:
        for place in range(size - 1, -1, -1):
            best[place + 1] = max(best[place + 1], best[place] + fit_at(rows, fits, place, head))
    return best[size] / size


def _two_rows(heads: Sequence[Head], rows: Rows, size: int, gaps: Sequence[int]) -> _Reading | None:
    """The best way to divide heads of a first row by those of one or two others so that there are ``size`` of them."""
    fits: dict[tuple[int, Head], float] = {}
    found = [(fit_of_way(rows, fits, way) + marks, way) for way, marks in _likely_ways(heads, size, gaps)]
    best = max(found, key=itemgetter(0), default=None)
    return (
        _Reading(best[0] / size, [part_of(head, above) for head, above in best[1].lowest]) if best is not None else None
    )


def _likely_ways(heads: Sequence[Head], size: int, gaps: Sequence[int]) -> Iterator[tuple[Way, float]]:
    """The ways that divide heads into what is akin to them, or that are marked as divided, and what the marks add to each."""
    divided = len(heads) - size
    # All the cells that a first row lacks may be marked at its end, which then tells nothing of its last head.
    marked = frozenset(
        head
        for i, (head, gap) in enumerate(zip(heads, gaps, strict=False))
        if gap and (divided < 2 or i + 1 + gap < size)
    )

    def holds(above: Head, parts: Sequence[Head]) -> bool:
        return above in marked or _are_parts(above, parts)

    for parts in _rows_of_parts(heads, divided):
        for way in ways(heads[: -sum(map(len, parts))], parts, divided, holds):
            yield way, _MARKED * len({above for _, above in way.lowest if above in marked})


def _rows_of_parts(heads: Sequence[Head], divided: int) -> Iterator[list[Sequence[Head]]]:
    """The last heads as a second row, or as a second and a third, of which each divides one head at least.

    Times of one length on end (1月 | 2月 | …) stand in one row.
    """
    lengths = [length_of_period(head.text) if is_period(head.text) else -1 for head in heads]
    begins = [at for at in range(2, len(heads)) if lengths[at] < 0 or lengths[at] != lengths[at - 1]]
    for second in (at for at in begins if divided <= at <= len(heads) - 2 * divided):
        yield [heads[second:]]
        for third in (at for at in begins if second + 2 <= at <= len(heads) - 2) if divided > 1 else ():
            yield [heads[second:third], heads[third:]]


def _are_parts(above: Head, parts: Sequence[Head]) -> bool:
    """Whether what stands under a divided head is akin to it, or beside such a one says nothing of who, when or what.

    普法对象 | 宣传载体 | 方式措施 under 措施清单.
    """
    told = [part_of(part, above) for part in parts]
    akin = [is_akin(part, above) for part in told]
    return any(akin) and all(like or part.kind == "other" for like, part in zip(akin, told, strict=True))
