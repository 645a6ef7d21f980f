"""Column heads between marks that the page broke inside their cells: the line ends without a mark, another goes on.

序号 | 任务内容 | 牵头
单位 | 完成
时限 |

Or between two of them, where only both lines together have as many cells as the rows below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.heads import MAX_HEAD, read_head
from ...text.labels import bare_number
from ...text.piece import squeezed_text
from ..body.lines import Printed, Split, put_together, with_cells
from .head_row import MAX_COLUMNS

#: Every cell of the row may be broken.
_MOST_LINES, _MOST_AT_TABS = MAX_COLUMNS + 1, 6
#: The first half of a broken head that stands alone has no more characters than this.
_SHORT = 4
_FEWEST, _KNOWN = 3, 0.6
#: What a head says of its cells is no part of it: 风险等级（低、一般、较高、高）.
_REMARK = lazy_pattern(r"（[^（）]{1,30}）$")


def with_whole_heads(text: str, splits: tuple[Split, ...]) -> tuple[Split, ...]:
    """``splits``, the lines of such heads put together on their first."""
    return put_together(splits, _rows(text, splits))


def _rows(text: str, splits: Sequence[Split]) -> Iterator[Split]:
    below = 0
    several = [at for at, split in enumerate(splits) if len(split.filled) > 1]
    near = sorted({*several, *(at - 1 for at in several if at)})
    for at in [at for at in near if splits[at].closed or _may_begin(text, splits, at)]:
        if at < below:
            continue
        size, cells = _put_together(text, splits, at)
        if size:
            below = at + size
            yield with_cells(splits[at], tuple(cells), splits[below - 1].line.index)


def _put_together(text: str, splits: Sequence[Split], at: int) -> tuple[int, list[Printed]]:
    """How many lines from ``at`` on make one row of heads, and its cells; 0 when none do."""
    if splits[at].closed:
        return _parted(text, splits, at)
    if splits[at].pipes or splits[at + 1].pipes:
        return _joined(text, splits, at)
    size, cells = _joined_at_tabs(text, splits, at)
    return (size, cells) if size else _parted(text, splits, at)


def _may_begin(text: str, splits: Sequence[Split], at: int) -> bool:
    """Whether heads may begin on a line: it has several cells, or is half a head whose rest begins the next line."""
    split, below = splits[at], splits[at + 1] if at + 1 < len(splits) else None
    if below is None or len(split.filled) > 1:
        return below is not None
    if not split.filled or len(below.filled) < _FEWEST or below.opened or split.line.end - split.line.start > _SHORT:
        return False
    rest = squeezed_text(text, below.cells[0])
    return read_head(rest) is None and read_head(squeezed_text(text, split.filled[0]) + rest) is not None


def _joined(text: str, splits: Sequence[Split], at: int) -> tuple[int, list[Printed]]:
    """The same up to a line that a mark closes."""
    cells = list(splits[at].cells)
    for size, split in enumerate(splits[at + 1 : at + _MOST_LINES], 2):
        wide = len(cells) + len(split.cells) > MAX_COLUMNS + 1
        if not split.filled or split.opened or wide or len(split.line.text) > MAX_HEAD * (len(split.cells) + 1):
            break
        cells[-1] += split.cells[0]
        cells += split.cells[1:]
        if split.closed:
            return (size, cells) if _are_heads([squeezed_text(text, cell) for cell in cells]) else (0, [])
    return 0, []


def _parted(text: str, splits: Sequence[Split], at: int) -> tuple[int, list[Printed]]:
    """The same of a closed line and the one below it, which together have a cell for each of the row numbered 1 below."""
    if at + 2 >= len(splits):
        return 0, []
    first, second, row = splits[at : at + 3]
    cells = [*first.cells, *second.cells]
    if (
        len(row.cells) != len(cells)
        or not row.filled
        or not all(cells)
        or bare_number(squeezed_text(text, row.filled[0])) != 1
    ):
        return 0, []
    texts = [squeezed_text(text, cell) for cell in cells]
    head = read_head(texts[0])
    return (2, cells) if head is not None and head.kind == "number" and _are_heads(texts) else (0, [])


def _joined_at_tabs(text: str, splits: Sequence[Split], at: int) -> tuple[int, list[Printed]]:
    """The same between tabs, which close no row: lines are joined where a cell that is no head makes one with the rest below."""
    cells = list(splits[at].cells)
    size = 1
    if not _are_heads([squeezed_text(text, cell) for cell in cells[:-1]], 2):
        return 0, []
    for split in splits[at + 1 : at + _MOST_AT_TABS]:
        halves = [squeezed_text(text, cell) for cell in (cells[-1], *split.cells[:1])]
        whole = all(halves) and read_head("".join(halves)) is not None and read_head(halves[0]) is None
        if not whole or (len(halves[0]) > _SHORT and read_head(halves[1]) is not None):
            break
        cells[-1] += split.cells[0]
        cells += split.cells[1:]
        size += 1
    return (size, cells) if size > 1 and _are_heads([squeezed_text(text, cell) for cell in cells]) else (0, [])


def _are_heads(texts: Sequence[str], fewest: int = _FEWEST) -> bool:
    known = sum(1 for text in texts if read_head(text) is not None)
    short = all(text and len(_REMARK.sub("", text)) <= MAX_HEAD for text in texts)
    return len(texts) >= fewest and short and known >= _KNOWN * len(texts)
