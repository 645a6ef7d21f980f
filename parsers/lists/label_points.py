"""Points of the text behind a label, on lines of their own: 主要任务：①编制计划。 / ②开展前期工作。 / 责任单位：甲"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from ..fields.label_lines import LabelLine, read_label_line
from ..fields.name_brackets import CLOSED_AT_END
from ..text.document import Line
from ..text.labels import Label, read_label

#: How many lines a point takes with what says who does it.
_FARTHEST = 12
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


def answered_points(lines: Sequence[Line]) -> frozenset[int]:
    """Where first points begin, right below a label of text alone (整改措施：), that are items of their own.

    Who does the first, or when, stands at its end, or below it and before the second.
    """
    found: set[int] = set()
    for place, (above, line) in enumerate(pairwise(lines), 1):
        if above.text[-1] not in "：:" or (point := read_label(line.text)) is None or point.value != 1:
            continue
        opened = read_label_line(above)
        if (
            opened is not None
            and not opened.assigns
            and not opened.value
            and _is_answered(point, lines[place : place + _FARTHEST])
        ):
            found.add(line.start)
    return frozenset(found)


def _is_answered(point: Label, below: Sequence[Line]) -> bool:
    """Whether ``point``, which opens the first of the lines, ends with who does it, or a label line of who or when stands
    before the point that counts on from it.
    """
    answered = CLOSED_AT_END.search(below[0].text) is not None
    for line in below[1:]:
        label = read_label(line.text)
        if label is not None and label.style == point.style:
            return answered and label.value == 2
        labelled = read_label_line(line)
        answered = answered or (labelled is not None and labelled.assigns)
    return False
