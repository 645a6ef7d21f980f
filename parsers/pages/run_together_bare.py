"""What stands behind the values of label fields inside a text run together: headings without a number, attachments.

…责任部门：水利股配合做好全县防汛工作（一）…责任部门：农业股附件1…
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.labels import bare_number
from ..units.cells import name_form
from ..units.grammar import Form

LOOK_BACK = 200
"""How many characters before a label are looked at."""
#: What a heading stands behind.
_ENDS = "。；：！？）)】〕]”》"
#: A heading without a number before the first item below it.
_BARE = lazy_pattern(rf"{CHINESE}{{4,24}}")
_SHORTEST_BARE, _LONGEST_BARE, _SECOND = 4, 24, 2
_POINTS = 20  # labels among which the second item's is, points of the first between
_NAMES = lazy_pattern("[、，]")
_ATTACHED = lazy_pattern(r"([^。；：\s]{2,60}?)\s?(?=附件\s?(?:\d|[一二三四五]|：))")


def bare_heading(text: str, labels: Sequence[re.Match[str]], place: int, at: int, values: Sequence[int]) -> int | None:
    """Where a heading without a number begins, behind ``at`` and right before the label at ``place``; None for none.

    It stands behind a sentence, or behind the units of a label field, and the second label stands behind a field, too.
    """
    start = labels[place].start()
    behind = islice(labels, place + 1, place + 1 + _POINTS)
    second = next((label for label in behind if bare_number(label[1]) == _SECOND), None)
    if second is None or not is_value(text, values, labels[place].end(), second.start()):
        return None
    low = max(at, start - _LONGEST_BARE - 1)
    stop = max(text.rfind(mark, low, start) for mark in _ENDS) + 1
    if stop > low and text[stop - 1] != "：" and _BARE.fullmatch(text, stop, start):
        return stop
    place = bisect_left(values, start) - 1
    value = values[place] if place >= 0 else start
    for cut in range(start - _SHORTEST_BARE, max(value + 2, start - _LONGEST_BARE) - 1, -1):
        names = _NAMES.split(text[value:cut])
        if _BARE.fullmatch(text, cut, start) and all(name_form(name) >= Form.COLLECTIVE for name in names):
            return cut
    return None


def is_value(text: str, values: Sequence[int], start: int, end: int) -> bool:
    """Whether the text from ``start`` to ``end`` closes with the value of a label field, which has no full stop."""
    place = bisect_left(values, end) - 1
    return (
        place >= 0
        and values[place] > start
        and end - values[place] <= LOOK_BACK
        and "。" not in text[values[place] : end - 1]
    )


def attachment_behind(text: str, value: int) -> Iterator[int]:
    """Where an attachment begins right behind the names of a field: 责任单位：甲局附件1…."""
    found = _ATTACHED.match(text, value)
    if found is not None and all(name_form(name) >= Form.COLLECTIVE for name in _NAMES.split(found[1])):
        yield found.end()
