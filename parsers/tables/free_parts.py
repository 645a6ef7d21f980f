"""The parts of a page that hold no table yet: tables without heads are looked for there alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..frame import is_marker
from ..text.document import Line


def free_parts(lines: Sequence[Line], taken: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The lines from one marker of an attachment to the next, first and behind the last, that hold none of the lines ``taken``."""
    held = set(taken)
    markers = (line.index for line in lines if line.text[:1] == "附" and is_marker(line.text)) if held else ()
    for first, stop in pairwise(dict.fromkeys((0, *markers, len(lines)))):
        if held.isdisjoint(range(first, stop)):
            yield first, stop
