"""The records of a numbered list: tasks where someone or some time is named, provisions where not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...normalize.slotted import dataclass, field
from ..deadlines import DeadlineDraft
from ..drafts import Mark, Marked, TaskDraft
from ..fields.label_lines import LabelLine
from ..reader import Reader, Responsibility, in_role, said_once
from ..text.document import Line
from ..text.piece import Piece, Range, squeezed, squeezed_text
from .bare_closings import close_with_names
from .duty_lines import duty_reading, role_of_duty
from .event_facts import set_facts_apart
from .given_closings import close_with_given
from .heading_units import ends_page_before, have_own, heading_units
from .item_headings import ItemHeadings
from .item_kinds import ItemKinds, numbered_value, text_ranges
from .item_segments import LONGEST_TITLE, Segment, item_segments
from .item_titles import lead_clause, lead_title, paragraph_title, split_title
from .outline import Item
from .outline_builder import read_outline
from .outline_shape import closes_plan, heads_items, heads_section, opens_duties, sentence_above, set_right
from .scoped import Scoped, scoped_closings, section_closings
from .segment_closings import BESIDE, Closing, leaves_open, read_closing
from .standing_rules import rejoin_sentences
from .told_first import past_first
from .told_items import ToldItems
from .told_others import keep_to_doers


@dataclass(slots=True, eq=False, repr=False)
class ListReader:
    """Reads a stretch of lines as a numbered list; :meth:`read` once."""

    reader: Reader
    lines: Sequence[Line]
    taken: frozenset[int] = frozenset()
    #: It names those who are in something, and sets nobody a task.
    of_names: bool = False
    #: It lays down rules for good: sentences say what somebody does then, not what is to be done.
    standing: bool = False
    tasks: list[TaskDraft] = field(default_factory=list[TaskDraft])
    marks: list[Mark] = field(default_factory=list[Mark])
    outline: Item | None = None
    _first: int = 0
    _told: ToldItems = field(init=False)
    _headings: ItemHeadings = field(init=False)
    _kinds: ItemKinds = field(init=False)
    _given: dict[int, Responsibility] = field(default_factory=dict[int, Responsibility])
    #: Headings that are nothing but names: what stands below may say what these are to it (牵头开展…).
    _named: set[int] = field(default_factory=set[int])
    _listed: dict[tuple[int, str], bool] = field(default_factory=dict[tuple[int, str], bool])

    def read(self, first_task: int) -> None:
        """Fill ``tasks`` and ``marks``; tasks are numbered from ``first_task``."""
        self._first = first_task
        root = self.outline = read_outline(self.lines, self.taken)
        set_facts_apart(root, self.reader.text)
        close_with_names(root, self.reader.text)
        close_with_given(root, self.reader.text)
        set_right(root, self.reader.text)
        self._headings = ItemHeadings(self.reader.text)
        self._kinds = ItemKinds(self.reader.text, self.lines, self.taken, self.of_names)
        self._told = ToldItems.of(self.reader, root, standing=self.standing)
        if self._told.rules or self.standing:
            rejoin_sentences(root)
        self._give(section_closings(self.reader.text, root))
        for item in root.walk():
            self._give(scoped_closings(self.reader.text, item))
            self._item(item, item is root)
        self.reader.task = None

    def _give(self, closings: Iterable[Scoped]) -> None:
        """Keep what closings say of items before the one that they stand behind."""
        for scoped in closings:
            given = self._closing(Segment((), scoped.clauses, scoped.labelled)).responsibility
            self._given |= dict.fromkeys(map(id, scoped.items), given)

    def _item(self, item: Item, is_root: bool) -> None:
        above = self._headings.above(item)
        self.reader.stand_under((*above, self._headings.of(item)) if item.children and not is_root else above)
        spoken = self._told.may_close(item) and not self._kinds.tells(item)
        segments = item_segments(self.reader.text, item, spoken=spoken)
        if item.told and self._told.may_open(item) and leaves_open(segments) and self._duty(item, segments):
            return
        if not any(segment.closed for segment in segments) or (
            segments[-1].closed and self._kinds.introduces_table(item)
        ):
            self._unclosed(item, is_root)
            return
        if item.children and self._for_all_below(item, segments):
            return
        self._given |= self._led_cards(item, segments)
        self._mark_labels(item, segments)
        title, segments = lead_clause(self.reader.text, segments) or (None, segments)
        if title is None:
            title, segments = split_title(self.reader.text, item, segments)
        for segment in segments:
            if segment.closed:
                plain = not (item.label or title) or segment.titled
                own = paragraph_title(self.reader.text, segment) if plain else (title, segment)
                self._task(item, *own)
            else:
                self._mark(segment.ranges, "narrative")

    def _led_cards(self, item: Item, segments: Sequence[Segment]) -> dict[int, Responsibility]:
        """Who does all tasks of an item whose first label says it: 牵头单位：甲 / 任务：… / 任务：…"""
        first = item.body[0] if item.body else None
        if len(segments) < 2 or not isinstance(first, LabelLine) or first.head.kind != "unit" or not first.value:
            return {}
        found = self.reader.unit_cell(first.value, first.head.role)
        self._mark_labels(item)
        return {id(item): found} if all(unit.value.role not in BESIDE for unit in found.units) else {}

    def _mark_labels(self, item: Item, segments: Sequence[Segment] = ()) -> None:
        """Mark the labels before the text of tasks, or over a task of its own in one of ``segments``, which are no part of it."""
        kept = {line.ranges for segment in segments for line in segment.labelled}
        for part in item.labelled:
            if part.opens if not segments else not (part.opens or part.ranges in kept):
                self._mark([(part.ranges[0][0], part.value[0][0] if part.value else part.ranges[-1][1])], "heading")

    def _for_all_below(self, item: Item, segments: Sequence[Segment]) -> bool:
        """Keep the clause of a heading for the items below it; False when it closes text of its own.

        A heading of any level that is nothing but a clause (（一）责任单位：甲) speaks for them too.
        """
        lead = squeezed_text(self.reader.text, segments[0].ranges)
        first = heads_items(item, self.reader.text) and len(lead) <= LONGEST_TITLE and not _is_sentence(item, lead)
        if len(segments) != 1 or (lead and not first):
            return False
        if ends_page_before(item):
            self._mark_clauses(segments[0], None)
            return True
        self._given[id(item)] = self._closing(segments[0]).responsibility
        self._mark([(item.start, item.lead[1])], "heading")
        self._mark_labels(item)
        self._mark_clauses(segments[0], None)
        return True

    def _given_above(self, item: Item) -> Responsibility | None:
        """What a heading above, or a clause behind several items, says of this one, marked as inherited."""
        given = (self._given.get(id(node)) for node in (item, *item.above()))
        return next((found.inherited() for found in given if found is not None), None)

    def _times_above(self, item: Item) -> list[Marked[DeadlineDraft]]:
        """The deadlines that the nearest heading with one sets for all below it, marked as inherited."""
        for node in (item, *item.above()):
            if (given := self._given.get(id(node))) is not None and given.deadlines:
                return given.inherited().deadlines
            if (time := self._headings.time_of(node)) is not None:
                return Responsibility(deadlines=self.reader.deadlines(time, "cell")).inherited().deadlines
        return []

    def _task(self, item: Item, title: Piece | None, segment: Segment) -> None:
        reader = self.reader
        index = self._first + len(self.tasks)
        reader.task = index
        content = squeezed(reader.text, segment.ranges)
        if not content.text:
            if title is None:
                self._mark_clauses(segment, self._first + len(self.tasks) - 1 if self.tasks else None)
                return
            content, title = title, None
        found, requirement, fields = self._closing(segment)
        if (given := self._given_above(item)) is not None:
            found.take_over(given, BESIDE, numbered=item.label is not None)
        end = max([content.span[1], *(r[1] for line in segment.labelled for r in line.ranges)])
        end = max([end, *(piece.range(c.start, c.end)[1] for piece, c in segment.clauses)])
        before = self.tasks[-1].end if self.tasks else 0
        opening = title.span[0] if title is not None and title.span[0] >= before else content.span[0]
        start = item.start if before <= item.start else opening
        number, content = numbered_value(item, content) if item.label is None else (_number(item), content)
        headings = self._headings.above(item)
        if title is not None and any(line.head.text for line in segment.labelled) and heads_section(item):
            number, title, headings = None, None, (*headings, self._headings.of(item))
        task = TaskDraft("task", number, headings, content, min(start, content.span[0]), end)
        task.title, task.requirement, task.fields = title, requirement, fields
        self._fill(task, found, item)
        self.tasks.append(task)
        self._mark_task(item, task, index, segment)

    def _duty(self, item: Item, segments: Sequence[Segment]) -> bool:
        """The task of an item that opens with its units (市教育局：负责…), or what they are for the items below it."""
        names = squeezed(self.reader.text, [(item.lead[0], item.told)])
        closed = [segment for segment in segments if segment.closed]
        whole = [part for segment in segments for part in segment.ranges] if closed else text_ranges(item)
        ranges = [(item.told, whole[0][1]), *whole[1:]]
        content = squeezed(self.reader.text, ranges)
        if not names.text:  # 县教育局负责…: the sentence says it
            found = self._told.inside(content)
        else:
            found = self.reader.responsibility(names, duty_reading(names.text, content.text))
        if found is None or not (content.text or item.children):
            return False
        if item.children and not content.text and have_own(self.reader.text, item, self._listed):
            return False
        for segment in closed:
            found.add(self._closing(segment).responsibility)
            self._mark_clauses(segment, self._first + len(self.tasks))
        over = bool(item.children) and not opens_duties(item, self.reader.text)
        self._mark([(item.start, item.told)], "heading" if over else "clause")
        if over:
            self._named.add(id(item))
            self._given[id(item)] = found
            self._mark(ranges, "narrative")
            return True
        index = self.reader.task = self._first + len(self.tasks)
        whole = sentence_above(item, self.reader.text) or item
        task = TaskDraft("task", _number(whole), self._headings.above(whole), content, item.start, content.span[1])
        if whole is not item and not whole.told:
            task.title = lead_title(self.reader.text, whole, text_ranges(whole))
        self._fill(task, found, item)
        self.tasks.append(task)
        self._mark(ranges, "task_cell", index)
        return True

    def _closing(self, segment: Segment) -> Closing:
        return read_closing(self.reader, segment, self.tasks[-1] if self.tasks else None)

    def _fill(self, task: TaskDraft, found: Responsibility, item: Item) -> None:
        in_text = self.reader.read_texts(task, found.deadlines)
        task.units, task.persons = found.answering, found.persons
        own = said_once(in_text, found.deadlines) or self.reader.goal_deadlines(task)
        if all(deadline.value.applies_to for deadline in own):  # none, or those of parts: 其中县城6月底前完成
            own = [*self._times_above(item), *own]
        task.deadlines = own

    def _unclosed(self, item: Item, is_root: bool) -> None:
        """An item without clause: a heading over others, a provision, or narrative."""
        ranges = text_ranges(item)
        numbered = not is_root and any(child.label is not None or child.told for child in item.children)
        told = heading_units(self.reader.text, item, self._listed) if numbered else None
        if told is not None:
            self._given[id(item)] = self.reader.responsibility(*told)
            self._named.add(id(item))
        if is_root or item.label is None:
            self._mark(ranges, "heading" if item.children and not is_root else "narrative")
            return
        if numbered or self._kinds.is_narrative(item) or not self._kinds.is_provision(item):
            sentence = not item.children and squeezed_text(self.reader.text, [item.lead]).endswith("。")
            self._mark([(item.start, item.lead[sentence - 1])], "heading")
            self._mark(ranges[not sentence :], "narrative")
            if item.label.damaged:
                self.reader.doubt("heading-label-damaged", item.start, item.lead[1])
            return
        self._provision(item, ranges)

    def _provision(self, item: Item, ranges: Sequence[Range]) -> None:
        if closes_plan(item):
            self._mark(ranges[1:], "narrative")
            ranges = ranges[:1]
        reader = self.reader
        index = reader.task = self._first + len(self.tasks)
        title, segments = split_title(reader.text, item, [Segment(tuple(ranges))])
        content = squeezed(reader.text, [r for segment in segments for r in segment.ranges])
        if not content.text:
            return
        task = TaskDraft("provision", _number(item), self._headings.above(item), content, item.start, content.span[1])
        task.title = title
        given = self._given_above(item)
        if given is not None and not self._named.isdisjoint(map(id, item.above())):
            given = in_role(given, role_of_duty((title or content).text))
        told = self._told.of_item(item, title, content) if given is None and not self._kinds.tells(item) else []
        if (given := given or self._told.read(told)) is not None:
            task.kind = "task"
        task.content = past_first(content) if told and title is not None else content
        self._fill(task, given or Responsibility(), item)
        task.deadlines = keep_to_doers(reader.text, task.deadlines, told)
        self.tasks.append(task)
        self.marks.append(Mark(item.start, item.lead[1], "provision", index))
        self._mark(ranges[1:], "provision", index)

    def _mark(self, ranges: Sequence[Range], label: str, task: int | None = None) -> None:
        self.marks += [Mark(start, end, label, task) for start, end in ranges if start < end]

    def _mark_task(self, item: Item, task: TaskDraft, index: int, segment: Segment) -> None:
        self.marks.append(Mark(task.start, task.content.span[1], "task_cell", index))
        self._mark_clauses(segment, index)

    def _mark_clauses(self, segment: Segment, index: int | None) -> None:
        for piece, clause in segment.clauses:
            self.marks.append(Mark(*piece.range(clause.start, clause.end), "clause", index))
        for line in segment.labelled:
            self._mark(line.ranges, "clause", index)


def _is_sentence(item: Item, lead: str) -> bool:
    """Whether the lead of an item is a task of its own rather than a title, which may end with a stop below （一）."""
    return lead.endswith("；") or (lead.endswith("。") and (item.style != "han_bracket" or "。" in lead[:-1]))


def _number(item: Item) -> str | None:
    return item.label.printed or None if item.label is not None else None
