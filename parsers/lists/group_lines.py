"""Lines that stand above the numbered items they speak for, and are no items themselves.

责任单位：甲 / 1.… / 2.… / 责任单位：乙 / 3.… and 市教育局： / 1.… / 2.… / 市公安局： / 1.… and 二月份： / 1.… / 三月份： / 1.…
Where each speaks for one item only, it is that item's own clause: （责任单位：甲） / 1.… / （责任单位：乙） / 2.…
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from ..fields.heading_times import time_of_heading
from ..fields.label_lines import read_label_line
from ..text.document import Line
from ..text.labels import read_label
from ..units import read_clause
from .duty_lines import is_names

_TEXT = "text"
_ABOVE = frozenset({"label", "names", "time"})
BRACKETS = {"（": "）)", "(": "）)", "【": "】", "[": "]", "〔": "〕", "［": "］"}
_FEWEST = 2
_RANKS = {"part": 0, "han": 1, "han_bracket": 2, "arabic": 3, "arabic_bracket": 4, "circled": 5, "small": 6}


class _Marked(NamedTuple):
    """A line as a list has it: `label`, `names` or `time` above items, `item` with the rank of its number, or `text`."""

    line: Line
    kind: str
    rank: int = 0


class Groups(NamedTuple):
    """Offsets of the lines that open groups of items, and of clauses that each stand before the one item they close.

    ``leads`` are labels without a value between a line that opens a group and its first item: 责任单位：甲 / 工作任务： / 1.….
    """

    openings: frozenset[int] = frozenset()
    fronts: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()


class _Group(NamedTuple):
    start: int
    kind: str
    alone: bool  # it speaks for one item, or stands in one line with the first


def group_lines(lines: Sequence[Line], duties: Container[int]) -> Groups:
    """The groups of a list; ``lines`` are those of it that are not blank, ``duties`` begin with who does their own text.

    In each section of the list the first group comes before any item and items come last: labels that stand below their
    items are none.
    """
    marked = [_mark(line) if line.start not in duties else _Marked(line, _TEXT) for line in lines]
    leads = frozenset(mark.line.start for above, mark in pairwise(marked) if _leads_on(above, mark))
    marked = [mark for mark in marked if mark.line.start not in leads]
    kinds = {mark.kind for mark in marked}
    if not kinds & _ABOVE:
        return Groups()
    below = {after.rank for mark, after in pairwise(marked) if _above(mark) and after.kind == "item"}
    openings: set[int] = set()
    fronts: set[int] = set()
    for rank in below:
        sections = [groups for section in _sections(marked, rank) if (groups := _groups(section, rank))]
        found = [group for groups in sections if len(groups) >= _FEWEST for group in groups]
        if found and all(group.kind == "label" and group.alone for groups in sections for group in groups):
            fronts.update(group.start for groups in sections for group in groups)
        else:
            openings.update(group.start for group in found)
    return Groups(frozenset(openings), frozenset(fronts), leads if openings else frozenset())


def _mark(line: Line) -> _Marked:
    label = read_label(line.text)
    if label is not None and label.style in _RANKS and label.end < len(line.text):
        return _Marked(line, "item", _RANKS[label.style])
    labelled = read_label_line(line) if "：" in line.text or ":" in line.text else None
    if (labelled is not None and labelled.assigns and not labelled.spoken and labelled.value) or is_clause(line.text):
        return _Marked(line, "label")
    if time_of_heading(line.text) is not None:
        return _Marked(line, "time")
    return _Marked(line, "names" if is_names(line.text) else "text")


def _leads_on(above: _Marked, mark: _Marked) -> bool:
    """Whether a line below a label of who does it is a label of the tasks, which stand below: 工作任务："""
    if above.kind != "label" or mark.kind != _TEXT or mark.line.text[-1] not in "：:":
        return False
    labelled = read_label_line(mark.line)
    return labelled is not None and labelled.opens and not labelled.value


def is_clause(text: str) -> bool:
    """Whether a line is nothing but a clause in a bracket: （甲牵头，乙配合）, 【甲】."""
    if text[0] not in BRACKETS or text[-1] not in BRACKETS[text[0]]:
        return False
    reading = read_clause(text[1:-1])
    return reading is not None and bool(reading.units) and not reading.leftovers


def _above(mark: _Marked) -> bool:
    return mark.kind in _ABOVE


def _sections(marked: Sequence[_Marked], rank: int) -> Iterator[list[_Marked]]:
    """The lines between numbers of a higher rank than the items have."""
    section: list[_Marked] = []
    for mark in marked:
        if mark.kind == "item" and mark.rank < rank:
            yield section
            section = []
        else:
            section.append(mark)
    yield section


def _groups(section: Sequence[_Marked], rank: int) -> list[_Group]:
    """The groups of a section; none when one of them cannot stand above items."""
    runs = [(kind, list(run)) for kind, run in groupby(section, key=lambda mark: mark.kind)]
    groups = [place for place, (kind, _) in enumerate(runs) if kind in _ABOVE]
    kinds = {runs[place][0] for place in groups}
    if len(kinds) != 1 or groups[0] != 0:
        return []
    followed = all(
        place + 1 < len(runs) and runs[place + 1][0] == "item" and runs[place + 1][1][0].rank == rank
        for place in groups
    )
    beside = all(_beside(runs[place][1], runs[place + 1][1]) for place in groups) if followed else False
    texts = any(kind == "text" for kind, _ in runs) and not beside
    lone = kinds != {"label"} and any(len(runs[place][1]) > 1 for place in groups)
    if not followed or lone or (texts and kinds == {"label"}):
        return []
    return [
        _Group(run[0].line.start, kind, beside or sum(mark.rank == rank for mark in items) == 1)
        for (kind, run), (_, items) in ((runs[place], runs[place + 1]) for place in groups)
    ]


def _beside(above: Sequence[_Marked], below: Sequence[_Marked]) -> bool:
    """Whether a clause and the item behind it stand in one line of the page."""
    return above[-1].line.index == below[0].line.index
