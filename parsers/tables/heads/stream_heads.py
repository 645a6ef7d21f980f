"""Column heads one a line, with or without pipes between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.answer_labels import answers_for_all
from ...fields.head_nouns import NOT_HEAD
from ...fields.heads import ANSWERS, MAX_HEAD, Head, head_or_unknown, read_among, read_head
from ...fields.periods import is_period
from ...text.labels import bare_number, opens_section, read_label
from ...text.piece import squeezed_text
from ...units import unit_likeness
from ...units.grammar import is_department
from ..body.lines import Split, is_rule
from .broken import stands_over_blanks
from .candidates import Candidate, cells_below, pipes_behind
from .counted import counted_heads
from .first_cells import (
    before_first_row,
    periods,
    without_first_cells,
    without_first_group,
    without_group_row,
    without_heading_above,
    without_month_above,
)
from .halves import begins_head, between_blanks, closed_bracket, joined_halves
from .head_row import BLANKS, MAX_COLUMNS, STREAM, HeadRow
from .pieces import heads_in_pieces
from .task_heads import SENTENCE_END, makes_table, names_places, read_unusual

_MOST_UNKNOWN = 3
#: So many heads that stand close tell that a blank line ends them.
_FEWEST_CLOSE = 3
_ATTACHED = lazy_pattern(r"附[件表]\d{0,2}")
_LONG_TITLE = 8
_LONGEST_REMARK = 60
#: A cell this much like a unit is one.
_UNIT = 0.8
#: Units that may be heads stand side by side.
_MOST_UNITS = 2
_TITLE = lazy_pattern(r"(?:.{4,}|.{2}[市县区镇乡])(?:分工|分解|清单|台账|要点|计划|安排)(?:（[^（）]{1,14}）)?")


def stream_head(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    """Heads one a line, with or without pipes between them."""
    size = splits[at].line.end - splits[at].line.start
    first = squeezed_text(text, splits[at].filled[0]) if size <= 3 * MAX_HEAD else ""
    if _ATTACHED.fullmatch(first) or not (read_head(first) or names_places(first) or begins_head(text, splits, at)):
        return None  # 附件 stands over a title, whatever it asks for among heads
    joined = heads_in_pieces(text, splits, at)
    if not joined:
        cells = list(_stream_cells(text, splits, at))
        cells = counted_heads(text, splits, at, len(cells)) or cells
        if not cells or _is_title(splits, cells):
            return None
        joined = joined_halves(splits, cells)
    joined = joined if before_first_row(text, splits, joined) else _above_blank(splits, joined)
    loose = read_unusual([cell.text for cell in joined], [cell.head for cell in joined])
    joined = [cell._replace(head=head) for cell, head in zip(joined, loose, strict=True)]
    kept = _known(text, splits, joined)
    gaps = sum(1 for cell in kept if cell.head is None and not is_period(cell.text))
    heads = [cell.head for cell in kept]
    if gaps > len(kept) // 2 or len([head for head in heads if head]) < 2 or not makes_table(heads):
        return None
    kept = joined[: len(kept) + _second_row(text, splits, kept, joined[len(kept) :])]
    named = tuple(cell.head or head_or_unknown(cell.text) for cell in kept)
    ranges = tuple(r for cell in kept for r in cell.cell)
    last = kept[-1].line
    way = BLANKS if stands_over_blanks(text, splits, last, len(named)) else STREAM
    return HeadRow(splits[at].line.index, last, way, ranges, named)


def _above_blank(splits: Sequence[Split], cells: list[Candidate]) -> list[Candidate]:
    """The cells up to the first blank line, where those above it stand close and make a table: it parts the heads from the rows."""
    blank = next((i for i, cell in enumerate(cells, 1) if _is_blank(splits, cell.line + 1)), len(cells))
    heads = [cell.head for cell in cells[:blank]]
    behind = cells[blank].head if blank < len(cells) else None
    asked = behind.kind if behind is not None and behind.known else ""
    if asked in ANSWERS and all(head is None or head.kind != asked for head in heads):
        return cells  # no cell is called 完成时限
    return cells[:blank] if blank >= _FEWEST_CLOSE and None not in heads and makes_table(heads) else cells


def _is_blank(splits: Sequence[Split], line: int) -> bool:
    return line < len(splits) and not splits[line].line.text


def _known(text: str, splits: Sequence[Split], cells: list[Candidate]) -> list[Candidate]:
    """The cells up to the last known head, or to the number of the first row; what belongs to the rows left out."""
    last = max((i for i, cell in enumerate(cells) if cell.head is not None), default=-1) + 1
    kept = cells[: max(last + periods(cells[last:]), before_first_row(text, splits, cells))]
    kept = without_group_row(text, splits, kept)
    kept = without_month_above(text, splits, kept)
    kept = without_first_group(text, splits, without_first_cells(text, splits, kept))
    return without_heading_above(text, splits, kept)


def _is_title(splits: Sequence[Split], cells: Sequence[Candidate]) -> bool:
    """True when the heads begin below the first cell, which reads like one: a title.

    重点提案办理分工 stands over 序号, a longer one over any heads that make a table without it; a cell without a mark,
    over cells that all have one, is none of them.
    """
    if len(cells) < 2:
        return False
    first, second, *_ = cells
    below = [pipes_behind(splits, cell.line) for cell in cells if cell.head and cell.line > first.line]
    if not pipes_behind(splits, first.line) and below and all(below):
        return True
    numbered = second.head is not None and second.head.kind == "number"
    if _TITLE.fullmatch(first.text) is None or not (numbered or len(first.text) >= _LONG_TITLE):
        return False
    return numbered or makes_table([cell.head for cell in cells[1:]])


def _second_row(text: str, splits: Sequence[Split], heads: Sequence[Candidate], cells: Sequence[Candidate]) -> int:
    """How many of the cells behind the known heads are a second row of heads, all of no known meaning (前期, 在建).

    A run of pipes behind them ends that row, where another marks the head that they divide; or a group (一、…) opens
    right behind them.
    """
    if not cells or not all(pipes_behind(splits, cell.line) for cell in cells):
        return 0
    if any(pipes_behind(splits, cell.line) > 1 for cell in heads[:-1]):
        ended = next((i for i, cell in enumerate(cells) if pipes_behind(splits, cell.line) > 1), 0)
        return ended + 1 if ended else 0
    below = next(cells_below(splits, cells[-1].line), None)
    return len(cells) if below is not None and opens_section(squeezed_text(text, below)) else 0


def _stream_cells(text: str, splits: Sequence[Split], at: int) -> Iterator[Candidate]:
    """The cells from line ``at`` on that may be heads: a few unknown ones between known ones."""
    unknown = count = last = 0
    done = -1
    above: Head | None = None
    for index in range(at, len(splits)):
        split = splits[index]
        if not split.filled or is_rule(split.line.text):
            continue
        cell, *others = split.filled
        if others:
            return
        if index <= done:
            continue
        cell, done = between_blanks(text, splits, index, cell)
        if done == index:
            cell, done = closed_bracket(text, splits, index, cell)
        value = squeezed_text(text, cell)
        remark, head = above is not None and _is_remark(value), read_head(value)
        if head is None and not (remark or is_period(value) or _may_be_head(value)):
            return
        if head is None and _is_unit(value) and not _heads_follow(text, splits, done + 1):
            return
        above = head
        whole = head is not None or (count and begins_head(text, splits, last))
        last = index
        unknown = 0 if whole else unknown + (not is_period(value))
        count += not is_period(value)
        if unknown > _MOST_UNKNOWN or count > MAX_COLUMNS:
            return
        yield Candidate(cell, value, done, head)


def _is_remark(text: str) -> bool:
    """Whether a cell is nothing but a remark in brackets on the head above it."""
    bracket = text[0] == "（" and text[-1] == "）" and text.count("（") == 1 and len(text) <= _LONGEST_REMARK
    return bracket and bare_number(text) is None


def _may_be_head(text: str) -> bool:
    """False for a text that says that a row has begun: a sentence, a number, an item, a unit, who does all."""
    if len(text) > MAX_HEAD or text[-1] in SENTENCE_END or answers_for_all(text):
        return False
    item = text[:1].isdigit() or bare_number(text) is not None or read_label(text) is not None
    return read_among(text) is not None or not (item or is_department(text))


def _heads_follow(text: str, splits: Sequence[Split], at: int) -> bool:
    """Whether a known head stands on one of the lines from ``at`` on, no more than units before it: 县直部门, 各镇街, 完成时限."""
    below = (split for split in splits[at : at + _MOST_UNITS + 1] if split.filled)
    for value in (squeezed_text(text, split.filled[0]) for split in below if len(split.filled) == 1):
        if read_head(value) is not None:
            return True
        if len(value) > MAX_HEAD or not _is_unit(value):
            return False
    return False


def _is_unit(text: str) -> bool:
    """True for the name of a unit that opens with its place, or with 各: 市直各单位, 市政府办公室."""
    return NOT_HEAD.search(text) is not None and unit_likeness(text) > _UNIT
