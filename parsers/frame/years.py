"""The year of a date without one: from the plan's title, the notice's own date, else what the page says besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ...normalize.lazy import CHINESE, lazy_pattern
from ..deadlines import Clock
from ..deadlines.dates import day_of
from ..deadlines.words import NUMBER
from ..text.document import Line
from ..text.numerals import integer
from . import Frame

_YEAR = lazy_pattern(r"(?<!\d)(20\d\d|19\d\d)(?=\s?年|[—\-－~～至到]+20\d\d年?|度)")
#: A year that lost its 年, or never had it, in front of a name: 迎新春——2031“书香竹溪”活动安排.
_BARE = lazy_pattern(rf"(?:^|[—：])(20[0-3]\d)(?=[“「《]|(?![个家户名人项万亿元号公米吨亩套所余多]){CHINESE})")
#: So many years from that of the notice none is its own.
_BESIDE = 2
_OF_NUMBER = lazy_pattern(r"[〔\[［【(（]((?:19|20)\d\d)[〕\]］】)）]")
_PRINTED = lazy_pattern(r"((?:19|20)\d\d)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发")
#: The month of a plan: 2030年5月份工作安排.
_MONTH = lazy_pattern(
    rf"(?<![\d至到、\-—－~～前后])({NUMBER})月(?![\d一二三四五六七八九十底初末上中下至到、\-—－~～前后])"
)
#: A year that says when, at the head of a clause: 2030年，继续制定…
_TOLD = lazy_pattern(r"(?:^|[，。；\n\s])(20\d\d)\s?年，")
#: A year that a goal is set for: no plan is of a later one.
_GOAL = lazy_pattern(r"到\s?(20\d\d)\s?年[，底末]?")
#: The year that a plan looks back on, once it is over: 2030年度预算执行审计查出问题整改清单 of 2031.
_LOOKS_BACK = lazy_pattern(
    r"年度?[^，。]{0,24}(?:审计|督察|督查|考核|考评|巡视|巡察|检查|决算|述职|测评|评估|评议)[^，。]{0,16}(?:整改|反馈|问题)"
)
#: Years that run from autumn on: of schools (2030—2031学年第二学期, 2030年秋季学期), of winter work (2030—2031年采暖季).
_OVER_TURN = lazy_pattern(
    r"(20\d\d)(?P<to>年?[—\-－~～至到]{1,2}(?:20)?\d\d)?(?:(?P<school>学年)|年)度?"
    r"[^，。学期]{0,4}?(?:(?:[（(]?第?(?P<term>[一二12上下])[)）]?|(?P<season>[春秋])季?)学期|(?P<winter>秋冬|冬春|[采供取]暖))?"
)
#: The months in which a school year and its first term begin, preparations included.
_AUTUMN, _SUMMER = 8, 7
#: A heading over the work of a year, and one that looks back, or names a goal or a document.
_UNDER = lazy_pattern(
    r"[^，。；：\d]{0,12}(20\d\d)年度?(?:\d{1,2}月份?|[上下]半年|第?[一二三四1-4]季度|[春秋]季学期)?"
    r"(?:[^，。；：\d]{0,16}(?:任务|工作|实事|工程|计划|安排|要点|目标|清单|台账|方案|项目|事项|重点|措施|内容))?(?:[（(][^（()）\d]{1,12}[）)])?"
)
_LEFT_OVER = lazy_pattern("续建|结转|遗留|未完成|跨年|延续|上年")
_NOT_ITS_OWN = lazy_pattern(r"[到至截前后自从]|以来|会议|报告|精神|总结|回顾|情况|通报|决算|审计|规划|经验|[底末初]")
#: Minutes, and the day of their meeting: 时间：2030年12月30日, 2030年12月30日上午，县长主持召开会议.
_MINUTES = lazy_pattern(r"(?:纪要|会议[纪记]录)(?:（[^（）]{1,20}）)?$")
_DAY = r"(20\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日"
_MET = lazy_pattern(
    rf"(?:时\s{{0,4}}间|日\s{{0,4}}期)\s?[：:]\s{{0,4}}{_DAY}|{_DAY}(?:[上下]午|晚上?)?，[^，。\n]{{0,60}}(?:主持|召开|组织)"
)
#: Titles and numbers of documents name the years of others.
_CITED = lazy_pattern(r"《[^《》]{0,200}》|[〔\[［【(（]\d{4}[〕\]］】)）]\s?\d{1,5}\s?号")


def clock_for(frame: Frame, text: str, lines: Sequence[Line], heads: Sequence[str]) -> Clock:
    """What fixes the year of dates in the notice, and the month of days; several years in a title leave it open.

    ``lines`` are those that the frame has labels for, ``heads`` those of the columns of its tables.
    """
    clock = _clock_of_minutes(frame, _clock_of_years(frame, text), text)
    titles = (found.value for found in (frame.plan_title, frame.title) if found is not None)
    month = next((month for title in titles if (month := _month_of(title)) is not None), None)
    if clock.told is None and not clock.tells_year and not clock.plan_years:
        clock = _clock_besides(frame, text, lines, heads)
    return clock if month is None else clock._replace(plan_month=month)


def _clock_of_minutes(frame: Frame, clock: Clock, text: str) -> Clock:
    """What minutes agree on is still to come: times count from the day of the meeting, not from the year in their title."""
    if frame.title is None or not _MINUTES.search(frame.title.value):
        return clock
    met = _MET.search(text) if clock.issued is None else None
    if met is not None:
        year, month, day = (int(number) for number in met.groups() if number)
        clock = clock._replace(met=day_of(year, (month, day)))
    own = clock.told is not None and clock.plan_year == clock.told.year
    return clock._replace(plan_year=None) if own else clock


def clocks_below(frame: Frame, text: str, lines: Sequence[Line]) -> Iterator[tuple[int, Clock]]:
    """The clocks of the whole notices that follow on the page, each with its first line."""
    while frame.following is not None:
        first, frame = frame.following
        yield first, clock_for(frame, text[lines[first].start :], lines, ())


def _month_of(title: str) -> int | None:
    """The one month whose work a title names."""
    months = set(_MONTH.findall(title)) if "月" in title else ()
    if len(months) != 1:
        return None
    month = integer(months.pop())
    return month if 1 <= month <= 12 else None


def _clock_of_years(frame: Frame, text: str) -> Clock:
    issued = date.fromisoformat(frame.issued_on.value) if frame.issued_on is not None else None
    titles = (found.value for found in (frame.plan_title, frame.title) if found is not None)
    told = (clock for title in titles if (clock := _clock_of_title(title, issued)) is not None)
    return next(told, Clock(issued))


def clock_of_part(clock: Clock, title: str | None) -> Clock:
    """The clock of a part whose own title names its year or month: 附件2 | 某县2032年任务分解表."""
    if title is None or ("年" not in title and "月" not in title):
        return clock
    own, month = _clock_of_title(title, clock.issued), _month_of(title)
    if own is not None and own.plan_year is not None:
        clock = own._replace(plan_month=clock.plan_month if own.plan_year == clock.plan_year else None)
    return clock if month is None else clock._replace(plan_month=month)


def clock_under(clock: Clock, headings: Sequence[str]) -> Clock:
    """The clock below ``headings``, of which one may say that what follows is the work of a year: 二、2032年任务.

    A year that is over by the day of issue, or before that of the title, is not clearly that of what is to be done.
    """
    for text in reversed(headings):
        found = _UNDER.fullmatch(text) if "年" in text else None
        if found is None or _NOT_ITS_OWN.search(text) is not None:
            continue
        year = int(found[1])
        known = clock.plan_year or (clock.issued.year if clock.issued is not None and not clock.plan_years else None)
        if year == clock.plan_year:
            return clock
        if (known is not None and year < known) or _LEFT_OVER.search(text) is not None:
            return Clock(clock.issued, None, (year, known or year))
        return Clock(clock.issued, year)
    return clock


def _clock_of_title(title: str, issued: date | None) -> Clock | None:
    """The clock that a title gives; None when it names no year."""
    over_turn = _over_the_turn(title)
    if over_turn is not None:
        return Clock(issued, over_turn[0], (), over_turn[1])
    years = sorted({int(year) for year in _YEAR.findall(title)}) or _bare_years(title, issued)
    if len(years) == 1 and issued is not None and years[0] < issued.year and _LOOKS_BACK.search(title):
        return Clock(issued)
    if len(years) == 1:
        return Clock(issued, years[0])
    return Clock(issued, None, tuple(years)) if years else None


def _bare_years(title: str, issued: date | None) -> list[int]:
    """The year without 年 that a title opens with: that of the notice or beside it, not 2035 of a vision for it."""
    found = (int(year) for year in _BARE.findall(title))
    return [year for year in found if issued is None or abs(year - issued.year) < _BESIDE]


def _over_the_turn(title: str) -> tuple[int, int] | None:
    """The year of a plan whose months lie in two, and the month it begins in; a second term lies in the later one."""
    found = _OVER_TURN.search(title) if "学" in title or "冬" in title or "暖" in title else None
    if found is None:
        return None
    year, ranged = int(found[1]), found["to"] is not None
    if ranged and int(found["to"][-2:]) != (year + 1) % 100:
        return None
    named = found["term"] or found["season"]
    if found["school"] or (ranged and named):
        return (year + 1, 1) if named and named in "二2下春" else (year, _SUMMER if named else _AUTUMN)
    return (year, _SUMMER) if found["season"] == "秋" or (ranged and found["winter"]) else None


def _clock_besides(frame: Frame, text: str, lines: Sequence[Line], heads: Sequence[str]) -> Clock:
    """The year of a notice without title year and date: its number's, its printer's, its page's, the one of its records.

    Years that it names anywhere else tell what is past, and leave that of a date without one open.
    """
    number = _OF_NUMBER.search(frame.document_number.value) if frame.document_number is not None else None
    told = number or _PRINTED.search(text)
    if told is not None:
        return Clock(None, int(told[1]))
    if frame.published_at is not None and not _is_upload(frame.published_at.start, text):
        return Clock(None, int(frame.published_at.value[:4]))
    plain = _CITED.sub("", text)
    named = {int(year) for year in _YEAR.findall(plain)}
    if not named:
        return Clock()
    from .year_hints import hinted_years  # most notices have a date, or a year in the title

    hinted = hinted_years(lines, frame.labels, heads)
    if len(hinted) == 1:
        return Clock(None, hinted.pop())
    told_first = {int(year) for year in _TOLD.findall(plain)}
    years = named if len(named) == 1 else told_first if len(told_first) == 1 else set[int]()
    goals = {int(year) for year in _GOAL.findall(plain) if years and int(year) <= max(years)}
    return Clock(None, None, tuple(sorted(years | goals)))


def _is_upload(start: int, text: str) -> bool:
    """Whether a page's time says when a reader put the file on a site of shared documents, years later perhaps."""
    return "上传" in text[max(0, start - 8) : start]
