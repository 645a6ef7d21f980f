"""Lists of units: where one member ends and the next begins.

A list is split at 、 and white space, and at 和 及 以及 与 where the grammar says that a name is complete before them.
Members that share one 各 stay one name; a name that a line break cut is joined again. Ranges are offsets of the whole
text; ``masked`` is the same text with bracket groups filled, so that nothing is split inside brackets.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ...normalize.lazy import CHINESE, lazy_pattern
from ...normalize.named_tuples import NamedTuple
from .cut_names import cut_by_space
from .glued import cut_glued, may_be_glued
from .glued_offices import cut_offices, may_be_offices
from .grammar import Form, form_of, is_counted, shares_each
from .masking import FILL, plain_name
from .names import GOVERNING_KINDS, JOINED_STEMS, REGION_CHARS
from .persons import holds_office, is_person

_MEMBER = lazy_pattern(r"[^、/／\\.．|&\s]+(?:\s+[^、/／\\.．|&\s]+)*")
_CLOSING = frozenset("★☆●■◆▲△○◎※•-—·| \t\r\n\u3000\xa0")
_SPACE = lazy_pattern(r"\s")
_BETWEEN_DOTS = lazy_pattern(r"[^·]+")
_WORD = lazy_pattern(r"\S+")
_JOINT = lazy_pattern(r"以及|(?<=[局厅部办委])同(?=[省市县区州各])|及(?!其|时|格)|和(?!谐|平)|与(?!会)|暨")
_BULLETS = "★☆●■◆▲△○◎※•\\-—·|"
_LEAD = lazy_pattern(
    rf"(?:[{_BULLETS}:：]|\*+(?=[省市县区州国各])|(?:并|再|且|(?:[此该本]项?|上述|以上|具体|相关)(?:工作|任务|事项|措施)?)?由(?=\S)|(?:其中|请|并|以)(?=[省市县区各])|(?:以及|及|与|暨)(?=[各省市县区州国中地有相沿])|和(?![平田县顺静林政龙硕布睦谐]|[^全各本我省县该两区州]市))+"
)
_PLACE_STEM = lazy_pattern(rf"{CHINESE}{{2,3}}")
_GOVERNMENT = lazy_pattern(
    rf"{CHINESE}{{2,4}}(?:[市县区旗镇乡]|自治[县州旗]|街道)(?:人民政府|政府|管委会|办事处)|(?![省市州县区旗镇乡国]){CHINESE}{{2}}公司"
)
_REACH = 80  # no name is longer: keeps long runs of 和 linear
_COMMITTEES = ("党委", "党工委", "工委")  # 高新区党工委和管委会 is one name
_SOME_PLACES = lazy_pattern(r"(?:有关|相关)(?:地级|设区)?[市州盟县区旗乡镇、]+")
#: A class of offices that shares its words with the noun behind it.
_UNNAMED = lazy_pattern(r"(?:有关|相关|各)(?:部门|单位|机构|企业)$")
_BARE_NOUNS = ("部门", "单位", "机构", "机关", "企业", "团体")
_CLASSES = ("科室", "处室", "股室", *_BARE_NOUNS)
_CLASS = lazy_pattern(rf"各{CHINESE}{{2,4}}")
_LEVELS = f"{REGION_CHARS}村"
_LONGEST_NAME = 100  # characters that are looked at before white space


class Member(NamedTuple):
    """One member of a list: its range, its plain name (no white space, no bracket groups) and its form."""

    start: int
    end: int
    plain: str
    form: Form
    glued: bool = False  # cut out of a run that had lost its separators
    tail: bool = False  # joined by 和/及, where a generic name is a tail (市教育局及有关部门)


def split_members(masked: str, start: int, end: int, places: bool = False) -> list[Member]:
    """The members of the list in ``masked[start:end]``, in order; ``places``: its tail says that they are places."""
    members: list[Member] = []
    for chunk in _MEMBER.finditer(masked, start, end):
        for first, last in _joined_words(masked, *chunk.span()):
            for low, high in _dotted(masked, first, last):
                _split_joints(masked, low, high, members)
    return _share_place(masked, _share_each(masked, members), places) if places or len(members) > 1 else members


def _dotted(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """Organs parted by a middle dot (县水务局·县林业局); a name that holds one stays whole."""
    if "·" not in masked[start:end]:
        return [(start, end)]
    parts = [found.span() for found in _BETWEEN_DOTS.finditer(masked, start, end)]
    organs = all(form_of(plain_name(masked, first, last)) >= Form.COLLECTIVE for first, last in parts)
    return parts if organs and parts else [(start, end)]


def _joined_words(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a chunk, with those joined that white space cut."""
    if not _SPACE.search(masked, start, end):
        return [(start, end)]
    words = [found.span() for found in _WORD.finditer(masked, start, end)]
    if len(words) > 2 and all(last - first == 1 and masked[first] != FILL for first, last in words):
        return [(start, words[-1][1])]  # 市 教 育 局: set wide
    ranges = words[:1]
    for first, last in words[1:]:
        before = ranges[-1]
        left = plain_name(masked, max(before[0], before[1] - _LONGEST_NAME), before[1])
        if _ends_with_person(masked, ranges, left, first) or (
            _names_places(masked, first, last) and form_of(left) >= Form.KIND
        ):
            ranges.append((first, last))
        elif cut_by_space(left, plain_name(masked, first, last), masked[first] == FILL):
            ranges[-1] = (before[0], last)
        else:
            ranges.append((first, last))
    return ranges


