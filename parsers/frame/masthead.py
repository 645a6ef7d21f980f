"""The head of minutes and newsletters: who issued them and when in one line, and a number without an agency's code.

Below the banner stand 某县人民政府办公室　　　2030年5月19日 and 〔2030〕7号; a signature at the foot is missing then (the form
of 纪要, GB/T 9704-2012, 10.3). Notes under a headline have the number before them: 某政发〔2030〕7号 | 某县人民政府 | 2030年5月19日.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ...normalize.squeeze import squeeze
from ..text.document_numbers import NUMBER
from .dates import DATE, calendar_day
from .model import Found
from .page import Page
from .signature import organs_in

_NUMBER = lazy_pattern(r"\s*[（(]?\s*([〔\[【（(]\s?(?:19|20)\d\d\s?[〕\]】）)]\s?(?:第\s?)?\d{1,4}\s?号)\s*[）)]?\s*")
_BRACKET = lazy_pattern(r"（\s*(.*?)\s*(?:印发|发布|公布)?\s*）")
_MONTH = lazy_pattern(r"20\d\d年\d{1,2}月")
_STROKES = " |｜丨/\t\u3000，"
_LONGEST = 60


class Imprint(NamedTuple):
    """The organs and the day of a line of the head."""

    organs: tuple[Found, ...]
    day: Found | None  # none where the month alone is printed


def find_imprint(page: Page, head: Iterable[int]) -> Imprint | None:
    """The first line of the head that is nothing but organs and a day, parted by a gap, spelt with 年月日, or both in a bracket.

    A day in figures (2030-05-19) behind a name is the web page's own.
    """
    for index in head:
        line = page.lines[index]
        if len(line.text) > _LONGEST or "年" not in line.text or line.text[-1] not in "日号）":
            continue
        bracket = _BRACKET.fullmatch(page.text, line.start, line.end)
        match = DATE.search(page.text, line.start, line.end)
        if bracket is not None:
            found = _in_bracket(page.text, *bracket.span(1), match)
        elif match is None or match.end() < line.end or not page.text[match.start() - 1].isspace():
            continue
        else:
            found = _imprint(page.text, (line.start, match.start()), match)
        if found is not None:
            return found
    return None


def _in_bracket(text: str, start: int, end: int, day: re.Match[str] | None) -> Imprint | None:
    """What a bracket below the title says when it is nothing but organs and when they issued it: （某县水利局，2030年5月19日）."""
    when = day or _MONTH.search(text, start, end)
    if when is None or when.end() > end:
        return None
    first = when.start() == start
    return (
        _imprint(text, (when.end(), end) if first else (start, when.start()), day)
        if first or when.end() == end
        else None
    )


def _imprint(text: str, names: tuple[int, int], match: re.Match[str] | None) -> Imprint | None:
    """The imprint of the organs in a stretch and a day; none where anything else stands there."""
    start, end = _between_strokes(text, *names)
    day, organs = calendar_day(match) if match is not None else None, organs_in(text, start, end)
    if not organs or (match is not None and day is None):
        return None
    return Imprint(organs, Found(day, match.start(), match.end()) if match is not None and day is not None else None)


def _between_strokes(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the number that it begins with, and the strokes and blanks around what is left."""
    number = NUMBER.match(text, start, end)
    start = number.end() if number is not None else start
    inner = text[start:end]
    return end - len(inner.lstrip(_STROKES)), start + len(inner.rstrip(_STROKES))


def bare_number(page: Page, head: Iterable[int]) -> Found | None:
    """The number of a line of the head that names no agency: 〔2030〕7号."""
    for index in head:
        line = page.lines[index]
        match = _NUMBER.fullmatch(page.text, line.start, line.end) if "号" in line.text[-3:] else None
        if match is not None:
            return Found(squeeze(match[1]), match.start(1), match.end(1))
    return None
