"""Column heads printed one a line, many of them broken over lines: the row numbered 1 ends them.

序号 | 抽查任务 | 名称 | 抽查 | 对象 | 抽查 | 比例 | 实施抽查 | 时间段 | 1

How many columns there are is told by how many cells the first rows have.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.heads import MAX_HEAD, TASK_GOALS, read_head
from ...fields.periods import is_period
from ...text.counting import counted
from ...text.labels import bare_number, opens_section
from ...text.piece import squeezed_text
from ..body.lines import Split
from .candidates import Candidate
from .halves import FEWEST_HALVES, HALF, LEADING, belong
from .head_row import MAX_COLUMNS
from .task_heads import SENTENCE_END

#: So many pieces may make a head; so many lines hold the heads at most, so many a row at most and at least.
_MOST_PIECES, _MOST_LINES, _LONGEST_ROW, _SHORTEST_ROW = 3, 40, 60, 4
_FEWEST, _ROWS = 5, 3
#: What a head, a text that is none, and a joint count; what speaks for joining two heads that belong together, and
#: two halves where narrow columns break the heads.
_KNOWN, _UNKNOWN, _JOINT, _BELONGS, _HALVED = 1.0, -1.0, 0.1, 1.8, 1.8
#: What each column more or less costs than the first rows have cells; a column or two may stay empty, a third of them at most.
_MISCOUNT, _EMPTY = 0.6, 2
_MOSTLY = 0.7
#: A narrow column breaks a head of four characters into so many halves.
_PAIR = 2
#: A head of so many characters needs no rest; what begins one.
_WHOLE_HEAD, _REST_BEGINS = 4, "及和与、/（"
#: Where all of the first rows have as many cells, each column more costs, and pieces are joined that may well be a head
#: (目标 | 任务, 三季度 | 完成情况).
_REGULAR, _MAY_BELONG = 1.0, 0.9
#: What ends a head that is none elsewhere, where titles end so too.
_PLANNED = lazy_pattern(r".{2,6}(?:安排|计划|打算)")


class _Reading(NamedTuple):
    score: float
    cells: tuple[Candidate, ...]


class _Rows(NamedTuple):
    """How many cells the first rows have, whether all as many, and whether narrow columns break the heads above them."""

    size: int
    regular: bool
    halved: bool


def heads_in_pieces(text: str, splits: Sequence[Split], at: int) -> list[Candidate]:
    """The heads from line ``at`` to the row numbered 1; none where their lines are no more than the row has cells."""
    pieces = list(itertools.islice(_pieces(text, splits, at), _MOST_LINES))
    least = max(_SHORTEST_ROW, len(pieces) // _MOST_PIECES)
    sizes = _row_sizes(text, splits, pieces[-1].line + 1, least) if len(pieces) >= _FEWEST else []
    size = min(sizes, default=0)
    if not size or len(pieces) <= size + 1:
        return []
    rows = _Rows(size, len(sizes) > 1 and max(sizes) == size, _halves(pieces) >= FEWEST_HALVES)
    best = max(_readings(pieces, rows), key=lambda reading: reading.score, default=None)
    most = min(MAX_COLUMNS, size + size // _EMPTY)
    if best is None or len(best.cells) == len(pieces) or len(best.cells) > most:
        return []
    known = sum(1 for cell in best.cells if cell.head is not None)
    return list(best.cells) if known >= _MOSTLY * len(best.cells) else []


def _pieces(text: str, splits: Sequence[Split], at: int) -> Iterator[Candidate]:
    """The lines of one short cell each from ``at`` on, up to what is surely no head."""
    for index in range(at, len(splits)):
        split = splits[index]
        if not split.filled:
            continue
        cell, *others = split.filled
        value = squeezed_text(text, cell)
        if others or split.pipes or len(value) > MAX_HEAD or value[-1] in SENTENCE_END:
            return
        if bare_number(value) is not None or opens_section(value):
            return
        yield Candidate(cell, value, index, None)


def _row_sizes(text: str, splits: Sequence[Split], start: int, least: int) -> list[int]:
    """How many cells each of the first rows has, ``least`` or more, from the number 1 on line ``start`` on; none where it is below."""
    filled = (split.filled[0] for split in splits[start : start + _ROWS * _LONGEST_ROW] if split.filled)
    numbers = (
        bare_number(squeezed_text(text, cell)) if cell[0][1] - cell[0][0] <= MAX_HEAD else None for cell in filled
    )
    begins = list(itertools.islice(counted(numbers, least=least), _ROWS + 1))
    return [b - a for a, b in itertools.pairwise(begins)] if begins[:1] == [0] else []


def _halves(pieces: Sequence[Candidate]) -> int:
    """How many pieces are the first half of a head for sure: none by themselves, or words that lead one (重点 | 任务)."""
    pairs = [(a.text, b.text) for a, b in itertools.pairwise(pieces) if len(a.text) == len(b.text) == HALF]
    return sum(
        read_head(a + b) is not None and (read_head(a) is None or belong(a, b) or a in LEADING) for a, b in pairs
    )


def _readings(pieces: Sequence[Candidate], rows: _Rows) -> list[_Reading]:
    """The best ways to put ``pieces`` together, one for each number of heads."""
    best: list[dict[int, _Reading]] = [{0: _Reading(0.0, ())}]
    for end in range(1, len(pieces) + 1):
        ways: dict[int, _Reading] = {}
        for start in range(max(0, end - _MOST_PIECES), end):
            cell, gain = _joined(pieces[start:end], rows)
            for count, reading in best[start].items():
                way = _Reading(reading.score + gain, (*reading.cells, cell))
                if count + 1 not in ways or way.score > ways[count + 1].score:
                    ways[count + 1] = way
        best.append(ways)
    size = rows.size - (_kind(pieces[0].text) != "number")
    return [way._replace(score=way.score - _miscount(count - size, rows)) for count, way in best[-1].items()]


def _miscount(more: int, rows: _Rows) -> float:
    """What it costs that there are so many columns more than the rows have cells, or less: cells may be in pieces as well."""
    if more > 0:
        return _REGULAR * more if rows.regular else _MISCOUNT * max(0, more - _EMPTY)
    return -_MISCOUNT * more


def _joined(pieces: Sequence[Candidate], rows: _Rows) -> tuple[Candidate, float]:
    """The pieces as one head, and what speaks for it."""
    name = "".join(piece.text for piece in pieces)
    head = read_head(name) if len(name) <= MAX_HEAD + 2 else None
    cell = Candidate(tuple(r for piece in pieces for r in piece.cell), name, pieces[-1].line, head)
    known = head is not None or is_period(name) or _PLANNED.fullmatch(name) is not None
    gain = _KNOWN if known and not _hold_cell(pieces) else _UNKNOWN * len(pieces)
    if len(pieces) > 1 and head is not None:
        half = rows.halved and all(len(piece.text) == HALF for piece in pieces) and _kind(pieces[0].text) != "number"
        led = half and len(pieces) == _PAIR and pieces[0].text in LEADING  # 重点 | 任务
        heads = rows.regular and _may_belong(pieces)  # 目标 | 任务 may be two
        gain += _HALVED * (half and not heads) + _BELONGS * (led or belong(pieces[-2].text, pieces[-1].text))
        gain += _MAY_BELONG * heads
    return cell, gain - _JOINT * (len(pieces) - 1)


def _hold_cell(pieces: Sequence[Candidate]) -> bool:
    """Whether one of the pieces is a whole head over what is none and no rest of one: the first cell of a row (完成时限 | 扩大投资)."""
    pairs = [(a.text, b.text) for a, b in itertools.pairwise(pieces) if min(len(a.text), len(b.text)) >= _WHOLE_HEAD]
    return any(b[0] not in _REST_BEGINS and read_head(b) is None and read_head(a) is not None for a, b in pairs)


def _may_belong(pieces: Sequence[Candidate]) -> bool:
    """Whether two heads may well be halves of one."""
    first, last = pieces[0].text, pieces[-1].text
    reported = is_period(first) and _kind(last) == "other"
    goal = len(last) == HALF and (first + last).endswith(TASK_GOALS)
    return len(pieces) == _PAIR and (reported or goal)


def _kind(text: str) -> str:
    head = read_head(text)
    return head.kind if head is not None else ""
