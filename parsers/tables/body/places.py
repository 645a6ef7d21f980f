"""Where the pieces of a line stand on a text page that keeps its layout: measured in columns of the page.

Chinese characters are two columns wide or one: programs that write such pages do either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...text.piece import Range, squeezed_text
from ...units import unit_likeness
from ..heads.head_row import HeadRow
from .lines import Printed, Split

_GAP = lazy_pattern(r"\s{2,}")
#: The number of a row, at the line's beginning or behind the name of a group.
_NUMBER = lazy_pattern(r"(?:[^\d\s]{1,12}\s+)?(?P<number>\d{1,3})(?:(?P<gap>\s+)|$)")
#: Two cells that nearly touch, one blank between them or none behind a sentence, where but one is like a unit.
_NARROW = lazy_pattern(r"(?<!\S)(?P<before>\S+?(?:(?<=。)(?=[^\s。])| (?=\S)))(?=(?P<behind>[^\s。]+)(?:\s|$))")
_LIKE = 0.6
#: Characters two columns wide where Chinese ones are.
_WIDE = lazy_pattern("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…·①-⑳]")
#: Those of them that are as wide as Latin ones in many fonts, and marks that may stand beyond a column's width.
_EITHER = lazy_pattern("[“”‘’—…·]")
_HANGING = "，。；、：）》”"
#: What no page breaks: a run of Latin characters or digits, else one character and the marks that may begin no line.
_UNBROKEN = lazy_pattern(r"[A-Za-z0-9.%％/]+[，。；、）]*|.[，。；、：）”》]*")


class Placed(NamedTuple):
    """A stretch of a line: its document range, the columns of the page that it fills, and whether it ``counts`` rows."""

    range: Range
    left: int
    right: int
    counts: bool = False

    def overlap(self, place: Place) -> int:
        """How many columns of the page it shares with ``place``; below 1 for none."""
        return min(self.right, place[1]) - max(self.left, place[0])


def are_joined(lines: Iterable[Sequence[Placed]], columns: int) -> bool:
    """Whether as many blanks stand between any two cells, or twice as many at an empty one, however wide the cells are.

    Nothing pads them then: whole rows begin their cells at other places.
    """
    gaps: set[int] = set()
    whole: set[tuple[int, ...]] = set()
    for pieces in lines:
        gaps.update(behind.left - piece.right for piece, behind in pairwise(pieces))
        if len(pieces) == columns:
            whole.add(tuple(piece.left for piece in pieces))
    return len(whole) > 1 and gaps <= {min(gaps), 2 * min(gaps)}


#: The left and right end of a column of the table.
Place = tuple[int, int]


def head_pieces(text: str, head: HeadRow) -> list[Printed]:
    """The printed pieces of every head, of which those that the page broke over lines have several; empty if unclear."""
    ranges = list(head.ranges)
    found: list[Printed] = []
    for name in head.heads:
        pieces: list[Range] = []
        while ranges and len(squeezed_text(text, pieces)) < len(name.text):
            rest = name.text[len(squeezed_text(text, pieces)) :]
            pieces.append(ranges.pop(_piece_of(text, rest, ranges) if pieces else 0))
        if not pieces:
            return []
        found.append(tuple(pieces))
    return found if not ranges else []


def _piece_of(text: str, rest: str, ranges: Sequence[Range]) -> int:
    """Which of the printed pieces goes on with a head: the next one, unless it is another's and a later one is all of the
    ``rest``, as 号 is that stands below 序.
    """
    if rest.startswith(squeezed_text(text, [ranges[0]])):
        return 0
    return next((at for at, printed in enumerate(ranges) if squeezed_text(text, [printed]) == rest), 0)


def divided_pieces(text: str, head: HeadRow) -> list[Printed]:
    """The printed heads of two rows from left to right, without those that the lower ones divide; empty if unclear.

    责任科室 above 牵头科室 and 配合科室, which stand to its left and right.
    """
    last = text.rfind("\n", 0, max((start for start, _ in head.ranges), default=0)) + 1
    lower = [printed for printed in head.ranges if printed[0] >= last]
    places = {printed: _place(text, printed, True) for printed in head.ranges}
    under = min(places[printed][0] for printed in lower), max(places[printed][1] for printed in lower)
    upper = [r for r in head.ranges if r[0] < last and (places[r][1] <= under[0] or places[r][0] >= under[1])]
    found = sorted([*upper, *lower], key=lambda printed: places[printed])
    names = [squeezed_text(text, [printed]) for printed in found]
    told = len(found) == len(head.heads) and all(
        head.text.endswith(name) for head, name in zip(head.heads, names, strict=True)
    )
    return [(printed,) for printed in found] if told and upper else []


def place_of_head(text: str, printed: Printed, wide: bool) -> Place:
    """The columns of the page that the pieces of a head fill together."""
    places = [_place(text, piece, wide) for piece in printed]
    return min(left for left, _ in places), max(right for _, right in places)


def _place(text: str, printed: Range, wide: bool) -> Place:
    begin = text.rfind("\n", 0, printed[0]) + 1
    left = width_of(text[begin : printed[0]], wide)
    return left, left + width_of(text[printed[0] : printed[1]], wide)


def width_of(text: str, wide: bool) -> int:
    """How many columns of the page ``text`` fills."""
    return len(text) + (len(_WIDE.findall(text)) if wide else 0)


def least_width(text: str) -> int:
    """How wide ``text`` at least is: marks may be as wide as Chinese characters, or half as wide, or hang over."""
    return width_of(text.rstrip(_HANGING), True) - len(_EITHER.findall(text))


def had_no_room(above: str, below: str, room: int, wide: bool) -> bool:
    """True when what begins ``below`` could not stand behind ``above`` in a column ``room`` wide: the page broke a cell."""
    first = _UNBROKEN.match(below)
    return width_of(above, wide) + (width_of(first[0], wide) if first is not None else 0) > room


def cut_line(text: str, split: Split, wide: bool, numbered: bool) -> list[Placed]:
    """The pieces of a line between gaps of two blanks or more; one is enough behind the number of a row."""
    line = split.line
    number = _NUMBER.match(line.text) if numbered else None
    gaps = {gap.span() for gap in _GAP.finditer(line.text)}
    if number is not None and number.end() < len(line.text):
        gaps.add(number.span("gap"))
    for narrow in _NARROW.finditer(line.text):
        before = narrow["before"].rstrip()
        likeness = unit_likeness(before), unit_likeness(narrow["behind"])
        if max(likeness) > _LIKE > min(likeness):
            gaps.add((narrow.start() + len(before), narrow.start("behind")))
    ends = [*sorted(gaps), (len(line.text), 0)]
    found: list[Range] = []
    at = 0
    for end, following in ends:
        found.append((line.start + at, line.start + end))
        at = following
    pieces = list(placed(text, found, text.rfind("\n", 0, line.start) + 1, 0, wide))
    at = line.start + number.start("number") if number is not None else -1
    return [piece._replace(counts=True) if piece.range[0] == at else piece for piece in pieces]


def placed(text: str, ranges: Iterable[Range], at: int, column: int, wide: bool) -> Iterator[Placed]:
    """``ranges`` of a line in order, each with its place; offset ``at`` stands in ``column``."""
    for start, end in ranges:
        left = column + width_of(text[at:start], wide)
        column = left + width_of(text[start:end], wide)
        at = end
        yield Placed((start, end), left, column)


def nearest(piece: Placed, places: Sequence[Place]) -> int:
    """The place that the piece shares most with, by index."""
    return max(range(len(places)), key=lambda i: piece.overlap(places[i]))
