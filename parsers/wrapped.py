"""Paragraphs that a page broke into lines of one width, as PDF readers copy them: their lines put together again.

A text is taken for wrapped when lines that are as long as the longest stop inside a sentence, and what stands right below
nearly all of these carries no label. A line that is not full ends its paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from .document import Line
from .label_lines import read_label_line
from .labels import read_label

#: Stands in a paragraph's text for the break between two lines, which is no blank.
JOINT = "\u2060"
_NARROWEST, _WIDEST = 12, 60
#: How much narrower than the widest a full line may be: a mark that must not begin a line, half a number.
_SLACK = 2.0
#: How many full lines stop inside a sentence, at least, and how many of these have their rest right below: some labels
#: begin there by chance (责任 | 单位：).
_FEWEST, _GOING_ON = 3, 0.6
_ENDS = "。；！？）)】］]：:"
_OPENING, _CLOSING = "（([【〔《“", "）)]】〕》”"


def unwrapped(text: str, lines: Sequence[Line], taken: frozenset[int] = frozenset()) -> list[Line]:
    """``lines`` of the document ``text`` with wrapped paragraphs as one line each; as they are where nothing is wrapped.

    A paragraph's line has the index of its first line. Lines whose index is in ``taken`` (a table's) stay apart.
    """
    full = _full_lines([line for line in lines if line.index not in taken])
    if not full:
        return list(lines)
    paragraphs: list[Line] = []
    last: Line | None = None
    for line in lines:
        follows = last is not None and last.index in full and line.index == last.index + 1 and line.index not in taken
        if follows and _goes_on(paragraphs[-1], line):
            first = paragraphs[-1]
            whole = text[first.start : line.end].replace("\n", JOINT)
            paragraphs[-1] = Line(first.index, first.start, line.end, whole)
        else:
            paragraphs.append(line)
        last = line
    return paragraphs


def _full_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that fill the width of the page; none when the text is not wrapped."""
    filled = [line for line in lines if line.text]
    return max((_full(filled, measure) for measure in (_width, _length)), key=len)


def _full(lines: Sequence[Line], measure: Callable[[Line], float]) -> frozenset[int]:
    widths = [measure(line) for line in lines]
    widest = max(widths, default=0.0)
    full = frozenset(line.index for line, width in zip(lines, widths, strict=True) if width >= widest - _SLACK)
    if not _NARROWEST <= widest <= _WIDEST or len(full) < _FEWEST:
        return frozenset()
    stopped = [(line, below) for line, below in pairwise(lines) if line.index in full and line.text[-1] not in _ENDS]
    below = [below for line, below in stopped if below.index == line.index + 1]
    going_on = sum(1 for line in below if not _begins(line))
    return full if going_on >= max(_FEWEST, _GOING_ON * len(below)) else frozenset()


def _width(line: Line) -> float:
    """The line's width in Chinese characters: a Latin letter or digit takes half of one."""
    narrow = sum(1 for char in line.text if char < "\u2000")
    return len(line.text) - narrow / 2


def _length(line: Line) -> float:
    return float(len(line.text))


def _goes_on(paragraph: Line, line: Line) -> bool:
    """True when ``line`` is the rest of the paragraph above it, whose last line is full."""
    if not line.text:
        return False
    if _is_open(paragraph.text):
        return True
    if read_label(line.text) is not None:
        return False
    return paragraph.text[-1] not in _ENDS or read_label_line(line) is None


def _begins(line: Line) -> bool:
    """True for a line that begins an item, or says who and when."""
    return read_label(line.text) is not None or read_label_line(line) is not None


def _is_open(text: str) -> bool:
    """True when a bracket of the text waits for its other half."""
    return _counted(text, _OPENING) > _counted(text, _CLOSING)


def _counted(text: str, marks: str) -> int:
    return sum(map(text.count, marks))
