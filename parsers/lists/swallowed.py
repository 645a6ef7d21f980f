"""Items whose line break the page lost: 8.市民政局：…。9.市教育局：…。 above a line 10. is cut before 9."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..text.document import Line
from ..text.labels import HAN, Label, bare_number, read_label
from .run_in_lines import parts_of

_BEHIND = r"(?:(?<=[。；！）)〕】\]]))\s*"
_NUMBERS = {
    "arabic": lazy_pattern(_BEHIND + r"(\d{1,3})[.．、](?!\d)"),
    "han": lazy_pattern(_BEHIND + rf"([{HAN}]{{1,4}})、"),
    "han_bracket": lazy_pattern(_BEHIND + rf"[（(]([{HAN}]{{1,4}})[）)]"),
    "arabic_bracket": lazy_pattern(_BEHIND + r"[（(](\d{1,3})[）)]"),
}
_MOST = 4  # items that one line swallows


def parted_items(lines: Sequence[Line], taken: frozenset[int] = frozenset()) -> list[Line]:
    """``lines`` with those cut that hold, behind a sentence, the items whose numbers the next numbered line skips.

    Lines whose index is in ``taken`` (a table's) stay as they are and count nothing.
    """
    labels = [read_label(line.text) if line.index not in taken else None for line in lines]
    following: dict[str, int] = {}
    parts: list[list[Line]] = []
    for line, label in zip(reversed(lines), reversed(labels), strict=True):
        parts.append([line] if label is None else _parted(line, label, following.get(label.style)))
        if label is not None and label.value is not None:
            following[label.style] = label.value
    return [part for cut in reversed(parts) for part in cut]


def _parted(line: Line, label: Label, following: int | None) -> list[Line]:
    """The line cut before each number between its own and that of the next line of its style."""
    if label.value is None or following is None or not label.value + 1 < following <= label.value + 1 + _MOST:
        return [line]
    pattern = _NUMBERS.get(label.style)
    starts = _starts(line.text, pattern, label.value + 1, following) if pattern is not None else []
    return parts_of(line, starts) if starts else [line]


def _starts(text: str, pattern: re.Pattern[str], number: int, following: int) -> list[int]:
    starts: list[int] = []
    for match in pattern.finditer(text):
        if number < following and bare_number(match[1]) == number:
            starts.append(match.start())
            number += 1
    return starts if number == following else []
