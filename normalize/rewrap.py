"""Paragraphs that a page broke into lines of one width, whatever stood there: one line each again.

    1.修订停车办法（县城管局）；2.编制供水规
    划（县住建局，9月底前）；3.调整票价（县
    交通局）。

Where a page keeps marks and numbers whole, as printers do, the list's own reader puts its lines together. Converters and
mail programs break anywhere, inside the numbers of items and before commas, which only the text itself can show.
Lines count as broken when many are as wide as the widest, hardly any is a little narrower, and most stop inside a
sentence with no item below. Pages whose lines hold cells stay as they are, and so does the end of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import Edit, MappedText
from .unfold import Printed, printed_lines, wide

_NARROWEST, _WIDEST = 24, 60
#: How much narrower than the widest a full line may be, and how far below these hardly any line ends.
_SLACK, _NEAR, _RATIO = 1.0, 6.0, 2
#: So many lines stop inside a sentence at the edge, and this share of them has its rest below.
_FEWEST, _GOING_ON = 3, 0.6
#: How many lines may hold cells between blanks.
_CELLS = 0.1
_ENDS = "。；！？：:"
_CLOSING = "，。；、）)]】〕》”：:"
_OPENING = "（([【〔《“"
_SHUT = "）)]】〕》”"
_FARTHEST = 60
#: So much of a paragraph tells what it is, however long it goes on.
_LOOK_BACK = 600
_PARTED = lazy_pattern(r"[|｜\t│┃║┆┊├╠┼╬]|\+-{2}|[─━]{2}")
_BETWEEN_BLANKS = lazy_pattern(r"\S[^\S\n]+\S.*?\S[^\S\n]+\S")
_ITEM = lazy_pattern(
    r"[一二三四五六七八九十]{1,3}[，,]?、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.、．](?!\d)|[①-⑳△▲•●▪◇◆★☆■□◎➢►·]|第[一二三四五六七八九十\d]{1,3}[条章项]|附件"
    rf"|[（(\[【〔]?{CHINESE}{{2,4}}(?:[单單]位|部[门門]|科室|[处處]室|[领領][导導]|[时時][限间間]|期限|人)[：:]"
)
#: An item inside a paragraph: …：（1）修桥；（2）
_RUN_IN = lazy_pattern(r"[：:；;][^\S\n]?(?:[（(]\d{1,2}[）)]|\d{1,2}[.、．])")
_PAGE = lazy_pattern(r"[-—–\s]*(?:第\s?)?\d{1,3}(?:\s?页)?[-—–\s]*")
_PROSE = lazy_pattern("[，。；：,;:]")
#: A break where no printer breaks: inside a number, behind an opening bracket, before a mark.
_ODD = lazy_pattern(
    rf"[{re.escape(_OPENING)}][^\S\n]*\n|\n[^\S\n]*[{re.escape(_CLOSING)}]|[0-9][^\S\n]*\n[^\S\n]*[0-9]"
)


def rewrap(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the line ends inside such paragraphs."""
    del doubts
    if _ODD.search(text.text) is None:
        return text  # most pages
    held = [line for raw in text.text.split("\n") if (line := raw.rstrip())]
    long = list(map(len, held))
    widths = [wide(line) if size >= _NARROWEST - _NEAR else size for line, size in zip(held, long, strict=True)]
    full = [found for found in map(_full_lines, (widths, long)) if found]
    if not full:
        return text
    lines = printed_lines(text.text)
    return text.edit(max((_edits(text.text, lines, found) for found in full), key=len))


def _full_lines(widths: Sequence[float]) -> list[bool]:
    """Which lines are as wide as the page allows; no list where it seems to allow any width."""
    counts = Counter([int(width) for width in widths if width >= _NARROWEST])
    edge = max(counts, key=lambda width: (counts[width] + counts[width - 1], width), default=_WIDEST + 1)
    if edge > _WIDEST:
        return []
    full = [edge - _SLACK <= width < edge + 1 for width in widths]
    near = sum([edge - _NEAR <= width < edge - _SLACK for width in widths])
    wider = sum([width >= edge + 1 for width in widths])
    return full if _FEWEST <= full.count(True) >= _RATIO * (near + wider) else []


def _edits(text: str, lines: list[Printed], full: Sequence[bool]) -> list[Edit]:
    held = [text[line.start : line.end] for line in lines]
    if any(map(_PARTED.search, held)) or sum(map(bool, map(_BETWEEN_BLANKS.search, held))) > _CELLS * len(lines):
        return []
    edits: list[Edit] = []
    stopped, start = 0, lines[0].start
    for (line, below), is_full, next_full in zip(pairwise(lines), full, full[1:], strict=False):
        if is_full and text.count("\n", line.end, below.start) == 1:
            goes_on = _goes_on(
                text[max(start, line.end - _LOOK_BACK) : line.end], text[below.start : below.end], next_full
            )
            stopped += text[line.end - 1] not in _ENDS
            if goes_on:
                edits.append((line.end, below.start, " " if text[line.end : below.start] != "\n" else ""))
                continue
        start = below.start
    odd = sum(
        text[after] in _CLOSING or text[end - 1] in _OPENING or _is_number(text[end - 1] + text[after])
        for end, after, _ in edits
    )
    return edits if odd and len(edits) >= max(_FEWEST, _GOING_ON * stopped) else []


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _goes_on(paragraph: str, line: str, full: bool) -> bool:
    """Whether ``line`` is more of a ``paragraph`` that fills its own lines; ``full`` where it fills another."""
    last = paragraph[-1]
    if _PAGE.fullmatch(line) is not None or _PAGE.fullmatch(paragraph) is not None:
        return False
    if line[0] in _CLOSING:
        return True
    if _ITEM.match(line) is not None:
        return (
            last not in _SHUT
            and last not in "。！？"
            and (_is_open(paragraph) or _RUN_IN.search(paragraph) is not None)
        )
    if last in _ENDS:
        return False
    return full or line[-1] in _ENDS or line[-1] in _SHUT or _PROSE.search(paragraph) is not None


def _is_open(paragraph: str) -> bool:
    """Whether a bracket of the last words is open."""
    words = paragraph[-_FARTHEST:]
    return max(map(words.rfind, _OPENING)) > max(map(words.rfind, _SHUT))
