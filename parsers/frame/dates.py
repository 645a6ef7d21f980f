"""Calendar days and times of day as the frame prints them: signature dates and page times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...normalize.lazy import lazy_pattern
from ..deadlines.slips import mend
from ..text.numerals import ZEROS, integer

_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | dict.fromkeys(ZEROS, "0")
# 中华民国114年 is 2025: the Republic's first year was 1912.
_REPUBLIC, _BEFORE_REPUBLIC = "民国", 1911
_YEAR = rf"(?:(?:中华)?{_REPUBLIC}\s?\d{{2,3}}|(?:19|20)\d\s?\d|[一二](?: ?[{ZEROS}一二三四五六七八九]){{3}})"
_SMALL = r"(?:\d\s?\d?|[一二三四五六七八九十](?: ?[一二三四五六七八九十]){0,2})"
DATE = lazy_pattern(
    rf"(?P<y>{_YEAR})\s*(?:年\s*(?P<m>{_SMALL})\s*月\s*(?P<d>{_SMALL})\s*[日号]?"
    r"|(?P<s>[-./])\s*(?P<m2>\d\d?)\s*(?P=s)\s*(?P<d2>\d\d?)(?!\d))"
)
CLOCK = lazy_pattern(r"[\sT]{0,20}(?P<h>[01]?\d|2[0-3])\s*[:：时]\s*(?P<min>[0-5]\d)(?:\s*[:：分]\s*(?P<sec>[0-5]\d))?")
_CRUSHED = lazy_pattern(r"(?:19|20)\d{2}年?\d{2,4}日?|(?:19|20)\d{2}[年月]?\d{1,2}月\d{1,2}日?")


def calendar_day(match: re.Match[str]) -> str | None:
    """The ISO date of a match of :data:`DATE`; None for a day that the calendar lacks."""
    _, republic, printed = match["y"].rpartition(_REPUBLIC)
    year = int("".join(_DIGITS.get(c, c) for c in printed if not c.isspace())) + (_BEFORE_REPUBLIC if republic else 0)
    try:
        return date(year, integer(match["m"] or match["m2"]), integer(match["d"] or match["d2"])).isoformat()
    except ValueError:
        return None


def moment(text: str) -> tuple[str, int, int] | None:
    """The first day in the text, with its clock time when one follows: (ISO value, start, end).

    The clock of a Chinese page is Beijing time (+08:00), whatever the machine's own zone.
    """
    for match in DATE.finditer(text):
        day = calendar_day(match)
        if day is None:
            continue
        clock = CLOCK.match(text, match.end())
        if clock is None:
            return day, match.start(), match.end()
        hours, minutes, seconds = int(clock["h"]), clock["min"], clock["sec"] or "00"
        return f"{day}T{hours:02}:{minutes}:{seconds}+08:00", match.start(), clock.end()
    return None


def is_crushed(text: str) -> bool:
    """Whether the text can be a damaged date, whatever it says: one without its 年, 月 or 日, or with slips."""
    return _CRUSHED.fullmatch(text) is not None or DATE.fullmatch(mend(text)) is not None


def crushed_day(text: str) -> str | None:
    """The one day that a damaged date can mean: 2016628 without its 年, 月 or 日, 2O16年6月28日 or 2016月6月28日 with a slip.

    None when no reading or more than one is a day of the calendar (2019116).
    """
    if mended := DATE.fullmatch(mend(text)):
        return calendar_day(mended)
    if not _CRUSHED.fullmatch(text):
        return None
    days = set(_readings(int(text[:4]), text[4:].strip("年月日")))
    return days.pop() if len(days) == 1 else None


def _readings(year: int, rest: str) -> Iterator[str]:
    pairs = [tuple(rest.split("月"))] if "月" in rest else [(rest[:cut], rest[cut:]) for cut in (1, 2)]
    for month, day in pairs:
        padded = {len(month), len(day)} == {2}
        if not (month and day) or len(day) > 2 or ("0" in (month[0], day[0]) and not padded):
            continue
        try:
            yield date(year, int(month), int(day)).isoformat()
        except ValueError:
            continue
