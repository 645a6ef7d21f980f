"""Text whose characters all stand apart: 修 桥 一 座 县 交 通 局 6 月 底 前 → 修桥一座县交通局6月底前.

What reads a scanned page, and some converters of PDF pages, print a blank behind every character. Such a blank says
nothing: it goes, and what stands further apart than the characters of the page do is all that parts cells. Figures and
Latin letters are closed up only where the page sets these apart as well. A few words set wide (任 务 清 单) are no such text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import MappedText
from .named_tuples import NamedTuple

_RUN = lazy_pattern(r" {1,3}[^\s\x00-\xff](?: {1,3}[^\s\x00-\xff]){9}")
_FEWEST, _SHARE, _OF_LINE = 40, 0.85, 0.7  # pairs apart in a stretch, their share of it, and of each line
_PAIR = lazy_pattern(rf"{CHINESE}( *)(?={CHINESE})")
_FIGURES, _LETTERS = lazy_pattern(r"\d( *)(?=\d)"), lazy_pattern(r"[A-Za-z]( *)(?=[A-Za-z])")
_LEADING = lazy_pattern(r" *(\d)(?: *(\d))?")
_GAP = lazy_pattern(r"(?<=[^ \n]) +(?=[^ \n])")


class _Line(NamedTuple):
    start: int
    text: str
    gaps: tuple[int, ...]  # between two Chinese characters each; 0 where they touch


def close_spaced(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the blanks between the characters of stretches whose characters all stand apart."""
    del doubts
    if text.text.count(" ") < _FEWEST or _RUN.search(text.text) is None:
        return text
    return text.edit([(*span, "") for stretch in _stretches(text.text) for span in _meaningless(stretch)])


def _stretches(page: str) -> Iterator[list[_Line]]:
    """Lines one below the other whose characters stand apart, as many as make a text."""
    stretch: list[_Line] = []
    for line in (*_lines(page), None):
        if line is not None and (not line.gaps or _apart([line]) >= _OF_LINE):
            stretch.append(line)
        else:
            gaps = sum(len(line.gaps) for line in stretch)
            if gaps >= _FEWEST and _apart(stretch) >= _SHARE:
                yield stretch
            stretch = []


def _lines(page: str) -> Iterator[_Line]:
    start = 0
    for text in page.split("\n"):
        yield _Line(start, text, tuple(len(gap) for gap in _PAIR.findall(text)))
        start += len(text) + 1


def _apart(lines: Sequence[_Line]) -> float:
    gaps = sum(len(line.gaps) for line in lines)
    return 1 - sum(line.gaps.count(0) for line in lines) / gaps


def _meaningless(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """The blanks that stand between any two characters of these lines."""
    usual = Counter(gap for line in lines for gap in line.gaps if gap).most_common(1)[0][0]
    figures, letters = (_are_apart(pattern, lines) for pattern in (_FIGURES, _LETTERS))
    number = 1
    for line in lines:
        behind = _behind_number(line.text, number)
        number += behind is not None
        for gap in _GAP.finditer(line.text):
            start, end = gap.span()
            sides = line.text[start - 1] + line.text[end]
            apart = figures if sides.isdigit() else letters if sides.isascii() and sides.isalnum() else True
            if apart and end - start <= usual and not (sides.isdigit() and start == behind):
                yield line.start + start, line.start + end


def _behind_number(text: str, number: int) -> int | None:
    """Where the number of a row ends that counts on from the last one's: row 2 begins with 2 1 2 座."""
    match = _LEADING.match(text)
    if match is None:
        return None
    printed = ("".join(match.groups("")), match.end()), (match[1], match.end(1))
    return next((end for digits, end in printed if digits == str(number)), None)


def _are_apart(pair: re.Pattern[str], lines: Sequence[_Line]) -> bool:
    """Whether characters of this kind, too, stand apart in most of their pairs."""
    gaps = [len(gap) for line in lines for gap in pair.findall(line.text)]
    return gaps.count(0) * 2 <= len(gaps)
