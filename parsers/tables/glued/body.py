"""The body of a table whose cells are glued together: the text under its heads, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...text.document import Line
from ...text.labels import opens_section
from ...text.piece import Piece, Range, squeezed, squeezed_text
from ..body.end import after_table
from .heads import HeadRun
from .rows import REACH, GluedRow, RowCounter, cut_rows

#: Lines that hold no row number may stand between two that do: the page broke a row.
_LOOSE = 3
NOTE = lazy_pattern(
    r"(?:附?注|备注|说明)：(?=.{4})|(?:填[报表写]|制表|审核|经办|联系)(?:人|单位|日期|电话|时间)：|填[表报写]?说明"
)
#: Document-sharing sites number the pages they cut a text into.
PAGE = lazy_pattern(r"(\d{1,3})、")


class GluedBody(NamedTuple):
    """The text under the heads, as one piece with its document ranges; its rows; its last line; the note behind the rows."""

    piece: Piece
    ranges: tuple[Range, ...]
    rows: tuple[GluedRow, ...]
    last: int
    note: Range | None = None


def read_body(text: str, lines: Sequence[Line], run: HeadRun, kinds: Sequence[str], taken: frozenset[int]) -> GluedBody:
    """The rows below the heads of ``run``; ``kinds`` are the kinds of the columns right of the task text."""
    heads = "".join(head.text for head in run.heads)
    ranges, last = _body_ranges(text, lines, run, RowCounter(kinds, heads), taken)
    piece = squeezed(text, ranges)
    rows = cut_rows(piece.text, counter := RowCounter(kinds, heads))
    note = _note_behind(piece.text, rows[-1].text, counter) if rows else None
    if note is not None:
        rows = (*rows[:-1], rows[-1]._replace(text=(rows[-1].text[0], note[0])))
    return GluedBody(piece, tuple(ranges), rows, last, note)


def _note_behind(text: str, row: Range, counter: RowCounter) -> Range | None:
    """The note that begins where the last row may end: …县公安局备注：每季度报送进展。"""
    for match in NOTE.finditer(text, *row):
        if match.start() > row[0] and counter.may_end(text[max(row[0], match.start() - REACH) : match.start()]):
            return match.start(), row[1]
    return None


def _body_ranges(
    text: str, lines: Sequence[Line], run: HeadRun, counter: RowCounter, taken: frozenset[int]
) -> tuple[list[Range], int]:
    """The document ranges of the body: the rest of the head's line and the lines that count on."""
    first = lines[run.line]
    ranges: list[Range] = [(run.end, first.end)] if run.end < first.end else []
    before = squeezed_text(text, ranges)
    list(counter.starts(before))
    page = PAGE.match(first.text)
    pages = int(page[1]) + 1 if page is not None else 2
    last = run.line
    pending: list[tuple[Range, Line]] = []
    for at in range(run.line + 1, len(lines)):
        line = lines[at]
        if not line.text:
            continue
        if at in taken or len(pending) >= _LOOSE or after_table(line.text):
            break
        page = PAGE.match(line.text)
        turned = page is not None and int(page[1]) == pages and bool(ranges) and counter.style != "、"
        own = (line.start + (page.end() if page is not None and turned else 0), line.end)
        pending.append((own, line))
        here = squeezed_text(text, [own])
        counts = bool(list(counter.starts(before[-REACH:] + here)))
        before = here
        if turned or counts:
            ranges += [pended for pended, _ in pending]
            pages, pending, last = pages + turned, [], at
        elif opens_section(line.text):
            break
    if pending and ranges and _goes_on(text, ranges[-1], pending[0][0], counter):
        return [*ranges, pending[0][0]], pending[0][1].index
    return ranges, last


def _goes_on(text: str, before: Range, after: Range, counter: RowCounter) -> bool:
    """True when the last row is broken between two lines: it may end with the second, not with the first."""
    first, second = squeezed_text(text, [before]), squeezed_text(text, [after])
    return not counter.may_end(first[-REACH:]) and counter.may_end(second[-REACH:])