def _names_places(masked: str, start: int, end: int) -> bool:
    """True for a level of places with another in brackets: 村（社区）, 镇（街道）."""
    return end - start > 1 and masked[start] in _LEVELS and masked[start + 1] == FILL


def _ends_with_person(masked: str, ranges: list[tuple[int, int]], left: str, behind: int) -> bool:
    """True when the line before ``behind`` holds a unit and, behind a blank, the name ``left`` of who answers for it."""
    if len(ranges) < 2 or "\n" not in masked[ranges[-1][1] : behind] or not is_person(left):
        return False
    start, end = ranges[-2]
    same_line = "\n" not in masked[end : ranges[-1][0]]
    return same_line and form_of(plain_name(masked, max(start, end - _LONGEST_NAME), end)) >= Form.GENERIC


def _split_joints(masked: str, start: int, end: int, members: list[Member]) -> None:
    """Split a range at 和 及 以及 与 where names are complete on both sides."""
    opening = start
    start = _after_lead(masked, start, end)
    joined = masked[start - 1] in "及与暨" if start > opening else False
    for joint in _joints(masked, start, end):
        if joint.start() - start > _REACH:
            continue
        left = plain_name(masked, start, joint.start())
        right = plain_name(masked, joint.end(), min(end, joint.end() + _REACH))
        if left and right and _splits_here(left, right):
            _append(masked, start, joint.start(), joined, members)
            start, joined = joint.end(), True
    _append(masked, start, end, joined, members)


def _joints(masked: str, start: int, end: int) -> list[re.Match[str]]:
    found = list(_JOINT.finditer(masked, start, end))
    if not found:
        return found
    spaceless = masked[start:end]
    stems = [stem for stem in JOINED_STEMS if stem in spaceless]
    if not stems:
        return found
    inside: set[int] = set()
    for stem in stems:
        at = spaceless.find(stem)
        while at >= 0:
            inside.update(range(start + at, start + at + len(stem)))
            at = spaceless.find(stem, at + 1)
    return [joint for joint in found if joint.start() not in inside]


def _splits_here(left: str, right: str) -> bool:
    form = form_of(left)
    if form in (Form.GENERIC, Form.KIND) and right[0] == "各":
        return form_of(right) >= Form.COLLECTIVE  # 相关部门和各地区
    if form < Form.PLACE or (left.endswith(_COMMITTEES) and right in GOVERNING_KINDS):
        return False
    if form == Form.COLLECTIVE and shares_each(right):
        return False
    if _JOINT.split(right, maxsplit=1)[0] in _BARE_NOUNS and left.endswith(_BARE_NOUNS):
        return False  # 省有关部门和单位, and 省有关部门和单位及各市
    if _PLACE_STEM.fullmatch(right) and left.endswith(("部门", "单位", "政府")):
        return True  # 省有关部门和云山、东溪市政府: a place that shares the tail of the last
    first = _JOINT.split(right, maxsplit=1)[0] if form_of(right) < Form.GENERIC else right
    return form_of(first) >= Form.GENERIC or form_of(right) >= Form.GENERIC or holds_office(right)


