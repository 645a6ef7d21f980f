"""Cards: records of label lines only, one below the other, each of which opens with the same label.

责任单位：甲 / 普法内容：… / 完成时间：… / 责任单位：乙 / 普法内容：…
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..fields.label_lines import read_label_line
from ..text.document import Line
from ..text.labels import read_label

_FEWEST = 2


def card_starts(lines: Sequence[Line]) -> frozenset[int]:
    """Where the cards begin whose first label says who or when, by the offset of the line; none in other lists.

    ``lines`` are those of a list that are not blank. Every card has the same label below its first, and a text.
    """
    heads = [_head(line) for line in lines]
    first = next((place for place, head in enumerate(heads) if head), len(lines))
    if first == len(lines) or any(read_label(line.text) is not None for line in lines[:first]):
        return frozenset()
    found = read_label_line(lines[first])
    if found is None or not found.assigns or found.spoken or not found.value:
        return frozenset()
    starts = [place for place, head in enumerate(heads) if head == heads[first]]

    below = {heads[start + 1] if start + 1 < len(heads) else "" for start in starts}
    alike = (
        len(below) == 1 and "" not in below and all(_has_text(lines, a, b) for a, b in pairwise([*starts, len(lines)]))
    )
    return frozenset(lines[start].start for start in starts) if len(starts) >= _FEWEST and alike else frozenset()


def first_card(lines: Sequence[Line]) -> int | None:
    """Where the first card begins whose first label names the task, right above who or when; its line's offset.

    No numbered line stands above it: there a label's text is the item's own.
    """
    for place, line in enumerate(lines):
        found = read_label_line(line)
        if found is None and read_label(line.text) is None:
            continue
        if found is None or found.spoken or not (found.opens and found.value):
            return None
        for below in lines[place + 1 :]:
            label = read_label_line(below)
            if label is None or label.spoken or not label.value:
                return None
            if label.assigns:
                return line.start
    return None


def _head(line: Line) -> str:
    """The label that a line opens with; empty for any other line."""
    found = read_label_line(line) if "：" in line.text or ":" in line.text else None
    return found.head.text if found is not None and not found.spoken else ""


def _has_text(lines: Sequence[Line], start: int, stop: int) -> bool:
    """Whether one of the label lines holds the text of a task."""
    found = (read_label_line(line) for line in lines[start:stop])
    return any(label is not None and label.opens for label in found)
