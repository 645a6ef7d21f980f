"""Points of time: years, halves, quarters, months, thirds of a month, days, five-year plans and festivals."""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern
from ..text.numerals import integer
from ..text.vocabulary import alternatives
from .dates import valid, year_number
from .models import Point
from .words import (
    FIXED_DAYS,
    FOLLOWING,
    LUNAR_DAYS,
    MONTH_PARTS,
    MONTH_WORDS,
    NUMBER,
    SEASONS,
    YEAR_NUMBER,
    YEAR_PARTS,
    YEAR_WORDS,
)

_PLAN_SIGNS = frozenset('十“"「『')
_BEFORE_REPUBLIC = 1911  # the year before its first
_SEASONS = (*LUNAR_DAYS, *SEASONS)
_FESTIVAL_SIGNS = frozenset(word[0] for word in (*FIXED_DAYS, *LUNAR_DAYS, *SEASONS)) | set('“"本下')


# Syllables that open another word after 年/月: 内部, 初步, 底线, 末端, 年中国…
_INNER = r"内(?![部容设外蒙河需陆涝审控])"
# 5月初审 is a first reading in May, 5月初审议 a reading in its first days: the first word ends there.
_FIRST = r"[审验评选试定赛稿筛](?=$|[\s，。；：、！)）/和及与至后并]|工作|结果|意见|完成|通过|合格)"
_EARLY = rf"初(?![步中级次心学衷一二三四五六七八九十]|{_FIRST})"
_LATE = r"底(?![线数色层子图册稿])|末(?![端梢])(?!位)|尾(?=前|[，。；、）)]|$)"
_MIDDLE = r"中(?=前|之前|完成|投|竣|建成|[，。；：、,;)）/和及与至\s]|$)"
# 114年6月 can only count from the founding of the Republic (民国); other lengths need its name before them.
_REPUBLIC = r"1[0-4]\d(?=年(?:1[0-2]|0?[1-9])月)|(?<=民国)\d{2,3}(?=年)"
YEAR = rf"(?:(?:(?P<year>{YEAR_NUMBER})|(?P<republic>{_REPUBLIC})|(?P<short>[1-4]\d)(?=年年?[底末]|年1?\d月))年度?|(?P<rel>{alternatives(YEAR_WORDS)}))"
PART_OF_MONTH = rf"(?P<mpart>中(?=前|之前|完成|[，。；、)）]|$)|上中旬|中下旬|[上中下]旬|[上下]半月|{_LATE}|{_EARLY})"

