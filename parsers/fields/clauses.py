"""Responsibility clauses inside running text: where they stand and what they close.

A clause stands in brackets of any shape at the end of a sentence (（X牵头，Y配合）, [责任单位：X]), or without
brackets behind a label at the end of a paragraph (…。责任单位：X).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...normalize.lazy import CHINESE, lazy_pattern
from ..deadlines import has_deadline
from ..text.piece import Piece
from ..units import UnitReading, read_clause, read_names, unit_likeness
from ..units.grammar import is_department
from ..units.labels import CONCERNED, composed_label
from .fact_labels import states_fact
from .label_sentences import is_between, sentence_of_names
from .name_brackets import TELLS, heads_text, is_office_of_addressee
from .named_clauses import named_clause
from .parted_clauses import is_balanced, read_parted, without_piece
from .rules_explained import explains_rules
from .scopes import scope_end
from .spoken import Clause, spoken_before, spoken_clauses

_BRACKET = lazy_pattern(r"[（(\[【〔［{]|[）)\]】〕］}]")
_OPENING = "（([【〔［{"
#: Cheap rejection: without one of these nothing is a clause; bare units are told by the last character of a name.
_WORDS = lazy_pattern(
    r"牵头|负责|责任|配合|承办|主办|协办|协助|协同|参与|参加|会办|会同|落实|实施|起草|制定|编制|主抓|协抓|指导|督导|督办|监督|组织|发起|单位|部门|"
    r"承担|承建|承接|支持|协作|负总责|主责|统一领导|兜底|卖力|合营|各[市县区镇街乡村校]|时限\s?：|期限\s?：|时间\s?："
)
_NAME_END = lazy_pattern(
    r"[局委办厅部院处科股室会府队社司行所站馆心道镇乡村区县市州盟旗校园场厂库港联协团组班台网署关企]\s?(?:[）)\]】〕］}，,；、]|$|(?:\d{1,4}[年月日]|第?[一二三四]季度|今年|每|[上下]半?年|[全年]年|年底|长期|持续)[^（）()，。；]{0,9}[）)])"
)
_ROLE = lazy_pattern(r"牵头|负责|责任单位|配合|承办")
#: 具体办法由甲、乙另行制定, 甲、乙各承担50%: who makes rules, who pays.
_OF_RULES = lazy_pattern(r"另行(?:制定|制订|确定|规定|印发)|承担\s?\d+(?:\.\d+)?[%％]")
#: 窗口（某路9号三楼）: where it is; 0571-6000000（甲）: whose number it is.
_PLACE = lazy_pattern(r"[路街道]\d{1,5}号|[\d一二三四五六七八九十]楼")
_PHONE = lazy_pattern(r"\d{7,}\s?$")
_LONGEST_PHONE = 20
_LETTER = lazy_pattern(CHINESE)
#: What a page sets before such a label: a blank, a dash, or both.
_DASH = r"\s*(?:[—–]{1,2}\s*)?"
#: A label of who does it, where a text or a part of its sentence begins.
_FIRST_LABEL = lazy_pattern(lambda: rf"{_DASH}(?=(?:{composed_label()}|{CONCERNED})\s?[：:])")
_INNER_LABEL = lazy_pattern(
    lambda: rf"(?:[。；！，：]{_DASH}|[—–]{{1,2}}\s*)(?=(?:{composed_label()}|{CONCERNED})\s?[：:])"
)
#: Behind these a blank parts no label from the text: 明确各项任务的 责任单位：.
_LEADS_ON = frozenset("的各和及与、为是其以按由该本每项类主要级一（([【〔")
_STOPS = lazy_pattern(r"[。；;. ]*")
_DASHED = lazy_pattern(r"(?<=[。；！])[—–]{1,2}([^。；：—–（）]{2,70})[。；]?$")
#: Labels of who does it with nobody behind them: 主办单位：（待确认），协办单位：无.
_UNFILLED = lazy_pattern(
    lambda: (
        rf"(?={composed_label()}\s?[：:])(?:{CHINESE}{{2,8}}\s?[：:]\s?[（(]?(?:待(?:确认|定|补充?|核实?)|暂?无|未定|另定|/)[）)]?[，；、。\s]*){{1,6}}"
    )
)
_LONGEST_NAMED = 40
_LONGEST = 600
_LONGEST_TIME = 30
_TIME_ALONE = lazy_pattern(
    r"(?<=[。；！])[（(\[【〔][^（）()，。；：:\[\]【】〔〕]{2,20}(?:前?(?:完成|落实|到位|建成|办结|实现|投用|见效|竣工|启动)|长期坚持|持续推进|常态化)[）)\]】〕][。；]?$"
)
#: The last member of a list before a bracket.
_MEMBER = lazy_pattern(r"(?<=[、和及])[^、，。；：和及（）()]{3,}\Z")
#: A label with no mark before it: not 明确各项任务的责任单位：.
_GLUED = lazy_pattern(
    rf"(?<={CHINESE})(?<![的各和及与、为是其以按由该本每项类主要级])(?:牵头|责任|配合|承办|主办)(?:单位|部门)[：:]"
)
_GLUED_LABELS = 2
_LONGEST_MEMBER, _SURE = 20, 0.9
_LONGEST_SCOPE = 20


def find_clauses(piece: Piece, *, spoken: bool = True) -> list[Clause]:
    """The clauses of a piece of running text, in order; a clause may end with its line as with its sentence.

    ``spoken``: sentences without brackets and label count, too.
    """
    return list(_clauses(piece, spoken))


@lru_cache(maxsize=512)
def _clauses(piece: Piece, spoken: bool) -> Sequence[Clause]:
    """The same, remembered: several looks at a list ask it of the same items."""
    text = piece.text
    if not _may_assign(text):
        return _lone_time(text)
    found: list[Clause] = []
    named = named_clause(text) if spoken else None
    if named is not None:
        return [named]
    groups = list(_groups(text))
    label = _label(piece, groups)
    before = 0
    for start, end in groups:
        if start >= label:
            break  # 责任单位：县市监局（县知识产权局）: another name of the last unit
        inside = groups[-1][0] > end and (text[end] in "，；" or text[max(0, start - 1)] in "，；")
        clause = _clause(piece, start, end, inside)
        # Right behind a clause: both are one. Each gap between brackets is looked at once.
        if clause is None and found and found[-1].end == before and _STOPS.fullmatch(text, before, start):
            clause = _time_clause(text, start, end)
        told = spoken_before(text, before, clause) if spoken and clause is not None else None
        found += [each for each in (told, clause) if each is not None]
        before = end
    if not found or found[-1].end < len(text):
        after = found[-1].end if found else 0
        last = _inline(piece, after, groups)
        if last is not None:
            found.append(last)
        elif spoken:
            found += spoken_clauses(text, after) or _spoken_before_time(text, after, groups)
    return found or _dashed(text) or _lone_time(text)


def _dashed(text: str) -> list[Clause]:
    """Nothing but names behind a dash at the end, with or without words of their role: 整治河道12公里。——县水利局、各乡镇"""
    match = _DASHED.search(text, max(0, len(text) - _LONGEST_NAMED * 2)) if text.rfind("—") > 0 else None
    reading = (read_names(match[1]) or read_clause(match[1])) if match is not None else None
    if reading is not None and (reading.leftovers or not reading.units):
        return []
    if match is None or reading is None or any(unit_likeness(unit.name) < _SURE for unit in reading.units):
        return []
    return [Clause(match.start(), len(text), match.start(1), reading)]


def _lone_time(text: str) -> list[Clause]:
    """The bracket that closes a text and says by when, though nobody is named: …。（9月底前完成）"""
    bracket = _TIME_ALONE.search(text[-_LONGEST_TIME:])
    if bracket is None:
        return []
    start = max(0, len(text) - _LONGEST_TIME) + bracket.start()
    timed = _time_clause(text, start, start + len(bracket[0].rstrip("。；;. ")))
    return [timed] if timed is not None and start > 0 else []


def _may_assign(text: str, start: int = 0, end: int | None = None) -> bool:
    end = len(text) if end is None else end
    return (_WORDS.search(text, start, end) or _NAME_END.search(text, start, end)) is not None


def _spoken_before_time(text: str, after: int, groups: Sequence[tuple[int, int]]) -> list[Clause]:
    """The closings before a last bracket that holds their time: …。由甲负责。（6月底前完成）"""
    start, end = groups[-1] if groups else (0, 0)
    if start <= after or not _STOPS.fullmatch(text, end):
        return []
    timed, said = _time_clause(text, start, end), spoken_clauses(text[:start], after)
    return [*said, timed] if said and timed is not None else []


def _label(piece: Piece, groups: Sequence[tuple[int, int]]) -> int:
    """Where the first label of who does it stands outside brackets; the end of the text when there is none."""
    for first, _ in _labels(piece):
        if not any(start <= first < end for start, end in groups):
            return first
    return len(piece.text)


def _labels(piece: Piece, start: int = 0) -> list[tuple[int, int]]:
    """Where labels begin from ``start`` on, with the dash before them and without, in order."""
    text = piece.text
    if text.find("：", start) < 0 and text.find(":", start) < 0:
        return []
    first = _FIRST_LABEL.match(text) if start == 0 else None
    found = [first.span()] if first is not None else []
    found += [(match.start() + 1, match.end()) for match in _INNER_LABEL.finditer(text, max(0, start - 1))]
    behind = [at for at in piece.blanks if at >= start and text[at - 1] not in _LEADS_ON]
    found += [match.span() for at in behind if (match := _FIRST_LABEL.match(text, at)) is not None]
    return sorted(set(found)) if behind else found


def _time_clause(text: str, start: int, end: int) -> Clause | None:
    """A bracket that holds a time only, behind the one that names the units."""
    inner = text[start + 1 : end - 1]
    if len(inner) > 40 or not has_deadline(inner):
        return None
    return Clause(start, end, start + 1, UnitReading(deadlines=((0, len(inner)),)))


def _groups(text: str) -> Iterator[tuple[int, int]]:
    """Outermost bracket groups; one never closed runs to the end of the text, a note (（本表指…。) to its sentence's."""
    depth = 0
    begin = 0
    for bracket in _BRACKET.finditer(text):
        if bracket[0] in _OPENING:
            if depth and text[bracket.start() - 1] in "。！" and not TELLS.search(text, begin, text.find("。", begin)):
                depth = 0
            if depth == 0:
                begin = bracket.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield begin, bracket.end()
    if depth and len(text) - begin < _LONGEST:
        yield begin, len(text)


