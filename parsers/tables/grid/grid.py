"""The grid: which column and row each cell of a table belongs to.

A page that lost its table lines leaves a sequence of cells. The grid is the cheapest reading of that sequence:
every cell fits a column more or less well (:mod:`.fitness`), a column without a cell in a row costs what such
gaps cost in this table, and cells follow the columns from left to right (:mod:`.search`). Rows that are printed whole
are taken as they are. The rest is read twice: the first reading tells which columns are often empty and which units
stand in which column, and the second uses that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ....normalize.spans import MERGED
from ...fields.heads import TEXT_KINDS, TYPED_KINDS
from ..body.titles import is_title_row
from .called_groups import without_strange
from .cells import Cell
from .even_rows import even_rows
from .fitness import fitness, heading_fitness, is_code, is_sentence
from .lone_texts import place_lone_texts
from .merged_columns import note_merged
from .readings import read, settled
from .sense import first_sense, learnt_sense, looks_of
from .shape import Column, Row
from .weights import Run

_NUMBERS = frozenset({"number"})
_ANY_KIND = TYPED_KINDS | TEXT_KINDS | {"other"}
_TYPED_OR_OTHER = TYPED_KINDS | {"other"}
#: Columns of what is to be done, and how much units and times look like themselves.
_TASKS = frozenset({"content", "requirement"})
_SURELY = 0.8
#: A cell that fits a heading this well is one.
_HEADING = 3.0
#: So many rows that are sure teach about the others.
_FEWEST_SURE = 3
#: Fewer of the rows do not tell how often a cell is empty.
_SURE_SHARE = 0.5
#: What is this strange in its column stands in another.
_STRANGE = 1.2
#: Rows that moved left begin in the first columns.
_MOST_LEFT = 2
#: A row of fewer cells may be a heading, a remark or a note.
_FEWEST_PLACED = 2


def align(cells: Sequence[Cell], columns: Sequence[Column]) -> list[Row]:
    """The rows that ``cells``, in document order, make up under ``columns``."""
    if not cells or not columns:
        return []
    prior = first_sense(columns, cells)
    stretches = _stretches(cells, columns)
    even = even_rows(stretches, columns)
    whole = [row or _as_printed(stretch, columns) for row, stretch in zip(even, stretches, strict=True)]
    whole = without_strange(whole, columns, cells)
    sure = [row for row in whole if row is not None]
    sense = learnt_sense(sure, columns, prior, _FEWEST_SURE) or prior
    if len(sure) < _SURE_SHARE * len(stretches):  # whole rows tell nothing of what the others lack
        sense.skip = prior.skip
    sense.looks = looks_of(sure, columns)
    return settled(list(_parts(stretches, whole, columns, prior.item_style)), columns, sense, prior)


def _stretches(cells: Sequence[Cell], columns: Sequence[Column]) -> list[Sequence[Cell]]:
    """The cells cut where a row surely begins: before every number of a first number column, or where the layout says.

    Each stretch holds whole rows.
    """
    numbered = columns[0].head.kind == "number"
    counts = is_code if is_code(cells[0]) and not any(map(_counts, cells)) else _counts
    starts = [i for i, cell in enumerate(cells) if i and (cell.starts_row or (numbered and counts(cell)))]
    return [cells[a:b] for a, b in zip([0, *starts], [*starts, len(cells)], strict=True)]


def _counts(cell: Cell) -> bool:
    return cell.counts


def _parts(
    stretches: Sequence[Sequence[Cell]], whole: Sequence[Row | None], columns: Sequence[Column], item_style: str | None
) -> Iterator[Row | Run]:
    """The rows that are whole as printed, and what stands between them, to be searched together."""
    pending: list[Cell] = []
    for stretch, row in zip(stretches, whole, strict=True):
        if row is None:
            _forget_place(stretch, columns)
            pending.extend(stretch)
            continue
        if pending:
            yield Run(pending, columns, item_style)
            pending = []
        yield row
    if pending:
        yield Run(pending, columns, item_style)


def align_rows(printed: Sequence[Sequence[Cell | None]], columns: Sequence[Column]) -> list[Row]:
    """The rows of a table that is printed a row a line; rows that lack cells are searched, full ones are not."""
    spanned = any(cell is not None and cell.text == MERGED for cells in printed for cell in cells)
    whole = [_as_spanned(cells, columns) if spanned else _as_printed(cells, columns) for cells in printed]
    whole = whole if spanned else _without_moved(whole, columns)
    prior = first_sense(columns, [cell for cells in printed for cell in cells if cell is not None])
    prior.looks = looks_of((row for row in whole if row is not None), columns)
    parts = list(_printed_parts(printed, whole, columns, prior.item_style))
    rows = read(parts, columns, prior).rows
    learnt = learnt_sense(rows, columns, prior)
    if learnt is not None and None in whole:
        learnt.looks = prior.looks
        rows = read(parts, columns, learnt).rows
    place_lone_texts(rows, columns)
    _mark_merged(rows, columns)
    note_merged(rows, columns)
    return rows


def _without_moved(whole: Sequence[Row | None], columns: Sequence[Column]) -> list[Row | None]:
    """The rows that stand as printed, None for those that lack their ends and hold texts that look like another column's.

    What merged cells left of them vanished moved left, and its gaps stand at the end.
    """
    last = len(columns) - 1
    full = [row for row in whole if row is not None and last in row.cells]
    looks = looks_of(full, columns) if len(full) >= _FEWEST_SURE else None
    if looks is None:
        return list(whole)
    return [
        None
        if row is not None
        and last not in row.cells
        and min(row.cells) < _MOST_LEFT
        and any(looks.costs(cells[0]).get(index, 0.0) >= _STRANGE for index, cells in row.cells.items())
        else row
        for row in whole
    ]


def _mark_merged(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Mark rows whose missing cells are merged, though no mark says so: cells vanish inside them, or in other rows.

    Of rows that lack but their last cells, only those are where the page shows that merged cells vanish.
    """
    body = [row for row in rows if row.cells]
    whole = max((len(row.cells) for row in body), default=0)
    filled = {index for row in body if len(row.cells) == whole for index in row.cells}
    last = max(filled, default=0)
    for row in body:
        if not row.placed and len(row.cells) < whole and _lacks_inside(row, filled) and _is_parted(row):
            row.marked = True
    vanish = any(row.marked and _lacks_inside(row, filled) for row in body)
    for row in body if vanish and columns[last].head.kind == "deadline" else ():
        vanished = row.placed or (len(row.cells) > 1 and _is_parted(row) and last not in row.empty)
        if max(row.cells) < last and vanished:
            row.marked = True


