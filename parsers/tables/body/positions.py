"""Tables in columns of a text page (PDF text that keeps its layout): where a piece stands tells its column.

Cells wrap over lines: the lines of a row that carry no number belong to the row above, or, where the page centres
numbers beside their text, to the number they stand around. Widths are counted twice, with Chinese characters two
columns wide and one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ....normalize.slotted import dataclass
from ...fields.heads import TEXT_KINDS
from ...text.labels import bare_number, read_label
from ...text.piece import Range
from ...units import unit_likeness
from ..heads.head_row import HeadRow
from .centred import Layout
from .line_rows import Entry, page_lines, rows_of_lines, without_strays
from .lines import Printed, Split
from .places import (
    Place,
    Placed,
    are_joined,
    cut_line,
    divided_pieces,
    head_pieces,
    nearest,
    place_of_head,
    placed,
    width_of,
)
from .printed_rows import PrintedRow

_WORD = lazy_pattern(r"\S+")
#: How far columns may seem to overlap: cleaning widened a comma or two.
_SLACK = 2
#: A page may shift its columns; more than one shift in so many rows is no layout.
_ROWS_A_SHIFT = 4
_SENTENCE_END = "。；！？"
_END = lazy_pattern(f"[{_SENTENCE_END}]")
_LIKE = 0.6


@dataclass(slots=True, eq=False, repr=False)
class _Block:
    """Lines whose columns stand at the same places."""

    first: int
    places: list[Place]


class _Reading(NamedTuple):
    """The pieces of every line and where the columns stand, for one width of Chinese characters."""

    wide: bool
    cut: list[list[Placed]]
    blocks: list[_Block]

    @property
    def raggedness(self) -> tuple[int, int]:
        """How badly the pieces line up: shifts of the columns, then places where pieces begin."""
        return len(self.blocks), len({piece.left for pieces in self.cut for piece in pieces})


def positioned_rows(text: str, head: HeadRow, lines: Sequence[Split]) -> tuple[list[PrintedRow], int] | None:
    """The rows of ``lines`` and how many of the lines they take; None where the pieces don't stand below the heads."""
    printed = head_pieces(text, head)
    places = [place_of_head(text, pieces, False) for pieces in printed]
    gaps = [b[0] - a[1] for a, b in itertools.pairwise(places)]
    if len(printed) < 2 or min(gaps) < 1 or 2 * sum(gap < 2 for gap in gaps) >= len(gaps):
        printed = divided_pieces(text, head)
    if not printed:
        return None
    number = _number_column(head)
    readings = [
        reading for wide in (True, False) if (reading := _reading(text, printed, lines, wide, number)) is not None
    ]
    if not readings:
        return None
    best = min(readings, key=lambda reading: reading.raggedness)
    if are_joined(best.cut, len(printed)):
        return None
    entries = list(_entries(text, lines, best, head))
    layout = Layout(page_lines(text, entries, head), [h.kind for h in head.heads])
    entries = without_strays(entries, layout)
    rows = list(rows_of_lines(text, entries, [h.kind for h in head.heads], layout))
    return (rows, len(entries)) if len(rows) > 1 or any(entry.number for entry in entries) else None


def _reading(
    text: str, heads: Sequence[Printed], lines: Sequence[Split], wide: bool, number: int | None
) -> _Reading | None:
    cut = [cut_line(text, split, wide, number is not None) for split in lines]
    blocks = _blocks(cut, [place_of_head(text, printed, wide) for printed in heads], number)
    return _Reading(wide, cut, blocks) if blocks else None


def _number_column(head: HeadRow) -> int | None:
    return next((i for i, h in enumerate(head.heads) if h.kind == "number"), None)


def _blocks(cut: Sequence[Sequence[Placed]], heads: list[Place], number: int | None) -> list[_Block]:
    """Where the columns stand, from the lines that fill them; empty where full lines contradict each other."""
    blocks = [_Block(0, heads)]
    good = full = 0
    for index, pieces in enumerate(cut):
        joined = _joined(pieces, blocks[-1].places, number)
        full += len(pieces) == len(heads)
        if joined is not None:
            good += 1
            blocks[-1].places = joined
        elif len(pieces) == len(heads):
            blocks.append(_Block(index, [(piece.left, piece.right) for piece in pieces]))
    return blocks if good and len(blocks) <= 1 + full // _ROWS_A_SHIFT else []


def _joined(pieces: Sequence[Placed], places: Sequence[Place], number: int | None) -> list[Place] | None:
    """``places`` widened by the pieces of a line; None when these do not stand one in a column."""
    if len(pieces) == len(places):
        columns = list(range(len(places)))
    elif any(sum(piece.overlap(place) > 0 for place in places) > 1 for piece in pieces):
        return None
    else:
        columns = [_column(piece, places, number) for piece in pieces]
        if len(pieces) < 2 or any(
            piece.overlap(places[i]) <= 0 and not piece.counts for i, piece in zip(columns, pieces, strict=True)
        ):
            return None
    widened = list(places)
    for column, piece in zip(columns, pieces, strict=True):
        widened[column] = (min(widened[column][0], piece.left), max(widened[column][1], piece.right))
    apart = all(a[1] <= b[0] + _SLACK for a, b in itertools.pairwise(widened))
    return widened if apart else None


