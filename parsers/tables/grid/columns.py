"""Columns: reconciling the printed heads with the cells below them.

Heads may be fewer than columns (a number column without a head, one head over two columns), and a head may say
the wrong thing. The cells decide; what was guessed is a doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import TEXT_KINDS, Head, guessed_head, is_measure
from ...fields.service_terms import is_length, is_service_term
from .cells import Cell
from .doers import holds_doers
from .fitness import fitness
from .shape import Column, Row, columns_of

#: More columns than any table has: wider lines are no rows, and every cell is tried in every column.
WIDEST = 32
#: A column of lengths of time: this share of its cells.
_LENGTHS = 0.8
#: What is told in sentences is to be done, though each names a time.
_TOLD = frozenset({"content", "requirement"})
#: A column of texts is one of times when so many of its cells look like times; of tasks, when they are little else.
_TIME, _LITTLE_ELSE, _MOSTLY = 0.5, 0.85, 0.7
#: The class of an inspection (一般, 重点; 定向, 不定向), and the power in the list of an authority that it makes use of.
_CLASS = lazy_pattern(r".*(?:事项|任务|检查|抽查)(?:类别|类型|分类)")
_POWER = lazy_pattern(
    r".*(?:(?:权责|权力|职权)(?:清单)?|(?:抽查|检查|监管|执法)清单(?:中|内|上|里)?的?).{0,4}(?:事项|目录|名称)"
)
_RATE, _INSPECTED = lazy_pattern(r"(?:频次|频率|周期)(?:要求)?$"), lazy_pattern(r"[抽检巡监]查|监管|监测|抽检|执法")
_TROUBLES = lazy_pattern(r".*(?:存在|面临|遇到|目前|主要)?(?:的)?(?:困难和?问题|问题和?困难|存在问题|困难)")
_VIRTUAL_NUMBER = Head("", "number")
#: A cell this much like units or times is one of them.
_SURE = 0.6
#: A text of so many characters on average says something.
_SHORTEST_TEXT = 4
#: So many rows tell what a column holds.
_LOOKAHEAD = 30


def without_measures(heads: Sequence[Head]) -> list[Head]:
    """The heads with a bare 单位 that asks for the unit of measure read as that, unless their cells tell otherwise."""
    return [head._replace(kind="other", role=None, known=False) if is_measure(head, heads) else head for head in heads]


def without_classes(heads: Sequence[Head]) -> list[Head]:
    """The heads with what is said of a task beside it, its class or its troubles (任务名称 | 任务类型 | 存在问题), read as that.

    So is how often each is inspected (抽查频次), where another head asks when.
    """
    named = next((i for i, head in enumerate(heads) if head.kind == "name"), len(heads))
    texts = [i for i, head in enumerate(heads) if head.kind in ("name", "content")]
    powers = [i for i in texts if _POWER.fullmatch(heads[i].text)]
    beside = powers if len(powers) < len(texts) else []
    times = [i for i, head in enumerate(heads) if head.kind == "deadline"]
    inspected = any(_INSPECTED.search(head.text) for head in heads)
    rates = [i for i in times if inspected and _RATE.search(heads[i].text)]
    beside += rates if len(rates) < len(times) else []
    return [
        head._replace(kind="other") if i in beside or _is_class(head, i > named, i > min(texts, default=i)) else head
        for i, head in enumerate(heads)
    ]


def _is_class(head: Head, named: bool, told: bool) -> bool:
    """Whether a head behind a name, or behind what tells the task, says of which class it is or what troubles it."""
    if head.kind == "group":
        return named or (told and _CLASS.fullmatch(head.text) is not None)
    return told and _TROUBLES.fullmatch(head.text) is not None


def columns_for_rows(heads: Sequence[Head], rows: Sequence[Sequence[Cell | None]]) -> list[Column]:
    """Columns of a table whose rows are known: as many as most rows have cells."""
    sizes = Counter(len(row) for row in rows if len(row) <= WIDEST and sum(cell is not None for cell in row) > 1)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=len(heads))
    if usual <= len(heads):
        return columns_of(_with_numbers(heads, rows))
    full = [row for row in rows if len(row) == usual][:_LOOKAHEAD]
    whole = [row for row in full if None not in row]  # the others may have lost cells at their left, and shifted
    return _spread(heads, whole or full, usual)


def _with_numbers(heads: Sequence[Head], rows: Sequence[Sequence[Cell | None]]) -> Sequence[Head]:
    """The heads, the first read as that of numbers where it asks for groups, and numbers stand below it."""
    if heads[0].kind != "group" or any(head.kind == "number" for head in heads):
        return heads
    first = [row[0] for row in rows if row and row[0] is not None and any(row[1:])]
    numbers = sum(1 for cell in first if cell.number is not None)
    sure = numbers > 1 and numbers > _SURE * len(first)
    return [heads[0]._replace(kind="number"), *heads[1:]] if sure else heads


def _spread(heads: Sequence[Head], rows: Sequence[Sequence[Cell | None]], size: int) -> list[Column]:
    """``heads`` laid over ``size`` columns, left to right, where the cells below fit best."""
    fits = [[mean_fit(rows, place, head) for place in range(size)] for head in heads]
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}
    for count in range(len(heads) + 1):
        for place in range(size + 1):
            if count == 0:
                best[0, place] = (0.0, ())
            elif place < count:
                continue
            else:
                taken = best[count - 1, place - 1]
                choice = (taken[0] + fits[count - 1][place - 1], (*taken[1], place - 1))
                left = best.get((count, place - 1))
                best[count, place] = max(choice, left) if left is not None else choice
    places = best[len(heads), size][1]
    return [Column(i, heads[places.index(i)]) if i in places else Column(i, _guess(rows, i), True) for i in range(size)]


def mean_fit(rows: Sequence[Sequence[Cell | None]], place: int, head: Head) -> float:
    """How well the cells at ``place`` of the rows fit ``head``, on average."""
    cells = [cell for row in rows if (cell := row[place]) is not None]
    if not cells:
        return 0.0
    column = Column(0, head)
    return sum(fitness(cell, column) for cell in cells) / len(cells)


def _guess(rows: Sequence[Sequence[Cell | None]], place: int) -> Head:
    """The head that a column without one would have, told from its cells."""
    cells = [cell for row in rows if (cell := row[place]) is not None]
    return guess_head(cells)


def guess_head(cells: Sequence[Cell]) -> Head:
    """The head that fits ``cells``: number, unit, deadline, person or text."""
    if not cells:
        return guessed_head("other")
    share = 1 / len(cells)
    if sum([cell.number is not None for cell in cells]) * share > _SURE:
        return _VIRTUAL_NUMBER
    if sum([cell.unit for cell in cells]) * share > _SURE:
        return guessed_head("unit")
    if sum([cell.deadline for cell in cells]) * share > _SURE:
        return guessed_head("deadline")
    if sum([cell.person for cell in cells]) * share > _SURE:
        return guessed_head("person")
    return guessed_head("content" if sum([len(cell.text) for cell in cells]) * share >= _SHORTEST_TEXT else "other")


def corrected(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Columns whose cells contradict their head, given the kind that the cells show."""
    kinds = {column.head.kind for column in columns}
    heads = [column.head.text for column in columns]
    result: list[Column] = []
    for column in columns:
        cells = [cell for row in rows for cell in row.cells.get(column.index, [])]
        guess = guess_head(cells) if len(cells) >= 2 else column.head
        texts = sum(1 for c in columns if c.head.kind in TEXT_KINDS)
        text = column.head.kind in ("content", "name", "requirement", "goal") and texts > 1
        text = text and not column.head.tells_times
        times = "deadline" in (column.head.kind, guess.kind)
        lengths = times and sum([is_length(cell.text) for cell in cells]) >= max(1, _LENGTHS * len(cells))
        if column.head.kind == "deadline" and lengths and is_service_term(column.head.text, heads):
            column = column._replace(head=column.head._replace(kind="other"))
        schedule = guess.kind == "deadline" and column.head.may_be_schedule and not lengths
        timed = guess.kind != "deadline" or _are_times(column.head, cells)
        unnamed = guess.kind == "unit" and holds_doers(column.head, cells)
        if guess.kind in ("unit", "deadline") and guess.kind not in kinds and (text or schedule or unnamed) and timed:
            kinds.add(guess.kind)
            result.append(column._replace(head=guess._replace(text=column.head.text)))
        else:
            result.append(column)
    return result


def _are_times(head: Head, cells: Sequence[Cell]) -> bool:
    """Whether cells that name times are little else: what is to be done may name one, too (6月底前完成退税), and sentences do."""
    if head.kind in _TOLD and 2 * sum(cell.closed for cell in cells) > len(cells):
        return False
    least = _LITTLE_ELSE if head.kind == "content" else _TIME
    return sum(cell.deadline > least for cell in cells) > _MOSTLY * len(cells)
