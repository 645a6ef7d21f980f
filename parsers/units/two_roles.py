"""Cells under a head of two roles: 牵头单位/配合单位 over 甲/乙、丙, 牵头单位（配合单位） over 甲（乙、丙）."""

from __future__ import annotations

from functools import lru_cache

from ...normalize.lazy import lazy_pattern
from .cells import read_units
from .model import Role, UnitReading
from .roles import role_of_words

_PARTS = lazy_pattern(r"[/／（]")
_TURN = lazy_pattern(r"([^/／（）]+)(?:[/／]([^/／]+)|（([^（）]+)）)\s*")


@lru_cache(maxsize=64)
def roles_in_turn(head: str) -> tuple[Role, Role] | None:
    """The two roles that a head names one behind the other, None for any other head."""
    first, *others = _PARTS.split(head.rstrip("）"))
    if len(others) != 1:
        return None
    roles = role_of_words(first), role_of_words(others[0])
    return (roles[0], roles[1]) if roles[0] and roles[1] and roles[0] != roles[1] else None


def read_in_turn(text: str, roles: tuple[Role, Role]) -> UnitReading | None:
    """The units of a cell that is cut as its head is; None where it is not, or says itself who does what."""
    turn = _TURN.fullmatch(text)
    if turn is None:
        return None
    at = turn.end(1)
    bracket = turn[3] is not None
    rest = text[at + 1 :].replace("）", " ") if bracket else text[at + 1 :]
    reading = read_units(f"{text[:at]}/{rest}", roles[0])
    if any(unit.role != roles[0] for unit in reading.units) or all(unit.start < at for unit in reading.units):
        return None
    return reading._replace(
        units=tuple(unit._replace(role=roles[1]) if unit.start > at else unit for unit in reading.units)
    )
