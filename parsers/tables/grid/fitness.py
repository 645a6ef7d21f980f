"""How well a cell fits a column, a heading row, or the row that has begun.

Scores are additive: above 0 speaks for the place, below 0 against it. They are weights of a search, not
probabilities; what matters is their order, which the cases in ``tests/cases`` hold.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ....normalize.lazy import lazy_pattern
from ...fields.heads import TEXT_KINDS, Head
from ...fields.periods import is_period
from ...fields.values import in_area, is_remark, is_telephone, value_fitness, way_fitness
from .cells import DITTO, Cell

#: What stands in a number column besides plain numbers: codes, partly masked ones too.
_CODE = lazy_pattern(r"[*A-Za-z]{0,8}[-—\d]*\d{2,12}|\d{1,2}(?:[.．-]\d{1,2}){1,2}")
#: A cell this much like units is one of them.
_UNIT = 0.6
#: Columns of facts that a cell may say by pointing at the one above it.
_FACTS, _POINTS_ABOVE = frozenset({"unit", "deadline", "person"}), 0.5
#: Those whom something is done to are hardly those who do it.
_NO_DOER = -1.5
#: A sentence that names nobody is hardly a list of those who do it.
_NO_NAME = -2.0
#: Where the rows name one unit each in a column, a second one in it is unlikely.
_SECOND_NAME = 1.8
#: A cell prints its names in one way: each on a line, or in lines of several; 等 ends a list.
_OTHER_STYLE, _BEHIND_END = 0.3, 0.5
_LAST_WORDS = ("等", "等单位", "等部门", "等有关部门", "等相关部门", "等有关单位", "等相关单位")

#: A telephone number is no text.
_NO_TEXT = -2.0
#: A whole sentence that names no time, behind a time: more likely the task of a row whose other cells are merged.
_TIMELESS = 1.5

#: Names are less often printed in several lines than what is said of them.
_SHORT_CELLS = {"group": 0.3, "name": 0.3, "other": 0.15}
_LONGEST_GROUP, _SHORTEST_SENTENCE = 12, 7
#: A month over the rows of a table.
_TIME_HEADING = 2.0
#: A text whose place in front of a row's number shows that it is a heading.
_PLACED_HEADING = 0.8
ITEMS = "items"
"""Stands for the style of the items' labels where 1., 2. … are neither points of a cell nor the numbers of the rows."""
#: Labels of points inside a cell.
_INNER_STYLES = ("arabic_bracket", "circled")
#: Dashes number nothing: those of one cell follow one another.
_DASH, _DASHES = "bullet", "—–-"


class Column(NamedTuple):
    """A column of the table; ``virtual`` when the page printed no head for it."""

    index: int  # pyright: ignore[reportIncompatibleMethodOverride] - not the method of tuples
    head: Head
    virtual: bool = False


def columns_of(heads: Iterable[Head]) -> list[Column]:
    """A column a head."""
    return [Column(i, head) for i, head in enumerate(heads)]


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """A row: the cells of each column (several where the page broke a cell), or one heading."""

    cells: dict[int, list[Cell]] = field(default_factory=dict[int, list[Cell]])
    heading: Cell | None = None
    #: True when the page marks its missing cells, so that they are merged, not forgotten.
    marked: bool = False
    #: True when the page ends inside the row.
    cut: bool = False
    #: True when every cell stands under its own head, so that the page shows which are empty.
    placed: bool = False

    def all_cells(self) -> list[Cell]:
        """Its cells from left to right."""
        if self.heading is not None:
            return [self.heading]
        return [cell for index in sorted(self.cells) for cell in self.cells[index]]


def is_code(cell: Cell) -> bool:
    """True for what stands in a number column instead of a plain number: 2030017, A-03."""
    return _CODE.fullmatch(cell.text) is not None


def fitness(cell: Cell, column: Column, item_style: str | None = None) -> float:
    """How well the cell's own looks fit the column."""
    kind = column.head.kind
    if kind == "number":
        return 2.5 if cell.number is not None else 1.2 if is_code(cell) else -6.0
    if cell.number is not None:
        return 0.2 if kind in ("other", "goal") else -4.0  # a goal may be a bare figure
    if kind in _FACTS and cell.text in DITTO:
        return _POINTS_ABOVE
    if kind == "unit":
        if in_area(cell.text):
            return _NO_DOER
        return 2.4 * cell.unit - 0.9 if cell.unit or not cell.closed else _NO_NAME
    if kind == "deadline":
        return 2.4 * cell.deadline - 0.9
    if kind == "person":
        return 2.4 * cell.person - 0.9
    if kind in ("group", "other") and (way := way_fitness(cell.text, column.head.text)) is not None:
        return way
    if kind == "other":
        return value_fitness(cell.text, cell.unit, column.head.text)
    itemised = kind == "group" and cell.label is not None and cell.label.style in (item_style, _DASH)
    return _text_fitness(cell, item_style) + (0.3 if kind == "content" else -1.0 if itemised else 0.0)


def is_sentence(cell: Cell) -> bool:
    """True for a text without a label that ends like a sentence: it says what to do, and heads nothing."""
    return cell.closed and cell.label is None and len(cell.text) >= _SHORTEST_SENTENCE


def _text_fitness(cell: Cell, item_style: str | None) -> float:
    size = len(cell.text)
    if is_telephone(cell.text):
        return _NO_TEXT
    score = -0.4 if size < 4 else 0.2 if size < 8 else 0.9
    if cell.label is not None:
        score += -0.6 if _is_outer(cell, item_style) else 0.8
    return score - 2.0 * cell.unit - 1.6 * cell.deadline - 0.8 * cell.person


