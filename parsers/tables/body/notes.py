"""Notes under a table, 注：1.… and the numbered lines that go on with it, and between its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ....normalize.lazy import lazy_pattern
from ...text.labels import read_label
from ..grid.shape import Row
from .lines import Split

_NOTE = lazy_pattern(r"（?(?:附?注|备注|说明)\s?[：:]?\s?")
#: A note between the rows of a table, which is no cell of it.
INNER_NOTE = lazy_pattern(r"（?(?:[附备]?注|说明)\s?[：:]\s?\S{6,}")
_ANY_NOTE = lazy_pattern(r"(?:注|说明)\s?[：:]")


def inner_notes(text: str, splits: Sequence[Split], rows: Iterable[Row]) -> tuple[int, ...]:
    """The lines of notes between the rows of a table; none of them holds a cell."""
    if not splits or _ANY_NOTE.search(text, splits[0].line.start, splits[-1].line.end) is None:
        return ()
    found = [split.line.index for split in splits if not split.pipes and INNER_NOTE.match(split.line.text)]
    if not found:
        return ()
    taken = {cell.line for row in rows for cell in row.all_cells()}
    return tuple(index for index in found if index not in taken)


def note_lines(splits: Sequence[Split], at: int) -> tuple[int, ...]:
    """The lines of a note that begins on the first line of text from ``at`` on; none when that is no note."""
    found: list[int] = []
    last: int | None = None
    for index in range(at, len(splits)):
        split = splits[index]
        text = split.line.text
        if not text:
            continue
        note = _NOTE.match(text) if not found else None
        if not found and (note is None or split.pipes):
            break
        label = read_label(text[note.end() :] if note is not None else text)
        value = label.value if label is not None else None
        if found and (value is None or last is None or value != last + 1):
            break
        found.append(split.line.index)
        last = value
    return tuple(found)
