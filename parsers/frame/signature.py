"""The signature of a notice: its organs and the day below them (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ...normalize.squeeze import squeeze
from . import words
from .dates import DATE, calendar_day, crushed_day
from .model import Found
from .page import Page

_SEAL = lazy_pattern(r"\s{0,9}[（(]\s?(?:[^（）()]{2,30}代章|(?:[盖公印代签]\s?)?[章印])\s?[）)]\s{0,9}$")
# Names in a row are parted by wide gaps; a single blank may also stand inside one.
_WIDE_GAP, _GAP, _NO_GAP = lazy_pattern(r"\s{2,}|\u3000|[、，]"), lazy_pattern(r"\s|[、，]"), lazy_pattern(r"(?!)")
_ENDS = "局委厅部办室府会院署"
_PARTY = "中共"
_CENTRAL_ENDS = "部委署院行"
_CENTRAL = lazy_pattern(
    r"中共中央|国务院|(?<=[部委会局署院行])国家(?!税务)|^国家(?!税务总局.)|中央|全国|最高人民|中华|总局$|^(?:能源|林草|铁路|民航|邮政|文物|药监|中医药|医保|知识产权|外汇|疾控)局$"
)
_MINISTRY = lazy_pattern(
    r"(?<=[^组宣统]\w部|委员会|[改生信资健民]\w委|\w\w署|\w总局|能源局|林草局|铁路局|民航局|民法院)(?!员会)(?=\w{2,14}(?:部|委员会|委|局|署|行|院))"
)
# Whom to call, and that all may read it, stand between a letter and its day.
_BETWEEN = lazy_pattern(r"[（(]此件|[（(]?(?:联系(?:人|电话|单位|方式)|电话|传真|邮箱)[：:]")
_QUOTES, _MOST_LINES = lazy_pattern(r"[“”‘’\s]"), 3
_OPEN_LABELS = tuple(f"{noun}{colon}" for noun in ("单位", "部门", "科室", "处室") for colon in "：:")
_LONGEST_SIGNER = 25  # characters
_MARKS = "（）()[]【】| \u3000"


class Signature(NamedTuple):
    """Organs and day; lines [first, last), of which those from ``day_line`` hold the day alone."""

    first: int
    last: int
    organs: tuple[Found, ...]
    day: Found | None
    day_line: int | None
    restored: bool  # the day had lost its 年月日


def find_signatures(page: Page, start: int, stop: int, issuer: str | None, title: str) -> list[Signature]:
    """The signatures on the free lines [start, stop), in order.

    A day counts below an organ, or below prose when the organ is missing; an organ without a day counts when it
    is the title's own ``issuer`` and stands below prose. A name that ``title`` holds counts as an organ above a day.
    """
    places = [index for index in page.free if start <= index < stop]
    found: list[Signature] = []
    for place, index in enumerate(places):
        kind = page.kinds[index]
        if kind == "date":
            found += _dated(page, places, place, title)
        elif kind in ("organ", "text", "label"):
            found += _one_line(page, places, place) or _undated(page, places, place, issuer)
    return found


def organs_of(page: Page, index: int, stop: int | None = None) -> tuple[Found, ...]:
    """The organs on a line up to offset ``stop``: several when each piece between white space is a name."""
    line = page.lines[index]
    stop = line.end if stop is None else stop
    seal = _SEAL.search(page.text[line.start : stop])
    stop = line.start + seal.start() if seal else stop
    return organs_in(page.text, line.start, stop)


def organs_in(text: str, start: int, end: int) -> tuple[Found, ...]:
    """The names of organs in ``text[start:end]``; empty when it holds anything else."""
    whole = squeeze(text[start:end])
    wide, single = (_parted(gap, text, start, end) for gap in (_WIDE_GAP, _GAP))
    ministries = [part for piece in single for part in _ministries(text, *piece)] if len(single) > 1 else []
    for pieces, are_names in (
        (wide, bool),
        (single, _of_one_place),
        (ministries, _are_central),
        (single, _are_central),
    ):
        names = [squeeze(text[first:last]) for first, last in pieces]
        if len(names) > 1 and all(is_organ(name) for name in names) and are_names(names):
            return tuple(Found(name, *piece) for name, piece in zip(names, pieces, strict=True))
    if not are_organs(whole):
        return ()
    return tuple(_names(text, whole, start, end))


def _ministries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ministries and commissions that stand glued between two blanks."""
    cuts = [match.start() for match in _MINISTRY.finditer(text, start, end)]
    yield from pairwise([start, *cuts, end])


