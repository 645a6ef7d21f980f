"""Tables whose rows run on in one line, all cells joined by blanks, cut into lines: title, heads, and a line a row.

某镇任务分解表 序号 整治内容 责任单位 完成时限 1 清理河道 镇水利站 3月底 2 拆除违建 镇执法队 6月底

The heads begin with one of numbers, the rows are numbered from 1, and every number counts on. Headings (一、…) may stand
right before the numbers, and blanks inside a head (工 作 内 容).
Without numbers a line is cut at every blank: :mod:`.run_cells`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from ...normalize.lazy import lazy_pattern
from ..fields.heads import Head, read_head
from ..frame.dates import DATE
from ..frame.words import ORGAN, PLAN_END
from ..text.document import Line, cut_lines
from ..text.labels import bare_number, read_label
from ..units import unit_likeness
from .run_cells import Word, head_run, stand_below

_WORD = lazy_pattern(r"\S+")
_SHORTEST, _FEWEST_BLANKS, _FEWEST_HEADS, _MOST_HEADS, _FEWEST_ROWS = 40, 8, 3, 12, 2
#: So many of the words before the first row are heads that are known.
_KNOWN = 0.7
#: A heading has so many words at most, none of them this much like a unit; blanks part the heads in so many pieces.
_LONGEST_HEADING, _UNIT, _MOST_PIECES = 4, 0.8, 24
_MARKS, _SENTENCE_ENDS = "| ", "。）"
_OF_HEADINGS = ("han", "han_bracket")


def parted_at_blanks(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the document ``text``, those that hold the heads and rows of a table cut into a line each, and a signature from what stands before it."""
    return cut_lines(
        lines, {line.index: cuts for above, line in _with_above(lines) if (cuts := _cuts(line.text, above))}
    )


def _with_above(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """The lines that are long enough, each with the text above it."""
    above = ""
    for line in lines:
        if len(line.text) >= _SHORTEST:
            yield above, line
        above = line.text or above


def _cuts(text: str, above: str) -> list[int]:
    """Where the heads, the headings and the rows begin, or where no numbers count these, each cell; none without a table."""
    rows = text.count(" ") >= _FEWEST_BLANKS and "|" not in text.strip(_MARKS)
    if not rows and text[-1] != "日":
        return []
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    signed = _signed(words)
    if rows and " 1 " in text and " 2 " in text and (cuts := _numbered(text, list(words))):
        return [*cuts, *signed]
    if rows and (first := head_run(words)) is not None:
        return [*_above_heads(words[:first]), *(start for start, _ in words[first:])]
    if rows and stand_below(above, words):
        return [start for start, _ in words]
    return signed if signed and text[signed[0] - 2] in _SENTENCE_ENDS else []


def _signed(words: Sequence[Word]) -> list[int]:
    """Where the organ and the day begin that a line ends with."""
    for (organ, name), (day, when) in pairwise(words[-3:]):
        if ORGAN.fullmatch(name) is not None and DATE.fullmatch(when.removesuffix("印发")) is not None:
            return [organ, day] if when[-1] == "日" else [organ]
    return []


def _numbered(text: str, words: list[Word]) -> list[int]:
    """Where the heads, the headings and the rows begin; none when the line holds no such table.

    Marks around the whole line are no part of it.
    """
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


def _above_heads(words: Sequence[Word]) -> Iterator[int]:
    """Where the title begins that stands right before the heads, and the day and the organ that sign before it."""
    for (start, word), tells in zip(reversed(words), (PLAN_END.search, DATE.fullmatch, ORGAN.fullmatch), strict=False):
        if tells(word) is None:
            return
        yield start


def _heading_before(words: Sequence[Word], at: int, value: int) -> int:
    """The index of the word that opens heading ``value`` right before the number at ``at``; 0 where none does."""
    for index in range(at - 1, max(0, at - 1 - _LONGEST_HEADING), -1):
        word = words[index][1]
        label = read_label(word)
        if label is not None and label.style in _OF_HEADINGS and label.value == value:
            return index
        if unit_likeness(word) > _UNIT:
            return 0
    return 0


def _whole_words(words: Iterable[Word]) -> Iterator[Word]:
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


def _opening(words: Sequence[Word]) -> int | None:
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
