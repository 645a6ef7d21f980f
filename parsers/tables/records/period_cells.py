"""Columns whose head names a time (一季度, 上半年, 3月): what stands in them is to be done by the end of that time."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ....normalize.lazy import lazy_pattern
from ....normalize.slotted import replace
from ...deadlines import Clock, DeadlineDraft, has_deadline
from ...drafts import Marked
from ...fields.periods import is_period, opening_period
from ...reader import Reader
from ...text.piece import Piece, Range, squeezed
from ..grid.shape import Column, Row

#: Marks that only say that something is due then.
_TICKS = frozenset({"√", "✓", "✔", "●", "★", "▲", "■", "☑", "是", "有", "V", "v"})
#: What names no milestone: that nothing is due, or an amount planned or spent.
_NO_MILESTONE = lazy_pattern(r"[×✗○Xx—/-]+|否|[≥≤＞＜<>约]?[\d.,，]+[%％]?(?:亿|万)?元?(?:左右|以[上下内])?")
#: A goal that is nothing but a figure: 30场, 1.2万人次, ≥85%, 全覆盖.
_FIGURE = lazy_pattern(
    r"[≥≤＞＜<>约达不少低于]{0,4}\d[\d.,，]*[万亿]?(?:[%％]|[^\d，。；]{0,3})(?:左右|以[上下])?|全?覆盖"
)
#: What stands between two cells side by side.
_APART = lazy_pattern(r"[\s|｜,，/。;；\"]*")
_SENTENCE = lazy_pattern("[^。；]+")
_DAY = lazy_pattern(r"[日号]|\d[./-]\d{1,2}[./-]\d")


def with_stage(deadlines: Sequence[Marked[DeadlineDraft]], stage: str | None) -> list[Marked[DeadlineDraft]]:
    """The deadlines, those without a milestone of their own with the ``stage`` that their column's head names."""
    if stage is None:
        return list(deadlines)
    return [d if d.value.milestone else replace(d, value=d.value._replace(milestone=stage)) for d in deadlines]


def goal_periods(columns: Sequence[Column], rows: Sequence[Row]) -> frozenset[int]:
    """The columns that tell what figure is reached by a part of the year, beside one of times: 上半年 | 全年 | 完成时限."""
    times = [c.index for c in columns if c.head.kind == "deadline"]
    periods = [c.index for c in columns if is_period(c.head.text)] if times else []
    return frozenset(index for index in periods if _are_figures(index, rows))


def tells_figure(text: str) -> bool:
    """Whether a cell says how much, rather than what, is due."""
    return ("月" not in text and any(map(str.isdigit, text))) or _FIGURE.fullmatch(text) is not None


def _are_figures(index: int, rows: Sequence[Row]) -> bool:
    cells = [row.cells[index][0].text for row in rows if index in row.cells]
    return 2 * sum(_FIGURE.fullmatch(text) is not None for text in cells) > len(cells)


def period_deadlines(reader: Reader, heads: Sequence[Range], head: str, cell: Piece) -> list[Marked[DeadlineDraft]]:
    """The deadline that a cell under a time's head sets: by the end of that time, with the cell as milestone.

    A cell that names a time of its own says more than its head.
    """
    if not is_period(head) or _NO_MILESTONE.fullmatch(cell.text) is not None:
        return []
    if has_deadline(cell.text):
        return reader.deadlines(cell, "cell")
    printed = next((piece for r in heads if (piece := squeezed(reader.text, [r])).text == head), None)
    if printed is None:
        return []
    milestone = None if cell.text in _TICKS else cell.text.rstrip("。；")
    found = reader.deadlines(printed, "cell")
    return [
        replace(m, value=m.value._replace(milestone=milestone)) for m in found if not _is_past(m.value, reader.clock)
    ]


def opening_deadlines(reader: Reader, row: Row, timed: Set[int]) -> list[Marked[DeadlineDraft]]:
    """The deadlines that lines and sentences of a row in the columns ``timed``, whose heads ask for both, open with: 3月：完成选址."""
    if not timed:
        return []
    cells = [cell for index in sorted(timed) if index in row.cells for cell in row.cells[index]]
    lines = [squeezed(reader.text, [line]) for cell in cells for line in cell.ranges]
    pieces = [line.part(*match.span()) for line in lines for match in _SENTENCE.finditer(line.text)]
    ends = [(piece, end) for piece in pieces if (end := opening_period(piece.text))]
    deadlines: list[Marked[DeadlineDraft]] = []
    for piece, end in ends:
        action = piece.text[end:].strip("：:，、") if len(ends) > 1 else ""
        deadlines += with_stage(reader.deadlines(piece.part(0, end), "cell"), action or None)
    return deadlines


def _is_past(deadline: DeadlineDraft, clock: Clock) -> bool:
    """True for a year before the plan's: the column tells what was reached."""
    year = clock.plan_year or (clock.issued.year if clock.issued is not None else None)
    return year is not None and deadline.due is not None and int(deadline.due[:4]) < year


def as_beginnings(deadlines: Sequence[Marked[DeadlineDraft]]) -> list[Marked[DeadlineDraft]]:
    """The times of a column of beginnings: from the first day of each on."""
    return [
        replace(marked, value=marked.value._replace(kind="from", start=_first_day(marked.value), due=None))
        if marked.value.kind == "by" and marked.value.due
        else marked
        for marked in deadlines
    ]


def joined_period(
    text: str, before: Sequence[Marked[DeadlineDraft]], deadlines: Sequence[Marked[DeadlineDraft]]
) -> Marked[DeadlineDraft] | None:
    """The period from a cell of beginnings to the cell of ends behind it: 抽取时间自 | 抽取时间至.

    ``before`` are the deadlines of the row so far, ``deadlines`` those of the cell of ends. None when the two cells do
    not hold one day each, in order, or when other text stands between them.
    """
    if len(deadlines) != 1 or not before:
        return None
    first, last = before[-1], deadlines[0]
    start, due = first.value.start, last.value.due
    if first.value.kind != "from" or last.value.kind != "by" or start is None or due is None or start > due:
        return None
    if first.end > last.start or _APART.fullmatch(text[first.end : last.start]) is None:
        return None
    printed = f"{first.value.text} {last.value.text}"
    period = last.value._replace(text=printed, kind="between", start=start)
    return Marked(period, first.start, last.end, inherited=first.inherited and last.inherited)


def _first_day(deadline: DeadlineDraft) -> str | None:
    due = deadline.due
    if due is None or _DAY.search(deadline.text):
        return due
    return f"{due[:8]}01" if "月" in deadline.text or "." in deadline.text else f"{due[:5]}01-01"