def _is_outer(cell: Cell, item_style: str | None) -> bool:
    """True when the cell's label is one of headings, not of the table's items."""
    return cell.label is not None and cell.label.outer and cell.label.style != item_style


def heading_fitness(
    cell: Cell, columns: int, item_style: str | None = None, grouped: bool = False, timeless: bool = False
) -> float:
    """How well the cell fits a heading that runs over a whole table of that many columns.

    ``grouped`` tells that the table has a column of groups, so that it needs no headings, ``timeless`` that none of its
    columns holds times.
    """
    if timeless and cell.deadline > _UNIT and is_period(cell.text.rstrip("：:")):
        return _TIME_HEADING
    if cell.heads:
        return _PLACED_HEADING
    labelled = cell.outer
    unlike = cell.number is not None or (max(cell.unit, cell.deadline) > _UNIT and not labelled)  # （四）数字乡村
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
        gap = 1.0 if before.gap else 0.0
        if cell.unit <= 0.2:
            return 1.5 + gap
        second = single and before.unit > _UNIT  # else the rest of a name that the page broke
        more = _SECOND_NAME if second else 0.8 if column.head.role == "lead" else 0.4
        more += _OTHER_STYLE if cell.several != before.several else 0.0
        return more + gap + (_BEHIND_END if ends_list(before) and cell.text[0] != "各" else 0.0)
    cost = 1.0 if kind in TEXT_KINDS else 0.9
    if kind == "deadline" and cell.closed and not cell.deadline and before.deadline > _UNIT:
        cost += _TIMELESS
    if cell.spare:
        cost += _SHORT_CELLS.get(kind, 0.0)
    elif before.closed:
        cost += 0.7
    if before.gap:
        cost += 1.5
    if cell.label is not None:
        cost += 1.2 if cell.label.style in ("han", "han_bracket", "arabic", "part") else 0.2
    return cost


def ends_list(cell: Cell) -> bool:
    """True for a list of units that says that it ends: 市教育局、市文旅局等."""
    return cell.text.endswith(_LAST_WORDS)


def is_listed(cell: Cell, before: Cell | None, columns: Sequence[Column], item_style: str | None = None) -> bool:
    """True for the next point of a list inside a cell: 一是 and 二是, or 1. and 2. where a column numbers the rows.

    Points in brackets are such a list, too, where the rows are labelled otherwise. ``item_style`` is the style of the
    items' labels, :data:`ITEMS` where labels number the items beside numbers of their own.
    """
    if before is None or before.gap or cell.label is None or before.label is None:
        return False
    style = cell.label.style
    if style == before.label.style == _DASH and cell.text[0] == before.text[0] in _DASHES:
        return True
    numbered = columns[0].head.kind == "number"
    inner = style in _INNER_STYLES and style != item_style and (numbered or item_style is not None)
    points = style == "arabic" and numbered and item_style != ITEMS
    if style != before.label.style or not (style == "point" or inner or points):
        return False
    return before.label.value is not None and cell.label.value == before.label.value + 1


def counts_on(cells: Sequence[Cell]) -> bool:
    """True where labels go on from one numbered row to the next (1 … 1.甲 2.乙, 2 … 3.丙): they number the items, too."""
    last, behind, carried = 0, False, False
    for cell in cells:
        if cell.number is not None:
            behind = last > 0
        elif cell.label is not None and cell.label.style == "arabic" and cell.label.value is not None:
            if last and cell.label.value != last + 1:
                return False
            carried = carried or behind
            last, behind = cell.label.value, False
    return carried


def counting_costs(cells: Sequence[Cell], columns: Sequence[Column], itemised: bool = False) -> list[float]:
    """For each cell, what it costs to put it into a row that has begun: much when its label counts on.

    Behind what may be a group cell the label tells nothing: the group and its first item share a row. Nor does it
    behind a unit where the column of units is left of the text. ``itemised`` tells that labels count on beside numbers
    of the rows (:func:`counts_on`): then a group stands right behind a number.
    """
    kinds = list(itertools.takewhile(lambda kind: kind not in TEXT_KINDS, (column.head.kind for column in columns)))
    units_first = "unit" in kinds
    costs: list[float] = []
    last: int | None = None
    before: Cell | None = None
    begins = False  # whether the cell before stands right behind a number
    for cell in cells:
        label = cell.label
        value = label.value if label is not None and label.style == "arabic" else None
        counts = value is not None and last is not None and value == last + 1
        grouped = before is not None and _may_be_group(before) and (begins or not itemised)
        opens = grouped or (units_first and before is not None and before.unit > _UNIT)
        costs.append((0.5 if opens else 6.0 if itemised else 4.0) if counts else 0.0)
        last = value if value is not None else last
        begins = before is not None and before.number is not None
        before = cell
    return costs


def opens_group(cell: Cell, behind: Cell | None) -> bool:
    """True for a short name right before a labelled item (乡村治理, then 5.…): more likely its group than a remark."""
    if behind is None or behind.label is None or behind.label.style != "arabic" or len(cell.text) > _LONGEST_GROUP:
        return False
    return cell.label is None and _may_be_group(cell) and cell.person < _UNIT and not is_remark(cell.text)


def _may_be_group(cell: Cell) -> bool:
    labelled = cell.label is not None and not cell.outer
    return not labelled and cell.number is None and max(cell.unit, cell.deadline) < 0.5 and not cell.closed
