"""Rows without heads, a cell a line, each of which says who answers for it and ends with a time.

1、公厕免费开放。
县城管局、
各街道
更换破损设施。
6月底前
2、…

Such a page begins in the middle of a table: its heads were not copied. A group's name may run down its column, a character
a line. What stands behind the units is none of the task; a row that the page begins inside of has no more than that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from ....normalize.characters import is_han
from ....normalize.lazy import lazy_pattern
from ...fields.heads import guessed_head
from ...text.labels import Label, bare_number
from ...units.labels import composed_label
from ..body.lines import Split
from ..heads.head_row import STREAM, HeadRow
from .cells import Cell, join_cells, make_cell
from .record_tables import FoundTable
from .shape import Row

#: Lines by what they hold: a text, units, a time, a character.
_TEXT, _UNITS, _TIME, _SIGN = "tuds"
_ROW = r"s{0,9}(?:t{1,4}u{1,6}t{0,4}|u{1,6}t{1,4}|t{1,4})d"
_RUN, _ONE = lazy_pattern(rf"(?:{_ROW}){{4,}}"), lazy_pattern(_ROW)
_BY_WHEN = lazy_pattern(r"[前底末内起旬]|每|季度|全年|长期|持续|至|—")
_LABELLED = lazy_pattern(lambda: rf"\W{{0,2}}(?:{composed_label()})[：:]")
_LIKE_UNITS, _LIKE_TIME, _LONGEST_TIME = 0.7, 0.85, 20
#: So many rows are whole, this share of all; nearly all of them are told as tasks are.
_FEWEST, _WHOLE, _NEARLY_ALL = 4, 0.5, 0.8
_HEADS = tuple(guessed_head(kind) for kind in ("content", "unit", "other", "deadline"))


def find_answered_rows(text: str, splits: Sequence[Split]) -> Iterator[FoundTable]:
    """Tables of such rows."""
    lines = [split for split in splits if split.filled]
    if sum(map(_may_be_time, lines)) < _FEWEST:
        return
    cells = [make_cell(text, split.filled[0], split.line.index) for split in lines]
    kinds = "".join(map(_kind, lines, cells))
    for run in _RUN.finditer(kinds):
        rows = [cells[slice(*match.span())] for match in _ONE.finditer(kinds, *run.span())]
        parts = list(dropwhile(_stands_above, map(_Parts, rows)))
        if parts:
            parts[0].begin_with(parts[1:])
            parts = parts if parts[0].task or parts[0].behind else parts[1:]
        while parts and not parts[-1].timed:
            parts.pop()  # who signs, and the day
        if _set_tasks(parts):
            found = [row for part in parts for row in part.rows(text)]
            first = parts[0].first
            head = HeadRow(first, first - 1, STREAM, (), _HEADS)
            yield FoundTable(head, parts[-1].time.line, found)


def _may_be_time(split: Split) -> bool:
    """Whether a line is short and says by when: few pages hold several, and only their lines are measured."""
    return len(split.line.text) <= _LONGEST_TIME and _BY_WHEN.search(split.line.text) is not None


def _kind(split: Split, cell: Cell) -> str:
    if split.pipes or len(split.filled) > 1 or _LABELLED.match(cell.text):
        return "-"  # 责任单位：… is a line of a list
    if len(cell.text) == 1:
        return _SIGN if is_han(cell.text) else "-"
    if cell.deadline >= _LIKE_TIME and len(cell.text) <= _LONGEST_TIME and not cell.closed:
        return _TIME
    return _UNITS if cell.label is None and cell.unit >= _LIKE_UNITS else _TEXT


class _Parts:
    """The lines of one row: the group's name, the task, units, what stands behind them, the time."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        *others, self.time = cells
        self.group = list(takewhile(lambda cell: len(cell.text) == 1, others))
        others = others[len(self.group) :]
        self.task = list(takewhile(lambda cell: not _names(cell), others))
        others = others[len(self.task) :]
        self.units = list(takewhile(_names, others))
        self.behind = others[len(self.units) :]

    @property
    def whole(self) -> bool:
        return bool(self.task and self.units)

    @property
    def timed(self) -> bool:
        """Whether the time says by when, and is none of a day alone."""
        return _BY_WHEN.search(self.time.text) is not None

    @property
    def style(self) -> str | None:
        """The style of the task's number."""
        return self.task[0].label.style if self.task and self.task[0].label is not None else None

    @property
    def first(self) -> int:
        """The first line."""
        return [*self.group, *self.task, *self.units, *self.behind, self.time][0].line

    def begin_with(self, others: Sequence[_Parts]) -> None:
        """Leave out what stands above the table: the first row's task has a number like those of the ``others``, if most have one."""
        if self.group or not self.units:
            return
        styles = Counter(part.style for part in others if part.whole)
        usual = max(styles, key=lambda style: styles[style], default=None)
        own = next((at for at, cell in enumerate(self.task) if cell.label and cell.label.style == usual), None)
        self.task = self.task[own:] if usual is not None and own is not None else [] if usual else self.task[-1:]

    def rows(self, text: str) -> Iterator[Row]:
        """The row, behind the group that it opens. A row without a task of its own says what is to be done behind its units."""
        if self.group:
            yield Row(heading=_group(text, self.group))
        task, behind = (self.task, self.behind) if self.task else (self.behind, [])
        row = Row({0: [join_cells(text, task)], 1: [join_cells(text, self.units)] if self.units else []})
        if behind:
            row.cells[2] = [join_cells(text, behind)]
        row.cells[3] = [self.time]
        yield row


def _names(cell: Cell) -> bool:
    return cell.label is None and cell.unit >= _LIKE_UNITS


def _stands_above(row: _Parts) -> bool:
    """Whether a row is a text that is no sentence, and a time, or ends with a day: the page's title, or a signature."""
    return not row.timed or not (row.units or row.task[-1].closed)


def _set_tasks(rows: Sequence[_Parts]) -> bool:
    """Whether rows set tasks: most are whole, are sentences or have numbers, and say by when, or all do but for that."""
    whole = [row for row in rows if row.whole]
    told = sum(row.style is not None or row.task[-1].closed for row in whole)
    timed = sum(row.timed for row in rows)
    enough = len(whole) >= max(_FEWEST, _WHOLE * len(rows))
    even = len(whole) == len(rows) == timed
    return enough and (even or (told >= _NEARLY_ALL * len(whole) and timed >= _NEARLY_ALL * len(rows)))


def _group(text: str, cells: Sequence[Cell]) -> Cell:
    """The name of a group whose characters stand a line each, behind its number."""
    name = join_cells(text, cells)
    value = bare_number(cells[0].text)
    if value is not None and len(cells) > 1:
        name.label = Label("han", value, cells[0].text, 1)
    name.heads = True
    return name
