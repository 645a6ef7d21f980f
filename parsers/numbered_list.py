"""The numbered-list format: items whose responsible units stand in a closing clause or in label lines below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..normalize.lazy import lazy_pattern
from .clauses import Clause, find_clauses
from .document import Line
from .drafts import FieldDraft, HeadingDraft, Mark, Marked, PartDraft, TaskDraft
from .formats import Page, Proposal
from .headings import heading_of
from .label_lines import LabelLine, assigning
from .labels import Label, read_label
from .outline import Item, read_outline
from .piece import Piece, Range, squeezed
from .reader import Reader, Responsibility, distinct
from .run_in_lines import cut_lines

LAYOUT = "numbered_list"
#: Sections that say why, not what: no records.
_NARRATIVE = lazy_pattern(
    r"指导思想|总体要求|总体思路|基本原则|工作原则|指导原则|重要意义|目的意义|工作思路|形势|背景|依据|适用范围|总则|基本情况|现状|概况|主要成效|存在问题|名词解释|附则"
)
_SENTENCE = lazy_pattern(r"[^。！？]*[。！？]")
_LONGEST_TITLE = 45
#: Labels that number points inside one task rather than tasks.
_POINTS = frozenset({"arabic_bracket", "circled", "point"})


@dataclass(frozen=True, slots=True)
class _Segment:
    """A stretch of an item's text with the clauses that close it."""

    ranges: tuple[Range, ...]
    clauses: tuple[tuple[Piece, Clause], ...] = ()
    labelled: tuple[LabelLine, ...] = ()

    @property
    def closed(self) -> bool:
        """True when someone or some time is named for the text."""
        return bool(self.clauses) or assigning(self.labelled)


