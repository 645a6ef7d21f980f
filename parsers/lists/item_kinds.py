"""What an item that names nobody is: a provision, narrative, or a heading; what it says of a table below it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from ...normalize.lazy import lazy_pattern
from ...normalize.slotted import dataclass
from ..fields.label_lines import LabelLine
from ..text.document import Line
from ..text.labels import read_label
from ..text.piece import Piece, Range, squeezed_text
from ..units import unit_likeness
from .item_segments import LONGEST_TITLE
from .outline import Item

#: Sections that say why, not what: no records.
_NARRATIVE = lazy_pattern(
    r"指导思想|总体要求|总体思路|基本原则|工作原则|指导原则|重要意义|目的意义|工作思路|形势|背景|依据|适用范围|总则|基本情况|现状|概况|主要成效|存在问题|名词解释|附则"
)
#: Sections that say how those who do it all are set up, or what was done: whoever stands in their sentences does none of the tasks.
_SET_UP = lazy_pattern(
    r"(?:组织|领导|工作)(?:方式|形式|机构|架构)"
    r"|(?:(?:20\d\d)?年|[上下]半年|第?[一二三四]季度|前期|今年以来)?工作(?:开展|完成|进展|推进|总体)?(?:情况|总结|回顾|成效)"
    r"|(?:工作|基本|指导|总体)?原则|指导思想|总体(?:要求|思路)"
)
#: What is to be reached is said of the whole plan, below 总体要求 too.
_GOALS = lazy_pattern(r"(?:工作|总体|主要|具体|行动|发展|预期|阶段性?|建设|任务)?目标(?:任务)?")
#: 整治原则 heads a chapter of narrative; （二）布局原则 among the points of one says what is done.
_OF_CHAPTER = "原则"
#: Longer leads of items are sentences, which head nothing.
_LONGEST_HEADING = 20
#: A text this much like a unit is its name.
_SURE = 0.9
#: What tells that a number opens points, not the one task.
_SECOND_POINT = lazy_pattern(r"(?<!\d)2[.、．](?!\d)")
#: What the text right above a table says of it.
_POINTS_BELOW = lazy_pattern(r"[下附]列|以下|[下附]表|如下|见表|表中")


@dataclass(slots=True, eq=False, repr=False)
class ItemKinds:
    """Tells what items are; ``lines`` are those of the list, ``taken`` the indexes of lines that tables hold."""

    text: str
    lines: Sequence[Line]
    taken: frozenset[int]
    #: Whether the title says that these are names: 先进单位名单.
    of_names: bool = False

    def is_narrative(self, item: Item) -> bool:
        """True when the item, or a heading above it, says why and not what: 指导思想, 总体要求."""
        node: Item | None = item
        if _GOALS.fullmatch(squeezed_text(self.text, [item.lead])[:LONGEST_TITLE].partition("。")[0].rstrip("：")):
            return False
        while node is not None and node.label is not None:
            lead = squeezed_text(self.text, [node.lead])[:LONGEST_TITLE].split("。")[0]
            node = node.parent
            chapter = (node is None or node.label is None) and lead.endswith(_OF_CHAPTER)
            if len(lead) < _LONGEST_HEADING and (chapter or _NARRATIVE.search(lead)):
                return True
        return False

    def tells(self, item: Item) -> bool:
        """True when the item, or the heading above it, tells how all is done, why, or what was done, and sets no task.

        组织方式, 工作原则, 上半年工作情况.
        """
        nodes = [node for node in (item, item.parent) if node is not None and node.parent is not None]
        leads = [squeezed_text(self.text, [node.lead])[:_LONGEST_HEADING].rstrip("。：") for node in nodes]
        return any(map(_SET_UP.fullmatch, leads))

    def is_provision(self, item: Item) -> bool:
        """True when the item says something, rather than being a bare heading."""
        lead = squeezed_text(self.text, [item.lead])
        if self.introduces_table(item) or (item.children and not item.body and lead[-1:] not in "。；！"):
            return False
        if item.body or lead[-1:] in "。；！":
            return bool(lead) or bool(item.body)
        return item.style not in ("part", "han") and not (self._heads_table(item) or self._is_name(item))

    def _is_name(self, item: Item) -> bool:
        """True for a member of a list of names (先进单位名单) that is nothing but one: 1.县教育局."""
        lead = squeezed_text(self.text, [item.lead]) if self.of_names and not item.body else ""
        return 0 < len(lead) <= _LONGEST_HEADING and unit_likeness(lead) >= _SURE

    def introduces_table(self, item: Item) -> bool:
        """True when the item's text speaks of the table right below it: 下列事项由承办科室负责落实。"""
        ranges = text_ranges(item)[-1:]
        return _POINTS_BELOW.search(squeezed_text(self.text, ranges)) is not None and self._heads_table(item)

    def _heads_table(self, item: Item) -> bool:
        """True when a table stands right below the item: it is the table's heading."""
        at = bisect_left(self.lines, item.end, key=attrgetter("start"))
        while at < len(self.lines) and not self.lines[at].text:
            at += 1
        return at < len(self.lines) and self.lines[at].index in self.taken


def text_ranges(item: Item) -> list[Range]:
    """All ranges of an item's text; label lines that assign nothing are text."""
    parts = [part.ranges if isinstance(part, LabelLine) else (part,) for part in item.body]
    return [r for r in (item.lead, *(r for part in parts for r in part)) if r[0] < r[1]]


def numbered_value(item: Item, content: Piece) -> tuple[str | None, Piece]:
    """The number that opens what the label of a task says (工作任务：3.修订预案), and the rest; points of its own stay."""
    label = read_label(content.text) if any(part.opens for part in item.labelled) else None
    if label is None or label.style != "arabic" or label.value is None or _SECOND_POINT.search(content.text, label.end):
        return None, content
    return label.printed, content.part(label.end, len(content.text))
