"""Those whom the phrases behind the first teller name: 县交通局负责国道，县住建局负责城区；请甲于5月底前批复，乙落实资金。"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ...normalize.lazy import lazy_pattern
from ..deadlines import DeadlineDraft
from ..drafts import Marked
from ..fields.spoken import FIRST_PERSON, told_by
from ..text.piece import Piece
from ..units import UnitReading

Told = tuple[Piece, UnitReading]
_MARK, _STOP = lazy_pattern(r"[，。；]"), lazy_pattern(r"[。；]")
#: What all of those named before have to keep: 3月底前全部完成.
_ALL = lazy_pattern(r"[^，。；]{0,4}(?:全部|全面|均|都|统一|一并)")
_HELPS = frozenset({"support", "guide"})


def others_told(piece: Piece, at: int, named: Callable[[Piece, int, int], Told | None] | None = None) -> Iterator[Told]:
    """Those whom the phrases behind an offset open with; ``named`` reads those that are named without a word of their role."""
    for mark in _MARK.finditer(piece.text, at):
        told = told_by(piece.text, mark.end(), _end(_STOP, piece.text, mark.end()))
        if told is not None:
            yield piece.part(told.inner, told.end), told.reading
        elif named is not None and (found := named(piece, mark.end(), _end(_MARK, piece.text, mark.end()))) is not None:
            yield found


def _end(mark: re.Pattern[str], text: str, start: int) -> int:
    found = mark.search(text, start)
    return found.start() if found is not None else len(text)


def shared_out(piece: Piece) -> list[Told]:
    """Those who share a text that opens with the first of them: 县林业局负责设计；各乡镇负责栽植. Empty where one alone is told."""
    first = told_by(piece.text, 0, _end(_STOP, piece.text, 0))
    if first is None or first.joined or FIRST_PERSON.search(piece.text):
        return []
    told = [(piece.part(first.inner, first.end), first.reading), *others_told(piece, first.end)]
    return told if sum(reading.units[0].role not in _HELPS for _, reading in told) > 1 else []


def keep_to_doers(
    text: str, deadlines: Sequence[Marked[DeadlineDraft]], told: Sequence[Told]
) -> list[Marked[DeadlineDraft]]:
    """The deadlines of a sentence of ``text`` that several share, each for the one whose phrases it stands in, unless all have to keep it."""
    doers = [(piece, reading) for piece, reading in told if reading.units[0].role not in _HELPS]
    if len(doers) < 2:
        return [*deadlines]
    return [deadline if _ALL.match(text, deadline.end) else _of_doer(text, deadline, doers) for deadline in deadlines]


def _of_doer(text: str, deadline: Marked[DeadlineDraft], doers: Sequence[Told]) -> Marked[DeadlineDraft]:
    """The deadline with the one in whose phrase it stands, or who is alone in its sentence: 甲负责设计，乙负责筹资，6月底前开工 is for both."""
    before = [found for found in doers if found[0].span[0] < deadline.start]
    draft = deadline.value
    if not before or draft.applies_to:
        return deadline
    start = max(text.rfind(mark, 0, deadline.start) for mark in "。；")
    beside = sum(found[0].span[0] > start for found in before)
    if beside != 1 and "，" in text[before[-1][0].span[1] : deadline.start]:
        return deadline
    names = "、".join(unit.name for unit in before[-1][1].units if unit.role not in _HELPS)
    return Marked(draft._replace(applies_to=names), deadline.start, deadline.end, deadline.inherited)
