"""Turned tables: the heads down the first column, a task a column.

工作任务 | 修订预案   | 储备物资   | 组织演练 |
责任单位 | 县应急局   | 县发改局   | 各乡镇   |
完成时限 | 4月底前    | 5月15日前  | 6月1日前 |

The same with blanks between the cells, or with a cell a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from ....normalize.named_tuples import NamedTuple
from ...fields.heads import MAX_HEAD, TEXT_KINDS, Head, read_head
from ...text.piece import squeezed_text
from ..body.lines import Printed, Split, is_rule, split_blanks
from .cells import Cell, make_cell
from .record_tables import FoundTable, heads_beside
from .shape import Row

#: So many heads at least, over so many tasks.
_FEWEST_HEADS, _FEWEST_TASKS, _MOST_TASKS = 3, 2, 30
#: A cell this much like a unit or a time is one; so many below their head have to be.
_LIKE, _MOST = 0.3, 0.6


class _Band(NamedTuple):
    """A head and what stands beside it, or below it: the cells of its tasks, empty ones included."""

    head: Head
    key: Printed
    values: tuple[tuple[Printed, int], ...]
    first: int


def find_turned_tables(text: str, splits: Sequence[Split], lone: Sequence[Head | None]) -> Iterator[FoundTable]:
    """Tables of a task a column; ``lone`` are the heads that lines hold alone."""
    filled = [split for split in splits if split.filled and not is_rule(split.line.text)]
    # Few lines of prose have several cells, or a blank behind so few words.
    bands_beside = [
        _beside(text, split) if len(split.cells) > 1 or 0 < split.line.text.find(" ") <= MAX_HEAD else None
        for split in filled
    ]
    for bands in (*_runs(bands_beside), *_runs_below(filled, lone)):
        cells = [[make_cell(text, *value) if value[0] else None for value in band.values] for band in bands]
        if not _answers([band.head for band in bands], cells):
            continue
        rows = [Row({i: [cell] for i, cell in enumerate(column) if cell}) for column in zip(*cells, strict=True)]
        head = heads_beside(bands[0].first, (band.key for band in bands), (band.head for band in bands))
        last = max(line for _, line in bands[-1].values)
        yield FoundTable(head, last, rows, piped=bool(splits[head.first].pipes))


def _beside(text: str, split: Split) -> _Band | None:
    """The band that a line holds: a head and two cells or more."""
    cells = split.cells
    if len(cells) == 1:
        cells = split_blanks(split.line).filled if len(split.line.text.split()) > _FEWEST_TASKS else cells
    if not _FEWEST_TASKS < len(cells) <= _MOST_TASKS + 1 or not cells[0]:
        return None
    head = _known_head(text, cells[0])
    if head is None or any(cell and _known_head(text, cell) for cell in cells[1:]):
        return None  # no head, or several
    index = split.line.index
    return _Band(head, cells[0], tuple((cell, index) for cell in cells[1:]), index)


def _runs(bands: Sequence[_Band | None]) -> Iterator[list[_Band]]:
    """The bands of one table: on end, of as many tasks, no head twice."""
    if len(bands) - bands.count(None) < _FEWEST_HEADS:
        return
    run: list[_Band] = []
    for band in (*bands, None):
        if band is None and not run:
            continue  # most lines
        alike = band is not None and (not run or len(band.values) == len(run[0].values))
        if not alike or band is None or any(band.head.text == other.head.text for other in run):
            if len(run) >= _FEWEST_HEADS:
                yield run
            run = []
        if band is not None:
            run.append(band)


def _runs_below(lines: Sequence[Split], lone: Sequence[Head | None]) -> Iterator[list[_Band]]:
    """The same where every cell stands on a line of its own."""
    known = {
        index: head
        for index, head in enumerate(lone)
        if head is not None and head.known and len(head.text) <= 2 * MAX_HEAD
    }
    bands: list[_Band | None] = []
    for head, key, below in _heads_with_lines(lines, known) if len(known) >= _FEWEST_HEADS else ():
        values = tuple((split.filled[0], split.line.index) for split in below)
        above = bands[-1] if bands else None
        longer = above is not None and len(values) > len(above.values)  # behind the last cell the page goes on
        values = values[: len(above.values)] if above is not None and longer else values
        bands.append(_Band(head, key.filled[0], values, key.line.index) if len(values) >= _FEWEST_TASKS else None)
        if longer:
            bands.append(None)
    return _runs(bands)


def _heads_with_lines(lines: Sequence[Split], known: Mapping[int, Head]) -> Iterator[tuple[Head, Split, list[Split]]]:
    """Every head on a line of its own, with the lines of one cell below it up to the next."""
    places = [at for at, split in enumerate(lines) if split.line.index in known]
    for at, end in pairwise([*places, len(lines)]):
        below = lines[at + 1 : min(end, at + 2 + _MOST_TASKS)]
        yield known[lines[at].line.index], lines[at], list(takewhile(lambda split: len(split.filled) == 1, below))


def _known_head(text: str, printed: Printed) -> Head | None:
    if printed[-1][1] - printed[0][0] > 2 * MAX_HEAD:
        return None
    head = read_head(squeezed_text(text, printed))
    return head if head is not None and head.known else None


def _answers(heads: Sequence[Head], bands: Sequence[Sequence[Cell | None]]) -> bool:
    """Whether heads of tasks and of doers stand before cells that are what they ask for."""
    kinds = {head.kind for head in heads}
    if "unit" not in kinds or not kinds & TEXT_KINDS:
        return False
    return all(_fits(head, [cell for cell in cells if cell]) for head, cells in zip(heads, bands, strict=True))


def _fits(head: Head, cells: Sequence[Cell]) -> bool:
    if head.kind == "number":
        return all(cell.number is not None or cell.label is not None for cell in cells)
    if head.kind == "unit":
        return sum(cell.unit > _LIKE for cell in cells) >= _MOST * len(cells)
    if head.kind == "deadline":
        return sum(cell.deadline > _LIKE for cell in cells) >= _MOST * len(cells)
    return head.kind not in TEXT_KINDS or not any(cell.unit > 1 - _LIKE for cell in cells)
