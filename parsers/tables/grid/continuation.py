"""What it costs to read a cell as the rest of the one before it, or to put it into a row that has begun."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from ....normalize.lazy import lazy_pattern
from ...deadlines.actions import OUTCOME
from ...fields.heads import TEXT_KINDS
from ...fields.values import is_remark
from ...units.grammar import reads_like_task
from .cells import Cell
from .fitness import DASH, SURE, is_sentence
from .shape import Column

#: A number goes on with nothing; the next point of a list, or a line that the page sets close, nearly always goes on.
_NEVER, _SURELY = 50.0, 0.05
#: Two lists of units that stand close are one cell rather than two beside a list that stands apart.
_CLOSE = -0.4
#: A second line in a cell of texts or of facts, and what it costs more behind a cell that ends its sentence, or that
#: the page parts from it by empty cells.
_TEXT, _FACT, _BEHIND_SENTENCE, _BEHIND_GAP = 1.0, 0.9, 0.7, 1.5
#: What it costs more across a mark, where the page puts one between its cells.
_MARKED = 1.0
#: The rest of a sentence that the line before leaves open behind a comma: 制定办法，明确 | 范围和标准。
_REST_OF_SENTENCE = -0.4
#: The same of a phrase that 对 opens, without a word of what is done; how these end, and words that only seem to open so.
_REST_OF_PHRASE = -0.8
_INSPECTED = lazy_pattern(r"(?:检查|督查|抽查|核查|巡查|稽查|排查|督导|监督|监管|监测|监督管理)(?:工作|情况)?$")
#: The name of an inspection ends so: what follows is hardly more of it.
_INSPECTION_NAMED = 0.6
_OBJECT = lazy_pattern(r"对(?:象|口|接|外|标|照|策|应|比|账|手|台)")
#: What no cell ends in, and what none opens with, but for words that begin alike.
_LEADS_ON = lazy_pattern("(?:(?<![缓温总饱共])和|、)$")
_SURE_REST, _GOES_ON, _OPENINGS = -1.5, frozenset("的、，；。）》”"), ("的士", "的确")
#: In a row with lines to spare, the second half of what is to be done; how long a half is.
_HALF, _LONGEST_HALF = -0.6, 7
#: What is a heading by its label goes on with no whole sentence.
_HEADED = 1.2
#: Names are less often printed in several lines than what is said of them: in a row with lines to spare this tells.
_SPARE = {"group": 0.3, "name": 0.3, "other": 0.15}
#: A whole sentence behind a name tells what it stands for: it is no more of it.
_TELLS = 2.0
#: A line with a label of its own: of items and headings, of points.
_LABELLED, _POINT = 1.2, 0.2
_OF_ITEMS = frozenset({"han", "han_bracket", "arabic", "part"})
#: A whole sentence that names no time, behind a time: more likely the task of a row whose other cells are merged. Words do so less.
_TIMELESS = 2.6
_TIMELESS_WORDS, _SHORTEST_WORDS = 1.0, 6
#: Under a head of units: what is none, a further unit, one more that leads, one more where the rows name one each.
_NO_UNIT, _MORE, _MORE_LEAD, _SECOND = 1.5, 0.4, 0.8, 1.8
_NEVER_UNIT = 0.2
#: What is no unit is the first half of a name at best, and no second half begins so.
_OPENS_NAME = "省市县区镇乡各"
#: A cell prints its names in one way: each on a line, or in lines of several; 等 ends a list; an empty cell parts two.
_OTHER_STYLE, _BEHIND_END, _PARTED = 0.3, 0.5, 3.0
_LAST_WORDS = ("等", "等单位", "等部门", "等有关部门", "等相关部门", "等有关单位", "等相关单位")

#: A label that counts on begins a row: alone, beside numbers of the rows, or right behind what may be its group.
_COUNTS, _COUNTS_BESIDE, _COUNTS_IN_GROUP = 4.0, 6.0, 0.5
ITEMS = "items"
"""Stands for the style of the items' labels where 1., 2. … are neither points of a cell nor the numbers of the rows."""
#: Labels of points inside a cell; dashes of one cell follow one another.
_INNER_STYLES = ("arabic_bracket", "circled", "small")
_DASHES = "—–-"
#: A group is so long, and so little like units or times.
_LONGEST_GROUP, _NO_FACT = 12, 0.5


