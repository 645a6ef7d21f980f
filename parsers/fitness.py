"""How well a cell fits a column or a heading row, and what the table at hand has taught about its columns.

Scores are additive: above 0 speaks for the place, below 0 against it. They are weights of a search, not
probabilities; what matters is their order, which the cases in ``tests/cases`` hold.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..normalize.lazy import lazy_pattern
from .cells import Cell
from .heads import TEXT_KINDS, Head
from .looks import Looks, learnt_looks

#: What stands in a number column besides plain numbers: codes, partly masked ones too.
_CODE = lazy_pattern(r"[*A-Za-z]{0,8}[-—\d]*\d{2,12}|\d{1,2}(?:[.．-]\d{1,2}){1,2}")
#: Words of names that stand for many units; they seldom lead.
_COLLECTIVE = ("各", "有关单位", "相关单位", "有关部门", "相关部门", "成员单位")
#: Columns that stay empty more often than not.
_REMARKS = ("备注", "说明", "备 注")
#: Merged cells vanish together: a bare row must not cost more than a row that is wrongly begun.
_MOST_SKIP = 1.6
#: A new outer group prints an inner one too, so that a lone group cell is the inner one.
_OUTER_GROUP = 0.3
#: Where so many rows name one unit in a column, a second one in it is unlikely.
_FEWEST_SINGLE, _SECOND_NAME = 3, 1.8
_LISTED = lazy_pattern(r"[、，；]")
#: A text beside a group and a main text is seldom missing.
_INNER_TEXT = 1.0
#: A cell this much like units is one of them.
_UNIT = 0.6
#: Labels of headings, from the outside in, as against those of items.
_OUTER = ("part", "han", "han_bracket")


class Column(NamedTuple):
    """A column of the table; ``virtual`` when the page printed no head for it."""

    index: int  # pyright: ignore[reportIncompatibleMethodOverride] - not the method of tuples
    head: Head
    virtual: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """A row: the cells of each column (several where the page broke a cell), or one heading."""

    cells: dict[int, list[Cell]] = field(default_factory=dict[int, list[Cell]])
    heading: Cell | None = None
    #: True when the page marks its missing cells, so that they are merged, not forgotten.
    marked: bool = False

    def all_cells(self) -> Iterator[Cell]:
        """Its cells from left to right."""
        if self.heading is not None:
            yield self.heading
        for index in sorted(self.cells):
            yield from self.cells[index]


@dataclass(slots=True, eq=False, repr=False)
class Sense:
    """What is known of a table: the cost of an empty cell by column, and which units stand in which column.

    ``collective`` is the share of cells with collective names by unit column; ``seen`` counts names by column;
    ``single`` are the unit columns whose cells hold one name each;
    ``item_style`` is the label style of its items (None: they carry none); ``looks`` tells its text columns apart.
    """

    skip: list[float]
    collective: dict[int, float] = field(default_factory=dict[int, float])
    seen: dict[int, Counter[str]] = field(default_factory=dict[int, Counter[str]])
    single: frozenset[int] = frozenset()
    item_style: str | None = None
    looks: Looks | None = None


def first_sense(columns: Sequence[Column], cells: Sequence[Cell]) -> Sense:
    """What holds for most tables, before anything is known of this one."""
    text = [c.index for c in columns if c.head.kind in TEXT_KINDS]
    block = [i for n, i in enumerate(text) if i - text[0] == n]
    main = block[-1] if block else -1
    base = {"number": 1.2, "unit": 0.9, "person": 0.7, "deadline": 0.8, "other": 0.8}
    skip = [2.5 if c.index == main else base.get(c.head.kind, 0.4 if c.index in block else 0.7) for c in columns]
    if any(c.head.kind == "group" for c in columns):
        # The groups are named, so that what stands between them and the main text is no group.
        for column in columns:
            if column.head.kind in ("content", "name") and column.index in block[:-1]:
                skip[column.index] = _INNER_TEXT
    for column, right in itertools.pairwise(columns):
        if column.head.kind == right.head.kind == "group" and column.index in block:
            skip[column.index] = _OUTER_GROUP
    for column in columns:
        if column.head.text.startswith(_REMARKS):
            skip[column.index] = 0.2
    units = [c for c in columns if c.head.kind == "unit"]
    collective = {c.index: 0.1 if c.head.role == "lead" else 0.5 for c in units}
    return Sense(skip, collective, {}, item_style=_item_style(cells, len(columns)))


def _item_style(cells: Sequence[Cell], columns: int) -> str | None:
    """The style of the labels that number the items: bare numbers, else the commonest style."""
    if sum(1 for cell in cells if cell.number is not None) * 10 > len(cells):
        return "arabic"
    styles = Counter(cell.label.style for cell in cells if cell.label is not None)
    style = max(styles, key=lambda style: styles[style], default=None)
    # 一、 on less than half of the rows are groups over items without labels.
    return None if style in _OUTER and styles[style] * columns * 2 < len(cells) else style


def looks_of(rows: Iterable[Row], columns: Sequence[Column]) -> Looks | None:
    """What the text columns look like in ``rows``, which have to be sure."""
    return learnt_looks([column.head.kind for column in columns], (row.cells for row in rows if row.heading is None))


def learnt_sense(rows: Sequence[Row], columns: Sequence[Column], before: Sense) -> Sense | None:
    """What a first reading of the table teaches; None when it has too few rows."""
    body = [row for row in rows if row.heading is None]
    if len(body) < 4:
        return None
    main = max(range(len(columns)), key=lambda i: before.skip[i])
    skip: list[float] = []
    for column in columns:
        present = sum(1 for row in body if column.index in row.cells) / len(body)
        most = 3.5 if column.index == main else _MOST_SKIP
        skip.append(min(most, max(0.1, -math.log(1.04 - present))))
    units = [c.index for c in columns if c.head.kind == "unit"]
    if len(units) < 2:
        return Sense(skip, item_style=before.item_style)
    full = [row for row in body if all(len(row.cells.get(i, ())) == 1 for i in units)]
    seen = {i: Counter(name for row in full for name in _names(row.cells[i])) for i in units}
    collective = {i: _collective_share(full, i, before.collective[i]) for i in units}
    return Sense(skip, collective, seen, _single(full, columns, collective), before.item_style)


def _single(rows: Sequence[Row], columns: Sequence[Column], collective: dict[int, float]) -> frozenset[int]:
    """The leading columns that hold one name a row; none beside a column of collectives, which hold no further name."""
    lead = [i for i in collective if columns[i].head.role == "lead"]
    if len(rows) < _FEWEST_SINGLE or any(share >= 0.5 for i, share in collective.items() if i not in lead):
        return frozenset()
    return frozenset(i for i in lead if not any(_LISTED.search(row.cells[i][0].text) for row in rows))


def _collective_share(rows: Sequence[Row], column: int, prior: float) -> float:
    cells = [row.cells[column][0] for row in rows]
    return (sum(1 for cell in cells if is_collective(cell)) + 2 * prior) / (len(cells) + 2)


def is_collective(cell: Cell) -> bool:
    """True when the cell names many units at once (各街道, 有关部门)."""
    return any(word in cell.text for word in _COLLECTIVE)


def _names(cells: Iterable[Cell]) -> set[str]:
    names: set[str] = set()
    for cell in cells:
        names.update(cell.text.replace("，", "、").replace("；", "、").split("、"))
    return names


def fitness(cell: Cell, column: Column, item_style: str | None = None) -> float:
    """How well the cell's own looks fit the column."""
    kind = column.head.kind
    if kind == "number":
        return 2.5 if cell.number is not None else 1.2 if _CODE.fullmatch(cell.text) else -6.0
    if cell.number is not None:
        return 0.2 if kind in ("other", "goal") else -4.0  # a goal may be a bare figure
    if kind == "unit":
        return 2.4 * cell.unit - 0.9
    if kind == "deadline":
        return 2.4 * cell.deadline - 0.9
    if kind == "person":
        return 2.4 * cell.person - 0.9
    if kind == "other":
        return 0.1 if len(cell.text) < 30 else -0.2
    itemised = kind == "group" and cell.label is not None and cell.label.style == item_style
    return _text_fitness(cell, item_style) + (0.3 if kind == "content" else -1.0 if itemised else 0.0)


