"""Pieces of cells in the order of the page, and what stands between two of them: the break of a cell, or its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from ....normalize.lazy import lazy_pattern
from ...fields.breaks import ends_name
from ...text.labels import read_label
from ...units import unit_likeness
from ...units.grammar import is_department
from ..body.lines import Split
from ..body.stream import is_last_character
from ..grid.cells import Cell, make_cell
from ..wraps.joints import counted_rows, kinds_cost, told_inside

_PIECE = lazy_pattern(r"\S+")
#: No cell ends in one of these, and no list of units in what is none.
_LEADS_ON = "至到—~"
_UNIT, _NO_UNIT = 0.4, 0.3
_BEGUN = lazy_pattern("[、，；](?:各|[有相]关?|各[有相]关?|各成|各级|[省市县区州旗镇乡](?:[直有相级]|[有相]关)?)$")
_SEPARATORS = "、，；。："
_SEPARATOR = lazy_pattern(f"[{_SEPARATORS}]")
_LONGEST_HALF = 12
_SHORTEST_RUNNING = 7
_FORBIDDEN = 50.0
_TIME_PARTS = lazy_pattern(r"[\d年月日初中上下旬底末前后至—~\-]+")


class Piece(NamedTuple):
    """A stretch between blanks as a cell of its own; whether it is the ``first`` of its line; whether it numbers a row.

    ``begins`` tells whether it begins a row, where that is known.
    """

    cell: Cell
    first: bool
    counted: bool
    begins: bool | None = None


def cut_pieces(text: str, lines: Sequence[Split]) -> list[Piece]:
    """The pieces of ``lines``, cut at every blank."""
    cells: list[Cell] = []
    firsts: list[bool] = []
    for split in lines:
        for match in _PIECE.finditer(split.line.text):
            start = split.line.start
            cells.append(make_cell(text, ((start + match.start(), start + match.end()),), split.line.index))
            firsts.append(match.start() == 0)
    return list(map(Piece, cells, firsts, counted_rows(cells)))


def lone_pieces(cells: Sequence[Cell], firsts: Set[int] = frozenset()) -> list[Piece]:
    """The pieces of a page that prints one a line; those at the places ``firsts`` begin the rows, where these are known."""
    counted = counted_rows(cells)
    return [Piece(cell, True, counted[at], at in firsts if firsts else None) for at, cell in enumerate(cells)]


class Joint(NamedTuple):
    """What stands between two pieces: whether a cell is surely broken there, and what it costs to join and to part them.

    ``soft`` tells that the blank may be one inside a cell, beside Latin letters or at a line's end; ``listed`` is the share of
    ``joining`` that counts where the piece fills its column: less where both are parts of a list.
    """

    torn: bool
    joining: float
    parting: float
    soft: bool
    listed: float = 0.5


def joints(pieces: Sequence[Piece]) -> list[Joint]:
    """What stands behind each piece but the last."""
    return list(_joints(pieces))


_LISTED, _NAMES = 0.2, 0.5
_TORN, _LABEL = 3.0, 3.0
_SURE = 0.8
_PARTED, _CLOSED, _BEHIND_SENTENCE = 2.0, 0.4, 1.2
#: What it costs that a fact stands in a text, and how much it speaks for the end of one.
_OTHER_KIND, _TOLD = 1.2, 0.6


def _joints(pieces: Sequence[Piece]) -> Iterator[Joint]:
    several = not all(piece.first for piece in pieces)
    above: Cell | None = None
    for at, (piece, below) in enumerate(pairwise(pieces)):
        before, behind = piece.cell, below.cell
        if piece.counted or below.counted or below.begins:
            yield Joint(False, _FORBIDDEN, 0.0, False)
        elif _is_bare_label(before):
            yield Joint(True, 0.0, _LABEL, True)
        elif _is_wide_name(before, behind):
            yield Joint(True, 0.0, _TORN, True)
        else:
            named = len(behind.text) == 1 and at + 2 < len(pieces) and _is_wide_name(behind, pieces[at + 2].cell)
            torn = not named and _is_torn(before, behind, above)
            whole = max(before.unit, before.deadline) > _SURE and not ends_name(before.text, behind.text)
            soft = (several and below.first) or _is_latin(before.text[-1]) or _is_latin(behind.text[0])
            facts = max(behind.unit, behind.deadline) if max(before.unit, before.deadline) < _NO_UNIT else 0.0
            yield Joint(
                torn,
                0.0 if torn else max(kinds_cost(before, behind), _OTHER_KIND * facts, _BEHIND_SENTENCE * before.closed),
                _TORN if torn else _CLOSED if before.closed or whole else _PARTED * (1.0 - _TOLD * facts),
                soft,
                _LISTED if "、" in before.text or "、" in behind.text else _NAMES,
            )
        above = before


def _is_wide_name(before: Cell, behind: Cell) -> bool:
    """True for two single characters: a name printed wide (李 娜)."""
    return len(before.text) == len(behind.text) == 1 and before.number is None and behind.number is None


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _is_bare_label(cell: Cell) -> bool:
    """True for 一、 and （一） alone, which open a heading."""
    if cell.text[-1] not in "、）" or cell.text.isdecimal():
        return False
    label = read_label(cell.text + "一工作")
    return label is not None and label.outer and label.end >= len(cell.text)


def _is_torn(before: Cell, behind: Cell, above: Cell | None) -> bool:
    """Whether what stands on both sides of a break tells that it is inside a cell."""
    told = told_inside(before, behind, above)
    if told is not None:
        return told
    return (
        before.text[-1] in _LEADS_ON
        or _is_begun(before)
        or (behind.text[0] == "（" and behind.label is None and before.unit > _NO_UNIT)
        or (before.unit < _SURE and ends_name(before.text, behind.text))
        or _halves_department(before.text, behind.text)
        or is_last_character(before, behind)
        or (_TIME_PARTS.fullmatch(behind.text) is not None and behind.deadline < _SURE and before.deadline > 0)
    )


def _halves_department(before: str, behind: str) -> bool:
    """True for the halves of a department's name of known form, of which the first is none: 自然资源和规 | 划局."""
    first = before[max(map(before.rfind, _SEPARATORS)) + 1 :]
    second = _SEPARATOR.split(behind, maxsplit=1)[0]
    halves = 1 < len(first) <= _LONGEST_HALF and 0 < len(second) <= _LONGEST_HALF
    return halves and is_department(first + second) and not is_department(first)


def _is_begun(before: Cell) -> bool:
    """True for a list of units the last of which is but the beginning of a name: 县财政局、县住房和."""
    if _BEGUN.search(before.text) is not None:
        return True
    last = before.text.rpartition("、")
    return bool(last[1]) and before.unit > _UNIT and unit_likeness(last[2]) < _NO_UNIT


def is_running(cell: Cell) -> bool:
    """True for a piece that may be part of a text: no name, time or end of a sentence."""
    return len(cell.text) >= _SHORTEST_RUNNING and max(cell.unit, cell.deadline) < _SURE and not cell.closed
