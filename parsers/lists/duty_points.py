"""Points in one paragraph behind a unit or a time: 市教育局：1.排查隐患；2.开展培训。 cut into that and a line a point."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..fields.label_lines import read_label_line
from ..fields.name_brackets import CLOSED_AT_END
from ..fields.periods import is_period
from ..text.document import Line
from ..text.labels import read_label
from .duty_lines import is_names
from .duty_sentences import KEEPS_UP, named_starts, phrase_starts, sentence_starts
from .run_in_lines import POINTS, counted_labels, cut_at

_OPENING = lazy_pattern(r"([^：:。；]{2,60}[：:])\s*(?=1[.．、]|（1）|①)")
#: A heading over who does what.
_SHARED_OUT = lazy_pattern(r".{0,8}(?:职责|责任|任务|工作|部门|单位)(?:职责|分工|任务)[。：]?")
_FEWEST, _MANY_CLOSED = 2, 3
_CLOSINGS = frozenset("）)]】〕。；")


def cut_duties(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with such paragraphs cut, where the list has two at least, and those of told or named sentences."""
    cuts = {line: starts for line in lines if (starts := _starts(line))}
    if len(cuts) < _FEWEST:
        cuts.clear()
    named = {line: starts for line in lines if line not in cuts and (starts := named_starts(line.text))}
    if any(len(starts) + _opens_named(line) >= _FEWEST for line, starts in named.items()):
        cuts |= named
    told = [
        place for place, line in enumerate(lines) if line not in cuts and ("负责" in line.text or "牵头" in line.text)
    ]
    closed = sum(line.text[-1] in _CLOSINGS and CLOSED_AT_END.search(line.text) is not None for line in lines)
    if closed >= _MANY_CLOSED:  # sentences say how all of it is shared, but below 职责分工 what else is to be done
        told = [place for place in told if place and _SHARED_OUT.fullmatch(lines[place - 1].text)]
    cuts |= {lines[place]: starts for place in told if (starts := _sentences(lines, place))}
    return cut_at(lines, cuts)


def _opens_named(line: Line) -> bool:
    """Whether a line opens with names and a colon behind its number: 3.市教育局：排查隐患；市水利局：清理河道。"""
    label = read_label(line.text)
    opening, colon, _ = line.text[label.end if label is not None else 0 :].partition("：")
    return bool(colon) and is_names(opening)


def _keeps_up(lines: Sequence[Line], place: int) -> bool:
    """Whether the line of an outer number above a line heads what keeps the tasks going: 三、保障措施."""
    own = read_label(lines[place].text)
    for line in reversed(lines[:place]):
        label = read_label(line.text)
        if label is not None and (own is None or label.style != own.style):
            return KEEPS_UP.fullmatch(line.text[label.end :].strip()) is not None
    return False


def _sentences(lines: Sequence[Line], place: int) -> list[int]:
    """Where the told sentences of a line begin, or the told phrases, unless labels below say who does all of it; of two, below 保障措施, none."""
    line = lines[place]
    label = read_label(line.text)
    start = label.end if label is not None else 0
    found = sentence_starts(line.text, start)
    if found or not (phrases := phrase_starts(line.text, start)):
        return found
    if len(phrases) == _FEWEST and _keeps_up(lines, place):
        return []
    below = read_label_line(lines[place + 1]) if place + 1 < len(lines) else None
    return [] if below is not None and below.assigns else phrases


def _starts(line: Line) -> list[int]:
    """Where the points behind the names or the time begin; empty when the line is no such paragraph."""
    if ("：" not in line.text and ":" not in line.text) or ("1" not in line.text and "①" not in line.text):
        return []
    label = read_label(line.text)
    opening = _OPENING.match(line.text, label.end if label is not None else 0)
    if opening is None or not (is_names(opening[1].strip()) or is_period(opening[1].strip("：: "))):
        return []
    for pattern in POINTS[2:]:
        found = counted_labels(line.text, pattern)
        if found and found[0] == opening.end():
            return found
    return []
