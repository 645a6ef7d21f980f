"""Tables that a page left on one line, heads and rows between marks: 序号 | 任务 | 单位 | 1 | 修桥 | 县交通局 | 2 | ….

Such a line is cut before each row, by the numbers that count its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ...normalize.lazy import lazy_pattern
from ..fields.heads import Head, read_head
from ..text.document import Line, cut_lines
from ..text.labels import bare_number

#: A line with heads and a row has so many marks at least, and a table so many columns.
_FEWEST_MARKS, _FEWEST = 5, 3
_MARKED = lazy_pattern(rf"(?:\|[^|\n]*){{{_FEWEST_MARKS}}}")
_MOST = 16
_KNOWN = 0.5


def parted_rows(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the document ``text``, those that hold a whole table cut into its heads and rows."""
    if "|" not in text or _MARKED.search(text) is None:
        return tuple(lines)
    return cut_lines(
        lines, {line.index: starts for line in lines if "|" in line.text and (starts := _row_starts(line.text))}
    )


def _row_starts(text: str) -> list[int]:
    """The offsets at which the rows of a line begin; none where its first cells are no heads of numbered rows."""
    cells = text.split("|")
    opened = not cells[0].strip()
    if len(cells) <= _FEWEST_MARKS or (head := _head(cells[opened])) is None or head.kind != "number":
        return []
    numbers = [bare_number(cell.strip()) for cell in cells]
    first = next((i for i in range(opened + 1, min(len(cells), _MOST + 2)) if numbers[i] == 1), 0)
    heads = [cell for cell in cells[opened:first] if cell.strip()]
    if len(heads) < _FEWEST or sum(1 for cell in heads if _head(cell) is not None) < _KNOWN * len(heads):
        return []
    starts = list(accumulate((len(cell) + 1 for cell in cells), initial=0))
    return [starts[i] for i in _numbered(numbers, first, first - opened)]


def _head(cell: str) -> Head | None:
    return read_head("".join(cell.split()))


def _numbered(numbers: Sequence[int | None], first: int, size: int) -> list[int]:
    """The cells that number the rows from ``first`` on, each about ``size`` cells behind the last."""
    found = [first]
    while True:
        last, value = found[-1], len(found) + 1
        ahead = [i for i in range(last + 2, min(len(numbers), last + 2 * size + 1)) if numbers[i] == value]
        if not ahead:
            return found
        found.append(min(ahead, key=lambda i: abs(i - last - size)))
