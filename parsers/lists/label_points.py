"""Points of the text behind a label, on lines of their own: 主要任务：①编制计划。 / ②开展前期工作。 / 责任单位：甲"""

from __future__ import annotations

from collections.abc import Collection

from ..fields.label_lines import LabelLine
from ..text.document import Line
from ..text.labels import Label, read_label

_CLOSINGS = ("）", "）。", "）；", "】", "]", "〕")


def first_point(labelled: LabelLine, line: Line, styles: Collection[str]) -> Label | None:
    """The first point right behind the label of a line, when the items around it, of ``styles``, are counted otherwise.

    A point that a clause closes is an item, and so are those below it.
    """
    if labelled.assigns or not labelled.value or line.text.endswith(_CLOSINGS):
        return None
    point = read_label(line.text[labelled.value[0][0] - line.start :])
    return point if point is not None and point.value == 1 and point.style not in styles else None


def goes_on(point: Label, label: Label | None) -> Label | None:
    """The last point of the text with one more line, which ``label`` opens or none does; None when the line is none of it."""
    if label is None:
        return point
    return label if label.style == point.style and label.value == (point.value or 0) + 1 else None
