"""The outline of a plan: numbered items nested by the style of their labels, with the text that belongs to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .document import Line
from .heads import Head, read_head
from .labels import Label, read_label
from .piece import Range

#: `牵头单位：…` at the beginning of a line; the label's words are read like a column head.
_LABELLED = re.compile(r"[（(\[【〔]?\s*((?:[\u4e00-\u9fff]\s?){2,10}(?:[（(][\u4e00-\u9fff]{1,4}[)）])?)\s?[：:]\s*")
_BRACKET = re.compile(r"[（(\[【〔）)\]】〕]")
_DEEPEST = 3
_ENDS = "。；！？：.;"
#: A line this long that does not end like a sentence was broken by the page, not by the author.
_WRAPPED = 24


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line such as 牵头单位：X: its head, the range of its value and of the whole line."""

    head: Head
    value: tuple[Range, ...]
    ranges: tuple[Range, ...]


@dataclass(slots=True)
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

    def walk(self) -> Iterator[Item]:
        """The item and everything below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class _Builder:
    """Builds the outline line by line."""

    root: Item
    path: list[Item] = field(default_factory=list[Item])
    counts: dict[str, int] = field(default_factory=dict[str, int])
    open_brackets: int = 0

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
        item.parent = self.last
        self.last.children.append(item)
        self.path.append(item)
        if item.label is not None and item.label.value is not None:
            self.counts[item.style] = item.label.value
            for style in [s for s in self.counts if s not in [known.style for known in self.path]]:
                del self.counts[style]

    def follows(self, label: Label) -> bool:
        """True when the label counts on from the items before it, or begins a list."""
        if label.value is None or label.value == 1:
            return True
        before = self.counts.get(label.style)
        if label.style in ("arabic", "arabic_bracket", "circled"):
            return before is None or before < label.value <= before + 5
        return True


def read_outline(lines: Sequence[Line], taken: frozenset[int] = frozenset()) -> Item:
    """The outline of ``lines`` (those whose index is in ``taken`` left out): a root item that holds the rest."""
    start = lines[0].start if lines else 0
    root = Item(None, start, (start, start))
    builder = _Builder(root)
    open_label: LabelLine | None = None
    for line in lines:
        if line.start == line.end or line.index in taken:
            continue
        if builder.open_brackets and _may_go_on(line):
            builder.last.body.append((line.start, line.end))
            builder.note_brackets(line.text)
            continue
        labelled = read_label_line(line)
        builder.note_brackets(line.text)
        if labelled is not None and builder.open_brackets and line.text[0] in "（([【〔":
            labelled = None  # the rest of the clause stands on the next line
        if labelled is not None:
            _attach(builder, labelled)
            open_label = labelled if not labelled.value else None
            continue
        label = read_label(line.text, builder.counts.get("arabic", 0) + 1)
        if open_label is not None and (label is None or not builder.follows(label)):
            builder.last.body[-1] = LabelLine(
                open_label.head, ((line.start, line.end),), (*open_label.ranges, (line.start, line.end))
            )
            open_label = None
            continue
        open_label = None
        if label is not None and builder.follows(label):
            builder.enter(Item(label, line.start, (line.start + label.end, line.end)))
        else:
            _add_text(builder, line)
    return root


def _may_go_on(line: Line) -> bool:
    """True for a line that may stand inside an open bracket: one that closes it, or no item of its own."""
    label = read_label(line.text)
    return label is None or label.style not in ("part", "han", "han_bracket", "arabic")


def read_label_line(line: Line) -> LabelLine | None:
    """The label line that a line is: who or when (or a named part of the task) behind a colon."""
    match = _LABELLED.match(line.text)
    if match is None:
        return None
    head = read_head("".join(match[1].split()))
    if head is None or head.kind not in ("unit", "person", "deadline", "requirement"):
        return None
    if head.kind == "requirement" and len(head.text) > 6:
        return None
    end = line.end
    if line.text[0] in "（([【〔" and line.text[-1] in "）)]】〕":
        end -= 1
    value = line.start + match.end()
    return LabelLine(head, ((value, end),) if value < end else (), ((line.start, line.end),))


def _attach(builder: _Builder, labelled: LabelLine) -> None:
    builder.last.body.append(labelled)


def _add_text(builder: _Builder, line: Line) -> None:
    """A line without label: more text of the last item, the rest of its last label line, or an item of its own."""
    last = builder.last
    before = last.body[-1] if last.body else None
    if isinstance(before, LabelLine) and _goes_on(before, line):
        last.body[-1] = LabelLine(
            before.head, (*before.value, (line.start, line.end)), (*before.ranges, (line.start, line.end))
        )
        return
    if isinstance(before, LabelLine):
        plain = Item(None, line.start, (line.start, line.end))
        builder.enter(plain)
        return
    last.body.append((line.start, line.end))


def _goes_on(labelled: LabelLine, line: Line) -> bool:
    """True when a line is the rest of a label line: a list of units that the page broke."""
    start, end = labelled.ranges[-1]
    long_enough = end - start >= _WRAPPED
    return long_enough and len(line.text) < 200 and line.text[-1:] not in _ENDS and "。" not in line.text
