"""Finding the column heads of a table, in whichever way the page printed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .heads import MAX_HEAD, TEXT_KINDS, Head, read_head
from .piece import Range, squeezed
from .table_lines import Split, is_rule, split_blanks

#: Ways a page prints a table: a row a line between pipes or tabs, a row a line between blanks, a cell a line.
ROWS, BLANKS, STREAM = "rows", "blanks", "stream"
_MAX_COLUMNS = 16


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The column heads of one table: lines ``first`` to ``last``, the printed cells and what they say."""

    first: int
    last: int
    way: str
    ranges: tuple[Range, ...]
    heads: tuple[Head, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The heads as printed, without white space."""
        return tuple(head.text for head in self.heads)


def find_head_rows(text: str, splits: Sequence[Split]) -> tuple[HeadRow, ...]:
    """All rows of column heads in the document, repeats after page breaks included, in order."""
    found: list[HeadRow] = []
    at = 0
    while at < len(splits):
        row = _head_at(text, splits, at)
        if row is None:
            at += 1
        else:
            found.append(row)
            at = row.last + 1
    return tuple(found)


def _head_at(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    split = splits[at]
    if not split.filled:
        return None
    if len(split.filled) > 1:
        return _row_head(text, split, ROWS)
    start, end = split.filled[0]
    if end - start > 4 * _MAX_COLUMNS * 2:
        return None
    if not split.pipes and any(char.isspace() for char in split.line.text):
        blanks = _row_head(text, split_blanks(split.line), BLANKS)
        if blanks is not None and len(blanks.heads) > 2:
            return blanks
    return _stream_head(text, splits, at)


def _row_head(text: str, split: Split, way: str) -> HeadRow | None:
    if len(split.filled) > _MAX_COLUMNS or split.line.end - split.line.start > 400:
        return None
    ranges = split.cells if way == ROWS else split.filled
    texts = [squeezed(text, [cell]).text for cell in ranges]
    heads = [read_head(t) if t else None for t in texts]
    known = sum(1 for head in heads if head is not None)
    if known < 2 or known < 0.6 * len(split.filled) or not _makes_table(heads):
        return None
    kept = [(r, h or Head(t, "other", None, False)) for r, h, t in zip(ranges, heads, texts, strict=True)]
    while kept and not kept[-1][1].text:
        kept.pop()
    line = split.line.index
    return HeadRow(line, line, way, tuple(r for r, _ in kept), tuple(h for _, h in kept))


def _makes_table(heads: Sequence[Head | None]) -> bool:
    """True for heads of a table of tasks: someone or some time beside something to be done."""
    kinds = {head.kind for head in heads if head is not None}
    doer = bool(kinds & {"unit", "deadline", "person"})
    return doer and bool(kinds & TEXT_KINDS or ("number" in kinds and len(kinds) > 2))


def _stream_head(text: str, splits: Sequence[Split], at: int) -> HeadRow | None:
    """Heads one a line, with or without pipes between them."""
    first = read_head(squeezed(text, splits[at].filled).text)
    if first is None:
        return None
    cells = list(_stream_cells(text, splits, at))
    joined = _join_broken(text, cells)
    last_known = max((i for i, (_, _, head) in enumerate(joined) if head is not None), default=-1)
    kept = joined[: last_known + 1]
    gaps = sum(1 for _, _, head in kept if head is None)
    heads = [head for _, _, head in kept]
    if gaps > len(kept) // 2 or len([h for h in heads if h]) < 2 or not _makes_table(heads):
        return None
    ranges = tuple((r[0][0], r[-1][1]) for r, _, _ in kept)
    named = tuple(
        head or Head(squeezed(text, r).text, "other", None, False) for (r, _, _), head in zip(kept, heads, strict=True)
    )
    return HeadRow(splits[at].line.index, kept[-1][1], STREAM, ranges, named)


def _stream_cells(text: str, splits: Sequence[Split], at: int) -> Iterator[tuple[list[Range], int, Head | None]]:
    """The cells from line ``at`` on that may be heads: at most two unknown ones between known ones."""
    unknown = count = 0
    for split in splits[at:]:
        if not split.filled or is_rule(split.line.text):
            continue
        if len(split.filled) > 1:
            return
        value = squeezed(text, split.filled).text
        head = read_head(value)
        if head is None and (len(value) > MAX_HEAD or value[:1].isdigit() or value[-1] in "。；"):
            return
        unknown = 0 if head is not None else unknown + 1
        count += 1
        if unknown > 2 or count > _MAX_COLUMNS:
            return
        yield [split.filled[0]], split.line.index, head


def _join_broken(
    text: str, cells: Sequence[tuple[list[Range], int, Head | None]]
) -> list[tuple[list[Range], int, Head | None]]:
    """Heads that the page broke over two lines joined again (检查对 / 范围)."""
    joined: list[tuple[list[Range], int, Head | None]] = []
    for ranges, line, head in cells:
        if joined and joined[-1][2] is None and line == joined[-1][1] + 1:
            both = joined[-1][0] + ranges
            whole = read_head(squeezed(text, both).text)
            if whole is not None:
                joined[-1] = (both, line, whole)
                continue
        joined.append((list(ranges), line, head))
    return joined