def are_organs(text: str) -> bool:
    """Whether a text is the name of an organ, or several that stand glued: each opens with the place of the first."""
    return all(is_organ(text[start:end]) for start, end in pairwise([0, *_glued_at(text), len(text)]))


def _glued_at(text: str) -> list[int]:
    """Where further names begin in glued ones: behind an organ's end, with the place that the first one opens with."""
    place = text.removeprefix(_PARTY)[:2]
    cuts: list[int] = []
    at = text.find(place, 1) if place else -1
    while at > 0:
        begin = at - len(_PARTY) if text.endswith(_PARTY, 0, at) else at
        if begin > 0 and text[begin - 1] in _ENDS:
            cuts.append(begin)
        at = text.find(place, at + 1)
    return cuts


def is_organ(name: str) -> bool:
    """Whether a name without white space is an organ's; a head noun alone (办公室) is the end of one."""
    return len(name) > 2 and name not in words.BARE_HEADS and words.ORGAN.fullmatch(name) is not None


def _of_one_place(names: list[str]) -> bool:
    """Whether names that single blanks part all hold the place that one of them opens with: 国家税务总局云山县税务局 云山县财政局."""
    places = {name.removeprefix(_PARTY)[:2] for name in names}
    return any(all(place in name for name in names) for place in places)


def _are_central(names: list[str]) -> bool:
    """Whether names that single blanks part are all of central organs."""
    return all(name[-1] in _CENTRAL_ENDS or _CENTRAL.search(name) is not None for name in names)


def _names(text: str, whole: str, start: int, end: int) -> Iterator[Found]:
    """One name, or several that stand glued: each opens with the place that the first one opens with."""
    (first, last), *_ = _parted(_NO_GAP, text, start, end)
    cuts = _glued_at(whole) if last - first == len(whole) else []
    for begin, stop in pairwise([0, *cuts, len(whole)]):
        yield Found(whole[begin:stop], first + begin, last if stop == len(whole) else first + stop)


