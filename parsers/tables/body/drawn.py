"""Tables drawn with lines: what stands between two rules is one row, whose cells go on from line to line.

+------+----------+--------+
| 城建 | 修建桥梁 | 县交通 |
|      | 3座      | 局     |
|      +----------+--------+
|      | 修建公园 | 县住建 |
+------+----------+--------+

A rule that leaves a column out ends the cells of the others only: that column's cell is merged. A merged cell has no text in
the rows below it: a range of no length stands for it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...text.piece import Range
from .drawn_lists import is_item, listed_column
from .lines import Printed, Split, blank_split, is_rule, with_cells
from .places import width_of

#: A rule that begins at the left edge of its table: +----, ┌──, ├──.
_EDGE = lazy_pattern(r"\+[-=]{2}|[┌┏╔├┣╠┝┠╟╞└┗╚]")
_EDGES = frozenset("+┌┏╔├┣╠┝┠╟╞└┗╚")
#: Where rules meet strokes, and where a line that holds rules is cut.
_JOINTS = "+┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╟╢╤╧╪╞╡╫╥╨┝┥┠┨╂"
_CUT = lazy_pattern(f"[|│┃║┆┊{_JOINTS}]")
_PART_DRAWN = lazy_pattern(f"[{_JOINTS}][-─═=━]{{2}}")
_STROKES = frozenset("-─═=━")
_NUMBER = lazy_pattern(r"\d{1,3}[.、]?")
_FEWEST_RULES, _FEWEST_GROUPS = 2, 3


class _Line(NamedTuple):
    """A line of a drawn table: what stands in each column, None for a piece of a rule."""

    split: Split
    parts: tuple[Printed | None, ...]

    @property
    def is_rule(self) -> bool:
        """True for a rule over the whole table."""
        return not any(part is not None for part in self.parts)


def with_drawn(splits: tuple[Split, ...]) -> tuple[Split, ...]:
    """``splits``, the lines of each row of a drawn table put together on the row's first line."""
    edges = frozenset(
        [split.line.index for split in splits if split.line.text[:1] in _EDGES and _EDGE.match(split.line.text)]
    )
    if not edges:
        return splits
    result = list(splits)
    for block in _blocks(splits, edges):
        for split in _rows_of_block(block):
            result[split.line.index] = split
    return tuple(result)


def _blocks(splits: Sequence[Split], edges: frozenset[int]) -> Iterator[list[_Line]]:
    """The lines of each drawn table: rows with strokes and rules, with none but blank lines between."""
    block: list[_Line] = []
    rules = 0
    for split in splits:
        if split.pipes or split.line.index in edges:
            block.append(_line(split))
            rules += split.line.index in edges
        elif split.line.text:
            if rules >= _FEWEST_RULES:
                yield block
            block, rules = [], 0
    if rules >= _FEWEST_RULES:
        yield block


def _line(split: Split) -> _Line:
    text, start = split.line.text, split.line.start
    if not is_rule(text) and _PART_DRAWN.search(text) is None:
        return _Line(split, split.cells)
    places = [match.start() for match in _CUT.finditer(text)]
    ends = zip([-1, *places], [*places, len(text)], strict=True)
    parts = [_part(text, a + 1, b, start) for a, b in ends if b > a + 1 or 0 < b < len(text)]
    return _Line(split, tuple(parts))


def _part(text: str, begin: int, end: int, offset: int) -> Printed | None:
    """The text between two strokes; None where a rule is drawn there."""
    body = text[begin:end].strip()
    if body and _STROKES.issuperset(body):
        return None
    at = text.index(body, begin) + offset
    return ((at, at + len(body)),) if body else ()


def _rows_of_block(block: Sequence[_Line]) -> Iterator[Split]:
    """The rows of a drawn table; lines whose text stands elsewhere are blank."""
    groups = [
        _by_place(group, block) if len({len(line.parts) for line in group}) > 1 else group for group in _groups(block)
    ]
    parted = [line for group in groups if any(None in line.parts for line in group) for line in group]
    listed = listed_column([line.parts for line in parted], [line.split.line for line in parted])
    for at, group in enumerate(groups):
        # rules stand around the heads and below the table only: each line may be a row
        bare = len(groups) < _FEWEST_GROUPS and at > 0 and not (_is_numbered(group[0]) and _numbered(group) == 1)
        if bare or _numbered(group) > 1 or len({len(line.parts) for line in group}) > 1:
            yield from (line.split for line in group)
        else:
            yield from _joined(group, listed)


