"""Rows with a cell a line that no heads stand over: each begins behind a number on a line of its own that counts up.

1

新建排水管网

完成老城区管网改造。

市水务局牵头

改善人居环境

2

Short lines behind the answer of a row, where most rows have none, are headings over the next rows; so are as many above
the first number. A page that goes on with a table begins with any number, and one that leaves rows out jumps over some.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ...text.labels import bare_number
from ...units.labels import composed_label
from ..body.lines import Split
from ..body.printed_rows import PrintedRow, heading_cell
from ..body.titles import is_table_title
from .cells import Cell, make_cell
from .columns import WIDEST
from .heading_cells import DEEPEST, LONGEST, may_head

#: So many numbers on lines of their own that count up are those of rows.
_FEWEST = 3
_NARROWEST = 3
#: So many lines with labels tell of items with label lines under their numbers.
_FEWEST_LABELLED = 2
#: A cell this much like units or a time answers who or when.
_ANSWERS = 0.6
#: Labels of chapters.
_CHAPTERS = frozenset({"part", "han", "han_bracket"})
#: A page leaves out so many rows at most.
_FARTHEST = 20
_LABELLED = lazy_pattern(lambda: rf"\W{{0,2}}(?:{composed_label()})\s?[：:]")

#: First and last line, cells, and how many of them a row has.
CountedRun = tuple[Split, Split, Sequence[PrintedRow], int]


def counted_runs(text: str, splits: Sequence[Split]) -> Iterator[CountedRun]:
    """The rows that numbers on lines of their own count."""
    lines = [split for split in splits if len(split.filled) == 1]
    starts = _starts(text, lines)
    if len(starts) < _FEWEST:
        return
    numbered = [tuple(_cell(text, split) for split in lines[a:b]) for a, b in itertools.pairwise(starts)]
    usual = _usual_size(numbered)
    if not _NARROWEST <= usual <= WIDEST:
        return
    if sum(_LABELLED.match(line.line.text) is not None for line in lines[starts[0] :]) >= _FEWEST_LABELLED:
        return  # numbers over items with label lines
    last = min(starts[-1] + usual, len(lines))
    rows: list[PrintedRow] = []
    deepest = 0
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        cells = tuple(_cell(text, split) for split in lines[start:end])
        above = _headings_behind(cells, usual)
        deepest = max(deepest, above)
        rows.append(cells[: len(cells) - above])
        rows += [(heading_cell(text, split),) for split in lines[end - above : end]]
    first = starts[0]
    for split in reversed(lines[max(0, first - deepest) : first]):
        if not _heads(_cell(text, split)) or is_table_title(split.line.text):
            break
        rows.insert(0, (heading_cell(text, split),))
        first -= 1
    yield lines[first], lines[last - 1], rows, usual


def _starts(text: str, lines: Sequence[Split]) -> list[int]:
    """Where numbers stand that count rows: each is the next one, or is farther on and stands behind a row's answer."""
    starts: list[int] = []
    last = 0
    for at, split in enumerate(lines):
        number = bare_number(split.line.text.strip("| "))
        if number is None:
            continue
        if number == last + 1 or (starts and last < number <= last + _FARTHEST and _ends_row(text, lines, at)):
            starts.append(at)
        elif len(starts) < _FEWEST:
            starts = [at]
        else:
            continue
        last = number
    return starts


def _ends_row(text: str, lines: Sequence[Split], at: int) -> bool:
    """Whether the line above, headings apart, names who answers for something or when."""
    above = (_cell(text, split) for split in reversed(lines[max(0, at - DEEPEST - 1) : at]))
    cell = next((cell for cell in above if not _heads(cell)), None)
    return cell is not None and _answers(cell)


def _usual_size(rows: Sequence[Sequence[Cell]]) -> int:
    """How many cells most rows have; of sizes that are as common, the smaller when headings make the difference."""
    sizes = Counter(len(row) for row in rows)
    less = {len(row) for row in rows if len(row) - _headings_behind(row, _NARROWEST) in sizes.keys() - {len(row)}}
    return max(sizes, key=lambda size: (sizes[size], size not in less, size))


def _headings_behind(cells: Sequence[Cell], usual: int) -> int:
    """How many cells of a longer row than the usual are headings of the next: short texts behind its answers."""
    most = min(len(cells) - usual, DEEPEST)
    return next((n for n in range(most, 0, -1) if all(map(_heads, cells[-n:])) and _answers(cells[-n - 1])), 0)


def _heads(cell: Cell) -> bool:
    """Whether a cell may be a heading: a short text, with a label of chapters or without one."""
    return may_head(cell) or (
        cell.label is not None and cell.label.style in _CHAPTERS and len(cell.text) <= LONGEST and not cell.closed
    )


def _answers(cell: Cell) -> bool:
    return max(cell.unit, cell.deadline) > _ANSWERS


def _cell(text: str, split: Split) -> Cell:
    return make_cell(text, split.filled[0], split.line.index)
