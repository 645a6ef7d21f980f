"""Merged cells: what a row takes over from the row above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....normalize.slotted import dataclass, replace
from ...deadlines import DeadlineDraft
from ...drafts import Marked, TaskDraft
from ...units import UnitDraft
from ..grid.shape import Column, Row
from .row_cells import Above
from .text_roles import TextRole


@dataclass(slots=True, eq=False, repr=False)
class MergedCells:
    """Gives a task what cells merged over its row hold: units when it has none, the other columns when it is bare."""

    above: Above
    columns: Sequence[Column]
    roles: Mapping[int, TextRole]
    #: Whether marks part the cells.
    piped: bool
    #: The column of times, where it stands left of the tasks.
    _time: int | None = None
    #: The columns of who leads or answers that stand left of the tasks: these are grouped by them.
    _outer: Sequence[int] = ()

    def __post_init__(self) -> None:
        time = next((column.index for column in self.columns if column.head.kind == "deadline"), None)
        text = min((i for i, role in self.roles.items() if role == "content"), default=-1)
        self._time = time if time is not None and time < text else None
        self._outer = [c.index for c in self.columns if c.head.role in ("lead", "responsible") and c.index < text]

    def fill(self, task: TaskDraft, row: Row, times: Sequence[Marked[DeadlineDraft]]) -> None:
        """Fill in what ``task`` lacks; ``times`` are those of its cells, or of cells that the page shows to reach down."""
        above = self.above.task
        has_deadline = bool(times)
        if above is None or row.cut:
            return
        kinds = {self.columns[i].head.kind for i in row.cells}
        if task.requirement is None and self._reaches(row):
            task.requirement = above.requirement
        if leads := self._missing_leads(task, above, row):
            task.units = [*(replace(unit, inherited=True) for unit in leads), *task.units]
            if not task.persons and "person" not in kinds:
                task.persons = [replace(person, inherited=True) for person in above.persons]
        if not has_deadline and self._time is not None and self._time not in row.cells:
            # One month over several tasks.
            task.deadlines = [replace(d, inherited=True) for d in self.above.deadlines]
        if self._in_group(row):
            if not has_deadline and "deadline" not in kinds:
                task.deadlines = [replace(d, inherited=True) for d in self.above.deadlines]
            if not task.persons and "person" not in kinds:
                task.persons = [replace(person, inherited=True) for person in above.persons]
        if task.units and not row.marked:
            return
        bare = "unit" not in kinds and not task.units and (row.marked or not self._only_helpers())
        if bare and above.units:
            task.units = [replace(unit, inherited=True) for unit in above.units]
        if bare and not task.persons:
            task.persons = [replace(person, inherited=True) for person in above.persons]
        if not has_deadline and "deadline" not in kinds and (bare or row.marked) and not self._is_timeless(row):
            task.deadlines = [replace(d, inherited=True) for d in self.above.deadlines]
        if bare and task.requirement is None and not has_deadline and not task.fields:
            task.requirement = above.requirement

    def _is_timeless(self, row: Row) -> bool:
        """True where the page shows that the row's cell for a time is empty."""
        return any(self.columns[index].head.kind == "deadline" for index in row.empty)

    def _in_group(self, row: Row) -> bool:
        """True for a row below the cell of its group, in a table without marks: what such a row lacks is merged like that."""
        return not (self.piped or row.marked or row.placed) and any(
            role == "heading" and i not in row.cells for i, role in self.roles.items()
        )

    def _reaches(self, row: Row) -> bool:
        """True where the page shows that the requirement above reaches into the row."""
        return any(self.roles.get(index) == "requirement" for index in row.merged)

    def _only_helpers(self) -> bool:
        """True for a table that names but those who help: tasks that one office does alone have none."""
        units = [column for column in self.columns if column.head.kind == "unit"]
        return bool(units) and all(column.head.role == "support" for column in units)

    def _missing_leads(self, task: TaskDraft, above: TaskDraft, row: Row) -> list[Marked[UnitDraft]]:
        """Who leads a row that names others, or answers for it: merged left of the tasks, or like the cell of its group."""
        if not task.units:
            return []
        missing = [i for i in self._outer if i not in {*row.cells, *row.merged, *row.empty}]
        if missing:
            told = {unit.value.role for unit in task.units}
            held = [unit for i in missing if i in self.above.group for unit in self.above.group[i].units]
            return [unit for unit in held if unit.value.role not in told]
        if not row.placed or any(unit.value.role != "support" for unit in task.units):
            return []
        merged = any(role == "heading" and i not in row.cells for i, role in self.roles.items())
        empty = any(column.head.role == "lead" and column.index not in row.cells for column in self.columns)
        return [unit for unit in above.units if unit.value.role == "lead"] if merged and empty else []