def continuation_cost(cell: Cell, before: Cell, column: Column) -> float:
    """What it costs to read ``cell`` as the rest of the cell before it, in the same column."""
    return continuation_costs(cell, before, (column,))[0]


def continuation_costs(cell: Cell, before: Cell, columns: Iterable[Column], listed: bool = False) -> list[float]:
    """The same for each of ``columns``; ``listed`` tells that both are points of one list inside a cell (:func:`is_listed`)."""
    if cell.number is not None:
        return [_NEVER for _ in columns]
    behind = _BEHIND_SENTENCE if before.closed and not cell.spare else 0.0
    parted = _BEHIND_GAP if before.gap else _MARKED if cell.apart else 0.0
    rest = _rest_of_sentence(cell, before)
    headed = _HEADED if before.outer and is_sentence(cell) and not before.closed else 0.0
    halved = _HALF if cell.spare and _is_second_half(cell, before) else 0.0
    labelled = 0.0 if cell.label is None else _LABELLED if cell.label.style in _OF_ITEMS else _POINT
    named = _INSPECTION_NAMED if cell.label is None and _names_inspection(before.text) else 0.0
    told = cell.closed and cell.label is None and not before.closed and len(cell.text) > len(before.text)
    costs: list[float] = []
    for column in columns:
        kind = column.head.kind
        if kind == "number":
            costs.append(_NEVER)
        elif kind == "unit":
            costs.append(further_unit_cost(cell, before, column.head.role == "lead"))
        elif cell.tight or (listed and (kind == "other" or kind in TEXT_KINDS)):
            costs.append(_SURELY)
        else:
            cost = _TEXT if kind in TEXT_KINDS else _FACT
            if kind == "deadline" and not cell.deadline and before.deadline > SURE:
                cost += _timeless_cost(cell)
            if kind == "name" and told:
                cost += _TELLS
            more = _SPARE.get(kind, 0.0) if cell.spare else behind
            costs.append(
                cost + more + parted + labelled + headed + (rest + halved + named if kind in TEXT_KINDS else 0.0)
            )
    return costs


def _rest_of_sentence(cell: Cell, before: Cell) -> float:
    """What speaks for a cell that may end the sentence, or the phrase, which the one before it leaves open."""
    if cell.label is not None or before.closed:
        return 0.0
    if _LEADS_ON.search(before.text) is not None or (cell.text[0] in _GOES_ON and not cell.text.startswith(_OPENINGS)):
        return _SURE_REST
    if before.text.startswith("对") and _ends_inspection(cell.text, before.text):
        return _REST_OF_PHRASE
    return _REST_OF_SENTENCE if cell.closed and "，" in before.text else 0.0


def _names_inspection(text: str) -> bool:
    """Whether a text is what an inspection is called: 资质核查; 开展设备检查 may go on."""
    return _INSPECTED.search(text) is not None and not reads_like_task(text)


def _is_second_half(cell: Cell, before: Cell) -> bool:
    """Whether a short text that says nothing to do stands behind one that does: 强化城镇生活 | 污染治理."""
    short = max(len(cell.text), len(before.text)) <= _LONGEST_HALF and cell.text.isalpha() and not before.closed
    return short and cell.label is None and reads_like_task(before.text) and not reads_like_task(cell.text)


def _ends_inspection(text: str, before: str) -> bool:
    """Whether a text says what is done with that which the one before it names behind 对: 对渡口船舶 | 载客情况的检查."""
    opened = _OBJECT.match(before) is None and _INSPECTED.search(before) is None
    return opened and text[0] != "对" and _INSPECTED.search(text) is not None


