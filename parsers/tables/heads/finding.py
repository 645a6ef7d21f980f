"""Finding the column heads of a table, in whichever way the page printed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ....normalize.lazy import lazy_pattern
from ...fields.heads import (
    ANSWERS,
    MAX_HEAD,
    TEXT_KINDS,
    Head,
    guessed_head,
    is_about_page,
    is_inspected,
    read_among,
    read_head,
    read_loosely,
)
from ...fields.periods import is_period
from ...text.labels import bare_number, read_label
from ...text.piece import Range, squeezed_text
from ...units.grammar import is_department
from ..body.lines import Printed, Split, is_rule, split_blanks
from .begun_rows import in_begun_row
from .broken import broken_heads, halved_heads, number_head_below, stands_over_blanks
from .candidates import Candidate, cells_below
from .first_cells import (
    before_first_row,
    periods,
    without_first_cells,
    without_first_group,
    without_heading_above,
    without_month_above,
)
from .halves import closed_bracket, joined_halves
from .objects import heads_a_line, heads_between_marks
from .plain import may_number, plain_heads

#: Ways a page prints a table: a row a line between pipes or tabs, a row a line between blanks, a cell a line.
ROWS, BLANKS, STREAM = "rows", "blanks", "stream"
_MAX_COLUMNS = 16
_LONGEST = 200
_MOST_UNKNOWN = 3
_SENTENCE_END = "。；"
_TITLE = lazy_pattern(r".{4,}(?:分工|分解|清单|台账|要点|计划|安排)")


class HeadRow(NamedTuple):
    """The column heads of one table: lines ``first`` to ``last``, the printed cells and what they say."""

    first: int
    last: int
    way: str
    ranges: tuple[Range, ...]
    heads: tuple[Head, ...]


def find_head_rows(text: str, splits: Sequence[Split]) -> tuple[HeadRow, ...]:
    """All rows of column heads in the document, repeats after page breaks included, in order."""
    found: list[HeadRow] = []
    near = _near_heads(text, splits)
    at = 0
    for place, split in enumerate(splits):
        if place < at or not split.filled:
            continue
        row = _head_at(text, splits, place, near[place])
        if row is None and may_number(split):
            row = _plain_head(text, splits, place, beside=bool(found))
        if row is not None and not (found and _is_cell(text, splits, found[-1], row)):
            found.append(row)
            at = row.last + 1
    return tuple(found)


def _near_heads(text: str, splits: Sequence[Split]) -> list[bool]:
    """For each line, whether it or the next one with text holds a head alone: heads a line begin nowhere else."""
    near = [False] * len(splits)
    following = False
    for place in range(len(splits) - 1, -1, -1):
        if splits[place].filled:
            head = _is_lone_head(text, splits[place])
            near[place] = head or following
            following = head
    return near


def _is_lone_head(text: str, split: Split) -> bool:
    """Whether a line holds one cell, and that a head."""
    if len(split.filled) != 1 or split.line.end - split.line.start > 3 * MAX_HEAD:
        return False
    return read_head(squeezed_text(text, split.filled[0])) is not None


def _is_cell(text: str, splits: Sequence[Split], above: HeadRow, row: HeadRow) -> bool:
    """True when what reads like heads are cells of a row of the table above."""
    if above.way != STREAM or row.way != STREAM or row.heads == above.heads:
        return False
    return in_begun_row(text, splits, above.heads, above.last, row.first)


def _plain_head(text: str, splits: Sequence[Split], at: int, beside: bool) -> HeadRow | None:
    found = plain_heads(text, splits, at, beside)
    if found is None:
        return None
    return _head_row(text, found.lines, ROWS if len(found.lines) == 1 else STREAM, found.cells, found.heads)


def _head_at(text: str, splits: Sequence[Split], at: int, near: bool) -> HeadRow | None:
    """The heads that begin on line ``at``; ``near`` tells that it, or the next one, holds a head alone."""
    split = splits[at]
    if len(split.filled) > 1:
        if squeezed_text(text, split.cells[0]).isdecimal():
            return None  # a row with its number: short cells (重点项目) read like heads
        return _row_head(text, split, ROWS) or _objects_row(text, splits, at)
    if split.line.end - split.line.start > _LONGEST:
        return None
    if not split.pipes and split.line.text.split() != [split.line.text]:
        broken = halved_heads(text, splits, at) or broken_heads(text, splits, at)
        if broken is not None and _makes_table(broken.heads):
            ranges = tuple(r for cell in broken.cells for r in cell)
            return HeadRow(at, broken.last, BLANKS, ranges, broken.heads)
        blanks = _row_head(text, split_blanks(split.line), BLANKS)
        if blanks is not None and (len(blanks.heads) > 2 or all(head.known for head in blanks.heads)):
            return _with_number_below(text, splits, blanks)
    return (_stream_head(text, splits, at) or _objects_stream(text, splits, at)) if near else None


def _with_number_below(text: str, splits: Sequence[Split], row: HeadRow) -> HeadRow:
    """The heads with the one of numbers that stands alone below them, where none of them is."""
    below = number_head_below(text, splits, row.last) if all(head.kind != "number" for head in row.heads) else None
    if below is None:
        return row
    head, printed, last = below
    return row._replace(last=last, ranges=(*row.ranges, *printed), heads=(head, *row.heads))


def _objects_row(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    """Heads between marks that name what the rows are for, not what is to be done."""
    heads = heads_between_marks(text, splits, at)
    return _head_row(text, [splits[at]], ROWS, splits[at].cells, heads) if heads else None


def _objects_stream(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    """The same, a head a line."""
    heads, lines = heads_a_line(text, splits, at)
    return _head_row(text, lines, STREAM, [line.filled[0] for line in lines], heads) if heads else None


def _head_row(
    text: str, lines: Sequence[Split], way: str, cells: Sequence[Printed], heads: Sequence[Head | None]
) -> HeadRow:
    """The heads, those of no known meaning as they are printed."""
    pairs = zip(cells, heads, strict=True)
    named = tuple(head or guessed_head("other", squeezed_text(text, cell)) for cell, head in pairs)
    ranges = tuple(r for cell in cells for r in cell)
    return HeadRow(lines[0].line.index, lines[-1].last_line, way, ranges, named)


def _row_head(text: str, split: Split, way: str) -> HeadRow | None:
    if len(split.filled) > _MAX_COLUMNS or split.line.end - split.line.start > 2 * _LONGEST:
        return None
    cells = split.cells if way == ROWS else split.filled
    texts = [squeezed_text(text, cell) for cell in cells]
    heads = _loosely(texts, [read_head(t) if t else None for t in texts], whole=way == ROWS)
    if texts[0].isdecimal():
        return None  # a row with its number: short cells (重点项目) read like heads
    if any(
        head is None and printed[-1:] in _SENTENCE_END for head, printed in zip(heads, texts, strict=True) if printed
    ):
        return None
    known = sum(1 for head in heads if head is not None)
    numbered = heads[0] is not None and heads[0].kind == "number" and max(map(len, texts)) <= MAX_HEAD
    timed = sum(1 for head, printed in zip(heads, texts, strict=True) if head is None and is_period(printed))
    if known < 2 or not (numbered or known + timed >= 0.6 * len(split.filled)) or not _makes_table(heads):
        return None
    named = [head or guessed_head("other", printed) for head, printed in zip(heads, texts, strict=True)]
    while named and not named[-1].text:
        named.pop()
    ranges = tuple(r for cell in cells for r in cell)
    return HeadRow(split.line.index, split.last_line, way, ranges, tuple(named))


def _loosely(texts: Sequence[str], heads: Sequence[Head | None], whole: bool = False) -> Sequence[Head | None]:
    """The heads, with unusual ones read by a word inside them where the number's head tells what the row is.

    What may be a title or a cell elsewhere is a head between known ones; behind them, too, in a ``whole`` row.
    """
    known = [i for i, head in enumerate(heads) if head is not None]
    last = len(heads) if whole and len(known) > 1 else max(known, default=0)
    heads = [
        read_among(text) if head is None and 0 < i < last else head
        for i, (text, head) in enumerate(zip(texts, heads, strict=True))
    ]
    if not heads or heads[0] is None or heads[0].kind != "number" or _makes_table(heads):
        return heads
    loose = [head or read_loosely(text) for text, head in zip(texts, heads, strict=True)]
    return loose if _makes_table(loose) else heads


def _makes_table(heads: Sequence[Head | None]) -> bool:
    """True for heads of a table of tasks: someone or some time beside something to be done."""
    if any(head is not None and is_about_page(head.text) for head in heads):
        return False
    kinds = {head.kind for head in heads if head is not None and not is_inspected(head)}
    doer = bool(kinds & ANSWERS)
    return doer and bool(kinds & TEXT_KINDS or ("number" in kinds and len(kinds) > 2))


def _stream_head(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    """Heads one a line, with or without pipes between them."""
    size = splits[at].line.end - splits[at].line.start
    first = read_head(squeezed_text(text, splits[at].filled[0])) if size <= 3 * MAX_HEAD else None
    if first is None:
        return None
    cells = list(_stream_cells(text, splits, at))
    if _is_title(splits, cells):
        return None
    joined = joined_halves(splits, cells)
    loose = _loosely([cell.text for cell in joined], [cell.head for cell in joined])
    joined = [cell._replace(head=head) for cell, head in zip(joined, loose, strict=True)]
    kept = _known(text, splits, joined)
    gaps = sum(1 for cell in kept if cell.head is None and not is_period(cell.text))
    heads = [cell.head for cell in kept]
    if gaps > len(kept) // 2 or len([head for head in heads if head]) < 2 or not _makes_table(heads):
        return None
    kept = joined[: len(kept) + _second_row(text, splits, kept, joined[len(kept) :])]
    named = tuple(cell.head or guessed_head("other", cell.text) for cell in kept)
    ranges = tuple(r for cell in kept for r in cell.cell)
    last = kept[-1].line
    way = BLANKS if stands_over_blanks(text, splits, last, len(named)) else STREAM
    return HeadRow(splits[at].line.index, last, way, ranges, named)


def _known(text: str, splits: Sequence[Split], cells: list[Candidate]) -> list[Candidate]:
    """The cells up to the last known head, or to the number of the first row; what belongs to the rows left out."""
    last = max((i for i, cell in enumerate(cells) if cell.head is not None), default=-1) + 1
    kept = cells[: max(last + periods(cells[last:]), before_first_row(text, splits, cells))]
    kept = without_month_above(text, splits, kept)
    kept = without_first_group(text, splits, without_first_cells(text, splits, kept))
    return without_heading_above(text, splits, kept)


def _is_title(splits: Sequence[Split], cells: Sequence[Candidate]) -> bool:
    """True when the heads begin below the first cell, which reads like one: a title, or 附件 over it.

    重点提案办理分工 stands over 序号; a cell without a mark, over cells that all have one, is none of them.
    """
    if len(cells) < 2:
        return False
    first, second, *_ = cells
    if not splits[first.line].pipes and all(splits[c.line].closed for c in cells if c.head and c.line > first.line):
        return True
    return second.head is not None and second.head.kind == "number" and _TITLE.fullmatch(first.text) is not None


def _second_row(text: str, splits: Sequence[Split], heads: Sequence[Candidate], cells: Sequence[Candidate]) -> int:
    """How many of the cells behind the known heads are a second row of heads, all of no known meaning (前期, 在建).

    A run of pipes behind them ends that row, where another marks the head that they divide; or a group (一、…) opens
    right behind them.
    """
    if not cells or not all(splits[cell.line].closed for cell in cells):
        return 0
    if any(_is_run_below(splits, cell.line) for cell in heads[:-1]):
        ended = next((i for i, cell in enumerate(cells) if _is_run_below(splits, cell.line)), 0)
        return ended + 1 if ended else 0
    below = next(cells_below(splits, cells[-1].line), None)
    label = read_label(squeezed_text(text, below)) if below is not None else None
    return len(cells) if label is not None and label.outer else 0


def _is_run_below(splits: Sequence[Split], line: int) -> bool:
    """True when the next line holds but pipes: empty cells behind the one on ``line``."""
    return line + 1 < len(splits) and splits[line + 1].pipes > 0 and not splits[line + 1].filled


def _stream_cells(text: str, splits: Sequence[Split], at: int) -> Iterator[Candidate]:
    """The cells from line ``at`` on that may be heads: a few unknown ones between known ones."""
    unknown = count = done = 0
    for index in range(at, len(splits)):
        split = splits[index]
        if not split.filled or is_rule(split.line.text):
            continue
        cell, *others = split.filled
        if others:
            return
        if index < done:
            continue
        cell, done = closed_bracket(text, splits, index, cell)
        value = squeezed_text(text, cell)
        head = read_head(value)
        if head is None and not is_period(value) and not _may_be_head(value):
            return
        unknown = 0 if head is not None else unknown + (not is_period(value))
        count += 1
        if unknown > _MOST_UNKNOWN or count > _MAX_COLUMNS:
            return
        yield Candidate(cell, value, done, head)


def _may_be_head(text: str) -> bool:
    """False for a text that says that a row has begun: a sentence, a number, an item, a unit."""
    if len(text) > MAX_HEAD or text[-1] in _SENTENCE_END:
        return False
    item = text[:1].isdigit() or bare_number(text) is not None or read_label(text) is not None
    return read_among(text) is not None or not (item or is_department(text))
