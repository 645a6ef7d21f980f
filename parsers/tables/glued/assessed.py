"""Rows of an assessment whose cells are glued, told by how each is checked: that stands right behind its sentence.

测评项目测评内容测评方法责任单位完成时间环境卫生路面整洁。实地考察县城管局5月底前公厕免费开放。材料审核县卫健局6月底前
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, islice, pairwise

from ....normalize.doubt import Doubt
from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...deadlines import Clock, read_deadlines
from ...fields.heads import ANSWERS, MAX_HEAD, TEXT_KINDS, read_head
from ...text.document import Line
from ...text.piece import Range, squeezed, squeezed_text
from ...text.vocabulary import alternatives, words
from ...units import person_likeness, unit_likeness
from ..body.end import after_table
from ..grid.shape import Column, Row
from ..table import Table
from .body import PAGE, GluedBody
from .cells import Facts, read_tail
from .heads import WAY, HeadRun, run_with
from .names import leading_name
from .placed import cells_of, columns_under, head_row

_WAY = lazy_pattern(
    lambda: (
        rf"(?:{alternatives(words('实地 现场 材料 资料 网上 入户 问卷 书面 随机 电话 民意 数据 台账 系统 整体 综合'))})"
        rf"(?:{alternatives(words('考察 审核 查看 检查 核查 审查 测评 访问 调查 申报 抽查 走访 查阅 评价 核实 察看 采集 观察'))})"
        rf"|(?:查阅|查看|审核|调阅|听取)(?:{alternatives(words('资料 材料 台账 档案 汇报'))})|明察暗访|暗访"
    )
)
_WAYS = lazy_pattern(lambda: rf"(?<=[。；！])(?:{_WAY.pattern})(?:[、，和及/]?(?:{_WAY.pattern}))*")
_CODE = lazy_pattern(r"([ⅠⅡⅢⅣ])[—\-－]?\d{1,2}")
_LEVELS = "ⅠⅡⅢⅣ"
_LABEL = lazy_pattern(r"(?<!\d)（?\d{1,2}(?:）|[、.．](?!\d))")
_SENTENCE = lazy_pattern("[。；！]")
#: So many rows; so many of them name who answers, or so many where that is merged; so many lines without the way of a check stand inside a row.
_FEWEST, _ANSWERED, _FEWEST_MERGED, _LOOSE = 3, 0.7, 2, 6
_LONGEST_GROUP, _LONGEST_ANSWER = 30, 60
_LISTED = lazy_pattern(r"([^，。；、：（）\d]{2,14})、")
_PERSON, _UNIT = 0.9, 0.6


#: The stretches of a row's cells by column.
_Stretches = dict[int, list[Range]]


class _Told(NamedTuple):
    columns: Sequence[Column]
    content: Column
    way: Column

    @property
    def groups(self) -> list[Column]:
        return [c for c in self.columns[1 : self.content.index] if c.head.kind in TEXT_KINDS or c.head.kind == "group"]

    @property
    def unit(self) -> Column | None:
        """Who answers, where that stands in front of the content."""
        return next((c for c in self.columns[: self.content.index] if c.head.kind == "unit"), None)

    @property
    def person(self) -> Column | None:
        """The column of people right before that of who answers."""
        return next((c for c, b in pairwise(self.columns) if c.head.kind == "person" and b is self.unit), None)

    @property
    def behind(self) -> list[Column]:
        return [c for c in self.columns if c.index > self.way.index]


def find_assessed(text: str, lines: Sequence[Line], taken: frozenset[int]) -> Iterator[Table]:
    """The tables of assessments outside the lines ``taken``, in order."""
    done = -1
    told = next(islice(_WAY.finditer(text), _FEWEST - 1, None), None) is not None
    for match in WAY.finditer(text) if told else ():
        at = bisect_right(lines, match.start(), key=lambda line: line.start) - 1
        begins = (
            at > done
            and at not in taken
            and _stands_behind_head(text[max(lines[at].start, match.start() - MAX_HEAD) : match.start()])
        )
        run = run_with(lines[at], text, match.span()) if begins else None
        table = _table(text, lines, run, taken) if run is not None else None
        if table is not None:
            done = table.last
            yield table


def _stands_behind_head(before: str) -> bool:
    """Whether the head of what is checked ends the text before that of the way."""
    return any(read_head(before[-size:]) for size in range(2, min(len(before), MAX_HEAD) + 1))


def _table(text: str, lines: Sequence[Line], run: HeadRun, taken: frozenset[int]) -> Table | None:
    columns = columns_under(run.heads)
    content = next((c for c in columns if c.head.kind == "content"), None)
    way = next((c for c in columns if WAY.fullmatch(c.head.text)), None)
    if content is None or way is None or way.index != content.index + 1:
        return None
    columns[way.index] = way = way._replace(head=way.head._replace(kind="other"))
    told = _Told(columns, content, way)
    body, ends = _body(text, lines, run, taken)
    found = list(_rows(body.piece.text, ends, told))
    if len(found) < _FEWEST or not _are_answered(found, told):
        return None
    rows = [
        Row({index: cells_of(text, lines, body, ranges) if ranges else [] for index, ranges in row.items()})
        for row in found
    ]
    table = Table(head_row(run, run.heads), (), run.line, body.last, False, columns, rows)
    table.doubts.append(Doubt("layout-uncertain", run.start, run.end, "cells without separators"))
    return table


def _body(text: str, lines: Sequence[Line], run: HeadRun, taken: frozenset[int]) -> tuple[GluedBody, list[int]]:
    """The lines below the heads up to the last that says how something is checked, and where each ends."""
    first = lines[run.line]
    page = PAGE.match(first.text)
    pages = int(page[1]) + 1 if page is not None else 2
    pending = [(run.end, first.end)]
    ranges: list[Range] = []
    last = run.line
    loose = 0
    before = ""
    for at in range(run.line, len(lines)):
        line = lines[at]
        if at > run.line:
            if not line.text:
                continue
            if at in taken or loose >= _LOOSE or after_table(line.text):
                break
            page = PAGE.match(line.text)
            turned = page is not None and int(page[1]) == pages
            pages += turned
            pending.append((line.start + (page.end() if page is not None and turned else 0), line.end))
        here = squeezed_text(text, [pending[-1]])
        loose += 1
        if _WAYS.search(before[-1:] + here):
            ranges += pending
            pending, last, loose = [], at, 0
        before = here
    ends = list(accumulate(len(squeezed_text(text, [stretch])) for stretch in ranges))
    return GluedBody(squeezed(text, ranges), tuple(ranges), (), last), ends


def _are_answered(rows: Sequence[_Stretches], told: _Told) -> bool:
    """Whether so many rows name units: where these stand in front, merged over rows, few do."""
    units = [c.index for c in told.columns if c.head.kind == "unit"]
    answered = sum(any(row.get(index) for index in units) for row in rows)
    return answered >= (_FEWEST_MERGED if told.unit is not None else _ANSWERED * len(rows))


def _rows(text: str, ends: Sequence[int], told: _Told) -> Iterator[_Stretches]:
    """The stretches of each row by column."""
    ways = list(_WAYS.finditer(text))
    known = _known_names(text, [0, *(way.end() for way in ways)], told) if told.unit is not None else frozenset[str]()
    at = 0
    for way, after in pairwise([*ways, None]):
        if way is None:
            return
        row = _opening(text, at, way.start(), told, known)
        row[told.way.index] = [way.span()]
        end, facts = _tail(text, ends, (way.end(), after.start() if after is not None else len(text)), told.behind)
        if facts is not None:
            row |= facts.cells
        elif told.behind:
            row |= {column.index: [] for column in told.behind if column.head.kind in ANSWERS}
            row[told.way.index] = [(way.start(), end)]
        yield row
        at = end


def _tail(text: str, ends: Sequence[int], behind: Range, columns: Sequence[Column]) -> tuple[int, Facts | None]:
    """Where the row ends whose way of a check stands before ``behind``, and the cells there; None where they can't be cut."""
    start, stop = behind
    if not columns:
        return start, None
    marks = {match.start() for pattern in (_CODE, _LABEL) for match in pattern.finditer(text, start, stop)}
    places = sorted(end for end in marks.union(ends) if start < end <= stop)
    places += _answered(text, start, stop, columns)
    for end in places:
        facts = Facts(start)
        if read_tail(text[:end], start, columns, facts) and facts.cells:
            return end, facts
    return (places[0] if places else start), None


