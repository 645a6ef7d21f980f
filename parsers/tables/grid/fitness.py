"""How well a cell fits a column, or a heading row.

Scores are additive: above 0 speaks for the place, below 0 against it. They are weights of a search, not
probabilities; what matters is their order, which the cases in ``tests/cases`` hold.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import ANSWERS, TASK_GOALS
from ...fields.periods import is_period, opening_period
from ...fields.values import (
    asks_for_figures,
    asks_for_telephones,
    in_area,
    is_share,
    is_telephone,
    time_fitness,
    value_fitness,
    way_fitness,
)
from .cells import DITTO, Cell
from .looks import is_figure
from .shape import Column

#: What stands in a number column besides plain numbers: codes, partly masked ones too, and numbers of a list of their own (市3).
_CODE = lazy_pattern(
    r"\*{2,8}|第?\d{1,4}号|(?![共合总小计附图表第])[一-鿿]{1,2}[-—]?\d{1,3}|[A-Za-z]{1,3}[-—]?\d{1,3}|[*A-Za-z]{0,8}[-—\d]*\d{2,12}|\d{1,2}(?:[.．-]\d{1,2}){1,2}"
)
_CODE_ENDS = "*号"
#: What is counted names nobody, and no time: 涉及46户.
_AMOUNT = lazy_pattern(r"\d(?:万|亿|余|多)?[户人个家处座所条项件台套元亩吨米]")
#: A cell this much like units or times is one of them.
SURE = 0.6
_SHORTEST_SENTENCE = 7

#: Under the head of a number: a number, a code, anything else; and a number under any other head.
_NUMBER, _CODED, _UNNUMBERED, _MISPLACED = 2.5, 1.2, -6.0, -4.0
#: A goal or a remark may be a bare figure; what a number costs where another kind of value is asked for.
_FIGURE, _NO_FIGURE, _FIGURES = 0.2, -2.0, frozenset({"other", "goal"})
#: A cell of units, times or people: how much its likeness (0 to 1) weighs, and what a cell without any costs.
_LIKENESS, _UNLIKE = 2.4, -0.9
#: A fact may be said by pointing at the cell above.
_POINTS_ABOVE = 0.5
#: A telephone number under a head that asks for it with the person: 责任人及电话.
_CALLED = 1.2
#: Those whom something is done to are hardly those who do it; a sentence that names nobody is hardly a list of them.
_NO_DOER, _NO_NAME = -1.5, -2.0

#: A text by its length: a word, a name, anything longer; the most characters of the first two.
_WORD, _NAME, _TEXT = -0.4, 0.2, 0.9
_LONGEST_WORD, _LONGEST_NAME = 3, 7
#: The label of an item speaks for a text, that of a heading against it.
_ITEM, _OUTER_ITEM = 0.8, -0.6
#: What a text that looks like units, a time or people costs; a telephone number is none.
_UNIT_TEXT, _TIMED_TEXT, _PERSON_TEXT, _NO_TEXT = 2.0, 1.6, 0.8, -2.0
#: A text that begins with its time, where the head asks for both.
_OWN_TIME = 1.2
#: Of two texts the task is the likelier; what counts the items, or a dash, opens no group.
_TASK, _ITEM_AS_GROUP = 0.3, -1.0
#: Dashes number nothing.
DASH = "bullet"

#: A figure with what it counts (200辆) names no group; it may be a goal.
_FIGURE_AS_GROUP, _FIGURE_AS_GOAL = -0.8, 0.6
#: What is surely no heading (a number, a unit, a time, a long text), and a text of several sentences.
_NO_HEADING, _SENTENCES = -6.0, -4.0
_LONGEST_HEADING = 60
#: A month over the rows of a table; a text whose place in front of a row's number shows that it is a heading.
_MONTH, _PLACED = 2.0, 0.8
#: The same of one that counts the groups: 1.… over rows without labels.
_COUNTED = 2.6
#: The label of a heading, alone in its row or not; the same where the items carry such labels.
_LABELLED, _LABELLED_BESIDE, _LIKE_ITEMS, _LIKE_ITEMS_BESIDE = 3.6, 1.6, 2.2, 1.2
#: A text without label: beside others, alone in its row, alone where a column holds the groups.
_BESIDE, _ALONE, _ALONE_GROUPED = -3.0, 0.8, -0.5
_YEAR, _YEAR_AS_NUMBER = lazy_pattern(r"20\d\d"), 0.2  # row 2031 of a long table is rare


def is_code(cell: Cell) -> bool:
    """True for what stands in a number column instead of a plain number: 2030017, A-03."""
    last = cell.text[-1:]
    return (last.isdecimal() or last in _CODE_ENDS) and _CODE.fullmatch(cell.text) is not None


def fitness(cell: Cell, column: Column, item_style: str | None = None, text: float | None = None) -> float:
    """How well the cell's own looks fit the column; ``item_style`` is the style of the items' labels.

    ``text`` is what :func:`text_fitness` says, where that is known.
    """
    head = column.head
    kind = head.kind
    if kind == "number":
        if cell.number is not None:
            return _UNNUMBERED if cell.figure else _YEAR_AS_NUMBER if _YEAR.fullmatch(cell.text) else _NUMBER
        return _CODED if is_code(cell) else _UNNUMBERED
    if cell.number is not None:
        return _figure_fitness(cell.text, column)
    if kind in ANSWERS:
        if kind == "deadline" and cell.deadline < SURE and (told := time_fitness(cell.text, head.text)):
            return told
        return _answer_fitness(cell, kind, head.text)
    if kind in ("group", "other") and (way := way_fitness(cell.text, head.text)) is not None:
        return way
    if kind == "other":
        return value_fitness(cell.text, cell.unit, head.text)
    if kind in ("group", "goal") and is_figure(cell.text):
        return _FIGURE_AS_GROUP if kind == "group" else _FIGURE_AS_GOAL
    if is_share(cell.text) and not head.text.endswith(TASK_GOALS):
        return _NO_TEXT
    if text is None:
        text = text_fitness(cell, item_style)
    if head.tells_times and opening_period(cell.text):
        text += _TIMED_TEXT * cell.deadline + _OWN_TIME
    itemised = kind == "group" and cell.label is not None and cell.label.style in (item_style, DASH)
    return text + (_TASK if kind == "content" else _ITEM_AS_GROUP if itemised else 0.0)


def fitnesses(cell: Cell, columns: Sequence[Column], item_style: str | None = None) -> list[float]:
    """How well the cell fits each of ``columns``."""
    text = text_fitness(cell, item_style)
    return [fitness(cell, column, item_style, text) for column in columns]


def _figure_fitness(text: str, column: Column) -> float:
    """How well a bare number fits a column of anything but numbers: best where the head asks for figures, or a year for when."""
    if column.head.kind == "deadline" and _YEAR.fullmatch(text):
        return _LIKENESS + _UNLIKE
    if column.head.kind not in _FIGURES and not column.head.text.endswith(TASK_GOALS):
        return _MISPLACED
    value = value_fitness(text, 0.0, column.head.text)
    return max(_FIGURE, value) if asks_for_figures(column.head.text) else _FIGURE if value > 0 else _NO_FIGURE


def _answer_fitness(cell: Cell, kind: str, head: str) -> float:
    """How well a cell fits a column of units, times or people under ``head``."""
    if cell.text in DITTO:
        return _POINTS_ABOVE
    if not (cell.unit or cell.deadline or cell.person) and is_telephone(cell.text):
        return _NO_NAME if kind != "person" else _CALLED if asks_for_telephones(head) else _UNLIKE
    if kind == "unit" and in_area(cell.text):
        return _NO_DOER
    if kind == "unit" and not cell.unit and cell.closed:
        return _NO_NAME
    alike = cell.unit if kind == "unit" else cell.deadline if kind == "deadline" else cell.person
    if not alike and _AMOUNT.search(cell.text) is not None:
        return _NO_NAME
    return _LIKENESS * alike + _UNLIKE


def text_fitness(cell: Cell, item_style: str | None) -> float:
    """How well the cell fits a column of texts, whichever."""
    if is_telephone(cell.text):
        return _NO_TEXT
    size = len(cell.text)
    score = _WORD if size <= _LONGEST_WORD else _NAME if size <= _LONGEST_NAME else _TEXT
    if cell.label is not None:
        score += _OUTER_ITEM if _is_outer(cell, item_style) else _ITEM
    return score - _UNIT_TEXT * cell.unit - _TIMED_TEXT * cell.deadline - _PERSON_TEXT * cell.person


def is_sentence(cell: Cell) -> bool:
    """True for a text without a label that ends like a sentence: it says what to do, and heads nothing."""
    return cell.closed and cell.label is None and len(cell.text) >= _SHORTEST_SENTENCE


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
    if timeless and cell.deadline > SURE and is_period(cell.text.rstrip("：:")):
        return _MONTH
    if cell.heads:
        return _PLACED if cell.label is None or cell.outer else _COUNTED
    sentence = cell.closed and cell.label is None
    if cell.number is not None or sentence or len(cell.text) > _LONGEST_HEADING:
        return _NO_HEADING
    outer = cell.outer
    if not outer and max(cell.unit, cell.deadline) > SURE:  # （四）数字乡村 is no list of units
        return _NO_HEADING
    inner = cell.text[:-1]
    if "。" in inner or "；" in inner:
        return _SENTENCES
    alone = cell.gap is not None and cell.gap >= max(2, columns - 1)
    if _is_outer(cell, item_style):
        return _LABELLED if cell.gap is None or alone else _LABELLED_BESIDE
    if outer:
        return _LIKE_ITEMS if alone else _LIKE_ITEMS_BESIDE
    if not alone or cell.label is not None:
        return _BESIDE
    return _ALONE_GROUPED if grouped else _ALONE
