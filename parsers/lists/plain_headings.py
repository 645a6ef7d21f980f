"""Headings without a number between numbered items that run on over them, as long plans of a government have them.

（八）…。（甲负责） / 实施乡村振兴战略 / （九）…. A short line is one where the number behind it is not the first of a list: a
title stands over 1, and the text of an item ends like a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import CHINESE, lazy_pattern
from ..fields.label_lines import read_label_line
from ..fields.name_brackets import heads_text
from ..fields.named_clauses import is_named_clause
from ..text.document import Line
from ..text.labels import HAN, opens_section, read_label
from .duty_lines import is_names

#: How many tasks stand below a heading: 重点项目（2项）.
COUNT = rf"（共?([\d{HAN}]{{1,3}})[项条件个]）"
#: The same in the words of a heading: “十五五”时期3个重点项目.
_TOLD = r"\d{1,3}[项条件个]"
_COUNTED = lazy_pattern(rf"{CHINESE}{_TOLD}{CHINESE}{{2,10}}$")
_HEADING = lazy_pattern(
    rf"[“《]?(?:{CHINESE}|[“”《》、—·]|{_TOLD}){{3,23}}(?:{CHINESE}|[”》])(?:{COUNT})?|【(?:{CHINESE}|[“”、—·]){{3,20}}】|〖(?:{CHINESE}|[“”、—·]){{3,20}}〗"
)
_BRACKETED = lazy_pattern(rf"{CHINESE}{{2,20}}(（[^（）。：]{{2,80}}）)：[^。]")
_TITLED = 110  # characters within which such a line has its colon
_ENDS = "。；！）)]】〕"
_FEWEST = 2
_MOST_SKIPPED = 4  # numbers that the page lost, or leaves to others


def is_plain_heading(text: str) -> bool:
    """Whether a line has the form of a heading without a number: short, and no mark of a sentence in it."""
    return _HEADING.fullmatch(text) is not None


def plain_headings(lines: Sequence[Line]) -> dict[int, str]:
    """The style of the items below each such heading, by the offset of its line; ``lines`` are those of a list.

    One alone counts only where it opens the list, or says how many items stand below.
    """
    found: dict[int, str] = {}
    counts: dict[str, int] = {}
    for place, line in enumerate(lines[:-1]):
        label = read_label(line.text)
        if label is not None and label.value is not None:
            counts[label.style] = label.value
        elif label is None and is_plain_heading(line.text) and (style := _style_below(lines, place, counts)):
            found[line.start] = style
    if found and (style := _opening_style(lines)):
        found[lines[0].start] = style
    sure = lines and (lines[0].start in found or any(line.start in found and _tells_count(line) for line in lines))
    return found if len(found) >= _FEWEST or sure else {}


def _tells_count(line: Line) -> bool:
    return _COUNTED.search(line.text) is not None


def _opening_style(lines: Sequence[Line]) -> str:
    """The style of the first item where a line of that form opens the list above it."""
    if read_label(lines[0].text) is not None or not is_plain_heading(lines[0].text) or is_names(lines[0].text):
        return ""
    below = read_label(lines[1].text)
    return below.style if below is not None and below.value == 1 else ""


def titled_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of lines without a number that each open with a title and who does it: 校车安全（县公安局）：排查…, 校车检查：由甲负责。

    One alone may as well go on with the text above it.
    """
    found = [line.start for line in lines if "）：" in line.text[:_TITLED] and _is_titled(line)]
    found += [line.start for line in lines if is_named_clause(line.text) and read_label(line.text) is None]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _is_titled(line: Line) -> bool:
    match = _BRACKETED.match(line.text)
    return match is not None and read_label(line.text) is None and heads_text(line.text, match.start(1), match.end(1))


def _style_below(lines: Sequence[Line], place: int, counts: dict[str, int]) -> str:
    """The style of the number right below a line, where the list before the line goes on with it; else nothing."""
    below = read_label(lines[place + 1].text)
    if below is None or not below.value or below.value == 1:
        return ""
    line = lines[place]
    above = lines[place - 1] if place else None
    outer = above is not None and opens_section(above.text)
    before = counts.get(below.style)
    if before is None and place and not outer:
        return ""
    if before is not None and not before < below.value <= before + 1 + _MOST_SKIPPED:
        return ""
    ended = above is None or outer or above.text[-1] in _ENDS or read_label_line(above) is not None
    ended = ended or line.text[0] in "【〖"
    return below.style if ended and read_label_line(line) is None and not is_names(line.text) else ""