@dataclass(slots=True)
class ListReader:
    """Reads a stretch of lines as a numbered list; :meth:`read` once."""

    reader: Reader
    lines: Sequence[Line]
    taken: frozenset[int] = frozenset()
    tasks: list[TaskDraft] = field(default_factory=list[TaskDraft])
    marks: list[Mark] = field(default_factory=list[Mark])
    _first: int = 0
    _given: dict[int, Responsibility] = field(default_factory=dict[int, Responsibility])

    def read(self, first_task: int) -> None:
        """Fill ``tasks`` and ``marks``; tasks are numbered from ``first_task``."""
        self._first = first_task
        root = read_outline(self.lines, self.taken)
        _fold_points(root, self.reader.text)
        _raise_headings(root, self.reader.text)
        for item in root.walk():
            self._item(item, item is root)
        self.reader.task = None

    def _item(self, item: Item, is_root: bool) -> None:
        segments = list(self._segments(item))
        if not any(segment.closed for segment in segments):
            self._unclosed(item, is_root)
            return
        if item.children and self._for_all_below(item, segments):
            return
        title, segments = self._lead_clause(segments) or self._split_title(item, segments)
        for segment in segments:
            if segment.closed:
                self._task(item, title, segment)
            else:
                self._mark(segment.ranges, "narrative")

    def _for_all_below(self, item: Item, segments: Sequence[_Segment]) -> bool:
        """Keep the clause of a first-level heading for the items below it; False when it closes text of its own."""
        lead = squeezed(self.reader.text, segments[0].ranges).text
        if item.style not in ("part", "han") or len(segments) != 1 or len(lead) > _LONGEST_TITLE or lead[-1:] in "。；":
            return False
        self._given[id(item)] = self._responsibility(segments[0])[0]
        self._mark([(item.start, item.lead[1])], "heading")
        self._mark_clauses(segments[0], None)
        return True

    def _given_above(self, item: Item) -> Responsibility | None:
        """What a heading above says for all items below it, marked as inherited."""
        node = item.parent
        while node is not None:
            given = self._given.get(id(node))
            if given is not None:
                return Responsibility(
                    [replace(unit, inherited=True) for unit in given.units],
                    [replace(person, inherited=True) for person in given.persons],
                    [replace(deadline, inherited=True) for deadline in given.deadlines],
                )
            node = node.parent
        return None

    def _segments(self, item: Item) -> Iterator[_Segment]:
        """The item's text cut behind every clause or block of label lines."""
        text: list[Range] = [item.lead] if item.lead[0] < item.lead[1] else []
        labelled: list[LabelLine] = []
        for part in item.body:
            if isinstance(part, LabelLine) and not part.opens:
                labelled.append(part)
                continue
            if labelled and not (isinstance(part, LabelLine) and item.label is not None):
                yield from self._cut(text, labelled)
                text, labelled = [], []
            text.extend(part.value if isinstance(part, LabelLine) else (part,))
        yield from self._cut(text, labelled)

    def _cut(self, ranges: Sequence[Range], labelled: Sequence[LabelLine]) -> Iterator[_Segment]:
        piece = squeezed(self.reader.text, ranges)
        clauses = find_clauses(piece)
        pending: list[tuple[tuple[Range, ...], list[tuple[Piece, Clause]]]] = []
        at = 0
        for clause in clauses:
            if clause.start > at or not pending:
                pending.append((_between(piece, ranges, at, clause.start), []))
            pending[-1][1].append((piece, clause))
            at = clause.end
            while at < len(piece.text) and piece.text[at] in "。；;.，,、":
                at += 1
        rest = _between(piece, ranges, at, len(piece.text)) if at < len(piece.text) else ()
        for stretch, found in pending[:-1]:
            yield _Segment(stretch, tuple(found))
        last = pending[-1] if pending else None
        if last is not None:
            yield _Segment(last[0], tuple(last[1]), tuple(labelled) if not rest else ())
        if rest or (labelled and last is None):
            yield _Segment(rest, (), tuple(labelled))

    def _lead_clause(self, segments: Sequence[_Segment]) -> tuple[Piece, list[_Segment]] | None:
        """Title and text of an item whose clause stands behind its title, before the text: （二）X（责任单位：Y） / text."""
        first, rest = segments[0], segments[1:]
        if not rest or not first.closed or any(segment.closed for segment in rest):
            return None
        title = squeezed(self.reader.text, first.ranges)
        if not title.text or len(title.text) > _LONGEST_TITLE or any(mark in title.text for mark in "。；"):
            return None
        ranges = tuple(r for segment in rest for r in segment.ranges)
        labelled = tuple(line for segment in segments for line in segment.labelled)
        return _stripped(self.reader.text, title), [_Segment(ranges, first.clauses, labelled)]

    def _split_title(self, item: Item, segments: list[_Segment]) -> tuple[Piece | None, list[_Segment]]:
        """The lead sentence as title of the item's tasks, when more text follows it."""
        whole = squeezed(self.reader.text, [r for segment in segments for r in segment.ranges])
        cut = self._title_end(item, whole)
        if cut is None or not segments or not segments[0].ranges:
            return None, segments
        limit = whole.offset(cut - 1) + 1
        title = squeezed(self.reader.text, _clipped(segments[0].ranges, 0, limit))
        first = segments[0]
        rest = _clipped(first.ranges, limit, first.ranges[-1][1])
        shorter = _Segment(tuple(rest), first.clauses, first.labelled)
        if not rest and first.closed and len(segments) == 1:
            return None, segments
        return _stripped(self.reader.text, title), [shorter, *segments[1:]]

    def _title_end(self, item: Item, whole: Piece) -> int | None:
        """Where the lead ends: at the first full stop, or at the end of a first line that has none."""
        if item.label is None:
            return None
        lead = squeezed(self.reader.text, [item.lead]).text
        if 0 < len(lead) < len(whole.text) and len(lead) <= _LONGEST_TITLE and lead[-1] not in "。；，、：,;（(":
            broken = len(lead) >= 30
            if not broken and "。" not in lead and "；" not in lead:
                return len(lead)
        match = _SENTENCE.match(whole.text)
        if match is None or match.end() > _LONGEST_TITLE or match.end() >= len(whole.text):
            return None
        return match.end() if "；" not in match[0] else None

    def _task(self, item: Item, title: Piece | None, segment: _Segment) -> None:
        reader = self.reader
        index = self._first + len(self.tasks)
        reader.task = index
        content = squeezed(reader.text, segment.ranges)
        if not content.text:
            if title is None:
                self._mark_clauses(segment, self._first + len(self.tasks) - 1 if self.tasks else None)
                return
            content, title = title, None
        found, requirement, fields = self._responsibility(segment)
        end = max([content.span[1], *(r[1] for line in segment.labelled for r in line.ranges)])
        end = max([end, *(piece.range(c.start, c.end)[1] for piece, c in segment.clauses)])
        start = item.start if not self.tasks or self.tasks[-1].end <= item.start else content.span[0]
        task = TaskDraft("task", _number(item), self._headings(item), content, min(start, content.span[0]), end)
        task.title, task.requirement, task.fields = title, requirement, fields
        self._fill(task, found)
        self.tasks.append(task)
        self._mark_task(item, task, index, segment)

    def _responsibility(self, segment: _Segment) -> tuple[Responsibility, Piece | None, list[Marked[FieldDraft]]]:
        """Units, persons and deadlines of the clauses and label lines that close a segment."""
        reader = self.reader
        found = Responsibility()
        requirement: Piece | None = None
        fields: list[Marked[FieldDraft]] = []
        for piece, clause in segment.clauses:
            shifted = Piece(piece.text[clause.inner : clause.end], *_shift(piece, clause.inner))
            found.add(reader.responsibility(shifted, clause.reading))
        for line in segment.labelled:
            if not line.value:
                continue
            piece = squeezed(reader.text, line.value)
            if line.head.kind == "unit":
                found.add(reader.unit_cell(line.value, line.head.role))
            elif line.head.kind == "person":
                found.add(reader.person_cell(line.value, line.head.text))
            elif line.head.kind == "deadline":
                found.deadlines += reader.deadlines(piece, "cell")
            elif line.head.kind == "requirement" and requirement is None:
                requirement = piece
            else:
                fields.append(Marked(FieldDraft(line.head.text, piece.text), *piece.span))
        return found, requirement, fields

    def _fill(self, task: TaskDraft, found: Responsibility) -> None:
        reader = self.reader
        texts = [piece for piece in (task.content, task.requirement) if piece is not None]
        in_text = [d for piece in texts for d in reader.deadlines(piece, "text")]
        task.units, task.persons = found.units, found.persons
        task.deadlines = distinct([*in_text, *found.deadlines])
        task.targets = [t for piece in texts for t in reader.targets(piece)]
        task.references = [r for piece in texts for r in reader.references(piece)]

    def _headings(self, item: Item) -> tuple[HeadingDraft, ...]:
        chain: list[HeadingDraft] = []
        node = item.parent
        while node is not None and node.parent is not None:
            chain.append(self._heading(node))
            node = node.parent
        return tuple(reversed(chain))

    def _heading(self, item: Item) -> HeadingDraft:
        piece = squeezed(self.reader.text, [item.lead])
        clauses = find_clauses(piece) if "（" in piece.text or "[" in piece.text or "【" in piece.text else []
        lead = piece.text[: clauses[0].start] if clauses else piece.text
        match = _SENTENCE.match(lead)
        title = match[0] if match is not None else lead
        return heading_of(title, None if item.label is None else _at_start(item.label))[1]

    def _unclosed(self, item: Item, is_root: bool) -> None:
        """An item without clause: a heading over others, a provision, or narrative."""
        ranges = _text_ranges(item)
        if is_root or item.label is None:
            self._mark(ranges, "heading" if item.children and not is_root else "narrative")
            return
        numbered = any(child.label is not None for child in item.children)
        if numbered or self._is_narrative(item) or not self._is_provision(item):
            self._mark([(item.start, item.lead[1])], "heading")
            self._mark(ranges[1:], "narrative")
            if item.label.damaged:
                self.reader.doubt("heading-label-damaged", item.start, item.lead[1])
            return
        self._provision(item, ranges)

    def _is_narrative(self, item: Item) -> bool:
        node: Item | None = item
        while node is not None and node.label is not None:
            lead = squeezed(self.reader.text, [node.lead]).text[:_LONGEST_TITLE]
            if _NARRATIVE.search(lead.split("。")[0]) and len(lead.split("。")[0]) < 20:
                return True
            node = node.parent
        return False

    def _is_provision(self, item: Item) -> bool:
        """True when the item says something, rather than being a bare heading."""
        lead = squeezed(self.reader.text, [item.lead]).text
        if item.body or lead[-1:] in "。；！":
            return bool(lead) or bool(item.body)
        return item.style not in ("part", "han") and not self._heads_table(item)

    def _heads_table(self, item: Item) -> bool:
        """True when a table stands right below the item: it is the table's heading."""
        following = next((line for line in self.lines if line.start >= item.end and line.text), None)
        return following is not None and following.index in self.taken

    def _provision(self, item: Item, ranges: Sequence[Range]) -> None:
        if _closes_plan(item):
            self._mark(ranges[1:], "narrative")
            ranges = ranges[:1]
        index = self._first + len(self.tasks)
        self.reader.task = index
        title, segments = self._split_title(item, [_Segment(tuple(ranges))])
        content = squeezed(self.reader.text, [r for segment in segments for r in segment.ranges])
        if not content.text:
            return
        task = TaskDraft("provision", _number(item), self._headings(item), content, item.start, content.span[1])
        task.title = title
        given = self._given_above(item)
        if given is not None:
            task.kind = "task"
            self.reader.doubt("inherited-units", task.start, task.end)
        self._fill(task, given or Responsibility())
        self.tasks.append(task)
        self.marks.append(Mark(item.start, item.lead[1], "provision", index))
        self._mark(ranges[1:], "provision", index)

    def _mark(self, ranges: Sequence[Range], label: str, task: int | None = None) -> None:
        self.marks += [Mark(start, end, label, task) for start, end in ranges if start < end]

    def _mark_task(self, item: Item, task: TaskDraft, index: int, segment: _Segment) -> None:
        self.marks.append(Mark(task.start, task.content.span[1], "task_cell", index))
        self._mark_clauses(segment, index)

    def _mark_clauses(self, segment: _Segment, index: int | None) -> None:
        for piece, clause in segment.clauses:
            self.marks.append(Mark(*piece.range(clause.start, clause.end), "clause", index))
        for line in segment.labelled:
            self._mark(line.ranges, "clause", index)


