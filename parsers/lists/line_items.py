"""The items that single lines of a list open."""

from __future__ import annotations

from ..fields.label_lines import LabelLine, opening_label, read_label_line
from ..text.document import Line
from ..text.labels import Label
from .outline import Item

_LONGEST_WHO = 10  # characters of a label of who


def numbered_item(label: Label, line: Line) -> Item:
    """The item that a numbered line opens; what stands behind 任务： is its text, as on a line of its own."""
    start = line.start + label.end
    named = opening_label(Line(line.index, start, line.end, line.text[label.end :]))
    if named is None:
        return Item(
            label, line.start, (start, line.end), who=_who(Line(line.index, start, line.end, line.text[label.end :]))
        )
    return Item(label, line.start, (start, start), [named])


def _who(line: Line) -> LabelLine | None:
    """The label line of who, with its value, that stands behind a number."""
    found = read_label_line(line) if "：" in line.text[:_LONGEST_WHO] else None
    return found if found is not None and found.head.kind == "unit" and found.value and not found.spoken else None


def plain_item(line: Line, kind: str = "plain") -> Item:
    """The item without label that a line is."""
    return Item(None, line.start, (line.start, line.end), kind=kind)
