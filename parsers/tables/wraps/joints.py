"""What stands between two pieces of cells: the break of a cell, or the end of one.

Costs are those of a search, like the scores of :mod:`..grid.fitness`: what matters is their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...fields.breaks import are_halves, are_parts, breaks_inside, ends_bare, ends_name, halves_month, is_phrase
from ...units import unit_likeness
from ...units.grammar import is_department
from ..body.stream import is_last_character
from ..grid.cells import Cell
from ..grid.looks import is_figure
from .pieces import Piece

#: A joint that costs more is none.
MOST_COST = 3.6
FORBIDDEN = 50.0
#: Between two names no mark is missing: each stands on a line of its own; a joint that any words would allow.
_NAMES, _ALLOWED = 2.0, 0.8
_SURE, _UNLIKE = 0.8, 0.5
#: The share of what a joint costs that counts where the piece fills its column: of lists, and of others.
_LISTED, _OTHERS = 0.2, 0.5
#: What it costs to part pieces that go on for sure, a cell that ends its sentence or is a fact, and others.
_TORN, _CLOSED, _PARTED = 3.0, 0.4, 2.0
#: What it costs that a fact stands in a text or a sentence goes on, and how much a fact speaks for the end of a text.
_OTHER_KIND, _BEHIND_SENTENCE, _TOLD = 1.2, 1.2, 0.6
#: So many joints, this share of all, are surely breaks where a page breaks its cells.
_FEWEST, _BROKEN = 3, 0.08
_MEASURES = frozenset("%％")
_PAIRS = ("《》", "“”", "（）", "〔〕", "【】")
#: No cell ends in one of these, and no list of units in what is none.
_LEADS_ON = "至到—~"
_UNIT, _NO_UNIT = 0.4, 0.3
_BEGUN = lazy_pattern("[、，；](?:各|[有相]关?|各[有相]关?|各成|各级|[省市县区州旗镇乡](?:[直有相级]|[有相]关)?)$")
_IN_BRACKETS = lazy_pattern("（[^（）]*）")
_SEPARATORS = "、，；。："
_SEPARATOR = lazy_pattern(f"[{_SEPARATORS}]")
_LONGEST_HALF = 12
_TIME_PARTS = lazy_pattern(r"[\d年月日初中上下旬底末前后至—~\-]+")


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


def are_broken(torn: Sequence[bool | None], share: float = _BROKEN) -> bool:
    """Whether so many cells are surely broken, and such a share of what stands between pieces (:func:`tears`)."""
    return torn.count(True) >= max(_FEWEST, share * len(torn))


def tears(pieces: Sequence[Piece]) -> list[bool | None]:
    """Whether a cell is surely broken behind each piece but the last; None where a row begins."""
    return list(_tears(pieces))


def _tears(pieces: Sequence[Piece]) -> Iterator[bool | None]:
    above: Cell | None = None
    for at, (piece, below) in enumerate(pairwise(pieces)):
        before, behind = piece.cell, below.cell
        if piece.counted or below.counted or below.begins:
            yield None
        elif _is_wide_name(before, behind):
            yield True
        else:
            named = len(behind.text) == 1 and at + 2 < len(pieces) and _is_wide_name(behind, pieces[at + 2].cell)
            yield not named and _is_torn(before, behind, above)
        above = before


def _joints(pieces: Sequence[Piece]) -> Iterator[Joint]:
    several = not all(piece.first for piece in pieces)
    for (piece, below), torn in zip(pairwise(pieces), _tears(pieces), strict=True):
        before, behind = piece.cell, below.cell
        if torn is None:
            yield Joint(False, FORBIDDEN, 0.0, False)
        elif _is_wide_name(before, behind):
            yield Joint(True, 0.0, _TORN, True)
        else:
            whole = max(before.unit, before.deadline) > _SURE and not ends_name(before.text, behind.text)
            soft = (several and below.first) or _is_latin(before.text[-1]) or _is_latin(behind.text[0])
            facts = max(behind.unit, behind.deadline) if max(before.unit, before.deadline) < _NO_UNIT else 0.0
            yield Joint(
                torn,
                0.0
                if torn
                else max(_kinds_cost(before, behind), _OTHER_KIND * facts, _BEHIND_SENTENCE * before.closed),
                _TORN if torn else _CLOSED if before.closed or whole else _PARTED * (1.0 - _TOLD * facts),
                soft,
                _LISTED if "、" in before.text or "、" in behind.text else _OTHERS,
            )


def _is_wide_name(before: Cell, behind: Cell) -> bool:
    """True for two single characters: a name printed wide (李 娜)."""
    return len(before.text) == len(behind.text) == 1 and before.number is None and behind.number is None


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _is_torn(before: Cell, behind: Cell, above: Cell | None) -> bool:
    """Whether what stands on both sides of a break tells that it is inside a cell."""
    told = _told_inside(before, behind, above)
    if told is not None:
        return told
    return (
        before.text[-1] in _LEADS_ON
        or is_begun(before)
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


def is_begun(before: Cell) -> bool:
    """True for a list of units the last of which is but the beginning of a name: 县财政局、县住房和."""
    if _BEGUN.search(before.text) is not None:
        return True
    last = _IN_BRACKETS.sub("", before.text).rpartition("、")
    return bool(last[1]) and before.unit > _UNIT and unit_likeness(last[2]) < _NO_UNIT


def _kinds_cost(before: Cell, behind: Cell) -> float:
    """What it costs to join two lines for what they are alone: whole names, times, items."""
    if behind.number is not None:
        return _NAMES
    if behind.outer or (behind.label is not None and behind.label.style == "arabic"):
        return _ALLOWED
    if before.unit > _SURE:
        if ends_name(before.text, behind.text):
            return 0.0
        return _NAMES if max(behind.unit, behind.deadline) > _UNLIKE else _ALLOWED
    if before.deadline > _SURE:
        return _NAMES if behind.unit > _UNLIKE else _ALLOWED
    if max(behind.unit, behind.deadline) > _SURE and not ends_name(before.text, behind.text):
        return _NAMES if before.closed else _ALLOWED
    return 0.0


def _told_inside(before: Cell, behind: Cell, above: Cell | None) -> bool | None:
    """Whether a break is inside a cell by what stands on both sides; None where the words do not tell.

    ``above`` is the line above ``before``.
    """
    first, second = before.text, behind.text
    if halves_month(first, second):
        return True
    if is_figure(first) and (is_figure(second) or second in _MEASURES):
        return False
    told = (
        first[-1] == "，"
        or (second not in _MEASURES and breaks_inside(first, second))
        or is_phrase(first, second)
        or ends_bare(first, second)
        or (above is not None and above.closed and are_parts(first, second))
        or (above is not None and are_halves(above.text, first) and are_halves(above.text + first, second))
        or _closes(first, second)
    )
    return told or None


def _closes(before: str, behind: str) -> bool:
    """True where the second line closes a mark that the first one opens."""
    for left, right in _PAIRS:
        end = behind.find(right)
        if before.rfind(left) > before.rfind(right) and end >= 0 and left not in behind[:end]:
            return True
    return False