def _lacks_inside(row: Row, filled: Set[int]) -> bool:
    """Whether a row has no cell in a column between its own that whole rows fill."""
    return any(index in filled and index not in row.cells for index in range(min(row.cells), max(row.cells)))


def _is_parted(row: Row) -> bool:
    """Whether marks part the cells of a row; blanks also stand inside cells."""
    return row.all_cells()[0].gap is not None


def _printed_parts(
    printed: Sequence[Sequence[Cell | None]],
    whole: Sequence[Row | None],
    columns: Sequence[Column],
    item_style: str | None,
) -> Iterator[Row | Run]:
    for row, cells in zip(whole, printed, strict=True):
        if row is not None:
            yield row
        elif filled := [cell for cell in cells if cell is not None]:
            _forget_place(filled, columns)
            filled[0].heads = filled[0].heads or (len(filled) == 1 and is_title_row(filled[0], len(columns)))
            yield Run(filled, columns, item_style, printed=cells)


def _forget_place(cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Marks behind a row say how many cells it lacks, not where, when they make up for all of them."""
    gaps = [cell.gap or 0 for cell in cells]
    alone = len(cells) == 1  # a heading
    if not alone and not any(gaps[:-1]) and gaps[-1] and len(cells) + gaps[-1] == len(columns):
        cells[-1].gap = None


def _as_printed(cells: Sequence[Cell | None], columns: Sequence[Column]) -> Row | None:
    """The row when every cell stands under its own head; None when cells have moved.

    A row whose cells are all there, or whose number stands where it should, has not moved; in others the cells must
    fit where they stand.
    """
    pairs = [(cell, column) for cell, column in zip(cells, columns, strict=False) if cell is not None]
    if len(cells) != len(columns) or not pairs:
        return None
    if len(pairs) == len(cells) and pairs[0][0].gap and pairs[-1][0].gap is None:
        return None  # blanks behind the number mark an empty cell: two others are halves of one
    if len(pairs) == 1 and (cells[0] is not None or is_title_row(pairs[0][0], len(columns))):
        return None
    counted = any(column.head.kind == "number" and cell.number is not None for cell, column in pairs)
    placed = counted and cells[-1] is not None  # empty cells at the end only say how many are missing
    parted = pairs[0][0].gap is not None  # by marks; blanks also stand inside cells
    opened = cells[0] is None and len(pairs) == len(columns) - 1  # but the first is empty: nothing moved to the left
    sure = parted and pairs[0][0].starts_row is not None and (placed or opened or len(pairs) == len(columns))
    shifted = cells[0] is not None and cells[-1] is None  # merged cells that vanished leave their gaps at the end
    streamed = cells[0] is not None and (cells[0].starts_row is None or not parted)
    kinds = _NUMBERS if sure else _ANY_KIND if shifted else _TYPED_OR_OTHER if streamed else TYPED_KINDS
    if any(fitness(cell, column) < -0.3 for cell, column in pairs if column.head.kind in kinds):
        return None
    if streamed and not parted and any(_names_doer(cell) for cell, column in pairs if column.head.kind in _TASKS):
        return None  # 1 | 修桥。 | 市交通局 | 市财政局: a group is missing, and units stand on two lines
    if shifted and any(is_sentence(cell) for cell, column in pairs if column.head.kind == "group"):
        return None  # a task that moved left, where its group is merged
    last = pairs[-1][0]
    if last.starts_row is None and heading_fitness(last, len(columns), "arabic") > _HEADING:
        return None  # 二、… behind a row is the next group, not its remark
    return Row({column.index: [cell] for cell, column in pairs}, placed=True)


def _as_spanned(cells: Sequence[Cell | None], columns: Sequence[Column]) -> Row | None:
    """The row of a table whose page says which cells span rows: every cell stands under its own head."""
    placed = {column.index: [cell] for cell, column in zip(cells, columns, strict=False) if cell is not None}
    if len(cells) != len(columns) or len(placed) < _FEWEST_PLACED:
        return _as_printed(cells, columns)
    return Row(placed, placed=True)


def _names_doer(cell: Cell) -> bool:
    """True for a cell that is surely a unit or a time, no text of a task."""
    return max(cell.unit, cell.deadline) > _SURELY
