"""What a row says of its task: the cells beside its text, the text itself, and what merged cells above give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from ....normalize.slotted import dataclass, field
from ...drafts import TaskDraft
from ...fields.measured_heads import is_measured
from ...fields.outer_times import OuterTime
from ...fields.periods import stages_of_heads
from ...reader import Reader, Responsibility, said_once
from ..grid.shape import Column, Row
from ..table import Table
from .group_columns import columns_with_groups, held_from_above
from .merged import MergedCells
from .period_cells import goal_periods, opening_deadlines
from .row_cells import Above, CellReader, move_units
from .row_numbers import RowNumbers
from .row_times import RowTimes
from .short_rows import broken_name, guessed_line, is_cut, lacking, usual_columns, whole_part
from .text_roles import TextRole
from .unit_marks import UnitMarks
from .unit_shares import UnitShares


@dataclass(slots=True, eq=False, repr=False)
class RowFacts:
    """Gives the tasks of a table what their rows say, and reports which cells it had to guess; rows in their order."""

    table: Table
    reader: Reader
    roles: Mapping[int, TextRole]
    numbers: RowNumbers
    times: RowTimes
    above: Above
    #: Columns whose texts tell their own times.
    timed: Set[int] = field(init=False)
    #: Columns of who leads.
    _leads: Set[int] = field(init=False)
    _stages: Mapping[int, str] = field(init=False)
    #: Columns of parts of the year that hold figures to be reached.
    _goals: Set[int] = field(init=False)
    _shares: UnitShares = field(init=False)
    _usual: Sequence[Column] = field(init=False)
    _merged: MergedCells = field(init=False)
    _marks: UnitMarks = field(init=False)
    #: Columns merged with those of groups.
    _held: Mapping[int, frozenset[int]] = field(init=False)

    def __post_init__(self) -> None:
        columns, rows = self.table.columns, self.table.rows
        times = [c for c in columns if c.head.kind == "deadline"]
        named = {c.index: c.head.text for c in times if not c.head.known and c.head.text and len(times) > 1}
        self.timed = {c.index for c in columns if c.head.tells_times}
        self._leads = {c.index for c in columns if c.head.role == "lead"}
        self._stages = stages_of_heads({c.index: c.head.text for c in times}) | named
        self._goals = goal_periods(columns, rows)
        self._shares = UnitShares(columns, rows)
        self._usual = usual_columns(columns, rows, self.roles)
        self._marks = UnitMarks(self.table, self.reader)
        self._held = columns_with_groups(columns, rows, self.roles)
        self._merged = MergedCells(self.above, columns, self.roles, self.table.piped)

    def fill(self, task: TaskDraft, row: Row, own: int | None) -> None:
        """Fill in the fields of ``task``; ``own`` is the column that its text was taken from where it has no other."""
        self.reader.stand_under(task.headings)
        self._doubt_columns(row)
        cells = self._read_cells(row, own, self.times.outer(task.headings))
        task.fields = cells.fields
        self._join(task, cells.found, row)
        if lacks := lacking(row, task, self.table.columns if row.cut else self._usual):
            self.reader.doubt("row-too-short", task.start, task.end, lacks)

    def _doubt_columns(self, row: Row) -> None:
        """Say which cells of the row may stand in other columns; units behind a time move to their own."""
        last = row is self.table.rows[-1]  # behind it, a unit is the page's own
        for cell in () if last else move_units(row, self.table.columns):
            self.reader.doubt("column-guessed", cell.start, cell.end, cell.text)
        if (first := self._shares.doubtful(row) or guessed_line(row, self.table.columns)) is not None:
            self.reader.doubt("column-guessed", first.start, first.end, first.text)

    def _read_cells(self, row: Row, own: int | None, time: OuterTime | None) -> CellReader:
        """What the cells of the row beside its text say."""
        led = not self._leads.isdisjoint(row.cells)
        cells = CellReader(
            self.reader, self.table.head.ranges, self.above, self._marks, led, self._stages, time, self._goals
        )
        numbering = self.numbers.column_of(row)
        broken = broken_name(row, self.table.rows, self.table.columns, self.reader.text)
        held = held_from_above(row, self._held)
        for place in sorted({*row.cells, *row.merged, *row.empty, *held}):
            column, printed = self.table.columns[place], row.cells.get(place, [])
            if place in row.empty and place not in held:
                cells.leave(column)
            elif place not in row.cells:
                cells.take(column)
            elif place == broken:
                self.reader.doubt("row-too-short", printed[-1].start, printed[-1].end, printed[-1].text)
                if whole := whole_part(printed[-1], self.reader.text):
                    cells.read(column, [whole], False)
            else:
                is_field = place not in (own, numbering) and self.roles.get(place, "field") == "field"
                is_field = is_field or (self.roles.get(place) == "content" and is_measured(column.head.text))
                cells.read(column, printed, is_field)
        return cells

    def _join(self, task: TaskDraft, found: Responsibility, row: Row) -> None:
        """The task's fields from its own cells, its text, and merged cells above."""
        in_text = self.reader.read_texts(task, found.deadlines)
        task.units, task.persons = found.answering, found.persons
        own = found.deadlines
        if not is_cut(row, self.table.rows, self.table.columns, self.reader.text):
            self._merged.fill(task, row, own)
        column = [*own, *task.deadlines]
        self.above.deadlines = column
        opening = opening_deadlines(self.reader, row, self.timed)
        task.deadlines = said_once([*column, *opening], in_text, in_text=True)
        task.deadlines = task.deadlines or self.reader.goal_deadlines(task) or self.times.of(task.headings)
