"""The best readings that a search keeps at each place of a text, and how far behind the others stay.

A reading that reaches the same state as a better one is its rival: what stands behind both is the same. Where the two
differ, the better one is that much surer of its cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from .slots import Found

#: How many readings are kept at a place, and how far behind the best.
_MOST, _WORST = 12, 9.0
#: How far behind rivals are remembered, and how many steps back they are compared.
SURE, _STEPS = 6.0, 120
#: Steps that are no cells: a row's number, where a row without one begins, what stands over it, a page's number, none of all.
NUMBER, ROW, LEAD, PAGE, STEP = -1, -2, -3, -4, -5

_Key = TypeVar("_Key", bound="tuple[int | bool, ...]")


class Node:
    """A reading up to a place: its score, and what it put last: a piece of a slot's cell, or one of the above.

    ``before`` leads to the reading before, ``rivals`` are others that reached the same state.
    """

    __slots__ = ("before", "end", "rivals", "score", "slot", "start")

    def __init__(self, score: float, before: Node | None, slot: int, start: int, end: int) -> None:
        self.score, self.before = score, before
        self.slot, self.start, self.end = slot, start, end
        self.rivals: list[Node] = []


def put(table: list[dict[_Key, Node] | None], at: int, key: _Key, node: Node) -> None:
    """Keep a reading at a place where it is the best of its kind."""
    here = table[at]
    if here is None:
        table[at] = {key: node}
        return
    other = here.get(key)
    if other is None or node.score > other.score:
        here[key] = node
        if other is not None:
            node.rivals = [rival for rival in (*other.rivals, other) if rival.score > node.score - SURE]
    elif node.score > other.score - SURE:
        other.rivals.append(node)


def kept(states: dict[_Key, Node]) -> list[tuple[_Key, Node]]:
    """The best readings at a place."""
    if len(states) == 1:
        return list(states.items())
    ranked = sorted(states.items(), key=lambda item: -item[1].score)[:_MOST]
    least = ranked[0][1].score - _WORST
    return [item for item in ranked if item[1].score >= least]


def rows_behind(last: Node) -> Iterator[Found]:
    """The rows of the reading that ends with ``last``."""
    nodes = _path(last)
    margins = _margins(nodes)
    row: Found | None = None
    leads: list[int] = []
    for at, node in enumerate(nodes):
        if node.slot == LEAD:
            leads.append(node.start)
        elif node.slot in (NUMBER, ROW):
            if row is not None:
                yield row
            row = Found((node.start, node.end) if node.slot == NUMBER else None, leads, margins.get(at, SURE))
            leads = []
        elif row is not None and node.slot >= 0:
            row.cells.setdefault(node.slot, []).append((node.start, node.end))
            row.margins[node.slot] = min(row.margins.get(node.slot, SURE), margins.get(at, SURE))
    if row is not None:
        yield row


def _path(last: Node) -> list[Node]:
    nodes: list[Node] = []
    node: Node | None = last
    while node is not None:
        nodes.append(node)
        node = node.before
    return nodes[::-1]


def _margins(nodes: list[Node]) -> Mapping[int, float]:
    """How far behind the best rival is that does without a step, for the steps that have any."""
    places = {id(node): at for at, node in enumerate(nodes)}
    margins: dict[int, float] = {}
    for at, node in enumerate(nodes):
        for rival in node.rivals:
            parts: set[tuple[int, int, int]] = set()
            other: Node | None = rival
            for _ in range(_STEPS):
                if other is None or id(other) in places:
                    break
                parts.add((other.slot, other.start, other.end))
                other = other.before
            if other is None or id(other) not in places:
                continue
            for own in range(places[id(other)] + 1, at + 1):
                here = nodes[own]
                if here.slot != STEP and (here.slot, here.start, here.end) not in parts:
                    margins[own] = min(margins.get(own, SURE), node.score - rival.score)
    return margins
