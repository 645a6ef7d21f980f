"""The items that single lines of a list open."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..fields.label_lines import LabelLine, opening_label, read_label_line
from ..text.document import Line
from ..text.labels import Label, read_label
from ..text.piece import Range
from .group_lines import is_clause
from .outline import Item

_SECOND_SAID = lazy_pattern(r"[，；。）)\s]二是")
_LONGEST_WHO = 10  # characters of a label of who

#: Styles of items that stand in no bracket.
_NEVER_ENCLOSED = frozenset({"part", "article", "han", "han_bracket", "arabic"})


def numbered_item(label: Label, line: Line, front: Range | LabelLine | None) -> Item:
    """The item that a numbered line opens, and the clause ``front`` before it; what stands behind 任务： is its text."""
    start = line.start + label.end
    text = line.part(label.end)
    named = opening_label(text)
    if named is None:
        item = Item(label, line.start, (start, line.end), who=_who(text))
    else:
        item = Item(label, line.start, (start, start), [named])
    if front is not None:
        item.front = front
        item.start = front.ranges[0][0] if isinstance(front, LabelLine) else front[0]
    return item


def clause_line(line: Line) -> Range | LabelLine:
    """A line that says who does what is below it: as a label line if it is one with a value."""
    labelled = read_label_line(line)
    return labelled if labelled is not None and labelled.value else (line.start, line.end)


def group_item(line: Line) -> Item:
    """The item without label that a line opens which speaks for those below it: a clause, or names and times as a heading."""
    clause = clause_line(line)
    if not isinstance(clause, LabelLine) and not is_clause(line.text):  # 二月份：
        return plain_item(line)
    return Item(None, line.start, (line.start, line.start), [clause])


def _who(line: Line) -> LabelLine | None:
    """The label line of who, with its value, that stands behind a number."""
    found = read_label_line(line) if "：" in line.text[:_LONGEST_WHO] else None
    return found if found is not None and found.head.kind == "unit" and found.value and not found.spoken else None


def plain_item(line: Line, kind: str = "plain") -> Item:
    """The item without label that a line is."""
    return Item(None, line.start, (line.start, line.end), kind=kind)


def may_be_enclosed(line: Line) -> bool:
    """True for a line that may stand inside an open bracket: one that closes it, or no item of its own."""
    label = read_label(line.text)
    return label is None or label.damaged or label.style not in _NEVER_ENCLOSED


def stands_alone(label: Label, line: Line) -> bool:
    """False for 一是 in a paragraph that goes on with 二是: points of one text."""
    return label.style != "point" or label.value != 1 or _SECOND_SAID.search(line.text) is None
