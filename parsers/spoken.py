"""Closing sentences and phrases that are nothing but who does it: …。由市教育局牵头，市财政局配合，6月底前完成。

Without brackets, at the end of a text; sentences before the last that close alike part the text into several tasks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..normalize.lazy import lazy_pattern
from .deadlines import has_deadline
from .units import UnitReading, read_clause, unit_likeness

#: Cheap rejection: who does it, close to the end of a sentence.
_WORDS = lazy_pattern(r"牵头|负责|配合|落实|承办|实施|参与|协办|参加|协助|起草|会同|主办|承担|负总责|督办")
_SENTENCE = lazy_pattern(r"[^。；！]+[。；！]?")
#: Who does it, behind a comma or a closed quotation: …的问题，由甲负责。 制定《…方案》，由甲牵头起草。
_PHRASE = lazy_pattern(
    r"(?:(?<=，)|(?<=[》”）]))(?:(?:具体|分别|统一|原则上|此项工作|该项工作|(?:以上|上述)(?:工作|事项))?由|责成)|(?<=，)"
)
_GIVEN = lazy_pattern(
    r"(?:具体|分别|统一|原则上|此项工作|该项工作|(?:以上|上述)(?:工作|事项))?由|责成|委托|授权|请(?!示)"
)
_ORDER = lazy_pattern(r"责成|委托|授权|请(?!示)")
_ROLE_AT_END = lazy_pattern(
    r"(?:牵头|负责|配合|落实|承办|实施|参与|协办|参加|协助|起草|主办|承担|负总责|督办|制定|拟订|组织|办理|完成|推进)$"
)
#: A time of a clause says no more than when: 6月底前完成, 6月至8月实施, not 6月底前完成隐患排查.
_TIME_AT_END = lazy_pattern(
    r"(?:前|底|末|旬|初|内|[月日年号周]|季度|完成(?:任务|工作|整改)?|办结|到位|落实|实施|施行|启动|见效|结束|投入使用|建成|完工|竣工|开工|投用|"
    r"印发|出台|执行|验收|推进|坚持|报.{0,10}|年起)$"
)
#: A reply that says in the first person what was done gives no task.
_REPORTED = lazy_pattern(r"我[局委办厅部院校市县区]")
#: A sentence that urges everybody names nobody: 各单位抓好落实, 要由专人负责.
_URGED = lazy_pattern(
    r"抓好|抓实|密切|切实|认真|积极|主动|务必|要(?!塞)|须|应(?!急)|^各?(?:责任|有关|相关|级|成员)?(?:单位|部门)[^、，]*$"
)
_LONGEST = 170
_LONGEST_TIME = 20
_MOST_TIMES = 3
_SURE = 0.9
_NAMED_BEFORE = 0.5


class Clause(NamedTuple):
    """A clause in a text: ``start`` to ``end`` with its brackets, the reading of what stands inside from ``inner``.

    ``joined`` when the sentence that it stands in goes on behind it, as text of the task.
    """

    start: int
    end: int
    inner: int
    reading: UnitReading
    joined: bool = False


def spoken_clauses(text: str, start: int = 0) -> list[Clause]:
    """The closings of the sentences of ``text`` from ``start`` on; none when the last sentence has none."""
    if not _WORDS.search(text, max(start, len(text) - _LONGEST)):
        return []
    sentences = [(match.start(), match.end()) for match in _SENTENCE.finditer(text, start)]
    last = (_closing(text, *sentences[-1]) or _joined(text, *sentences[-1])) if sentences else None
    if last is None:
        return []
    return [*(found for sentence in sentences[:-1] if (found := _closing(text, *sentence))), last]


def whole_clause(sentence: str, *, bound: bool = False) -> UnitReading | None:
    """What a sentence says that is nothing but who does it, and by when; None for any other.

    ``bound`` for the end of a sentence: a time that names its matter (6月底前完成规划编制) goes with the sentence then.
    """
    told = sentence.rstrip("。；！")
    if not 4 <= len(told) <= _LONGEST or "：" in told or told[0] in "（([【〔" or _URGED.search(told):
        return None
    *phrases, last = told.split("，")
    times = 0
    while phrases and times < _MOST_TIMES and _is_time(last, bound):
        last, times = phrases.pop(), times + 1
    if not _ROLE_AT_END.search(last):
        return None
    reading = read_clause(told)
    return None if reading is None or reading.leftovers or not reading.units else reading


def _is_time(phrase: str, bound: bool) -> bool:
    return len(phrase) <= _LONGEST_TIME and has_deadline(phrase) and not (bound and _TIME_AT_END.search(phrase) is None)


def _closing(text: str, start: int, end: int) -> Clause | None:
    """The closing of the sentence ``text[start:end]``: all of it behind another, else its last phrases."""
    for begin in _beginnings(text, start, end):
        order = _ORDER.match(text, begin)
        inner = order.end() if order else begin
        reading = whole_clause(text[inner:end], bound=begin > start)
        if reading is not None and (begin == start or _GIVEN.match(text, begin) or _bare(text, start, begin, reading)):
            return Clause(begin - (text[begin - 1] == "，"), end, inner, reading)
    return None


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    if start > 0:
        yield start
    if _REPORTED.search(text, start, end):
        return
    yield from (match.start() for match in _PHRASE.finditer(text, max(start + 1, end - _LONGEST), end))


def _bare(text: str, start: int, begin: int, reading: UnitReading) -> bool:
    """Whether a last phrase without 由 says who does what stands before it: no helpers of one named there, and sure names."""
    if reading.units[0].role not in ("lead", "responsible") or any(
        unit_likeness(u.name) < _SURE for u in reading.units
    ):
        return False
    before = text[max(start, text.rfind("，", start, begin - 1) + 1) : begin - 1]
    return "：" not in before and not _ROLE_AT_END.search(before) and unit_likeness(before) < _NAMED_BEFORE


def _joined(text: str, start: int, end: int) -> Clause | None:
    """由甲会同乙 at the end without a word of who leads; what they are to do follows, and is text of the task."""
    begin = text.rfind("，由", start, end) + 1
    if not begin or "会同" not in text[begin:end] or "，" in text[begin:end]:
        return None
    reading = read_clause(text[begin:end].rstrip("。；！"))
    if reading is None or len(reading.leftovers) != 1 or any(unit_likeness(u.name) < _SURE for u in reading.units):
        return None
    cut = begin + reading.leftovers[0][0]
    if cut <= begin + reading.units[-1].end - 1 or _ROLE_AT_END.search(text[begin:cut]):
        return None
    return Clause(begin, cut, begin, read_clause(text[begin:cut]) or reading, joined=True)
