"""Items whose line break the page lost: 8.市民政局：…。9.市教育局：…。 above a line 10. is cut before 9."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from ..text.document import Line
from ..text.labels import HAN, Label, bare_number, next_label, read_label
from .run_in_lines import cut_at

_NUMBERS = {
    "arabic": lazy_pattern(r"(?<!\d)(\d{1,3})[.．、](?!\d)"),
    "han": lazy_pattern(rf"(?<![{HAN}])([{HAN}]{{1,4}})、"),
    "han_bracket": lazy_pattern(rf"[（(]([{HAN}]{{1,4}})[）)]"),
    "arabic_bracket": lazy_pattern(r"[（(](\d{1,3})[）)]"),
}
#: What an item ends with: a mark, or the names behind a label (责任单位：县水务局2、…).
_END = lazy_pattern(r"(?:[。；！）)〕】\]]|(?:单位|部门|科室|处室)[：:][^。；：]{2,60})\s*$")
_BEFORE = 70
_MOST = 4  # items that one line swallows
#: The first item right behind the heading of its list, whose second one begins a line.
_FIRSTS = {
    "arabic": (frozenset({"han", "han_bracket"}), lazy_pattern(r"(?<=[\s。；：])1[.．、](?!\d(?!\d?\s?月))")),
    "arabic_bracket": (frozenset({"han", "han_bracket", "arabic"}), lazy_pattern(r"(?<=[\s。；：])[（(]1[）)]")),
    "circled": (frozenset({"han", "han_bracket", "arabic"}), lazy_pattern(r"(?<=[\s。；：])①")),
}
_SECOND, _LONGEST_HEADING = 2, 40
#: A heading behind the clause or the sentence that the line ends with: …。（责任单位：甲）二、改善民生
_AT_END = {
    "han": lazy_pattern(rf"[。）)〕】\]]\s*(?=([{HAN}]{{1,3}})、[^。；：]{{4,40}}$)"),
    "han_bracket": lazy_pattern(rf"[。）)〕】\]]\s*(?=[（(]([{HAN}]{{1,3}})[）)][^。；：（(]{{4,40}}$)"),
}


def parted_items(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with those cut that hold, behind a sentence, the items whose numbers the next numbered line skips."""
    labels = [(line, label) for line in lines if (label := next_label(line.text, _SECOND))]
    following: dict[str, int] = {}
    cuts: dict[Line, list[int]] = {}
    for line, label in reversed(labels):
        if label.value is not None:
            starts = _cuts(line, label, label.value, following.get(label.style))
            for style, (over, first) in _FIRSTS.items() if not starts else ():
                if label.style in over and following.pop(style, 0) == _SECOND:
                    starts = starts or _first_inside(line, label, first)
            if starts:
                cuts[line] = starts
            following[label.style] = label.value
    return cut_at(lines, cuts)


def with_headings_cut(lines: Sequence[Line]) -> list[Line]:
    """``lines`` cut before a heading at the end of one, the next of its style, which no line below begins with.

    The first is one where a line begins with the second.
    """
    labels = [read_label(line.text) if line.text else None for line in lines]
    begun = {(label.style, label.value) for label in labels if label is not None}
    cuts: dict[Line, list[int]] = {}
    last: dict[str, int] = {}
    for line, label in zip(lines, labels, strict=True):
        if label is not None and label.value is not None:
            last = {"han": last.get("han", 0)} if label.style == "han" else last
            last[label.style] = label.value
        for style, pattern in _AT_END.items():
            due = last.get(style, 0) + 1
            told = due > 1 or (style, _SECOND) in begun
            found = pattern.search(line.text) if told and (label is None or label.style != style) else None
            if found is not None and bare_number(found[1]) == due and (style, due) not in begun:
                cuts[line], last[style] = [found.end()], due
                break
    return cut_at(lines, cuts)


def _first_inside(line: Line, label: Label, first: re.Pattern[str]) -> list[int]:
    """Where item 1. begins in the line of a heading: （一）宣传报道 1、召开通气会。 above a line 2、"""
    found = first.search(line.text, label.end, label.end + _LONGEST_HEADING)
    return [found.start()] if found is not None else []


def _cuts(line: Line, label: Label, value: int, following: int | None) -> list[int]:
    """Where each number between a line's own and that of the next line of its style begins."""
    if following is None or not value + 1 < following <= value + 1 + _MOST:
        return []
    pattern = _NUMBERS.get(label.style)
    return _starts(line.text, pattern, value + 1, following) if pattern is not None else []


def _starts(text: str, pattern: re.Pattern[str], number: int, following: int) -> list[int]:
    starts: list[int] = []
    for match in pattern.finditer(text):
        start = match.start()
        ended = (
            number < following
            and bare_number(match[1]) == number
            and _END.search(text[max(0, start - _BEFORE) : start])
        )
        if ended:
            starts.append(start)
            number += 1
    return starts if number == following else []
