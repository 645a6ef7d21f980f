"""Rows and lines that say who does all rows below them, by when: 牵头单位：县教育局 |, up to the next one of them.

The first stands before the first task of the table, or above its heads; one that stands only behind tasks is about the one
above it, where each task has its own. One behind several tasks, or behind the last of those that such rows stand over, may
be about any of them: it is nobody's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...drafts import HeadingDraft, TaskDraft
from ...fields.answer_labels import answer_label
from ...fields.label_lines import LabelLine
from ...reader import Reader, Responsibility
from ...text.document import Line
from ...text.piece import squeezed
from ..grid.shape import Row

#: Who helps, and who answers, where another role is given to all rows.
_OTHERS = {"lead": ("responsible", "support", "guide"), "responsible": ("support", "guide")}
#: Who is asked about the list itself: 联系人：周海, 审核人：何岩.
_FOR_LIST = lazy_pattern("联系|联络|填|制表|审核|审定|签发|经办")


def label_of_row(row: Row, text: str) -> LabelLine | None:
    """What a row says that holds nothing but a label line of who or when; None for any other."""
    cells = row.all_cells()
    if len(cells) != 1 or "：" not in cells[0].text or len(cells[0].ranges) != 1:
        return None
    start, end = cells[0].ranges[0]
    return answer_label(Line(cells[0].line, start, end, text[start:end]))


def label_above(lines: Sequence[Line]) -> list[LabelLine]:
    """The label lines right above the heads of a table that say who; a day there is that of its state."""
    found: list[LabelLine] = []
    for line in reversed(lines):
        label = answer_label(line)
        if label is None or label.head.kind == "deadline":
            break
        if _FOR_LIST.match(label.head.text) is not None:
            continue
        found.insert(0, label)
    return found


class Given(NamedTuple):
    """What was said for the rows below, under which headings, and how many tasks stood above it."""

    said: Responsibility
    headings: tuple[HeadingDraft, ...]
    before: int


class GivenRows:
    """What such rows give to the tasks below them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._given: Given | None = None
        #: Whether such rows stand behind what they are about.
        self._behind = False
        #: The rows behind the last record, and the number of tasks above the one that was asked last.
        self._closing: frozenset[Row] = frozenset()
        self._asked = 0

    def open(self, rows: Sequence[Row], labels: Mapping[Row, LabelLine]) -> None:
        """See whether the rows that are ``labels`` stand over what they are about or behind it."""
        first = next((row for row in rows if row.heading is None or row in labels), None)
        self._behind = self._given is None and first not in labels
        self._closing = frozenset(takewhile(labels.__contains__, reversed(rows)))

    def say_row(
        self, row: Row, label: LabelLine, headings: tuple[HeadingDraft, ...], tasks: Sequence[TaskDraft]
    ) -> bool:
        """Take what a row says; False where it cannot be told of which tasks."""
        if self._behind:
            alone = len(tasks) <= self._asked + 1
            self._asked = len(tasks) if alone else self._asked
        else:
            alone = row not in self._closing
        if alone:
            self.say(label, headings, tasks)
        return alone

    def say(self, label: LabelLine, headings: tuple[HeadingDraft, ...], tasks: Sequence[TaskDraft]) -> None:
        """Take what a row says: for those below, together with the rows right above it, or for the task above."""
        said = self._read(label)
        if self._behind:
            if tasks:
                tasks[-1].units = [*(unit for unit in tasks[-1].units if not unit.inherited), *said.units]
                tasks[-1].persons = [*tasks[-1].persons, *said.persons]
                tasks[-1].deadlines = [*tasks[-1].deadlines, *said.deadlines]
            return
        if self._given is not None and self._given.before == len(tasks) and self._given.headings == headings:
            self._given.said.add(said.inherited())
        else:
            self._given = Given(said.inherited(), headings, len(tasks))

    def give(self, task: TaskDraft) -> None:
        """Give a task what was said above it and it does not say itself."""
        if self._given is None or task.headings[: len(self._given.headings)] != self._given.headings:
            return
        said = self._given.said
        roles = {unit.value.role for unit in task.units}
        for role in ("lead", "responsible", "support", "guide"):
            given = [unit for unit in said.units if unit.value.role == role]
            if given and role not in roles and roles <= {*_OTHERS.get(role, ())}:
                task.units = [*given, *task.units] if role in _OTHERS else [*task.units, *given]
        task.persons = task.persons or said.persons
        task.deadlines = task.deadlines or said.deadlines

    def _read(self, label: LabelLine) -> Responsibility:
        head = label.head
        if head.kind == "unit":
            return self._reader.unit_cell(label.value, head.role, head=head.text)
        if head.kind == "person":
            return self._reader.person_cell(label.value, head.text)
        return Responsibility(deadlines=self._reader.deadlines(squeezed(self._reader.text, label.value), "cell"))
