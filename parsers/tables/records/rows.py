"""Rows of a table read as tasks: which rows are tasks, their texts, and the headings they stand under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from ....normalize.lazy import lazy_pattern
from ....normalize.slotted import dataclass, field
from ...drafts import HeadingDraft, Mark, TaskDraft
from ...fields.label_lines import LabelLine
from ...headings import OUTER_PLAIN, HeadingStack, heading_of, is_continued
from ...reader import Reader
from ...text.document import Line
from ...text.labels import read_label
from ...text.piece import Piece, Range, squeezed, squeezed_text
from ..body.over_heads import may_stand_over
from ..body.titles import names_table
from ..grid.cells import Cell
from ..grid.shape import Column, Row
from ..heads.head_row import BLANKS, ROWS
from ..table import Table
from .given_rows import GivenRows, label_above, label_of_row
from .group_rows import CountedGroups, are_figures, outer_headings, summed_groups
from .head_doubts import doubt_head
from .row_cells import NOTHING, Above, ranges_of
from .row_facts import RowFacts
from .row_numbers import RowNumbers, printed_number
from .row_times import RowTimes, is_time_heading
from .shared_below import share_below
from .short_rows import breaks_off
from .text_roles import FOOTER, SUM, TextRole, is_note, text_roles

_NOTE = lazy_pattern(r"(?:附?注|备注|说明)[：:]")
#: The style of headings over heads that are printed again.
_OVER_HEADS = "over_heads"
_HEADING = 40
#: A goal shorter than this is a figure; a row of so many cells is a record, whatever it says.
_SHORTEST_TASK, _FEWEST_CELLS = 6, 3
#: What a blank form says of an empty cell: （内容、方式、参加人员）.
_HINT = lazy_pattern(r"（[^（）]+）")
#: A cell this much like a time says nothing else.
_TIME = 0.9
#: Labels of cells that are no text of the task, by the kind of their column.
_CELLS = {"unit": "unit_cell", "deadline": "deadline_cell"}


@dataclass(slots=True, eq=False, repr=False)
class RowReader:
    """Reads the rows of one table into tasks; :meth:`read` once."""

    table: Table
    reader: Reader
    tasks: list[TaskDraft] = field(default_factory=list[TaskDraft])
    marks: list[Mark] = field(default_factory=list[Mark])
    _roles: dict[int, TextRole] = field(default_factory=dict[int, TextRole])
    _headings: HeadingStack = field(default_factory=HeadingStack)
    _above: Above = field(default_factory=Above)
    _numbers: RowNumbers = field(default_factory=lambda: RowNumbers((), (), {}))
    _groups: CountedGroups = field(default_factory=lambda: CountedGroups((), (), {}))
    _given: GivenRows = field(init=False)
    _times: RowTimes = field(init=False)
    _facts: RowFacts = field(init=False)
    #: What the cells of each column are in the segments.
    _labels: Mapping[int, str] = field(default_factory=dict[int, str])
    _merged_groups: Set[int] = frozenset()
    #: Rows that are no record, each with the number of tasks before it.
    _notes: list[tuple[int, list[Cell]]] = field(default_factory=list[tuple[int, list[Cell]]])

    def __post_init__(self) -> None:
        self._given = GivenRows(self.reader)

    def read(self, first_task: int) -> None:
        """Fill ``tasks`` and ``marks``; tasks of this table are numbered from ``first_task``."""
        labels = {row: label for row in self.table.rows if (label := label_of_row(row, self.reader.text)) is not None}
        over = summed_groups(self.table.columns, self.table.rows)
        rows = [row for row in self.table.rows if row not in over and row not in labels]
        self._roles = text_roles(self.table.columns, rows)
        self._numbers = RowNumbers(self.table.columns, rows, self._roles)
        self._groups = CountedGroups(self.table.columns, rows, self._roles)
        self._times = RowTimes(self.reader)
        self._facts = RowFacts(self.table, self.reader, self._roles, self._numbers, self._times, self._above)
        self._labels = {column.index: self._label(column) for column in self.table.columns}
        self._mark_heads()
        self._merged_groups = self._groups_over_rows()
        self._given.open(self.table.rows, labels)
        outer = outer_headings(self.table.rows)
        for row in self.table.rows:
            self.reader.task = first_task + len(self.tasks)
            if row in labels:
                self._label_row(row, labels[row])
            elif row.heading is not None:
                self._heading(row.heading, outer=row.heading in outer)
            elif row in over:
                self._heading(over[row])
                self._mark(row.all_cells()[1:], "other_cell")
            else:
                self._row(row)
        self._mark_notes()
        share_below(self.tasks, self.table.piped)
        self.reader.task = None

    def _label_row(self, row: Row, label: LabelLine) -> None:
        """Take what a row says for those below it, or the one above; those below take nothing else from above it."""
        if not self._given.say_row(row, label, self._headings.current, self.tasks):
            self._doubt_left(row)
        self._mark(row.all_cells(), _CELLS.get(label.head.kind, "other_cell"))
        self._above.clear()

    def _groups_over_rows(self) -> Set[int]:
        """The columns of headings of which some row has no cell, or the one that the row above it has."""
        body = [row for row in self.table.rows if row.heading is None]
        headings = (index for index, role in self._roles.items() if role == "heading")
        return {i for i in headings if any(i not in row.cells for row in body) or _is_said_again(body, i)}

    def _mark_heads(self) -> None:
        for head in (self.table.head, *self.table.repeats):
            self.marks += [Mark(start, end, "column_head") for start, end in head.ranges if start < end]
        for column in self.table.columns:
            doubt_head(self.table, column, self.reader)

    def _mark_notes(self) -> None:
        """Rows without record are cells inside the table; prose behind its last task is narrative."""
        for before, cells in self._notes:
            prose = before == len(self.tasks) and len(cells) == 1 and _NOTE.match(cells[0].text)
            self._mark(cells, "narrative" if prose else "other_cell")

    def _heading(self, cell: Cell, *, outer: bool = False) -> None:
        self._mark([cell], "heading")
        if is_continued(cell.text) or (cell.label is None and names_table(cell.text)):
            return
        if cell.label is not None and cell.label.damaged:
            self.reader.doubt("heading-label-damaged", cell.start, cell.end)
        style, heading = heading_of(cell.text, cell.label)
        style = _OVER_HEADS if style == "plain" and self._stands_over(cell) else style
        self._times.note(heading, [cell])
        if self._headings.enter(OUTER_PLAIN if outer else style, heading):
            self._above.clear()

    def _mark(self, cells: Sequence[Cell], label: str, task: int | None = None) -> None:
        self.marks += [Mark(start, end, label, task) for cell in cells for start, end in cell.ranges]

    def _row(self, row: Row) -> None:
        if row is self.table.rows[-1] and breaks_off(row, self.table.columns, self.reader.text):
            return
        if is_time_heading(cells := row.all_cells()):
            self._heading(cells[0])
            return
        self._group(row)
        texts = self._texts(row)
        own = None if texts else self._goal(row)
        content = next((texts.pop(role) for role in ("content", "title", "requirement") if role in texts), None)
        if own is not None:
            content = squeezed(self.reader.text, ranges_of(row.cells[own]))
        name = self._groups.name_of(row)
        if name is not None:
            self._headings.leave("han")
            if self._groups.is_bare(row):
                self._mark(cells, "heading")
                self._open_group(row, name)
                return
        timed = not row.cells.keys().isdisjoint(self._facts.timed)
        if content is None or _is_no_record(cells, content, timed):
            self._notes.append((len(self.tasks), cells))
            if content is None or _is_lone_time(cells):
                self._doubt_left(row)
            return
        self._task(row, cells, content, texts, own)
        if name is not None:
            self._open_group(row, name)

    def _task(
        self, row: Row, cells: Sequence[Cell], content: Piece, texts: dict[TextRole, Piece], own: int | None
    ) -> None:
        """Read a row of ``cells`` as a task; ``own`` is the column that its text was taken from where it has no other."""
        number, content = self._numbers.read(row, content, texts)
        task = TaskDraft("task", number, self._headings.current, content, *_extent(cells))
        task.title, task.requirement = texts.get("title"), texts.get("requirement")
        self._facts.fill(task, row, own)
        self._given.give(task)
        self._mark_row(row)
        self.tasks.append(task)
        self._above.task = task

    def _doubt_left(self, row: Row) -> None:
        """Report what stands in a row without task text, beyond its number and marks for nothing."""
        left = [c for c in row.all_cells() if c.number is None and c.text not in NOTHING]
        known = {cell for index, role in self._roles.items() if role == "heading" for cell in row.cells.get(index, ())}
        if left and (row is self.table.rows[-1] or not known.issuperset(left)) and not FOOTER.match(left[0].text):
            self.reader.doubt("cells-left-over", left[0].start, left[-1].end)

    def _open_group(self, row: Row, name: int) -> None:
        """Enter the group that a row opens by its number, named in that column."""
        text = squeezed_text(self.reader.text, ranges_of(row.cells[name]))
        heading = HeadingDraft(printed_number(row.all_cells()[0]), text.rstrip("。：；，"))
        if self._headings.enter("han", heading):
            self._above.clear()

    def begin_under(self, lines: Sequence[Line]) -> None:
        """Enter the headings that stand above the table's heads (一、经济发展), and who does all of it (牵头单位：县教育局)."""
        for line in lines:
            printed = line.text.strip("| \t")
            label = read_label(printed)
            if label is not None and label.outer and len(printed) <= _HEADING:
                text = "".join(printed.split())
                self._headings.enter(*heading_of(text, read_label(text)))
        labels = label_above(lines)
        for told in labels:
            self._given.say(told, self._headings.current, ())
            self.marks += [Mark(*place, _CELLS.get(told.head.kind, "other_cell")) for place in told.ranges]
        if lines and not labels and any(row.heading and self._stands_over(row.heading) for row in self.table.rows):
            text = squeezed_text(self.reader.text, [(lines[-1].start, lines[-1].end)])
            if read_label(text) is None and may_stand_over(lines[-1]):
                self._headings.enter(_OVER_HEADS, heading_of(text, None)[1])

    def _stands_over(self, heading: Cell) -> bool:
        """True for a heading over the same heads printed again: such ones stand inside those above the table."""
        return heading.heads and self.table.head.way in (ROWS, BLANKS)

    def _group(self, row: Row) -> None:
        """Enter the groups that the row's cells open; a new one that is merged over rows ends what they inherit."""
        for index, role in sorted(self._roles.items()):
            if role != "heading" or index not in row.cells:
                continue
            cells = row.cells[index]
            text = squeezed_text(self.reader.text, ranges_of(cells))
            label = cells[0].label
            heading = heading_of(text, label)[1]
            counted = self._numbers.groups
            if label is None and counted is not None and counted.index in row.cells:
                heading = heading._replace(label=printed_number(row.cells[counted.index][0]))
            self._times.note(heading, cells)
            if self._headings.enter_group(index, heading) and index in self._merged_groups:
                self._above.clear()

    def _texts(self, row: Row) -> dict[TextRole, Piece]:
        found: dict[TextRole, Piece] = {}
        for index, role in self._roles.items():
            if role in ("content", "title", "requirement") and index in row.cells:
                piece = squeezed(self.reader.text, ranges_of(row.cells[index]))
                if piece.text not in NOTHING:
                    found[role] = piece
        return found

    def _goal(self, row: Row) -> int | None:
        """The column of a goal beside the task, which is all the text that a row of merged cells may have."""
        goals = [i for i in sorted(row.cells) if self.table.columns[i].head.kind == "goal" and row.cells[i]]
        return next((i for i in goals if len(row.cells[i][0].text) >= _SHORTEST_TASK), None)

    def _label(self, column: Column) -> str:
        """What the cells of a column are in the segments."""
        role = self._roles.get(column.index)
        if role == "heading":
            return "heading"
        if role in ("content", "title", "requirement") or column.head.kind == "number":
            return "task_cell"
        return _CELLS.get(column.head.kind, "other_cell")

    def _mark_row(self, row: Row) -> None:
        task = self.reader.task
        self._mark(row.pointers, "other_cell", task)
        for index, cells in row.cells.items():
            label = self._labels[index]
            own = None if label == "heading" else task
            self.marks += [Mark(start, end, label, own) for cell in cells for start, end in cell.ranges]


