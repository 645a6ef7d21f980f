"""Paragraphs that a page broke into lines of one width, as PDF readers copy them: their lines put together again.

A text is taken for wrapped when lines that are as long as the longest stop inside a sentence, and what stands right below
nearly all of these carries no label. A line that is not full ends its paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from ...normalize.lazy import lazy_pattern
from ..fields.label_lines import read_label_line
from ..text.document import Line
from ..text.labels import read_label

#: Stands in a paragraph's text for the break between two lines, which is no blank.
JOINT = "\u2060"
_NARROWEST, _WIDEST = 12, 60
#: How much narrower than the widest a full line may be: a mark that must not begin a line, half a number.
_SLACK = 2.0
#: How many full lines stop inside a sentence, at least, and how many of these have their rest right below: some labels
#: begin there by chance (责任 | 单位：).
_FEWEST, _GOING_ON = 3, 0.6
#: How many lines may touch in a text with a blank line behind each, and how far the next line is there.
_TOUCHING, _FARTHEST = 0.1, 3
_ENDS = "。；！？）)】］]：:"
#: A break behind a mark is a blank: no word goes on over it.
_BETWEEN = lazy_pattern(f"(?<=[。；！？）)]){JOINT}+")
_OPENING, _CLOSING = "（([【〔《“", "）)]】〕》”"


def unwrapped(text: str, lines: Sequence[Line], taken: frozenset[int] = frozenset()) -> list[Line]:
    """``lines`` of the document ``text`` with wrapped paragraphs as one line each; as they are where nothing is wrapped.

    A paragraph's line has the index of its first line. Lines whose index is in ``taken`` (a table's) stay apart.
    """
    own = [line for line in lines if line.index not in taken]
    spaced = _is_spaced(own)
    full = _full_lines(own, spaced)
    if not full:
        return list(lines)
    paragraphs: list[list[Line]] = []
    waiting = 0  # brackets of the last paragraph that are open
    above: set[str] = set()
    for line in lines:
        if spaced and not line.text:
            continue
        last = paragraphs[-1][-1] if paragraphs else None
        below = last is not None and last.index in full and _is_below(last, line, spaced) and line.index not in taken
        if last is not None and below and _goes_on(last, line, waiting > 0, above):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
            waiting = 0
            label = read_label(line.text)
            above |= {label.style} if label is not None else set()
        waiting += _opened(line.text)
    return [_joined(text, paragraph) for paragraph in paragraphs]


def _joined(text: str, lines: Sequence[Line]) -> Line:
    """The lines of a paragraph as one line."""
    if len(lines) == 1:
        return lines[0]
    start, end = lines[0].start, lines[-1].end
    whole = text[start:end].replace("\n", JOINT)
    return Line(lines[0].index, start, end, _BETWEEN.sub(lambda joint: " " * len(joint[0]), whole))


def _is_spaced(lines: Sequence[Line]) -> bool:
    """True when a blank line stands behind nearly every line, so that it parts nothing."""
    filled = [line for line in lines if line.text]
    return sum(1 for line, below in pairwise(filled) if below.index == line.index + 1) < _TOUCHING * len(filled)


def _is_below(line: Line, other: Line, spaced: bool) -> bool:
    """True when ``other``, a filled line, stands right below ``line``, or below the blank that follows it."""
    return 0 < other.index - line.index <= (_FARTHEST if spaced else 1)


def _full_lines(lines: Sequence[Line], spaced: bool) -> frozenset[int]:
    """Indices of the lines that fill the width of the page; none when the text is not wrapped."""
    filled = [line for line in lines if line.text]
    if max([len(line.text) for line in filled], default=0) > 2 * _WIDEST:
        return frozenset()  # whatever it is made of, no page is so wide
    return max((_full(filled, measure, spaced) for measure in (_width, _length)), key=len)


def _full(lines: Sequence[Line], measure: Callable[[Line], float], spaced: bool) -> frozenset[int]:
    widths = [measure(line) for line in lines]
    widest = max(widths, default=0.0)
    full = frozenset(line.index for line, width in zip(lines, widths, strict=True) if width >= widest - _SLACK)
    if not _NARROWEST <= widest <= _WIDEST or len(full) < _FEWEST:
        return frozenset()
    stopped = [(line, below) for line, below in pairwise(lines) if line.index in full and line.text[-1] not in _ENDS]
    below = [below for line, below in stopped if _is_below(line, below, spaced)]
    going_on = sum(1 for line in below if not _begins(line))
    return full if going_on >= max(_FEWEST, _GOING_ON * len(below)) else frozenset()


def _width(line: Line) -> float:
    """The line's width in Chinese characters: a Latin letter or digit takes half of one."""
    narrow = sum(1 for char in line.text if char < "\u2000")
    return len(line.text) - narrow / 2


def _length(line: Line) -> float:
    return float(len(line.text))


def _goes_on(last: Line, line: Line, is_open: bool, above: Collection[str]) -> bool:
    """True when ``line`` goes on with the paragraph whose last line is full; ``is_open``: a bracket waits in it.

    The outermost headings are counted once: 一、 inside a sentence below them is half a word (统 | 一、规范). ``above`` are
    the styles of the labels before.
    """
    if not line.text:
        return False
    if is_open:
        return True
    inside = last.text[-1] not in _ENDS
    label = read_label(line.text)
    if label is not None:
        return inside and label.value == 1 and label.style == "han" and label.style in above
    return inside or read_label_line(line) is None


def _begins(line: Line) -> bool:
    """True for a line that begins an item, or says who and when."""
    return read_label(line.text) is not None or read_label_line(line) is not None


def _opened(text: str) -> int:
    """How many more brackets a text opens than it closes."""
    return sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
