"""The grammar: how atoms combine to a time expression (range × recurrence × start × length)."""

from __future__ import annotations

import re

from ...normalize.lazy import lazy_pattern
from ..text.numerals import integer
from .anchored import read_length
from .damaged import POINTS, read_damaged
from .lists import Points, read_points
from .models import Expression, Point, Where
from .negatives import is_rate
from .ongoing import read_ongoing
from .openings import OPENING, OPENING_OR_GOING
from .recurrence import Rhythm, read_rhythm
from .rhythm_days import year_rule
from .words import MONTH_PARTS

_GOING_FIRST = frozenset("持长常经日不贯滚动深逐")
_BY = lazy_pattern(
    r"(?:[（(]不?含[^（）()，；]{0,4}[）)](?=[之以]?前))?(?:份|底)?(?:间(?=[，。；、)）]|$)|之前|以前|前(?![期后置往三缀夕])|之内|以内|内(?![部容设外蒙河需陆])|为止|止|截止(?![日时期到至])|期间|时期|前后|左右)"
)
_DAYTIME = lazy_pattern(
    r"(?:[（(](?:星期.|周.|礼拜.|不?含.{0,3}|当日)[）)])?(?:上午|下午|中午|晚上?)?"
    r"(?:(?:\d{1,2}|[零〇])(?:[:：]\d{2}|[时点](?:\d{1,2}分|半|整)?))?(?:下班|(?:[春秋]季)?(?:新?学期)?开学|入汛|主?汛期|供暖)?(?=前|之前|以前|止|截止|$|[，。；、)）]|生效|施行|完成)"
)
#: What a day or month is called, before the word that says what is meant: 5月15日“国际家庭日”前, 5月1日（劳动节）前.
_NAMES_OPEN = frozenset("〓“（(")
_NAMED_DAY = lazy_pattern(
    r"(?:〓{4,14}|“[^”\d]{2,10}”|[（(](?!不?含|当)(?:〓{4,14}|[^（）()\d]{1,8}[节日])[）)])(?:当[天日](?!前)|(?=[之以]?前(?![期置往三缀夕])|期间))"
)
_FROM = lazy_pattern(
    r"(?:(?:凌晨)?[零0〇]{1,2}(?:时|点|[:：]00))?(?:份|度)?(?:起(?![草步点诉源码])|开始|始(?=[，每])|[以之]后(?=[，。；）)]|$|转入|进入|常态|持续)|后(?=[）)]))(?:[，,]?(?:实施|实行|执行|施行)?(?=[，,]?每))?"
)
_SINCE = lazy_pattern(r"以来|来(?!年)")
_FROM_ISSUE = lazy_pattern(
    r"即日起|[自从]现在(?:起|开始)|(?:自|从)(?:(?:本|通知|方案|意见|文件)[^，。；]{0,12})?(?:印发|发布|下发|公布|发文)(?:实施)?之日起"
)
# In running text 方案印发后 may speak of any plan; these speak of the notice itself, and so does 印发后 with nothing before.
_OWN = lazy_pattern(r"(?:自|从|在|于)?(?:本|此)|(?:自|从)(?:印发|下发|发布)|(?:^|(?<=[，。；：（]))印发")
_MADE_PUBLIC = lazy_pattern("公布|发布|出台|颁布")
_TO = lazy_pattern(r"[，,]?(?:[-—–~～]+|至|到)")
#: A range of months or days that lost its last sign at the end of a cell: 2030年6月至8.
_LOST_SIGN = lazy_pattern(r"(?:20\d\d年)?\d{1,2}月份?(?P<day>\d{1,2}[日号])?[-—–~～至到]{1,2}(?P<rest>\d{1,2})$")
_COMMA = lazy_pattern(r"[，,]?(?:每(?=[年季月半周旬日天两二三四五]|\d)|[按逐](?=[年季月周]))")
#: 到2030年，力争每年…
_AIMED = lazy_pattern(
    r"[，,]?(?:力争|争取|确保|实现|全[省市州县区国]){0,2}(?:每(?=[年季月半周旬日天两二三四五]|\d)|[按逐](?=[年季月周]))"
)
_LATER = frozenset("中下0123456789")
_LATER_IN_MONTH = lazy_pattern(r"(?P<part>[中下]旬)|(?P<day>[12]?\d|3[01])[日号](?=之前|以前|前(?![期后置往]))")
_DAY_OF_MONTHS = lazy_pattern(r"FREQ=MONTHLY;BYMONTHDAY=(\d+)")
_CLAUSE_OPENS = lazy_pattern(r"[，；,;](?:并|再|且|其中|力争|确保|最迟|于|在){0,2}$")
#: 受理之日起，20日前: a length from what happens, no day of the month.
_EVENT = lazy_pattern(r"[起后内][，,][再且于在]?$")
_CUE_BEFORE = lazy_pattern(r"(?:自|从|到|至|截至|截止到?|最[迟晚]|不[迟晚]于|不超过|(?:中华)?民国)$")


