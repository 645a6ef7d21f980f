"""The outline of a plan, built line by line: each line opens an item, is a label line of one, or goes on with what is above."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ...normalize.slotted import dataclass, field
from ..fields.label_lines import LabelLine, assigning, is_post, other_label, read_label_line
from ..fields.name_brackets import CLOSED_AT_END
from ..text.document import Line
from ..text.labels import Label, next_label, slipped_label
from ..text.piece import Range
from .bare_headings import EVERYTHING, BareHeading
from .duty_lines import is_names
from .label_points import first_point, goes_on
from .line_items import clause_line, group_item, may_be_enclosed, numbered_item, plain_item, stands_alone
from .list_signs import ListSigns
from .outline import Item

_BRACKET = lazy_pattern(r"[（(\[【〔）)\]】〕]")
_OPENING, _DASHES = "（([【〔", "—–"
_DEEPEST, _ENDS = 3, "。；）)】〕"
_STOPS = "。；！"
#: From the last of these on.
_STOPPED = lazy_pattern(rf"[{_STOPS}][^：:]*[^{_STOPS}？：:）)】\]〕\s]$")
_SECOND_ARABIC = lazy_pattern(r"[。；]\s?2[.．、](?!\d)")
#: Styles that stand below no other but 第一部分 (GB/T 9704-2012, 7.3.3), whatever numbers came before.
_OUTERMOST = frozenset({"part", "han"})
#: Styles that may skip numbers, up to so many: the page lost items.
_SKIPPING, _MOST_SKIPPED = frozenset({"arabic", "arabic_bracket", "circled", "small"}), 5
_LONGEST_PLAIN = 60  # characters of an item without number right below the title
#: A box of a plan (专栏1 …): narrative beside the items.
_BOX = lazy_pattern(r"专栏\s?[\d一二三四五六七八九十]{1,3}")


def read_outline(lines: Sequence[Line], taken: frozenset[int]) -> Item:
    """The outline of ``lines`` (those whose index is in ``taken`` left out): a root item that holds the rest."""
    start = lines[0].start if lines else 0
    own = [line for line in lines if line.text and line.index not in taken]
    builder = _Builder(Item(None, start, (start, start)), ListSigns.of(own))
    above = 0
    for line in own:
        builder.add(line, below_table=not taken.isdisjoint(range(above, line.index)))
        above = line.index
    return builder.root


@dataclass(slots=True, eq=False, repr=False)
class _Builder:
    root: Item
    signs: ListSigns
    #: The items that are open, the outermost first.
    path: list[Item] = field(default_factory=list[Item])
    #: The last number of each style on the path.
    counts: dict[str, int] = field(default_factory=dict[str, int])
    #: The last number of 1. anywhere.
    running: int = 0
    open_brackets: int = 0
    open_label: LabelLine | None = None  # alone on its line, its value is to come
    #: The last point of the text behind a label whose points stand on lines of their own.
    point: Label | None = None
    #: Whether the last line stopped inside a sentence behind another one: what is below goes on with it.
    stopped: bool = False
    above: str = ""
    #: The clause that stands before the next item.
    front: Range | LabelLine | None = None

    @property
    def last(self) -> Item:
        return self.path[-1] if self.path else self.root

    @property
    def _label_before(self) -> LabelLine | None:
        """The label line that the last item ends with."""
        before = self.last.body[-1] if self.last.body else None
        return before if isinstance(before, LabelLine) else None

    def add(self, line: Line, *, below_table: bool = False) -> None:
        """Put the next line where it belongs; no text below a table goes on with the item above it."""
        if self.open_brackets and may_be_enclosed(line):
            self._go_on_in_brackets(line)
        elif line.start in self.signs.bare:
            self._open_heading(line, self.signs.bare[line.start])
        elif line.start in self.signs.groups.fronts:
            self.front = clause_line(line)
        elif line.start in self.signs.groups.openings:
            self.open_label = None
            self._enter(group_item(line))
        elif line.start in self.signs.groups.labels:
            group = next((item for item in reversed(self.path) if item.label is None), self.root)
            group.body.append(self.signs.groups.labels[line.start])
        else:
            label = self._label(line)
            if not (self._goes_on_with_label(line, label) or self._goes_on_pointing(line, label)):
                self._place(line, label, below_table=below_table)
        self.above = line.text

    def _place(self, line: Line, label: Label | None, *, below_table: bool) -> None:
        """Put a line that goes on with nothing by what it opens with."""
        self._note_brackets(line.text[label.end :] if label is not None else line.text)
        labelled = self._label_line(line, label)
        if labelled is not None and below_table and self.last is self.root and self.root.body:
            self.root.body.append((line.start, line.end))
        elif labelled is not None and not (self.open_brackets and line.text[0] in _OPENING):
            self._add_label_line(labelled, line)
        elif line.start in self.signs.titled or _BOX.match(line.text):
            self._enter(plain_item(line))
        elif label is not None and line.start in self.signs.points:
            self.last.body.append((line.start + label.end, line.end))
        elif label is not None:
            self._enter(self._told(numbered_item(label, line, self.front), line))
            self.front = None
        elif line.start in self.signs.duties:
            self._enter(self._told(plain_item(line), line))
        elif below_table:
            self.root.body.append((line.start, line.end))
        else:
            self._add_text(line)

    def _label(self, line: Line) -> Label | None:
        """The number label of a line, if it counts on here."""
        label = (
            self.signs.glued.get(line.start)
            or next_label(line.text, self._next_number(line.text))
            or slipped_label(line.text, self.counts)
        )
        torn = line.text[0] == "、" and self.above[-1:] not in _ENDS
        if label is None or torn or not self._follows(label) or not stands_alone(label, line):
            return None
        if line.text[0] in _DASHES and is_names(line.text[label.end :]):
            return None  # ——县交通局 below its task
        return None if self._is_row_of_points(label, line) else label

    def _next_number(self, text: str) -> int:
        """The number that the next item has: behind a heading the first one, or the next of those that run on."""
        if "arabic" in self.counts:
            return self.counts["arabic"] + 1
        return 1 if text[0] == "1" and not text[1:2].isdecimal() else self.running + 1

    def _is_row_of_points(self, label: Label, line: Line) -> bool:
        """Whether 1. opens a line that holds 2. and more, alone below a heading with （一）: the text of the task it names."""
        above = self.last.label.style if self.last.label is not None else ""
        row = label.style == "arabic" and label.value == 1 and above == "han_bracket" and not self.last.body
        return row and _SECOND_ARABIC.search(line.text, label.end) is not None

    def _follows(self, label: Label) -> bool:
        """True when the label counts on from the items before it, or begins a list."""
        if label.value is None or label.value == 1:
            return True
        before = self.counts.get(label.style)
        if label.style in _SKIPPING:
            return before is None or before < label.value <= before + _MOST_SKIPPED
        return label.style != "point" or before is not None  # 三是… alone: 一是 and 二是 stand inside a paragraph

    def _label_line(self, line: Line, label: Label | None) -> LabelLine | None:
        """The label line that a line is; a clause without label is the rest of a sentence that stopped above it."""
        last = max(map(line.text.rfind, _STOPS))
        stopped = self.stopped and line.start not in self.signs.points
        self.stopped = last >= 0 and _STOPPED.match(line.text, last) is not None
        if label is not None and label.end >= len(line.text):
            return None
        labelled = (
            self.signs.label_line_behind_number(line)
            or read_label_line(line)
            or other_label(line, self.signs.own_labels)
        )
        # …。由县发改局牵头，县 | 统计局、县商务局配合。 · 第三条 工坊社区支持
        other = stopped or label is not None or line.start in self.signs.duties
        return None if labelled is not None and labelled.spoken and other else labelled

    def _add_label_line(self, labelled: LabelLine, line: Line) -> None:
        """A label line of the last item, or the first of a card."""
        cards = self.signs.cards
        if labelled.assigns and self.last is self.root:
            self._enter_text_above()
        again = labelled.opens and self.last.label is None and assigning(self.last.labelled) and not cards
        if again or line.start in cards or line.start == self.signs.first_card:
            self._enter(Item(None, line.start, (line.start, line.start)))
        if labelled.opens and labelled.value and self.last.who is not None and not self.last.body:
            self.last.lead = (self.last.lead[0], self.last.lead[0])
            self.last.body.append(self.last.who)
        self.last.body.append(labelled)
        self.open_label = labelled if not labelled.value else None
        self.point = first_point(labelled, line, {item.style for item in self.path})

    def _enter_text_above(self) -> None:
        """Make an item of the short text right above the first label line of who or when: it has no number."""
        text = self.root.body[-1] if self.root.body else None
        if text is not None and not isinstance(text, LabelLine) and text[1] - text[0] <= _LONGEST_PLAIN:
            self.root.body.pop()
            self._enter(Item(None, text[0], text))

    def _add_text(self, line: Line) -> None:
        """A line without label: more text of the last item, the rest of its label line, or an item of its own."""
        if line.index > self.signs.run_in.get(self.last.start, line.index):
            self._leave_run_in()
        before = self._label_before
        if self.last.kind != "plain":
            self._enter(plain_item(line))
        elif before is None and self.last.label is not None and self.last.is_bare:
            self.last.lead = (line.start, line.end)  # a number alone on its line
        elif before is None or is_post(before.head.text):
            self.last.body.append((line.start, line.end))
        elif before.goes_on(line):
            self.last.body[-1] = before.continued(line)
        else:
            self._enter(plain_item(line))

    def _leave_run_in(self) -> None:
        """Close the points of a paragraph that ended: what stands in the next is none of the last one's text."""
        while self.path and self.path[-1].start in self.signs.run_in:
            self.path.pop()

    def _go_on_in_brackets(self, line: Line) -> None:
        """The rest of what stands in a bracket that the lines above opened."""
        before = self._label_before
        if before is not None:
            self.last.body[-1] = before.continued(line)
        else:
            self.last.body.append((line.start, line.end))
        self._note_brackets(line.text)

    def _note_brackets(self, text: str) -> None:
        """Count the brackets that a line leaves open: the next line is the rest of what stands in them."""
        depth = self.open_brackets
        for bracket in _BRACKET.findall(text):
            depth = depth + 1 if bracket in _OPENING else max(0, depth - 1)
        self.open_brackets = depth if depth <= _DEEPEST else 0

    def _goes_on_with_label(self, line: Line, label: Label | None) -> bool:
        """Add a line to the label alone on its line above, when it is its value."""
        opened, self.open_label = self.open_label, None
        if opened is None or self._ends_label(opened, line, label):
            return False
        self.last.body[-1] = more = opened.continued(line)
        self.open_label = None if more.assigns else more
        return True

    def _ends_label(self, opened: LabelLine, line: Line, label: Label | None) -> bool:
        """True when a label without value on its own line does not go on with ``line``.

        Who and when take one line; a part of the text (整改措施：) goes on, its own points included, to the next label
        or the next item of a style that the outline has already used.
        """
        if read_label_line(line) is not None or self.signs.label_line_behind_number(line) is not None:
            return True
        if line.start in self.signs.answered:
            return True
        if opened.opens and self.last.who is not None and label is not None and label.value == 1:
            return True  # （一）责任单位：甲 / 主要任务： / 1.…: items below who does them
        if opened.assigns or CLOSED_AT_END.search(line.text):
            return label is not None
        return label is not None and label.style in {item.style for item in self.path}

    def _goes_on_pointing(self, line: Line, label: Label | None) -> bool:
        """Add a line to the points behind a label, when it is the next one or the rest of the last."""
        point, self.point = self.point, None
        before = self._label_before
        if point is None or before is None or read_label_line(line) is not None:
            return False
        self.point = goes_on(point, label) if line.start not in self.signs.duties else None
        if self.point is not None:
            self.last.body[-1] = before.continued(line)
        return self.point is not None

    def _open_heading(self, line: Line, heading: BareHeading) -> None:
        """Enter a heading without a number beside the items that it parts."""
        styles = [known.style for known in self.path]
        ends = 0 if heading.ends == EVERYTHING else len(styles)
        del self.path[styles.index(heading.ends) if heading.ends in styles else ends :]
        self.open_label = None
        self._enter(plain_item(line, heading.kind))

    def _told(self, item: Item, line: Line) -> Item:
        item.told = line.start + end if (end := self.signs.duties.get(line.start)) is not None else 0
        return item

    def _enter(self, item: Item) -> None:
        """Put an item below the nearest one whose label has another style."""
        self.last.stand_over(item.label, self.above)
        styles = [known.style for known in self.path]
        parts = len(styles) - styles[::-1].index("part") if "part" in styles else 0  # 第一章 and 第一节, the outermost
        if item.is_section and parts:
            del self.path[parts - self.path[parts - 1].is_section :]
        elif item.style in styles:
            del self.path[styles.index(item.style) :]
        elif item.style in _OUTERMOST:
            del self.path[parts if item.style != "part" else 0 :]
        item.parent = self.last
        self.last.children.append(item)
        self.path.append(item)
        if item.label is not None and item.label.value is not None:
            self.counts[item.style] = item.label.value
            self.running = self.counts.get("arabic", self.running)
            on_path = {known.style for known in self.path}
            self.counts = {style: count for style, count in self.counts.items() if style in on_path}
