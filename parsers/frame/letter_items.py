"""Tasks that a letter, or a page above its table, sets itself: items that say at their end, or below, who does them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ...normalize.lazy import lazy_pattern
from ..fields.heads import read_head
from .page import Page

_FEWEST = 3
_CLOSED = lazy_pattern(
    r"[（(〔\[【][^（()）\[\]【】。]{0,150}(?:牵头|负责|主办|承办|责任(?:单位|部门)：)[^（）()。]{0,80}[）)〕\]】][。；]?$"
)


def own_items(page: Page, start: int, stop: int) -> int | None:
    """The first item of a letter that sets tasks in its own sections: several, a third of all, say who does them."""
    inside = [index for index in page.free if start <= index < stop]
    labels = [place for place, index in enumerate(inside) if page.kinds[index] == "label"]
    items = (inside[place:below] for place, below in pairwise([*labels, len(inside)]))
    closed = sum(any(_says_who(page, index) for index in item) for item in items)
    return inside[labels[0]] if closed >= _FEWEST and 3 * closed >= len(labels) else None


def says_who_often(page: Page, indexes: Iterable[int]) -> bool:
    """Whether several of the lines say who does what stands above."""
    return sum(_says_who(page, index) for index in indexes) >= _FEWEST


def _says_who(page: Page, index: int) -> bool:
    """Whether a line ends with who does it, in brackets, or has a label of that."""
    head = read_head(page.assigns[index]) if index in page.assigns else None
    return (head is not None and head.kind == "unit") or _CLOSED.search(page.compact[index]) is not None