def _answered(text: str, start: int, stop: int, columns: Sequence[Column]) -> list[int]:
    """Where the answers may end that stand behind the way of a check: with a time, or with the first name that is sure."""
    here = text[start : min(stop, start + _LONGEST_ANSWER)]
    if columns[-1].head.kind == "deadline":
        return [start + time.end for time in read_deadlines(here, Clock(), "cell").deadlines[:1]]
    size = _names(here, frozenset()) if columns[-1].head.kind == "unit" else 0
    return [start + size] if size else []


def _opening(text: str, start: int, end: int, told: _Told, known: Set[str]) -> _Stretches:
    """The cells of a row up to its sentence: groups, number, or who answers, and the content."""
    row: _Stretches = {}
    label = _LABEL.search(text, start, end)
    if label is not None and _may_stand_over(text[start : label.start()]):
        row[0] = [label.span()]
        _add_groups(text, start, label.start(), told.groups, row)
        start = label.end()
    elif told.unit is not None:
        start = _add_doers(text, start, end, told, known, row)
    row[told.content.index] = [(start, end)]
    return row


def _may_stand_over(text: str) -> bool:
    return len(text) <= 2 * _LONGEST_GROUP and _SENTENCE.search(text) is None


def _add_groups(text: str, start: int, end: int, groups: Sequence[Column], row: _Stretches) -> None:
    """The names of groups in front of a number, each behind its code where they have any."""
    codes = list(_CODE.finditer(text, start, end))
    opening = codes[0].start() if codes else end
    if start < opening and groups:
        row[groups[-1].index] = [(start, opening)]
    for code, behind in pairwise([*codes, None]):
        if code is None:
            return
        level = _LEVELS.index(code[1])
        stop = behind.start() if behind is not None else end
        if level < len(groups) and code.end() < stop:
            row[groups[level].index] = [(code.end(), stop)]


