"""The cells of a table that prints a cell a line, with a blank line behind each: lines that none parts are one cell.

1

海绵城市
建设管理

区水务局、区城管局，
各街镇

That must hold for all cells, since other pages leave out the blank line before a unit or a time here and there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise

from ...fields.breaks import are_parts, ends_name, halves_month
from ...units import unit_likeness
from ..body.lines import Split
from ..grid.cells import Cell, join_cells
from .names import broken_places, name_starts

#: So many cells, this share of them of one line, and so many of several tell that blank lines part all cells.
_FEWEST, _SINGLE, _FEWEST_SEVERAL = 10, 0.3, 3
#: A cell this much like units or times is one of them; a text is less like them than this.
_SURE, _UNLIKE = 0.8, 0.3
_GOES_ON = "、，（"


def parted_cells(text: str, lines: Sequence[Split], alone: Sequence[Cell]) -> list[Cell] | None:
    """The cells of ``lines``, each ``alone`` so far, where blank lines part all of them; None where they do not."""
    joints = [b.line.index > a.line.index + 1 for a, b in pairwise(lines)]
    if sum(joints) + 1 < _FEWEST or len(joints) - sum(joints) < _FEWEST_SEVERAL:
        return None
    places = accumulate(joints, initial=0)
    cells = [[cell for _, cell in group] for _, group in groupby(zip(places, alone, strict=True), lambda pair: pair[0])]
    several = [group for group in cells if len(group) > 1]
    if len(several) < _FEWEST_SEVERAL or len(cells) - len(several) < _SINGLE * len(cells):
        return None
    if any(_holds_two(group) for group in several if not _is_quoted(group)):
        return None
    return [_joined(text, group) if len(group) > 1 else group[0] for group in cells]


def _joined(text: str, lines: Sequence[Cell]) -> Cell:
    return join_cells(text, lines, glued=broken_places(lines))


def _is_quoted(lines: Sequence[Cell]) -> bool:
    """Whether lines are the name of a paper: the first opens a bracket, which a later one closes."""
    return lines[0].text[0] == "《" and "》" not in lines[0].text and any("》" in line.text for line in lines)


def _holds_two(lines: Sequence[Cell]) -> bool:
    """Whether some of the lines are surely another cell than those above; the end of a name belongs to its beginning."""
    above = ["", *(line.text for line in lines)]
    return name_starts(lines) is None and any(
        _are_two(before, behind) and not (first and ends_name(first, before.text) and behind.unit > _SURE)
        for first, (before, behind) in zip(above, pairwise(lines), strict=False)
    )


def _are_two(before: Cell, behind: Cell) -> bool:
    """Whether two lines are surely cells of their own: a number, a sentence and who does it, a unit and its time."""
    if halves_month(before.text, behind.text):
        return False
    if before.number is not None or behind.number is not None or behind.outer:
        return True
    if before.text[-1] in _GOES_ON or ends_name(before.text, behind.text) or are_parts(before.text, behind.text):
        return False
    if behind.unit > _SURE and "、" in before.text and unit_likeness(before.text + behind.text) > _SURE:
        return False
    typed = behind.unit > _SURE or (behind.deadline > _SURE and not behind.closed)
    if before.closed or max(before.unit, before.deadline) < _UNLIKE:
        return typed
    return typed and (before.unit > _UNLIKE) != (behind.unit > _SURE)
