"""What the table at hand has taught about its columns: empty cells, names of units, labels of items.

A table is read once with what holds for most (:func:`first_sense`) and again with what that reading taught
(:func:`learnt_sense`).
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.slotted import dataclass, field
from ...fields.heads import TEXT_KINDS
from ...fields.yearly_heads import is_yearly
from ...text.labels import OUTER_STYLES
from .cells import Cell
from .gap_costs import BARE_ROW
from .looks import Looks, learnt_looks
from .shape import Column, Row

#: Words of names that stand for many units; they seldom lead.
_COLLECTIVE = lazy_pattern("各|[有相]关(?:单位|部门)|成员单位")
#: Somebody leads where nearly every row names who: the other cell is the empty one.
_LED, _SURELY_LED = 0.25, 0.8
#: Places and companies carry out what others lead.
_EXECUTORS = lazy_pattern(r"(?:经开区|高新区|开发区|新区|园区|度假区|街道|[乡镇]|公司|集团|分局)$")
#: A list that an office opens before such a one: 市经信局、各县区.
_BEFORE_COLLECTIVE = lazy_pattern(r"[^、，；各]{2,}[局委厅院行社联][、，；].*各")
#: Columns that stay empty more often than not.
_REMARKS = ("备注", "说明", "备 注")
#: What an empty cell costs before the table has taught anything, by kind; in the task's own column, in a text left of it,
#: which may be merged, in any other text, and under 备注.
_EMPTY = {"number": 1.2, "unit": 0.9, "person": 0.7, "deadline": 0.8, "other": 0.8}
_MAIN_TEXT, _LEFT_TEXT, _OTHER_TEXT, _NO_REMARK = 2.5, 0.4, 0.7, 0.2
#: What it costs afterwards: by how seldom the column is empty, between these; more where the tasks stand.
_ALWAYS, _LEAST_SKIP, _MOST_MAIN = 1.04, 0.1, 3.5
#: How often names that stand for many units lead, and how often they help, before anything is known.
_LEADING, _HELPING = 0.1, 0.5
#: How much a collective, any other list, and a name met before tell its column; odds beyond the last count no more.
_COLLECTIVES_TELL, _OTHERS_TELL, _NAMES_TELL, _MOST_ODDS = 0.4, 0.32, 0.15, 1.5
#: Merged cells vanish together: a bare row must not cost more than a row that is wrongly begun.
_MOST_SKIP = 1.6
#: A new outer group prints an inner one too, so that a lone group cell is the inner one.
_OUTER_GROUP = 0.3
#: From so many rows on, a column whose cells hold one name each is known to hold single names.
_FEWEST_SINGLE = 3
#: A column with this share of collectives holds little else.
_MOSTLY = 0.7
#: A cell less like units than this is none.
_UNLIKE = 0.2
_LISTED = lazy_pattern(r"[、，；]")
#: A name left of the text is seldom missing: it is no group.
_NAME = 1.0
#: A text beside a group and a main text is seldom missing.
_INNER_TEXT = 1.0


@dataclass(slots=True, eq=False, repr=False)
class Sense:
    """What is known of a table: the cost of an empty cell by column, and which units stand in which column.

    ``collective`` is the share of cells with collective names by unit column; ``seen`` counts names by column;
    ``single`` are the unit columns whose cells hold one name each, in each the same, or one that leads;
    ``item_style`` is the label style of its items (None: they carry none); ``looks`` tells its text columns apart;
    ``bare`` is the most that the cells missing at a row's end cost, but for that of the tasks, ``main``; ``names`` are columns that hold no items or sentences.
    """

    skip: list[float]
    collective: dict[int, float] = field(default_factory=dict[int, float])
    seen: dict[int, Counter[str]] = field(default_factory=dict[int, Counter[str]])
    single: frozenset[int] = frozenset()
    item_style: str | None = None
    looks: Looks | None = None
    mixed: frozenset[int] = frozenset()
    bare: float = BARE_ROW
    main: int = -1
    names: frozenset[int] = frozenset()
    #: What speaks for each unit column, by the texts of cells asked for so far: names repeat from row to row.
    preferred: dict[str, dict[int, float]] = field(default_factory=dict[str, dict[int, float]], init=False)
    _by_collective: dict[bool, dict[int, float]] = field(default_factory=dict[bool, dict[int, float]], init=False)

    def by_collective(self, collective: bool) -> dict[int, float]:
        """What speaks for each unit column where a cell holds, or does not hold, the name of many units."""
        found = self._by_collective.get(collective)
        if found is None:
            found = self._by_collective[collective] = _shares_against(self.collective, collective)
        return found


def first_sense(columns: Sequence[Column], cells: Sequence[Cell]) -> Sense:
    """What holds for most tables, before anything is known of this one."""
    numbers = {c.index for c in columns if c.head.kind == "number"}
    text = [c.index for c in columns if c.head.kind in TEXT_KINDS and not is_yearly(c.head)]
    block = [i for i in text if all(j in text or j in numbers for j in range(text[0], i))]
    timed = [i for i in block if columns[i].head.tells_times]
    main = _numbered_under_groups(columns, block) or next(reversed(timed or block), -1)
    main = _shared_out(columns, main)
    left = [i for i in block if not timed or i < main]
    skip = [
        _MAIN_TEXT if c.index == main else _EMPTY.get(c.head.kind, _LEFT_TEXT if c.index in left else _OTHER_TEXT)
        for c in columns
    ]
    if any(c.head.kind == "group" for c in columns):
        # The groups are named, so that what stands between them and the main text is no group.
        for column in columns:
            inner = column.head.kind in ("content", "name") and column.index in block[:-1]
            if column.index != main and (inner or (column.index > main > -1 and column.index in block)):
                skip[column.index] = _INNER_TEXT
    for column, right in itertools.pairwise(columns):
        if column.head.kind == right.head.kind == "group" and column.index in block:
            skip[column.index] = _OUTER_GROUP
    for column in columns:
        if column.head.kind == "name" and column.index in block and column.index < main:
            skip[column.index] = max(skip[column.index], _NAME)
        if column.head.text.startswith(_REMARKS):
            skip[column.index] = _NO_REMARK
    units = [c for c in columns if c.head.kind == "unit"]
    collective = {c.index: _LEADING if c.head.role == "lead" else _HELPING for c in units}
    return Sense(skip, collective, {}, item_style=_item_style(cells, len(columns)))


def _shared_out(columns: Sequence[Column], main: int) -> int:
    """The text that units part from the name of a task, which is ``main``: each has its own (任务名称 | 联查部门 | 抽查事项)."""
    behind = [column.head.kind for column in columns[main + 1 : main + 4]] if main >= 0 else []
    units = next((i for i, kind in enumerate(behind) if kind != "unit"), 0)
    named = units > 0 and columns[main].head.kind == "name"
    return main + 1 + units if named and behind[units] == "content" else main


def _numbered_under_groups(columns: Sequence[Column], block: Sequence[int]) -> int | None:
    """The text right behind a column of numbers that others stand left of: each number counts one (类别 | 序号 | 名称 | 举措).

    What is merged stands left of the numbers.
    """
    for number, text in itertools.pairwise(columns[1:]):
        if number.head.kind == "number" and text.head.kind in ("content", "name"):
            return text.index if text.index in block else None
    return None


def _item_style(cells: Sequence[Cell], columns: int) -> str | None:
    """The style of the labels that number the items: bare numbers, else the commonest style."""
    if sum(1 for cell in cells if cell.number is not None) * 10 > len(cells):
        return "arabic"
    styles = Counter(cell.label.style for cell in cells if cell.label is not None)
    style = max(styles, key=lambda style: styles[style], default="")
    # 一、 on less than half of the rows are groups over items without labels; alone on every row, over rows left empty.
    few = styles[style] * columns * 2 < len(cells) or all((cell.gap or 0) >= max(2, columns - 1) for cell in cells)
    return None if not style or (style in OUTER_STYLES and few) else style


def looks_of(rows: Iterable[Row], columns: Sequence[Column]) -> Looks | None:
    """What the text columns look like in ``rows``, which have to be sure."""
    return learnt_looks([column.head.kind for column in columns], (row.cells for row in rows if row.heading is None))


def learnt_sense(rows: Sequence[Row], columns: Sequence[Column], before: Sense, fewest: int = 4) -> Sense | None:
    """What a first reading of the table teaches; None when it has fewer rows than ``fewest``."""
    body = [row for row in rows if row.heading is None]
    if len(body) < fewest:
        return None
    main = max(range(len(columns)), key=lambda i: before.skip[i])
    skip: list[float] = []
    for column in columns:
        present = sum(1 for row in body if column.index in row.cells) / len(body)
        most = _MOST_MAIN if column.index == main else _MOST_SKIP
        cost = min(most, max(_LEAST_SKIP, -math.log(_ALWAYS - present)))
        skip.append(cost + (_LED if column.head.role == "lead" and present > _SURELY_LED else 0.0))
    units = [c.index for c in columns if c.head.kind == "unit"]
    if len(units) < 2:
        return Sense(skip, item_style=before.item_style)
    full = [row for row in body if all(len(row.cells.get(i, ())) == 1 for i in units)]
    seen = {i: Counter(name for row in full for name in _names(row.cells[i])) for i in units}
    collective = {i: _collective_share(full, i, before.collective[i]) for i in units}
    mixed = frozenset(i for i in units if any(_BEFORE_COLLECTIVE.match(row.cells[i][0].text) for row in full))
    return Sense(skip, collective, seen, _single(full, columns), before.item_style, mixed=mixed)


def _single(rows: Sequence[Row], columns: Sequence[Column]) -> frozenset[int]:
    """The leading columns that hold one name a row, and those that hold the same name in every row."""
    if len(rows) < _FEWEST_SINGLE:
        return frozenset()
    lead = _leading(columns)
    names = {c.index: {row.cells[c.index][0].text for row in rows} for c in columns if c.head.kind == "unit"}
    alike = (i for i, texts in names.items() if len(texts) == 1 and not is_collective(rows[0].cells[i][0]))
    return frozenset(i for i in {*lead, *alike} if not any(map(_LISTED.search, names[i])))


def holds_collectives(sense: Sense) -> bool:
    """True where a column beside the leading ones holds little but collectives, which leave no room for a further name."""
    others = (i for i in sense.collective if i not in sense.single and i not in sense.mixed)
    return any(sense.collective[i] >= _MOSTLY for i in others)


def _leading(columns: Sequence[Column]) -> list[int]:
    """The columns of those who lead: where none is headed so, of those who answer for it beside those who support."""
    roles = {c.index: c.head.role for c in columns if c.head.kind == "unit"}
    lead = [i for i, role in roles.items() if role == "lead"]
    supports = [i for i, role in roles.items() if role == "support"]
    return lead or [i for i, role in roles.items() if role == "responsible" and i + 1 in supports]


def _collective_share(rows: Sequence[Row], column: int, prior: float) -> float:
    cells = [row.cells[column][0] for row in rows]
    return (sum(1 for cell in cells if is_collective(cell)) + 2 * prior) / (len(cells) + 2)


def is_collective(cell: Cell) -> bool:
    """True when the cell names many units at once (各街道, 有关部门)."""
    return _COLLECTIVE.search(cell.text) is not None


def _leanings(names: set[str], sense: Sense) -> dict[int, float]:
    """How much each column holds these names rather than the others do."""
    held = {i: sum([min(3, counts[name]) for name in names if name in counts]) for i, counts in sense.seen.items()}
    total = sum(held.values())
    return {i: _NAMES_TELL * (here - (total - here)) / total for i, here in held.items()} if total else {}


def _shares_against(shares: dict[int, float], collective: bool) -> dict[int, float]:
    """How much more often each column holds such names than the others do."""
    weight = _COLLECTIVES_TELL if collective else _OTHERS_TELL
    found: dict[int, float] = {}
    for index, here in shares.items():
        others = [share for other, share in shares.items() if other != index]
        there = sum(others) / len(others)
        odds = here / there if collective else (1 - here) / (1 - there)
        found[index] = weight * max(-_MOST_ODDS, min(_MOST_ODDS, math.log(odds)))
    return found


def _names(cells: Iterable[Cell]) -> set[str]:
    names: set[str] = set()
    for cell in cells:
        names.update(cell.text.replace("，", "、").replace("；", "、").split("、"))
    return names


def unit_preferences(cell: Cell, sense: Sense) -> dict[int, float]:
    """Which of several unit columns a list of units belongs to: collectives seldom lead, names keep their column."""
    if len(sense.collective) < 2 or cell.unit < _UNLIKE:
        return {}
    if (found := sense.preferred.get(cell.text)) is None:
        found = sense.preferred[cell.text] = _preferences(cell, sense)
    return found


def _preferences(cell: Cell, sense: Sense) -> dict[int, float]:
    found = (
        dict.fromkeys(sense.collective, 0.0)
        if _EXECUTORS.search(cell.text)
        else dict(sense.by_collective(is_collective(cell)))
    )
    leanings = _leanings(_names([cell]), sense)
    return {index: told + leanings.get(index, 0.0) for index, told in found.items()}
