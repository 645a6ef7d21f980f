"""The lines of a table whose rows or cells marks part: from its heads to its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...frame import is_organ, kind_of
from .end import after_table, is_page_row, within
from .lines import Split
from .notes import INNER_NOTE
from .other_tables import opens_below_title

#: How many lines without a pipe may stand between two piped rows of one table.
_LOOSE = 2
#: The same inside a row, or a cell, whose end the page marks: points of a cell, a line each.
_LOOSE_IN_ROW = 20
_SENTENCE_ENDS = "。；，、："
_LONGEST_NUMBER = 3


def _is_row(split: Split, piped: bool) -> bool:
    return split.pipes > 0 if piped else len(split.cells) > 1


def row_lines(lines: Iterable[Split], piped: bool, closing: bool) -> Iterator[Split]:
    """Lines of a table with a row a line, loose lines between its rows included: more inside a row that is open.

    ``closing`` tells that a mark closes the heads; it may close the rows, too.
    """
    loose: list[Split] = []
    most, size, noted = _LOOSE, 0, False
    for split in lines:
        if is_page_row(split.line.text) or (loose and size and opens_below_title(loose[-1], split, size)):
            return
        if noted and len(split.cells) != size:
            return  # the note stands below the table
        noted = bool(size) and not split.pipes and INNER_NOTE.match(split.line.text) is not None
        if noted:
            continue
        if _is_row(split, piped):
            yield from loose
            loose = []
            yield split
            size = len(split.cells)
            closing = closing or split.closed
            most = _LOOSE_IN_ROW if closing and not split.closed else _LOOSE
        elif after_table(split.line.text) or (
            len(loose) >= most and not (closing and len(loose) < _LOOSE_IN_ROW and _goes_on(loose[-1], split))
        ):
            return
        else:
            loose.append(split)


def _goes_on(above: Split, split: Split) -> bool:
    """Whether a line stands right below a sentence or point: both may be of a cell whose end follows."""
    return above.line.text[-1] in _SENTENCE_ENDS and split.line.index == above.line.index + 1


def _signs(lines: list[Split]) -> bool:
    """Whether lines begin with an organ and its day: no mark stands between them, as between cells."""
    organ, day = ("".join(split.line.text.split()) for split in (*lines, *lines)[:2])
    return kind_of(day, day) == "date" and is_organ(organ)


def pipe_lines(lines: Iterable[Split]) -> Iterator[Split]:
    """Lines of a table with a cell a line and pipes: text without a pipe on either side ends it."""
    loose: list[Split] = []
    numbers, last = 0, ""
    after_pipe = True
    for split in within(lines, piped=True):
        if split.pipes:
            yield from loose
            loose = []
            yield split
            last = split.line.text.strip(" |\t") if split.filled else ""
            numbers += last.isdecimal() and len(last) <= _LONGEST_NUMBER
            after_pipe = not (split.closed or split.opened) or not split.filled
        else:
            if len(loose) >= _LOOSE_IN_ROW:
                break
            loose.append(split)
    if not loose or after_table(loose[0].line.text) or _signs(loose):
        return
    if after_pipe:
        yield loose[0]
    elif last.isdecimal() and numbers > 1 and len(loose) <= _LOOSE:
        yield from loose  # the page ends inside a cell of a row that it has but numbered
