"""The lines below the heads, and the rows that the search finds in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from ....normalize.lazy import lazy_pattern
from ....normalize.slotted import dataclass
from ...fields.heads import TEXT_KINDS
from ...text.document import Line
from ...text.labels import opens_section
from ...text.piece import Piece, Range, squeezed, squeezed_text
from ..body.end import after_table
from ..body.signed import signs
from ..grid.shape import Column
from .evidence import Evidence
from .heads import STOPS, HeadRun
from .numbers import HEADING_LINE, MEASURE, NUMBER, Lead, measured_style, style_of
from .search import Search
from .slots import Found, Habits, Slot, slots_of

#: So much text without a number, or without an answer, ends the body.
_LOOSE = 700
#: So much of the page above the heads is searched for names of places.
_ABOVE = 2000
_FEWEST = 3
NOTE = lazy_pattern(
    r"(?:附?注|备注|说明)：(?=.{4})|(?:填[报表写]|制表|审核|经办|联系)(?:人|单位|日期|电话|时间)：|填[表报写]?说明"
)
#: Document-sharing sites number the pages they cut a text into.
PAGE = lazy_pattern(r"(\d{1,3})、")


@dataclass(slots=True, eq=False, repr=False)
class Body:
    """The text that may be the table's body, as one piece with its document ranges; where each of its lines ends."""

    piece: Piece
    ranges: tuple[Range, ...]
    lines: tuple[int, ...]
    ends: tuple[int, ...]
    #: What the page says above it.
    above: str


@dataclass(slots=True, eq=False, repr=False)
class Reading:
    """The rows of a body, where the last one ends, and the slots of their cells."""

    body: Body
    slots: tuple[Slot, ...]
    content: int
    rows: list[Found]
    end: int
    leads: Mapping[int, Lead]
    guessed: Collection[int]
    measured: bool


def read_body(text: str, lines: Sequence[Line], run: HeadRun, taken: frozenset[int], numbered: bool) -> Body:
    """The lines from the heads on that may be the table's."""
    first = lines[run.line]
    heads = "".join(head.text for head in run.heads)
    page = PAGE.match(first.text)
    pages = int(page[1]) + 1 if page is not None else 2
    ranges: list[Range] = []
    held: list[int] = []
    loose = 0
    marked: bool | None = None
    for at in range(run.line, len(lines)):
        line = lines[at]
        begin = run.end if at == run.line else line.start
        if begin >= line.end or not line.text:
            continue
        if at > run.line and (at in taken or after_table(line.text) or signs(lines, at)):
            break
        page = PAGE.match(line.text) if at > run.line else None
        if page is not None and int(page[1]) == pages and not marked:
            begin, pages = line.start + page.end(), pages + 1
        here = squeezed_text(text, [(begin, line.end)])
        told = [m for m in NUMBER.finditer(here) if not MEASURE.match(here, m.end())]
        if marked is None and told:
            marked = told[0][4] == "、"
        if at > run.line and opens_section(line.text) and not told and not HEADING_LINE.fullmatch(here):
            break
        loose = 0 if told or not numbered else loose + len(here)
        if loose > _LOOSE:
            break
        for start, stop in _between_heads(text, begin, line.end, heads):
            ranges.append((start, stop))
            held.append(at)
    ends = tuple(accumulate(len(squeezed_text(text, [stretch])) for stretch in ranges))
    return Body(squeezed(text, ranges), tuple(ranges), tuple(held), ends, text[max(0, run.start - _ABOVE) : run.start])


def _between_heads(text: str, begin: int, end: int, heads: str) -> Iterator[Range]:
    """The stretches of a line between the heads that a page prints again."""
    while heads and (at := text.find(heads, begin, end)) >= 0:
        if begin < at:
            yield begin, at
        begin = at + len(heads)
    if text[begin:end].strip():
        yield begin, end


