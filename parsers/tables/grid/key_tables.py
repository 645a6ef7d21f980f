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
from ..body.lines import Split
from .record_tables import Entry, FoundTable, record_table

#: A record alone on a page has so many fields at least; one of several may have fewer.
_FEWEST_ALONE, _FEWEST = 4, 2
_PAIR = 2
#: A line between records that is longer than this is prose.
_TITLE = 40

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
    """Lines of pairs on end, with the titles between them."""
    others = {index for first, last in taken for index in range(first, last + 1)}
    run, title, keys = list[_Line](), list[_Line](), _repeated(text, splits, others)
    for split in splits:
        if not run and len(split.cells) < 2:
            continue
        free = split.line.index not in others
        pairs = _pairs(text, split, keys) if free else []
        keys |= {pair.head.text for pair in pairs}
        if pairs:
            run += [*title, (split, pairs)]
            title = []
        elif split.filled:
            if run and free and not title and len(split.filled) == 1 and len(split.line.text) <= _TITLE:
                title = [(split, ())]
            else:
                if run:
                    yield run
                run, title = [], []
    if run:
        yield run


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
        head = read_head(squeezed_text(text, key)) if key else None
        beside = squeezed_text(text, value) if value and head is not None else ""
        if head is None or beside in keys or (head.text not in keys and beside and read_head(beside) is not None):
            return []
        pairs.append(Entry(head, key, [(value, split.line.index)] if value else ()))
    return pairs
