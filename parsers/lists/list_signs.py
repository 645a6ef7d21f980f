"""What a look over a whole list tells of its lines, before the outline takes them one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from ...normalize.named_tuples import NamedTuple
from ..fields.label_lines import LabelLine, numbered_label, recurring_labels
from ..text.document import Line
from ..text.labels import Label, read_label
from .bare_headings import BareHeading, unnumbered_headings
from .bulleted_texts import points_of_texts
from .cards import card_starts, first_card
from .counted_cards import counted_cards
from .duty_lines import duty_lines
from .glued_numbers import glued_numbers
from .group_lines import Groups, group_lines, is_clause
from .label_points import answered_points
from .numbered_fields import numbered_fields
from .plain_headings import titled_lines
from .signposts import padded_labels


class ListSigns(NamedTuple):
    """The lines of a list that are more than they look alone, by the offset of each."""

    #: Labels such as 责任单位 carry numbers of their own in this list.
    numbered_labels: bool
    #: Labels of no known meaning that stand beside known ones in several items.
    own_labels: frozenset[str]
    #: Lines of labels or names that stand above the items they speak for; the first of each group.
    groups: Groups
    #: Where the text begins in lines that open with who answers for them.
    duties: Mapping[int, int]
    #: Label lines that are numbered among themselves.
    fields: Mapping[int, LabelLine]
    #: Numbers that stand right at the text of their line.
    glued: Mapping[int, Label]
    #: Where cards begin, whose first label says who or when.
    cards: frozenset[int]
    #: Where the first card begins whose first label names the task.
    first_card: int | None
    #: Headings without numbers.
    bare: Mapping[int, BareHeading]
    #: Lines that open with a title and, in brackets, who does it.
    titled: frozenset[int]
    #: First points below a label alone on its line that are items: who does each stands below it.
    answered: frozenset[int]
    #: Points that run on inside a paragraph which opens with other words, and its index.
    run_in: Mapping[int, int]
    #: Bullets that go on with the text of the one above, and the clauses below the last of them.
    points: frozenset[int]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> ListSigns:
        """The signs of a list; ``lines`` are those that are not blank."""
        counted = counted_cards(lines)
        glued = glued_numbers(lines) | padded_labels(lines) | counted
        duties = duty_lines(lines)
        told = {line.start for line in lines if line.start in duties and read_label(line.text) is None}
        groups = group_lines(lines, told)
        above = glued.keys() | groups.labels.keys()
        return cls(
            _has_numbered_labels(lines),
            recurring_labels(lines),
            groups,
            duties,
            numbered_fields(lines),
            glued,
            card_starts(lines) if not counted else frozenset(),
            first_card(lines) if not counted else None,
            {start: heading for start, heading in unnumbered_headings(lines).items() if start not in above},
            titled_lines(lines),
            answered_points(lines),
            _run_in_points(lines),
            points_of_texts(lines),
        )

    def label_line_behind_number(self, line: Line) -> LabelLine | None:
        """The label line that stands behind a number of its own, where this list has such lines."""
        return self.fields.get(line.start) or (numbered_label(line) if self.numbered_labels else None)


def _run_in_points(lines: Sequence[Line]) -> dict[int, int]:
    """The points that were cut from paragraphs of several, by the offset of each, and the index of the paragraph.

    What stands in one line with the clause of the item above is none: （甲牵头）2.….
    """
    found: dict[int, int] = {}
    for index, cut in groupby(lines, key=attrgetter("index")):
        opening, *points = cut
        if points and read_label(opening.text) is None and not (opening.text and is_clause(opening.text)):
            found |= {point.start: index for point in points if read_label(point.text) is not None}
    return found


def _has_numbered_labels(lines: Sequence[Line]) -> bool:
    """Whether labels of who or when carry numbers of their own; the same label behind each number opens items."""
    before: tuple[str, int | None] = ("", None)
    found = False
    for line in lines:
        labelled = numbered_label(line)
        label = read_label(line.text) if labelled is not None and labelled.assigns else None
        if label is None or labelled is None:
            continue
        found = True
        if label.value and before == (label.style + labelled.head.text, label.value - 1):
            return False
        before = (label.style + labelled.head.text, label.value)
    return found
