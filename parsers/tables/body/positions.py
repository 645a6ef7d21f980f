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
from ....normalize.slotted import dataclass, field
from ...fields.heads import TEXT_KINDS
from ...text.labels import bare_number, read_label
from ...text.piece import Range
from ...units import unit_likeness
from ..grid.cells import make_cell
from ..heads.head_row import HeadRow
from .centred import Layout, PageLine
from .centred_groups import with_centred_groups
from .lines import Printed, Split
from .places import Place, Placed, are_joined, cut_line, divided_pieces, head_pieces, nearest, place_of_head, placed
from .printed_rows import PrintedRow, make_row

_WORD = lazy_pattern(r"\S+")
#: How far columns may seem to overlap: cleaning widened a comma or two.
_SLACK = 2
#: A page may shift its columns; more than one shift in so many rows is no layout.
_ROWS_A_SHIFT = 4
_SENTENCE_END = "。；！？"
_GO_ON = "、，和及与"
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


@dataclass(slots=True, eq=False, repr=False)
class _Entry:
    """A line of the table: its pieces by column, or a heading over all columns."""

    line: int
    cells: dict[int, list[Range]] = field(default_factory=dict[int, list[Range]])
    heading: Range | None = None
    number: bool = False
    closed: bool = False
    labelled: bool = False
    apart: bool = False
    rest: bool = False

    def is_open(self, text: str) -> bool:
        """Whether its last cell ends like a list that goes on."""
        return bool(self.cells) and text[self.cells[max(self.cells)][-1][1] - 1] in _GO_ON


def positioned_rows(text: str, head: HeadRow, lines: Sequence[Split]) -> tuple[list[PrintedRow], int] | None:
    """The rows of ``lines`` and how many of the lines they take; None where the pieces don't stand below the heads."""
    printed = head_pieces(text, head)
    gaps = itertools.pairwise(pieces[0] for pieces in printed)
    if len(printed) < 2 or any(b[0] - a[1] < 2 or "\n" in text[a[1] : b[0]] for a, b in gaps):
        printed = divided_pieces(text, head)
    if not printed:
        return None
    readings = [reading for wide in (True, False) if (reading := _reading(text, printed, lines, wide)) is not None]
    if not readings:
        return None
    best = min(readings, key=lambda reading: reading.raggedness)
    if are_joined(best.cut, len(printed)):
        return None
    entries = list(_entries(text, lines, best, head))
    layout = Layout(_page_lines(text, entries, head), [h.kind for h in head.heads], best.wide)
    entries = _without_strays(entries, layout)
    rows = list(_rows(text, entries, len(head.heads), layout))
    if any(entry.number for entry in entries) and head.heads[0].kind == "group":
        rows = with_centred_groups(text, rows)
    return (rows, len(entries)) if len(rows) > 1 or any(entry.number for entry in entries) else None


def _reading(text: str, heads: Sequence[Printed], lines: Sequence[Split], wide: bool) -> _Reading | None:
    cut = [cut_line(text, split, wide) for split in lines]
    blocks = _blocks(cut, [place_of_head(text, printed, wide) for printed in heads])
    return _Reading(wide, cut, blocks) if blocks else None


def _blocks(cut: Sequence[Sequence[Placed]], heads: list[Place]) -> list[_Block]:
    """Where the columns stand, from the lines that fill them; empty where full lines contradict each other."""
    blocks = [_Block(0, heads)]
    good = full = 0
    for index, pieces in enumerate(cut):
        joined = _joined(pieces, blocks[-1].places)
        full += len(pieces) == len(heads)
        if joined is not None:
            good += 1
            blocks[-1].places = joined
        elif len(pieces) == len(heads):
            blocks.append(_Block(index, [(piece.left, piece.right) for piece in pieces]))
    return blocks if good and len(blocks) <= 1 + full // _ROWS_A_SHIFT else []


def _joined(pieces: Sequence[Placed], places: Sequence[Place]) -> list[Place] | None:
    """``places`` widened by the pieces of a line; None when these do not stand one in a column."""
    if len(pieces) == len(places):
        columns = list(range(len(places)))
    else:
        columns = [nearest(piece, places) for piece in pieces]
        if len(pieces) < 2 or any(piece.overlap(places[i]) <= 0 for i, piece in zip(columns, pieces, strict=True)):
            return None
    widened = list(places)
    for column, piece in zip(columns, pieces, strict=True):
        widened[column] = (min(widened[column][0], piece.left), max(widened[column][1], piece.right))
    apart = all(a[1] <= b[0] + _SLACK for a, b in itertools.pairwise(widened))
    return widened if apart else None