def _clause(piece: Piece, start: int, end: int, inside: bool) -> Clause | None:
    """The clause that a bracket group is; ``inside`` a sentence only with a role word, and when another follows."""
    text = piece.text
    if end - start > _LONGEST or (start == 0 and end == len(text) and end - start < 5):
        return None
    closed = _BRACKET.match(text[end - 1]) is not None and is_balanced(text, start, end)
    begin = start + 1 + scope_end(text[start + 1 : start + 1 + _LONGEST_SCOPE])
    inner = text[begin : end - 1 if closed else end]
    if _states_rule_or_place(text, start, inner):
        return None
    after_stop = start > 0 and text[start - 1] in "。；！"
    told = inside and _ROLE.search(text, start, end) is not None
    heads = heads_text(text, start, end)
    opens = start == 0 and TELLS.search(text, start, end) is not None  # 【责任单位：甲】对账目开展清理。
    joined = not (after_stop or told or heads or opens or _ends_sentence(piece, end))
    if (joined and _FIRST_LABEL.match(inner) is None) or not _may_assign(text, start, end):
        return None  # joined: …热线（责任单位：甲），有访必接。
    reading = read_parted(piece, begin, begin + len(inner))
    if heads and not after_stop and (reading is None or not reading.units):
        return None
    if not after_stop and _goes_on(piece, end) and not TELLS.search(text, start, end):
        return None  # 市府办（市数据局）要加强统筹: another name of the unit before it
    if (
        reading is not None
        and len(reading.units) == 1
        and not TELLS.search(text, start, end)
        and (_names_before(text, start) or is_office_of_addressee(text, start, inner))
    ):
        return None  # 抄送市工信局、市文明办（创城办）；: the same
    if reading is None and _UNFILLED.fullmatch(inner):
        return Clause(start, end, begin, UnitReading())
    if reading is None and after_stop and _STOPS.fullmatch(text, end):
        reading = read_names(inner, beside=True)
    if reading is not None and not closed:
        reading = without_piece(reading)
    if reading is None or (joined and not reading.units):
        return None
    return Clause(start, end, begin, reading, joined=joined)


