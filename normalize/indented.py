"""Outlines told by nothing but how far their lines stand in: nested bullets, or lines without any mark.

What stands over other lines gets the label that official writing would give it (一、 and （一）), with a sign behind it that
it was not printed: the parsers then read such a page like any other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .doubt import Doubt
from .lazy import CHINESE, lazy_pattern
from .mapped import Edit, MappedText

#: Behind a label that the page does not print.
UNPRINTED = "\ue000"
_NESTED = lazy_pattern(rf"\n[ \t]+[-*+•][ \t]+{CHINESE}")
_INDENTED = lazy_pattern(rf"\n(?: {{4}}|\t\t){CHINESE}")
_LINE = lazy_pattern(r"^(?P<indent>[ \t]*)(?P<bullet>[-*+•][ \t]+)?(?P<text>[^\s|][^\n|]*)$", re.MULTILINE)
_NUMBERED = lazy_pattern(
    r"^[ \t]*(?:[-*+•#]+[ \t]+)?(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|第[一二三四五六七八九十])",
    re.MULTILINE,
)
#: A line that says who does what stands above it, or by when.
_SHARED = lazy_pattern(
    r"[^，。；：:]{0,6}(?:单位|單位|部门|部門|科室|领导|領導|时限|時限|时间|時間|责任人|責任人)\s?[：:]"
    r"|.*(?:负责|負責|牵头|牽頭|配合|参与|參與|承办|承辦|落实|落實)[。；]?$"
)
_HAN = ("", *"一二三四五六七八九十")
_LABELS = ("第{}部分", "{}、", "（{}）")
_FEWEST = 6  # lines
_FEWEST_LEVELS = 3  # of lines without marks: two are paragraphs and their heads
_FEWEST_SHARED = 2  # lines that say who, among such lines
_LONGEST_HEAD = 40


def label_indented(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Label what stands over other lines; the bullets of lines that one line below them closes are cut off."""
    del doubts
    nested = _NESTED.search(text.text)
    if nested is None and (_INDENTED.search(text.text) is None or _NUMBERED.search(text.text) is not None):
        return text
    lines = list(_LINE.finditer(text.text))
    bullets = [line for line in lines if line["bullet"]]
    outline = bullets or lines
    if len(outline) < _FEWEST or _NUMBERED.search(text.text, outline[0].start(), outline[-1].end()) is not None:
        return text
    levels = _levels(outline)
    if not levels or not (bullets or _is_outline(text.text, lines, levels)):
        return text
    if not bullets and 0 not in levels[1:]:  # the title, over all
        outline, levels = outline[1:], [level - 1 for level in levels[1:]]
    elif not bullets and levels[1] == 0:
        outline, levels = outline[1:], levels[1:]
    return text.edit(_edits(outline, levels))


def _levels(lines: Sequence[re.Match[str]]) -> list[int]:
    """How deep each line stands in, the same step each time; none where one stands in by more, or between two levels."""
    indents = [len(line["indent"].expandtabs(4)) for line in lines]
    least = min(indents, default=0)
    step = min((indent - least for indent in indents if indent > least), default=0)
    if not step or any((indent - least) % step for indent in indents):
        return []
    levels = [(indent - least) // step for indent in indents]
    return levels if all(below <= level + 1 for level, below in pairwise([-1, *levels])) else []


def _is_outline(text: str, lines: Sequence[re.Match[str]], levels: Sequence[int]) -> bool:
    """Whether lines without any mark are an outline: all of the page, deep enough, and closed by who does what."""
    whole = len(lines) == sum(1 for line in text.split("\n") if line.strip())
    if not whole or max(levels) + 1 < _FEWEST_LEVELS or 4 * levels.count(0) > len(levels):
        return False
    heads = [line["text"] for line, (level, below) in zip(lines, pairwise([*levels, 0]), strict=True) if below > level]
    short = all(len(head) <= _LONGEST_HEAD and head[-1] not in "。：:；，" for head in heads)
    return short and sum(_SHARED.match(line["text"]) is not None for line in lines) >= _FEWEST_SHARED


def _edits(lines: Sequence[re.Match[str]], levels: Sequence[int]) -> list[Edit]:
    groups = _groups(levels)
    headed = {group for group, (level, below) in zip(groups, pairwise([*levels, 0]), strict=True) if below > level}
    deepest = max((level for group, level in zip(groups, levels, strict=True) if group in headed), default=-1)
    if not 0 <= deepest < len(_LABELS):
        return []
    last = dict(zip(groups, lines, strict=True))
    counts: Counter[int] = Counter()
    edits: list[Edit] = []
    for line, level, group in zip(lines, levels, groups, strict=True):
        counts[group] += 1
        label = None
        if group in headed:
            label = _LABELS[level - deepest - 1].format(_numeral(counts[group])) + UNPRINTED
        elif line["bullet"] and _SHARED.match(last[group]["text"]) is not None:
            label = ""
        if label is not None:
            edits.append((line.end("indent"), line.start("text"), label))
    return edits


def _groups(levels: Sequence[int]) -> list[int]:
    """For each line the place of the one that it stands below; the lines of the first level stand below none (-1)."""
    open_ones: list[int] = []
    groups: list[int] = []
    for place, level in enumerate(levels):
        del open_ones[level:]
        groups.append(open_ones[-1] if open_ones else -1)
        open_ones.append(place)
    return groups


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (_HAN[tens] if tens > 1 else "") + "十" * bool(tens) + _HAN[ones]
