"""Sentences that say inside who does what, as minutes of meetings print them.

由县林业局牵头，县公安局配合，9月底前完成…, 县财政局负责筹措资金.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..fields.clauses import find_clauses
from ..fields.joined_names import joined_names
from ..fields.label_lines import assigning
from ..fields.rules_explained import explains_rules, sets_up_rules
from ..fields.spoken import FIRST_PERSON, Clause
from ..text.piece import Piece, squeezed
from ..units import read_names, unit_likeness
from .duty_sentences import KEEPS_UP
from .item_kinds import text_ranges
from .item_segments import LONGEST_TITLE
from .outline import Item
from .told_first import HELPED, LED, SURE, keeps_up, told_reading
from .told_others import Told, others_told

#: 甲、乙按照各自职能分工，负责…
_SHARING = lazy_pattern(
    r"([^，。；：由]{2,60}?)按照?各自(?:的?(?:职[责能权]|工作|任务))?(?:分工|范围)?，(?:分别|共同|具体)?(?=负责|做好|抓好|承担|组织)"
)
#: Who, behind 由 or at the start of a sentence; what they do follows, or who helps. 补助资金由…负责筹措: inside one.
_TOLD = lazy_pattern(
    rf"(?:(?:^|(?<=[，。；：]))(?:由|责成|委托|授权|请)([^，。；：由]{{2,60}}?{LED})(?![的人制])|(?:^|(?<=[。；])|(?<=会议{CHINESE}{{2}}，))([^，。；：]{{2,60}}?{LED}|[^，。；：由]{{2,40}}?(?:组织|统筹|协同))(?=，)|^([^，。；：由]{{2,40}}?(?:牵头|负责|配合|协助))(?!制(?![定订作造])|[的人任单部]|同志)|(?<=[^，。；：])由([^，。；：由]{{2,40}}?{LED})(?![的人制]))"
    rf"((?:，[^，。；：]{{2,150}}{HELPED}(?=[，。；]))*)"
)
#: Quick rejection: what any of these holds.
_MAY_TELL = lazy_pattern("牵头|负责|主办|承办|组织|统筹|协同|配合|协助")
_HELPS = lazy_pattern(
    rf"[^。；]{{2,120}}?，([^，。；：]{{2,150}}?{HELPED})(?:(?:做好|抓好)[^，。；]{{1,14}})?(?=[。；]|，[^。；]{{2,20}}[。；]?$|$)"
)
#: 由甲牵头，联合乙、丙，加强…: those who stand beside them, without a word of their own.
_BESIDE = lazy_pattern(r"，(?:联合|会同)(?=[^，。；：]{2})")
#: 请甲会同乙于6月底前…, 甲会同乙制定…，负责…: those asked, and those who open the text, without a word of who leads.
_ASKED = lazy_pattern(r"(?:^|(?<=[，。；：]))(?:由|责成|委托|请)(?!示)|^(?=[^，。；：]{2,40}会同[^。；]{4,80}，负责)")
#: 请甲于6月底前…, 请甲会同乙，于…: those asked by name, before when or how they do it.
_ORDERED = lazy_pattern(
    r"(?:^|(?<=[。；：]))(?:责成|请)(?!示)([^，。；：各]{2,60}?)(?=，?(?:于|在)(?:\d|[本今明次每下年]|第?[一二三四]季|收到|接[到报])|，?(?:尽快|抓紧|立即|按照?|切实))"
)
#: 由甲施划标线；请乙设置护栏, 会议要求甲、乙加强监管, 资金由丙统筹: those who do what follows.
_DOING = lazy_pattern(
    r"(?:(?:^|(?<=[，。；：]))(?:由|请|责成)|(?<=[^，。；：经自])由|会议(?:要求|责成|决定由|明确由|确定由))(?!示)(?=[^，。；：]{5,})"
)
#: 会议要求甲提出的方案…, 由甲审计的项目…: what is theirs.
_OF_THEIRS = lazy_pattern(rf"(?:{CHINESE}{{2}})?的")
#: What a sentence reports: 会议认为，前期工作由甲负责，….
_REPORTED = lazy_pattern(r"(?:认为|指出|听取)[^。；]*$")
_ACTS = lazy_pattern(
    r"组织|尽[速快早]|抓紧|及时|立即|负责|牵头|落实|做好|抓好|加强|加快|推进|研究|拟[定订]|制[定订]|编制|完成|办理|会同|督促|继续|进一步|适时|按"
)
_LONGEST_NAME, _LONGEST_SAID = 24, 120
_JOINTS = frozenset("、和及与")
_LONGEST_OPENING = 2  # characters: 由, 责成
_STOP = lazy_pattern(r"[，。；]")
#: What any of them does by the rules, or all do: 会议要求全县各级各部门…, 由用人单位申报, 由所在学校审核, 由县级以上人民政府划定.
_GENERIC = lazy_pattern(r"^(?:各|所在|本|该)|各级|有关|相关|以上|用人单位")
_MINUTES = lazy_pattern(r"(?:纪要|会议[纪记]录)(?:如下|(?=[》）]?\s*(?:[\n〔（(]|\d{4}年|$)))")
_SIGNS = ("由", "会议", "牵头", "负责", "办", "配合", "协助", "会同", "组织", "统筹", "协同", "请", "责成")
#: Of the items, how many say so: two sentences of a long plan are no style, but most of a section are.
_FEWEST, _SHARE, _MOST = 2, 0.3, 0.5


class Inside(NamedTuple):
    """Where the items of an outline say inside who does them: everywhere, or in the sections of these parents."""

    everywhere: bool
    sections: frozenset[int]
    minutes: bool = False

    def holds(self, item: Item) -> bool:
        """Whether the item is to be asked who does it."""
        return self.everywhere or (item.parent is not None and id(item.parent) in self.sections)


NOWHERE = Inside(False, frozenset())


def spoken_inside(root: Item, text: str) -> Inside:
    """Where the items say inside who does them: in sections of which most do, everywhere when a third of the others do.

    None of all has a clause in brackets or label lines, in minutes none of their section.
    """
    minutes = ("纪要" in text or "会议" in text) and _MINUTES.search(text) is not None
    told: Counter[int] = Counter()
    leaves: Counter[int] = Counter()
    closed: set[int] = set()
    for item in root.walk():
        piece = squeezed(text, item.unlabelled)
        clauses = find_clauses(piece)
        if assigning(item.labelled) or any(not _is_spoken(piece, clause) for clause in clauses):
            if not minutes:
                return NOWHERE
            closed |= {id(item), id(item.parent)}
        if item.label is not None and not item.children:
            leaves[id(item.parent)] += 1
            said = squeezed(text, text_ranges(item))
            told[id(item.parent)] += (
                bool(clauses)
                or bool(told_inside(said, inner=False, minutes=minutes))
                or (not keeps_up(item, text) and _opens_told(said, minutes=minutes))
            )
    most = frozenset(section for section, count in told.items() if count >= max(_FEWEST, _MOST * leaves[section]))
    if closed:
        return Inside(False, most - closed, minutes)
    others = [section for section in leaves if section not in most] if len(most) < len(leaves) else [*leaves]
    enough = sum(told[section] for section in others) >= _SHARE * sum(leaves[section] for section in others)
    return Inside(minutes or (enough and sum(told.values()) >= _FEWEST), most, minutes)


def _opens_told(piece: Piece, *, minutes: bool) -> bool:
    """Whether an item opens, behind its title, with those whom it tells to do something; 联席会议由县发改局牵头 is about a meeting."""
    behind = _behind_title(piece)
    if KEEPS_UP.fullmatch(piece.text[: len(piece.text) - len(behind.text)].rstrip("。")) is not None:
        return False
    told = told_inside(behind, inner=False, minutes=minutes)
    return bool(told) and behind.text.find(told[0][1].units[0].name) <= _LONGEST_OPENING


def _behind_title(said: Piece) -> Piece:
    """The text of an item behind its first sentence, which may be its title, unless it reports in the first person."""
    stop = 0 if FIRST_PERSON.search(said.text) else said.text.find("。", 0, LONGEST_TITLE) + 1
    return said.part(stop, len(said.text)) if 0 < stop < len(said.text) else said


def _is_spoken(piece: Piece, clause: Clause) -> bool:
    """Whether a clause is a sentence of its own, without brackets or label: …。甲牵头，乙落实。, or behind a name (检查：由甲负责。)."""
    return piece.text[clause.start] not in "（([【〔［{" and "：" not in piece.text[clause.start + 1 : clause.end]


def told_inside(piece: Piece, *, inner: bool = True, minutes: bool = False) -> list[Told]:
    """The first stretch of a text that says who does it, with its reading, and who helps at the end of its sentence.

    ``inner``: also inside a phrase (补助资金由县财政局负责筹措), which pages of any kind have. In ``minutes`` also without a word
    of their role: rules tell so who handles a matter.
    """
    if not any(word in piece.text for word in _SIGNS):
        return []
    shared = _SHARING.match(piece.text) if "按" in piece.text else None
    if shared is not None and (told := told_reading(piece, *shared.span(1), ordered=True)) is not None:
        return [told]
    for match in _TOLD.finditer(piece.text) if _MAY_TELL.search(piece.text) else ():
        rules = _says_of_rules(piece.text, match) or sets_up_rules(piece.text[: match.start()])
        if (
            rules
            or (match[4] and not inner)
            or (minutes and _REPORTED.search(piece.text[max(0, match.start() - _LONGEST_SAID) : match.start()]))
        ):
            continue
        start = max(match.start(group) for group in (1, 2, 3, 4))
        told = told_reading(piece, start, match.end())
        if told is not None:
            helped = _HELPS.match(piece.text, match.end())
            beside = told_reading(piece, *helped.span(1)) if helped is not None else _joined(piece, match.end())
            found = [told, beside] if beside is not None else [told]
            return [*found, *others_told(piece, helped.end(1) if helped is not None else match.end())]
    for match in _ASKED.finditer(piece.text) if "会同" in piece.text else ():
        if sets_up_rules(piece.text[: match.start()]):
            continue
        stop = _STOP.search(piece.text, match.end())
        limit = stop.start() if stop else len(piece.text)
        named = joined_names(piece.text, match.end(), limit)
        if named is not None:
            return [(piece.part(match.end(), named[0]), named[1])]
        join = piece.text.find("会同", match.end(), limit)
        end = _names_end(piece.text, join + 2, limit) if join > 0 else None
        told = told_reading(piece, match.end(), end) if end is not None else None
        if told is not None:
            return [told]
    doing = [*_doing(piece)] if minutes else []
    ordered = _ORDERED.search(piece.text) if not doing else None
    told = told_reading(piece, *ordered.span(1), ordered=True) if ordered is not None else None
    return [told, *others_told(piece, ordered.end(), _named)] if told is not None and ordered is not None else doing


def _named(piece: Piece, start: int, end: int) -> Told | None:
    """Those whom a phrase opens with before what they do, without a word of their role: 市财政局落实资金."""
    stop = _names_end(piece.text, start, end - 1)
    told = (
        told_reading(piece, start, stop, ordered=True)
        if stop is not None and not _OF_THEIRS.match(piece.text, stop)
        else None
    )
    return None if told is None or _GENERIC.search(told[0].text) else told


def _doing(piece: Piece) -> Iterator[Told]:
    """Those who do what follows their name, without a word of their role, and who helps at the end of the sentence."""
    known = 0
    for match in _DOING.finditer(piece.text):
        if _REPORTED.search(piece.text[max(0, match.start() - _LONGEST_SAID) : match.start()]):
            continue
        stop = _STOP.search(piece.text, match.end())
        end = _names_end(piece.text, match.end(), (stop.start() if stop is not None else len(piece.text)) - 1)
        if end is None or _OF_THEIRS.match(piece.text, end):
            continue
        told = told_reading(piece, match.end(), end, ordered=True)
        if told is None or _GENERIC.search(told[0].text):
            continue
        yield told
        helped = _HELPS.match(piece.text, end)
        beside = told_reading(piece, *helped.span(1)) if helped is not None and helped.start(1) > known else None
        if helped is not None and beside is not None:
            known = helped.start(1)
            yield beside


def _name_end(text: str, start: int, limit: int) -> int | None:
    """Where the longest name of a unit ends that begins at an offset, and holds no word of what it does."""
    last = min(start + _LONGEST_NAME, limit)
    acts = _ACTS.search(text, start + 3, last)
    ends = range(acts.start() if acts is not None else last, start + 2, -1)
    found = next((at for at in ends if unit_likeness(text[start:at]) >= SURE), None)
    if found is None and acts is not None:
        return next((at for at in range(last, start + 2, -1) if unit_likeness(text[start:at]) >= SURE), None)
    return found


def _names_end(text: str, start: int, limit: int) -> int | None:
    """The same of names joined by 、 or 和."""
    end = _name_end(text, start, min(limit, _next_mark(text, start, limit)))
    while end is not None and text[end : end + 1] in _JOINTS and end < limit:
        following = _name_end(text, end + 1, min(limit, _next_mark(text, end + 1, limit)))
        if following is None:
            break
        end = following
    return end


def _next_mark(text: str, start: int, limit: int) -> int:
    mark = text.find("、", start, limit)
    return mark if mark >= 0 else limit


def _says_of_rules(text: str, match: re.Match[str]) -> bool:
    """Whether what follows is to explain the rules: 自印发之日起执行，由县农业农村局负责解释."""
    return text.startswith("解释", match.end()) and explains_rules(text[: match.end() + 2])


def _joined(piece: Piece, at: int) -> Told | None:
    """Those whom the ones that are told join with, right behind them: ，联合县公安局、县城管局，"""
    match = _BESIDE.match(piece.text, at)
    stop = _STOP.search(piece.text, match.end()) if match is not None else None
    limit = stop.start() if stop is not None else len(piece.text)
    end = _names_end(piece.text, match.end(), limit) if match is not None else None
    reading = read_names(piece.text[match.end() : end]) if match is not None and end is not None else None
    if match is None or end is None or reading is None or any(unit_likeness(u.name) < SURE for u in reading.units):
        return None
    units = tuple(unit._replace(role="support") for unit in reading.units)
    return piece.part(match.end(), end), reading._replace(units=units)
