"""Quantities that a task has to reach: 100%, 200个以上, 不低于4%, 3至5个.

A target is a number with its measure that a bound, a change (达到, 压减至) or a verb that makes what is counted (新建, 引进)
says to be reached. One pass: each number is read in its clause, which begins behind the target before it; what describes
(10亿元以上项目), was so already (现有30个), is paid or says where is none. A subject that is not a whole name is left out.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ...normalize.squeeze import squeeze
from ..text.numerals import integer
from ..text.vocabulary import alternatives
from . import target_words as w
from .target_subjects import MAKES, NOUN, STUFF, in_front

_VALUE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d{1,4})?"
_CHINESE_VALUE = "[一二两三四五六七八九十百千]{1,5}"
_SPAN = rf"{w.GAP}(?:[-—–－~～至到]|——){w.GAP}"
_TAIL = rf"{w.GAP}(?P<scale>[百千]?万|亿)?{w.GAP}(?:(?P<unit>{w.UNIT}){w.NOT_COUNTED}|(?P<rate>[%％‰]))"
_DIGITS = lazy_pattern(
    rf"(?<![\d.A-Za-z〔\[+·/])(?P<low>{_VALUE})(?:{w.GAP}[%％]?(?:{_SPAN})(?P<high>{_VALUE}))?(?P<more>[多余])?{_TAIL}"
)
_NUMERALS = lazy_pattern(rf"(?P<low>{_CHINESE_VALUE})(?:至(?P<high>{_CHINESE_VALUE}))?(?P<more>(?!))?{_TAIL}")
_HUNDREDTHS = lazy_pattern(
    rf"百分之{w.GAP}(?P<low>{_VALUE}|{_CHINESE_VALUE})(?:至(?:百分之)?(?P<high>{_VALUE}|{_CHINESE_VALUE}))?"
    r"(?P<scale>(?!))?(?P<unit>(?!))?(?P<more>(?!))?"
)
_RUN = lazy_pattern(r"\d[\d,.]*")
_BOUND_WORD = lazy_pattern("以[上下内]|至少|不少于|不低于|不超过|最多")  # makes a Chinese numeral a target
_RATES = ("%", "个百分点", "百分点", "倍")

_BEFORE = lazy_pattern(
    "(?:"
    + "|".join(f"(?P<{name}>(?<!不)(?:{bounds}))" for name, bounds in w.BOUNDS)
    + rf"){w.GAP}(?:到|至|为|达到?|在)?{w.GAP}$"
)
# 至少召开1次: the verb may stand between the bound and the number.
_BEFORE_VERB = lazy_pattern(rf"(?:(?P<ge>至少|最少|不少于)|(?P<le>至多|最多)){w.GAP}{CHINESE}{{1,4}}$")
_AFTER = lazy_pattern(
    rf"{w.GAP}(?:(?P<ge>[(（]含[)）]以上|及?以上|或以上)|(?P<le>[(（]含[)）]以[下内]|及?以下|以内|之内)|(?P<about>左右|上下))"
)
_CUT = lazy_pattern(r"[，。；：！？（）()\n]|[,;:](?!\d)|(?<!\d)[,;:]")
_MEMBER = lazy_pattern(rf"{w.GAP}(?:[、和及与]|以及){w.GAP}")
_PART = lazy_pattern(rf"{w.GAP}(?:其中|含|包括)")
_CLOSED = lazy_pattern(
    rf"{w.GAP}(?:[，。；、！？）（)(,;]|$|[和及与并](?![^，。；]{{0,6}}的)|(?:的?(?:任务|目标|指标))(?:[，。；、]|$))"
)
_OF = lazy_pattern(rf"{w.GAP}(?:（[^（）]{{1,24}}）)?(?:的|等(?!目标|指标))")
_THING = lazy_pattern(rf"{w.GAP}(?![和及与并]){CHINESE}")
_COUNTED = lazy_pattern(rf"{w.GAP}{CHINESE}{{0,10}}?\d")
_GROWTH = lazy_pattern("的?增[长速幅]")
_CHANGE = lazy_pattern("(?:年均|同比|[比较](?:上一?年|去年|20\\d\\d年))?(增长|增加|下降|降低|减少|提高|提升|上升)$")

_DIRECT = lazy_pattern(lambda: rf"(?:{alternatives(w.DIRECT)}){w.GAP}$")
_COMPLETES = lazy_pattern(rf"(?:完成|实施){w.GAP}$")
_WORK = lazy_pattern(
    lambda: rf"{w.GAP}{CHINESE}{{2,12}}?(?:{alternatives(w.WORKS)})(?:工程|项目|任务)?(?=$|[，。；）)、])"
)
_HOLDS = lazy_pattern(lambda: rf"(?:{alternatives(w.HELD)}){w.GAP}$")
_CHANGED = lazy_pattern(lambda: rf"(?<![高多])(?:{alternatives(w.CHANGES)}){w.GAP}$")
_RATED = lazy_pattern(lambda: rf"(?:{alternatives(w.RATE_CHANGES)}){w.GAP}$")
_MEASURED = lazy_pattern(lambda: rf"(?:{alternatives(w.MEASURED)}){w.GAP}$")
_STATE = lazy_pattern(w.STATES)
_STATE_BESIDE = lazy_pattern(w.STATES_BESIDE)
_GOAL = lazy_pattern(w.GOALS)
_PAID = lazy_pattern(w.PAID)
_PAID_RIGHT_BEFORE = lazy_pattern(w.PAID_RIGHT_BEFORE)
_RATE_PAID = lazy_pattern(w.RATE_PAID)
_PAYS = lazy_pattern(w.PAYS)
_PAID_BEHIND = lazy_pattern(rf"{w.GAP}(?:{w.PAID_BEHIND})")
_MARKED = lazy_pattern(w.MARKED)
_WHERE = lazy_pattern(w.WHERE)
_WHERE_BEHIND = lazy_pattern(rf"{w.GAP}(?:{w.WHERE_BEHIND})")
#: 5名组成的小组, 达500万元且增速达15%以上的企业: a condition, not a goal.
_CONDITION = lazy_pattern(rf"{CHINESE}{{0,8}}组成|[且但并或][^，。；]{{0,16}}\d[^，。；\d]{{0,10}}的")


class TargetDraft(NamedTuple):
    """A quantity to be reached; ``value`` is written out (1.5万亩 → 15000 亩), ``high`` ends a range."""

    text: str
    subject: str | None
    comparator: str
    value: int | float
    high: int | float | None
    unit: str | None
    start: int
    end: int


class _Place(NamedTuple):
    """Where a number stands: its clause up to the bound, the whole of it, its measure."""

    text: str
    begin: int
    start: int
    end: int
    unit: str
    bound: str | None
    member: bool
    verb: bool  # between the bound and the number

    @property
    def left(self) -> str:
        """The clause in front."""
        return self.text[self.begin : self.start]


def read_targets(text: str) -> tuple[TargetDraft, ...]:
    """The targets in ``text``, in order.

    >>> [(t.text, t.comparator, t.value, t.unit, t.subject) for t in read_targets("年底前开放200个以上政府数据集")]
    [('200个以上', 'ge', 200, '个', '政府数据集')]
    """
    found: list[TargetDraft] = []
    for match, bounded in _numbers(text):
        last = found[-1] if found else None
        if (last is None or match.start() >= last.end) and (target := _target(text, match, last, bounded=bounded)):
            found.append(target)
    return tuple(found)


def _numbers(text: str) -> list[tuple[re.Match[str], bool]]:
    """The numbers with a measure word or a percent sign, in order, and whether they have to have a bound."""
    found = [(match, False) for run in _RUN.finditer(text) if (match := _DIGITS.match(text, run.start())) is not None]
    if "百分之" in text:
        found += [(match, False) for match in _HUNDREDTHS.finditer(text)]
    if _BOUND_WORD.search(text):
        found += [(match, True) for match in _NUMERALS.finditer(text)]
    return sorted(found, key=lambda pair: pair[0].start()) if len(found) > 1 else found


def _target(text: str, match: re.Match[str], last: TargetDraft | None, *, bounded: bool) -> TargetDraft | None:
    """The target that a number is; None when it only describes."""
    place = _place(text, match, last)
    if text[max(0, match.start() - 1) : match.start()] in ("第", "每") or _describes(place):
        return None
    comparator = "range" if match["high"] else place.bound
    if comparator is None and (bounded or match["more"] or not _reached(place, last)):
        return None
    scale = w.SCALES.get(match["scale"] or "", 1)
    high = _value(match["high"], scale) if match["high"] else None
    return TargetDraft(
        squeeze(text[place.start : place.end]), _subject(place, last), comparator or "eq",
        _value(match["low"], scale), high, place.unit, place.start, place.end,
    )  # fmt: skip


def _place(text: str, match: re.Match[str], last: TargetDraft | None) -> _Place:
    """The number in its clause, with the bound beside it."""
    window = max(0, match.start() - 12, last.end if last else 0)
    after = _AFTER.match(text, match.end())
    bound = _BEFORE.search(text, window, match.start())
    before = bound or _BEFORE_VERB.search(text, window, match.start())
    start = before.start() if before else match.start()
    begin = _clause(text, max(0, start - 40), start)
    member = _MEMBER.match(text, last.end) if last is not None and last.end >= begin else None
    begin = max(begin, member.end() if member else last.end if last else 0)
    unit = (match["unit"] or match.groupdict().get("rate") or "%").replace("％", "%")
    chosen = before or after
    end = after.end() if after else match.end()
    kind = chosen.lastgroup if chosen else None
    return _Place(text, begin, start, end, unit, kind, member is not None, before is not bound)


def _clause(text: str, begin: int, end: int) -> int:
    """Where the clause that goes on at ``end`` begins; a closed bracket ends none."""
    outside: int | None = None
    for cut in _CUT.finditer(text, begin, end):
        if cut[0] in "）)" and outside is not None:
            begin, outside = outside, None
        else:
            begin, outside = cut.end(), begin if cut[0] in "（(" else None
    return begin


def _describes(place: _Place) -> bool:
    """True for a number that tells what a thing is like, what is so already, what is paid, or where something lies."""
    text, left, end, unit = place.text, place.left, place.end, place.unit
    if text[end : end + 1] == "”" and left.endswith("“"):
        return True
    if _CONDITION.match(text, end) or (place.bound is not None and _qualifies(place)):
        return True
    sentence = text[max(text.rfind(mark, 0, place.begin) for mark in "。；\n") + 1 : place.start]
    if _STATE_BESIDE.search(left):
        return True
    if (states := [*_STATE.finditer(sentence)]) and not _GOAL.search(sentence, states[-1].end()):
        return True
    if unit.startswith(("元", "美元")):
        return _PAID_BEHIND.match(text, end) is not None or (
            (_PAID_RIGHT_BEFORE.search(left) is not None and not _PAYS.search(left))
            or (_PAID.search(left) is not None and not MAKES.search(left) and not _CHANGED.search(left))
        )
    if unit == "%":
        return place.bound is None and _RATE_PAID.search(left) is not None
    if unit == "分":
        return _MARKED.search(left) is not None
    if unit in ("米", "公里", "千米"):
        return _WHERE.search(left) is not None or _WHERE_BEHIND.match(text, end) is not None
    return False


def _qualifies(place: _Place) -> bool:
    """True for a bound that says what the noun behind is like: 500人以上的企业, 10亿元以上项目, 10亿元以上3个."""
    text, end = place.text, place.end
    if STUFF.match(text, end) and MAKES.search(place.left):
        return False
    if _OF.match(text, end):
        return text[end - 1] in "上下内右" or place.bound in ("gt", "lt")
    if place.unit in w.COUNTS or text[end : end + 1] == "" or text[end - 1] not in "上下内":
        return False
    if place.unit in _RATES:
        return _THING.match(text, end) is not None and not _RATED.search(place.left) and not _GROWTH.match(text, end)
    return _COUNTED.match(text, end) is not None or (
        NOUN.match(text, end) is not None and not _DIRECT.search(place.left)
    )


def _reached(place: _Place, last: TargetDraft | None) -> bool:
    """Whether the clause says that a plain number is reached, made or added."""
    left, closed = place.left, _CLOSED.match(place.text, place.end) is not None
    if place.unit in (*_RATES, "‰"):
        return _RATED.search(left) is not None or (place.member and closed and not left.strip())
    if _OF.match(place.text, place.end):
        return False
    if _CHANGED.search(left):
        return True
    if not closed:
        completed = _COMPLETES.search(left) is not None and _WORK.match(place.text, place.end) is not None
        return completed or _DIRECT.search(left) is not None or (place.unit in w.EVENTS and bool(_HOLDS.search(left)))
    if place.member or (last is not None and _PART.match(left)):
        return last is not None and last.unit != "%"
    return MAKES.search(left) is not None or (place.unit in w.AMOUNTS and _MEASURED.search(left) is not None)


def _value(digits: str, scale: int) -> int | float:
    """The number in full; an integer whenever it is one."""
    plain = digits.replace(",", "")
    if not plain.replace(".", "").isdecimal():
        return integer(digits) * scale
    value = Decimal(plain) * scale
    return int(value) if value == value.to_integral_value() else float(value)


def _subject(place: _Place, last: TargetDraft | None) -> str | None:
    """What is counted: the noun behind a count, else the words of the clause in front."""
    if place.unit not in (*_RATES, "‰"):
        noun = STUFF.match(place.text, place.end) or NOUN.match(place.text, place.end)
        if noun is not None and not _CLOSED.match(place.text, place.end) and not MAKES.match(noun["noun"]):
            return squeeze(noun["noun"])
    words = "" if place.verb else squeeze(place.left)
    if last is not None and (change := _CHANGE.fullmatch(words)):
        return f"{last.subject}{change[1]}" if last.subject and not last.subject.endswith(change[1]) else None
    if not words and place.member and last is not None:
        return last.subject
    return in_front(words)
