"""Tables of one record each: a head and its value side by side on a line, record after record.

项目名称 | 社区食堂 |
实施内容 | 新建食堂十五个。 |
责任单位 | 区民政局 |

Or a line below the other (:mod:`.key_lines`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from ...fields.heads import TEXT_KINDS, Head, read_head
from ...text.piece import squeezed_text
from ..body.lines import Printed, Split
from ..heads.head_row import ROWS, HeadRow
from .cells import make_cell
from .key_lines import Record, find_key_lines
from .shape import Column, Row, columns_of

#: A record alone on a page has so many fields at least; one of several may have fewer.
_FEWEST_ALONE, _FEWEST = 4, 2
_PAIR = 2
#: A line between records that is longer than this is prose.
_TITLE = 40

_Pair = tuple[Head, Printed, Printed]


@dataclass(slots=True, eq=False, repr=False)
class _Run:
    """Lines of pairs on end, with the titles between them (None stands for no pair)."""

    lines: list[tuple[Split, list[_Pair]]] = field(default_factory=list[tuple[Split, list[_Pair]]])

    @property
    def heads(self) -> dict[str, Head]:
        """The heads by their text, in the order in which they are first printed."""
        return {head.text: head for _, pairs in self.lines for head, _, _ in pairs}


def find_key_tables(
    text: str, splits: Sequence[Split], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[HeadRow, int, list[Column], list[Row]]]:
    """Records printed as heads and values side by side, outside the lines ``taken`` by other tables."""
    if max(map(len, map(attrgetter("cells"), splits)), default=0) < 2:
        return
    for run in _runs(text, splits, taken):
        heads = run.heads
        columns = columns_of(heads.values())
        rows = list(_rows(text, run, {name: i for i, name in enumerate(heads)}))
        records = sum(1 for row in rows if row.heading is None)
        if len(heads) >= (_FEWEST if records > 1 else _FEWEST_ALONE) and _names_tasks(heads.values()):
            first, last = run.lines[0][0].line.index, run.lines[-1][0].last_line
            keys = tuple(r for _, pairs in run.lines for _, key, _ in pairs for r in key)
            yield HeadRow(first, first - 1, ROWS, keys, tuple(heads.values())), last, columns, rows


def find_key_line_tables(text: str, splits: Sequence[Split]) -> Iterator[tuple[HeadRow, int, list[Column], list[Row]]]:
    """Records printed as heads and values on lines of their own."""
    for records in find_key_lines(splits):
        yield _table_of(text, records)


def _table_of(text: str, records: Sequence[Record]) -> tuple[HeadRow, int, list[Column], list[Row]]:
    """The table that records with heads and values on lines of their own make up."""
    fields = [entry for record in records for entry in record.fields]
    heads = {entry.head.text: entry.head for entry in fields}
    places = {name: i for i, name in enumerate(heads)}
    rows: list[Row] = []
    for record in records:
        if record.title is not None:
            rows.append(Row(heading=make_cell(text, record.title.filled[0], record.title.line.index)))
        values = ((places[entry.head.text], entry.values) for entry in record.fields if entry.values)
        rows.append(Row({i: [make_cell(text, v.filled[0], v.line.index) for v in lines] for i, lines in values}))
    opening = records[0].title or fields[0].key
    first = opening.line.index
    last = max(split.last_line for entry in fields for split in (entry.key, *entry.values))
    keys = tuple(r for entry in fields for r in entry.key.filled[0])
    head = HeadRow(first, first - 1, ROWS, keys, tuple(heads.values()))
    return head, last, columns_of(heads.values()), rows


def _names_tasks(heads: Iterable[Head]) -> bool:
    kinds = [(head.kind, head.known) for head in heads]
    return ("unit", True) in kinds and any(kind in TEXT_KINDS for kind, _ in kinds)


def _runs(text: str, splits: Sequence[Split], taken: Sequence[tuple[int, int]]) -> Iterator[_Run]:
    others = {index for first, last in taken for index in range(first, last + 1)}
    run, titles, keys = _Run(), list[Split](), _repeated(text, splits, others)
    for split in splits:
        if not run.lines and len(split.cells) < 2:
            continue
        free = split.line.index not in others
        pairs = _pairs(text, split, keys) if free else []
        keys |= {head.text for head, _, _ in pairs}
        if pairs:
            run.lines += [(title, []) for title in titles]
            run.lines.append((split, pairs))
            titles = []
        elif split.filled:
            short = run.lines and free and len(split.filled) == 1 and len(split.line.text) <= _TITLE
            if short and len(titles) < 1:
                titles.append(split)
            else:
                if run.lines:
                    yield run
                run, titles = _Run(), []
    if run.lines:
        yield run


def _repeated(text: str, splits: Sequence[Split], others: Collection[int]) -> set[str]:
    """What stands first on two lines or more of two cells: keys, whatever their values read like (备注 | 已列入实事)."""
    pairs = (split for split in splits if len(split.cells) == _PAIR and split.line.index not in others)
    firsts = Counter(squeezed_text(text, split.cells[0]) for split in pairs if split.cells[0])
    return {first for first, count in firsts.items() if count > 1}


def _pairs(text: str, split: Split, keys: Collection[str]) -> list[_Pair]:
    """The heads of a line with the values beside them; none when the line is anything else.

    Two heads side by side are a row of heads, unless the first is one of the ``keys`` of the records before.
    """
    cells = split.cells
    if len(cells) < 2 or len(cells) % 2:
        return []
    pairs: list[_Pair] = []
    for key, value in zip(cells[::2], cells[1::2], strict=True):
        head = read_head(squeezed_text(text, key)) if key else None
        beside = squeezed_text(text, value) if value and head is not None else ""
        if head is None or beside in keys or (head.text not in keys and beside and read_head(beside) is not None):
            return []
        pairs.append((head, key, value))
    return pairs


def _rows(text: str, run: _Run, places: dict[str, int]) -> Iterator[Row]:
    """A row a record: a head that is printed again begins the next one."""
    row = Row()
    seen: set[str] = set()
    for split, pairs in run.lines:
        if not pairs:
            if row.cells:
                yield row
            row, seen = Row(), set[str]()
            yield Row(heading=make_cell(text, split.filled[0], split.line.index))
        for head, _, value in pairs:
            if head.text in seen:
                yield row
                row, seen = Row(), set[str]()
            seen.add(head.text)
            if value:
                row.cells[places[head.text]] = [make_cell(text, value, split.line.index)]
    if row.cells:
        yield row
