"""The columns of a table that prints a cell a line, and where its rows begin when all are whole."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from ...fields.heads import ANSWERS, TEXT_KINDS, Head, guessed_head
from .cells import Cell, row_starts
from .doers import with_doers
from .fitness import fitness
from .shape import Column

_NUMBER = Head("", "number")
#: A cell this much like units or times is one of them, or clearly so; what is less like them is neither.
_SURE, _CLEARLY, _UNLIKE = 0.6, 0.7, 0.5
#: A row with a number has no more cells than so many.
_LONGEST_ROW = 8
#: So many rows tell that numbers count them; each has so many cells at least, and others have but so many more.
_FEWEST_NUMBERED, _FEWEST_CELLS = 3, 3
#: So many whole rows tell that the last one was cut off.
_FEWEST_BEFORE_CUT = 3
#: So many names of spans, no longer than this, tell that the table has a column of them.
_FEWEST_SPANS, _LONGEST_SPAN = 2, 6


def columns_for_stream(heads: Sequence[Head], cells: Sequence[Cell]) -> list[Column]:
    """Columns of a table whose rows are not known: the heads, and a number column when numbers stand in it."""
    kinds = [head.kind for head in heads]
    chosen = list(heads)
    if "number" not in kinds and _numbered(cells):
        place = next((i for i, kind in enumerate(kinds) if kind in TEXT_KINDS), 0)
        texts = sum(1 for kind in kinds if kind in TEXT_KINDS)
        extra = [_NUMBER]
        if texts == 1 and _grouped(cells):
            chosen[place] = chosen[place]._replace(kind="group")
            extra.append(guessed_head("content"))
            place += 1
        elif texts > 1:
            place = _number_place(kinds, cells)
        elif "unit" in kinds[:place] and _numbers_units(cells):
            place = kinds.index("unit")
        chosen[place:place] = extra
    if len(_spans(kinds, cells)) >= _FEWEST_SPANS:
        chosen.insert(0, guessed_head("other"))
    if "unit" not in kinds:
        chosen = with_doers(_mislabelled(chosen, cells), cells)
    return [Column(i, head, not head.text) for i, head in enumerate(chosen)]


def _spans(kinds: Sequence[str], cells: Sequence[Cell]) -> list[Cell]:
    """The short texts where rows begin, in front of times that the first head asks for (第一周 | 3月3日—9日).

    Rows end in units, so that no text stands there but the name of a span that the page merged over them.
    """
    if len(kinds) < _FEWEST_CELLS or kinds[0] != "deadline" or kinds[-1] != "unit" or "group" in kinds:
        return []
    return [
        cell
        for cell, behind in zip(_behind_units(cells), cells[1:], strict=False)
        if cell is not None and len(cell.text) <= _LONGEST_SPAN and cell.deadline < _UNLIKE and behind.deadline > _SURE
    ]


def _behind_units(cells: Sequence[Cell]) -> list[Cell | None]:
    """The first cell and those right behind units that are none; None for the others."""
    ends = (True, *(before.unit > _SURE for before in cells))
    return [cell if ended and cell.unit < _UNLIKE else None for ended, cell in zip(ends, cells, strict=False)]


def mark_whole_rows(cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """Mark where rows begin, in a table without numbers, when all its rows hold a cell in every column.

    That its units and times stand as many cells apart as it has columns tells it; texts fit any column of texts.
    Names may look like units (第一中学), so that they do not tell. Where spans of time have names, rows begin behind units.
    """
    if any(cell.starts_row is not None or cell.gap for cell in cells):
        return
    if columns[0].virtual and len(_spans([column.head.kind for column in columns[1:]], cells)) >= _FEWEST_SPANS:
        for cell in filter(None, _behind_units(cells)):
            cell.starts_row = True
        return
    size = len(columns)
    kinds = {column.head.kind for column in columns}
    typed = [column for column in columns if column.head.kind in ANSWERS]
    names = "name" in kinds and not kinds & (TEXT_KINDS - {"name"})
    if "number" in kinds or not typed:
        return
    for stretch in _between_headings(cells):
        whole = len(stretch) - len(stretch) % size
        cut = whole < len(stretch)
        if cut and (stretch[-1] is not cells[-1] or whole < _FEWEST_BEFORE_CUT * size or names):
            continue
        if all(fitness(cell, column) > 0 for column in typed for cell in stretch[column.index :: size]) and (
            names or not any(_looks_typed(stretch[i]) for i in range(len(stretch)) if columns[i % size] not in typed)
        ):
            for cell in stretch[::size]:
                cell.starts_row = True


def _between_headings(cells: Sequence[Cell]) -> list[Sequence[Cell]]:
    """The stretches of cells between those that may be headings (一、…)."""
    heads = [i for i, cell in enumerate(cells) if cell.outer]
    return [cells[a:b] for a, b in zip([0, *(i + 1 for i in heads)], [*heads, len(cells)], strict=True) if a < b]


def _looks_typed(cell: Cell) -> bool:
    """True for a cell that is a unit, a time or a number: it stands under none of the texts."""
    return cell.number is not None or max(cell.unit, cell.deadline) > _SURE


def _numbers_units(cells: Sequence[Cell]) -> bool:
    """True when units stand behind most numbers: the numbers are left of the column of units."""
    behind = [b for a, b in itertools.pairwise(cells) if a.number is not None]
    return sum(1 for cell in behind if cell.unit > _SURE) > _SURE * len(behind)


def _numbered(cells: Sequence[Cell]) -> bool:
    """True when bare numbers count up often enough to be a column of their own."""
    numbers = [cell.number for cell in cells if cell.number is not None]
    steps = sum(1 for a, b in itertools.pairwise(numbers) if b == a + 1 or b == 1)
    often = len(numbers) >= 2 and len(numbers) * _LONGEST_ROW >= len(cells)
    return (often and steps >= _SURE * (len(numbers) - 1)) or _counts_rows(cells)


def _counts_rows(cells: Sequence[Cell]) -> bool:
    """True when the first cell is a 1 and numbers count up from there, whatever other figures stand between them.

    Rows of one table are about as long as one another.
    """
    places = row_starts(cells, _FEWEST_CELLS) if cells and cells[0].number == 1 else []
    sizes = [b - a for a, b in itertools.pairwise([*places, len(cells)])]
    return len(places) >= _FEWEST_NUMBERED and max(sizes) <= min(sizes) + _FEWEST_CELLS


def _grouped(cells: Sequence[Cell]) -> bool:
    """True when running text stands before a number: a group cell, then its first numbered row."""
    pairs = itertools.pairwise(cells)
    return any(
        b.number == 1 and a.number is None and max(a.unit, a.deadline) < _UNLIKE and not a.closed for a, b in pairs
    )


def _number_place(kinds: Sequence[str], cells: Sequence[Cell]) -> int:
    """Where the number column stands among several text columns: behind a group column when text precedes a 1."""
    texts = [i for i, kind in enumerate(kinds) if kind in TEXT_KINDS]
    return texts[1] if _grouped(cells) and texts[1] == texts[0] + 1 else texts[0]


def _mislabelled(heads: list[Head], cells: Sequence[Cell]) -> list[Head]:
    """A head that stands twice, over text and over units, corrected by the cells (a known slip of editors)."""
    units = sum(1 for cell in cells if cell.unit > _CLEARLY)
    if 2 * units * len(heads) < len(cells):
        return heads
    for i in range(1, len(heads)):
        if heads[i].text == heads[i - 1].text:
            at = i - 1 if _units_first(cells) else i
            return [*heads[:at], guessed_head("unit", heads[at].text), *heads[at + 1 :]]
    return heads


def _units_first(cells: Sequence[Cell]) -> bool:
    """Whether units stand right before texts, and more often than right behind them."""
    kinds = ["unit" if cell.unit > _CLEARLY else "typed" if _looks_typed(cell) else "text" for cell in cells]
    pairs = Counter(itertools.pairwise(kinds))
    return pairs["unit", "text"] > pairs["text", "unit"]
