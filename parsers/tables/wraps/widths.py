"""How wide lines are, and the widths at which a page breaks the lines of its cells.

A page that breaks a cell fills every line of it but the last: the next character would have found no place. So two
lines are parts of one cell only where the second one's first character goes beyond the width, and where a page breaks
cells many lines are as wide as the column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ....normalize.lazy import lazy_pattern

#: Marks that the page may print half as wide as the document text has them.
_EITHER = lazy_pattern("[，。；：！？（）％、“”‘’—…·]")
#: What a page takes over to the next line as a whole: words of letters and digits, and a mark stays with what it follows.
_WORD = lazy_pattern(r"[!-~]*")
_NEVER_FIRST = frozenset("，。；：、！？）】〕》”％%")
#: Half the width of a Chinese character is 1.
_WIDE, _NARROW = 2, 1
_WIDEST = 160
#: So many breaks at one width, and this share of all, tell that it is one of the page's.
FEWEST_JOINTS, _SHARE, _TOLD = 3, 0.2, 0.4
#: Lines that are nearly all the same break no sentence.
_REPEATED = 0.3
#: So many, and this share of all, where no sentence tells it; lines this wide, nearly all of them different.
_MANY, _MOST, _NARROWEST, _DISTINCT = 6, 0.6, 10, 0.8
_MOST_WIDTHS = 6
#: Shorter lines may be names, with their text behind them.
_LONG = 20


class Width(NamedTuple):
    """How wide a line is at least and at most, and with the next line's first characters behind it at most."""

    least: int
    most: int
    more: int

    def fills(self, width: int) -> bool:
        """Whether the line fits into ``width`` and what follows it does not."""
        return self.least <= width < self.more


def widths_of(texts: Sequence[str]) -> list[Width]:
    """The widths of lines in order."""
    found: list[Width] = []
    for text, behind in zip(texts, (*texts[1:], ""), strict=True):
        least, most = _measure(text)
        found.append(Width(least, most, most + _first(behind)))
    return found


def _measure(text: str) -> tuple[int, int]:
    """How wide a text is at least and at most."""
    most = _most(text)
    return most - (_WIDE - _NARROW) * len(_EITHER.findall(text)), most


def _most(text: str) -> int:
    narrow = len(text.encode("ascii", "ignore"))  # quicker than a look at each character
    return _NARROW * narrow + _WIDE * (len(text) - narrow)


def _first(text: str) -> int:
    """How wide what the line before had no place for is at most."""
    if not text:
        return _WIDEST
    word = _WORD.match(text)
    end = max(1, word.end() if word is not None else 1)
    while end < len(text) and text[end] in _NEVER_FIRST:
        end += 1
    return _most(text[:end])


def fits_behind(before: Width, behind: Width) -> bool:
    """Whether a page that broke the first line may have printed the second one behind it."""
    return behind.least < before.more


class Joint(NamedTuple):
    """Two lines of running text of which no sentence ends the first: the place and text of that, and whether a sentence runs on."""

    at: int
    text: str
    told: bool


def page_widths(widths: Sequence[Width], joints: Sequence[Joint]) -> dict[int, float]:
    """The widths at which the page breaks cells, and how common each is beside the commonest; empty where it breaks none.

    Most lines that end inside a sentence must fill one of them; sentences run over lines of that width, or many
    different lines are as wide.
    """
    rest = [joint for joint in joints if fits_behind(widths[joint.at], widths[joint.at + 1])]
    long = [joint for joint in joints if widths[joint.at].least >= _LONG]
    total = len({joint.at for joint in (*rest, *long)})
    fitting = len(rest)
    found: dict[int, int] = {}
    explained, sure = 0, False
    for _ in range(_MOST_WIDTHS):
        width, taken = _commonest(widths, rest)
        if len(taken) < max(FEWEST_JOINTS, _SHARE * len(rest), 0.05 * total):
            break
        told = sum(joint.told for joint in taken)
        distinct = len({joint.text for joint in taken}) / len(taken)
        several = width >= _NARROWEST and distinct > _DISTINCT
        runs_on = told >= max(FEWEST_JOINTS, _TOLD * len(taken)) and distinct > _REPEATED
        sure = sure or runs_on or (several and len(taken) >= max(_MANY, _MOST * fitting))
        if runs_on or several:
            found[width] = len(taken)
        explained += len(taken)
        rest = [joint for joint in rest if not widths[joint.at].fills(width)]
    if not sure or explained < _MOST * total:
        return {}
    return {width: count / max(found.values()) for width, count in found.items()}


def _commonest(widths: Sequence[Width], joints: Sequence[Joint]) -> tuple[int, list[Joint]]:
    """The width that most first lines of ``joints`` fill, and those that do."""
    steps: dict[int, int] = {}
    for joint in joints:
        low, high = widths[joint.at].least, min(widths[joint.at].more, _WIDEST)
        if low < high:
            steps[low] = steps.get(low, 0) + 1
            steps[high] = steps.get(high, 0) - 1
    best, most, count = 0, 0, 0
    for place in sorted(steps):
        count += steps[place]
        if count > most:
            best, most = place, count
    return best, [joint for joint in joints if widths[joint.at].fills(best)]
