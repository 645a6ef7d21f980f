"""Cells that look like units and are none in their table: who is inspected, and topics that are the beginnings of names of
units as well (乡村振兴, 市场监管), in a table that prints its units whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...fields.heads import TEXT_KINDS, Head
from ...fields.values import asks_for_objects, name_objects
from .cells import Cell

_OBJECT = 0.3
#: So many cells stand between a task and who is inspected, at most.
_BESIDE = 3
#: A whole name is this much like a unit, a bare beginning of one no more and no less than these, a topic at most so much.
_WHOLE, _LEAST, _BARE, _TOPIC = 0.9, 0.3, 0.6, 0.2
#: So many whole names, this many for each bare beginning.
_FEWEST, _TIMES = 5, 2


def lessen_objects(cells: Sequence[Cell], heads: Sequence[Head]) -> None:
    """Where a head asks who is inspected, let kinds of organisations (用人单位) look less like those who inspect.

    So does what the task beside it names: 对照料中心收费的检查 | 照料中心.
    """
    if any(asks_for_objects(head.text) for head in heads):
        for at, cell in enumerate(cells):
            if cell.unit > _OBJECT and (
                name_objects(cell.text) or _is_named(cell.text, cells[max(0, at - _BESIDE) : at])
            ):
                cell.unit = _OBJECT


def _is_named(text: str, before: Sequence[Cell]) -> bool:
    """Whether one of the cells ``before`` names what the ``text`` says, and tells more of it."""
    return any(len(cell.text) > len(text) and text in cell.text and cell.unit <= _OBJECT for cell in before)


def lessen_topics(cells: Sequence[Cell], heads: Sequence[Head]) -> None:
    """Let beginnings of names look less like units, where units are printed whole and texts stand beside the task.

    A topic opens a row: it stands behind a number, a unit, a time or a person, and a text follows.
    """
    if sum(head.kind in TEXT_KINDS for head in heads) < 2:
        return
    whole = sum(cell.unit >= _WHOLE for cell in cells)
    bare = [at for at, cell in enumerate(cells) if _LEAST < cell.unit <= _BARE and "、" not in cell.text]
    for at in bare if whole >= max(_FEWEST, _TIMES * len(bare)) else ():
        behind = cells[at + 1 : at + 2]
        if (not at or _ends_row(cells[at - 1])) and behind and max(behind[0].unit, behind[0].deadline) < _LEAST:
            cells[at].unit = min(cells[at].unit, _TOPIC)


def _ends_row(cell: Cell) -> bool:
    """Whether a cell may stand in front of a row's first text."""
    return cell.number is not None or max(cell.unit, cell.deadline, cell.person) > _BARE