def _entries(text: str, lines: Sequence[Split], reading: _Reading, head: HeadRow) -> Iterator[_Entry]:
    """The lines of the table with their pieces in columns, up to the first line that stands across the columns."""
    number = next((i for i, h in enumerate(head.heads) if h.kind == "number"), None)
    texts = [i for i, h in enumerate(head.heads) if h.kind in TEXT_KINDS and h.kind != "group"]
    content = next((i for i in texts if head.heads[i].kind == "content"), texts[0] if texts else 0)
    block, before, blocks = 0, head.last, reading.blocks
    above = _Entry(head.last)
    for index, (split, pieces) in enumerate(zip(lines, reading.cut, strict=True)):
        while block + 1 < len(blocks) and blocks[block + 1].first <= index:
            block += 1
        places = blocks[block].places
        entry = _Entry(split.line.index, apart=split.line.index > before + 1)
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
                for column, printed in _columns(text, piece, places, reading.wide):
                    entry.cells.setdefault(column, []).append(printed)
        entry.number = number in entry.cells
        _note_beginnings(text, entry, above, content)
        above = entry
        yield entry


def _note_beginnings(text: str, entry: _Entry, above: _Entry, content: int) -> None:
    """Note whether the line begins an item, ends its sentence, or brings but the rest of the cells above it."""
    entry.labelled = len(entry.cells) > 1 and _begins_item(text, entry.cells.get(content, ()))
    if content in entry.cells:
        entry.closed = text[entry.cells[content][-1][1] - 1] in _SENTENCE_END
    elif above.cells and not entry.number:
        entry.rest = above.is_open(text) or (len(entry.cells) == 1 and not entry.is_open(text))
        entry.closed = entry.rest and above.closed


def _goes_on(text: str, above: _Entry, pieces: Sequence[Placed]) -> bool:
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


def _columns(text: str, piece: Placed, places: Sequence[Place], wide: bool) -> Iterator[tuple[int, Range]]:
    """The columns that a piece fills; it is cut at single blanks where it runs over several."""
    over = [i for i, place in enumerate(places) if piece.overlap(place) > 0]
    if len(over) < 2 or _WORD.fullmatch(text, *piece.range) is not None:
        yield nearest(piece, places), piece.range
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


def _rows(text: str, entries: Sequence[_Entry], size: int, layout: Layout) -> Iterator[PrintedRow]:
    """The lines put together to rows."""
    numbered = any(entry.number for entry in entries)
    starts = layout.starts(len(entries)) if numbered else _text_starts(entries)
    row: list[_Entry] = []
    for index, entry in enumerate(entries):
        if row and (index in starts or entry.heading is not None):
            yield _row(text, row, size)
            row = []
        if entry.heading is None:
            row.append(entry)
        else:
            heading = make_cell(text, [entry.heading], entry.line, starts_row=True)
            heading.heads = True
            yield (heading,)
    if row:
        yield _row(text, row, size)


def _begins_item(text: str, cell: Sequence[Range]) -> bool:
    """True for a cell that begins with the number label of a row's task."""
    return bool(cell) and read_label(text[cell[0][0] : cell[0][1]]) is not None


def _without_strays(entries: list[_Entry], layout: Layout) -> list[_Entry]:
    """The lines without those below the last row that go on with nothing: a signature, a date.

    The rest of a wrapped cell stands below its beginning, unless the page centres cells.
    """
    last = max((i for i, entry in enumerate(entries) if entry.number), default=None)
    if last is None or not entries[0].number:
        return entries
    filled = set(entries[last].cells)
    for index in range(last + 1, len(entries)):
        if entries[index].heading is None and (
            not filled.issuperset(entries[index].cells) or layout.is_stray(last, index)
        ):
            return entries[:index]
    return entries


def _text_starts(entries: Sequence[_Entry]) -> frozenset[int]:
    """Rows of a table without numbers begin behind a finished sentence or a blank line, or at a task's own label."""
    return frozenset(
        i
        for i, (a, b) in enumerate(itertools.pairwise(entries), 1)
        if (a.closed and not b.rest) or b.labelled or (b.apart and not a.apart)
    )


def _page_lines(text: str, entries: Sequence[_Entry], head: HeadRow) -> list[PageLine]:
    kinds = [h.kind for h in head.heads]
    return [
        PageLine(
            {i: " ".join(text[a:b] for a, b in ranges) for i, ranges in entry.cells.items() if kinds[i] != "number"},
            entry.number,
            entry.heading is not None,
            entry.apart,
        )
        for entry in entries
    ]


def _row(text: str, entries: Sequence[_Entry], size: int) -> PrintedRow:
    cells: list[Printed] = [tuple(r for entry in entries for r in entry.cells.get(i, ())) for i in range(size)]
    return make_row(text, cells, entries[0].line)