def _groups(block: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines between two rules that reach over the whole table."""
    group: list[_Line] = []
    for line in block:
        if not line.is_rule:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _by_place(group: list[_Line], block: Sequence[_Line]) -> list[_Line]:
    """The lines with a part for every column that the rules of the table show, also where a cell takes several.

    As they are where strokes stand elsewhere than rules meet.
    """
    edges = sorted({edge for line in block if None in line.parts for edge in _edges_of(line)})
    place = {edge: i for i, edge in enumerate(edges)}
    found: list[_Line] = []
    for line in group:
        own = _edges_of(line)
        if len(own) != len(line.parts) + 1 or not place.keys() >= set(own):
            return group
        parts: list[Printed | None] = []
        for part, (a, b) in zip(line.parts, itertools.pairwise(own), strict=True):
            parts += [part, *[None if part is None else ()] * (place[b] - place[a] - 1)]
        found.append(_Line(line.split, tuple(parts)))
    return found if len({len(line.parts) for line in found}) == 1 else group


def _edges_of(line: _Line) -> list[int]:
    """The columns of the page on which the strokes of a line stand."""
    text = line.split.line.text
    return [width_of(text[: match.start()], True) for match in _CUT.finditer(text)]


def _numbered(group: Sequence[_Line]) -> int:
    """How many lines between two rules open with a number in their first cell: a table without rules between its rows."""
    most = count = 0
    for line in group:
        count = 0 if line.parts[0] is None else count + _is_numbered(line)
        most = max(most, count)
    return most


def _is_numbered(line: _Line) -> bool:
    if not line.parts[0] or None in line.parts:
        return False
    text, (start, end) = line.split.line, line.parts[0][0]
    return _NUMBER.fullmatch(text.text, start - text.start, end - text.start) is not None


class _Row(NamedTuple):
    """A row: the line that it begins on, and its cells, None for those that are merged with the one above."""

    split: Split
    cells: list[list[Range] | None]


def _joined(group: Sequence[_Line], listed: int | None) -> Iterator[Split]:
    """The rows of lines between two rules: one, and one more below each rule that leaves a column out.

    So with each item of a list beside such rules.
    """
    joiner = _Joiner(len(group[0].parts), listed if any(None in line.parts for line in group) else None)
    for line, below in itertools.zip_longest(group, group[1:]):
        joiner.take(line, below)
        yield blank_split(line.split.line)
    yield from joiner.splits()


class _Joiner:
    """Puts lines to rows; ``_open`` are the cells that go on, by column."""

    def __init__(self, columns: int, listed: int | None) -> None:
        self._open: list[list[Range] | None] = [None] * columns
        self._listed = listed
        self._rows: list[_Row] = []
        self._last: list[int] = []
        #: Cells beside a heading in the listed column: the first item below it takes them over.
        self._moved: dict[int, list[Range]] = {}
        #: Cells that begin on the line of a rule beside them, above the row that the rule begins.
        self._early: dict[int, list[Range]] = {}

    def take(self, line: _Line, below: _Line | None) -> None:
        """Take in the next line, and see what stands below it."""
        if None in line.parts:
            self._note_heading(line.parts, below)
            self._open = [None if part is None else cell for cell, part in zip(self._open, line.parts, strict=True)]
            self._extend(line.parts)
            return
        if self._listed is not None and is_item(line.split.line, line.parts[self._listed]):
            self._begin_item(self._listed)
        if None in self._open:
            early, self._early = self._early, {}
            row = [early.get(i, []) if cell is None else self._moved.get(i) for i, cell in enumerate(self._open)]
            self._open = [own if cell is None else cell for cell, own in zip(self._open, row, strict=True)]
            self._moved = {}
            self._rows.append(_Row(line.split, row))
            self._last.append(line.split.line.index)
        self._extend(line.parts)
        self._last[-1] = line.split.line.index

    def _extend(self, parts: Sequence[Printed | None]) -> None:
        for column, (cell, part) in enumerate(zip(self._open, parts, strict=True)):
            if part:
                (self._early.setdefault(column, []) if cell is None else cell).extend(part)

    def _begin_item(self, column: int) -> None:
        """An item begins a row, or is the text of one that began without its own."""
        if not self._open[column]:
            return
        if self._rows[-1].cells[column] is None:
            self._rows[-1].cells[column] = self._open[column] = []
        else:
            self._open[column] = None

    def _note_heading(self, parts: Sequence[Printed | None], below: _Line | None) -> None:
        """A cell that a rule parts from the list below it, and no other cell from what is below, heads the list."""
        listed = self._listed
        if listed is None or below is None or parts[listed] is not None or parts.count(None) > 1 or not self._rows:
            return
        split, cells = self._rows[-1]
        own = cells[listed]
        if own and is_item(below.split.line, below.parts[listed]) and not is_item(split.line, tuple(own)):
            self._moved = {i: cell for i, cell in enumerate(cells) if i != listed and cell is not None}
            self._rows[-1] = _Row(split, [own, *([] for _ in cells[1:])])

    def splits(self) -> Iterator[Split]:
        """The rows as lines of cells."""
        for (split, cells), last in zip(self._rows, self._last, strict=True):
            first = min((cell[0][0] for cell in cells if cell), default=split.line.start)
            printed = [((first, first),) if cell is None else tuple(cell) for cell in cells]
            yield with_cells(split, tuple(printed), last)