def _is_said_again(rows: Sequence[Row], column: int) -> bool:
    """Whether two rows in a row hold the same in a column: another cell in it begins a group."""
    pairs = ((above.cells.get(column), row.cells.get(column)) for above, row in pairwise(rows))
    return any(above and cells and above[0].text == cells[0].text for above, cells in pairs)


def _is_lone_time(cells: Sequence[Cell]) -> bool:
    """True for a row of but one cell that is a time: a line of a cell, which the page printed beside its row."""
    return len(cells) == 1 and cells[0].label is None and cells[0].deadline > _TIME


def _extent(cells: Sequence[Cell]) -> Range:
    return min([cell.ranges[0][0] for cell in cells]), max([cell.ranges[-1][1] for cell in cells])


def _is_no_record(cells: Sequence[Cell], content: Piece, timed: bool) -> bool:
    """True for a row that is no record: a copy-to line, a sum, a remark under the table, a number that the page cut off, what
    a blank form asks for, a time alone, unless its column asks for task and time (``timed``).
    """
    if SUM.fullmatch(content.text) or (SUM.fullmatch(cells[0].text) and are_figures(cells[1:])):
        return True
    if len(cells) >= _FEWEST_CELLS:
        return False
    foot = is_note(cells) or FOOTER.match(content.text) is not None or is_continued(content.text)
    return (
        foot
        or cells[-1].number is not None
        or (_is_lone_time(cells) and not timed)
        or _HINT.fullmatch(content.text) is not None
    )
