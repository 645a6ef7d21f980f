"""Lines of a table whose columns a page lost: their pieces, and which columns each may stand in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...deadlines import deadline_likeness
from ...fields.breaks import breaks_inside
from ...fields.heads import TEXT_KINDS, Head
from ...text.piece import Range
from ...units import unit_likeness
from ...units.grammar import region_end
from ..grid.cells import Cell, make_cell
from .lines import Split

#: What stands between blanks; a unit that touches the sentence before it, or a time the unit.
_WORD = lazy_pattern(
    r"(?P<before>[^\s。]+。)(?P<glued>[^\s。]+)(?!\S)|(?P<unit>[^\s\d]{2,})(?P<time>\d{1,4}[月年]\S*)|\S+"
)
_FEWEST_ROWS = 3
#: So many of the lines that number rows, such a share of all, stand inside other cells.
_FEWEST_TORN, _TORN = 2, 0.2
_OPEN_END = lazy_pattern("(?:^|、)(?:各|[省市县区州旗镇乡])?$")
#: Pieces of so many cells stand on a line.
_BESIDE = 1.7
#: So many rows must show it where times tell them.
_MOSTLY = 0.8
#: A piece so much like units or times is one; a text is so long; names of groups are no longer.
LIKE, _TEXT, _NAME, _SHORT, _FEWEST_NAMES = 0.8, 8, 8, 4, 2
#: The last word of a unit's name is as much like one.
_PART = 0.5
#: A piece under a head that never holds such costs so much; so many ways to put a line's pieces into columns are looked at.
_NEVER, _MOST_OPTIONS = 9.0, 8
#: More lines than these between two rows are none of either.
MOST_LINES = 8
#: What the rest of a time is made of.
_TIME = lazy_pattern(r"[\d年月日号底末初中上下旬前后内季度份半起止至到完成竣工每持续推进坚长期、—~.\-]{1,10}")
_MARKS = frozenset("，。；")


class Line(NamedTuple):
    """A line: its pieces as cells, and the columns that they may stand in, each with what it costs."""

    split: Split
    pieces: Sequence[Cell]
    options: Sequence[tuple[float, tuple[int, ...]]]


def visual_lines(text: str, heads: Sequence[Head], splits: Sequence[Split]) -> tuple[list[Line], Sequence[int]] | None:
    """The lines with their pieces, and which of them hold the numbers of rows, or their times; None where each holds a row."""
    cut = [_pieces(text, split) for split in splits]
    anchors = _anchors(heads, cut)
    if len(anchors) < _FEWEST_ROWS or not _is_torn(heads, cut, anchors):
        return None
    room, numbered = _group_room(cut, anchors), frozenset(anchors)
    pairs = enumerate(zip(splits, cut, strict=True))
    return [Line(split, pieces, _options(heads, pieces, i in numbered, room)) for i, (split, pieces) in pairs], anchors


def _pieces(text: str, split: Split) -> list[Cell]:
    """The pieces of a line: what blanks part, and a unit right behind a sentence that fills its column."""
    start, line = split.line.start, split.line
    spans: list[Range] = []
    for match in _WORD.finditer(line.text):
        unit, end = (match["glued"], match.end("before")) if match["glued"] else (match["unit"], match.end("unit"))
        touches = unit and unit_likeness(unit) >= LIKE
        if touches and (match["glued"] or deadline_likeness(match["time"]) >= LIKE):
            spans += [(match.start(), end), (end, match.end())]
        else:
            spans.append(match.span())
    return [make_cell(text, ((start + a, start + b),), line.index) for a, b in spans]


def _anchors(heads: Sequence[Head], lines: Sequence[Sequence[Cell]]) -> list[int]:
    """The lines that hold the numbers of the rows, which count up; the times where the table has no numbers."""
    if any(head.kind == "number" for head in heads):
        found: list[int] = []
        for at, pieces in enumerate(lines):
            if any(piece.number == len(found) + 1 for piece in pieces[:2]):
                found.append(at)
        return found
    if sum(head.kind == "deadline" for head in heads) != 1:
        return []
    return [at for at, pieces in enumerate(lines) if any(piece.deadline >= LIKE for piece in pieces)]


def _is_torn(heads: Sequence[Head], lines: Sequence[Sequence[Cell]], anchors: Sequence[int]) -> bool:
    """Whether the lines of the anchors hold but parts of their rows."""
    if len(anchors) == len(lines) or any(not pieces or len(pieces) > len(heads) for pieces in lines[: anchors[-1] + 1]):
        return False
    if max(b - a for a, b in pairwise([-1, *anchors])) > MOST_LINES:
        return False
    alone = sum(len(lines[at]) == 1 for at in anchors)
    if alone > _TORN * len(anchors) or sum(map(len, lines)) < _BESIDE * len(lines):
        return False  # the lines of one cell after another
    if all(head.kind != "number" for head in heads):
        return _are_begun(lines, anchors)
    torn = sum(1 for at in anchors if _is_inside(lines, at, anchors))
    return torn >= max(_FEWEST_TORN, _TORN * len(anchors))


def _is_inside(lines: Sequence[Sequence[Cell]], at: int, anchors: Sequence[int]) -> bool:
    """Whether the line of a number holds no text, or stands inside a cell whose first line is the one above."""
    if not any(_may_be_task(piece) for piece in lines[at]):
        return True
    if not at or at - 1 in anchors:
        return False
    above = lines[at - 1][-1].text
    below = lines[at + 1] if at + 1 < len(lines) and at + 1 not in anchors else ()
    return _OPEN_END.search(above) is not None or any(breaks_inside(above, piece.text) for piece in below)


def _may_be_task(piece: Cell) -> bool:
    """Whether a piece may be the text of a row, or a line of it: no number, name, or time."""
    named = piece.number is not None or "、" in piece.text or max(piece.unit, piece.deadline) > _PART
    return len(piece.text) >= _SHORT and not named


def _are_begun(lines: Sequence[Sequence[Cell]], anchors: Sequence[int]) -> bool:
    """Whether a row begins on each line with a time: its task ends there or goes on below."""
    below = [at + 1 < len(lines) and at + 1 not in anchors for at in anchors]
    closed = [any(piece.closed for piece in lines[at]) for at in anchors]
    told = sum(more != ended for more, ended in zip(below, closed, strict=True))
    return anchors[0] == 0 and sum(below) >= _FEWEST_TORN and told >= _MOSTLY * len(anchors)


def is_text(piece: Cell) -> bool:
    return len(piece.text) >= _TEXT and max(piece.unit, piece.deadline) < LIKE


def _group_room(lines: Sequence[Sequence[Cell]], anchors: Sequence[int]) -> int:
    """How wide names of groups are, by those that stand before numbers; as wide as any where too few do."""
    names = [lines[at][0].text for at in anchors if lines[at][0].number is None]
    return max(map(len, names)) if len(names) >= _FEWEST_NAMES else _NAME


def _options(
    heads: Sequence[Head], pieces: Sequence[Cell], anchor: bool, room: int
) -> list[tuple[float, tuple[int, ...]]]:
    """The columns that the pieces of a line may stand in from left to right, the cheapest first."""
    number = next((i for i, piece in enumerate(pieces[:2]) if piece.number is not None), -1) if anchor else -1
    if all(head.kind != "number" for head in heads):
        number = -1
    costs = [[_place_cost(piece, head, i == number, room) for head in heads] for i, piece in enumerate(pieces)]
    ways = (
        (sum(costs[i][column] for i, column in enumerate(columns)), columns)
        for columns in combinations(range(len(heads)), len(pieces))
    )
    return sorted(way for way in ways if way[0] < _NEVER)[:_MOST_OPTIONS]


def _place_cost(piece: Cell, head: Head, number: bool, room: int) -> float:
    """What it costs to put a piece under a head."""
    if number or head.kind == "number":
        return 0.0 if number and head.kind == "number" else _NEVER
    unit, time = piece.unit >= LIKE, piece.deadline >= LIKE
    running = not _MARKS.isdisjoint(piece.text)
    if head.kind == "unit":
        return 0.0 if unit else _NEVER if time else 0.4 + 1.5 * (len(piece.text) > 2 * _TEXT) + 3.0 * running
    if head.kind == "deadline":
        return 0.0 if time else 0.6 if _TIME.fullmatch(piece.text) else 1.8 if len(piece.text) <= _SHORT else 3.6
    if head.kind == "group":
        placed = region_end(piece.text) and not piece.text.startswith("乡村")
        named = 1 < len(piece.text) <= room and "、" not in piece.text and not placed
        return 0.4 + 0.1 * max(0, len(piece.text) - 4) if named and not (piece.unit > _PART or time or running) else 3.0
    if head.kind == "person":
        return 0.0 if piece.person >= LIKE else 1.5
    if head.kind in TEXT_KINDS:
        return 1.2 if unit else 1.5 if time else 0.0
    return 0.5 + 0.6 * (unit or time)
