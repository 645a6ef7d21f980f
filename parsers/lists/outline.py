"""The outline of a plan: numbered items nested by the style of their labels, with the text that belongs to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...normalize.lazy import lazy_pattern
from ..fields.label_lines import (
    LabelLine,
    assigning,
    numbered_label,
    opening_label,
    other_label,
    read_label_line,
    recurring_labels,
)
from ..text.document import Line
from ..text.labels import Label, read_label
from ..text.piece import Range
from .cards import card_starts, first_card
from .duty_lines import duty_lines
from .glued_numbers import glued_numbers
from .group_lines import group_lines
from .label_points import first_point, goes_on
from .numbered_fields import numbered_fields
from .plain_headings import plain_headings

_BRACKET = lazy_pattern(r"[（(\[【〔）)\]】〕]")
_STOPPED = lazy_pattern(r"[。；！][^。；！：:]*[^。；！？：:）)】\]〕\s]$")
_DEEPEST = 3
_SECOND_SAID = lazy_pattern(r"[，；。）)\s]二是")
#: Styles that stand below no other but 第一部分 (GB/T 9704-2012, 7.3.3), whatever numbers came before.
_OUTERMOST = frozenset({"part", "han"})
#: A box of a plan (专栏1 …): narrative beside the items.
_BOX = lazy_pattern(r"专栏\s?[\d一二三四五六七八九十]{1,3}")
#: A line that ends with a clause in brackets is an item of its own, wherever it stands.
_CLOSED = lazy_pattern(
    r"[（(\[【〔][^（(\[【〔]{0,200}(?:牵头|负责|责任|配合|承办|落实)[^（(\[【〔]{0,200}[）)\]】〕][。；]?$"
)


@dataclass(slots=True, eq=False, repr=False)
class Item:
    """A numbered item (or, without label, text that label lines follow).

    ``lead`` is the range of its first line without the label, ``body`` holds text ranges and label lines in order.
    """

    label: Label | None
    start: int
    lead: Range
    body: list[Range | LabelLine] = field(default_factory=list["Range | LabelLine"])
    children: list[Item] = field(default_factory=list["Item"])
    parent: Item | None = None
    #: Where the text begins behind the units that the item opens with (市教育局：负责…); 0 for any other.
    told: int = 0

    @property
    def style(self) -> str:
        """The style of its label; `plain` for none."""
        return self.label.style if self.label is not None else "plain"

    @property
    def end(self) -> int:
        """One past its last own character."""
        last = self.body[-1] if self.body else self.lead
        return last.ranges[-1][1] if isinstance(last, LabelLine) else last[1]

    @property
    def labelled(self) -> list[LabelLine]:
        """Its label lines."""
        return [part for part in self.body if isinstance(part, LabelLine)]

    def above(self) -> Iterator[Item]:
        """What it stands below, the nearest first, the root last."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Item]:
        """The item and everything below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True, eq=False, repr=False)
class _Builder:
    """Builds the outline line by line."""

    root: Item
    path: list[Item] = field(default_factory=list[Item])
    counts: dict[str, int] = field(default_factory=dict[str, int])
    open_brackets: int = 0
    open_label: LabelLine | None = None
    #: The last point of the text behind a label whose points stand on lines of their own.
    point: Label | None = None
    #: Whether the last line stopped inside a sentence behind another one: what is below goes on with it.
    stopped: bool = False
    #: Labels such as 责任单位 carry numbers of their own in this list.
    numbered_labels: bool = False
    #: Lines of labels or names that stand above the items they speak for, by offset; the first of each group.
    group_lines: frozenset[int] = frozenset()
    #: Labels of no known meaning that stand beside known ones in several items.
    own_labels: frozenset[str] = frozenset()
    #: Label lines that are numbered among themselves, by the offset of the line.
    fields: Mapping[int, LabelLine] = field(default_factory=dict[int, LabelLine])
    #: Where cards begin, whose first label says who or when, by the offset of the line.
    cards: frozenset[int] = frozenset()
    #: Where the first card begins whose first label names the task, by the offset of the line.
    first_card: int | None = None
    #: Where the text begins in lines that open with who answers for them, by the offset of the line.
    duties: Mapping[int, int] = field(default_factory=dict[int, int])
    #: Headings without numbers, each with the style of the items below it, by the offset of the line.
    plain: Mapping[int, str] = field(default_factory=dict[int, str])
    #: Numbers that stand right at the text of their line, by the offset of the line.
    glued: Mapping[int, Label] = field(default_factory=dict[int, Label])

    def numbered_label(self, line: Line) -> LabelLine | None:
        """The label line that stands behind a number of its own, where this list has such lines."""
        return self.fields.get(line.start) or (numbered_label(line) if self.numbered_labels else None)

    def note_brackets(self, text: str) -> None:
        """Count the brackets that a line leaves open: the next line is the rest of what stands in them."""
        depth = self.open_brackets
        for bracket in _BRACKET.findall(text):
            depth = depth + 1 if bracket in "（([【〔" else max(0, depth - 1)
        self.open_brackets = depth if depth <= _DEEPEST else 0

    @property
    def last(self) -> Item:
        return self.path[-1] if self.path else self.root

    def enter(self, item: Item) -> None:
        """Put an item below the nearest one whose label has another style."""
        styles = [known.style for known in self.path]
        if item.style in styles:
            del self.path[styles.index(item.style) :]
        elif item.style in _OUTERMOST:
            del self.path[styles.index("part") + 1 if "part" in styles and item.style != "part" else 0 :]
        item.parent = self.last
        self.last.children.append(item)
        self.path.append(item)
        if item.label is not None and item.label.value is not None:
            self.counts[item.style] = item.label.value
            for style in [s for s in self.counts if s not in [known.style for known in self.path]]:
                del self.counts[style]

    def add(self, line: Line) -> None:
        """Put the next line where it belongs."""
        if self.open_brackets and _may_go_on(line):
            before = self.last.body[-1] if self.last.body else None
            if isinstance(before, LabelLine) and before.assigns:
                self.last.body[-1] = before.continued(line)
            else:
                self.last.body.append((line.start, line.end))
            self.note_brackets(line.text)
            return
        if line.start in self.group_lines:
            self._open_group(line)
            return
        if line.start in self.plain:
            self._open_plain(line)
            return
        label = self.glued.get(line.start) or read_label(line.text, self.counts.get("arabic", 0) + 1)
        if label is not None and not (self.follows(label) and _stands_alone(label, line)):
            label = None
        if self.open_label is not None and not self._ends_label(line, label):
            self.last.body[-1] = self.open_label = self.open_label.continued(line)
            if self.open_label.assigns:
                self.open_label = None
            return
        self.open_label = None
        if self.point is not None and self._goes_on_pointing(line, label):
            return
        self.note_brackets(line.text)
        labelled = (
            None
            if label is not None and label.end >= len(line.text)
            else (self.numbered_label(line) or read_label_line(line) or other_label(line, self.own_labels))
        )
        stopped, self.stopped = self.stopped, _STOPPED.search(line.text) is not None
        if labelled is not None and labelled.spoken and stopped:
            labelled = None  # …。由县发改局牵头，县 | 统计局、县商务局配合。: the rest of a sentence
        if labelled is not None and not (self.open_brackets and line.text[0] in "（([【〔"):
            told = labelled.opens and self.last.label is None and assigning(self.last.labelled) and not self.cards
            if told or line.start in self.cards or line.start == self.first_card:
                self.enter(Item(None, line.start, (line.start, line.start)))
            self.last.body.append(labelled)
            self.open_label = labelled if not labelled.value else None
            self.point = first_point(labelled, line, {item.style for item in self.path})
        elif _BOX.match(line.text):
            self.enter(Item(None, line.start, (line.start, line.end)))
        elif label is not None:
            self.enter(self._told(_item(label, line), line))
        elif line.start in self.duties:
            self.enter(self._told(Item(None, line.start, (line.start, line.end)), line))
        else:
            self._add_text(line)

    def _goes_on_pointing(self, line: Line, label: Label | None) -> bool:
        """Add a line to the points behind a label, when it is the next one or the rest of the last."""
        point, self.point = self.point, None
        named, before = self.last, self.last.body[-1] if self.last.body else None
        if point is None or not isinstance(before, LabelLine) or read_label_line(line) is not None:
            return False
        self.point = goes_on(point, label) if line.start not in self.duties else None
        if self.point is None:
            return False
        named.body[-1] = before.continued(line)
        return True

    def _open_group(self, line: Line) -> None:
        """Enter a line that speaks for the items below it: a label line, or names as their heading."""
        labelled = read_label_line(line)
        self.open_label = None
        if labelled is None or not labelled.value:  # 二月份：
            self.enter(Item(None, line.start, (line.start, line.end)))
        else:
            self.enter(Item(None, line.start, (line.start, line.start), [labelled]))

    def _open_plain(self, line: Line) -> None:
        """Enter a heading without a number beside the items that it parts."""
        styles = [known.style for known in self.path]
        below = self.plain[line.start]
        del self.path[styles.index(below) if below in styles else len(styles) :]
        self.open_label = None
        self.enter(Item(None, line.start, (line.start, line.end)))

    def _told(self, item: Item, line: Line) -> Item:
        end = self.duties.get(line.start)
        item.told = line.start + end if end is not None else 0
        return item

    def _ends_label(self, line: Line, label: Label | None) -> bool:
        """True when a label without value on its own line does not go on with ``line``.

        Who and when take one line; a part of the text (整改措施：) goes on, its own points included, to the next label
        or the next item of a style that the outline has already used.
        """
        if self.open_label is None or read_label_line(line) is not None or self.numbered_label(line) is not None:
            return True
        if self.open_label.assigns or _CLOSED.search(line.text):
            return label is not None
        return label is not None and label.style in {item.style for item in self.path}

    def _add_text(self, line: Line) -> None:
        """A line without label: more text of the last item, the rest of its label line, or an item of its own."""
        before = self.last.body[-1] if self.last.body else None
        if isinstance(before, LabelLine) and before.goes_on(line):
            self.last.body[-1] = before.continued(line)
        elif isinstance(before, LabelLine):
            self.enter(Item(None, line.start, (line.start, line.end)))
        else:
            self.last.body.append((line.start, line.end))

    def follows(self, label: Label) -> bool:
        """True when the label counts on from the items before it, or begins a list."""
        if label.value is None or label.value == 1:
            return True
        before = self.counts.get(label.style)
        if label.style in ("arabic", "arabic_bracket", "circled"):
            return before is None or before < label.value <= before + 5
        return label.style != "point" or before is not None  # 三是… alone: 一是 and 二是 stand inside a paragraph


def read_outline(lines: Sequence[Line], taken: frozenset[int] = frozenset()) -> Item:
    """The outline of ``lines`` (those whose index is in ``taken`` left out): a root item that holds the rest."""
    start = lines[0].start if lines else 0
    builder = _Builder(Item(None, start, (start, start)))
    own = [line for line in lines if line.text and line.index not in taken]
    numbered = map(numbered_label, own)
    builder.numbered_labels = any(label is not None and label.assigns for label in numbered)
    builder.own_labels = recurring_labels(own)
    builder.group_lines = group_lines(own)
    builder.duties = duty_lines(own)
    builder.fields = numbered_fields(own)
    builder.glued = glued_numbers(own)
    builder.cards = card_starts(own)
    builder.first_card = first_card(own)
    builder.plain = plain_headings(own)
    for line in own:
        builder.add(line)
    return builder.root


def _stands_alone(label: Label, line: Line) -> bool:
    """False for 一是 in a paragraph that goes on with 二是: points of one text."""
    return label.style != "point" or label.value != 1 or _SECOND_SAID.search(line.text) is None


def _item(label: Label, line: Line) -> Item:
    """The item that a numbered line opens; what stands behind 任务： is its text, as on a line of its own."""
    start = line.start + label.end
    named = opening_label(Line(line.index, start, line.end, line.text[label.end :]))
    if named is None:
        return Item(label, line.start, (start, line.end))
    return Item(label, line.start, (start, start), [named])


def _may_go_on(line: Line) -> bool:
    """True for a line that may stand inside an open bracket: one that closes it, or no item of its own."""
    label = read_label(line.text)
    return label is None or label.style not in ("part", "han", "han_bracket", "arabic")
