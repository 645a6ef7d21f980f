"""What the stages tell of: one notice with everything that was made of it, and places in its source."""

from __future__ import annotations

from bisect import bisect_right

from ...normalize import Normalized
from ...normalize.lines import line_starts
from ...normalize.slotted import dataclass, field
from ..formats import Proposal, propose_all
from ..lists.outline import Item
from ..notice import FORMATS, NoticeDraft
from ..tables.grid.cells import Cell


@dataclass(slots=True, eq=False, repr=False)
class Story:
    """A normalized notice and its draft; offsets are offsets of the document text, lines those of the source."""

    normalized: Normalized
    draft: NoticeDraft
    _starts: list[int] = field(default_factory=list[int])
    _line_starts: list[int] = field(default_factory=list[int])

    def __post_init__(self) -> None:
        self._starts = line_starts(self.normalized.source)
        self._line_starts = [line.start for line in self.draft.page.lines]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the source, from 1, that the character at ``offset`` came from."""
        at = self.normalized.text.source_offset(offset)
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def lines(self, start: int, end: int) -> str:
        """The source lines of a range: ``line 3`` or ``lines 3-5``."""
        first, last = self.place(start)[0], self.place(max(start, end - 1))[0]
        return f"line {first}" if first == last else f"lines {first}-{last}"

    def lines_of(self, first: int, last: int) -> str:
        """The same for the document's lines ``first`` to ``last``, counted from 0."""
        lines = self.draft.page.lines
        return self.lines(lines[first].start, max(lines[last].end, lines[first].end))

    def printed(self, start: int, end: int) -> str:
        """The source that a range came from."""
        first, last = self.normalized.text.source_range(start, end)
        return self.normalized.source[first:last]

    def line_index(self, offset: int) -> int:
        """The document line, from 0, on which ``offset`` lies."""
        return max(0, bisect_right(self._line_starts, offset) - 1)

    def offers(self) -> dict[str, list[Proposal]]:
        """What each format offered, by its module; proposing reads nothing, so that asking again gives the same."""
        named = {propose.__module__.rsplit(".", 1)[-1]: propose for propose in FORMATS}
        return {name: propose_all(self.draft.page, [propose]) for name, propose in named.items()}

    def task_at(self) -> dict[int, int]:
        """The number of the task, from 1, that begins at an offset."""
        numbers: dict[int, int] = {}
        for number, task in enumerate(self.draft.tasks, 1):
            numbers.setdefault(task.start, number)
        return numbers

    def tasks_by_item(self, number: int, root: Item) -> dict[int, list[str]]:
        """Kind and number of the tasks of list part ``number`` (from 1), by the offset of the item they stand in."""
        starts = [item.start for item in root.walk() if item is not root]
        tasks: dict[int, list[str]] = {}
        for count, (task, part) in enumerate(self.draft.placed, 1):
            if part != number:
                continue
            place = bisect_right(starts, task.start) - 1
            if place >= 0:
                tasks.setdefault(starts[place], []).append(f"{task.kind} {count}")
        return tasks


def head_name(text: str, kind: str) -> str:
    """A column's head, or what stands for one that the page did not print."""
    return text or f"({kind})"


def cell_looks(cell: Cell) -> str:
    """What the cell looks like: its number or label, and the likenesses that are not zero."""
    looks: list[str] = []
    if cell.number is not None:
        looks.append(f"number {cell.number}")
    if cell.label is not None:
        looks.append(f"label {cell.label.printed or '(damaged)'}")
    measures = (("unit", cell.unit), ("deadline", cell.deadline), ("person", cell.person))
    looks += [f"{name} {value:.2f}" for name, value in measures if value >= 0.005]
    return ", ".join(looks) or "text"
