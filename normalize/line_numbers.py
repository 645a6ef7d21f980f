"""Numbers that an editor or a scanner printed before every line: `  12  一、重点任务`, `12: …`.

All lines have to carry them, counted up from the first one, with or without the blank ones; and something behind them
has to show that they are no numbers of items: a label or heads of columns.
"""

from __future__ import annotations

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import MappedText

_NUMBER = lazy_pattern(r"[ \t]*(\d{1,5})(?:[:：][ \t]*|[ \t]+(?!/)|$)")
# What stands behind the number of a line and not behind that of an item, each with its weight in halves: nothing, a
# title or a column head; a label of its own.
_TITLE = lazy_pattern(
    r"(?:.{0,60}(?:通知|方案|意见|要点|计划|清单|台账|目录|分工|分解|事项|任务|表|文件)(?:的?通知)?)?\s*$|\|?\s?序\s?号|附件"
)
_LABEL = lazy_pattern(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,3}\s?(?:[.、．|]|$)|第[一二三]章"
)
_FEWEST = 8
_EVIDENCE = 2


def strip_line_numbers(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the numbers of lines."""
    del doubts
    opening = text.text.lstrip()
    if opening[:1] not in {"0", "1"} or _NUMBER.match(opening) is None:
        return text
    return text.edit([(start, end, "") for start, end in _numbers(text.text)])


def _numbers(text: str) -> list[tuple[int, int]]:
    """Ranges of the numbers; empty when they do not count the lines."""
    spans: list[tuple[int, int]] = []
    offsets: set[int] = set()  # how far the numbers stand from the place of their lines
    counts: set[int] = set()  # … and from their count
    at = evidence = 0
    cells = True  # every number ends at a mark of cells: a column of numbers
    for place, line in enumerate(text.split("\n")):
        match = _NUMBER.match(line)
        if match is not None:
            offsets.add(int(match[1]) - place)
            counts.add(int(match[1]) - len(spans))
            evidence += 2 if _TITLE.match(line, match.end()) else _LABEL.match(line, match.end()) is not None
            cells = cells and line.startswith("|", match.end())
            spans.append((at, at + match.end()))
        if (match is None and line.strip()) or (len(offsets) > 1 and len(counts) > 1):
            return []
        at += len(line) + 1
    return spans if len(spans) >= _FEWEST and evidence >= _EVIDENCE and not cells else []
