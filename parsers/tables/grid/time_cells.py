"""Times that stand in two columns: the month, merged over its rows, and the days beside it (六月 | 16日前, below it 中旬).

Month and days are one cell under one head; rows that lack the month hold days alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ....normalize.lazy import lazy_pattern
from ...fields.heads import Head
from ...fields.outer_times import OuterTime, is_outer_head, outer_time
from .cells import Cell, joined_runs, one_cell

_Row = Sequence[Cell | None]
#: So many months with days beside them tell that they stand in two columns.
_FEWEST = 2
#: Heads left of that of the time whose columns may hold the month itself.
_MAY_HOLD_MONTHS = frozenset({"group", "other", "goal", "deadline"})
#: A cell this much like a time is one; its day of the week and the hours of a day below it are no cells of their own.
_TIME = 0.6
_CLOCK = r"\d{1,2}(?:[:：]\d{2}|[时点](?:半|\d{1,2}分)?)"
_HOURS = lazy_pattern(
    r"（?(?:周|星期)[一二三四五六日天]）?|"
    rf"(?:(?:上午|下午|中午|晚上?|早上?|每晚|每天)?{_CLOCK}(?:[—–~～至-]{{1,2}}{_CLOCK})?[，、；]?){{1,3}}[前起]?"
)
#: Heads behind that of the time whose own cells are such hours, or counts (12点).
_OF_HOURS = lazy_pattern(
    r"(?:办公|开放|工作|营业|服务|值班|作息|起止|具体)时间|星期|时[段刻长]|钟点|班次|数量?$|[项个次人户点]数"
)
_ANY_MONTH = OuterTime(month=1)


def times_in_rows(text: str, heads: Sequence[Head], rows: Sequence[_Row]) -> tuple[Sequence[Head], Sequence[_Row]]:
    """Heads and rows, the month and the days beside it joined to one cell."""
    places = Counter(at for row in rows if (at := _pair(row)) is not None)
    if sum(places.values()) < _FEWEST:
        return heads, rows
    at = max(places, key=lambda place: (places[place], -place))
    full = max(len(row) for row in rows if _pair(row) == at)
    kept = _one_head(heads, full)
    if kept is None:
        return heads, rows
    made = [_row(text, row, at) if len(row) == full else row for row in rows]
    _mark_days([cell for row in made for cell in row if cell is not None])
    return kept, made


def times_in_stream(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> tuple[Sequence[Head], Sequence[Cell]]:
    """Heads and cells, a cell a line, the month and the days below it joined to one cell, and the hours with their day."""
    cells = _with_hours(text, heads, cells)
    within = [False, *(_holds(a, b) for a, b in pairwise(cells))]
    kept = _one_head(heads, len(heads) + 1) if sum(within) >= _FEWEST else None
    if kept is None:
        return heads, cells
    made = joined_runs(text, cells, within)
    _forget_months(made, _mark_days(made))
    return kept, made


def _with_hours(text: str, heads: Sequence[Head], cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells, day of the week and hours (周一, 上午9:00—11:30) joined to the time above them, where one column asks for times."""
    goes_on = [False] * len(cells)
    times = [at for at, head in enumerate(heads) if head.kind == "deadline"]
    behind = [heads[at + 1] for at in times if at + 1 < len(heads)]
    own = any(head.kind == "deadline" or _OF_HOURS.search(head.text) is not None for head in behind)
    if times and not own:
        for at, (above, cell) in enumerate(pairwise(cells), 1):
            goes_on[at] = (goes_on[at - 1] or above.deadline >= _TIME) and _HOURS.fullmatch(cell.text) is not None
    return joined_runs(text, cells, goes_on) if any(goes_on) else cells


def _holds(first: Cell | None, second: Cell | None) -> bool:
    """Whether ``first`` is a time alone, and ``second`` one within it."""
    if first is None or second is None or first.label is not None:
        return False
    outer = outer_time(first.text)
    return outer is not None and outer.holds(second.text)


def _pair(row: _Row) -> int | None:
    return next((at for at in range(len(row) - 1) if _holds(row[at], row[at + 1])), None)


def _one_head(heads: Sequence[Head], columns: int) -> list[Head] | None:
    """The heads with one over both columns of times, where the table's heads tell that it has such; None where not."""
    times = [i for i, head in enumerate(heads) if head.kind == "deadline"]
    if len(times) == 2 and times[0] + 1 == times[1] and is_outer_head(heads[times[0]].text):
        return [head for i, head in enumerate(heads) if i != times[0]]
    if len(times) != 1:
        return None
    at = times[0]
    if len(heads) < columns:
        return None if at and heads[at - 1].kind in _MAY_HOLD_MONTHS else list(heads)
    blank = next((i for i in (at + 1, at - 1) if 0 <= i < len(heads) and not heads[i].text), None)
    return None if blank is None else [head for i, head in enumerate(heads) if i != blank]


def _row(text: str, row: _Row, at: int) -> list[Cell | None]:
    """A row of both columns as one that has a single cell for the time; rows that lack the month may have moved left."""
    first, second = row[at : at + 2]
    if first is None or _holds(first, second):
        filled = [cell for cell in (first, second) if cell is not None]
        return [*row[:at], one_cell(text, filled) if filled else None, *row[at + 2 :]]
    if second is None:
        return [*row[: at + 1], *row[at + 2 :]]
    return list(row[:-1]) if row[-1] is None else list(row)


def _mark_days(cells: Sequence[Cell]) -> list[Cell]:
    """Mark the cells of days alone as times, and return them."""
    days = [cell for cell in cells if _ANY_MONTH.holds(cell.text)]
    for cell in days:
        cell.deadline = 1.0
    return days


def _forget_months(cells: Sequence[Cell], days: Sequence[Cell]) -> None:
    """Count the missing month of a row of ``days`` no longer among the empty cells that the page marks."""
    places = {cell: at for at, cell in enumerate(cells)}
    for cell in days:
        at = places[cell]
        before = cells[at - 1] if at else None
        marked = before if before is not None and before.gap else next((c for c in cells[at:] if c.gap), None)
        if marked is not None and marked.gap:
            marked.gap -= 1
