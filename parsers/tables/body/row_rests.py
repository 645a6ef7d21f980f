"""Rests of cells that the page prints on the lines below their row, several side by side (PDF text without its columns).

1 建设冷库三座，完善冷链 县商务局、县农业 6月底
物流体系。 农村局 前

Rests keep the order of the columns; each goes to the cell that it ends best.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...deadlines import deadline_likeness
from ...fields.breaks import are_halves, ends_name, halves_month
from ...fields.heads import TEXT_KINDS, Head
from ...text.labels import bare_number
from ...text.piece import squeezed_text
from ...units import unit_likeness
from ..grid.cells import Cell, join_cells, make_cell
from ..grid.fitness import is_sentence
from ..grid.shape import Column, columns_of
from ..wraps.joints import is_begun
from .lines import Printed, Split, split_blanks
from .printed_rows import PrintedRow

_Row = Sequence[Cell | None]
_LIKELY = 0.6
#: This share of the numbered lines holds a whole row.
_WHOLE = 0.8
_FEWEST = 2
_OPEN = ("、", "，", "（", "和", "及", "与")
_NEVER = -9.0
#: Columns that hold no sentences.
_NAMES = frozenset({"group", "name"})
_WORD = lazy_pattern(r"\S+")
#: How long the rest of a name is, at most, and a sentence that goes on behind another, at least.
_LONGEST_REST, _RUNNING = 12, 10
#: What the rest of a time is made of.
_TIME = lazy_pattern(r"[\d年月日号底末初中上下旬前后内季度份半起止至到完成、—~.\-]+")
#: What speaks for a place: two halves make a whole, a cell that is open goes on, a further name or time.
_HALVES, _GOES_ON, _MORE, _HARDLY, _UNLIKE = 1.5, 1.0, 0.4, -0.3, -1.0


def wrapped_rows(text: str, columns: Sequence[Column], lines: Sequence[Split]) -> tuple[list[PrintedRow], int] | None:
    """The rows of ``lines`` joined by blanks, and how many lines they take; None where numbers do not begin whole rows."""
    size = len(columns)
    if size < _FEWEST or columns[0].head.kind != "number":
        return None
    parts = [split_blanks(split.line).filled for split in lines]
    numbered = [bare_number(squeezed_text(text, cells[0])) is not None for cells in parts]
    sizes = [len(cells) for cells, number in zip(parts, numbered, strict=True) if number]
    whole = sum(1 for count in sizes if count == size)
    if len(sizes) == len(lines) or whole < max(_FEWEST, _WHOLE * len(sizes)) or max(sizes) > size or not numbered[0]:
        return None
    rows: list[list[Cell]] = []
    told = True
    for at, (split, cells, number) in enumerate(zip(lines, parts, numbered, strict=True)):
        made = _cells(text, split, cells)
        if number or _is_heading(made):
            rows.append(made)
            continue
        gain = _add(text, columns, rows[-1], _cells(text, split, _words(split))) or _add(text, columns, rows[-1], made)
        if not gain and any(numbered[at:]) and len(made) == 1 and _is_running(made[0]):
            gain = _add_sentence(text, columns, rows[-1], made[0])
        if gain < (_GOES_ON if len(made) > 1 else _MORE):  # whole cells are a row; below the last one, under the table
            return None if any(numbered[at:]) else _if_sure(rows, columns, told, at)
        told = told and gain >= _HALVES
    return _if_sure(rows, columns, told, len(lines))


def _if_sure(
    rows: Sequence[Sequence[Cell]], columns: Sequence[Column], told: bool, last: int
) -> tuple[list[PrintedRow], int] | None:
    """The rows where every rest shows by itself that it is one (``told``), or the tasks as joined end like sentences."""
    main = next((column.index for column in columns if column.head.kind == "content"), 1)
    sentences = sum(1 for row in rows if len(row) > main and row[main].closed) >= _WHOLE * len(rows)
    return ([tuple(row) for row in rows], last) if told or sentences else None


def _is_heading(row: Sequence[Cell]) -> bool:
    return len(row) == 1 and row[0].outer


def _cells(text: str, split: Split, cells: Sequence[Printed]) -> list[Cell]:
    return [make_cell(text, cell, split.line.index, starts_row=i == 0, gap=0) for i, cell in enumerate(cells)]


def _words(split: Split) -> list[Printed]:
    """The line cut at every blank: 局 前 are the rests of two cells, no word printed wide."""
    start = split.line.start
    return [((start + word.start(), start + word.end()),) for word in _WORD.finditer(split.line.text)]


def _add(text: str, columns: Sequence[Column], row: list[Cell], rests: Sequence[Cell]) -> float:
    """Add rests to the cells of ``row`` that they end, and how surely the surest of them does; 0 where one ends none."""
    if len(row) != len(columns) or len(rests) >= len(columns):
        return 0.0
    best: list[tuple[float, list[int]]] = [(_NEVER, []) for _ in range(len(rests) + 1)]
    best[0] = (0.0, [])
    gains = {(i, j): rest_gain(row[i], rest, columns[i]) for i in range(1, len(row)) for j, rest in enumerate(rests)}
    for place in range(1, len(row)):
        for count in range(len(rests), 0, -1):
            score, places = best[count - 1]
            if score > _NEVER and gains[place, count - 1] > _UNLIKE:
                best[count] = max(best[count], (score + gains[place, count - 1], [*places, place]))
    score, places = best[-1]
    if score <= 0:
        return 0.0
    for place, rest in zip(places, rests, strict=True):
        row[place] = join_cells(text, [row[place], rest], row[place].gap)
    alone = len(rests) == 1 and columns[places[0]].head.kind == "unit"  # a further name stands below the others
    return _HALVES if alone else max(gains[place, j] for j, place in enumerate(places))


def _is_running(cell: Cell) -> bool:
    """Whether a line may go on with a cell whose last line ended with a sentence: a long one, no heading, unit or time."""
    told = len(cell.text) >= _RUNNING or is_sentence(cell)
    return told and not cell.outer and max(cell.unit, cell.deadline) < _LIKELY


def _add_sentence(text: str, columns: Sequence[Column], row: list[Cell], rest: Cell) -> float:
    """Add a line of running text to the last text of ``row`` that ends a sentence; 0 where none does."""
    places = [column.index for column in columns if column.head.kind in TEXT_KINDS and column.index < len(row)]
    ended = [place for place in places if row[place].closed and len(row[place].text) >= _RUNNING]
    if len(ended) != 1:
        return 0.0
    row[ended[0]] = join_cells(text, [row[ended[0]], rest], row[ended[0]].gap)
    return _MORE


def rest_gain(before: Cell, rest: Cell, column: Column) -> float:
    """How well ``rest`` goes on with the cell ``before`` in its column; above 0 speaks for it."""
    kind = column.head.kind
    if kind == "deadline" and halves_month(before.text, rest.text):
        return _HALVES
    if rest.number is not None:
        return _UNLIKE
    if kind == "unit":
        return _unit_gain(before, rest)
    if kind == "person" and rest.person < _LIKELY:
        return _UNLIKE
    if kind == "deadline":
        if rest.deadline >= _LIKELY and before.text[-1] not in "年月":
            return _MORE
        time = _TIME.fullmatch(rest.text) and deadline_likeness(before.text + rest.text) >= _LIKELY
        return _HALVES if time else _UNLIKE
    if kind in TEXT_KINDS:
        fact = max(rest.unit, rest.deadline) >= _LIKELY and "，" not in rest.text
        ended = before.closed or (kind in _NAMES and is_sentence(rest))
        return (_HARDLY if ended else _GOES_ON) - fact
    return _HARDLY if max(rest.unit, rest.deadline) < _LIKELY else _UNLIKE


def _unit_gain(before: Cell, rest: Cell) -> float:
    if rest.closed:
        return _UNLIKE
    if before.text.endswith(_OPEN):
        return _HALVES if rest.unit > 0 or len(rest.text) <= _LONGEST_REST else _HARDLY
    if are_halves(before.text, rest.text):
        return _HALVES
    if "，" not in rest.text and (ends_name(before.text, rest.text) or is_begun(before)):
        return _HALVES if len(rest.text) <= _LONGEST_REST else _UNLIKE
    if rest.unit >= _LIKELY:
        return _MORE
    return _GOES_ON if unit_likeness(before.text + rest.text) >= max(_LIKELY, before.unit) else _UNLIKE


def with_rests(text: str, heads: Sequence[Head], rows: Sequence[_Row]) -> Sequence[_Row]:
    """``rows`` between marks, numbered in their first column, without those that hold the rests of the row above."""
    if len(heads) < _FEWEST or heads[0].kind != "number" or all(row[0] is not None for row in rows if row):
        return rows
    columns = columns_of(heads)
    main = next((i for i, head in enumerate(heads) if head.kind == "content"), -1)
    sentences = _are_sentences(rows, main)
    kept: list[_Row] = []
    for row in rows:
        above = kept[-1] if kept else ()
        if len(row) == len(above) == len(heads) and row[0] is None and _are_rests(above, row, columns, sentences):
            kept[-1] = [
                a if b is None else b if a is None else join_cells(text, [a, b], a.gap)
                for a, b in zip(above, row, strict=True)
            ]
        else:
            kept.append(row)
    return kept


def _are_sentences(rows: Sequence[_Row], main: int) -> bool:
    """Whether the last text under nearly every number ends like a sentence."""
    last: list[Cell] = []
    for row in rows:
        cell = row[main] if 0 < main < len(row) else None
        if cell is not None and (row[0] is not None or not last):
            last.append(cell)
        elif cell is not None:
            last[-1] = cell
    return sum(1 for cell in last if cell.closed) >= _WHOLE * len(last)


def _are_rests(above: _Row, row: _Row, columns: Sequence[Column], sentences: bool) -> bool:
    """Whether each cell of ``row`` goes on with the one above it, and one of them can be no cell of its own.

    Where tasks are ``sentences``, one that ends with no full stop goes on.
    """
    pairs = [(a, b, column) for a, b, column in zip(above, row, columns, strict=True) if b is not None]
    if not pairs or any(a is None for a, _, _ in pairs):
        return False
    gains = [rest_gain(a, b, column) for a, b, column in pairs if a is not None]
    goes_on = sentences and min(gains) >= _GOES_ON  # a further unit or time would be the row's own
    return min(gains) > 0 and (goes_on or max(gains) >= _HALVES)
