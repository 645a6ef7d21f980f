"""Cells one a line that may be column heads, and what stands below them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ....normalize.named_tuples import NamedTuple
from ...fields.heads import Head
from ..body.lines import Printed, Split


class Candidate(NamedTuple):
    """A cell that may be a head: its text, the last line that it stands on, and what it says."""

    cell: Printed
    text: str
    line: int
    head: Head | None


def cells_below(splits: Sequence[Split], line: int) -> Iterator[Printed]:
    """The filled cells below a line."""
    return (cell for index in range(line + 1, len(splits)) for cell in splits[index].filled)


def pipes_behind(splits: Sequence[Split], line: int) -> int:
    """How many pipes stand behind the only cell of a line: on that line, and on lines of their own before the next cell."""
    count = splits[line].pipes - splits[line].opened
    for below in itertools.takewhile(lambda split: not split.filled, itertools.islice(splits, line + 1, None)):
        count += below.pipes
    return count
