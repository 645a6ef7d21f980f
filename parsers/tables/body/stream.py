"""Cells printed one a line: pieces of broken cells joined, and what pipes and blank lines tell noted on them."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Iterator, Sequence

from ....normalize.lazy import lazy_pattern
from ...fields.breaks import are_halves, are_parts, ends_bare, ends_document, halves_month, is_phrase
from ...fields.values import ends_objects, ends_way
from ...text.labels import Label, next_label
from ...text.piece import squeezed_text
from ...units import unit_likeness
from ..grid.cells import Cell, join_cells, make_cell
from .lines import Split

#: A text so long that two lines make up together and another line prints whole is one cell broken over two lines.
_SHORTEST_WHOLE = 4
#: Few cells end in one of these, and none that goes on as a list of units (参与, 普及 end tasks).
_CONNECTIVES = "和与及"
_UNFINISHED = "、（(" + _CONNECTIVES
#: Characters that are a cell by themselves: answers, measures, numerals.
_WORDS_OF_ONE = "是否有无略家个人项件次万亿元辆座处所吨亩户台套篇场期名条宗起批分天月年高中低一二三四五六七八九十"
#: A cell broken into more lines is left in two: each line is measured together with those before it.
_MOST_LINES = 200
#: A mark that so many lines do not close has lost its end.
_MOST_OPEN = 8
#: A cell this much like units is nothing else.
_SURE = 0.95
#: So many blank lines at least, and so many of the stretches between them that are one line.
_FEWEST_APART, _ALONE = 8, 0.5
_TYPED = 0.5
#: A text of so many characters may hold a time.
_RUNNING = 12
#: A line this much like units or a deadline is not the rest of a sentence.
_OTHER_KIND = 0.8
#: A number with a blank behind it, before more than its measure (5 家企业); so many count up.
_COUNT, _FEWEST_COUNTED = lazy_pattern(r"(\d{1,2})[ \u3000]+(?=\S{4})"), 3


def stream_cells(
    text: str,
    lines: Sequence[Split],
    piped: bool,
    alone: Sequence[Cell] | None = None,
    below_heads: Container[int] = (),
) -> list[Cell]:
    """The cells of ``lines`` in order; the number of pipes between two becomes the first one's gap.

    ``alone`` are the cells of the lines where each holds one and they are measured already. No cell goes on with a
    line whose index is in ``below_heads``.
    """
    stream = _Stream(text, lines, piped, _lone_texts(text, lines) if alone is None else [cell.text for cell in alone])
    for at, split in enumerate(lines):
        if below_heads and split.line.index in below_heads:
            stream.close()
        stream.take(split, alone[at] if alone is not None and split.filled else None)
    return stream.ended()


class _Stream:
    """Takes cells line by line: notes on each what pipes and blank lines tell, and joins what the page broke."""

    def __init__(self, text: str, lines: Sequence[Split], piped: bool, lone: Iterable[str]) -> None:
        filled = [split for split in lines if split.filled]
        self._text, self._piped = text, piped
        self._spaced = is_spaced(filled)
        #: Whether some lines, not all, open with a pipe: rows begin there.
        self._opening = 0 < sum(1 for split in filled if split.opened) <= 0.5 * len(filled)
        self._cells: list[Cell] = []
        #: What lines hold that are one cell each: a name that is broken here may stand whole elsewhere.
        self._whole = frozenset([value for value in lone if len(value) >= _SHORTEST_WHOLE])
        #: The pipes since the last cell, and its line.
        self._pipes, self._previous = 1, -9
        #: The pipes above heads printed again, and those behind the last head, of which none marks an empty cell.
        self._above = self._behind_heads = 0

    def take(self, split: Split, measured: Cell | None) -> None:
        """Take the cells of a line; ``measured`` is the only one, where it was made already."""
        if not split.filled:
            self._pipes += split.pipes
            return
        if not self._cells:
            self._behind_heads = self._pipes - 1
        elif self._above:
            self._pipes = self._above + max(0, self._pipes - self._behind_heads)
        self._above = 0
        if split.opened and not self._pipes:
            self._pipes = 1  # the pipe stands in front of each cell
        place = split.line.index
        first = True
        for printed in split.filled:
            cell = measured if measured is not None else make_cell(self._text, printed, place)
            if first:
                cell.tight = (self._piped and not self._pipes) or (self._spaced and place == self._previous + 1)
            cell.apart = self._piped and self._pipes > 0
            cell.starts_row = (split.opened and first) if self._opening else None
            self._add(cell)
            self._pipes, first = 1, False
        self._previous = place
        self._pipes = len(split.cells) - 1 + split.closed - _before(split) if split.pipes else 0

    def close(self) -> None:
        """End the last cell above heads printed again, whether a pipe stands behind it or not."""
        self._above, self._pipes = max(self._pipes, 1), 0

    def _add(self, cell: Cell) -> None:
        cells, piped = self._cells, self._piped
        if cells and piped:
            cells[-1].gap = self._pipes - 1 if self._pipes else 0
        if not cells or len(cells[-1].ranges) >= _MOST_LINES or (piped and _ends_at_comma(cells[-1], cell)):
            cells.append(cell)
        elif piped and cell.tight:
            _join(self._text, cells, cell)
        else:
            _append(self._text, cells, cell, self._whole)

    def ended(self) -> list[Cell]:
        """All cells, with the pipes behind the last one as its gap; without what is left of a line behind them."""
        if len(self._cells) > 1 and _is_remnant(self._cells[-1]):
            self._cells.pop()
        elif self._cells and self._piped and self._pipes > 1:
            self._cells[-1].gap = self._pipes - 1
        return self._cells


def _join(text: str, cells: list[Cell], cell: Cell) -> None:
    """Join a cell to the last one: between two pipes there is one cell."""
    before = cells[-1]
    cells[-1] = join_cells(text, [before, cell])
    cells[-1].tight = before.tight


def _lone_texts(text: str, lines: Iterable[Split]) -> Iterator[str]:
    """The texts of the lines that are one cell each."""
    return (squeezed_text(text, split.filled[0]) for split in lines if len(split.filled) == 1)


def _append(text: str, cells: list[Cell], cell: Cell, whole: Container[str]) -> None:
    """Add a cell, or join it to the last one where the page broke a cell into lines: the table may print it ``whole``, too."""
    before = cells[-1]
    if before.number is not None:
        cells.append(cell)  # a number goes on with nothing
        return
    rest = before.gap is None and (_is_rest(before, cell) or (cell.unit > _TYPED and _is_part(cells, cell)))
    texts = before.gap is None and cell.number is None
    named = min(before.unit, cell.unit) > _SURE  # 区市监局 | 各街道办事处: two names, though some line has them glued
    rest = rest or (texts and not named and before.text + cell.text in whole)
    if rest or _goes_on(text, before, cell):
        _join(text, cells, cell)
    else:
        cells.append(cell)


def _is_rest(before: Cell, cell: Cell) -> bool:
    """True for the rest of a name, a phrase or a word, told by the two lines alone."""
    return not before.closed and (
        are_halves(before.text, cell.text)
        or ends_bare(before.text, cell.text)
        or halves_month(before.text, cell.text)
        or is_last_character(before, cell)
        or is_phrase(before.text, cell.text)
        or ends_document(before.text, cell.text)
        or ends_way(before.text, cell.text)
        or ends_objects(before.text, cell.text)
    )


def _is_part(cells: Sequence[Cell], cell: Cell) -> bool:
    """True for a unit that is the second part of a name whose first part stands below a finished sentence."""
    return len(cells) > 1 and cells[-2].closed and are_parts(cells[-1].text, cell.text)


def _goes_on(text: str, before: Cell, cell: Cell) -> bool:
    """True for a line below an unfinished one, and for one that stands closer than cells do below a text without an end."""
    if cell.number is not None:
        return False
    if before.text[-1] == "，" and max(before.unit, before.deadline) < _TYPED and cell.unit > _SURE and not cell.closed:
        return False  # …统一采购， | 县水利局、县卫生局: the page lost what the text ends with
    if (_is_unfinished(before) or _goes_on_open(before, cell)) and not _lists_no_times(before, cell):
        return before.text[-1] not in _CONNECTIVES or join_cells(text, [before, cell]).unit > _OTHER_KIND
    timed = before.deadline >= _TYPED and len(before.text) < _RUNNING
    texts = not timed and max(before.unit, cell.unit, cell.deadline) < _TYPED
    return cell.tight and texts and not before.closed and cell.label is None


def _is_unfinished(cell: Cell) -> bool:
    """True for a cell that stops inside a list or, when it is running text, at a comma."""
    return cell.text[-1] in _UNFINISHED or (cell.text[-1] == "，" and max(cell.unit, cell.deadline) < _TYPED)


def _ends_at_comma(before: Cell, cell: Cell) -> bool:
    """True for a cell that a pipe ends behind a comma, above one that is nothing but a time."""
    ended = before.text[-1] == "，" or _lists_no_times(before, cell)
    return ended and not cell.tight and cell.deadline > _OTHER_KIND


def _lists_no_times(before: Cell, cell: Cell) -> bool:
    """True for a list of something else that ends in its mark (山塘、水库、), above a cell that is nothing but a time."""
    return before.text[-1] == "、" and cell.deadline > _OTHER_KIND and before.deadline < _TYPED


def _goes_on_open(before: Cell, cell: Cell) -> bool:
    """True for the next line of a cell with an open mark; a unit or a time, or many lines, tell that its end was lost."""
    return _is_open(before.text) and len(before.ranges) < _MOST_OPEN and max(cell.unit, cell.deadline) <= _OTHER_KIND


def _is_open(text: str) -> bool:
    """True for a text with a quotation mark or title bracket that nothing closes: the cell goes on."""
    return ("“" in text and text.count("“") > text.count("”")) or ("《" in text and text.count("《") > text.count("》"))


def is_last_character(before: Cell, cell: Cell) -> bool:
    """True for a line of one Chinese character that is no word of its own: the last of a text that the page broke."""
    if not _is_remnant(cell) or before.number is not None or before.closed:
        return False
    return before.unit < _OTHER_KIND or unit_likeness(before.text + cell.text) >= before.unit


def _is_remnant(cell: Cell) -> bool:
    """True for one Chinese character that is no word of its own; behind the last cell, all that is left of a line."""
    one = len(cell.text) == 1 and cell.number is None and not cell.figure
    return one and "\u4e00" <= cell.text <= "\u9fff" and cell.text not in _WORDS_OF_ONE


def label_by_place(text: str, cells: Sequence[Cell]) -> None:
    """Give the cells the labels that only their place tells: `9.65岁以上…` behind an item 8, `1 修桥`, `2 建园` with a blank."""
    _label_counted(text, cells)
    last = 0
    for cell in cells:
        if last and cell.label is None and cell.number is None and cell.text[0].isdecimal():
            cell.label = next_label(cell.text, last + 1)
        if cell.label is not None and cell.label.style == "arabic":
            last = cell.label.value or last


def _label_counted(text: str, cells: Sequence[Cell]) -> None:
    """Give the cells labels whose numbers a blank parts from the text behind, where they count up from 1, once or more."""
    bare = [cell for cell in cells if cell.label is None and cell.number is None and cell.text[0].isdecimal()]
    found = [_COUNT.match(text, *cell.ranges[0]) for cell in bare]
    counts = [(cell, int(match[1])) for cell, match in zip(bare, found, strict=True) if match is not None]
    numbers = [count for _, count in counts]
    counted = all(b in (1, a + 1) for a, b in itertools.pairwise([0, *numbers]))
    if len(numbers) < _FEWEST_COUNTED or not counted or max(numbers) == 1:
        return
    for cell, number in counts:
        cell.label = Label("arabic", number, str(number), len(str(number)))


def _before(split: Split) -> int:
    """How many cells stand up to the last filled one, less one."""
    return split.cells.index(split.filled[-1])


def parts_cells(lines: Sequence[Split]) -> bool:
    """Whether blank lines part the cells of a page: they stand between most lines, and not between all."""
    parted = [b.line.index > a.last_line + 1 for a, b in itertools.pairwise(lines)]
    return not all(parted) and is_spaced(lines)


def is_spaced(lines: Sequence[Split]) -> bool:
    """True when most cells have a blank line between them, or many lines stand alone beside cells of several lines."""
    joints = [b.line.index > a.line.index + 1 for a, b in itertools.pairwise(lines)]
    if sum(joints) > 0.6 * len(joints):
        return True
    alone = sum(1 for before, behind in itertools.pairwise([True, *joints, True]) if before and behind)
    return sum(joints) >= _FEWEST_APART and alone > _ALONE * (sum(joints) + 1)
