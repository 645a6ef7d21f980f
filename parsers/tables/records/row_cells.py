"""The cells of a row by column: who and by when, and the fields of columns that have no field of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from ....normalize.fresh import fresh_dict, fresh_list
from ....normalize.slotted import dataclass, field, replace
from ...deadlines import DeadlineDraft, is_days_alone
from ...drafts import FieldDraft, Marked, TaskDraft
from ...fields.heads import ANSWERS
from ...fields.outer_times import OuterTime, is_outer_head, outer_time
from ...fields.people import phone_numbers
from ...fields.periods import is_beginning, year_of_head
from ...reader import Reader, Responsibility
from ...text.piece import Range, squeezed, squeezed_text
from ..grid.cells import DITTO, Cell, glued_places
from ..grid.shape import Column, Row
from .period_cells import as_beginnings, joined_period, period_deadlines, tells_figure, with_stage
from .unit_marks import UnitMarks

#: Cells that say that there is nothing.
NOTHING = frozenset({"无", "/", "—", "——", "-", "--", "…", "……", "暂无", "略", ""})
#: A cell this much like units is one of them.
_UNIT = 0.6


@dataclass(slots=True, eq=False, repr=False)
class Above:
    """What a row can take over: merged cells from the last task of the group, 同上 from the last cell of its column."""

    task: TaskDraft | None = None
    deadlines: Sequence[Marked[DeadlineDraft]] = ()
    columns: dict[int, Responsibility] = field(default_factory=fresh_dict)
    #: What the columns held last in the group: answers, and other columns' texts.
    group: dict[int, Responsibility] = field(default_factory=fresh_dict)
    fields: dict[int, Marked[FieldDraft]] = field(default_factory=fresh_dict)
    #: The month, and the year, that cells of times named for those beside and below them.
    month: OuterTime | None = None
    year: int | None = None

    def clear(self) -> None:
        """A new group begins: nothing is taken over into it, but a cell may still point at the one above."""
        self.task, self.deadlines, self.month, self.year = None, (), None, None
        self.group.clear()
        self.fields.clear()


@dataclass(slots=True, eq=False, repr=False)
class CellReader:
    """Reads the cells of one row into ``found`` and ``fields``.

    ``heads`` are the places of the column heads, ``marks`` what marks below units say, ``led`` tells of a column of its own for who leads, ``stages`` what is
    due in columns of times beside one another, ``time`` the month or year that the headings above name, ``goals`` which
    columns of parts of the year hold figures to be reached.
    """

    reader: Reader
    heads: Sequence[Range]
    above: Above
    marks: UnitMarks
    led: bool = False
    stages: Mapping[int, str] = field(default_factory=fresh_dict)
    time: OuterTime | None = None
    goals: Set[int] = frozenset()
    found: Responsibility = field(default_factory=Responsibility)
    fields: list[Marked[FieldDraft]] = field(default_factory=fresh_list)

    def read(self, column: Column, cells: Sequence[Cell], is_field: bool) -> None:
        """Read the cells of a column; ``is_field`` tells that their text is no part of the task's own."""
        answers = column.head.kind in ANSWERS
        if not (answers or is_field) or not cells:
            return
        if len(cells) > 1 and cells[-1].text in NOTHING:  # 长期坚持, and a row below that only says 无
            cells = cells[:-1]
        text = cells[0].text if len(cells) == 1 else squeezed_text(self.reader.text, ranges_of(cells))
        if text in NOTHING:
            self.leave(column)
            return
        if text in DITTO:
            self.found.add(self.above.columns.get(column.index, Responsibility()).inherited())
        elif column in self.marks:
            self.found.add(self.marks.responsibility(column, text))
        elif answers:
            part = self.above.columns[column.index] = self.above.group[column.index] = self._responsibility(
                column, cells
            )
            self.found.add(part)
        else:
            piece = squeezed(self.reader.text, ranges_of(cells))
            self.fields.append(Marked(FieldDraft(column.head.text, piece.text), *piece.span))
            self.above.fields[column.index] = self.fields[-1]
            if is_outer_head(column.head.text) and (time := outer_time(piece.text)) is not None:
                self.above.year = time.year
            if column.index not in self.goals or not tells_figure(piece.text):
                self.found.deadlines += period_deadlines(self.reader, self.heads, column.head.text, piece)

    def take(self, column: Column) -> None:
        """Take over what the cell above says, which is merged over this row."""
        if column.head.kind == "deadline" and self.found.deadlines:
            self._take_period(column)
            return
        if column.head.kind in ANSWERS:
            self.found.add(self.above.group.get(column.index, Responsibility()).inherited())
        if column.index in self.above.fields:
            self.fields.append(replace(self.above.fields[column.index], inherited=True))

    def _take_period(self, column: Column) -> None:
        """Take over the end of a period whose beginning is merged over this row as well."""
        period = self.above.group.get(column.index, Responsibility()).deadlines
        begun = self.found.deadlines[-1]
        if len(period) == 1 and period[0].value.kind == "between" and begun.inherited and begun.value.kind == "from":
            self.found.deadlines = [*self.found.deadlines[:-1], replace(period[0], inherited=True)]

    def leave(self, column: Column) -> None:
        """The cell of the column is empty: nothing stands in it for the rows below."""
        self.above.group.pop(column.index, None)
        self.above.fields.pop(column.index, None)

    def _responsibility(self, column: Column, cells: Sequence[Cell]) -> Responsibility:
        """What a cell of units, people or deadlines says."""
        head, ranges, glued = column.head, ranges_of(cells), glued_places(cells)
        if head.kind == "unit":
            return self.reader.unit_cell(ranges, head.role, led=self.led, glued=glued, head=head.text)
        if head.kind == "deadline":
            deadlines = self._deadlines(column, ranges)
            deadlines = with_stage(deadlines, self.stages.get(column.index))
            if is_beginning(head.text):
                return Responsibility(deadlines=as_beginnings(deadlines))
            period = joined_period(self.reader.text, self.found.deadlines, deadlines)
            if period is not None:
                self.found.deadlines = self.found.deadlines[:-1]
            return Responsibility(deadlines=deadlines if period is None else [period])
        piece = squeezed(self.reader.text, ranges)
        self.fields += [Marked(FieldDraft(head.text, number), *at) for number, at in phone_numbers(piece)]
        return self.reader.person_cell(ranges, head.text, glued=glued)

    def _deadlines(self, column: Column, ranges: Sequence[Range]) -> list[Marked[DeadlineDraft]]:
        """The deadlines of a cell, whose other words are fields; what it leaves out of month and year, the time above or the heading over it tells."""
        first, rest = squeezed(self.reader.text, ranges[:1]), squeezed(self.reader.text, ranges[1:])
        own = outer_time(first.text)
        within = own is not None and own.holds(rest.text)
        piece = rest if within else squeezed(self.reader.text, ranges)
        if within and own is not None and own.month is None:
            self.above.year, self.above.month = own.year, None
        elif own is not None and own.month is not None:
            self.above.month = own
        elif not is_days_alone(piece.text):
            self.above.month = None
        time = self.above.month or self.time or OuterTime()
        year = year_of_head(column.head.text) or time.year or self.above.year
        if is_days_alone(piece.text):  # 九月 | 第1周 | 1日
            self.found.deadlines = [d for d in self.found.deadlines if d.value.milestone or not _is_month(d, time)]
        deadlines, words = self.reader.deadline_cell(piece, column.head.text, year, time.month)
        self.fields += words
        self.above.fields.pop(column.index, None)
        if words:
            self.above.fields[column.index] = words[0]
        return deadlines


