"""Heads that a page glued into one line: number, title, number, day, page's time and addressees, cut into lines each.

A line is cut only when all of it is understood; any other line stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.document import Line, renumbered
from ..text.document_numbers import NUMBER, letterhead_before
from . import words
from .addressees import is_salutation
from .dates import CLOCK, DATE
from .salutation import salutation_end

_HEAD = 40  # filled lines among which a notice's head stands
_SHORTEST, _LONGEST = 10, 600  # characters of a line that is looked at
_SHORTEST_TITLE = 8
# Where a title can end; a letterhead (文件) ends like one. 函 and 令 also stand inside of numbers: 望政函〔2030〕.
_TITLE_END = lazy_pattern(
    r"(?:通知|通报|公告|通告|的复?函|的决定|的批复|的?意见|方案|计划|要点|分工|文件)》?(?:（[^（）\d]{1,30}）)?"
)
_KEYS = "|".join(
    key for name in ("issuer", "source", "published", "issued", "number") for key in words.METADATA_KEYS[name]
)
_FIELD = lazy_pattern(rf"(?:{_KEYS}|浏览次数|浏览量|字体|字号|作者|点击数?|点击量)\s?[：:]")
_SIGNER = lazy_pattern(rf"签发人[：:]\s?{CHINESE}{{2,4}}(?:\s{{1,3}}{CHINESE}{{2,4}}(?!\S))?")
_GAP = lazy_pattern(r"[\s|，,；;：:]*")
_OPEN, _CLOSE = "（([〔【", ("）", ")", "]", "〕", "】")
_BLANK = "| \t\u3000\xa0"


def parted_heads(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with those of the notice's head cut that hold more than one of its elements."""
    cuts = dict(_glued(lines))
    if not cuts:
        return tuple(lines)
    return renumbered(part for line in lines for part in _pieces(line, cuts.get(line.index, ())))


def _glued(lines: Sequence[Line]) -> Iterator[tuple[int, list[int]]]:
    """The indexes of the lines of the head that hold more than one of its elements, and where each is cut."""
    filled, told = 0, False
    for line in lines:
        filled += bool(line.text)
        if filled > _HEAD:
            return
        told = told or words.LABEL.match(line.text) is not None
        if told:  # the head of the next notice stands below the day of this one
            told = DATE.fullmatch(line.text) is None
            continue
        cuts = _cuts(line.text) if _SHORTEST < len(line.text) < _LONGEST else []
        if cuts:
            yield line.index, cuts
        told = not cuts and "。" in line.text


def _pieces(line: Line, cuts: Sequence[int]) -> list[Line]:
    places = pairwise([0, *cuts, len(line.text)]) if cuts else ()
    return [line.part(_begin(line.text, start), end, _BLANK) for start, end in places] or [line]


def _cuts(text: str) -> list[int]:
    """Where a line is cut; empty when it holds one element only, or something that is none."""
    start = _number(text, 0) or 0 if "号" in text else 0
    for title in reversed([*_titles(text, start)]):
        tail = _tail(text, title)
        if tail is not None:
            return [*([start] if start else []), *tail]
    if not start:
        return []
    letterhead = letterhead_before(text[:start])
    own = [letterhead] if letterhead else []
    rest = "".join(text[_begin(text, start) :].split())
    if words.ORGAN.fullmatch(rest) or (words.GENRE.search(rest) and _is_title(rest)):
        return [*own, start]
    return own + (_tail(text, start) or []) if rest else own


def _titles(text: str, start: int) -> Iterator[int]:
    """The offsets at which a title that begins at ``start`` can end, before something else."""
    for match in _TITLE_END.finditer(text, start + 2):
        title = text[start : match.end()]
        if match.end() < len(text) and title.count("《") == title.count("》") and _is_title(title):
            yield match.end()


def _is_title(text: str) -> bool:
    """Whether a text reads like a title, or like the head that an organ's letters print."""
    if text.endswith("文件"):
        return words.ORGAN.fullmatch("".join(text[:-2].split())) is not None
    return len(text) >= _SHORTEST_TITLE and words.TITLE_VERB.search(text) is not None and not words.LABEL.match(text)


def _tail(text: str, at: int) -> list[int] | None:
    """Where the elements behind a title begin; None when there is anything that is none."""
    cuts: list[int] = []
    while (begin := _begin(text, at)) < len(text):
        cuts.append(at)
        end = _element(text, begin)
        if end is None:
            return [*cuts, *_signed(text, begin)] if _addresses(text[begin:]) else None
        at = end
    return cuts


def _signed(text: str, start: int) -> list[int]:
    """Where organ and day begin that a letter ends with on the same line: …，请认真落实。青禾县水利局2030年5月4日"""
    day = next((day for day in DATE.finditer(text, start) if day.end() == len(text)), None)
    stop = text.rfind("。", start, day.start()) + 1 if day is not None else 0
    if day is None or not stop or words.ORGAN.fullmatch("".join(text[stop : day.start()].split())) is None:
        return []
    return [stop, day.start()]


def _begin(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _element(text: str, start: int) -> int | None:
    """The end of the number, day or field that begins at ``start``, with its brackets."""
    inner = start + (text[start] in _OPEN)
    if _FIELD.match(text, inner):
        return len(text)
    day = DATE.match(text, inner)
    found = (CLOCK.match(text, day.end()) or day) if day else _SIGNER.match(text, inner)
    return _closed(text, found.end()) if found else _number(text, start)


def _number(text: str, start: int) -> int | None:
    """The end of the document number that begins at ``start``, with its brackets."""
    found = NUMBER.match(text, start + (text[start] in _OPEN))
    return _closed(text, found.end()) if found else None


def _closed(text: str, end: int) -> int:
    return end + text.startswith(_CLOSE, end)


def _addresses(text: str) -> bool:
    return is_salutation("".join(text.split())) or salutation_end(text) > 0