def _states_rule_or_place(text: str, start: int, inner: str) -> bool:
    """Whether a bracket tells who makes or explains rules, or, without a word of a role, a place or whose number it is."""
    if _OF_RULES.search(inner) or explains_rules(inner):
        return True
    of_place = _PLACE.search(inner) or _PHONE.search(text, max(0, start - _LONGEST_PHONE), start)
    return of_place is not None and _ROLE.search(inner) is None


def _names_before(text: str, start: int) -> bool:
    """Whether nothing but the name of a unit stands between the last mark and a bracket."""
    named = _MEMBER.search(text, max(0, start - _LONGEST_MEMBER), start)
    if named is None:
        return start <= _LONGEST_MEMBER and is_department(text[:start])  # 县公安局（交警大队）
    return unit_likeness(named[0]) >= _SURE


def _ends_sentence(piece: Piece, end: int) -> bool:
    """True when nothing of the same sentence follows the bracket."""
    return end >= len(piece.text) or piece.joined_at(end) or piece.text[end] not in "，、的和及与或等：是为在对将由按"


def _goes_on(piece: Piece, end: int) -> bool:
    """True when a word of the same sentence stands right behind the bracket."""
    return end < len(piece.text) and not piece.joined_at(end) and _LETTER.match(piece.text, end) is not None


