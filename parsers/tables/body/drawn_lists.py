"""Lists of a drawn table that stand beside rules of other columns: each of their items is a row of its own.

| ▪修渠 | 县水务局 |
|       +----------+
| ▪修桥 | 县交通局 |
"""

from __future__ import annotations

from collections.abc import Sequence

from ...text.document import Line
from ...text.labels import read_label
from .lines import Printed

_FEWEST = 2


def listed_column(rows: Sequence[Sequence[Printed | None]], lines: Sequence[Line]) -> int | None:
    """The column of such a list on lines between two rules that reach over the whole table; None stands for a rule."""
    if not any(None in parts for parts in rows):
        return None
    for column in range(min(map(len, rows))):
        items = [1 for parts, line in zip(rows, lines, strict=True) if is_item(line, parts[column])]
        if len(items) >= _FEWEST:
            return column
    return None


def is_item(line: Line, printed: Printed | None) -> bool:
    """Whether a cell opens with the mark of an item, which counts nothing."""
    if not printed:
        return False
    start, end = printed[0]
    label = read_label(line.text[start - line.start : end - line.start])
    return label is not None and label.style == "bullet"
