"""Tables whose rows run on in one line, all cells joined by blanks, cut into lines: title, heads, and a line a row.

某镇任务分解表 序号 整治内容 责任单位 完成时限 1 清理河道 镇水利站 3月底 2 拆除违建 镇执法队 6月底

The heads begin with one of numbers, the rows are numbered from 1, and every number counts on.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..fields.heads import Head, read_head
from ..text.document import Line
from ..text.labels import bare_number
from .run_together import pieces

_WORD = lazy_pattern(r"\S+")
_SHORTEST, _FEWEST_HEADS, _MOST_HEADS, _FEWEST_ROWS = 40, 3, 12, 2
#: So many of the words before the first row are heads that are known.
_KNOWN = 0.7


def parted_at_blanks(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the document ``text``, those that hold the heads and rows of a table cut into a line each."""
    if " 2 " not in text:
        return tuple(lines)
    rows = {line.index for line in lines if " 2 " in line.text and _may_hold_rows(line)}
    if not rows:
        return tuple(lines)
    parted: list[Line] = []
    for line in lines:
        parted += pieces(line, _cuts(line.text) if line.index in rows else [], len(parted))
    return tuple(parted)


def _may_hold_rows(line: Line) -> bool:
    return len(line.text) >= _SHORTEST and "|" not in line.text and " 1 " in line.text


def _cuts(text: str) -> list[int]:
    """Where the heads and the rows begin; none when the line holds no such table."""
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    first = next((i for i, (_, word) in enumerate(words) if word == "1"), 0)
    opening = _opening(words[max(0, first - _MOST_HEADS) : first])
    if opening is None:
        return []
    rows: list[int] = []
    for start, word in words[first:]:
        if bare_number(word) == len(rows) + 1 and word.isdigit():
            rows.append(start)
    return [cut for cut in (opening, *rows) if cut] if len(rows) >= _FEWEST_ROWS else []


def _opening(words: Sequence[tuple[int, str]]) -> int | None:
    """Where the heads begin that the words end with: at one of numbers, known ones behind it."""
    for at, (start, _) in enumerate(words):
        heads = [read_head(head) for _, head in words[at:]]
        if _is_number(heads[0]) and len(heads) >= _FEWEST_HEADS:
            known = sum(head is not None for head in heads)
            units = any(head is not None and head.kind == "unit" for head in heads)
            return start if units and known >= _KNOWN * len(heads) else None
    return None


def _is_number(head: Head | None) -> bool:
    return head is not None and head.kind == "number"
