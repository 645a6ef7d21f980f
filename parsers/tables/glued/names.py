"""Units and people that lost what stood between them: 区交通运输局区住建局、区城管局, 何某平教育局各街道.

The text is cut into names where the pieces make the best names: known departments, names with a region in front,
collectives with 各. Where a mark separates two names they belong to one list; where none does, to two columns or to
a list that lost its marks.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from ....normalize.lazy import lazy_pattern
from ....normalize.named_tuples import NamedTuple
from ...deadlines.actions import ACTION
from ...units import person_likeness
from ...units.grammar import Form, form_of, is_department, longest_ending
from ...units.names import KINDS, ORGANS, REGION_CHARS, STEMS, STRONG_ENDINGS, WEAK_ENDINGS
from ...units.persons import SURNAMES

_SEPARATORS = "、，；"
_BRACKETS = lazy_pattern(r"（[^（）]*）")
_STRONG = frozenset(STRONG_ENDINGS)
_WEAK = frozenset(WEAK_ENDINGS)
_STEMS = frozenset(STEMS)
_LAST = frozenset(word[-1] for word in (*STRONG_ENDINGS, *WEAK_ENDINGS, *KINDS)) | {"）"}
_COLLECTIVE = lazy_pattern(r"(?:全?[省市县区镇])?各|[省市州县区镇]直|有关|相关")
#: Departments inside an organ: behind its name they are a part of it (市公安局交警支队).
_INNER = lazy_pattern(r".{0,6}(?:支队|大队|中队|分局|科|股|办公室|督查室|研究室)")
#: The organ alone is no unit beside its own office: 区委宣传部, 市政府办公室.
_PARENT = lazy_pattern(r".?(?:[省市州县区旗镇乡]委|政府|党委|党工委|管委会)")
#: Smaller offices behind the level they are of: 县园林所, 市水文站.
_POSTS, _SHORTEST_POST = ("所", "站", "队"), 4
#: How long the names of places are, mostly.
_PLACES = (3, 4)
#: What makes a longer name of the one before.
_SAME_NAME = lazy_pattern(r"[局办委会、，；和及（]|道(?!路)|事处|.{0,4}(?:分局|支队|大队|中队)")
LONGEST_TEXT = 240
_LONGEST_NAME = 30
#: A person and the units of a row hardly take more; how good each of these names is for its length.
_LONGEST_DOERS, _DOER = 60, 0.6
_PER_NAME = 0.4
_PER_PERSON = 1.2
_SURE_PERSON = 0.9
#: Most names have three characters.
_THIRD = 0.8
_SEAM = 1.5
#: What the cut into as many lists as there are columns may cost against the best one.
_FORCE = 3.0


#: How many lists of units the names so far make, and whether people may still follow, stand last or are all behind.
_State = tuple[int, int]
_OPEN, _PERSON, _PAST = 0, 1, 2


class Name(NamedTuple):
    """A unit or a person in the text; ``glued`` when nothing separates it from the name before."""

    start: int
    end: int
    person: bool
    glued: bool


#: The score so far, the place and state that a name was added to, and the name.
_Step = tuple[float, "tuple[int, _State] | None", "Name | None"]


def is_collective(name: str) -> bool:
    """True for a name of many units at once (各街道, 区直单位)."""
    return _COLLECTIVE.match(name) is not None


def cut_names(text: str, people: int, lists: int, known: Collection[str] | None = None) -> list[Name] | None:
    """The names that ``text`` is made of, None when a part of it is no name.

    ``people`` and ``lists`` are how many columns of people and of units they may fill: that many lists of units are
    preferred. With ``known`` only names count that are sure by themselves, a member of it, or go on with a list: for
    text whose beginning is not known to be a name's.
    """
    if not text or len(text) > LONGEST_TEXT or (text[-1] not in _LAST and not people):
        return None
    most = max(1, lists)
    ends = _name_ends(text)
    best: dict[int, dict[_State, _Step]] = {0: {(0, _OPEN): (0.0, None, None)}}
    for at in range(len(text)):
        if at not in best:
            continue
        glued = at > 0 and text[at - 1] not in _SEPARATORS
        for end, value, person in _names_at(text, at, ends, people > 0, known):
            after = end + 1 if text[end : end + 1] and text[end] in _SEPARATORS else end
            for (count, phase), (score, _, _) in best[at].items():
                if person and people < 2 and (phase == _PAST or (phase == _PERSON and glued)):
                    continue
                behind = phase if phase != _PERSON else _PAST if people < 2 else _OPEN
                state = (min(most, count + (not person and (glued or at == 0))), _PERSON if person else behind)
                known_step = best.setdefault(after, {}).get(state)
                if known_step is None or score + value > known_step[0]:
                    best[after][state] = (score + value, (at, (count, phase)), Name(at, end, person, glued))
    return _trace(best, len(text))


def _trace(best: dict[int, dict[_State, _Step]], size: int) -> list[Name] | None:
    """The names of the best way to the end, with as many lists as there are columns unless that is far worse."""
    finals = best.get(size)
    if not finals:
        return None
    enough = max(score for score, _, _ in finals.values()) - _FORCE
    state = max((s for s in finals if finals[s][0] >= enough), key=lambda s: (s[0], finals[s][0]))
    names: list[Name] = []
    _, source, name = finals[state]
    while source is not None and name is not None:
        names.append(name)
        _, source, name = best[source[0]][source[1]]
    return names[::-1]


def leading_name(text: str) -> int:
    """Where a name ends that ``text`` begins with, for units printed left of the task; 0 for none that is sure."""
    ends = _name_ends(text[:_LONGEST_NAME])
    return next((end for end in ends if _is_sure(text[:end]) and not _SAME_NAME.match(text, end)), 0)


def shared_name(texts: Sequence[str]) -> int:
    """How long the name of the organ is that all of several ``texts`` begin with; 0 where they begin with none."""
    first = texts[0][:_LONGEST_NAME] if len(texts) > 1 else ""
    ends = (end for end in reversed(_name_ends(first)) if all(text.startswith(first[:end]) for text in texts))
    return next((end for end in ends if form_of(first[:end]) == Form.ORGAN), 0)


def leading_doers(text: str, people: int, lists: int, *, person_first: bool) -> int:
    """Where the person and the units end that ``text`` begins with, for a row inside another; 0 for none."""
    if person_first and text[:1] not in SURNAMES:
        return 0
    for end in reversed(_name_ends(text[:_LONGEST_DOERS])):
        names = cut_names(text[:end], people, lists) or []
        units = [text[name.start : name.end] for name in names if not name.person]
        if not units or names[0].person != person_first or not all(_is_doer(unit) for unit in units):
            continue
        if person_first:
            return end
        behind = (end + size for size in (3, 2) if person_likeness(text[end : end + size]) >= _SURE_PERSON)
        return next(behind, 0) if text[end : end + 1] in SURNAMES else 0
    return 0


def _is_doer(name: str) -> bool:
    """True for what is surely a unit, and begins with nothing that is done (推进市民中心)."""
    return _value(name) >= _DOER * len(_BRACKETS.sub("", name)) - _PER_NAME and ACTION.match(name) is None


def _name_ends(text: str) -> list[int]:
    """Where names may end, from the text's beginning on: behind an ending, outside brackets."""
    ends: list[int] = []
    depth = 0
    for at, char in enumerate(text, 1):
        depth += (char == "（") - (char == "）")
        if depth == 0 and char in _LAST and text[at : at + 1] != "（":
            ends.append(at)
    return ends


