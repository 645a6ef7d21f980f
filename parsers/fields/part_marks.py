"""What a cell below a unit's name says of the unit's part in a task: ★, √, 牵头, 协.

A mark alone says that the unit has a part; which one, a legend near the table tells (注：★为牵头单位，☆为配合单位).
"""

from __future__ import annotations

from collections.abc import Mapping

from ...normalize.lazy import lazy_pattern
from ..units import Role, decide_role, role_words_in, unit_likeness

_SIGNS = "★☆√✓✔●○◎▲△◆◇■□※＊*⊙⊕ABC"
_SIGN = lazy_pattern(f"[{_SIGNS}]")
_WORD = lazy_pattern(
    r"(?:牵头|主办|主责|负责|责任|承办|落实|配合|协办|协助|协同|参与|参加)(?:单位|部门)?|[主牵协配辅责]"
)
_CELL = lazy_pattern(rf"(?:{_SIGN.pattern}|{_WORD.pattern})\s*(?:[|\t]|$)")
#: Words cut short where a cell has room for no more.
_SHORT: Mapping[str, Role] = {
    "主": "lead",
    "牵": "lead",
    "责": "responsible",
    **dict.fromkeys("协配辅", "support"),
}
#: Names cut short to their stems (住建) are this much like units.
_LIKE = 0.5
_NO_PART = frozenset({"×", "✗", "无", "/", "—", "——", "-", "--", ""})
#: ★为牵头单位, “●”表示主办, ○：配合; and the other way round: 牵头单位用★表示, 配合单位（☆）.
_SAYS = (
    rf"(?P<sign>[{_SIGNS}])[”\"’'」）)]?(?:号|标记|标识)?(?:的?为|表示|代表|指|是|系|[：:—=-])*(?:本项|该项)?"
    rf"(?P<part>[^，。；、|\s{_SIGNS}]{{2,6}})"
)
_SAID = (
    r"(?P<part2>(?:牵头|主办|主责|责任|承办|配合|协办|协助|参与)(?:单位|部门|科室)?)"
    rf"(?:以|用|标|注|为|[：:（(“\"])+(?P<sign2>[{_SIGNS}])"
)
_LEGEND = lazy_pattern(f"{_SAID}|{_SAYS}")
_ELSE = rf"[^，。；、|\s{_SIGNS}]"
#: √为已完成, ★表示优秀: the sign says how far or how well a unit has done it.
_DONE = lazy_pattern(
    rf"(?P<sign>[{_SIGNS}])[”\"’'」）)]?(?:号|标记|标识)?的?(?:为|表示|代表|指|是|系|[：:—=-])"
    rf"(?!{_ELSE}{{0,8}}(?:牵头|主办|主责|负责|责任|承办|配合|协办|协助|参与|参加|单位|部门)){_ELSE}{{0,6}}?"
    r"(?:已|未|完成|达标|达到|合格|通过|优[秀良异]|良好|较好|公开|开通|存在)"
)


def is_sign(text: str) -> bool:
    """Whether the text of a cell is a sign and no word."""
    return _SIGN.fullmatch(text) is not None


def is_part(text: str) -> bool:
    """Whether the text of a cell says that a unit has a part in a task."""
    return is_sign(text) or _WORD.fullmatch(text) is not None


def holds_parts(line: str) -> bool:
    """Cheap rejection: whether some cell of a line between marks may say that a unit has a part."""
    return _CELL.search(line) is not None


def may_say_part(text: str) -> bool:
    """Whether the text of a cell says which part a unit has, or that it has none."""
    return text in _NO_PART or is_part(text)


def role_of_part(text: str, legend: Mapping[str, Role]) -> Role | None:
    """The role that a mark says, by the ``legend`` where it is a sign; None where nothing tells it."""
    if is_sign(text):
        return legend.get(text)
    return _SHORT.get(text) or decide_role(role_words_in(text))


def read_legend(text: str) -> dict[str, Role]:
    """The roles that a text without white space gives to signs."""
    roles: dict[str, Role] = {}
    for found in _LEGEND.finditer(text):
        if words := role_words_in(found["part"] or found["part2"]):
            roles.setdefault(found["sign"] or found["sign2"], decide_role(words))
    return roles


def signs_of_progress(text: str) -> frozenset[str]:
    """The signs that a text without white space says to tell how far or how well something is done."""
    return frozenset([found["sign"] for found in _DONE.finditer(text)])


def names_units(head: str) -> bool:
    """Whether a column head is the name of units: 县水利局, 各乡镇."""
    return unit_likeness(head) >= _LIKE
