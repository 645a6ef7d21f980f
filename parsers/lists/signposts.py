"""Numbers as articles set them: 01, NO.1, PART 1 on a line of their own over the title of what they count, or right at it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.document import Line
from ..text.labels import Label, read_label

_ALONE = lazy_pattern(r"((?:NO|No|PART|Part|任务|事项|行动|专项)?)[.．\s]{0,2}(0?\d|[1-9]\d)[.、]?")
_PADDED = lazy_pattern(r"0[1-9](?!\d)")
#: The next one right behind the clause of the one above: （责任单位：甲）02 教育提升.
_BEHIND = lazy_pattern(rf"[）)\]】〕][。；]?\s*((?:NO|No)[.．]\s?\d{{1,2}}|0[1-9]|[1-9]\d)(?=[.、]?\s?{CHINESE}{{2}})")
_LONGEST_TITLE = 30
_FEWEST = 2
_STOPS = "。；，、：:"
#: What such a number begins with.
_NUMBERS = frozenset("0123456789N")


def is_first_signpost(text: str) -> bool:
    """Whether a line is the first such number and nothing else."""
    return _value(text) == 1


def joined_signposts(text: str, lines: Sequence[Line]) -> list[Line]:
    """``lines`` of the document ``text``, such numbers in one line with the title below, where two at least count on."""
    titles: dict[Line, Line] = {}
    for line, below in pairwise(lines):
        if len(line.text) < _LONGEST_TITLE and _value(line.text) == len(titles) + 1 and _is_title(below.text):
            titles[line] = below
    if len(titles) < _FEWEST:
        return list(lines)
    gone = set(titles.values())
    return [_joined(text, line, titles[line]) if line in titles else line for line in lines if line not in gone]


def signpost_cuts(text: str, lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where such numbers stand right behind a clause and count on from those that open lines of the document ``text``, by
    the index of the line.

    Of two or more the first may be 02, since a page may have lost the one before.
    """
    starts = [line.start for line in lines]
    held = {bisect_right(starts, match.start(1)) - 1 for match in _BEHIND.finditer(text)}
    if not held:
        return {}
    count, lost = 0, False
    cuts: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        label = _padded_or_named(line.text) if line.text and line.text[0] in _NUMBERS else None
        count = label if label is not None else count
        for match in _BEHIND.finditer(line.text) if place in held else ():
            if not count and match[1] == "02":
                count, lost = 1, True
            if int(match[1].lstrip("NOo.．").strip()) == count + 1 and (count or match[1][0] == "0"):
                count += 1
                cuts.setdefault(line.index, []).append(match.start(1))
    return {} if lost and sum(map(len, cuts.values())) < _FEWEST else cuts


def padded_labels(lines: Sequence[Line]) -> dict[int, Label]:
    """The labels 01, 02, … of a list that also counts 1., 2., … below them, as a style of their own."""
    labels = [(line, label) for line in lines if (label := read_label(line.text)) is not None]
    padded = [(line, label) for line, label in labels if _PADDED.match(line.text)]
    plain = any(label.style == "arabic" and label.value == 1 and line.text[0] == "1" for line, label in labels)
    if not plain or len(padded) < _FEWEST or padded[0][1].value != 1:
        return {}
    return {line.start: label._replace(style="padded") for line, label in padded}


def _value(text: str) -> int | None:
    """The value of a line that is such a number; an unpadded one needs a word before it."""
    match = _ALONE.fullmatch(text)
    return int(match[2]) if match is not None and (match[1] or match[2][0] == "0" or int(match[2]) > 9) else None


def _padded_or_named(text: str) -> int | None:
    label = read_label(text)
    if label is None or not (label.style == "no" or label.printed[:1] == "0" or (label.value or 0) > 9):
        return None
    return label.value


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and text[-1] not in _STOPS and read_label(text) is None


def _joined(text: str, line: Line, below: Line) -> Line:
    whole = text[line.start : below.end]
    return Line(line.index, line.start, below.end, whole.replace("\n", " ").replace("\r", " "))
