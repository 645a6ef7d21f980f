"""Labels that are names themselves: 财政部门：负责… says who does it, 责任部门：县财政局 announces who does.

An office with its duties behind the colon is no label of people either: 乡级河长：对辖区内的河道负直接责任。
"""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..units import is_department, person_likeness, read_names, role_words_in
from .heads import Head

_ENDS = ("部门", "机关")
#: What a duty begins with, and no name.
_DUTY = lazy_pattern(
    r"(?:要|应|主要|具体|依法|积极|共同|全力|认真)?(?:负责|牵头|组织|配合|协助|承担|参与|指导|督促|落实|履行|做好|加强|按照|根据)(?![单部][位门])"
)
#: What an office has to do.
_OFFICE_DUTY = lazy_pattern(r"负责.{4}|负.{0,6}责任|履行|承担|领导下|第一责任人")
_STOPS = lazy_pattern(r"[，；。]")
_NAMES = 0.8


def names_itself(head: Head, value: str) -> bool:
    """Whether a label over units or people is a name, with what the unit or the office does behind the colon.

    A department is known by its stem (财政, 食品药品监督管理); any other (水电主管部门) by a duty in place of names.
    """
    if head.kind == "person":
        return _OFFICE_DUTY.search(value) is not None and person_likeness(_STOPS.split(value, maxsplit=1)[0]) < _NAMES
    if head.kind != "unit" or not head.text.endswith(_ENDS) or (value and read_names(value.rstrip("。；")) is not None):
        return False
    stem = head.text[:-2]
    known = is_department(head.text) and role_words_in(stem) != [stem]
    return known or (not head.known and opens_duty(value))


def opens_duty(text: str) -> bool:
    """Whether a text begins with what someone has to do (负责…, 牵头…, 落实…)."""
    return _DUTY.match(text) is not None
