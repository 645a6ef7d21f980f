"""Stretches of a page whose line ends were all printed twice, or three times: blank lines that part nothing.

Where every line end is doubled, one blank line stands between lines that followed each other, and three where there was
one already. Only what is left when the added ones are taken away parts anything. Where the same number stands
everywhere it may as well show that every line is a whole paragraph or cell; it is taken away only among rows that marks
or blanks cut into cells, since such rows may go on in the next line, while cells need it. Of two blank lines everywhere
one is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import sub

from ..text.document import Line, renumbered

#: How often a line end is printed.
_TIMES = (2, 3)
#: How far apart lines stand that one blank line parts.
_PARTED = 2
#: Lines with text that a stretch has at least; the share of them, and the number, that stood apart before.
_FEWEST, _APART, _PLACES = 10, 0.05, 3
#: Cells that a row printed on one line has at least, and how many such rows show that rows are.
_CELLS, _ROWS = 4, 3


def with_single_ends(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, numbered anew, without the blank ones that come of repeated line ends."""
    printed = [line.index for line in lines if line.text]
    if len(lines) - len(printed) < _FEWEST:
        return lines
    left_out = {index for times in _TIMES for index in _added(lines, printed, times)}
    return renumbered(line for line in lines if line.index not in left_out) if left_out else lines


def _added(lines: Sequence[Line], printed: Sequence[int], times: int) -> Iterator[int]:
    """The blank lines that would not stand there if every line end were printed once."""
    for stretch in _stretches(printed, times):
        apart = sum(later - one > times for one, later in pairwise(stretch))
        if (
            apart >= max(_PLACES, _APART * len(stretch))
            or sum(_is_row(lines[index].text) for index in stretch) >= _ROWS
        ):
            for one, later in pairwise(stretch):
                yield from range(one + (later - one) // times, later)
        elif times > _PARTED:  # one blank line tells as much
            for one, later in pairwise(stretch):
                yield from range(one + (later - one) // times * _PARTED, later)


def _stretches(printed: Sequence[int], times: int) -> Iterator[Sequence[int]]:
    """Lines with text that stand a multiple of ``times`` apart."""
    apart = map(sub, printed[1:], printed)
    ends = [at for at, lines in enumerate(apart, 1) if lines % times]
    for first, end in pairwise([0, *ends, len(printed)]):
        if end - first >= _FEWEST:
            yield printed[first:end]


def _is_row(text: str) -> bool:
    marks = text.count("|") or text.count("\t") or (" " in text and len(text.split()) - 1)
    return marks + 1 >= _CELLS
