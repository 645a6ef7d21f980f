"""Headings with their first item right behind them in one line: 一、转变职能1.修订清单。（甲牵头）2.…. Both get lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.document import Line
from ..text.labels import NUMERAL
from .run_in_lines import cut_at, is_closed, parts_of

#: A heading without a mark inside, and the number of an item right behind it.
_HEADING = lazy_pattern(
    rf"(?:^|(?<=[。；！）)】〕\]]))(?:{NUMERAL}、|（{NUMERAL}）)(?:{CHINESE}|[“”、—]){{4,36}}?"
    rf"(?=(\d{{1,2}})[.．、](?!\s?\d)\s?{CHINESE})"
)
_ITEM = lazy_pattern(r"(?:^|(?<=[。；！）)】〕\]\s]))(\d{1,2})[.．、](?!\d)")


def parted_headings(text: str, lines: Sequence[Line]) -> list[Line]:
    """``lines``, those cut that hold such headings; an item of the line must say who does it.

    The number counts on from the item before or begins a list: 推进3、4号线 is none.
    """
    cuts: dict[Line, list[int]] = {}
    last = 0
    for line in lines if any(_HEADING.search(line.text) for line in lines) else ():
        starts: list[int] = []
        at = 0
        for heading in _HEADING.finditer(line.text):
            last = _last_number(line.text, at, heading.start(), last)
            at = heading.end()
            if int(heading[1]) in (1, last + 1):
                starts += [heading.start(), at]
                last = int(heading[1])
        if starts and any(is_closed(text, part) for part in parts_of(line, starts)):
            cuts[line] = starts
        last = _last_number(line.text, at, len(line.text), last)
    return cut_at(lines, cuts)


def _last_number(text: str, start: int, end: int, default: int) -> int:
    """The number of the last item that begins in ``text[start:end]``, else ``default``."""
    return max((int(item[1]) for item in _ITEM.finditer(text, start, end)), default=default)
