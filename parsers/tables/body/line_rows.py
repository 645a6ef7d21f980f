"""The rows of a text page that keeps its columns: lines whose pieces stand in columns, put together to rows.

Cells wrap over lines, and those that are merged stand in the middle of the rows that they reach over.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ....normalize.slotted import dataclass, field
from ...fields.breaks import breaks_inside, ends_name
from ...text.piece import Range
from ..grid.cells import make_cell
from ..heads.head_row import HeadRow
from .centred import Layout, PageLine
from .lines import Printed
from .merged_over import Piece, merged_over
from .printed_rows import PrintedRow, make_row

_GO_ON = "、，和及与"
#: The lines of a name stand no further apart, one of its row's between them.
_NEAR = 2
#: What may be merged over rows that each have a number.
_MERGED_KINDS = frozenset({"group", "unit", "person"})


@dataclass(slots=True, eq=False, repr=False)
class Entry:
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


def rows_of_lines(text: str, entries: Sequence[Entry], kinds: Sequence[str], layout: Layout) -> Iterator[PrintedRow]:
    """The lines put together to rows."""
    size, numbered = len(kinds), any(entry.number for entry in entries)
    starts = layout.starts(len(entries)) if numbered else _text_starts(entries)
    bands: list[list[Entry]] = []
    for index, entry in enumerate(entries):
        if not bands or index in starts or entry.heading is not None or bands[-1][-1].heading is not None:
            bands.append([])
        bands[-1].append(entry)
    for is_heading, run in itertools.groupby(bands, key=lambda band: band[0].heading is not None):
        if not is_heading:
            yield from rows_of_bands(text, list(run), size, kinds if numbered else ())
            continue
        for (entry,) in run:
            heading = make_cell(text, [entry.heading or (0, 0)], entry.line, starts_row=True)
            heading.heads = True
            yield (heading,)


def rows_of_bands(text: str, bands: Sequence[Sequence[Entry]], size: int, kinds: Sequence[str]) -> Iterator[PrintedRow]:
    """The rows of ``bands``, the lines of one each; cells of columns of these ``kinds`` may be merged over several."""
    rows: list[list[Printed]] = [
        [tuple(r for entry in band for r in entry.cells.get(i, ())) for i in range(size)] for band in bands
    ]
    firsts = [min(cell[0][0] for cell in row if cell) for row in rows]
    lines = [[frozenset(entry.cells) for entry in band] for band in bands]
    for column, kind in enumerate(kinds):
        if kind not in _MERGED_KINDS:
            continue
        spots = [(i, at) for i, band in enumerate(bands) for at, entry in enumerate(band) if column in entry.cells]
        found = merged_over(lines, _pieces(text, bands, column, spots, kind == "group"), column, kind == "group")
        for cell in found:
            for i in range(cell.first, cell.last + 1):
                rows[i][column] = ((firsts[i], firsts[i]),)  # a sign that the cell above reaches into the row
            here = [bands[i][at].cells[column] for i, at in spots[cell.start : cell.end]]
            rows[cell.first][column] = tuple(r for printed in here for r in printed)
    for row, band in zip(rows, bands, strict=True):
        yield make_row(text, row, band[0].line)


def _pieces(
    text: str, bands: Sequence[Sequence[Entry]], column: int, spots: Sequence[tuple[int, int]], group: bool
) -> list[Piece]:
    """The lines of a column, each told whether it goes on with the one before: in another row only where words say so, or a name."""
    pieces: list[Piece] = []
    before: tuple[int, Entry] | None = None
    for row, at in spots:
        entry = bands[row][at]
        near = before is not None and entry.line - before[1].line <= _NEAR
        may = must = False
        if before is not None and near:
            a, b = (text[slice(*other.cells[column][0])] for other in (before[1], entry))
            torn = not group and (breaks_inside(a, b) or ends_name(a, b))
            may = group or torn or before[0] == row
            must = torn or (not group and before[0] == row)
        pieces.append(Piece(row, at, may, must))
        before = row, entry
    return pieces


def without_strays(entries: list[Entry], layout: Layout) -> list[Entry]:
    """The lines without those below the last row that go on with nothing: a signature, a date.

    The rest of a wrapped cell stands below its beginning, unless the page centres cells.
    """
    last = max((i for i, entry in enumerate(entries) if entry.number), default=None)
    if last is None or not entries[0].number:
        return entries
    first = max((start for start in layout.starts(len(entries)) if start <= last), default=last)
    filled = {column for entry in entries[first : last + 1] for column in entry.cells}
    for index in range(last + 1, len(entries)):
        if entries[index].heading is None and (
            not filled.issuperset(entries[index].cells) or layout.is_stray(last, index)
        ):
            return entries[:index]
    return entries


def _text_starts(entries: Sequence[Entry]) -> frozenset[int]:
    """Rows of a table without numbers begin behind a finished sentence or a blank line, or at a task's own label."""
    return frozenset(
        i
        for i, (a, b) in enumerate(itertools.pairwise(entries), 1)
        if (a.closed and not b.rest) or b.labelled or (b.apart and not a.apart)
    )


def page_lines(text: str, entries: Sequence[Entry], head: HeadRow) -> list[PageLine]:
    kinds = [h.kind for h in head.heads]
    aside = ("number", "group") if kinds[0] == "group" else ("number",)
    return [
        PageLine(
            {i: " ".join(text[a:b] for a, b in ranges) for i, ranges in entry.cells.items() if kinds[i] not in aside},
            entry.number,
            entry.heading is not None,
            entry.apart,
        )
        for entry in entries
    ]
