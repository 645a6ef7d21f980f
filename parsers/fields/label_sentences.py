"""Labels of who does it in the middle of a text, whose sentence ends before more of it: 修桥，牵头单位：甲。已建桥墩2座。"""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.piece import Piece
from ..units import UnitReading, read_clause, unit_likeness
from .parted_clauses import read_parted
from .spoken import told_by

_SENTENCE = lazy_pattern(r"[^。；]+[。；]?")
_SENTENCE_END = lazy_pattern(r"[。；！]")
#: What is asked of all behind the last task.
ASKS_ALL = lazy_pattern(r"请|各(?:牵头|责任|有关|相关|单位|部门)|[上以]上|上述")
#: What speaks of all tasks behind the last one: 以上事项的完成时限详见附件2。
SPEAKS_OF_ALL = lazy_pattern(
    r"(?:以上|上述)(?:所?有|各|所列|重点|\d+)?[^，。；]{0,8}?(?:问题|事项|任务|项目|工作|措施|内容|要求|各项)"
)
_SURE = 0.9


def sentence_of_names(piece: Piece, inner: int) -> tuple[int, UnitReading] | None:
    """The end and the reading of the sentence from ``inner`` on that is labels and names, where no more follow it."""
    text = piece.text
    stop = text.find("。", inner)
    if stop < 0 or not text[stop:].strip("。； ") or "：" in text[stop:]:
        return None
    reading = read_parted(piece, inner, stop)
    if reading is None or reading.leftovers or any(unit_likeness(unit.name) < _SURE for unit in reading.units):
        return None
    behind = [sentence.span() for sentence in _SENTENCE.finditer(text, stop + 1)]
    if not reading.units or _closes(text, *behind[0]) or any(told_by(text, *each) is not None for each in behind):
        return None
    return stop + 1, reading


def is_between(text: str, start: int, begin: int, end: int) -> bool:
    """Whether the label from ``begin`` to ``end`` stands between sentences of one task; behind a name it parts that from its text."""
    goes_on = end < len(text) and ASKS_ALL.match(text, end) is None
    return goes_on and _SENTENCE_END.search(text, start, begin) is not None


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a sentence is nothing but who or when: 市财政局配合。"""
    reading = read_clause(text[start:end].rstrip("。；"))
    return reading is not None and not reading.leftovers
