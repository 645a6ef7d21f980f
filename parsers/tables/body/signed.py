"""Who signs and when, right below the cells of a table: no cells of its last row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from ....normalize.lazy import lazy_pattern
from ...fields.values import is_share
from ...frame import is_organ, kind_of
from ...text.document import Line
from ...units import unit_likeness
from ..grid.cells import make_cell
from ..heads.head_row import STREAM, HeadRow
from .lines import Split

#: A cell this much like a unit or a time is one.
_LIKE = 0.3
#: Who signs is so long, and so much like a unit.
_SHORTEST_ORGAN, _SURELY = 4, 0.8
#: What the name of a unit begins with in a cell, where its place is known.
_LEVELS = "省市县区州盟旗乡镇各"
_SIGNED = 2  # lines of a signature
_FULL_DAY = lazy_pattern(
    r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)


def without_signature(text: str, head: HeadRow, lines: list[Split]) -> list[Split]:
    """The lines without a signature and date at their end: the organ is named above the table, in title or letter, or it
    is no cell of it; nor is a day where no column behind those of units asks for times.
    """
    if len(lines) <= _SIGNED or kind_of(lines[-1].line.text, _squeezed(lines[-1])) != "date":
        return lines
    organ = _squeezed(lines[-2])
    above = "".join(text[: head.ranges[0][0]].split())
    behind = list(dropwhile(lambda column: column.kind != "unit", head.heads)) or head.heads
    timeless = not any(column.kind == "deadline" or column.tells_times for column in behind)
    whole = head.way != STREAM or head.heads[-1].kind == "unit" or is_share(_squeezed(lines[-3]))
    signs = timeless and whole and _signs(organ, head, _squeezed(lines[-3]))
    if len(organ) >= _SHORTEST_ORGAN and (organ in above or signs or _stands_alone(text, organ, head, lines)):
        return lines[:-2]
    return lines[:-1] if timeless and whole else lines


def _stands_alone(text: str, organ: str, head: HeadRow, lines: Sequence[Split]) -> bool:
    """Whether an organ by its full name, and a day in full, are the only ones of a table: its cells are written otherwise.

    The row above them has its units, or its time, already and lacks none right in front of its time, or they stand farther
    below it, or nearer together, than cells do.
    """
    if organ[0] in _LEVELS or not is_organ(organ) or unit_likeness(organ) < _SURELY:
        return False
    behind = sum(1 for _ in takewhile(lambda column: column.kind != "unit", reversed(head.heads)))
    cells = (make_cell(text, split.filled[-1], 0) for split in lines[-3 - behind : -2] if split.filled)
    answered = any(max(cell.unit, cell.deadline) >= _LIKE for cell in cells) and not _goes_on(text, head, lines[:-2])
    places = [split.line.index for split in lines[-6:]]
    *inner, before, between = (below - above for above, below in pairwise(places))
    apart = len(set(inner)) == 1 and (before > inner[0] or between < inner[0])
    return (answered or apart) and not any(
        organ in cell or kind_of(cell, cell) == "date" for cell in map(_squeezed, lines[:-2])
    )


def _goes_on(text: str, head: HeadRow, lines: Sequence[Split]) -> bool:
    """Whether a unit and a day may be the last cells of the row at the end of ``lines``: heads end so, and it lacks one."""
    if head.heads[-1].kind != "deadline":
        return False
    asked = sum(1 for _ in takewhile(lambda column: column.kind == "unit", reversed(head.heads[:-1])))
    cells = [make_cell(text, split.filled[-1], 0) for split in lines[-1 - asked :] if split.filled]
    named = sum(1 for _ in takewhile(lambda cell: cell.unit >= _LIKE, reversed(cells)))
    return named < asked and max(cells[-1].unit, 1 - cells[-1].deadline) > 1 - _LIKE


def _signs(organ: str, head: HeadRow, above: str) -> bool:
    """Whether an organ by its full name is no cell: the row above it ends with who or how far, or stands on a line.

    县住建局 | 2031年6月30日 may well be the last cell and the day of the page.
    """
    ended = head.way != STREAM or unit_likeness(above) >= _SURELY or is_share(above)
    return ended and organ[0] not in _LEVELS and unit_likeness(organ) >= _SURELY


def _squeezed(split: Split) -> str:
    """The line's text without white space."""
    return "".join(split.line.text.split())


def signs(lines: Sequence[Line], at: int) -> bool:
    """Whether the line at ``at`` is an organ alone and the next text a day in full alone: who signs below what stands above."""
    organ = "".join(lines[at].text.split())
    if len(organ) < _SHORTEST_ORGAN or not is_organ(organ):
        return False
    below = next((line.text for line in lines[at + 1 : at + 1 + _SIGNED] if line.text), "")
    return _FULL_DAY.fullmatch("".join(below.split())) is not None
