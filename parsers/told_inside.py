"""Sentences that say inside who does what, as minutes of meetings print them.

由县林业局牵头，县公安局配合，9月底前完成…, 县财政局负责筹措资金.
"""

from __future__ import annotations

from ..normalize.lazy import lazy_pattern
from .clauses import find_clauses
from .label_lines import LabelLine, assigning
from .outline import Item
from .piece import Piece, squeezed
from .spoken import Clause
from .units import UnitReading, read_clause, unit_likeness

_LED = r"(?:牵头负责|负责牵头|牵头|具体负责|负责|主办|承办)"
_HELPED = r"(?:密切|积极|协同)?(?:配合|协助|参与|参加)"
#: Who, behind 由 or at the start of a sentence; what they do follows, or who helps.
_TOLD = lazy_pattern(
    rf"(?:(?:^|(?<=[，。；：]))(?:由|责成|委托|授权|请)([^，。；：由]{{2,60}}?{_LED})(?![的人制])|(?:^|(?<=[。；]))([^，。；：]{{2,60}}?{_LED})(?=，)|^([^，。；：由]{{2,40}}?(?:牵头|负责|配合|协助))(?![的人制任单部]))"
    rf"((?:，[^，。；：]{{2,60}}{_HELPED}(?=[，。；]))*)"
)
_HELPS = lazy_pattern(rf"[^。；]{{2,120}}，([^，。；：]{{2,60}}?{_HELPED})[。；]?$")
_SURE = 0.9
#: Of the items, how many say so: two sentences of a long plan are no style.
_FEWEST, _SHARE = 2, 0.3


def speaks_inside(root: Item, text: str) -> bool:
    """Whether the items of an outline say inside who does them: a third of them do, and none has a clause in brackets or label lines."""
    told = leaves = 0
    for item in root.walk():
        piece = squeezed(text, [item.lead, *(part for part in item.body if not isinstance(part, LabelLine))])
        clauses = find_clauses(piece)
        if assigning(item.labelled) or any(not _is_spoken(piece, clause) for clause in clauses):
            return False
        if item.label is not None and not item.children:
            leaves += 1
            told += bool(clauses) or bool(told_inside(piece))
    return told >= max(_FEWEST, _SHARE * leaves)


def _is_spoken(piece: Piece, clause: Clause) -> bool:
    """Whether a clause is a sentence of its own, without brackets or label: …。甲牵头，乙落实。"""
    return piece.text[clause.start] not in "（([【〔［{" and "：" not in piece.text[clause.start : clause.end]


def told_inside(piece: Piece) -> list[tuple[Piece, UnitReading]]:
    """The first stretch of a text that says who does it, with its reading, and who helps at the end of its sentence."""
    if not any(word in piece.text for word in ("牵头", "负责", "办", "配合", "协助")):
        return []
    for match in _TOLD.finditer(piece.text):
        start = max(match.start(group) for group in (1, 2, 3))
        told = _reading(piece, start, match.end())
        if told is not None:
            helped = _HELPS.match(piece.text, match.end())
            beside = _reading(piece, *helped.span(1)) if helped is not None else None
            return [told, beside] if beside is not None else [told]
    return []


def _reading(piece: Piece, start: int, end: int) -> tuple[Piece, UnitReading] | None:
    """A stretch with its reading; None when it is not all of it names of units and their roles."""
    reading = read_clause(piece.text[start:end])
    if reading is None or reading.leftovers or reading.persons or not reading.units:
        return None
    sure = all(unit_likeness(unit.name) >= _SURE for unit in reading.units)
    return (piece.part(start, end), reading) if sure else None
