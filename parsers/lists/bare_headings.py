"""Headings without a number over paragraphs, or over lists that each count from 1.

优化审批服务 / 推行一窗受理…。（县政务局负责） / 完善监管机制 / 开展…。 A short line is one where a sentence ends above it and a
whole paragraph that is longer, or 1., stands right below; in a list that has several such lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..fields.heading_times import time_of_heading
from ..fields.label_lines import read_label_line
from ..fields.name_brackets import CLOSED_AT_END, names_at_end
from ..text.document import Line
from ..text.labels import read_label
from .duty_lines import is_names
from .plain_headings import COUNT, plain_headings

_HEADING = lazy_pattern(
    rf"[“《]?{CHINESE}(?:{CHINESE}|[\d“”《》、—·+]){{0,22}}(?:{CHINESE}|[”》])(?:{COUNT})?|【{CHINESE}{{2,20}}】"
)
#: A word that headings of a list share, and what each is of: 关键词 教育, 关键词 交通.
_SHARED = lazy_pattern(rf"({CHINESE}{{2,6}})\s+{CHINESE}{{2,10}}")
_SHORTEST = 4  # characters of one over a paragraph
_FEWEST = 2
_ENDS = "。；！）)]】〕"
_BULLET = "bullet"
_NUMBERED = frozenset({"arabic", "han_bracket", "arabic_bracket", "circled"})
#: What only speaks of the lines below.
_INTRODUCES = lazy_pattern(r"如下|以下|下列|附[:：件表]|分工$|见附")
#: What closes a plan, below no other heading, though the only one without a number.
_CLOSING = lazy_pattern(
    r"(?:(?:组织|工作|实施)?保障(?:措施|机制)?|组织(?:领导|实施|保障)|(?:工作|有关|相关|具体|几点|活动)要求|(?:工作)?措施保障)"
)
EVERYTHING = "every"
#: Kinds of items that such headings are, the outer first.
KINDS = ("bare", "inner")


class BareHeading(NamedTuple):
    """A heading without a number: its level, and the style of the items above that it ends, or all of them."""

    kind: str
    ends: str


def bare_headings(lines: Sequence[Line]) -> dict[int, BareHeading]:
    """Such headings by the offset of their line; ``lines`` are those of a list that are not blank.

    A list has several of them, and half of them stand over tasks or lists: they are none in the prose of a letter.
    """
    shared = _shared_words(lines)
    formed = [
        place
        for place, line in enumerate(lines)
        if (_has_form(line.text) or line.start in shared) and _is_ended(lines, place)
    ]
    over = {place for place in formed if _is_over(lines, place)}
    doubled = {place for place in formed if place + 1 in over and place not in over}
    told = sum(_heads_task(lines, place, end) for place, end in pairwise((*sorted(over), len(lines))))
    if len(over) < _FEWEST or 2 * told < len(over):
        return {}
    found: dict[int, BareHeading] = {}
    inner = False
    for place in sorted(over | doubled):
        inner = place not in doubled and (inner or place - 1 in doubled)
        found[lines[place].start] = BareHeading(KINDS[inner], _ended_style(lines, place))
    return found


def _shared_words(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of two words of which several begin with the same one: 关键词 教育, 关键词 交通."""
    found = [(line.start, match[1]) for line in lines if (match := _SHARED.fullmatch(line.text)) is not None]
    words = Counter(word for _, word in found)
    return frozenset(start for start, word in found if words[word] >= _FEWEST)


def unnumbered_headings(lines: Sequence[Line]) -> dict[int, BareHeading]:
    """All headings without a number, those between numbered items that run on over them included."""
    running = {start: BareHeading(KINDS[0], style) for start, style in plain_headings(lines).items()}
    closing = {
        line.start: BareHeading(KINDS[0], EVERYTHING) for place, line in enumerate(lines) if _closes(lines, place)
    }
    return bare_headings(lines) | running | closing


def _closes(lines: Sequence[Line], place: int) -> bool:
    """Whether a line names what all is asked for, below the last task and above a list of its own."""
    return (
        _CLOSING.fullmatch(lines[place].text) is not None
        and _is_ended(lines, place)
        and _counts_from_one(lines, place + 1)
    )


def headings_above(lines: Sequence[Line], most: int) -> int:
    """How many of the first ``most`` lines, one or two, are headings of the paragraph or the list right below them."""
    over = most - 1
    formed = _has_form(lines[over].text) or lines[over].start in _shared_words(lines)
    if not (formed and _is_over(lines, over)):
        return 0
    below = lines[over:]
    if over and lines[0].start in bare_headings(lines):
        return most
    return int(below[0].start in bare_headings(below) or below[0].start in plain_headings(below))


def _has_form(text: str) -> bool:
    """Whether a line is short, without a number and without a mark of a sentence, and no name or label."""
    if time_of_heading(text) is not None:
        return True
    return _HEADING.fullmatch(text) is not None and not _INTRODUCES.search(text) and not is_names(text)


def _is_ended(lines: Sequence[Line], place: int) -> bool:
    """Whether no sentence goes on from the line above: it is a heading, a label line, or ends like a sentence."""
    line = lines[place]
    if read_label(line.text) is not None or read_label_line(line) is not None:
        return False
    if not place:
        return True
    above = lines[place - 1]
    if above.text[-1] in _ENDS or _has_form(above.text) or read_label_line(above) is not None:
        return True
    label = read_label(above.text)
    return label is not None and (label.outer or _counts_from_one(lines, place + 1))


def _is_over(lines: Sequence[Line], place: int) -> bool:
    """Whether a whole paragraph that is longer, or the first item of a list, stands right below a line.

    Bullets may follow one in brackets.
    """
    if place + 1 >= len(lines) or lines[place].index == lines[place + 1].index:
        return False
    if _counts_from_one(lines, place + 1):
        return True
    line, below = lines[place], lines[place + 1]
    label = read_label(below.text)
    if label is not None or read_label_line(below) is not None:
        return label is not None and label.style == _BULLET and line.text[0] == "【"
    whole = below.text[-1] in _ENDS and len(below.text) > len(line.text)
    return whole and (len(line.text) >= _SHORTEST or time_of_heading(line.text) is not None)


def _counts_from_one(lines: Sequence[Line], place: int) -> bool:
    label = read_label(lines[place].text) if place < len(lines) else None
    return label is not None and label.value == 1 and label.style in _NUMBERED


def _heads_task(lines: Sequence[Line], place: int, end: int) -> bool:
    """Whether one of the lines below a heading says who does something, or is the first of a list."""
    below = lines[place + 1 : end]
    return _counts_from_one(lines, place + 1) or any(_tells(line) for line in below)


def _tells(line: Line) -> bool:
    if CLOSED_AT_END.search(line.text) or names_at_end(line.text) is not None:
        return True
    labelled = read_label_line(line)
    return labelled is not None and labelled.assigns


def _ended_style(lines: Sequence[Line], place: int) -> str:
    """The style of the item above that a heading ends: of the list that begins again, else of the last sentence."""
    if place + 1 < len(lines) and _counts_from_one(lines, place + 1):
        label = read_label(lines[place + 1].text)
        return label.style if label is not None else ""
    for line in reversed(lines[:place]):
        label = read_label(line.text)
        if label is not None:
            return label.style if line.text[-1] in _ENDS else ""
        if _has_form(line.text):
            return ""
    return ""
