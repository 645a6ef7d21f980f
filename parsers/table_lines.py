"""Lines of a table cut into printed cells: by pipes, by tabs, or by blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .document import Line
from .piece import Range

_BLANKS = re.compile(r"\s+")
#: The rule under a Markdown table's head, and lines drawn with dashes.
_RULE = re.compile(r"[|\s:：]*(?:[-—─=]{2,}[|\s:：+]*)+")


@dataclass(frozen=True, slots=True)
class Split:
    """A line cut into cells: document ranges, empty ones included (start == end).

    ``opened`` and ``closed`` tell whether a pipe stands at the line's beginning and end; ``pipes`` counts them.
    """

    line: Line
    cells: tuple[Range, ...]
    opened: bool
    closed: bool
    pipes: int

    @property
    def filled(self) -> tuple[Range, ...]:
        """The cells that hold text."""
        return tuple(cell for cell in self.cells if cell[0] < cell[1])


def is_rule(text: str) -> bool:
    """True for a line that only draws: ``|---|---|``."""
    return _RULE.fullmatch(text) is not None


def split_line(line: Line, tabs: bool = True) -> Split:
    """The line cut at pipes, else at tabs; a line with neither is one cell."""
    pipes = line.text.count("|")
    if pipes:
        cells = tuple(_cut(line, "|"))
        opened, closed = line.text.startswith("|"), line.text.endswith("|")
        first, last = (1 if opened else 0), (-1 if closed and len(cells) > 1 else None)
        return Split(line, cells[first:last], opened, closed, pipes)
    if tabs and "\t" in line.text:
        return Split(line, tuple(_cut(line, "\t")), False, False, 0)
    return Split(line, ((line.start, line.end),), False, False, 0)


def split_blanks(line: Line) -> Split:
    """The line cut at every run of white space; two blanks or more mark an empty cell between."""
    cells: list[Range] = []
    at = 0
    for gap in _BLANKS.finditer(line.text):
        cells.append((line.start + at, line.start + gap.start()))
        if gap.end() - gap.start() > 1 and "\t" not in gap[0]:
            cells.append((line.start + gap.end() - 1, line.start + gap.end() - 1))
        at = gap.end()
    cells.append((line.start + at, line.end))
    return Split(line, tuple(cells), False, False, 0)


def _cut(line: Line, mark: str) -> Iterator[Range]:
    """The stripped stretches between the marks."""
    at = 0
    for part in line.text.split(mark):
        body = part.strip()
        start = line.start + at + (len(part) - len(part.lstrip()) if body else 0)
        yield start, start + len(body)
        at += len(part) + 1


def split_all(lines: Sequence[Line]) -> tuple[Split, ...]:
    """Every line of the document, cut at pipes or tabs."""
    return tuple(split_line(line) for line in lines)