def _append(masked: str, start: int, end: int, joined: bool, members: list[Member]) -> None:
    while start < end and masked[start].isspace():
        start += 1
    while end > start and masked[end - 1] in _CLOSING:
        end -= 1
    if start >= end:
        return
    plain = plain_name(masked, start, end)
    form = form_of(plain)
    if plain.endswith("*") and form_of(starless := plain.rstrip("*")) >= Form.PLACE:  # 张** stays
        end, plain, form = start + len(masked[start:end].rstrip("* ")), starless, form_of(starless)
    if may_be_glued(plain, form) and (cuts := cut_glued(masked, start, end)):
        members.extend(Member(s, e, name := plain_name(masked, s, e), form_of(name), True) for s, e in cuts)
        return
    if may_be_offices(plain) and plain == masked[start:end] and (begins := cut_offices(plain)):
        bounds = [0, *begins, len(plain)]
        pieces = ((a, b) for a, b in pairwise(bounds))
        members.extend(Member(start + a, start + b, plain[a:b], form_of(plain[a:b]), True) for a, b in pieces)
        return
    members.append(Member(start, end, plain, form, False, joined))


def _after_lead(masked: str, start: int, end: int) -> int:
    """Skip bullets and the words 由, 并由 … before a name."""
    found = _LEAD.match(masked, start, end)
    start = found.end() if found else start
    return _after_by(masked, start, end)


def _after_by(masked: str, start: int, end: int) -> int:
    """Behind 由 when words of a sentence stand before it and a unit behind it: 具体事务由|县林业局."""
    at = masked.rfind("由", max(start, end - _REACH), end)
    if at <= start or masked[at - 1] in "自理经来不缘事":
        return start
    if form_of(plain_name(masked, at + 1, end)) < Form.COLLECTIVE:
        return start
    return start if form_of(plain_name(masked, start, at)) == Form.PLACE else at + 1


def _share_each(masked: str, members: list[Member]) -> list[Member]:
    """Join members that share one 各: 各市、区政府 · 各镇、街道 · 各区属公司、学校、医疗机构."""
    merged: list[Member] = []
    for member in members:
        before = merged[-1] if merged else None
        if before and _shares(before, member):
            plain = before.plain + member.plain
            form = Form.COLLECTIVE if "各" in plain else form_of(plain)
            merged[-1] = Member(before.start, member.end, plain, form, before.glued or member.glued)
        else:
            merged.append(member)
    return merged


def _share_place(masked: str, members: list[Member], shared: bool) -> list[Member]:
    """Places that share the tail of the member behind them are units as printed: 云山、东溪县人民政府.

    What stands behind an organ and a blank is a name of somebody: 县水务局 张伟、县自来水公司.
    """
    for place in range(len(members) - 1, -1, -1):
        member = members[place]
        beside = place > 0 and masked[member.start - 1].isspace() and members[place - 1].form == Form.ORGAN
        if shared and not beside and member.form == Form.NONE and _PLACE_STEM.fullmatch(member.plain):
            members[place] = member._replace(form=Form.PLACE)
        else:
            shared = _GOVERNMENT.fullmatch(member.plain) is not None
    return members


def _shares(before: Member, member: Member) -> bool:
    if before.plain in ("中央", "国家") or all(char in REGION_CHARS for char in before.plain):
        return member.plain[:1] in tuple(REGION_CHARS)  # 中央、省属企业, 市、县两级人民政府, 省、市、区教育部门
    if member.plain in _BARE_NOUNS and _UNNAMED.search(before.plain):
        return True  # 省有关部门、单位
    if _SOME_PLACES.fullmatch(before.plain) and shares_each(member.plain):
        return True  # 有关市、县人民政府
    if is_counted(before.plain) and is_counted(before.plain + member.plain):
        return True  # 13个街道、镇
    if _CLASS.fullmatch(before.plain) and before.form <= Form.STEM and member.plain.endswith(_CLASSES):
        return True  # 各临床、医技科室: the first lacks the noun that both share
    if "各" not in before.plain or "各" in member.plain or not shares_each(member.plain):
        return False
    low = before.plain[before.plain.index("各") + 1 :][:1] in ("镇", "乡", "街", "村", "社")
    return not (low and member.plain[0] in "市县区")