def _text_fitness(cell: Cell, item_style: str | None) -> float:
    size = len(cell.text)
    score = -0.4 if size < 4 else 0.2 if size < 8 else 0.9
    if cell.label is not None:
        score += -0.6 if _is_outer(cell, item_style) else 0.8
    return score - 2.0 * cell.unit - 1.6 * cell.deadline - 0.8 * cell.person


def _is_outer(cell: Cell, item_style: str | None) -> bool:
    """True when the cell's label is one of headings, not of the table's items."""
    return cell.label is not None and cell.label.style in _OUTER and cell.label.style != item_style


def heading_fitness(cell: Cell, columns: int, item_style: str | None = None, grouped: bool = False) -> float:
    """How well the cell fits a heading that runs over a whole table of that many columns.

    ``grouped`` tells that the table has a column of groups, so that it needs no headings.
    """
    labelled = cell.label is not None and cell.label.style in _OUTER  # （四）数字乡村 is no list of units
    unlike = cell.number is not None or (cell.unit > 0.6 and not labelled) or cell.deadline > 0.6
    if unlike or len(cell.text) > 60:
        return -6.0
    inner = cell.text[:-1]
    if "。" in inner or "；" in inner:
        return -4.0
    alone = cell.gap is not None and cell.gap >= max(2, columns - 1)
    if _is_outer(cell, item_style):
        return 3.6 if cell.gap is None or alone else 1.6
    if labelled:
        return 2.2 if alone else 1.2
    if cell.closed and cell.label is None:
        return -6.0
    if not alone or cell.label is not None:
        return -3.0
    return 0.8 if not grouped else -0.5