def _parted(gap: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stripped pieces of ``text[start:end]`` between gaps."""
    edges = [start, *(edge for match in gap.finditer(text, start, end) for edge in match.span()), end]
    pieces: list[tuple[int, int]] = []
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        inner = text[first:last].strip()
        if inner:
            begin = text.index(inner, first)
            pieces.append((begin, begin + len(inner)))
    return pieces


def read_day(text: str, start: int, end: int) -> tuple[Found | None, bool]:
    """The day printed in ``text[start:end]`` and whether it had to be restored."""
    match = DATE.search(text, start, end)
    if match is not None:
        day = calendar_day(match)
        return (Found(day, match.start(), match.end()) if day else None), False
    stripped = text[start:end].strip(_MARKS)
    first = text.index(stripped, start) if stripped else start
    day = crushed_day("".join(stripped.split()))
    return (Found(day, first, first + len(stripped)) if day else None), day is not None


def _dated(page: Page, places: list[int], place: int, title: str) -> list[Signature]:
    index = places[place]
    line = page.lines[index]
    day, restored = read_day(page.text, line.start, line.end)
    broken = _broken_name(page, places, place, title) if day is not None else None
    if broken is not None:
        return [Signature(broken[0], index + 1, (broken[1],), day, index, restored)]
    organs: tuple[Found, ...] = ()
    first = place
    while first > 0 and place - first < 12 and page.kinds[places[first - 1]] in ("organ", "text"):
        above = organs_of(page, places[first - 1])
        if above and first > 1 and _leaves_open(page.lines[places[first - 2]].text):
            break  # （责任单位：县财政局、县 | 委办公室
        if not above and not _stands_between(page, places, first - 1):
            break
        organs = above + organs
        first -= 1
    if not organs and day is not None and first > 0 and _is_signer(page, places, first - 1):
        first -= 1
        organs = _named(page, places[first], title)
    elif not organs and (day is None or not _below_prose(page, places, first)):
        return []
    return [Signature(places[first], index + 1, organs, day, index, restored)]


def _broken_name(page: Page, places: list[int], place: int, title: str) -> tuple[int, Found] | None:
    """The first line and the organ above a day whose name the page broke over lines: the title holds it whole."""
    titled = _QUOTES.sub("", title)
    for count in range(2, min(place, _MOST_LINES) + 1):
        pieces = places[place - count : place]
        upper = pieces[:-1]
        if any(page.kinds[index] not in ("organ", "text") or organs_of(page, index) for index in upper):
            return None
        start, line = page.lines[pieces[0]].start, page.lines[pieces[-1]]
        seal = _SEAL.search(line.text)
        end = line.start + seal.start() if seal else line.end
        name = squeeze(page.text[start:end])
        if is_organ(name) and _QUOTES.sub("", name) in titled:
            return pieces[0], Found(name, start, end)
    return None


def _stands_between(page: Page, places: list[int], place: int) -> bool:
    """Whether a line of a signature is a seal, or the other name of the organ above it: （某市产业链办公室）."""
    line = page.lines[places[place]].text
    alias = line.strip()
    if alias[0] != "（" or alias[-1] != "）" or not is_organ(alias[1:-1]):
        return _SEAL.fullmatch(line) is not None
    return place > 0 and bool(organs_of(page, places[place - 1]))


def _leaves_open(text: str) -> bool:
    """Whether a bracket that a line opens is not closed on it, or a label (责任单位：) has its value on the next."""
    if text.endswith(_OPEN_LABELS) and text[0] != "各":
        return True
    return max(text.rfind(mark) for mark in "（([【") > max(text.rfind(mark) for mark in "）)]】")


def _is_signer(page: Page, places: list[int], place: int) -> bool:
    """Whether a line above a day signs, whatever its name ends in: short, without marks, below a letter's prose."""
    squeezed = page.compact[places[place]]
    short = page.kinds[places[place]] == "text" and len(squeezed) <= _LONGEST_SIGNER and squeezed.isalpha()
    return short and place > 0 and page.kinds[places[place - 1]] == "sentence"


def _named(page: Page, index: int, title: str) -> tuple[Found, ...]:
    """A signer of unknown form is an organ when the notice's title names it."""
    line = page.lines[index]
    name = squeeze(line.text)
    return (Found(name, line.start, line.end),) if len(name) > 2 and name in title else ()


def _one_line(page: Page, places: list[int], place: int) -> list[Signature]:
    line = page.lines[places[place]]
    match = DATE.search(line.text) if "年" in line.text or "-" in line.text or "." in line.text else None
    if match is None or match.end() < len(line.text.rstrip(_MARKS)):
        return []
    day = calendar_day(match)
    open_bracket = line.text[0] == "（" and line.text[-1] == "）"
    organs = organs_in(page.text, line.start + open_bracket, line.start + match.start())
    if day is None or not organs:
        return []
    found = Found(day, line.start + match.start(), line.start + match.end())
    return [Signature(line.index, line.index + 1, organs, found, None, False)]


def _undated(page: Page, places: list[int], place: int, issuer: str | None) -> list[Signature]:
    index = places[place]
    below = place + 1 < len(places) and page.kinds[places[place + 1]] in ("date", "organ")
    if issuer is None or below or squeeze(page.lines[index].text) != issuer or not _below_prose(page, places, place):
        return []
    return [Signature(index, index + 1, organs_of(page, index), None, None, False)]


def _below_prose(page: Page, places: list[int], place: int) -> bool:
    """Whether prose stands above, or a list of attachments, its last entry wrapped perhaps."""
    while place > 1 and _BETWEEN.match(page.compact[places[place - 1]]):
        place -= 1
    if place and places[place - 1] in page.assigns:
        return True
    above = [page.kinds[index] for index in places[max(0, place - 2) : place]]
    return bool(above) and (above[-1] in ("sentence", "attachment", "label") or above == ["attachment", "text"])