_POINT = lazy_pattern(
    rf"(?:{YEAR}(?:的(?={NUMBER}月|[上下]半|第))?)?(?:"
    rf"(?:(?P<month>{NUMBER}|元)月(?:份|的(?={NUMBER}[日号]))?|(?P<mrel>{alternatives(MONTH_WORDS)})(?!(?<=[本当]月)前)份?)"
    rf"(?:(?P<open>[（(])?(?:(?P<day>{NUMBER})[日号](?![常程均])|{PART_OF_MONTH})(?(open)[)）]))?"
    rf"|(?P<ypart>前三季度|全年|年?(?:{_LATE}|{_EARLY})|(?:年度?)?{_INNER}|岁末|年终|年中(?![国央考小学高低型心华等医标共山秋期旬])|{_MIDDLE})"
    r")?"
)
# Rarer than the others, so that most notices need not wait for it to be compiled.
_HALF_OR_QUARTER = lazy_pattern(
    rf"(?:{YEAR}(?:的(?=[上下]半|第))?)?(?:(?P<half>[上下]半年)(?:{_LATE})?"
    rf"|(?:第?(?P<quarter>[一二三四1234首])季度|(?P<qrel>本|下一?个?)季度|第(?P<season>[一二三四1-4])季|Q(?P<latin>[1-4])(?!\w))(?P<qpart>{_LATE}|中|初)?)"
)
_LONGEST_YEAR = 8  # characters before the word of a half or quarter: 二〇三〇年度的第
_NUMERIC = lazy_pattern(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<sep>[.\-/])(?P<month>1[0-2]|0?[1-9])"
    r"(?:(?P=sep)(?P<day>3[01]|[12]\d|0?[1-9])日?|月份?|)(?![\d%％‰亿万元个]|(?P=sep)\d{1,2}(?!\d)|年)(?P<mpart>[上中下]旬|[底末])?"
)
_YEAR_ENDS = (".", "-", "/")
_BASIC = lazy_pattern(
    r"(?<![\d.])(?P<year>20[0-4]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])日?(?![\d.号])"
)
_MONTH_DOT_DAY = lazy_pattern(
    r"(?<![\d./])(?P<month>1[0-2]|0?[1-9])(?:[.·](?P<day>3[01]|[12]\d|0?[1-9])(?=日|前|期间|起|(?:-|—|至)\d)"
    r"|/(?P<day2>3[01]|[12]\d|0?[1-9])(?=日|前(?![期端半沿置]|移(?![交送]))))日?"  # 9/30前, but no third of 1/3前期费用
)
_DOT = lazy_pattern(r"[.·/]")
_PLAN = lazy_pattern(
    r"[“\"「『]?十(?P<nth>[一二三四五六七])五[”\"」』]?(?P<part>(?:规划|计划)?期末|末期|末|(?:规划|计划)?期[间内]|时期|中期|初期|(?=前|[，。；、)）]|$))"
)
_FESTIVAL = lazy_pattern(
    rf"(?:{YEAR})?[“\"]?(?:(?P<fixed>{alternatives(FIXED_DAYS)})|(?P<lunar>{alternatives(LUNAR_DAYS)})|(?P<season>{alternatives(SEASONS)}|[本下](?:周|星期)[一二三四五六日天末]?)(?:来临|到来|开始)?)"
    r"(?:佳?节|国际?劳动节)?(?:假期|长假)?"
    rf"(?=[”\"]?(?:[、和及][“\"]?(?:{alternatives(FIXED_DAYS, LUNAR_DAYS)})节?[”\"]?){{0,6}}(?:假期|长假|两节)?(?:前(?![期后夕])|之前|以前|期间)|(?<=[周期一二三四五六日天末])内(?![部容])"
    r"|(?<=[期季假春冬])(?:完成(?![率量情])|竣工|建成|投用|启用)|(?<=明春)(?=$|[，。；）)]))[”\"]?"
)


def read_point(text: str, at: int) -> tuple[Point, int] | None:
    """The point of time that begins at an offset, and where it ends."""
    first = text[at : at + 1]
    if first in _PLAN_SIGNS and (found := _read_plan(text, at)):
        return found
    if first in _FESTIVAL_SIGNS and (found := _read_festival(text, at)):
        return found
    if first.isdecimal() and (found := _read_numeric(text, at)):
        return found
    found = _read_calendar(text, at)
    if found and found[0].grain == "year" and text[found[1] : found[1] + 1] in _FESTIVAL_SIGNS:
        return _read_festival(text, at) or _in_season(text, *found)
    return found


def _in_season(text: str, year: Point, end: int) -> tuple[Point, int]:
    """2030年暑期, 2030年春节: no rule fixes the day, and it is not the end of the year."""
    season = next((word for word in _SEASONS if text.startswith(word, end)), "")
    return (year._replace(grain="part", known=False), end + len(season)) if season else (year, end)


def is_basic(text: str, at: int) -> bool:
    """Whether a date of eight digits (20300630) begins at an offset: complete, if without signs."""
    return _BASIC.match(text, at) is not None


def _match_half_or_quarter(text: str, at: int) -> re.Match[str] | None:
    near = text[at : at + _LONGEST_YEAR + 3]
    return _HALF_OR_QUARTER.match(text, at) if "季" in near or "半年" in near or "Q" in near else None


def _read_calendar(text: str, at: int) -> tuple[Point, int] | None:
    if found := _match_half_or_quarter(text, at):
        if found["half"]:
            point = Point("half", *YEAR_PARTS[found["half"]])
        elif found["qrel"]:
            point = quarter_point(1, found["qpart"] or "")
            point = point._replace(month_shift=0 if found["qrel"] == "本" else 3) if point else None
        else:
            quarter = found["quarter"] or found["season"] or found["latin"]
            point = quarter_point(integer(quarter), found["qpart"] or "")
        point = with_year(point, found)
        return (point, found.end()) if point else None
    found = _POINT.match(text, at)
    if not found or found.end() == at:
        return None
    if found["month"] or found["mrel"]:
        point = _month_point(found)
    elif found["ypart"]:
        named = found["year"] or found["republic"] or found["short"] or found["rel"]
        point = _part_of_year(found["ypart"], named=bool(named))
    else:
        point = Point("year", (1, 1), (12, 0))
    point = with_year(point, found)
    return (point, found.end()) if point else None


