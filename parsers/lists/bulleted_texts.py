"""Bullets that are the points of one text: below the last of them stands who does them all.

- 开展入户走访
- 建立帮扶台账
- 县教育局、县民政局按职责分工负责
"""

from __future__ import annotations

from collections.abc import Sequence

from ..fields.label_lines import LabelLine, read_label_line
from ..text.document import Line
from ..text.labels import read_label
from .outline import Item

#: So many runs of bullets end so.
_FEWEST = 2
_LONGEST_TITLE, _STOPS = 40, "。；：:"


def points_of_texts(lines: Sequence[Line]) -> frozenset[int]:
    """Where the bullets begin that go on with the one above, and who does them, in a list whose runs of bullets end so.

    Right below a number and its title the first bullet goes on, too: they are the text of that item.
    """
    runs: list[list[Line]] = []
    run: list[Line] = []
    above: Line | None = None
    for line in lines:
        if run and line.index > run[-1].index + 1:
            run = []
        if _is_bullet(line):
            run = run or [above or line]
            run.append(line)
        elif run:
            told = _tells(line)
            if told:
                runs.append([*run, line])
            title, run = (run[0] if told and _is_title(run[0]) else None), []
            above = title or line
            continue
        above = line
    if len(runs) < _FEWEST:
        return frozenset()
    return frozenset(line.start for first, *run in runs for line in run[0 if _is_title(first) else 1 :])


def goes_on_with_bullets(text: str, item: Item) -> bool:
    """Whether an item behind a bullet goes on behind the next one: it opens with no title."""
    more = item.body[0] if item.body and item.style == "bullet" else None
    return more is not None and not isinstance(more, LabelLine) and bool(text[item.lead[1] : more[0]].strip())


def _is_title(line: Line) -> bool:
    """Whether a line is a number with a title, below which the text may begin."""
    label = read_label(line.text)
    titled = label is not None and label.style not in ("bullet", "part", "han")
    return titled and len(line.text) <= _LONGEST_TITLE and line.text[-1] not in _STOPS


def _is_bullet(line: Line) -> bool:
    label = read_label(line.text)
    return label is not None and label.style == "bullet"


def _tells(line: Line) -> bool:
    """Whether a line is a clause and nothing else."""
    labelled = read_label_line(line)
    return labelled is not None and labelled.spoken
