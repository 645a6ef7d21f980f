"""Documents that lost all their line ends and were then broken into lines of one width: one line again.

    …现印发给你们，请认真贯彻执
    行。一、重点任务（一）扩大投资1.
    新开工项目20个。（县发改局牵头，各

Nearly all lines have to be as wide as the widest, most of them have to stop inside a sentence, and hardly any may begin as
an item or a sentence does: where paragraphs are left, wrapped or not, some lines end before the edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .doubt import Doubt
from .lazy import lazy_pattern
from .mapped import Edit, MappedText
from .named_tuples import NamedTuple

_NARROWEST, _WIDEST = 16, 80
_SLACK = 2.0
_FEWEST = 6
#: The share of a document's characters that stand in such lines, and of these lines that may end a sentence.
_SHARE, _ENDED = 0.85, 0.35
#: The share of lines that may begin with the number of an item.
_NUMBERED = 0.2
#: The share of breaks beside which a blank may stand that is the text's own.
_BLANKS = 0.3
_ENDS = "。；！？"
#: The first bytes of characters of full width, of two bytes each: those from U+2000 on.
_FULL = bytes(range(0x20, 0x100))
#: Between cells, and in the rules of drawn tables, whose lines are all of one width.
_PARTED = lazy_pattern(r"[|｜\t│┃║┆┊├╠┼╬]|\+-{2}")
_LABEL = lazy_pattern(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.、．](?!\d)")


class Printed(NamedTuple):
    """A line that is not blank: where its text begins and ends, and how wide it is with the blanks before."""

    start: int
    end: int
    wide: float
    long: int


def unfold(text: MappedText, doubts: list[Doubt]) -> MappedText:
    """Drop the line ends inside a document that is one line."""
    del doubts
    if text.text.count("\n") < _FEWEST or _PARTED.search(text.text):
        return text
    if any(len(line) > _WIDEST and wide(line.rstrip()) > _WIDEST for line in text.text.split("\n")):
        return text  # cheap rejection: no page is so wide
    return text.edit(_edits(text.text))


def _edits(text: str) -> list[Edit]:
    lines = list(printed_lines(text))
    by_width = _full_lines(lines, [line.wide for line in lines])
    run = max(by_width, _full_lines(lines, [line.long for line in lines]), key=len)
    held = sum(line.end - line.start for line in run)
    if len(run) <= _FEWEST or held < _SHARE * sum(line.end - line.start for line in lines):
        return []
    ended = sum(text[line.end - 1] in _ENDS for line in run)
    numbered = sum(_LABEL.match(text, line.start) is not None for line in run)
    if ended > _ENDED * len(run) or numbered > _NUMBERED * len(run):
        return []
    gaps = [(line.end, below.start) for line, below in pairwise(run)]
    blank = [bool(text[start:end].strip("\n")) for start, end in gaps]
    kept = sum(blank) <= _BLANKS * len(gaps)  # a blank of the one line that fell on a break
    return [(*gap, " " if kept and parted else "") for gap, parted in zip(gaps, blank, strict=True)]


def printed_lines(text: str) -> list[Printed]:
    found: list[Printed] = []
    at = 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            start, printed = at + raw.index(body[0]), raw.rstrip()
            found.append(Printed(start, start + len(body), wide(printed), len(printed)))
        at += len(raw) + 1
    return found


def wide(line: str) -> float:
    """The width of a line in Chinese characters: a Latin letter or digit takes half of one."""
    narrow = line.encode("utf-16-be", "surrogatepass")[::2].translate(None, _FULL)
    return len(line) - len(narrow) / 2


def _full_lines(lines: list[Printed], widths: Sequence[float]) -> list[Printed]:
    """The longest run of lines as wide as the widest, with the line behind it, which ends the text."""
    widest = max(widths, default=0.0)
    best, start = (0, 0), 0
    for place in range(len(lines) + 1):
        if place == len(lines) or widths[place] < widest - _SLACK:
            best = max(best, (start, place), key=lambda run: run[1] - run[0])
            start = place + 1
    return lines[best[0] : best[1] + 1] if _NARROWEST <= widest <= _WIDEST else []
