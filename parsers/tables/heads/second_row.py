"""Heads in two rows or three: each row divides some heads of the one above it.

序号 | 责任分工 | 任务 | 进度 |
牵头部门 | 配合部门 | 上半年 | 下半年 |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ....normalize.named_tuples import NamedTuple
from ...fields.heads import Head
from ...fields.periods import is_period
from ..grid.cells import Cell
from ..grid.columns import mean_fit
from .head_parts import LEVELS, is_akin, kinship, part_of, read_parts
from .placed_parts import placed_heads

Rows = Sequence[Sequence[Cell | None]]
#: A head and the one above it that it is part of.
Choice = list[tuple[Head, Head | None]]
#: So many rows tell; so many heads at most are divided by one row.
_LOOKAHEAD, MOST_DIVIDED = 30, 3
#: The same where all parts are times: each quarter over its months.
MOST_OF_TIMES = 4
#: The widest tables that are searched: one head may stand over all months; by how many a row of parts divides.
_WIDEST, _WIDEST_DIVIDED = 24, {2: 20, 3: 16}
#: What speaks against levels of a head further right: the first one of texts is divided.
_FURTHER_RIGHT = 0.05


#: Whether parts may stand below a head.
Holds = Callable[[Head, Sequence[Head]], bool]


def _any(above: Head, parts: Sequence[Head]) -> bool:
    del above, parts
    return True


class Way(NamedTuple):
    """A way to divide heads: the lowest ones, and those of a row between that are divided themselves."""

    lowest: Choice
    between: Choice


def with_lower_heads(heads: Sequence[Head], rows: Rows) -> tuple[list[Head], Rows]:
    """Heads of two rows or three as one, when the first body rows are rows of heads; the cells below tell what is divided."""
    placed = placed_heads(heads, rows)
    if placed is not None:
        return placed[0], rows[placed[1] :]
    upper = [head for head in heads if head.text]
    for count in (2, 1):
        parts = [read_parts(row) for row in rows[:count]]
        if len(parts) < count or any(len(row) < 2 for row in parts) or not (count == 1 or _are_known(parts[1])):
            continue
        found = _best(upper, parts, rows[count:])
        if found is not None:
            return found, rows[count:]
    return list(heads), rows


def _are_known(parts: Sequence[Head]) -> bool:
    """Whether most of a third row of heads are surely none of cells."""
    return sum(1 for head in parts if head.known or is_period(head.text)) > len(parts) // 2


def _best(upper: Sequence[Head], parts: Sequence[Sequence[Head]], body: Rows) -> list[Head] | None:
    """The heads that the rows of ``parts`` make of the upper ones, as they best fit the body below."""
    sizes = Counter(len(row) for row in body)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0)
    divided = len(upper) + sum(map(len, parts)) - usual
    if divided < len(parts) or usual > (_WIDEST_DIVIDED.get(divided, _WIDEST) if len(parts) == 1 else _WIDEST):
        return None
    full = [row for row in body if len(row) == usual][:_LOOKAHEAD]
    if upper[0].kind != "number":
        full = [row for row in full if row[0] is None or row[0].number is None] or full  # others have moved left
    fits: dict[tuple[int, Head], float] = {}
    best = max(ways(upper, parts, divided), key=partial(fit_of_way, full, fits), default=None)
    return None if best is None else [part_of(head, above) for head, above in best.lowest]


def ways(upper: Sequence[Head], parts: Sequence[Sequence[Head]], divided: int, holds: Holds = _any) -> Iterator[Way]:
    """All ways to divide ``divided`` heads by a row of parts, or by two of which the lower divides heads of the upper.

    ``holds`` tells which parts may stand below a head.
    """
    if len(parts) == 1:
        yield from (Way(choice, []) for choice in choices(upper, parts[0], divided, holds))
        return
    for first in range(1, min(divided, MOST_DIVIDED + 1)):
        for choice in choices(upper, parts[0], first, holds):
            for lowest in _divided(choice, parts[1], divided - first, holds, inner=True):
                over = {above for _, above in lowest}
                yield Way(lowest, [(head, above) for head, above in choice if above is not None and head in over])


def choices(upper: Sequence[Head], parts: Sequence[Head], divided: int, holds: Holds = _any) -> Iterator[Choice]:
    """All ways to divide ``divided`` of the upper heads into the parts, in order, two parts each at least."""
    return _divided([(head, None) for head in upper], parts, divided, holds, inner=False)


def _divided(heads: Choice, parts: Sequence[Head], divided: int, holds: Holds, inner: bool) -> Iterator[Choice]:
    """The same for heads that may be parts themselves: of ``inner`` ones all that are divided are. Many divide but times."""
    times = divided > MOST_DIVIDED
    if times and (divided > MOST_OF_TIMES or not all(is_period(part.text) for part in parts)):
        return iter(())
    may = [(above is not None or not inner) and (not times or is_akin(parts[0], head)) for head, above in heads]
    return _ways_from(heads, may, parts, divided, holds)


def _ways_from(
    heads: Choice, may: Sequence[bool], parts: Sequence[Head], divided: int, holds: Holds
) -> Iterator[Choice]:
    if not divided:
        if not parts:
            yield heads
        return
    if len(heads) < divided or len(parts) < 2 * divided:
        return
    for rest in _ways_from(heads[1:], may[1:], parts, divided, holds):
        yield [heads[0], *rest]
    counts = range(2, len(parts) + 1) if may[0] else ()
    for count in (count for count in counts if holds(heads[0][0], parts[:count])):
        for rest in _ways_from(heads[1:], may[1:], parts[count:], divided - 1, holds):
            yield [*((part, heads[0][0]) for part in parts[:count]), *rest]


def fit_of_way(rows: Rows, fits: dict[tuple[int, Head], float], way: Way) -> float:
    """How well the cells of ``rows`` fit the heads, and these what is above them; ``fits`` keeps what was measured."""
    return fit_of(rows, fits, way.lowest) + sum(
        kinship(head, above) for head, above in way.between if above is not None
    )


def fit_of(rows: Rows, fits: dict[tuple[int, Head], float], choice: Choice) -> float:
    """The same for the lowest heads."""
    return sum(
        fit_at(rows, fits, place, part_of(head, above))
        + (0.0 if above is None else kinship(part_of(head, above), above))
        for place, (head, above) in enumerate(choice)
    )


def fit_at(rows: Rows, fits: dict[tuple[int, Head], float], place: int, head: Head) -> float:
    """How well the cells at one place fit a head."""
    if (place, head) not in fits:
        further = _FURTHER_RIGHT * place if head.text.startswith(LEVELS) else 0.0
        fits[place, head] = mean_fit(rows, place, head) - further
    return fits[place, head]