def read_rows(body: Body, columns: Sequence[Column], content: Column, numbered: bool) -> Reading:
    """The rows of a body: measures that count on under numbered tasks, where all of them are answered, else its rows."""
    text = body.piece.text
    texts = sum(column.head.kind in TEXT_KINDS for column in columns[: content.index + 2])
    style = measured_style(text) if numbered and texts > 1 else None
    if style is not None:
        reading = _read(body, columns, content, True, style, measured=True)
        answered = sum(len(row.cells) > 1 for row in reading.rows)
        if len(reading.rows) >= _FEWEST and answered == len(reading.rows):
            return reading
    return _read(body, columns, content, numbered, style_of(text), measured=False)


def _read(
    body: Body, columns: Sequence[Column], content: Column, numbered: bool, style: str | None, *, measured: bool
) -> Reading:
    """One reading of the body: what it finds first teaches the search that is kept."""
    slots = slots_of(columns, content, numbered=numbered)
    text = body.piece.text
    breaks = frozenset(body.ends) | {m.start() for m in NOTE.finditer(text)}
    place = next(i for i, slot in enumerate(slots) if content in slot.columns)
    ev = Evidence(text, breaks, columns, style, body.above)
    ev.learn((), measured=measured)
    search = Search(ev, slots, place, Habits(), numbered=numbered, measured=measured)
    rows = search.run()
    if len(rows) > 1:
        ev.learn(_known(text, rows, slots), measured=measured, ending=_ending(breaks, rows))
        weighed = _weighed(slots, rows, place)
        habits = _habits(text, breaks, rows, slots, place)
        search = Search(ev, weighed, place, habits, numbered=numbered, measured=measured)
        rows = search.run()
    for row in rows:
        row.lost = _joined(row, slots)
    return Reading(body, tuple(slots), place, rows, search.best.end, ev.leads, ev.guessed, measured)


def _known(text: str, rows: Sequence[Found], slots: Sequence[Slot]) -> frozenset[str]:
    """The names that stand in the lists of rows whose text ends with a stop, and behind marks."""
    names: set[str] = set()
    for row in rows:
        for index, ranges in row.cells.items():
            if slots[index].kind == "unit":
                sure = text[ranges[0][0] - 1] in STOPS
                names.update(text[a:b] for a, b in ranges[0 if sure else 1 :])
    return frozenset(name for name in names if len(name) > 2 or name[0] == "各")


def _ending(breaks: Collection[int], rows: Sequence[Found]) -> float:
    """The share of the lines down to the last row that end a row, or what stands over one."""
    first, last = (_starts(row)[0] for row in (rows[0], rows[-1]))
    inside = [at for at in breaks if first < at <= last]
    return len({at for row in rows for at in _starts(row)}.intersection(inside)) / len(inside) if inside else 0.0


def _starts(row: Found) -> list[int]:
    """Where a row begins, and where each thing that stands over it does."""
    return [(row.number or min(row.cells.values())[0])[0], *row.leads]


def _habits(text: str, breaks: Collection[int], rows: Sequence[Found], slots: Sequence[Slot], content: int) -> Habits:
    stopped = sum(text[row.cells[content][-1][1] - 1] in STOPS for row in rows if content in row.cells)
    lined = sum((row.number or min(row.cells.values())[0])[0] in breaks for row in rows)
    lost = sum([_joined(row, slots) for row in rows])
    return Habits(stopped / len(rows), lost / len(rows), lined / len(rows))


def _weighed(slots: Sequence[Slot], rows: Sequence[Found], content: int) -> list[Slot]:
    """The slots with what it costs to leave them empty, as their rows do."""
    weighed: list[Slot] = []
    for index, slot in enumerate(slots):
        share = sum(index in row.cells for row in rows) / len(rows)
        skip = slot.skip if index == content else slot.skip * (0.35 + 1.1 * share)
        weighed.append(slot._replace(skip=skip))
    return weighed


def _joined(row: Found, slots: Sequence[Slot]) -> bool:
    """Join the names of a list that marks part; whether a list lost its marks."""
    lost = False
    for index, ranges in row.cells.items():
        if slots[index].kind not in ("unit", "person") or len(ranges) < 2:
            continue
        lists = [ranges[0]]
        for before, here in pairwise(ranges):
            if before[1] < here[0]:
                lists[-1] = (lists[-1][0], here[1])
            else:
                lists.append(here)
                lost = True
        row.cells[index] = lists
    return lost
