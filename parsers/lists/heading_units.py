"""Headings that say who does what stands below: 一、县教育局 · （二）县教育局牵头负责的工作（3项）."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.piece import Piece, squeezed, squeezed_text
from ..units import UnitReading, read_clause, read_names
from .duty_lines import are_firms, bare_names, is_names
from .item_segments import LONGEST_TITLE
from .outline import Item

_TOLD = lazy_pattern(
    r"(?:由)?([^，。；：的]{2,60}?(?:牵头|负责|主办|承办|承担|配合)(?:负责|落实|承担|办理|实施|组织)?)的?"
    r"(?:重点|主要|具体|各项|相关)?(?:工作|任务|事项|项目|实事)(?:[（(][^（）()]{1,10}[）)])?$"
)
_FEWEST = 2
_OWNED = "owned"
#: What says who does an item, in a label or at the end of a bracket; sections do it for the unit of the heading.
_OWN = lazy_pattern(r"(?:责任|牵头|承办|负责|主办)(?:单位|部门)[：:]|(?:负责|牵头|承办)\s?[）)】]")


def heading_units(text: str, item: Item, listed: dict[tuple[int, str], bool]) -> tuple[Piece, UnitReading] | None:
    """What a heading over numbered items says of who does them, and the piece that says it.

    A bare list of units is one only where the headings beside it are, too; ``listed`` keeps what was found of them.
    """
    piece = squeezed(text, [item.lead]) if item.lead[0] < item.lead[1] else None
    if piece is None or len(piece.text) > LONGEST_TITLE:
        return None
    told = _TOLD.fullmatch(piece.text.rstrip("：:"))
    if told is not None:
        reading = read_clause(told[1])
        return (piece.part(0, told.end(1)), reading) if reading is not None and told.start(1) == 0 else None
    reading = _names(piece.text)
    if reading is None or item.parent is None or have_own(text, item, listed):
        return None
    key = (id(item.parent), item.style)
    if key not in listed:
        beside = [child for child in item.parent.children if child.style == item.style and child.children]
        leads = [squeezed_text(text, [child.lead]) for child in beside]
        named = [lead for lead in leads if _names(lead) is not None]
        listed[key] = len(named) >= max(_FEWEST, len(beside) / 2) and not are_firms(named)
    return (piece, reading) if listed[key] else None


def _names(text: str) -> UnitReading | None:
    names = bare_names(text)
    if not names or names[-1] in "。；：" or (names != text and not is_names(text)):
        return None
    return read_names(names)


def ends_page_before(item: Item) -> bool:
    """Whether label lines before the first item end one of the page before: of the items below, half have their own."""
    leaves = item.leaves()
    own = sum(any(line.head.kind == "unit" for line in leaf.labelled) for leaf in leaves)
    return item.parent is None and own >= max(_FEWEST, len(leaves) / 2)


def have_own(text: str, item: Item, listed: dict[tuple[int, str], bool]) -> bool:
    """Whether half of the items below a heading and those beside it say themselves who does them.

    Then a name alone in it is what is built, or where: 二、县科技馆 over items that each end in 责任单位：…
    """
    above = item.parent or item
    key = (id(above), _OWNED)
    if key not in listed:
        leaves = above.leaves()
        own = sum(_OWN.search(text, leaf.start, leaf.end) is not None for leaf in leaves)
        listed[key] = own >= max(_FEWEST, len(leaves) / 2)
    return listed[key]
