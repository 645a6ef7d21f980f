"""Those whom the phrases behind the first teller name: 县交通局负责国道，县住建局负责城区；请甲于5月底前批复，乙落实资金。"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...normalize.lazy import lazy_pattern
from ..deadlines import DeadlineDraft
from ..drafts import Marked
from ..fields.spoken import told_by
from ..text.piece import Piece
from ..units import UnitReading

Told = tuple[Piece, UnitReading]
_MARK = lazy_pattern(r"[，。；]")
#: What all of those named before have to keep: 3月底前全部完成.
_ALL = lazy_pattern(r"[^，。；]{0,4}(?:全部|全面|均|都|统一|一并)")
_HELPS = frozenset({"support", "guide"})


def others_told(piece: Piece, at: int, named: Callable[[Piece, int, int], Told | None] | None = None) -> Iterator[Told]:
    """Those whom the phrases behind an offset open with; ``named`` reads those that are named without a word of their role."""
    for mark in _MARK.finditer(piece.text, at):
        following = _MARK.search(piece.text, mark.end())
        end = following.start() if following is not None else len(piece.text)
        told = told_by(piece.text, mark.end(), end)
        if told is not None:
            yield piece.part(told.inner, told.end), told.reading
        elif named is not None and (found := named(piece, mark.end(), end)) is not None:
            yield found


def keep_to_doers(
    text: str, deadlines: Sequence[Marked[DeadlineDraft]], told: Sequence[Told]
) -> list[Marked[DeadlineDraft]]:
    """The deadlines of a sentence of ``text`` that several share, each for the one whose phrases it stands in, unless all have to keep it."""
    doers = [(piece, reading) for piece, reading in told if reading.units[0].role not in _HELPS]
    if len(doers) < 2:
        return [*deadlines]
    return [deadline if _ALL.match(text, deadline.end) else _of_doer(deadline, doers) for deadline in deadlines]


def _of_doer(deadline: Marked[DeadlineDraft], doers: Sequence[Told]) -> Marked[DeadlineDraft]:
    before = [found for found in doers if found[0].span[0] < deadline.start]
    draft = deadline.value
    if not before or draft.applies_to:
        return deadline
    names = "、".join(unit.name for unit in before[-1][1].units if unit.role not in _HELPS)
    return Marked(draft._replace(applies_to=names), deadline.start, deadline.end, deadline.inherited)
