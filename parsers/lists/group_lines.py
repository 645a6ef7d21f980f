"""Lines that stand above the numbered items they speak for, and are no items themselves.

责任单位：甲 / 1.… / 2.… / 责任单位：乙 / 3.… and 市教育局： / 1.… / 2.… / 市公安局： / 1.… and 二月份： / 1.… / 三月份： / 1.…
Where each speaks for one item only, it is that item's own clause: （责任单位：甲） / 1.… / （责任单位：乙） / 2.…
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from types import MappingProxyType

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..fields.heading_times import time_of_heading
from ..fields.heads import read_head
from ..fields.label_lines import LabelLine, read_label_line
from ..text.document import Line
from ..text.labels import read_label
from ..units import read_clause
from .duty_lines import is_names

_TEXT = "text"
_ABOVE = frozenset({"label", "names", "time"})
BRACKETS = {"（": "）)", "(": "）)", "【": "】", "[": "]", "〔": "〕", "［": "］"}
_BRACKET = "（）"
_ALONE = lazy_pattern(rf"[【［]\s?((?:{CHINESE}\s{{0,8}}){{2,10}})[】］]")
#: Kinds of labels of the tasks below them.
_LEADS = frozenset({"content", "requirement"})
_FEWEST = 2
_RANKS = {"part": 0, "han": 1, "han_bracket": 2, "arabic": 3, "arabic_bracket": 4, "circled": 5, "small": 6}


class _Marked(NamedTuple):
    """A line as a list has it: `label`, `names` or `time` above items, `item` with the rank of its number, or `text`."""

    line: Line
    kind: str
    rank: int = 0
    head: str = ""  # of a label

    @property
    def asks(self) -> str:
        """What lines of one kind have in common."""
        return self.head or self.kind


class Groups(NamedTuple):
    """Offsets of the lines that open groups of items, and of clauses that each stand before the one item they close.

    ``labels`` are others of a whole group: without a value between the line that opens it and its first item (责任单位：甲 /
    工作任务： / 1.…), and below its last item (完成时限：6月).
    """

    openings: frozenset[int] = frozenset()
    fronts: frozenset[int] = frozenset()
    labels: Mapping[int, LabelLine] = MappingProxyType({})


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
    leads = {mark.line.start: label for above, mark in pairwise(marked) if (label := _lead(above, mark)) is not None}
    marked = [mark for mark in marked if mark.line.start not in leads]
    kinds = {mark.kind for mark in marked}
    if not kinds & _ABOVE:
        return Groups()
    below = {after.rank for mark, after in pairwise(marked) if _above(mark) and after.kind == "item"}
    openings: set[int] = set()
    fronts: set[int] = set()
    labels = leads
    for rank in below:
        parted = [_parted(section) for section in _sections(marked, rank)]
        sections = [(groups, closing) for section, closing in parted if (groups := _groups(section, rank))]
        every = [group for groups, _ in sections for group in groups]
        found = [group for groups, _ in sections if len(groups) >= _FEWEST for group in groups]
        if found and all(group.kind == "label" and group.alone for group in every):
            fronts.update(group.start for group in every)
        else:
            openings.update(group.start for group in found)
            closings = (line for groups, closing in sections if len(groups) >= _FEWEST for line in closing)
            labels |= {line.start: label for line in closings if (label := read_label_line(line)) is not None}
    return Groups(frozenset(openings), frozenset(fronts), labels if openings else {})


def _mark(line: Line) -> _Marked:
    label = read_label(line.text)
    if label is not None and label.style in _RANKS and label.end < len(line.text):
        return _Marked(line, "item", _RANKS[label.style])
    colon = "：" in line.text or ":" in line.text
    labelled = read_label_line(line) if colon or line.text[0] in "【［" else None
    if (labelled is not None and labelled.assigns and not labelled.spoken and labelled.value) or is_clause(line.text):
        return _Marked(line, "label", head=labelled.head.text if labelled is not None else _BRACKET)
    if time_of_heading(line.text) is not None:
        return _Marked(line, "time")
    return _Marked(line, "names" if is_names(line.text) else "text")


def _lead(above: _Marked, mark: _Marked) -> LabelLine | None:
    """The label of the tasks, which stand below, that a line below a label of who does it is: 工作任务：, 【工作任务】, 整改措施："""
    if above.kind != "label" or mark.kind != _TEXT:
        return None
    line, match = mark.line, _ALONE.fullmatch(mark.line.text)
    head = read_head("".join(match[1].split())) if match is not None else None
    if head is not None and head.kind in _LEADS:
        return LabelLine(head, (), ((line.start, line.end),), ending=line.text)
    found = read_label_line(line) if line.text[-1] in "：:" else None
    return found if found is not None and (found.opens or found.head.kind in _LEADS) and not found.value else None


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


def _parted(section: list[_Marked]) -> tuple[list[_Marked], list[Line]]:
    """A section without the labels below its items, where another label opens the groups, and those that close groups.

    责任单位：甲 / 1.… / 2.… / 完成时限：6月 / 责任单位：乙 / …: only below the last item of each group, a label closes it. Below
    an item at the end, or inside of a group, stands each such label once at least.
    """
    runs = [list(run) for _, run in groupby(section, key=lambda mark: _above(mark) or mark.kind)]
    opening = {mark.asks for mark in runs[0] if _above(mark)} if runs else set[str]()
    below: set[str] = set()
    doubtful: set[str] = set()
    own: list[_Marked] = []
    groups: list[list[int]] = []  # for each group, how many labels stand below each of its items
    for run in runs if opening else ():
        if not _above(run[0]):
            groups[-1].extend(0 for mark in run if mark.kind == "item")
            continue
        at = next((place for place, mark in enumerate(run) if mark.asks in opening), len(run))
        if any(mark.asks not in opening for mark in run[at:]):
            return section, []
        if at and groups[-1]:
            groups[-1][-1] = at
        (below if at == len(run) else doubtful).update(mark.asks for mark in run[:at])
        own += run[:at]
        groups += [[]] if at < len(run) else []
    if not own or len(groups) < _FEWEST or not all(groups) or not doubtful <= below:
        return section, []
    shared = any(len(group) > 1 for group in groups) and all(group[-1] and not any(group[:-1]) for group in groups)
    lines = {mark.line.start for mark in own}
    return [mark for mark in section if mark.line.start not in lines], [mark.line for mark in own] if shared else []


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
