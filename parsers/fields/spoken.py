"""Closing sentences and phrases that are nothing but who does it: …。由市教育局牵头，市财政局配合，6月底前完成。

Without brackets, at the end of a text; sentences before the last that close alike part the text into several tasks.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..deadlines import has_deadline
from ..text.vocabulary import alternatives
from ..units import UnitReading, read_clause, unit_likeness
from ..units.words import CLAUSE_WORDS, CLOSING_WORDS
from .closing_times import helps, is_time, says_what
from .joined_names import joined_names
from .rules_explained import explains_rules, sets_up_rules
from .said_labels import is_said_label, past_lead_in, read_said_label
from .scopes import SCOPE, opening_scope

#: Who does what follows, or helps with it.
_DOES = lazy_pattern(
    r"(?:由)?([^，。；：！由]{2,40}?(?:牵头|负责|(配合|协助)))(?!制(?![定订作造])|[的人任单部]|同志|[。；！]|$)"
)
#: Cheap rejection: who does it, close to the end of a sentence.
_WORDS = lazy_pattern(
    lambda: alternatives(CLAUSE_WORDS, CLOSING_WORDS, ("会同", "单位为", "单位是", "部门为", "部门是"))
)
#: A sentence; points behind commas are some, too: 一是…，由甲负责，二是….
_SENTENCE = lazy_pattern(r"(?:[^。；！，]|，(?![二三四五六七八九]是[^否的]))+[。；！，]?")
#: Who does it, behind a comma or a closed quotation: …的问题，由甲负责。 制定《…方案》，由甲牵头起草。
_PHRASE = lazy_pattern(
    rf"(?:(?<=，)|(?<=[》”）]))(?:(?:具体|分别|统一|原则上|此项工作|该项工作|{SCOPE})?由|责成)|(?<=，)"
)
_GIVEN = lazy_pattern(rf"(?:具体|分别|统一|原则上|此项工作|该项工作|{SCOPE})?由|责成|委托|授权|请(?!示)")
_ORDER = lazy_pattern(r"责成|委托|授权|请(?!示)")
_ROLE_AT_END = lazy_pattern(lambda: rf"(?:{alternatives(CLAUSE_WORDS, CLOSING_WORDS)}|主体责任|属地责任)(?:到位)?$")
#: What those who are named behind others see to: 市财政局配合做好资金保障, 市财政局负责资金保障.
_OBJECT = lazy_pattern(
    rf"(?<=[，；])[^，；]{{2,60}}?(?:配合|协助|支持|参与|负责)(?:做好|抓好|开展|落实|推进)?({CHINESE}{{2,14}})(?=[，；]|$)"
)
#: Whom those who answer get to do it: 县林业局负责组织各林场具体实施.
_ORGANISED = lazy_pattern(r"负责(?:组织|发动|带领|督促|协调)([^，；]{2,16}?)(?:具体|抓好)?(?:实施|落实|开展)$")
#: What the one who opens the sentence does, which is no closing of what stands before: 县审计局负责审计监督.
_OWN_DUTY = lazy_pattern(
    rf"负责(?!具体|组织|统筹|协调|全面|共同|分别|牵头|推[进动]|抓|督|指导|监督|检查|落实|贯彻|实施|协同|配合)(?:{CHINESE}{{2,12}})(?:实施|监督|指导|落实|督导|督办)$"
)
#: Words of the last phrase that need no role at its end.
_BESIDE = lazy_pattern("配合|协助|支持|参与|负责|会同|协同|联合")
_MANNER = lazy_pattern(
    r"，(?:按(?:有关|相关|法定)?(?:程序|规定|要求)(?:办理|推进|报批|实施)|依法依规办理|按[期时]完成)$"
)
#: What the sentences before told, named again: 由县教育局负责做好相关工作.
_SAME = lazy_pattern(
    r"(?<=负责|牵头|承办|配合|协助)(?:做好|开展|落实|组织|组织实施)?(?:相关|有关|具体|此项|该项|这项|上述|各项)(?:具体)?(?:工作|事宜|事项)$"
)
_MATTERS = ("工作", "事宜", "事项")
#: A reply that says in the first person what was done gives no task.
FIRST_PERSON = lazy_pattern(r"我[局委办厅部院校市县区]")
#: A sentence that urges everybody names nobody: 各单位抓好落实, 要由专人负责. Nor does one about rules or money:
#: 具体办法由甲另行制定, 甲可参照执行, 补贴资金由甲承担.
_NO_CLAUSE = lazy_pattern(
    r"另行|参照|(?:具体|实施|操作)[^，由]{0,6}(?:办法|细则|规程)由|(?:资金|经费|费用|补贴|贴息)[^，]{0,6}由[^，]{2,40}承担|[：。；！]|[—–]{2}|抓好|抓实|密切|切实|认真|积极|主动|务必|要(?!塞)|须|(?<![响供适相反对])应(?![急用对届])|^各?(?:责任|有关|相关|级|成员)?(?:单位|部门)[^、，]*$"
)
_DASH = lazy_pattern(r"(?<=\w)[—–]{2}(?=\w)")
_OPENS_TIME = frozenset("0123456789每年今明长持常上下第“于力确计拟争")
#: Characters of a closing, of its last phrase that needs no role; within so many of its end it says one: 负责具体实施.
_LONGEST, _LONGEST_TIME, _LONGEST_ROLE = 170, 20, 10
#: What stands before a closing is no more than the title of what its time says to do: 应急救援。 关于停车难问题。
_TITLE = lazy_pattern(r"(?!会议(?!室|中心)|(?:原则)?同意|决定|明确)[^，。；！：\d由]{2,26}。")
#: A title that tells of no work.
_TOPIC = lazy_pattern(r"关于|[^。]+(?:问题|事[宜项])。")
_MOST_TIMES = 3
_SURE = 0.9
_NAMED_BEFORE = 0.5
#: Words that are so long and so little like a name are text: 参会人员集中乘车，由…
_LONG_NAME, _UNLIKE = 8, 0.1
_TOLD_BEFORE = lazy_pattern(r"由[^，。；]{2,40}(?:牵头|负责|承办)")
_PLAIN = lazy_pattern(lambda: alternatives(CLAUSE_WORDS))


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
    timed = _time_sentence(text, *sentences[-1]) if len(sentences) > 1 else None
    if timed is not None:
        sentences.pop()
    last = (_closing(text, *sentences[-1]) or _joined(text, *sentences[-1])) if sentences else None
    if last is None:
        return _closings_before(text, sentences)
    return [
        *(found for sentence in sentences[:-1] if (found := _closing(text, *sentence))),
        last,
        *([timed] if timed else []),
    ]


def _closings_before(text: str, sentences: list[tuple[int, int]]) -> list[Clause]:
    """The closings up to the last sentence that is nothing but one and says 由, where more of the text stands behind it."""
    whole = [
        place
        for place, (start, end) in enumerate(sentences)
        if text.find("由", start, end) >= 0 and (found := _closing(text, start, end)) is not None
        if _given_behind(text, start, found, sentences[place + 1 : place + 2])
        and all(unit_likeness(unit.name) >= _SURE for unit in found.reading.units)
    ]
    if not whole or text[sentences[whole[-1] + 1][0]] in "（([【〔":
        return []
    return [found for sentence in sentences[: whole[-1] + 1] if (found := _closing(text, *sentence))]


def _given_behind(text: str, start: int, found: Clause, below: list[tuple[int, int]]) -> bool:
    """Whether a closing with 由 is all of its sentence, or the next one opens with who does what follows."""
    if not text.startswith("由", found.inner) or start == 0 == found.start:
        return False
    return found.start == start or (bool(below) and told_by(text, *below[0]) is not None)


def told_by(text: str, start: int, end: int) -> Clause | None:
    """Who a sentence opens with that does what follows (各镇负责清障…); ``joined`` where they only help."""
    match = _DOES.match(text, start, end)
    if match is None or explains_rules(text[start:end]):
        return None
    reading = read_clause(match[1])
    if reading is None or reading.leftovers or reading.persons or not reading.units:
        return None
    if any(unit_likeness(unit.name) < _SURE for unit in reading.units):
        return None
    return Clause(start, match.end(), match.start(1), reading, joined=match[2] is not None)


def spoken_before(text: str, low: int, clause: Clause) -> Clause | None:
    """The closing of the sentence that a bracket of others ends, from ``low`` on: …。由市教育局负责（市财政局配合）。"""
    end = clause.start
    begin = max([low, *(text.rfind(mark, low, end) + 1 for mark in "。；！")])
    if not 0 < end - begin <= _LONGEST or not _WORDS.search(text, max(begin, end - _LONGEST_ROLE), end):
        return None
    told = _closing(text, begin, end)
    if told is None or any(unit_likeness(unit.name) < _SURE for unit in told.reading.units):
        return None
    others = {unit.name for unit in clause.reading.units}
    return None if others & {unit.name for unit in told.reading.units} else told


def _time_sentence(text: str, start: int, end: int) -> Clause | None:
    """A last sentence that only says by when: …。由甲牵头，乙配合。6月底前完成。"""
    told = text[start:end].rstrip("。；！")
    low = max(text.rfind(mark, 0, start - 1) for mark in "。；！") + 1
    goes_on = text[start - 1] == "；" and whole_clause(text[low : start - 1]) is not None  # 甲负责；6月底前出台办法
    if told[:1] not in _OPENS_TIME or "，" in told or not is_time(told, bound=not goes_on):
        return None
    return Clause(start, end, start, UnitReading(deadlines=((0, len(told)),)))


def whole_clause(sentence: str, *, bound: bool = False) -> UnitReading | None:
    """What a sentence says that is nothing but who does it, and by when; None for any other.

    ``bound`` for the end of a sentence: a time that names its matter (6月底前完成规划编制) goes with the sentence then.
    """
    told = sentence.rstrip("。；！，")
    told = _MANNER.sub("", told) if "，" in told else told
    told = _SAME.sub("", told) if told.endswith(_MATTERS) else told
    if is_said_label(told) and len(told) <= _LONGEST:
        return read_said_label(told)
    if not 4 <= len(told) <= _LONGEST or told[0] in "（([【〔" or not _may_close(told) or _NO_CLAUSE.search(told):
        return None
    if _OWN_DUTY.search(told.partition("，")[0]):
        return None
    objects = [match.span(1) for match in _OBJECT.finditer(told)]
    organised = _ORGANISED.search(told)
    objects += [organised.span(1)] if organised is not None else []
    *phrases, last = told.split("，")
    times = 0
    while phrases and times < _MOST_TIMES and is_time(last, bound):
        last, times = phrases.pop(), times + 1
    if helps(last) and phrases and _ROLE_AT_END.search(phrases[-1]) and not has_deadline(last):
        last = phrases[-1]  # 由甲牵头，会同乙、丙，6月底前完成
    if not (_ROLE_AT_END.search(last) or any(last.endswith(told[start:end]) for start, end in objects)):
        return None
    reading = read_clause(told)
    if reading is None or not reading.units or not _opens(told, reading):
        return None
    if any(len(unit.name) >= _LONG_NAME and unit_likeness(unit.name) < _UNLIKE for unit in reading.units):
        return None
    said = len("，".join(phrases))  # where the last phrase begins that is no time
    if phrases and reading.units[-1].end <= said and not objects:
        return None
    objects.append((0, opening_scope(told)))
    left = [
        part for part in reading.leftovers if not any(start <= part[0] and part[1] <= end for start, end in objects)
    ]
    return None if left else reading._replace(leftovers=())


def _may_close(told: str) -> bool:
    """Quick rejection: the last phrase says who does it, or holds what others see to, or may be a time."""
    last = told[told.rfind("，") + 1 :]
    return len(last) <= _LONGEST_TIME or _ROLE_AT_END.search(last) is not None or _BESIDE.search(last) is not None


def _opens(told: str, reading: UnitReading) -> bool:
    """Whether a sentence opens with who, perhaps behind 由, a time or a person: 招聘工作由县教育局负责 tells more."""
    before = told[opening_scope(told) : reading.units[0].start]
    if "，" in before:
        return False
    beside = any(start < reading.units[0].start for start, _ in reading.deadlines) or any(
        person.start < reading.units[0].start for person in reading.persons
    )
    return before in ("", "以") or beside or _GIVEN.fullmatch(before) is not None


def _closing(text: str, start: int, end: int) -> Clause | None:
    """The closing of the sentence ``text[start:end]``: all of it behind another, else its last phrases."""
    for dash in _DASH.finditer(text, start, end):  # 改善环境——县住建局牵头，县民政局配合
        reading = whole_clause(text[dash.end() : end])
        if reading is not None:
            return Clause(dash.start(), end, dash.end(), reading)
    if explains_rules(text[start:end]):
        return None
    for begin in _beginnings(text, start, end):
        if sets_up_rules(text[start:begin]):
            continue
        order = _ORDER.match(text, begin)
        inner = order.end() if order else begin
        inner = past_lead_in(text, inner)
        reading = whole_clause(text[inner:end], bound=begin > start)
        if reading is not None and (begin == start or _GIVEN.match(text, begin) or _bare(text, start, begin, reading)):
            if begin == start == inner and _is_duty(text, start):
                return None
            before = _before_task(text, start, inner, end) if begin == start else None
            return before or Clause(begin - (text[begin - 1] == "，"), end, inner, reading)
    return None


def _is_duty(text: str, start: int) -> bool:
    """Whether the sentence that begins there shares the work with the one before it: 甲负责设计；|乙负责组织实施."""
    low = max(text.rfind(mark, 0, max(0, start - 1)) for mark in "。；！") + 1
    told = told_by(text, low, start) if text[start] != "由" else None
    return told is not None and not told.joined and whole_clause(text[low:start]) is None


def _before_task(text: str, start: int, inner: int, end: int) -> Clause | None:
    """The part of a sentence behind a title that says who, where its times say what: 救援。由甲牵头，乙参加，6月底前组织演练。"""
    if not _TITLE.fullmatch(text, 0, start):
        return None
    topic = _TOPIC.match(text) is not None
    begin, told = end, False
    while (low := text.rfind("，", start, begin)) >= 0:
        phrase = text[low + 1 : begin].rstrip("。；！，")
        what = says_what(phrase, topic=topic)
        if not what and not is_time(phrase, bound=True):
            break
        begin, told = low, told or what
    reading = whole_clause(text[inner:begin], bound=True) if told else None
    return Clause(start, begin + 1, inner, reading, joined=True) if reading is not None else None


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    if start > 0:
        yield start
    if FIRST_PERSON.search(text, start, end):
        return
    yield from (match.start() for match in _PHRASE.finditer(text, max(start + 1, end - _LONGEST), end))


def _bare(text: str, start: int, begin: int, reading: UnitReading) -> bool:
    """Whether a last phrase without 由 says who does what stands before it: no helpers of one named there, and sure names."""
    if reading.units[0].role not in ("lead", "responsible") or any(
        unit_likeness(u.name) < _SURE for u in reading.units
    ):
        return False
    if _TOLD_BEFORE.search(text, start, begin) or not _PLAIN.search(text, begin):
        return False
    before = text[max(start, text.rfind("，", start, begin - 1) + 1) : begin - 1]
    return "：" not in before and not _ROLE_AT_END.search(before) and unit_likeness(before) < _NAMED_BEFORE


def _joined(text: str, start: int, end: int) -> Clause | None:
    """由甲会同乙 at the end without a word of who leads; what they are to do follows, and is text of the task."""
    begin = text.rfind("，由", start, end) + 1
    if not begin or "，" in text[begin:end] or sets_up_rules(text[start:begin]):
        return None
    found = joined_names(text, begin, end)
    return Clause(begin, found[0], begin, found[1], joined=True) if found else None