def _text_ranges(item: Item) -> list[Range]:
    """All ranges of an item's text; label lines that assign nothing are text."""
    parts = [part.ranges if isinstance(part, LabelLine) else (part,) for part in item.body]
    return [r for r in (item.lead, *(r for part in parts for r in part)) if r[0] < r[1]]


def _number(item: Item) -> str | None:
    return item.label.printed or None if item.label is not None else None


def _at_start(label: Label) -> Label:
    return Label(label.style, label.value, label.printed, 0)


def _stripped(text: str, title: Piece) -> Piece:
    """The title without the full stop that ends it."""
    end = len(title.text.rstrip("。．.：:；，"))
    return squeezed(text, [title.range(0, end)]) if 0 < end < len(title.text) else title


def _clipped(ranges: Sequence[Range], start: int, end: int) -> list[Range]:
    """The parts of ``ranges`` between two document offsets."""
    return [(max(a, start), min(b, end)) for a, b in ranges if max(a, start) < min(b, end)]


def _between(piece: Piece, ranges: Sequence[Range], start: int, end: int) -> tuple[Range, ...]:
    """The document ranges of ``piece.text[start:end]``."""
    if start >= end:
        return ()
    return tuple(_clipped(ranges, *piece.range(start, end)))


def _shift(piece: Piece, start: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Starts and offsets of the rest of a piece from ``start`` on."""
    runs = [(s - start, o) for s, o in zip(piece.starts, piece.offsets, strict=True) if s > start]
    first = (0, piece.offset(start))
    return tuple(s for s, _ in [first, *runs]), tuple(o for _, o in [first, *runs])


def _fold_points(root: Item, text: str) -> None:
    """Points that share one closing clause are text of the item above them, not items of their own."""
    for item in list(root.walk()):
        if item is root or len(item.children) < 2 or any(child.children for child in item.children):
            continue
        if any(_closes(child, text) for child in item.children[:-1]):
            continue
        own = _closes(item, text)
        if own and item.style in ("part", "han"):
            continue
        if _closes(item.children[-1], text) if own else not _is_shared(item, item.children[-1], text):
            continue
        for child in item.children:
            item.body.append((child.start, child.lead[1]))
            item.body.extend(child.body)
        item.children.clear()


def _is_shared(item: Item, last: Item, text: str) -> bool:
    """True when the clause behind the last point speaks for all: points of a deep level, or a clause apart."""
    if last.style in _POINTS:
        return _closes(last, text)
    lead = squeezed(text, [item.lead]).text
    says_more = "。" in lead[:-1] or lead.endswith("：")
    apart = last.body[-1] if last.body else None
    return says_more and apart is not None and (isinstance(apart, LabelLine) or text[apart[0]] in "（([【〔")


def _raise_headings(root: Item, text: str) -> None:
    """A first-level line alone over paragraphs with clauses is their heading, not an item with a title.

    GB/T 9704-2012, 7.3.3: 一、 stands on a line of its own over what it heads.
    """
    for item in list(root.walk()):
        if item.style not in ("part", "han") or not item.body or isinstance(item.body[0], LabelLine):
            continue
        lead = squeezed(text, [item.lead]).text
        if not lead or len(lead) > _LONGEST_TITLE or lead[-1] in "。；：，、" or not _closes(item, text):
            continue
        first = item.body[0]
        item.children.insert(0, Item(None, first[0], first, item.body[1:], [], item))
        item.body = []


def _closes_plan(item: Item) -> bool:
    """True for a plan's last item when text follows it that the items before it have not: the plan's closing words."""
    if not item.body or item.parent is None or len(item.parent.children) < 2:
        return False
    node = item
    while node.parent is not None:
        if node.parent.children[-1] is not node:
            return False
        node = node.parent
    return not any(sibling.body or sibling.children for sibling in item.parent.children[:-1])


def _closes(item: Item, text: str) -> bool:
    ranges = [item.lead, *(r for r in item.body if not isinstance(r, LabelLine))]
    return bool(item.labelled) or bool(find_clauses(squeezed(text, ranges)))


def propose(page: Page) -> Iterator[Proposal]:
    """The enclosed plan, or the whole notice when it prints no plan apart."""
    if page.frame.plan is None:
        return
    first, stop = page.frame.plan
    lines = page.lines[first:stop]
    labelled = sum(1 for line in lines if line.text and read_label(line.text) is not None)
    filled = sum(1 for line in lines if line.text)
    if not filled:
        return
    reason = f"{labelled} of {filled} lines begin with a number label"

    def read(reader: Reader, first_task: int, taken: frozenset[int]) -> PartDraft:
        own = [line for line in lines if line.index not in page.furniture]
        part = ListReader(reader, cut_lines(page.text, own), taken)
        part.read(first_task)
        furniture = [line for line in lines if line.index in page.furniture - taken]
        part.marks += [Mark(line.start, line.end, "metadata") for line in furniture]
        title = page.frame.plan_title.value if page.frame.plan_title is not None else None
        return PartDraft("plan", LAYOUT, title, first, stop - 1, part.tasks, part.marks, 0.0, reason)

    yield Proposal(LAYOUT, first, stop - 1, min(0.49, labelled / filled), reason, read)
