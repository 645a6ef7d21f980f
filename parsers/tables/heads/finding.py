"""Finding the column heads of a table, in whichever way the page printed them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ....normalize.lazy import lazy_pattern
from ...fields.heads import MAX_HEAD, Head, read_head, read_long
from ...fields.periods import is_period
from ...text.labels import opens_section
from ...text.piece import squeezed_text
from ..body.lines import Printed, Split, is_rule, split_blanks
from .broken import broken_heads, halved_heads, narrow_heads, number_head_below
from .halves import begins_head
from .head_parts import is_akin
from .head_row import BLANKS, MAX_COLUMNS, ROWS, STREAM, HeadRow, head_row, told_once
from .objects import heads_a_line, heads_between_blanks, heads_between_marks, holds_measured
from .parts_behind import with_parts_behind
from .second_row import MOST_DIVIDED, Choice, choices
from .stacked import stacked_heads
from .stream_heads import stream_head
from .task_heads import SENTENCE_END, makes_table, read_unusual
from .without_doers import may_number, plain_heads, with_doers_below

_LONGEST = 200
#: A head that a narrow column of numbers breaks.
_HALVES = ("序", "号")
_REMARK = lazy_pattern(r"[（(][^（）()]*[）)]")
#: So many lines or more are heads again, so many cells of the last row before them at most.
_FEWEST_AGAIN, _MOST_BEFORE = 3, 4
#: So many rows tell whether heads in two rows are those of one table.
_ROWS_TELL = 3
#: What heads are stacked of is so short.
_SHORT = 2


def find_head_rows(text: str, splits: Sequence[Split], lone: Sequence[Head | None]) -> tuple[HeadRow, ...]:
    """All rows of column heads in the document, repeats after page breaks included, in order.

    ``lone`` are the heads that lines hold alone.
    """
    found: list[HeadRow] = []
    filled = [split for split in splits if split.filled]
    places = [split.line.index for split in filled]
    alone = [
        lone[place] is not None or begins_head(text, splits, place) or holds_measured(text, splits[place])
        for place in places
    ]
    at = 0
    for split, head, below in zip(filled, alone, [*alone[1:], False], strict=False):
        if not (head or below or len(split.filled) > 1 or " " in split.line.text):
            continue  # neither heads between marks or blanks nor a head a line
        place = split.line.index
        if place < at:
            continue
        row = _printed_again(text, splits, found[-1], place) if found else None
        row = row or _head_at(text, splits, place, head or below)
        if row is None and (head or len(split.filled) > 1) and may_number(split):
            row = _plain_head(text, splits, place, beside=bool(found))
        if row is not None and not (
            found and (_divides(splits, found[-1], row) or _is_cell(text, splits, found[-1], row))
        ):
            row = told_once(with_parts_behind(row))
            row = _without_cell_above(text, splits, found[-1], row) if found else row
            found.append(row)
            at = found[-1].last + 1
    return tuple(found)


def _printed_again(text: str, splits: Sequence[Split], above: HeadRow, at: int) -> HeadRow | None:
    """The heads ``above``, a piece a line, where the very same lines stand again from line ``at`` on."""
    pieces = [text[start:end] for start, end in above.ranges]
    if (
        above.way != STREAM
        or above.copies > 1
        or len(pieces) < _FEWEST_AGAIN
        or splits[at].line.text.strip("| ") != pieces[0]
    ):
        return None
    below = islice((split for split in islice(splits, at, None) if split.filled), len(pieces))
    lines = [split for split in below if len(split.filled) == 1]
    cells = [split.filled[0] for split in lines]
    if len(cells) < len(pieces) or any(
        text[cell[0][0] : cell[-1][1]] != piece for cell, piece in zip(cells, pieces, strict=True)
    ):
        return None
    return above._replace(first=at, last=lines[-1].last_line, ranges=tuple(r for cell in cells for r in cell))


def _without_cell_above(text: str, splits: Sequence[Split], above: HeadRow, row: HeadRow) -> HeadRow:
    """The heads without what stands right before the first of them, where the rest are those ``above`` again."""
    if row.way != STREAM or row.heads == above.heads:
        return row
    lines = [split.line.index for split in splits[row.first + 1 : row.last + 1] if split.filled]
    return next((again for at in lines[:_MOST_BEFORE] if (again := _printed_again(text, splits, above, at))), row)


def _divides(splits: Sequence[Split], above: HeadRow, row: HeadRow) -> bool:
    """True for heads right below others between marks that fill the gaps of those, and leave open what they fill.

    Where the marks show no gaps, the rows below tell: they have more cells than either row of heads.
    """
    between = splits[above.last + 1 : row.first]
    if above.way != ROWS or row.way != ROWS or any(split.filled and not is_rule(split.line.text) for split in between):
        return False
    below = islice((len(split.filled) for split in islice(splits, row.last + 1, None) if split.filled), _ROWS_TELL)
    if max(below, default=0) > max(len(above.heads), len(row.heads)) and set(above.heads).isdisjoint(row.heads):
        return True
    upper, lower = splits[above.last].cells, splits[row.first].cells
    if splits[row.first].opened and not splits[above.last].opened:
        lower = ((), *lower)  # its first mark closes an empty cell
    if len(upper) != len(lower) or not upper[0] or lower[0]:
        return False
    return not all(upper) and all(over or under for over, under in zip(upper, lower, strict=True))


def _is_cell(text: str, splits: Sequence[Split], above: HeadRow, row: HeadRow) -> bool:
    """True when what reads like heads are cells of a row of the table above."""
    numbered = row.heads[0].kind == "number" and _below_section(splits, row.first)  # 二、重点任务 / 序号
    if above.way != STREAM or row.way != STREAM or row.heads == above.heads or numbered:
        return False
    from .begun_rows import in_begun_row  # pages with other heads again

    return in_begun_row(text, splits, above.heads, above.last, row.first)


def _below_section(splits: Sequence[Split], line: int) -> bool:
    """Whether the heading of a section stands right above a line."""
    above = next((splits[at].line.text for at in range(line - 1, -1, -1) if splits[at].line.text), "")
    return opens_section(above)


def _plain_head(text: str, splits: Sequence[Split], at: int, beside: bool) -> HeadRow | None:
    found = plain_heads(text, splits, at, beside)
    if found is None:
        return None
    return head_row(text, found.lines, ROWS if len(found.lines) == 1 else STREAM, found.cells, found.heads)


def _head_at(text: str, splits: Sequence[Split], at: int, near: bool) -> HeadRow | None:
    """The heads that begin on line ``at``; ``near`` tells that it, or the next one, holds a head alone."""
    split = splits[at]
    if len(split.filled) > 1:
        if _is_numbered(text, split.cells):
            return None
        return _row_head(text, split, ROWS) or _doers_row(text, splits, at) or _told_by_cells(text, splits, at)
    if split.line.end - split.line.start > _LONGEST:
        return None
    if not split.pipes and split.line.text.split() != [split.line.text]:
        between = _between_blanks(text, splits, at)
        if between is not None:
            return between
    return (stream_head(text, splits, at) or _objects_stream(text, splits, at)) if near else None


def _is_numbered(text: str, cells: Sequence[Printed]) -> bool:
    """True for a row with its number: short cells (重点项目) read like heads."""
    return squeezed_text(text, cells[0]).isdecimal()


def _between_blanks(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    """Heads with but blanks between them, on one line or broken over some."""
    split = split_blanks(splits[at].line)
    if len(split.line.text.split()) > 2 and max(map(len, split.line.text.split())) <= _SHORT:
        stacked = stacked_heads(text, splits, at)
        if stacked is not None and makes_table(stacked.heads):
            return HeadRow(stacked.first, stacked.last, BLANKS, stacked.ranges, stacked.heads)
    whole = _row_head(text, split, BLANKS) if len(split.filled) > 2 and not _is_numbered(text, split.filled) else None
    parted = _with_parts_below(text, splits, whole) if whole is not None else None
    if parted is not None and parted != whole:
        return parted
    broken = halved_heads(text, splits, at) or broken_heads(text, splits, at) or narrow_heads(text, splits, at)
    if broken is not None and makes_table(broken.heads):
        ranges = tuple(r for cell in broken.cells for r in cell)
        return _with_second_half(text, splits, HeadRow(at, broken.last, BLANKS, ranges, broken.heads))
    row = None if _is_numbered(text, split.filled) else _row_head(text, split, BLANKS)
    if row is not None and any("、" in _REMARK.sub("", head.text) and not head.known for head in row.heads):
        return None  # names of a row that runs over several lines
    if row is not None and (len(row.heads) > 2 or all(head.known for head in row.heads)):
        row = _with_parts_below(text, splits, _with_second_half(text, splits, row))
        return _with_halves_above(splits, _with_number_below(text, splits, row))
    objects = heads_between_blanks(text, splits, at)
    return head_row(text, [splits[at]], BLANKS, split.filled, objects) if objects else None


def _with_second_half(text: str, splits: Sequence[Split], row: HeadRow) -> HeadRow:
    """The heads with 号, alone on the line below them or read as the last of them, as the second half of 序."""
    if row.heads[0].text != _HALVES[0]:
        return row
    first = row.heads[0]._replace(text="".join(_HALVES))
    if row.heads[-1].text == _HALVES[1]:
        return row._replace(heads=(first, *row.heads[1:-1]))
    below = splits[row.last + 1] if row.last + 1 < len(splits) else None
    if below is None or below.line.text.strip() != _HALVES[1]:
        return row
    printed = below.filled[0]
    return row._replace(last=below.line.index, ranges=(*row.ranges, *printed), heads=(first, *row.heads[1:]))


def _with_halves_above(splits: Sequence[Split], row: HeadRow) -> HeadRow:
    """The heads with the one of numbers whose halves stand alone right above them, where none of them is."""
    above = [split for split in splits[max(0, row.first - 4) : row.first] if split.filled][-2:]
    if tuple(split.line.text.strip() for split in above) != _HALVES or row.heads[0].kind == "number":
        return row
    number = read_head("".join(_HALVES))
    ranges = tuple(r for split in above for cell in split.filled for r in cell)
    heads = (number, *row.heads) if number is not None else row.heads
    return row._replace(first=above[0].line.index, ranges=(*ranges, *row.ranges), heads=heads)


def _with_parts_below(text: str, splits: Sequence[Split], row: HeadRow) -> HeadRow:
    """The heads with those of a second row in the place of what it divides, where it can divide nothing else."""
    below = next((split for split in splits[row.last + 1 : row.last + 3] if split.filled), None)
    if below is None or below.pipes or below.line.end - below.line.start > _LONGEST:
        return row
    cells = split_blanks(below.line).filled
    parts = [head for cell in cells if (head := read_head(squeezed_text(text, cell))) is not None]
    if not 1 < len(parts) == len(cells) <= 2 * MOST_DIVIDED:
        return row
    ways = [
        way for count in range(1, len(parts) // 2 + 1) for way in choices(row.heads, parts, count) if _are_akin(way)
    ]
    if len(ways) != 1:
        return row
    ranges = (*row.ranges, *(r for cell in cells for r in cell))
    return row._replace(last=below.line.index, ranges=ranges, heads=tuple(head for head, _ in ways[0]))


def _are_akin(way: Choice) -> bool:
    return all(above is None or is_akin(head, above) for head, above in way)


def _with_number_below(text: str, splits: Sequence[Split], row: HeadRow) -> HeadRow:
    """The heads with the one of numbers that stands alone below them, where none of them is."""
    below = number_head_below(text, splits, row.last) if all(head.kind != "number" for head in row.heads) else None
    if below is None:
        return row
    head, printed, last = below
    return row._replace(last=last, ranges=(*row.ranges, *printed), heads=(head, *row.heads))


def _doers_row(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    """Heads between marks an empty one of which units stand below."""
    cells = splits[at].cells
    if len(cells) == len(splits[at].filled) or not may_number(splits[at]):
        return None
    texts = [squeezed_text(text, cell) for cell in cells]
    heads = with_doers_below(text, splits, at, [read_head(printed) if printed else None for printed in texts])
    return head_row(text, [splits[at]], ROWS, cells, heads) if makes_table(heads) and _are_heads(texts, heads) else None


def _told_by_cells(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    """Heads between marks that name units, above cells that mark the part of each, or what the rows are for."""
    from .unit_columns import heads_over_marks  # rows that hold no other heads

    heads = heads_over_marks(text, splits, at) or heads_between_marks(text, splits, at)
    return head_row(text, [splits[at]], ROWS, splits[at].cells, heads) if heads else None


def _objects_stream(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    """Heads, one a line, that name what the rows are for, not what is to be done."""
    heads, lines = heads_a_line(text, splits, at)
    return head_row(text, lines, STREAM, [line.filled[0] for line in lines], heads) if heads else None


def _row_head(text: str, split: Split, way: str) -> HeadRow | None:
    if len(split.filled) > MAX_COLUMNS or split.line.end - split.line.start > 2 * _LONGEST:
        return None
    cells = split.cells if way == ROWS else split.filled
    texts = [squeezed_text(text, cell) for cell in cells]
    heads = [read_head(t) if t else None for t in texts]
    if way == ROWS and heads[0] is not None and heads[0].kind == "number":
        heads = [head or read_long(t) for head, t in zip(heads, texts, strict=True)]
    heads = read_unusual(texts, heads, whole=way == ROWS)
    if not _are_heads(texts, heads) or not makes_table(heads):
        return None
    row = head_row(text, [split], way, cells, heads)
    last = max(place for place, head in enumerate(row.heads) if head.text)
    return row._replace(heads=row.heads[: last + 1])


def _are_heads(texts: Sequence[str], heads: Sequence[Head | None]) -> bool:
    """Whether the printed ``texts`` of a row, read as ``heads``, are heads: some are known, and none is a sentence."""
    unknown = [printed for printed, head in zip(texts, heads, strict=True) if head is None]
    known = len(heads) - len(unknown)
    if known < 2 or any(printed[-1:] in SENTENCE_END for printed in unknown if printed):
        return False
    numbered = heads[0] is not None and heads[0].kind == "number" and max(map(len, texts)) <= MAX_HEAD
    return numbered or known + sum(map(is_period, unknown)) >= 0.6 * len(list(filter(None, texts)))