def _names_at(
    text: str, at: int, ends: list[int], persons: bool, known: Collection[str] | None
) -> list[tuple[int, float, bool]]:
    """The names that begin at ``at``: where each ends, how good it is, and whether it is a person."""
    found: list[tuple[int, float, bool]] = []
    for end in ends:
        if at + 2 <= end <= at + _LONGEST_NAME:
            name = text[at:end]
            listed = at > 0 and text[at - 1] in _SEPARATORS and name[0] in REGION_CHARS
            sure = known is None or listed or name in known or _is_sure(name)
            value = _value(name) if sure else 0.0
            if value and not (_PARENT.fullmatch(name) and _continues(text[end:])):
                found.append((end, value, False))
    if persons and text[at] in SURNAMES:
        for end in (at + 2, at + 3):
            if end <= len(text) and person_likeness(text[at:end]) >= _SURE_PERSON:
                found.append((end, _PER_PERSON + _THIRD * (end - at - 2), True))
    return found


def _continues(rest: str) -> bool:
    """True when an organ's office may follow its name."""
    return bool(rest) and rest[0] not in REGION_CHARS + "各" + _SEPARATORS


@lru_cache(maxsize=4096)
def _value(name: str) -> float:
    """How good a name is: longer and surer names are better; 0 for none."""
    plain = _BRACKETS.sub("", name)
    form = form_of(plain)
    if form < Form.GENERIC or not plain or plain[0] in "和及与等" or plain[0].isdigit():
        return 0.0
    return len(plain) * _quality(plain, form) - _PER_NAME - _SEAM * _inner_seams(plain)


def _quality(plain: str, form: Form) -> float:
    if is_department(plain) or plain in ORGANS:
        return 1.0
    if is_collective(plain):
        return 0.9
    if form == Form.COLLECTIVE:
        return 0.3
    if plain in _WEAK and len(plain) > 2:
        return 0.7
    if form <= Form.KIND:
        return 0.2
    if ending := longest_ending(plain, _STRONG):
        if len(plain) == len(ending) + 1 and plain[0] not in REGION_CHARS:
            return 0.2  # 业公司: the end of another name
        return 0.8 if plain[0] in REGION_CHARS or _names_place(plain) else 0.6
    if plain[0] in REGION_CHARS and plain.endswith(_POSTS) and len(plain) >= _SHORTEST_POST:
        return 0.6
    return 0.8 if plain[:-1] in _STEMS else 0.35


def _names_place(plain: str) -> bool:
    """Whether a department, or an office of one, stands behind the name of its place: 枫溪县|司法局, 枫溪县|水务局河道股."""
    for at in _PLACES:
        rest = plain[at:]
        if rest and plain[at - 1] in REGION_CHARS and rest[0] not in REGION_CHARS:
            ends = (end for end in range(2, len(rest) + 1) if is_department(rest[:end]))
            return any(end == len(rest) or _INNER.fullmatch(rest, end) for end in ends)
    return False


def _inner_seams(plain: str) -> int:
    """How many complete names end inside the name with another behind them that is no part of them."""
    if is_department(plain):
        return 0
    return sum(
        1
        for at in range(3, len(plain) - 2)
        if plain[at - 1] in _LAST
        and longest_ending(plain[:at], _STRONG)
        and form_of(plain[:at]) == Form.ORGAN
        and form_of(plain[at:]) == Form.ORGAN
        and not _INNER.fullmatch(plain[at:])
    )


def _is_sure(name: str) -> bool:
    """True for names that nothing else is: departments, collectives with 各."""
    plain = _BRACKETS.sub("", name)
    return is_department(plain) or (plain.startswith("各") and form_of(plain) == Form.COLLECTIVE)
