"""Cells that list who and when under labels, a line each: the lines go on with the cell that the first of them stands in.

2 | 排查渡口 | 牵头单位：县交通运输局
配合单位：各乡镇
"""

from __future__ import annotations

from ...text.piece import squeezed_text
from ...units import first_label
from .lines import Printed, Split, blank_split, with_cells

_COLONS = ("：", ":")


def with_labelled_lines(text: str, splits: tuple[Split, ...]) -> tuple[Split, ...]:
    """``splits``, those of one cell that opens with a label put to the row right above whose last cell does so."""
    if not any(len(split.cells) > 1 and _may_be_labelled(text, split.cells[-1]) for split in splits):
        return splits
    found: list[Split] = []
    row: int | None = None
    for place, split in enumerate(splits):
        found.append(split)
        *left, last = split.cells or ((),)
        if left:
            row = place if _is_labelled(text, last) else None
        elif split.filled:
            cell = split.filled[0]
            if row is not None and not split.pipes and _is_labelled(text, cell):
                *others, above = found[row].cells
                found[row] = with_cells(found[row], (*others, above + cell), split.last_line)
                found[place] = blank_split(split.line)
            else:
                row = None
    return tuple(found)


def _may_be_labelled(text: str, cell: Printed) -> bool:
    return bool(cell) and any(text.find(colon, *cell[0]) > 0 for colon in _COLONS)


def _is_labelled(text: str, cell: Printed) -> bool:
    """Whether a cell opens with a label of units, people or time."""
    return _may_be_labelled(text, cell) and first_label(squeezed_text(text, cell)) == 0
