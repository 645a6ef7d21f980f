"""Points in one paragraph behind a unit or a time: 市教育局：1.排查隐患；2.开展培训。 cut into that and a line a point."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..fields.periods import is_period
from ..text.document import Line
from ..text.labels import read_label
from .duty_lines import is_names
from .duty_sentences import sentence_starts
from .run_in_lines import POINTS, counted, parts_of

_OPENING = lazy_pattern(r"([^：:。；]{2,60}[：:])\s*(?=1[.．、]|（1）|①)")
_FEWEST = 2


def cut_duties(lines: Sequence[Line], taken: frozenset[int] = frozenset()) -> list[Line]:
    """``lines`` with such paragraphs cut, where the list has two at least, and those of told sentences.

    Lines whose index is in ``taken`` (a table's) stay as they are.
    """
    starts = {line.start: cuts for line in lines if line.index not in taken and (cuts := _starts(line))}
    points = starts if len(starts) >= _FEWEST else {}
    cut: list[Line] = []
    for line in lines:
        if line.start in points:
            cut += parts_of(line, points[line.start])
        elif line.index not in taken and ("负责" in line.text or "牵头" in line.text):
            cut += _sentences(line)
        else:
            cut.append(line)
    return cut


def _sentences(line: Line) -> list[Line]:
    label = read_label(line.text)
    found = sentence_starts(line.text, label.end if label is not None else 0)
    return parts_of(line, found) if found else [line]


def _starts(line: Line) -> list[int]:
    """Where the points behind the names or the time begin; empty when the line is no such paragraph."""
    if ("：" not in line.text and ":" not in line.text) or ("1" not in line.text and "①" not in line.text):
        return []
    label = read_label(line.text)
    opening = _OPENING.match(line.text, label.end if label is not None else 0)
    if opening is None or not (is_names(opening[1].strip()) or is_period(opening[1].strip("：: "))):
        return []
    for pattern in POINTS[2:]:
        found = counted(line.text, pattern)
        if found and found[0] == opening.end():
            return found
    return []
