"""Rows that begin with their number, whose cells hold line ends that nothing marks (copied from a page or a text program).

序号	任务	措施	责任单位	时限
1	建粮田	1.整地；
2.修渠。	县农业局
各乡镇	11月底

A row takes in line after line until it has as many cells as the heads, where nearly all rows come out so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...fields.heads import read_head
from ...text.labels import bare_number, opens_section
from ...text.piece import squeezed_text
from .lines import Split, is_rule, put_together, with_cells
from .opened_rows import cells_of

_FEWEST_ROWS, _FEWEST_COLUMNS, _MOST_LINES, _MOST_HEAD_LINES = 2, 3, 40, 5
_NEARLY_ALL = 0.8

Group = tuple[Split, ...]


def with_counted(text: str, splits: tuple[Split, ...]) -> tuple[Split, ...]:
    """``splits``, the lines of each such row put together on its first."""
    return put_together(splits, _rows(text, splits))


def _rows(text: str, splits: Sequence[Split]) -> Iterator[Split]:
    for above, groups in _blocks(text, splits):
        size = _size(text, above, groups)
        for group in groups if size else ():
            row = _row(text, group, size)
            if len(row) > 1:
                yield with_cells(row[0], tuple(cells_of(row)), row[-1].line.index)


def _blocks(text: str, splits: Sequence[Split]) -> Iterator[tuple[Group, list[Group]]]:
    """The lines above each table, and its lines from number to number."""
    lines = [split for split in splits if split.line.text and not is_rule(split.line.text)]
    several = [at for at, split in enumerate(lines) if len(split.cells) > 1 and not split.opened and split.cells[0]]
    starts: list[int] = []
    for at in several:
        number = bare_number(squeezed_text(text, lines[at].cells[0]))
        if number == len(starts) + 1:
            starts.append(at)
        elif number == 1 and starts:
            yield _block(lines, starts)
            starts = [at]
    if starts:
        yield _block(lines, starts)


def _block(lines: Sequence[Split], starts: Sequence[int]) -> tuple[Group, list[Group]]:
    ends = [*starts[1:], min(len(lines), starts[-1] + _MOST_LINES)]
    groups = [tuple(lines[start:end][:_MOST_LINES]) for start, end in zip(starts, ends, strict=True)]
    return tuple(lines[max(0, starts[0] - _MOST_HEAD_LINES) : starts[0]]), groups


def _size(text: str, above: Group, groups: Sequence[Group]) -> int:
    """How many cells the rows have: as many as the heads, or one less; 0 where a row a line would do, or rows differ."""
    if len(groups) < _FEWEST_ROWS or all(len(group) == 1 for group in groups):
        return 0
    for count in range(1, len(above) + 1):
        heads = cells_of(above[-count:])
        first = read_head(squeezed_text(text, heads[0])) if heads[0] else None
        if len(heads) < _FEWEST_COLUMNS or first is None or first.kind != "number":
            continue
        for size in (len(heads), len(heads) - 1):
            whole = sum(1 for group in groups if len(cells_of(_row(text, group, size))) == size)
            broken = any(len(group[0].cells) < size for group in groups)
            if broken and size >= _FEWEST_COLUMNS and whole >= _NEARLY_ALL * len(groups) and _ends(text, groups, size):
                return size
    return 0


def _ends(text: str, groups: Sequence[Group], size: int) -> bool:
    """Whether no line with several cells is left behind the rows: else rows without a number stand there."""
    rest = [split for group in groups[:-1] for split in group[len(_row(text, group, size)) :]]
    return all(len(split.cells) == 1 for split in rest)


def _row(text: str, group: Group, size: int) -> Group:
    """The first lines of ``group`` up to that on which a row of ``size`` cells is whole; all of them where none is."""
    count = 0
    for place, split in enumerate(group):
        if place and len(split.cells) == 1 and _is_heading(text, split):
            return group[:place]
        count += len(split.cells) - (1 if place and not group[place - 1].closed else 0)
        if count >= size:
            return group[: place + 1]
    return group


def _is_heading(text: str, split: Split) -> bool:
    return opens_section(squeezed_text(text, split.cells[0]))
