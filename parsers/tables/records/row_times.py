"""Times that the heading rows and group cells of a table set for the rows below them: 一月份, 动员阶段（3月底前）."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ....normalize.slotted import dataclass, field, replace
from ...deadlines import DeadlineDraft
from ...drafts import HeadingDraft, Marked
from ...fields.heading_times import time_of_heading
from ...fields.outer_times import OuterTime, outer_time
from ...fields.periods import is_period
from ...reader import Reader
from ...text.piece import Piece, squeezed
from ..grid.cells import Cell


def is_time_heading(cells: Sequence[Cell]) -> bool:
    """True for a row of one cell that names a month or a quarter and nothing else."""
    return len(cells) == 1 and is_period(cells[0].text.rstrip("：:"))


@dataclass(slots=True, eq=False, repr=False)
class RowTimes:
    """The time of each heading of one table, where it names one."""

    reader: Reader
    _times: dict[HeadingDraft, Piece] = field(default_factory=dict[HeadingDraft, Piece])

    def note(self, heading: HeadingDraft, cells: Sequence[Cell]) -> None:
        """Remember the time that ``heading``, printed in ``cells``, names."""
        piece = squeezed(self.reader.text, [r for cell in cells for r in cell.ranges])
        begin = cells[0].label.end if cells[0].label is not None else 0
        time = time_of_heading(piece.text[begin:])
        if time is not None:
            self._times[heading] = piece.part(begin + time[0], begin + time[1])

    def outer(self, headings: Sequence[HeadingDraft]) -> OuterTime | None:
        """The month or year that the innermost heading with a time names for the times of a row under ``headings``."""
        time = next((self._times[heading] for heading in reversed(headings) if heading in self._times), None)
        return None if time is None else outer_time(time.text)

    def of(self, headings: Iterable[HeadingDraft]) -> list[Marked[DeadlineDraft]]:
        """The deadlines that the innermost heading with a time sets for a row under ``headings``."""
        for heading in reversed(tuple(headings)):
            if heading in self._times:
                found = self.reader.deadlines(self._times[heading], "cell")
                return [replace(deadline, inherited=True) for deadline in found]
        return []