def _entries(text: str, lines: Sequence[Split], reading: _Reading, head: HeadRow) -> Iterator[Entry]:
    """The lines of the table with their pieces in columns, up to the first line that stands across the columns."""
    number = _number_column(head)
    texts = [i for i, h in enumerate(head.heads) if h.kind in TEXT_KINDS and h.kind != "group"]
    content = next((i for i in texts if head.heads[i].kind == "content"), texts[0] if texts else 0)
    block, before, blocks = 0, head.last, reading.blocks
    above = Entry(head.last)
    for index, (split, pieces) in enumerate(zip(lines, reading.cut, strict=True)):
        while block + 1 < len(blocks) and blocks[block + 1].first <= index:
            block += 1
        places = blocks[block].places
        entry = Entry(split.line.index, apart=split.line.index > before + 1)
        before = split.line.index
        if _is_heading(split, pieces, places[content]):
            entry.heading = pieces[0].range
            above = entry
            yield entry
            continue
        if _goes_on(text, above, pieces):
            entry.cells = {max(above.cells): [pieces[0].range]}
        elif _is_across(pieces, places, places[content]):
            return
        else:
            for piece in pieces:
                for column, printed in _columns(text, piece, places, reading.wide, number):
                    entry.cells.setdefault(column, []).append(printed)
        entry.number = number in entry.cells
        _note_beginnings(text, entry, above, content)
        above = entry
        yield entry


def _note_beginnings(text: str, entry: Entry, above: Entry, content: int) -> None:
    """Note whether the line begins an item, ends its sentence, or brings but the rest of the cells above it."""
    entry.labelled = len(entry.cells) > 1 and _begins_item(text, entry.cells.get(content, ()))
    if content in entry.cells:
        entry.closed = text[entry.cells[content][-1][1] - 1] in _SENTENCE_END
    elif above.cells and not entry.number:
        entry.rest = above.is_open(text) or (len(entry.cells) == 1 and not entry.is_open(text))
        entry.closed = entry.rest and above.closed


def _goes_on(text: str, above: Entry, pieces: Sequence[Placed]) -> bool:
    """True for names alone on a line that stand at its beginning, though the list above them is what they go on with."""
    if len(pieces) != 1 or not above.closed or not above.is_open(text):
        return False
    return unit_likeness(text[slice(*pieces[0].range)]) > _LIKE


def _is_heading(split: Split, pieces: Sequence[Placed], content: Place) -> bool:
    """True for a line of one piece that begins left of the tasks with a heading's label (一、…, A. … over A1, A2)."""
    if len(pieces) != 1 or pieces[0].left >= content[0] - 1 or bare_number(split.line.text) is not None:
        return False
    label = read_label(split.line.text)
    return label is not None and (label.outer or label.style == "letter")


def _is_across(pieces: Sequence[Placed], places: Sequence[Place], content: Place) -> bool:
    """True for a line of one piece that is no cell: it begins left of its column's text and runs over several."""
    if len(pieces) != 1:
        return False
    over = sum(1 for place in places if pieces[0].overlap(place) > _SLACK)
    return over > 2 or (over > 1 and pieces[0].left < content[0] - 1)


def _column(piece: Placed, places: Sequence[Place], number: int | None) -> int:
    """The column of a piece by its place, that of numbers for the number of a row."""
    return number if piece.counts and number is not None else nearest(piece, places)


def _columns(
    text: str, piece: Placed, places: Sequence[Place], wide: bool, number: int | None
) -> Iterator[tuple[int, Range]]:
    """The columns that a piece fills; it is cut at single blanks where it runs over several."""
    over = [i for i, place in enumerate(places) if piece.overlap(place) > 0]
    if len(over) < 2 or _WORD.fullmatch(text, *piece.range) is not None:
        yield from _cut_at_end(text, piece, places, wide, number)
        return
    last: tuple[int, Range] | None = None
    words = (match.span() for match in _WORD.finditer(text, *piece.range))
    for word in placed(text, words, piece.range[0], piece.left, wide):
        column = nearest(word, places)
        if last is not None and column <= last[0]:
            last = (last[0], (last[1][0], word.range[1]))
            continue
        if last is not None:
            yield last
        last = (column, word.range)
    if last is not None:
        yield last


def _cut_at_end(
    text: str, piece: Placed, places: Sequence[Place], wide: bool, number: int | None
) -> Iterator[tuple[int, Range]]:
    """The column of a piece without blanks; two where its sentence ends right where the next column begins."""
    column = _column(piece, places, number)
    ends = [match.end() for match in _END.finditer(text, *piece.range)] if column + 1 < len(places) else []
    start = piece.range[0]
    cut = next((at for at in ends if piece.left + width_of(text[start:at], wide) == places[column + 1][0]), None)
    yield column, (start, cut or piece.range[1])
    if cut is not None and cut < piece.range[1]:
        yield column + 1, (cut, piece.range[1])


def _begins_item(text: str, cell: Sequence[Range]) -> bool:
    """True for a cell that begins with the number label of a row's task."""
    return bool(cell) and read_label(text[cell[0][0] : cell[0][1]]) is not None
