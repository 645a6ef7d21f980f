"""Rows of teams: name, who leads it and what it is for, all glued: 2抢险救援组县应急局负责搜救被困人员。"""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import CHINESE, lazy_pattern
from ...units import unit_likeness
from ..grid.shape import Column
from .cells import Facts, cut_row

_HEAD = lazy_pattern(r"组|专班|队伍?$")
#: The name of a team, who makes it up, and the word that its duty begins with.
_TEAM = lazy_pattern(
    rf"({CHINESE}{{2,10}}?(?:组|专班|小队|分队))([^。；：]{{0,60}}?)(?=(?:主要|具体|统一|全面)?(?:负责|承担))"
)
_LIKE_UNITS = 0.8


def cut_teams(texts: Sequence[str], before: Sequence[Column], behind: Sequence[Column]) -> list[Facts] | None:
    """The cells of rows under the head of a team; None where not all rows say what a team is for."""
    team = next((column for column in before if _HEAD.search(column.head.text)), None)
    if team is None:
        return None
    doers = [column for column in before if column.head.kind == "unit" and column.index > team.index]
    found = [_TEAM.match(text) for text in texts]
    named = [match[2] for match in found if match is not None and bool(match[2]) == bool(doers)]
    if len(named) < len(texts) or len(doers) > 1 or len(before) > len(doers) + 2:
        return None
    if doers and sum(unit_likeness(name) >= _LIKE_UNITS for name in named) * 2 <= len(named):
        return None
    rows: list[Facts] = []
    for text, match in zip(texts, found, strict=True):
        if match is None:
            continue
        facts = cut_row(text, None, behind, ()) if behind else Facts(len(text))
        facts.begin = match.end()
        facts.cells |= {team.index: [match.span(1)]} | {column.index: [match.span(2)] for column in doers}
        rows.append(facts)
    return rows