def scan(text: str, where: Where) -> list[Expression]:
    """All time expressions of a folded and masked text, left to right, without overlap; not yet filtered."""
    found: list[Expression] = []
    floor = 0
    for sign in (OPENING if where == "text" else OPENING_OR_GOING).finditer(text):
        at = sign.start()
        if at < floor:
            continue
        if found and sign[0] in _LATER and (later := _later_in_month(text, at, found[-1])):
            found.append(later)
            floor = later.end
            continue
        if sign.lastindex is None:
            continue
        expressions = read_expression(text, at, floor, where)
        if expressions:
            found.extend(expressions)
            floor = expressions[-1].end
    return found


def _later_in_month(text: str, at: int, last: Expression) -> Expression | None:
    """A later day or part of the month that the time before it names: 7月上旬试点，下旬推开; 8月1日前自查，8日前上报.

    Behind a day of every month (每月10日前自查，20日前上报) it comes as often.
    """
    later = _LATER_IN_MONTH.match(text, at)
    between = text[last.end : at] if later else ""
    if (
        later is None
        or "。" in between
        or "月" in between
        or not _CLAUSE_OPENS.search(between)
        or _EVENT.search(between)
    ):
        return None
    first, day = MONTH_PARTS[later["part"]] if later["part"] else (integer(later["day"]),) * 2
    grain = "part" if later["part"] else "day"
    end = _by_end(text, later.end(), grain)
    if rule := _DAY_OF_MONTHS.fullmatch(last.rrule or ""):
        rrule = f"FREQ=MONTHLY;BYMONTHDAY={day or -1}"
        return Expression(at, end, "recurring", rrule=rrule) if int(rule[1]) < first <= 31 else None
    due = last.due
    if last.rrule or due is None or due.grain not in ("day", "part") or not due.known or due.month_shift is not None:
        return None
    if not 0 < due.last[1] < first <= 31:
        return None
    return Expression(at, end, "by", due=due._replace(grain=grain, first=(due.last[0], first), last=(due.last[0], day)))


def read_expression(text: str, at: int, floor: int, where: Where) -> list[Expression] | None:
    """The expression (several for a list) that begins at an offset."""
    if where != "text" and text[at] in _GOING_FIRST:
        going = read_ongoing(text, at)
        if going:
            return [Expression(at, going, "ongoing")]
    issue = _FROM_ISSUE.match(text, at) if text[at] in "即自从" else None
    if issue and (found := _from_issue(text, issue)):
        return [found]
    rhythm = read_rhythm(text, at)
    if rhythm:
        return [_recurring(at, rhythm)]
    if text[at] in "0123456789" and (damaged := _damaged(text, at, where)):
        return damaged
    points = read_points(text, at)
    if points and where == "cell" and text[-1] in "0123456789" and (lost := _lost_sign(text, at)):
        return lost
    if points:
        return _from_points(text, at, points)
    length = read_length(text, at, floor)
    if length and length.from_issue and _is_of_another(text, length, where):
        length = length._replace(from_issue=False)
    return [length] if length else None


def _is_of_another(text: str, length: Expression, where: Where) -> bool:
    """Whether what is issued or made public may be another paper than the notice: 公布名单，并在公布之日起10日内报备."""
    if where == "text" and not _OWN.match(text, length.begin):
        return True
    made_public = _MADE_PUBLIC.search(text, length.begin, length.end)
    return made_public is not None and re.search(made_public[0] + "(?!之日)", text[: length.begin]) is not None


def _from_issue(text: str, issue: re.Match[str]) -> Expression | None:
    if read_length(text, issue.end(), issue.end()):
        return None
    to = _TO.match(text, issue.end())
    points = read_points(text, to.end()) if to else None
    if not points or len(points.points) != 1:
        return Expression(issue.start(), issue.end(), "from", from_issue=True)
    return Expression(issue.start(), _by_end(text, points.end), "between", due=points.points[0], from_issue=True)


def _recurring(at: int, rhythm: Rhythm, start: Point | None = None, due: Point | None = None) -> Expression:
    return Expression(
        at, rhythm.end, "recurring", start=start, due=due, rrule=rhythm.rrule, bare=rhythm.alone, open=rhythm.open
    )