def _timeless_cost(cell: Cell) -> float:
    """What it costs a text that names no time to be the rest of one; what comes true then (完成主体工程) may well be."""
    if cell.closed:
        return _TIMELESS
    return 0.0 if len(cell.text) < _SHORTEST_WORDS or OUTCOME.match(cell.text) else _TIMELESS_WORDS


def further_unit_cost(cell: Cell, before: Cell, leads: bool, single: bool = False) -> float:
    """What a second line costs in a column of units; ``single`` tells that its cells hold one name each."""
    if cell.number is not None:
        return _NEVER
    if cell.tight:
        return _CLOSE if min(cell.unit, before.unit) > SURE else _SURELY
    parted = _PARTED if before.gap else _MARKED if cell.apart else 0.0
    if cell.unit <= _NEVER_UNIT or (before.unit <= _NEVER_UNIT and cell.text[0] in _OPENS_NAME):
        return _NO_UNIT + parted
    second = single and before.unit > SURE  # else the rest of a name that the page broke
    more = _SECOND if second else _MORE_LEAD if leads else _MORE
    more += _OTHER_STYLE if cell.several != before.several else 0.0
    return more + parted + (_BEHIND_END if ends_list(before) and cell.text[0] != "各" else 0.0)


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
    if style == before.label.style == DASH and cell.text[0] == before.text[0] in _DASHES:
        return True
    numbered = columns[0].head.kind == "number"
    inner = style in _INNER_STYLES and style != item_style and (numbered or item_style is not None)
    points = style == "arabic" and numbered and item_style != ITEMS
    points = points or (style == "han_bracket" and numbered)
    return (style == "point" or inner or points) and cell.label.follows(before.label)


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
    behind a unit where the column of units is left of the text, nor behind what may be the name of the item. ``itemised`` tells that labels count on beside numbers
    of the rows (:func:`counts_on`): then a group stands right behind a number.
    """
    kinds = list(itertools.takewhile(lambda kind: kind not in TEXT_KINDS, (column.head.kind for column in columns)))
    units_first = "unit" in kinds
    named = any(left.head.kind == "name" and told.head.kind in TEXT_KINDS for left, told in itertools.pairwise(columns))
    costs: list[float] = []
    last = -1
    before: Cell | None = None
    begins = False  # whether the cell before stands right behind a number
    ended = False  # whether it stands right behind an empty cell that the page marks
    for cell in cells:
        label = cell.label
        value = label.value if label is not None and label.style == "arabic" else None
        counts = value is not None and value == last + 1
        grouped = before is not None and (begins or not itemised) and _may_be_group(before, ended)
        opens = grouped or (units_first and before is not None and before.unit > SURE)
        opens = opens or (named and before is not None and _may_be_name(before))
        costs.append((_COUNTS_IN_GROUP if opens else _COUNTS_BESIDE if itemised else _COUNTS) if counts else 0.0)
        last = last if value is None else value
        begins = before is not None and before.number is not None
        ended = before is not None and bool(before.gap)
        before = cell
    return costs


def opens_group(cell: Cell, behind: Cell | None, *, named: bool = False) -> bool:
    """True for a short name right before a labelled item (乡村治理, then 5.…): more likely its group than a remark.

    What is ``named`` may be called like a unit: 县妇幼保健院.
    """
    if behind is None or behind.label is None or behind.label.style != "arabic" or len(cell.text) > _LONGEST_GROUP:
        return False
    if cell.label is not None or cell.person >= SURE or is_remark(cell.text):
        return False
    return _may_be_name(cell) if named else _may_be_group(cell)


def _may_be_name(cell: Cell) -> bool:
    """Whether a cell may name the item behind it."""
    return cell.label is None and cell.number is None and cell.deadline < _NO_FACT and not cell.closed


def _may_be_group(cell: Cell, parted: bool = False) -> bool:
    """Whether a cell may name the group of the row that opens behind it; what is ``parted`` may be called like a unit."""
    labelled = cell.label is not None and not cell.outer
    fact = cell.deadline if parted else max(cell.unit, cell.deadline)
    return not labelled and cell.number is None and fact < _NO_FACT and not cell.closed
