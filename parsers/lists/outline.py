"""The outline of a plan: numbered items nested by the style of their labels, with the text that belongs to each."""

from __future__ import annotations

from collections.abc import Iterator

from ...normalize.fresh import fresh_list
from ...normalize.slotted import dataclass, field
from ..fields.label_lines import LabelLine
from ..text.labels import Label
from ..text.piece import Range


@dataclass(slots=True, eq=False, repr=False)
class Item:
    """A numbered item (or, without label, text that label lines follow).

    ``lead`` is the range of its first line without the label, ``body`` holds text ranges and label lines in order.
    """

    label: Label | None
    start: int
    lead: Range
    body: list[Range | LabelLine] = field(default_factory=fresh_list)
    children: list[Item] = field(default_factory=fresh_list)
    parent: Item | None = None
    #: Where the text begins behind the units that the item opens with (市教育局：负责…); 0 for any other.
    told: int = 0
    #: What an item without label is: `plain`, or the level of a heading (`bare`, `inner`).
    kind: str = "plain"
    #: The label line behind the number of an item that says nothing but who does what stands below it.
    who: LabelLine | None = None
    #: The clause that stands before its number: （责任单位：甲）1.…
    front: Range | LabelLine | None = None
    #: Whether the numbers of the items below it go on with those of the section before, or on into the next.
    runs_on: bool = False

    @property
    def style(self) -> str:
        """The style of its label; its kind where it has none."""
        return self.label.style if self.label is not None else self.kind

    @property
    def is_section(self) -> bool:
        """True for 第一节, which stands below 第一章 though its label is of the same style."""
        return self.label is not None and self.label.style == "part" and self.label.printed.endswith("节")

    @property
    def end(self) -> int:
        """One past its last own character."""
        last = self.body[-1] if self.body else self.lead
        return last.ranges[-1][1] if isinstance(last, LabelLine) else last[1]

    @property
    def is_bare(self) -> bool:
        """True while nothing but its number is known of it."""
        return self.lead[0] >= self.lead[1] and not self.body and not self.children

    @property
    def labelled(self) -> list[LabelLine]:
        """Its label lines."""
        return [part for part in (self.front, *self.body) if isinstance(part, LabelLine)]

    @property
    def unlabelled(self) -> list[Range]:
        """The ranges of its text, label lines left out."""
        parts = (self.front, self.lead, *self.body)
        return [part for part in parts if part is not None and not isinstance(part, LabelLine)]

    def stand_over(self, label: Label | None, line: str) -> None:
        """Become a part where ``label`` counts anew in its own style below its ``line``: 三、决定事项： over 一、"""
        if label is None or self.label is None or label.value != 1 or line[-1:] not in ("：", ":"):
            return
        alike = self.label.style == label.style == "han" and not (self.body or self.children)
        if alike and not any(item.style == "part" for item in self.above()):
            self.label = self.label._replace(style="part")

    def above(self) -> Iterator[Item]:
        """What it stands below, the nearest first, the root last."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Item]:
        """The item and everything below it, in document order."""
        left: list[Item] = [self]
        while left:
            item = left.pop()
            yield item
            left += reversed(item.children)

    def leaves(self) -> list[Item]:
        """The numbered items of these that have none below them."""
        return [item for item in self.walk() if item.label is not None and not item.children]
