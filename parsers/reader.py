"""The field readers applied to pieces of one document: what they find comes back with document offsets."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..normalize.doubt import Doubt
from ..normalize.fresh import fresh_dict, fresh_list
from ..normalize.lazy import lazy_pattern
from ..normalize.named_tuples import NamedTuple
from ..normalize.slotted import dataclass, field, replace
from .deadlines import Clock, DeadlineDraft, read_deadlines
from .deadlines import Where as DeadlineWhere
from .drafts import FieldDraft, HeadingDraft, Marked, TaskDraft
from .fields.heads import is_goal
from .fields.people import read_persons
from .fields.references import ReferenceDraft, read_references
from .fields.targets import TargetDraft, read_targets
from .fields.times_of_parts import whom_times_are_for
from .frame.years import clock_of_part, clock_under
from .text.piece import Piece, Range, spaced, squeezed
from .units import PersonDraft, Role, UnitDraft, UnitReading, leads_by, read_units, role_of_others
from .units.two_roles import read_in_turn, roles_in_turn

_NOT_UNDERSTOOD = "deadline-not-understood"
#: Signs of a cell that says nothing.
_BLANK = "-—－–/／、，。.…暂无略|｜*"


class TaskDoubt(NamedTuple):
    """A doubt with document offsets and the index of the task it touches."""

    doubt: Doubt
    task: int | None = None


@dataclass(slots=True, eq=False, repr=False)
class Responsibility:
    """What a unit cell, a label line or a clause says: who, and by when."""

    units: list[Marked[UnitDraft]] = field(default_factory=fresh_list)
    persons: list[Marked[PersonDraft]] = field(default_factory=fresh_list)
    deadlines: list[Marked[DeadlineDraft]] = field(default_factory=fresh_list)
    #: Where the people work (责任人：市农业农村局李明).
    beside: list[Marked[UnitDraft]] = field(default_factory=fresh_list)

    @property
    def answering(self) -> list[Marked[UnitDraft]]:
        """The units, each once in a role; where none is named, those of the people."""
        named = {(unit.value.role, unit.value.name): unit for unit in reversed(self.units)}
        return list((named or {unit.value.name: unit for unit in reversed(self.beside)}).values())[::-1]

    def add(self, other: Responsibility) -> None:
        """Take over everything that ``other`` found."""
        self.units += other.units
        self.persons += other.persons
        self.deadlines += other.deadlines
        self.beside += other.beside

    def take_over(self, given: Responsibility, beside: Collection[str], *, numbered: bool) -> None:
        """Take what is said above and missing here: who does it where roles ``beside`` that alone are named, and people.

        Who leads all ``numbered`` items leads what others answer for, too; people that are named with units go with these,
        but for the leaders (牵头领导), who lead whoever does it.
        """
        roles = {unit.value.role for unit in self.units}
        leads = numbered and "lead" not in roles and {unit.value.role for unit in given.units} <= {"lead"}
        if leads or roles <= {*beside}:
            self.units = [*given.answering, *self.units]
            self.persons = self.persons or given.persons
        elif numbered and not self.persons:
            self.persons = [
                person for person in given.persons if not given.units or "领导" in (person.value.role or "")
            ]

    def inherited(self) -> Responsibility:
        """The same, taken from above."""
        return Responsibility(
            [replace(unit, inherited=True) for unit in self.units],
            [replace(person, inherited=True) for person in self.persons],
            [replace(deadline, inherited=True) for deadline in self.deadlines],
            [replace(unit, inherited=True) for unit in self.beside],
        )


def in_role(found: Responsibility, role: Role | None) -> Responsibility:
    """The same with the units in another role, if there is one; who helps the others helps (甲会同乙)."""
    if role is None:
        return found
    units = [
        unit if unit.value.role == "support" else replace(unit, value=unit.value._replace(role=role))
        for unit in found.units
    ]
    return Responsibility(units, found.persons, found.deadlines, found.beside)


@dataclass(slots=True, eq=False, repr=False)
class Reader:
    """Reads fields of one document text; notes doubts for the task at hand (``task``)."""

    text: str
    clock: Clock
    own_titles: Collection[str] = ()
    riders: Sequence[tuple[int, str]] = ()
    task: int | None = None
    doubts: list[TaskDoubt] = field(default_factory=fresh_list)
    _units: dict[tuple[str, Role | None], UnitReading] = field(default_factory=fresh_dict)
    #: The clock of the whole notice and of the part at hand; ``clock`` is that below the headings in force.
    _clocks: tuple[Clock, Clock] = field(init=False)

    def __post_init__(self) -> None:
        self._clocks = self.clock, self.clock

    def begin_notice(self, clock: Clock) -> None:
        """Dates without a year are from here on of the year that ``clock`` tells."""
        self.clock, self._clocks = clock, (clock, clock)

    def begin_part(self, title: str | None) -> None:
        """Dates without a year are from here on of the year that the part's ``title`` names, if it does."""
        whole, _ = self._clocks
        self.clock = clock_of_part(whole, title)
        self._clocks = whole, self.clock

    def stand_under(self, headings: Sequence[HeadingDraft]) -> None:
        """Dates without a year are of the year that ``headings`` name, if one does."""
        _, of_part = self._clocks
        told = [heading.title for heading in headings if "年" in heading.title]
        self.clock = clock_under(of_part, told) if told else of_part

    def doubt(self, rule: str, start: int, end: int, detail: str = "") -> None:
        """Note a doubt about a document range."""
        self.doubts.append(TaskDoubt(Doubt(rule, start, end, detail), self.task))

    def unit_cell(
        self,
        ranges: Sequence[Range],
        role: Role | None,
        *,
        led: bool = False,
        glued: Collection[int] = (),
        head: str = "",
    ) -> Responsibility:
        """The units of a cell or a label line's value; no rider holds for them where another one names who leads.

        ``head`` is what stands over or before them, which may name two roles (牵头单位/配合单位). ``glued`` are the places of ranges that go on with the one before (:func:`.text.piece.spaced`).
        """
        piece = spaced(self.text, ranges, glued)
        roles = roles_in_turn(head) if "/" in head or "（" in head else None
        if roles is not None and (told := read_in_turn(piece.text, roles)) is not None:
            return self.responsibility(piece, told, led=led)
        key = (piece.text, role)
        reading = self._units.get(key)
        if reading is None:
            reading = self._units[key] = read_units(piece.text, role)
        return self.responsibility(piece, reading, led=led)

    def person_cell(self, ranges: Sequence[Range], role: str, *, glued: Collection[int] = ()) -> Responsibility:
        """The people of a cell under a head such as 分管领导; units that stand among them are units."""
        piece = spaced(self.text, ranges, glued)
        return self.responsibility(piece, read_persons(piece.text, role))

    def responsibility(self, piece: Piece, reading: UnitReading, *, led: bool = False) -> Responsibility:
        """What ``reading`` found in ``piece``, placed in the document."""
        units = reading.units if led else self._ridden(piece, reading.units)
        found = Responsibility(
            [Marked(unit, *piece.range(unit.start, unit.end)) for unit in units],
            [Marked(person, *piece.range(person.start, person.end)) for person in reading.persons],
            beside=[Marked(unit, *piece.range(unit.start, unit.end)) for unit in reading.beside],
        )
        for (start, end), whom in zip(reading.deadlines, whom_times_are_for(piece.text, reading), strict=True):
            for deadline in self._deadlines(piece, start, end, "clause", self.clock):
                applies_to = deadline.value.applies_to or whom
                found.deadlines.append(replace(deadline, value=deadline.value._replace(applies_to=applies_to)))
        self._note(piece, reading.doubts)
        for start, end in reading.leftovers:
            if end > start:
                self.doubt("cells-left-over", *piece.range(start, end))
        return found

    def _ridden(self, piece: Piece, units: Sequence[UnitDraft]) -> Sequence[UnitDraft]:
        """The units under a rider that stands before them: of several responsible ones, the first or the marked leads."""
        if not units or any(unit.role != "responsible" for unit in units):
            return units
        at = piece.offset(units[0].start)
        rider = next((rider for offset, rider in reversed(self.riders) if offset <= at), None)
        if rider is None:
            return units
        leads = [leads_by(rider, piece.text, units, place) for place in range(len(units))]
        if not any(leads):
            return units
        others = role_of_others(rider)
        return [unit._replace(role="lead" if led else others) for unit, led in zip(units, leads, strict=True)]

    def deadlines(
        self, piece: Piece, where: DeadlineWhere, year: int | None = None, month: int | None = None
    ) -> list[Marked[DeadlineDraft]]:
        """The deadlines of a piece; ``year`` and ``month`` are those of dates without, where the page names them beside."""
        clock = self.clock if year is None else self.clock._replace(plan_year=year, plan_years=())
        clock = clock if month is None else clock._replace(plan_month=month)
        return self._deadlines(piece, 0, len(piece.text), where, clock)

    def deadline_cell(
        self, piece: Piece, head: str, year: int | None = None, month: int | None = None
    ) -> tuple[list[Marked[DeadlineDraft]], list[Marked[FieldDraft]]]:
        """The deadlines of a cell below ``head``, and what it says else as fields of that head: 尽快, 视项目进度而定."""
        noted = len(self.doubts)
        deadlines = self.deadlines(piece, "cell", year, month)
        if not deadlines:
            whole = [Marked(FieldDraft(head, piece.text), *piece.span)] if piece.text.strip(_BLANK) else []
            return deadlines, whole
        doubts = [doubt for doubt, _ in self.doubts[noted:] if doubt.rule == _NOT_UNDERSTOOD and len(doubt.detail) > 1]
        apart = (doubt for doubt in doubts if all(doubt.end <= d.start or d.end <= doubt.start for d in deadlines))
        return deadlines, [Marked(FieldDraft(head, doubt.detail), doubt.start, doubt.end) for doubt in apart]

    def _deadlines(
        self, piece: Piece, start: int, end: int, where: DeadlineWhere, clock: Clock
    ) -> list[Marked[DeadlineDraft]]:
        reading = read_deadlines(piece.text[start:end], clock, where)
        self._note(piece, reading.doubts, start)
        return [Marked(d, *piece.range(start + d.begin, start + d.end)) for d in reading.deadlines]

    def read_texts(self, task: TaskDraft, own: Sequence[Marked[DeadlineDraft]] = ()) -> list[Marked[DeadlineDraft]]:
        """Give ``task`` the targets and references that its texts name, those of its goals too, and return the deadlines;
        ``own`` are those that it has beside them.
        """
        texts = [piece for piece in (task.title, task.content, task.requirement) if piece is not None]
        task.targets = [found for piece in (*texts, *self._goals(task)) for found in self.targets(piece)]
        remarks = [squeezed(self.text, [(f.start, f.end)]) for f in task.fields if "备注" in f.value.head]
        task.references = [found for piece in (*texts, *remarks) for found in self.references(piece)]
        return [found for piece in texts for found in self._deadlines_beside(piece, own)]

    def _deadlines_beside(self, piece: Piece, own: Sequence[Marked[DeadlineDraft]]) -> list[Marked[DeadlineDraft]]:
        """The deadlines of a text; where nothing tells the year of a date, it is that of the same day said beside the text."""
        said = {mark.value.due for mark in own if mark.value.due} if not self.clock.tells_year else ()
        if len(said) == 1:
            (due,) = said
            found = self.deadlines(piece, "text", int(due[:4]))
            if {mark.value.due for mark in found} == said:
                return found
        return self.deadlines(piece, "text")

    def goal_deadlines(self, task: TaskDraft) -> list[Marked[DeadlineDraft]]:
        """The days by which what a task is to reach is reached (工作成果：6月底前完成初稿), for one that names no other time."""
        found = [found for goal in self._goals(task) for found in self.deadlines(goal, "text")]
        return [deadline for deadline in found if deadline.value.due is not None]

    def _goals(self, task: TaskDraft) -> list[Piece]:
        """The fields that say what is to be reached."""
        goals = [(found.start, found.end) for found in task.fields if is_goal(found.value.head)]
        return [squeezed(self.text, [goal]) for goal in goals]

    def targets(self, piece: Piece) -> list[Marked[TargetDraft]]:
        """The quantities to be reached that a piece names."""
        return [Marked(t, *piece.range(t.start, t.end)) for t in read_targets(piece.text)]

    def references(self, piece: Piece) -> list[Marked[ReferenceDraft]]:
        """The documents that a piece cites."""
        return [Marked(r, *piece.range(r.start, r.end)) for r in read_references(piece.text, self.own_titles)]

    def _note(self, piece: Piece, doubts: Sequence[Doubt], shift: int = 0) -> None:
        for doubt in doubts:
            if doubt.end > doubt.start:
                self.doubt(doubt.rule, *piece.range(doubt.start + shift, doubt.end + shift), doubt.detail)


def said_once(
    first: Sequence[Marked[DeadlineDraft]], others: Sequence[Marked[DeadlineDraft]], *, in_text: bool = False
) -> list[Marked[DeadlineDraft]]:
    """All of ``first``, and what ``others`` say besides: a date that is said again, without milestone, is one deadline.

    ``in_text``: the others stand in running text, whose milestone is but the phrase behind the date.
    """
    kept = list(first)
    if not others:
        return kept
    said = {_meaning(mark.value) for mark in first}
    for mark in others:
        meaning = _meaning(mark.value)
        if (mark.value.milestone and not in_text) or meaning not in said:
            kept.append(mark)
            said.add(meaning)
    return kept


_YEAR = lazy_pattern(r"20\d\d年?|[今本当]年")


def _meaning(d: DeadlineDraft) -> tuple[object, ...]:
    """What a deadline says: the same date in other words (年内, 12月) is said of something else, or more closely."""
    if d.rrule:
        return d.kind, d.start, d.due, d.rrule, d.applies_to, ""
    dated = d.due or d.start
    words = _YEAR.sub("", d.text).rstrip("之以前") if dated else d.text
    return d.kind, d.start, d.due, d.rrule, d.applies_to, words