def _add_doers(text: str, start: int, end: int, told: _Told, known: Set[str], row: _Stretches) -> int:
    """Who answers, where a row begins with it; where the content begins.

    A beginning that can't be cut takes nothing from the row above.
    """
    at = start + _person(text[start:end], told)
    listed = _LISTED.match(text, at, end) is not None
    size = _names(text[at:end], known)
    if told.person is not None and (at == start or not (size or listed)):
        return start
    if not size:
        row |= {column.index: [] for column in (told.person, told.unit) if column is not None and listed}
        return start
    if told.person is not None:
        row[told.person.index] = [(start, at)]
    if told.unit is not None:
        row[told.unit.index] = [(at, at + size)]
    return at + size


def _person(text: str, told: _Told) -> int:
    """How long the person's name is that a row begins with; 0 where it begins with none."""
    if told.person is None:
        return 0
    return next((size for size in (3, 2) if person_likeness(text[:size]) >= _PERSON), 0)


def _names(text: str, known: Set[str]) -> int:
    """How long the list of units is that ``text`` begins with: a mark ends each but the last, which is sure or known."""
    at = 0
    while (listed := _LISTED.match(text, at)) is not None and (listed[1] in known or not text.startswith("各", at)):
        if listed[1] not in known and unit_likeness(listed[1]) < _UNIT:
            break
        at = listed.end()
    rest = text[at:]
    last = max((len(name) for name in known if rest.startswith(name)), default=0) or leading_name(rest)
    return at + last if last else 0


def _known_names(text: str, starts: Sequence[int], told: _Told) -> frozenset[str]:
    """The units that a mark ends in the lists that rows begin with."""
    known: set[str] = set()
    for start in starts:
        at = start + _person(text[start : start + _LONGEST_GROUP], told)
        while (at > start or told.person is None) and (listed := _LISTED.match(text, at)) is not None:
            if unit_likeness(listed[1]) < _UNIT:
                break
            known.add(listed[1])
            at = listed.end()
    return frozenset(known)
