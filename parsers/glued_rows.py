"""Rows of a table whose cells are glued together: told by numbers that count up where a row may end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from .document import Line
from .glued_heads import HeadRun
from .labels import read_label
from .piece import Piece, Range, squeezed
from .table_body import after_table
from .units import person_likeness
from .units.grammar import Form, form_of

_NUMBER = re.compile(r"(?<![\d.．:：\-—第（“])(\d{1,3})([.、．]?)(?=[\u4e00-\u9fff“《A-Z])")
#: A number before one of these counts things; the words in brackets only begin like a measure word.
_MEASURE = re.compile(
    r"个(?!人|体|性)|所(?!有|属|需)|家(?!庭|政|长|园|电|畜|禽|校)|条(?!例|块|件)|处(?!理|置|罚)|座(?!谈)|项(?!目)|台(?!账|风)|"
    r"套(?!餐)|辆|名(?!城|镇|优|特|师)|户(?!外|籍)|次(?!干|级)|批(?!发)|期|届|场(?!馆|地|所|外)|人(?!才|口|民|居|力|大|工|均|员|防|文|社|行)|"
    r"万|亿|千|百|年(?!度|轻)|月|日(?!常|间)|号(?!召)|时(?!代)|分(?!类|级|散|布|区|析|批|步)|元(?!旦)|米|公里|公顷|公斤|平方|立方|吨|亩|"
    r"件|份|宗|起(?!草|步)|类|级|种(?!植|业|子|苗)|部(?!门|署|分)|岁|周(?!边)|天(?!然|网)|季度|层|间|只|支(?!持|付|撑|部|行)|栋|幢|片(?!区)|"
    r"村(?!级|庄|镇|务|民|居|容)|镇(?!区|村|级)|位(?!于)|点(?!亮|对)|倍|度|张|本|台|株|盏|根|口(?!岸)|组(?!织|建)|单(?!位)|班(?!级)|床|车道|号线|街道"
)
_CLOSED = "。！）】/—"
_TIME_END = re.compile(
    r"[前底末内初旬年月日起止季]$|(?:推进|坚持|完成|落实|开展|实施|全年|持续|长期|季度|结束|到位|工|成)$"
)
#: Lines that hold no row number may stand between two that do: the page broke a row.
_LOOSE = 3
_REACH = 40
_PAGE = re.compile(r"(\d{1,3})、")


@dataclass(frozen=True, slots=True)
class GluedRow:
    """A row: the ranges in the body of its number and of the text behind it; ``value`` counts."""

    value: int
    number: Range
    text: Range


@dataclass(frozen=True, slots=True)
class GluedBody:
    """The text under the heads, as one piece with its document ranges; its rows; its last line."""

    piece: Piece
    ranges: tuple[Range, ...]
    rows: tuple[GluedRow, ...]
    last: int


def read_body(text: str, lines: Sequence[Line], run: HeadRun, kinds: Sequence[str], taken: frozenset[int]) -> GluedBody:
    """The rows below the heads of ``run``; ``kinds`` are the kinds of its columns."""
    ranges, last = _body_ranges(text, lines, run, kinds, taken)
    piece = squeezed(text, ranges)
    rows = tuple(_rows(piece.text, kinds))
    return GluedBody(piece, tuple(ranges), rows, last)


def _rows(body: str, kinds: Sequence[str]) -> list[GluedRow]:
    marks = list(_starts(body, kinds))
    stops = [mark.start() for mark in marks[1:]] + [len(body)]
    return [
        GluedRow(int(mark[1]), (mark.start(), mark.end(1)), (mark.end(), stop))
        for mark, stop in zip(marks, stops, strict=True)
    ]


def _starts(body: str, kinds: Sequence[str], expected: int = 1, style: str | None = None) -> list[re.Match[str]]:
    """The numbers that begin rows, counting from ``expected``; all are printed in the style of the first."""
    found: list[re.Match[str]] = []
    for match in _NUMBER.finditer(body):
        if int(match[1]) != expected or (style is not None and match[2] != style):
            continue
        before = body[max(0, match.start() - _REACH) : match.start()]
        if before and not (may_end(before, kinds) and not _MEASURE.match(body, match.end())):
            continue
        style = match[2]
        expected += 1
        found.append(match)
    return found


def may_end(text: str, kinds: Sequence[str]) -> bool:
    """True when a row may end with ``text``: with a sentence, or with what its last columns hold."""
    if text[-1] in _CLOSED or kinds[-1] == "other":
        return True
    if "deadline" in kinds and _TIME_END.search(text):
        return True
    if "unit" in kinds and any(form_of(text[-size:]) >= Form.GENERIC for size in range(2, min(13, len(text)) + 1)):
        return True
    return "person" in kinds and max(person_likeness(text[-2:]), person_likeness(text[-3:])) >= 0.9


def _body_ranges(
    text: str, lines: Sequence[Line], run: HeadRun, kinds: Sequence[str], taken: frozenset[int]
) -> tuple[list[Range], int]:
    """The document ranges of the body: the rest of the head's line and the lines that count on."""
    first = lines[run.line]
    ranges: list[Range] = [(run.end, first.end)] if run.end < first.end else []
    page = _PAGE.match(first.text)
    pages = int(page[1]) + 1 if page is not None else 2
    marks = _starts(squeezed(text, ranges).text, kinds)
    expected, style = (len(marks) + 1, marks[-1][2]) if marks else (1, None)
    last = run.line
    pending: list[Range] = []
    for line in lines[run.line + 1 :]:
        if not line.text:
            continue
        if line.index in taken or after_table(line.text) or len(pending) >= _LOOSE:
            break
        page = _PAGE.match(line.text)
        turned = page is not None and int(page[1]) == pages and ranges and style != "、"
        start = line.start + (page.end() if page is not None and turned else 0)
        pending.append((start, line.end))
        before = ranges + pending[:-1]
        context = squeezed(text, [before[-1]]).text[-_REACH:] if before else ""
        marks = _starts(context + squeezed(text, [(start, line.end)]).text, kinds, expected, style)
        if turned or marks:
            ranges, pending, last = ranges + pending, [], line.index
        if turned:
            pages += 1
        if marks:
            expected, style = expected + len(marks), marks[-1][2]
        elif _is_item(line.text) and not turned:
            break
    if pending and ranges and _goes_on(text, ranges[-1], pending[0], kinds):
        at = bisect_right(lines, pending[0][0], key=lambda line: line.start) - 1
        return [*ranges, pending[0]], lines[at].index
    return ranges, last


def _goes_on(text: str, before: Range, after: Range, kinds: Sequence[str]) -> bool:
    """True when the last row is broken between two lines: it may end with the second, not with the first."""
    first, second = squeezed(text, [before]).text, squeezed(text, [after]).text
    return not may_end(first[-_REACH:], kinds) and may_end(second[-_REACH:], kinds)


def _is_item(text: str) -> bool:
    label = read_label(text)
    return label is not None and label.style in ("han", "han_bracket", "part")