def _is_month(deadline: Marked[DeadlineDraft], time: OuterTime) -> bool:
    """Whether a deadline is the month alone that other cells of its row give the days of."""
    own = outer_time(deadline.value.text)
    return own is not None and own.month is not None and own.month == time.month


def move_units(row: Row, columns: Sequence[Column]) -> list[Cell]:
    """Move units that stand behind a time in its column to the units left of it, and return them.

    A page that prints the second line of every cell below its row leaves such a unit behind the row's last cell.
    """
    moved: list[Cell] = []
    for index in [i for i in row.cells if columns[i].head.kind == "deadline"]:
        left = max((i for i in row.cells if i < index and columns[i].head.kind == "unit"), default=None)
        if left is None:
            continue
        last = max((cell.line for cell in row.cells[left]), default=-1)
        below = (cell for cell in row.cells[index] if cell.line > last)
        units = [cell for cell in below if cell.unit > _UNIT and cell.deadline < 1 - _UNIT]
        if not 0 < len(units) < len(row.cells[index]):
            continue
        row.cells[left] = [*row.cells[left], *units]
        row.cells[index] = [cell for cell in row.cells[index] if cell not in units]
        moved += units
    return moved


def ranges_of(cells: Sequence[Cell]) -> list[Range]:
    """The document ranges of several cells in order."""
    return list(cells[0].ranges) if len(cells) == 1 else [r for cell in cells for r in cell.ranges]
