"""The best readings that a search keeps at each place of a text."""

from __future__ import annotations

from typing import TypeVar

from .slots import Part

#: How many readings are kept at a place, and how far behind the best.
_MOST, _WORST = 12, 9.0
_Key = TypeVar("_Key", bound="tuple[int | bool, ...]")
_Read = TypeVar("_Read", bound="tuple[float, Part | None] | tuple[float, Part | None, int]")


def put(table: list[dict[_Key, _Read] | None], at: int, key: _Key, reading: _Read) -> None:
    """Keep a reading at a place where it is the best of its kind."""
    here = table[at]
    if here is None:
        table[at] = {key: reading}
    elif key not in here or reading[0] > here[key][0]:
        here[key] = reading


def kept(states: dict[_Key, _Read]) -> list[tuple[_Key, _Read]]:
    """The best readings at a place."""
    if len(states) == 1:
        return list(states.items())
    ranked = sorted(states.items(), key=lambda item: -item[1][0])[:_MOST]
    least = ranked[0][1][0] - _WORST
    return [item for item in ranked if item[1][0] >= least]