def _damaged(text: str, at: int, where: Where) -> list[Expression] | None:
    found = read_damaged(text, at, alone=where in ("cell", "open"))
    if not found:
        return None
    point, end = found
    stop = _by_end(text, end)
    if point is None:
        return [Expression(at, stop, "by", open="several readings", bare=stop == end)]
    return [Expression(at, stop, "by", due=point, restored=POINTS.isdisjoint(text[at:end]), bare=stop == end)]


def _lost_sign(text: str, at: int) -> list[Expression] | None:
    """The range that a cell ends in without the sign of its last month or day; None where it would end before it begins."""
    found = _LOST_SIGN.match(text, at)
    if not found:
        return None
    sign = "日" if found["day"] else "月"
    points = read_points(text + sign, at)
    if not points or not points.is_range or points.end != len(text) + 1:
        return None
    start, due = points.points
    if start.first > due.last:
        return None
    return [Expression(_with_cue(text, at), len(text), "between", start=start, due=due, restored=True, bare=True)]


def _by_end(text: str, at: int, grain: str = "") -> int:
    time = _DAYTIME.match(text, at) if grain in ("day", "part") else None
    at = time.end() if time else at
    if text[at : at + 1] in _NAMES_OPEN and (named := _NAMED_DAY.match(text, at)) is not None:
        at = named.end()
    by = _BY.match(text, at)
    return by.end() if by else at


def _from_points(text: str, at: int, points: Points) -> list[Expression] | None:
    begin = _with_cue(text, at)
    if points.is_range:
        return [_range(text, begin, points)]
    point, end = points.points[-1], points.end
    if _SINCE.match(text, end):
        return None
    start = _FROM.match(text, end)
    if start and len(points.points) == 1:
        return [_started(text, begin, point, start.end())]
    stop = _by_end(text, end, point.grain)
    joined = _AIMED.match(text, stop)
    if joined and len(points.points) == 1 and point.grain in ("year", "plan", "half"):
        rhythm = read_rhythm(text, joined.end() - 1)
        if rhythm and not is_rate(text, joined.end() - 1, rhythm.end):  # 到2030年力争每年递增5%: a time alone
            until = begin < at or stop > end  # 到2030年每年: up to then
            return [_recurring(begin, rhythm, None if until else point, point)]
    return _by(text, begin, points)


def _with_cue(text: str, at: int) -> int:
    cue = _CUE_BEFORE.search(text, max(0, at - 4), at)
    return cue.start() if cue else at


def _range(text: str, begin: int, points: Points) -> Expression:
    start, due = points.points
    end = _by_end(text, points.end, due.grain)
    joined = _COMMA.match(text, end)
    rhythm = read_rhythm(text, joined.end() - 1) if joined else None
    if rhythm:
        return _recurring(begin, rhythm, start, due)
    return Expression(begin, end, "between", start=start, due=due, bare=end == points.end)


def _started(text: str, begin: int, point: Point, end: int) -> Expression:
    joined = _COMMA.match(text, end)
    rhythm = read_rhythm(text, joined.end() - 1) if joined else None
    if rhythm:
        return _recurring(begin, rhythm, start=point)
    end = end - 1 if text[end - 1] in "，," else end
    return Expression(begin, end, "from", start=point)


def _by(text: str, begin: int, points: Points) -> list[Expression]:
    point = points.points[-1]
    end = _by_end(text, points.end, point.grain)
    if point.grain == "plan" and end == points.end:
        return [Expression(begin, end, "between", start=point, due=point, bare=text[end - 1] not in "期间内")]
    bare = end == points.end and point.grain != "part" and text[end - 1] not in "底末内"
    if text.startswith("全年", end - 2):
        if point.has_year:
            return [Expression(begin, end, "between", start=point, due=point)]
        return [Expression(begin, end, "ongoing", due=point)]
    if len(points.points) == 1:
        return [Expression(begin, end, "by", due=point, bare=bare)]
    cycle = _cycle(points)
    if cycle:
        return [Expression(begin, end, "recurring", rrule=cycle, bare=bare)]
    members: list[Expression] = []
    for member, (first, last) in zip(points.points, points.places, strict=True):
        first, last = (begin, end) if points.shared else (first, last)
        members.append(Expression(first, last, "by", due=member, bare=bare, shares_tail=True))
    if not points.shared:
        members[0] = members[0]._replace(begin=begin)
    members[-1] = members[-1]._replace(end=end, shares_tail=False)
    return members


def _cycle(points: Points) -> str | None:
    """3、6、9、12月20日: three or more months at equal distance round the year are a rhythm, not single dates."""
    months = [point.last[0] for point in points.points]
    gaps = {(b - a) % 12 for a, b in zip(months, months[1:] + months[:1], strict=True)}
    if len(months) < 3 or len(gaps) != 1 or points.points[0].has_year or points.points[0].grain == "quarter":
        return None
    return year_rule(points)
