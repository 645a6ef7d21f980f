"""Sentences whose first words say who does what follows: 由县林业局牵头，县公安局配合，9月底前完成…, 县财政局负责筹措资金."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..fields.clauses import find_clauses
from ..fields.joined_names import joined_names
from ..fields.rules_explained import explains_rules, sets_up_rules
from ..fields.spoken import FIRST_PERSON, told_by, whole_clause
from ..text.piece import Piece, squeezed
from ..units import read_clause, read_names, unit_likeness
from .duty_sentences import KEEPS_UP
from .outline import Item
from .told_others import Told, others_told

LED = r"(?:牵头负责|负责牵头|牵头|具体负责|负责|主办|承办)"
HELPED = r"(?:密切|积极|协同)?(?:配合|协助|参与|参加|指导)"
SURE = 0.9
_FIRST = lazy_pattern(
    rf"(?:由|请(?!示)|责成)?([^，。；：由]{{2,60}}?{LED})(?:，[^，。；：]{{2,150}}?(?:{HELPED}|{LED}|(?:具体)?(?:落实|实施)))*(?=，)"
)
_WITH = lazy_pattern("会同|联合|协同|配合|协助")
#: Those who are given something by name, before when they do it: 由县委巡察办每季度开展….
_TIMED = lazy_pattern(r"由([^，。；：由]{2,40}?)(?=每[周月季年半两]|按[月季年周]|[于在]?\d{1,4}[年月])")
#: What is said of the document itself, and of nobody in particular.
OF_PLAN = lazy_pattern(r"本(?:意见|办法|方案|通知|措施|规定|细则|计划|预案|制度)")
_ANYBODY = lazy_pattern(r"[有相]关|责任(?:单位|部门)|各级")
_SENTENCE = lazy_pattern(r"[^。；！]+[。；！]?")
#: The title of a part of a paragraph, 一是 before it.
_TITLE = lazy_pattern(r"[^，。；：！\d由]{2,26}。")
#: Quick rejection: what tells who does it, twice.
_SIGNS = lazy_pattern(r"牵头|负责|主办|承办|由|会同")
_HELPS = frozenset({"support", "guide"})
_FEWEST, _LONGEST_TITLE = 2, 45


class Stretch(NamedTuple):
    """A part of a paragraph that is a task of its own: where it stands, its text in one or two parts, and who does it."""

    start: int
    end: int
    text: tuple[tuple[int, int], ...]
    told: tuple[Told, ...]

    @property
    def titled(self) -> bool:
        """Whether it opens with a title of its own, and has more text."""
        return self.text[0][0] < self.text[0][1] and len(self.text) > 1

    @property
    def plain(self) -> bool:
        """Whether it has no title, and all of it is text: no words that only say who does it."""
        first, *more = self.text
        return first[0] == first[1] and bool(more) and more[0][0] == first[1]


def keeps_up(item: Item, text: str) -> bool:
    """Whether an item stands below a heading like 保障措施."""
    return item.parent is not None and KEEPS_UP.fullmatch(squeezed(text, [item.parent.lead]).text) is not None


def told_reading(piece: Piece, start: int, end: int, *, ordered: bool = False) -> Told | None:
    """A stretch with its reading; None when it is not all of it names of units and their roles.

    Who is ``ordered`` to do something is named without a word of it.
    """
    reading = read_clause(piece.text[start:end]) or (read_names(piece.text[start:end]) if ordered else None)
    if reading is None or reading.leftovers or reading.persons or not reading.units:
        return None
    sure = [unit_likeness(unit.name) >= SURE for unit in reading.units]
    # 移动、电信、联通公司: names that share an end are less like units than who leads them.
    told = all(sure) if ordered else sure[0] and 2 * sum(sure) >= len(sure)
    return (piece.part(start, end), reading) if told else None


def told_first(piece: Piece) -> list[Told]:
    """Who does a text whose first words say it before a comma: 由县教育局牵头，县财政局配合，建设…."""
    match = _FIRST.match(piece.text)
    told = told_reading(piece, match.start(1), match.end()) if match is not None else None
    return [told, *others_told(piece, match.end())] if told is not None and match is not None else []


def tells_behind_title(piece: Piece) -> bool:
    """Whether a text, or what stands behind its first sentence, opens with who does it."""
    behind = piece.text.find("。", 0, _LONGEST_TITLE) + 1
    if told_opening(piece):
        return True
    return 0 < behind < len(piece.text) and bool(told_opening(piece.part(behind, len(piece.text))))


def past_first(piece: Piece) -> Piece:
    """What is to be done of such a text: 建设…; all of it where that says with whom: 由甲牵头，会同乙建设…."""
    match = _FIRST.match(piece.text) if told_first(piece) else None
    if match is None or _WITH.match(piece.text, match.end() + 1):
        return piece
    return piece.part(match.end() + 1, len(piece.text))


def told_opening(piece: Piece) -> list[Told]:
    """The same, and those named right before what they do: 县财政局负责筹措…, 由甲会同乙制定…, 由甲每季度开展…."""
    if FIRST_PERSON.search(piece.text):
        return []
    if found := told_first(piece):
        return found
    text, start = piece.text, int(piece.text.startswith("由"))
    if explains_rules(text) or sets_up_rules(text) or OF_PLAN.search(text):
        return []
    stop = min([at for at in (text.find(mark) for mark in "，。；") if at > 0], default=len(text))
    joined = joined_names(text, start, stop)
    if joined is not None and not _ANYBODY.search(text, 0, joined[0]):
        return [(piece.part(start, joined[0]), joined[1]), *others_told(piece, joined[0])]
    clause = told_by(text, 0, len(text))
    if clause is not None and not clause.joined and not _ANYBODY.search(text, 0, clause.end):
        return [(piece.part(clause.inner, clause.end), clause.reading), *others_told(piece, clause.end)]
    timed = _TIMED.match(text)
    told = told_reading(piece, *timed.span(1), ordered=True) if timed is not None else None
    return [told] if told is not None else []


def told_stretches(piece: Piece) -> list[Stretch]:
    """The parts of a paragraph that each say, behind a title or none, who does them; empty where fewer than two do.

    健全制度。由甲牵头，5月底前修订标准。强化督查。由乙负责，每季度开展督查。 Titles and sentences that go on stand between them.
    """
    if len(_SIGNS.findall(piece.text)) < _FEWEST or find_clauses(piece, spoken=False):
        return []
    found: list[Stretch] = []
    opened: int | None = None  # where the title before the next one begins
    said = False
    for match in _SENTENCE.finditer(piece.text):
        start, end = match.span()
        sentence = piece.part(start, end)
        told = told_opening(sentence)
        if told and all(reading.units[0].role in _HELPS for _, reading in told):
            told = []
        begin = start if opened is None else opened
        closing = _closing(sentence) if opened is not None else None
        if closing is not None:
            found.append(Stretch(begin, end, ((begin, start),), (closing,)))
            opened = None
        elif told:
            rest = start + len(sentence.text) - len(past_first(sentence).text)
            found.append(Stretch(begin, end, ((begin, start), (rest, end)), tuple(told)))
            said, opened = True, None
        elif _TITLE.fullmatch(sentence.text):
            found, opened = _gone_on(found, opened, start), start
        elif not found:
            return []
        else:
            found, opened = _gone_on(found, None, end), None
    found = _gone_on(found, opened, len(piece.text))
    plain = all(stretch.plain for stretch in found)  # 甲负责河道。乙负责管网。 may be one task
    enough = len(found) >= _FEWEST + plain
    return found if said and enough and found[0].start == 0 else []


def _gone_on(found: list[Stretch], opened: int | None, end: int) -> list[Stretch]:
    """The stretches, the last of them with the text behind it: a title that heads nothing, another sentence."""
    if not found or (found[-1].end == end):
        return found
    last = found[-1]
    return [*found[:-1], last._replace(end=end, text=(*last.text, (last.end, end)))]


def _closing(sentence: Piece) -> Told | None:
    """Who does what the title above names, where the sentence is nothing but that."""
    start = int(sentence.text.startswith("由"))
    reading = whole_clause(sentence.text[start:], bound=True)
    if reading is None or any(unit_likeness(unit.name) < SURE for unit in reading.units):
        return None
    return sentence.part(start, len(sentence.text)), reading