def _inline(piece: Piece, start: int, groups: Sequence[tuple[int, int]] = ()) -> Clause | None:
    """A clause without brackets at the end of the text: 责任单位：X；完成时限：Y."""
    text = piece.text
    for begin, inner in _labels(piece, max(start, len(text) - _LONGEST)):
        if any(first < begin < end for first, end in groups if end < len(text)):
            continue  # 电话（责任单位：甲；责任人：乙），…
        if states_fact(text[inner : text.find("：", inner)]):
            continue
        end, reading = len(text), read_parted(piece, inner, len(text.rstrip("。；")))
        if reading is None or reading.leftovers:
            end, reading = sentence_of_names(piece, inner) or (end, reading)
        if reading is not None and (reading.units or reading.persons or reading.deadlines):
            inside = is_between(text, start, begin, end)
            return Clause(begin - (text[begin - 1 : begin] == "，"), end, inner, reading, joined=inside)
    return _glued(piece, start)


def _glued(piece: Piece, start: int) -> Clause | None:
    """The same right at the last word of the text, where the page lost what parts them: …拓扑图责任单位：甲完成时限：6月底."""
    text = piece.text
    low = max(start, len(text) - _LONGEST)
    if text.count("：", low) < _GLUED_LABELS:
        return None
    for match in _GLUED.finditer(text, low):
        reading = read_parted(piece, match.start(), len(text.rstrip("。；")))
        told = reading is not None and reading.units and reading.deadlines and not reading.leftovers
        if reading is not None and told and any(unit_likeness(unit.name) >= _SURE for unit in reading.units):
            return Clause(match.start(), len(text), match.start(), reading)
    return None
