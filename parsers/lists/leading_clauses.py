"""Clauses that open a line and stand before a number: （责任单位：甲）2.修路。

Such a clause closes the item above or belongs to the one behind it; which of them, the whole list tells. Here it gets a
line of its own, and so does every other clause between two items of its line.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import CHINESE, lazy_pattern
from ..fields.label_lines import read_label_line
from ..text.document import Line
from ..text.labels import CIRCLED, HAN, Label, next_label
from .group_lines import BRACKETS, is_clause
from .run_in_lines import cut_at

_BRACKET = lazy_pattern(r"[（(\[【〔［）)\]】〕］]")
_LONGEST = 200
#: 责任单位：甲 1.…, without brackets.
_LABELLED = lazy_pattern(rf"{CHINESE}{{2,8}}[：:][^。；：:]{{2,80}}?[\s。；]\s*(?=[（(]?[\d{HAN}{CIRCLED}])")
_STOPS = "。；！;"
_STYLES = frozenset({"arabic", "arabic_bracket", "circled", "han_bracket", "han"})
_MOST_SKIPPED = 3


def parted_clauses(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with those cut that open with a clause before a number which counts on, or begins a list."""
    counts: dict[str, int] = {}
    cuts: dict[Line, list[int]] = {}
    for line in lines:
        starts = _starts(line.text, counts) if _may_open(line.text) else []
        if starts:
            cuts[line] = starts
        label = next_label(line.text, counts.get("arabic", 0) + 1) if not starts else None
        if label is not None and label.value is not None:
            counts[label.style] = label.value
    return cut_at(lines, cuts)


def _may_open(text: str) -> bool:
    return text[0] in BRACKETS or "：" in text[:10] or ":" in text[:10]


def _starts(text: str, counts: dict[str, int]) -> list[int]:
    """Where the clauses of a line and the items behind them begin, counted in ``counts``; the first clause opens the line."""
    starts: list[int] = []
    at = 0
    while at < len(text):
        end = _clause_end(text, at)
        label = _label(text, end, counts) if end is not None else None
        if end is None or label is None:
            if not starts:
                return []
        else:
            starts += [at, end]
            counts[label.style] = label.value or 0
        at = _next_bracket(text, (end or at) + 1)
    return starts


def _next_bracket(text: str, at: int) -> int:
    """The next bracket behind a stop."""
    found = _BRACKET.search(text, at)
    while found is not None and (found[0] not in BRACKETS or text[found.start() - 1] not in _STOPS):
        found = _BRACKET.search(text, found.end())
    return found.start() if found is not None else len(text)


def _clause_end(text: str, start: int) -> int | None:
    """Where the clause that begins at an offset ends, with the blank behind it."""
    if text[start] not in BRACKETS:
        found = _LABELLED.match(text, start)
        labelled = read_label_line(Line(0, 0, found.end(), found[0].rstrip())) if found is not None else None
        return found.end() if found is not None and labelled is not None and labelled.assigns else None
    depth = 0
    for bracket in _BRACKET.finditer(text, start, start + _LONGEST):
        depth += 1 if bracket[0] in BRACKETS else -1
        if depth == 0:
            end = bracket.end()
            return end + len(text[end:]) - len(text[end:].lstrip()) if is_clause(text[start:end]) else None
    return None


def _label(text: str, at: int, counts: dict[str, int]) -> Label | None:
    """The number at an offset, when it counts on or begins a list."""
    label = next_label(text[at : at + _LONGEST], counts.get("arabic", 0) + 1)
    if label is None or label.value is None or label.style not in _STYLES:
        return None
    counted = label.value == 1 or 0 < label.value - counts.get(label.style, 0) <= _MOST_SKIPPED
    return label if counted else None