def with_year(point: Point | None, found: re.Match[str]) -> Point | None:
    """The point with the year that a match of :data:`YEAR` names, if any."""
    if point is None:
        return None
    absolute, republic, short, word = found.group("year", "republic", "short", "rel")
    if absolute:
        return point._replace(year=year_number(absolute))
    if republic:
        return point._replace(year=_BEFORE_REPUBLIC + int(republic))
    if short:
        return point._replace(year=2000 + int(short))
    return point._replace(shift=YEAR_WORDS[word], follows=word in FOLLOWING) if word else point


def _month_point(found: re.Match[str]) -> Point | None:
    month_shift = MONTH_WORDS[found["mrel"]] if found["mrel"] else None
    month = 1 if month_shift is not None else integer(found["month"])
    if not 1 <= month <= 12:
        return None
    if found["day"]:
        day = integer(found["day"])
        return Point("day", (month, day), (month, day), month_shift=month_shift) if 1 <= day <= 31 else None
    if found["mpart"] == "中":
        return Point("part", (month, 1), (month, 0), month_shift=month_shift, known=False)
    first, last = MONTH_PARTS.get(found["mpart"] or "", (1, 0))
    grain = "part" if found["mpart"] else "month"
    return Point(grain, (month, first), (month, last), month_shift=month_shift)


def quarter_point(quarter: int, part: str = "") -> Point | None:
    """A quarter of a year; its beginning and middle are fixed by no rule."""
    if not 1 <= quarter <= 4:
        return None
    first = (quarter * 3, 0) if part in ("底", "末") else (quarter * 3 - 2, 1)
    return Point("quarter", first, (quarter * 3, 0), known=part not in ("中", "初"))


def _part_of_year(words: str, *, named: bool) -> Point | None:
    if len(words) == 1:
        if not named:
            return None
        words = "年" + words
    first, last = YEAR_PARTS[words]
    return Point("half", first, last, known=words != "年初")


def _read_numeric(text: str, at: int) -> tuple[Point, int] | None:
    found = _BASIC.match(text, at)
    if found:
        month_day = int(found["month"]), int(found["day"])
        return Point("day", month_day, month_day, int(found["year"])), found.end()
    found = _NUMERIC.match(text, at) if text[at + 4 : at + 5] in _YEAR_ENDS else None
    if found:
        month, year = int(found["month"]), int(found["year"])
        if found["day"]:
            day = int(found["day"])
            return Point("day", (month, day), (month, day), year), found.end()
        first, last = MONTH_PARTS.get(found["mpart"] or "", (1, 0))
        return Point("month", (month, first), (month, last), year), found.end()
    found = _MONTH_DOT_DAY.match(text, at) if _DOT.search(text, at + 1, at + 3) else None
    month_day = (int(found["month"]), int(found["day"] or found["day2"])) if found else (0, 0)
    if found and valid(*month_day):
        return Point("day", month_day, month_day), found.end()
    return None


def _read_plan(text: str, at: int) -> tuple[Point, int] | None:
    """A five-year plan: the tenth (十五) ran from 2001 to 2005."""
    found = _PLAN.match(text, at)
    if not found:
        return None
    start = 2001 + 5 * integer(found["nth"])
    if found["part"].endswith(("末", "末期")):
        return Point("year", (12, 0), (12, 0), start + 4), found.end()
    known = found["part"] not in ("中期", "初期")
    return Point("plan", (1, 1), (12, 0), start, years=5, known=known), found.end()


def _read_festival(text: str, at: int) -> tuple[Point, int] | None:
    found = _FESTIVAL.match(text, at)
    if not found:
        return None
    day = FIXED_DAYS.get(found["fixed"] or "")
    grain = "part" if found["season"] else "day"
    point = with_year(Point(grain, day or (1, 1), day or (1, 1), known=day is not None), found)
    return (point, found.end()) if point else None