def unit_preference(cell: Cell, column: Column, sense: Sense) -> float:
    """Which of several unit columns a list of units belongs to: collectives seldom lead, names keep their column."""
    if len(sense.collective) < 2 or cell.unit < 0.2 or column.index not in sense.collective:
        return 0.0
    others = [share for index, share in sense.collective.items() if index != column.index]
    here, there = sense.collective[column.index], sum(others) / len(others)
    if not is_collective(cell):
        here, there = 1 - here, 1 - there
    score = (0.4 if is_collective(cell) else 0.32) * max(-1.5, min(1.5, math.log(here / there)))
    if not sense.seen:
        return score
    names = _names([cell])
    here = sum(min(3, sense.seen[column.index][name]) for name in names)
    there = sum(min(3, counts[name]) for name in names for i, counts in sense.seen.items() if i != column.index)
    return score + (0.15 * (here - there) / (here + there) if here + there else 0.0)


def continuation_cost(cell: Cell, before: Cell, column: Column, listed: bool, single: bool = False) -> float:
    """What it costs to read ``cell`` as the rest of the cell before it, in the same column.

    ``listed`` tells that both are points of one list inside a cell (see :func:`is_listed`), ``single`` that cells of
    the column hold one name each.
    """
    kind = column.head.kind
    if kind == "number" or cell.number is not None:
        return 50.0
    if cell.tight or (listed and kind in TEXT_KINDS | {"other"}):
        return 0.05
    if kind == "unit":
        more = _SECOND_NAME if single else 0.8 if column.head.role == "lead" else 0.4
        return (more if cell.unit > 0.2 else 1.5) + (1.0 if before.gap else 0.0)
    cost = 1.0 if kind in TEXT_KINDS else 0.9
    if before.closed:
        cost += 0.7
    if before.gap:
        cost += 1.5
    if cell.label is not None:
        cost += 1.2 if cell.label.style in ("han", "han_bracket", "arabic", "part") else 0.2
    return cost


def is_listed(cell: Cell, before: Cell | None, columns: Sequence[Column]) -> bool:
    """True for the next point of a list inside a cell: 一是 and 二是, or 1. and 2. where a column numbers the rows."""
    if before is None or before.gap or cell.label is None or before.label is None:
        return False
    style = cell.label.style
    if style != before.label.style or not (
        style == "point" or (style == "arabic" and columns[0].head.kind == "number")
    ):
        return False
    return before.label.value is not None and cell.label.value == before.label.value + 1


def counting_costs(cells: Sequence[Cell], columns: Sequence[Column]) -> list[float]:
    """For each cell, what it costs to put it into a row that has begun: much when its label counts on.

    Behind what may be a group cell the label tells nothing: the group and its first item share a row. Nor does it
    behind a unit where the column of units is left of the text.
    """
    kinds = list(itertools.takewhile(lambda kind: kind not in TEXT_KINDS, (column.head.kind for column in columns)))
    units_first = "unit" in kinds
    costs: list[float] = []
    last: int | None = None
    before: Cell | None = None
    for cell in cells:
        label = cell.label
        value = label.value if label is not None and label.style == "arabic" else None
        counts = value is not None and last is not None and value == last + 1
        opens = before is not None and (_may_be_group(before) or (units_first and before.unit > _UNIT))
        costs.append((0.5 if opens else 4.0) if counts else 0.0)
        last = value if value is not None else last
        before = cell
    return costs


def _may_be_group(cell: Cell) -> bool:
    labelled = cell.label is not None and cell.label.style not in _OUTER
    return not labelled and cell.number is None and max(cell.unit, cell.deadline) < 0.5 and not cell.closed
