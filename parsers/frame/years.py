"""The year of a date without one: from the plan's title, the notice's own date, else what the page says besides."""

from __future__ import annotations

from datetime import date

from ...normalize.lazy import lazy_pattern
from ..deadlines import Clock
from . import Frame

_YEAR = lazy_pattern(r"(?<!\d)(20\d\d|19\d\d)(?=年|[—\-－~～至到]+20\d\d年?|度)")
_OF_NUMBER = lazy_pattern(r"[〔\[［【(（]((?:19|20)\d\d)[〕\]］】)）]")
_PRINTED = lazy_pattern(r"((?:19|20)\d\d)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发")
#: A year that says when, at the head of a clause: 2030年，继续制定…
_TOLD = lazy_pattern(r"(?:^|[，。；\n\s])(20\d\d)年，")
#: The year that a plan looks back on, once it is over: 2030年度预算执行审计查出问题整改清单 of 2031.
_LOOKS_BACK = lazy_pattern(
    r"年度?[^，。]{0,24}(?:审计|督察|督查|考核|考评|巡视|巡察|检查|决算|述职|测评|评估|评议)[^，。]{0,16}(?:整改|反馈|问题)"
)
#: Titles and numbers of documents name the years of others.
_CITED = lazy_pattern(r"《[^《》]{0,200}》|[〔\[［【(（]\d{4}[〕\]］】)）]\s?\d{1,5}\s?号")


def clock_for(frame: Frame, text: str) -> Clock:
    """What fixes the year of dates in the notice; several years in a title leave it open."""
    issued = date.fromisoformat(frame.issued_on.value) if frame.issued_on is not None else None
    for found in (frame.plan_title, frame.title):
        if found is None:
            continue
        years = sorted({int(year) for year in _YEAR.findall(found.value)})
        if len(years) == 1 and issued is not None and years[0] < issued.year and _LOOKS_BACK.search(found.value):
            return Clock(issued, None, ())
        if len(years) == 1:
            return Clock(issued, years[0], ())
        if years:
            return Clock(issued, None, tuple(years))
    return Clock(issued, None if issued is not None else _year_besides(frame, text), ())


def _year_besides(frame: Frame, text: str) -> int | None:
    """The year of a notice without title year and date: its number's, its printer's, its page's, the one it names."""
    number = _OF_NUMBER.search(frame.document_number.value) if frame.document_number is not None else None
    told = number or _PRINTED.search(text)
    if told is not None:
        return int(told[1])
    if frame.published_at is not None:
        return int(frame.published_at.value[:4])
    plain = _CITED.sub("", text)
    for named in (set(_YEAR.findall(plain)), set(_TOLD.findall(plain))):
        if len(named) == 1:
            return int(named.pop())
    return None
