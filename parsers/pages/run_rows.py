"""Tables whose rows run on in one line, all cells joined by blanks, cut into lines: title, heads, and a line a row.

某镇任务分解表 序号 整治内容 责任单位 完成时限 1 清理河道 镇水利站 3月底 2 拆除违建 镇执法队 6月底

The heads begin with one of numbers, the rows are numbered from 1, and every number counts on. Headings (一、…) may stand
right before the numbers, and blanks inside a head (工 作 内 容).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from ...normalize.lazy import lazy_pattern
from ..fields.heads import Head, read_head
from ..frame.dates import DATE
from ..frame.words import ORGAN, PLAN_END
from ..text.document import Line, cut_lines
from ..text.labels import bare_number, read_label
from ..units import unit_likeness

_WORD = lazy_pattern(r"\S+")
_SHORTEST, _FEWEST_HEADS, _MOST_HEADS, _FEWEST_ROWS = 40, 3, 12, 2
#: So many of the words before the first row are heads that are known.
_KNOWN = 0.7
#: A heading has so many words at most, none of them this much like a unit; blanks part the heads in so many pieces.
_LONGEST_HEADING, _UNIT, _MOST_PIECES = 4, 0.8, 24
_MARKS = "| "
_OF_HEADINGS = ("han", "han_bracket")

#: A word, with the place where it begins.
_Word = tuple[int, str]


def parted_at_blanks(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the document ``text``, those that hold the heads and rows of a table cut into a line each."""
    if " 2 " not in text:
        return tuple(lines)
    rows = (line for line in lines if " 2 " in line.text and _may_hold_rows(line))
    return cut_lines(lines, {line.index: _cuts(line.text) for line in rows})


def _may_hold_rows(line: Line) -> bool:
    return len(line.text) >= _SHORTEST and "|" not in line.text.strip(_MARKS) and " 1 " in line.text


def _cuts(text: str) -> list[int]:
    """Where the heads, the headings and the rows begin; none when the line holds no such table.

    Marks around the whole line are no part of it.
    """
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    closing = [words.pop()[0]] if words[-1][1] == "|" else []
    words = words[1:] if words[0][1] == "|" else words
    first = next((i for i, (_, word) in enumerate(words) if word == "1"), 0)
    body = _heading_before(words, first, 1) or first
    opening = _opening(list(_whole_words(words[max(0, body - _MOST_PIECES) : body]))[-_MOST_HEADS:])
    if opening is None:
        return []
    cuts = [*_above_heads([word for word in words if word[0] < opening]), opening]
    rows = headings = 0
    for at in range(first, len(words)):
        start, word = words[at]
        if word.isdigit() and bare_number(word) == rows + 1:
            heading = _heading_before(words, at, headings + 1)
            cuts += [words[heading][0], start] if heading else [start]
            rows, headings = rows + 1, headings + bool(heading)
    opening_mark = [words[0][0]] if text[0] == "|" else []
    return sorted({*opening_mark, *cuts, *closing}) if rows >= _FEWEST_ROWS else []


def _above_heads(words: Sequence[_Word]) -> Iterator[int]:
    """Where the title begins that stands right before the heads, and the day and the organ that sign before it."""
    for (start, word), tells in zip(reversed(words), (PLAN_END.search, DATE.fullmatch, ORGAN.fullmatch), strict=False):
        if tells(word) is None:
            return
        yield start


def _heading_before(words: Sequence[_Word], at: int, value: int) -> int:
    """The index of the word that opens heading ``value`` right before the number at ``at``; 0 where none does."""
    for index in range(at - 1, max(0, at - 1 - _LONGEST_HEADING), -1):
        word = words[index][1]
        label = read_label(word)
        if label is not None and label.style in _OF_HEADINGS and label.value == value:
            return index
        if unit_likeness(word) > _UNIT:
            return 0
    return 0


def _whole_words(words: Iterable[_Word]) -> Iterator[_Word]:
    """The words, those joined whose characters the page prints apart: 序 | 号 | 工 | 作 | 内 | 容 are 序号 and 工作内容."""
    begin, whole = 0, ""
    for start, word in words:
        if whole and (len(word) > 1 or (len(whole) > 1 and _is_number(read_head(whole)))):
            yield begin, whole
            whole = ""
        if len(word) > 1:
            yield start, word
        else:
            begin, whole = (begin if whole else start), whole + word
    if whole:
        yield begin, whole


def _opening(words: Sequence[_Word]) -> int | None:
    """Where the heads begin that the words end with: at one of numbers and those right before it, known ones behind it."""
    heads = [read_head(head) for _, head in words]
    number = next((at for at, head in enumerate(heads) if _is_number(head)), None)
    if number is None:
        return None
    before = len(list(takewhile(lambda head: head is not None, reversed(heads[:number]))))
    start = number - before
    known = sum(head is not None for head in heads[start:])
    units = any(head is not None and head.kind == "unit" for head in heads[start:])
    return (
        words[start][0]
        if units and len(heads) - start >= _FEWEST_HEADS and known >= _KNOWN * (len(heads) - start)
        else None
    )


def _is_number(head: Head | None) -> bool:
    return head is not None and head.kind == "number"
