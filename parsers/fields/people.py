"""People in the cells of a person column (分管领导, 责任人)."""

from __future__ import annotations

import re

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.piece import Piece, Range
from ..units import PersonDraft, UnitDraft, UnitReading, first_label, read_units, unit_likeness
from ..units.grammar import Form, form_of
from ..units.persons import holds_office, is_person, is_post, is_sure_name, is_title, organ_before, split_title

_NAME = lazy_pattern(r"((?![.。])[^、，；：:,;/\s（）()\d+-]+)([（(][^（）()\d]*[）)])?")
_PHONE = lazy_pattern(r"(?<![\d-])(?:0\d{2,3}[-—－]?)?\d{5,12}(?:[-—－]\d{1,5})?(?!\d)")
#: Words before a number, no names.
_NO_NAMES = frozenset({"电话", "手机", "联系电话", "办公电话", "座机"})
#: A given name of one character, printed with a blank so that it is as wide as the others (王 芳).
_SPACED = lazy_pattern(rf"(?<!{CHINESE})({CHINESE})[ \u3000]+({CHINESE})(?!{CHINESE})")
_BEHIND_BLANK = lazy_pattern(rf"\s+({CHINESE}\0*{CHINESE}{{1,2}})(?=[、，；,;/\s（(]|$)")
_UNIT = 0.8
#: Posts of many, which are no posts of the one named before.
_ALL = ("各", "相关", "有关")


def phone_numbers(piece: Piece) -> list[tuple[str, Range]]:
    """The telephone numbers in a cell of people, each with its document range: no names, but not to be lost."""
    if not any(char.isdigit() for char in piece.text):
        return []
    return [(match[0], piece.range(*match.span())) for match in _PHONE.finditer(piece.text)]


def read_persons(text: str, role: str) -> UnitReading:
    """The people of a cell whose column head is ``role``; a cell of units is read as units.

    A label inside (王某某  牵头单位：市教育局) ends the people. Offsets are those of ``text``; a name that is printed with
    a blank inside is one name. The organ before a name (市教育局王芳, 市教育局 王芳) stands beside.
    """
    label = first_label(text)
    people = text if label is None else text[:label]
    if unit_likeness(people) >= _UNIT:
        return read_units(text, None)
    joined = _SPACED.sub(lambda m: m[1] + "\0" * (m.end() - m.start() - 2) + m[2], people)
    persons: list[PersonDraft] = []
    beside: list[UnitDraft] = []
    found = list(_NAME.finditer(joined))
    named = any(is_person(match[1].replace("\0", "")) and not is_title(match[1]) for match in found)
    posts = False  # the one named before has posts: 赵敏 县委常委、政法委书记
    for match in found:
        plain, start = match[1], match.start(1)
        behind = _behind_blank(joined, match)
        if plain in _NO_NAMES or ((named or behind) and is_title(plain)):  # 赵敏 副县长
            posts = True
            continue
        if behind and (office := organ_before(plain + behind, told=True)):  # 县住建局副局长 赵敏
            beside.append(UnitDraft(plain[:office], "responsible", start, start + office))
            continue
        if (posts or behind) and is_post(plain) and not plain.startswith(_ALL):
            continue
        posts = False
        organ = len(plain) if _is_office(plain, joined, match.end()) else organ_before(plain, told=True)
        if organ:
            beside.append(UnitDraft(plain[:organ], "responsible", start, start + organ))
        first, last = _name_alone(plain[organ:], sure=organ > 0)  # 农业中心|主任|赵敏, 副县长|王丽, 周启明|副县长
        if organ < len(plain):
            posted = last < len(plain) - organ or (
                is_person(plain[organ + first :]) and holds_office((match[2] or "")[1:-1])
            )
            begin, kept = start + organ + first, start + organ + last if posted else match.end()
            persons.append(PersonDraft(joined[begin:kept].replace("\0", ""), role or None, begin, kept))
    if label is None:
        return UnitReading(persons=tuple(persons), beside=tuple(beside))
    labelled = read_units(" " * label + text[label:], None)  # the same length: offsets stay
    return labelled._replace(persons=(*persons, *labelled.persons), beside=tuple(beside))


def _name_alone(plain: str, *, sure: bool) -> Range:
    """Where the name stands in what one person is printed as, without the post in front of it or behind."""
    first, last, title = split_title(plain)
    return (first, last) if title and (sure or is_sure_name(plain[first:last])) else (0, len(plain))


def _behind_blank(text: str, match: re.Match[str]) -> str:
    """The name that nothing but a blank parts from what stands before it, of whatever family: 副县长 蔺某."""
    behind = _BEHIND_BLANK.match(text, match.end())
    name = behind[1].replace("\0", "") if behind is not None else ""
    return "" if is_title(name) or holds_office(name) or form_of(name) != Form.NONE else name


def _is_office(plain: str, text: str, end: int) -> bool:
    """Whether an organ stands before a name and a blank: 市教育局 王芳."""
    if form_of(plain) != Form.ORGAN or end == len(text) or not text[end].isspace():
        return False
    behind = _NAME.search(text, end)
    return behind is not None and is_person(behind[1].replace("\0", ""))
