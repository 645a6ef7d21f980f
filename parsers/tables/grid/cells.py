"""Cells of a table and what they look like.

How much a cell looks like a number, a list of units, a deadline or a person is measured once, when the cell is made;
the grid weighs these measures against what the column heads ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from ....normalize.lazy import lazy_pattern
from ....normalize.slotted import dataclass
from ....normalize.spans import MERGED
from ...deadlines import deadline_likeness
from ...text.counting import counted
from ...text.labels import CIRCLED, OUTER_STYLES, Label, bare_number, read_label
from ...text.piece import Range, spaced, squeezed_text
from ...units import person_likeness, unit_likeness

#: Longer texts are running text: no list of units in a cell was met beyond it.
_LONGEST_FACT = 240
#: Texts up to this length are remembered: names of units and times repeat from row to row.
_SHORT = 40
_SENTENCE_END = "。；！？"
#: Cells that point at the one above.
DITTO = frozenset({"同上", "同前", "〃", "″", '"', "同上行", MERGED})
_IN_BRACKETS = lazy_pattern(r"（[^（）]*）")
#: Labels of points inside a text; what they number is never a list of units.
#: Marks that point to a note below: 市发改委②.
_OF_NOTES = CIRCLED + "*※"
_POINTS = frozenset({"arabic_bracket", "circled", "small", "point"})


@dataclass(slots=True, eq=False, repr=False)
class Cell:
    """One printed cell, or a piece of one where the page broke it.

    ``number`` to ``person`` tell how much it looks like what columns ask for, ``closed`` that it ends like a sentence,
    ``several`` that it lists several names. What is measured stays; the reader of the table's body sets the hints
    (``starts_row``, ``gap``, ``tight``) and may find a label that only the place tells.

    ``ranges`` are document ranges, one a line; ``text`` is the text without white space. ``starts_row`` is True
    when the layout shows that the cell begins a row, False when it shows that it does not, None when nothing
    is known. ``gap`` is the number of empty cells that the layout marks behind it (None: marks nothing).
    ``tight`` is True when the cell follows the one before more closely than cells of this table do, ``apart`` when a mark
    parts the two, ``spare`` in a row
    of more cells than the table has columns, where some must be further lines, ``firm`` when the cell before it ends
    its row by what it says, ``heads`` when the place shows that it is a heading. ``glued`` are the places of lines that
    go on with the one before, since the page broke a line there for want of space, and ``unsure`` tells that the cell may
    go on on the next line. ``figure`` tells that the number counts no rows: it is a score or a sum, or a measure beside one.
    """

    text: str
    ranges: tuple[Range, ...]
    line: int
    number: int | None
    label: Label | None
    unit: float
    deadline: float
    person: float
    closed: bool
    several: bool
    starts_row: bool | None = None
    gap: int | None = None
    tight: bool = False
    apart: bool = False
    spare: bool = False
    firm: bool = False
    heads: bool = False
    glued: tuple[int, ...] = ()
    unsure: bool = False
    figure: bool = False

    @property
    def start(self) -> int:
        """First document offset."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """One past the last document offset."""
        return self.ranges[-1][1]

    @property
    def counts(self) -> bool:
        """True for a number that may count rows."""
        return self.number is not None and not self.figure

    @property
    def outer(self) -> bool:
        """True when the text carries the label of a heading (一、…)."""
        return self.label is not None and self.label.style in OUTER_STYLES


def make_cell(
    text: str,
    ranges: Sequence[Range],
    line: int,
    *,
    starts_row: bool | None = None,
    gap: int | None = None,
    glued: tuple[int, ...] = (),
) -> Cell:
    """The cell that stands in ``ranges`` of the document ``text``, measured; ``ranges`` must not be blank."""
    value = squeezed_text(text, ranges)
    if len(ranges) == 1:
        printed = text[ranges[0][0] : ranges[0][1]]
    else:
        printed = spaced(text, ranges, glued).text if glued else "\n".join([text[start:end] for start, end in ranges])
    measured = _measured_again(value, printed) if len(printed) <= _SHORT else _measured(value, printed)
    return Cell(value, tuple(ranges), line, *measured, starts_row, gap, glued=glued)


def join_cells(text: str, cells: Sequence[Cell], gap: int | None = None, glued: tuple[int, ...] = ()) -> Cell:
    """The cell that ``cells`` of the document ``text`` make up; it stands where the first of them does."""
    first = cells[0]
    ranges = [r for cell in cells for r in cell.ranges]
    return make_cell(text, ranges, first.line, starts_row=first.starts_row, gap=gap, glued=glued)


def glued_places(cells: Iterable[Cell]) -> tuple[int, ...]:
    """The places of all lines of ``cells`` that go on with the one before."""
    found: list[int] = []
    at = 0
    for cell in cells:
        found += [at + place for place in cell.glued]
        at += len(cell.ranges)
    return tuple(found)


def joined_runs(text: str, cells: Sequence[Cell], goes_on: Sequence[bool]) -> list[Cell]:
    """``cells``, each that ``goes_on`` joined with those before it, with the hints of the first and the gap of the last."""
    starts = [at for at, rest in enumerate(goes_on) if not (rest and at)]
    runs = (cells[start:end] for start, end in pairwise([*starts, len(cells)]))
    return [run[0] if len(run) == 1 else one_cell(text, run) for run in runs]


def one_cell(text: str, cells: Sequence[Cell]) -> Cell:
    """The cells as one, with the hints of the first and the gap of the last."""
    made = join_cells(text, cells, cells[-1].gap)
    made.tight = cells[0].tight
    return made


def _measured(value: str, printed: str) -> tuple[int | None, Label | None, float, float, float, bool, bool]:
    """What a cell with this text looks like, printed in these lines, in the order of :class:`Cell`."""
    short = len(value) <= _LONGEST_FACT
    number = bare_number(value)
    label = None if number is not None else read_label(value)
    rest = printed if label is None else value[label.end :]
    point = label is not None and label.style in _POINTS and value[-1] in _SENTENCE_END
    plain = number is None and short and not point
    unit = unit_likeness(rest.rstrip(_OF_NOTES)) if plain else 0.0
    deadline = deadline_likeness(value) if plain else 0.0
    person = person_likeness(printed) if plain and len(value) <= 40 else 0.0
    several = "、" in value and "、" in _IN_BRACKETS.sub("", value)
    return number, label, unit, deadline, person, value[-1:] in _SENTENCE_END, several


_measured_again = lru_cache(maxsize=1024)(_measured)


def row_starts(cells: Sequence[Cell], least: int = 1) -> list[int]:
    """The places of the numbers that count up from 1, with ``least`` cells a row; other numbers between are figures."""
    return list(counted([cell.number for cell in cells], least=least))
