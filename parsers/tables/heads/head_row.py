"""The column heads of one table as found: where they stand, how the page printed them, what they say."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.named_tuples import NamedTuple
from ...fields.heads import TEXT_KINDS, Head, head_or_unknown
from ...text.piece import Range, squeezed_text
from ..body.lines import Printed, Split
from .task_heads import makes_table

#: Ways a page prints a table: a row a line between pipes or tabs, a row a line between blanks, a cell a line.
ROWS, BLANKS, STREAM = "rows", "blanks", "stream"
#: No table of tasks has more.
MAX_COLUMNS = 20
_FEWEST = 2


class HeadRow(NamedTuple):
    """The column heads of one table: lines ``first`` to ``last``, the printed cells and what they say.

    ``copies`` tells how often the page prints them, one behind the other: over tables side by side, or by a slip.
    """

    first: int
    last: int
    way: str
    ranges: tuple[Range, ...]
    heads: tuple[Head, ...]
    copies: int = 1


def head_row(
    text: str, lines: Sequence[Split], way: str, cells: Sequence[Printed], heads: Sequence[Head | None]
) -> HeadRow:
    """The heads, those of no known meaning as they are printed."""
    pairs = zip(cells, heads, strict=True)
    named = tuple(head or head_or_unknown(squeezed_text(text, cell)) for cell, head in pairs)
    ranges = tuple(r for cell in cells for r in cell)
    return HeadRow(lines[0].line.index, lines[-1].last_line, way, ranges, named)


def told_once(row: HeadRow) -> HeadRow:
    """The heads without their copies: 序号 | 任务 | 单位 | 序号 | 任务 | 单位.

    Where numbers head each of them, other words may stand in them: 序号 | 市级任务 | 责任单位 | 序号 | 县级任务 | 责任单位.
    """
    for copies in (2, 3):
        size, rest = divmod(len(row.heads), copies)
        if size < _FEWEST or rest:
            continue
        parts = [row.heads[at : at + size] for at in range(0, len(row.heads), size)]
        if all(_is_copy(part, parts[0]) for part in parts[1:]) and makes_table(parts[0]):
            return row._replace(heads=parts[0], copies=copies)
    return row


def _is_copy(heads: Sequence[Head], first: Sequence[Head]) -> bool:
    """Whether the heads are the first again, or ask for the same and begin with a number."""
    if heads == first:
        return True
    numbered = heads[0].kind == first[0].kind == "number"
    return numbered and list(map(_asked, heads)) == list(map(_asked, first))


def _asked(head: Head) -> tuple[str, str]:
    """What a head asks for; heads of no task or doer must say the same."""
    kind = "text" if head.kind in TEXT_KINDS else head.kind
    return kind, head.text if kind == "other" else head.role or ""
