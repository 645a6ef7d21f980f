"""The cells of one glued row: its task text, and behind it units, people and a deadline by column."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ....normalize.lazy import lazy_pattern
from ...deadlines import Clock, read_deadlines
from ...text.piece import Range
from ...units import unit_likeness
from ...units.names import REGION_CHARS
from ..grid.shape import Column
from .inspections import asks_for_inspections, cut_inspection, cut_laws, law_place
from .names import LONGEST_TEXT, Name, cut_names, is_collective, leading_doers, leading_name

_STOP = lazy_pattern(r"[。！](?!.*[。！])")
_NOTHING = lazy_pattern(r"(?:无|/|—+|-+)$")
#: 城市 and 小区 end in the character that opens names: 市教育局 is none in 宜居城市教育局.
_WORD_BEFORE = {
    "市": "城都超股上集夜门",
    "区": "小社园城景片山灾辖校街新库矿林牧厂",
    "镇": "城乡集小",
    "乡": "城下",
    "县": "全",
}
#: The deadline reader takes these for a time only where they stand alone.
ONGOING = lazy_pattern(r"(?:长期|持续|常年|全年|常态化)(?:坚持|推进|开展|实施|落实)?")
#: What a column of sums, shares or scores left of the units holds.
_AMOUNT = lazy_pattern(r"\d[\d.，,]*(?:万元|亿元|元|%|分)?")
#: A lone list of units with words among them (甲牵头，乙配合) needs no cut.
_LIKE_UNITS = 0.8
_LONGEST_TIME = 12
_SENTENCE, _FEWEST_SENTENCES = lazy_pattern("。"), 2
_TAIL = 4
_SHORTEST = 4
_SHORT_REMARK = 30


@dataclass(slots=True, eq=False, repr=False)
class Facts:
    """The ranges of a row's cells by column index; the task text stands from ``begin`` to ``content``.

    ``certain`` is False when something behind the task text could not be cut; ``lost`` when a list lost its marks.
    """

    content: int
    begin: int = 0
    cells: dict[int, list[Range]] = field(default_factory=dict[int, "list[Range]"])
    certain: bool = True
    lost: bool = False


def cut_row(
    text: str, first: Column | None, columns: Sequence[Column], known: Collection[str], shared: int = 0
) -> Facts:
    """The cells of a row's text under the columns right of the task text; ``known`` are names of other rows.

    ``first`` is a unit column left of the task text, where there is one; ``shared`` is the length of the name that
    all rows begin with.
    """
    stop = _STOP.search(text)
    at = stop.end() if stop is not None else 0
    facts = Facts(at)
    if not at and asks_for_inspections(columns) and (told := _inspection(text, columns)) is not None:
        return told
    if (place := law_place(columns)) >= 0 and (told := _with_laws(text, columns, place)) is not None:
        facts = told
    elif at < len(text) and not (at and read_tail(text, at, columns, facts)):
        facts = _without_stop(text, at, columns, known)
    begin = leading_name(text) or shared if first is not None else 0
    if first is not None and 0 < begin < facts.content:
        facts.begin, facts.cells[first.index] = begin, [(0, begin)]
    return facts


def _inspection(text: str, columns: Sequence[Column]) -> Facts | None:
    """The cells of a row of inspections; None where the rest of it is not all of it units."""
    cut = cut_inspection(text)
    if cut is None:
        return None
    task, objects, begin, end = cut
    place = next(i for i, column in enumerate(columns) if column.head.kind == "deadline")
    facts = Facts(task)
    if not _assign(text, end, len(text), columns[place + 1 :], facts):
        return None
    facts.cells |= {columns[0].index: [(task, objects)], columns[place].index: [(begin, end)]}
    if place > 1 and objects < begin:
        facts.cells[columns[place - 1].index] = [(objects, begin)]
    return facts


def _with_laws(text: str, columns: Sequence[Column], place: int) -> Facts | None:
    """The cells of a row with laws under the column at ``place``; None where no units stand right behind them."""
    cut = cut_laws(text, about=place > 0)
    if cut is None:
        return None
    task, objects, laws, begin, end = cut
    facts = Facts(task)
    doers = [column for column in columns[place:] if column.head.kind == "unit"]
    if not _assign(text, laws, begin, doers, facts):
        return None
    facts.cells[columns[place].index] = [(objects, laws)]
    if task < objects:
        facts.cells[columns[0].index] = [(task, objects)]
    behind = [column for column in columns if column.index > doers[-1].index]
    if begin < end and behind:
        facts.cells[behind[0].index] = [(begin, end)]
    if end < len(text) and behind:
        facts.cells.setdefault(behind[-1].index, []).append((end, len(text)))
    return facts


def inner_rows(text: str, columns: Sequence[Column]) -> list[int]:
    """Where rows without a number begin inside a row's text: behind who answers for the sentence before, and until when.

    甲村修桥。张某市交通局乙村修路。李某市住建局: only people tell units behind a sentence from the subject of the next.
    """
    kinds = [column.head.kind for column in columns]
    people, lists = kinds.count("person"), kinds.count("unit")
    if not people or not lists or text.count("。") < _FEWEST_SENTENCES:
        return []
    first = kinds.index("person") < kinds.index("unit")
    found: list[int] = []
    for stop in _SENTENCE.finditer(text):
        at = stop.end()
        doers = leading_doers(text[at:], people, lists, person_first=first)
        if not doers:
            continue
        at += doers
        time = _time(text[: at + _LONGEST_TIME], at) if kinds[-1] == "deadline" else None
        at = time[1] if time is not None and time[0] == at else at
        if "。" in text[at:]:
            found.append(at)
    return found


def read_tail(text: str, at: int, columns: Sequence[Column], facts: Facts) -> bool:
    """Read ``text[at:]`` into ``facts``; False when a part of it fits no column."""
    place = next((i for i, column in enumerate(columns) if column.head.kind == "deadline"), None)
    time = _time(text, at) if place is not None else None
    if place is None or time is None:
        return _assign(text, at, len(text), columns, facts)
    left, right = columns[:place], columns[place + 1 :]
    begin, first = time
    if not _assign(text, at, begin, left, facts):
        return False
    ends = [len(text)] if not right else [*range(first, min(len(text), first + _TAIL) + 1)]
    for end in ends:
        behind = Facts(at)
        if _assign(text, end, len(text), right, behind):
            facts.cells |= {columns[place].index: [(begin, end)]} | behind.cells
            facts.lost = facts.lost or behind.lost
            return True
    return False


def _time(text: str, at: int) -> Range | None:
    """From the first to the last time that ``text[at:]`` names."""
    found = read_deadlines(text[at:], Clock(), "cell").deadlines
    if found:
        return at + found[0].begin, at + found[-1].end
    ongoing = ONGOING.search(text, at)
    return ongoing.span() if ongoing is not None else None


def _assign(text: str, start: int, end: int, columns: Sequence[Column], facts: Facts) -> bool:
    """Put the names of a stretch under ``columns``; a remark may stand behind them."""
    amount = _AMOUNT.match(text, start, end) if columns and columns[0].head.kind == "other" else None
    if amount is not None:
        facts.cells[columns[0].index] = [amount.span()]
        start, columns = amount.end(), columns[1:]
    if start == end:
        return True
    other = columns[-1] if columns and columns[-1].head.kind == "other" else None
    nothing = _NOTHING.search(text, start, end) if other is not None else None
    stop = nothing.start() if nothing is not None else end
    if nothing is not None and other is not None:
        facts.cells[other.index] = [nothing.span()]
    names = cut_names(text[start:stop], _count(columns, "person"), _count(columns, "unit"))
    if start == stop or (names is not None and _place(text, start, names, columns, facts)):
        return True
    whole = _column_of_whole(text[start:stop], columns)
    if whole is None:
        return False
    facts.cells[whole.index] = [(start, stop if whole.head.kind == "unit" else end)]
    return True


def _column_of_whole(text: str, columns: Sequence[Column]) -> Column | None:
    """The column that holds all of a stretch which no names cut: the only one of units, or of remarks."""
    units = [column for column in columns if column.head.kind == "unit"]
    if len(units) == 1 and not _count(columns, "person") and unit_likeness(text) >= _LIKE_UNITS:
        return units[0]
    remark = len(columns) == 1 and columns[0].head.kind == "other" and len(text) <= _SHORT_REMARK
    return columns[0] if remark else None


def _count(columns: Sequence[Column], kind: str) -> int:
    return sum(1 for column in columns if column.head.kind == kind)


def _place(text: str, start: int, names: Sequence[Name], columns: Sequence[Column], facts: Facts) -> bool:
    """Names under columns from left to right; False when people or units have no column left."""
    at = 0
    for run in _runs(names):
        kind = "person" if run[0].person else "unit"
        while at < len(columns) and columns[at].head.kind != kind:
            at += 1
        block = at
        while block < len(columns) and columns[block].head.kind == kind:
            block += 1
        if at == block:
            return False
        _fill(text, start, _lists_of(run), columns[at:block], facts)
        at = block
    return True


def _runs(names: Sequence[Name]) -> list[list[Name]]:
    runs: list[list[Name]] = []
    for name in names:
        if runs and runs[-1][-1].person == name.person:
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


def _lists_of(names: Sequence[Name]) -> list[Range]:
    """Names that marks join make one list."""
    lists: list[Range] = []
    for name in names:
        if lists and not name.glued:
            lists[-1] = (lists[-1][0], name.end)
        else:
            lists.append((name.start, name.end))
    return lists


def _fill(text: str, start: int, lists: Sequence[Range], columns: Sequence[Column], facts: Facts) -> None:
    """One list a column; the last column takes what is left, and a collective that stands where none leads."""
    shifted = [(start + a, start + b) for a, b in lists]
    spare = len(columns) - len(shifted)
    leads = columns[0].head.role == "lead" and len(columns) > 1
    if leads and is_collective(text[shifted[0][0] : shifted[0][1]]) and (spare or len(shifted) > len(columns)):
        columns = columns[1:]
        spare = len(columns) - len(shifted)
    if spare > 0 and len(shifted) > 1 and is_collective(text[shifted[-1][0] : shifted[-1][1]]):
        columns = [*columns[: len(shifted) - 1], columns[-1]]
    facts.lost = facts.lost or spare < 0
    for i, found in enumerate(shifted):
        facts.cells.setdefault(columns[min(i, len(columns) - 1)].index, []).append(found)


def _without_stop(text: str, at: int, columns: Sequence[Column], known: Collection[str]) -> Facts:
    """A row whose task text ends with no full stop: only names that are sure by themselves are cut off its end."""
    heads = {name[:2] for name in known}
    place = next((i for i, column in enumerate(columns) if column.head.kind == "deadline"), None)
    facts = Facts(len(text), certain=False)
    end = len(text)
    last = place is not None and place == len(columns) - 1
    time = _time(text, max(at, len(text) - LONGEST_TEXT)) if last else None
    if place is not None and time is not None and time[1] >= len(text) - _TAIL:
        end = facts.content = time[0]
        facts.cells[columns[place].index] = [(end, len(text))]
    rest = columns[:place] if end < len(text) else columns
    for begin in range(max(at, _SHORTEST, end - LONGEST_TEXT), end - 1):
        if text[begin] not in REGION_CHARS + "各" and text[begin : begin + 2] not in heads:
            continue
        if text[begin - 1] in _WORD_BEFORE.get(text[begin], ""):
            continue
        names = cut_names(text[begin:end], 0, _count(rest, "unit"), known)
        if names is not None and _place(text, begin, names, rest, facts):
            facts.content, facts.certain = begin, True
            break
    return facts
