"""Tables of one record each: a head and its value side by side on a line, record after record.

项目名称 | 社区食堂 |
实施内容 | 新建食堂十五个。 |
责任单位 | 区民政局 |

Or a line below the other (:mod:`.key_lines`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from ...fields.heads import TEXT_KINDS, Head, read_head
from ...text.piece import squeezed_text
from ...units import unit_likeness
from ..body.lines import Split
from .record_tables import Entry, FoundTable, record_table

#: A record alone on a page has so many fields at least; one of several may have fewer.
_FEWEST_ALONE, _FEWEST = 4, 2
_PAIR = 2
#: A line between records that is longer than this is prose; a value goes on over so many lines at most.
_TITLE, _MOST_LINES = 40, 8
_SURE, _ENDS = 0.9, frozenset("。；")

#: A line and its pairs; none for a title.
_Line = tuple[Split, Sequence[Entry]]


def find_key_tables(text: str, splits: Sequence[Split], taken: Sequence[tuple[int, int]]) -> Iterator[FoundTable]:
    """Records printed as heads and values side by side, outside the lines ``taken`` by other tables."""
    if max(map(len, map(attrgetter("cells"), splits)), default=0) < 2:
        return
    for run in _runs(text, splits, taken):
        parts = [part for split, pairs in run for part in pairs or [split]]
        table = record_table(text, parts, run[0][0].line.index, run[-1][0].last_line, piped=True)
        heads = table.head.heads
        records = sum(1 for row in table.rows if row.cells)
        if len(heads) >= (_FEWEST if records > 1 else _FEWEST_ALONE) and _names_tasks(heads):
            yield table


def _names_tasks(heads: Iterable[Head]) -> bool:
    kinds = [(head.kind, head.known) for head in heads]
    return ("unit", True) in kinds and any(kind in TEXT_KINDS for kind, _ in kinds)


def _runs(text: str, splits: Sequence[Split], taken: Sequence[tuple[int, int]]) -> Iterator[list[_Line]]:
    """Lines of pairs on end, with the titles between them, and the lines with which the value above them goes on."""
    others = {index for first, last in taken for index in range(first, last + 1)}
    run, between, keys = list[_Line](), list[Split](), _repeated(text, splits, others)
    seen = set[str]()
    for split in splits:
        if not run and len(split.cells) < 2:
            continue
        free = split.line.index not in others
        pairs = _pairs(text, split, keys) if free else []
        if pairs:
            again = pairs[0].head.text in seen
            if between and not again and _goes_on(text, run[-1][1], between):
                run[-1] = _with_lines(run[-1], between)
            elif _is_title(between):
                run += [(title, ()) for title in between]
            else:
                yield run
                run = []
            keys |= {pair.head.text for pair in pairs}
            seen = {pair.head.text for pair in pairs} | (set[str]() if again else seen)
            run.append((split, pairs))
            between = []
        elif split.filled:
            between.append(split)
            if run and not (free and len(split.filled) == 1 and len(between) <= _MOST_LINES):
                yield run
                run = []
            if not run:
                between, seen = [], set[str]()
    if run:
        yield run


def _is_title(between: Sequence[Split]) -> bool:
    """Whether the lines between two of pairs are none, or one that names the record below it."""
    return not between or (len(between) == 1 and len(between[0].line.text) <= _TITLE)


def _goes_on(text: str, pairs: Sequence[Entry], between: Sequence[Split]) -> bool:
    """Whether lines inside a record are more of the last value above them: more units, or the rest of a sentence."""
    if not pairs or not pairs[-1].values:
        return False
    lines = [squeezed_text(text, split.filled[0]) for split in between]
    if pairs[-1].head.kind == "unit":
        return all(unit_likeness(line) >= _SURE for line in lines)
    return pairs[-1].head.kind in TEXT_KINDS and lines[-1][-1:] in _ENDS


def _with_lines(line: _Line, between: Sequence[Split]) -> _Line:
    """A line of pairs, its last value with the lines with which it goes on."""
    split, pairs = line
    values = (*pairs[-1].values, *((more.filled[0], more.line.index) for more in between))
    return split, [*pairs[:-1], pairs[-1]._replace(values=values)]


def _repeated(text: str, splits: Sequence[Split], others: Collection[int]) -> set[str]:
    """What stands first on two lines or more of two cells: keys, whatever their values read like (备注 | 已列入实事)."""
    pairs = (split for split in splits if len(split.cells) == _PAIR and split.line.index not in others)
    firsts = Counter(squeezed_text(text, split.cells[0]) for split in pairs if split.cells[0])
    return {first for first, count in firsts.items() if count > 1}


def _pairs(text: str, split: Split, keys: Collection[str]) -> list[Entry]:
    """The heads of a line with the values beside them; none when the line is anything else.

    Two heads side by side are a row of heads, unless the first is one of the ``keys`` of the records before.
    """
    cells = split.cells
    if len(cells) < 2 or len(cells) % 2:
        return []
    pairs: list[Entry] = []
    for key, value in zip(cells[::2], cells[1::2], strict=True):
        head = read_head(squeezed_text(text, key).rstrip("：")) if key else None
        beside = squeezed_text(text, value) if value and head is not None else ""
        if head is None or beside in keys or (head.text not in keys and beside and read_head(beside) is not None):
            return []
        pairs.append(Entry(head, key, [(value, split.line.index)] if value else ()))
    return pairs
