"""Names of units among characters that nothing parts: where they may begin, where they may end, and how good they are.

Known departments, names with a region in front and collectives with 各 are good; what only ends like a name is hardly one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from ....normalize.lazy import lazy_pattern
from ...deadlines.actions import ACTION
from ...units.grammar import Form, form_of, is_department, longest_ending
from ...units.names import ALL_STEMS, KINDS, ORGANS, REGION_CHARS, STEMS, STRONG_ENDINGS, WEAK_ENDINGS

SEPARATORS = "、，；"
_BRACKETS = lazy_pattern(r"（[^（）]*）")
_STRONG = frozenset(STRONG_ENDINGS)
_WEAK = frozenset(WEAK_ENDINGS)
_STEMS = frozenset(STEMS)
_KINDS = frozenset(KINDS)
#: The places of whose departments a collective is: 各县（市、区）教育局, without brackets.
_OF_EACH = lazy_pattern(f"各[{REGION_CHARS}地]+")
#: What may stand before the last character of 各县区, 各镇街.
_PLAIN_EACH = frozenset(REGION_CHARS + "、街村社直级有相关")
#: What an office behind its organ ends with; 企业 behind an organ is what something is done to.
_OFFICES = ("中心", "站", "所", "队", "处", "室", "科", "股", "组", "办", "局", "委")
_LAST = frozenset(word[-1] for word in (*STRONG_ENDINGS, *WEAK_ENDINGS, *KINDS)) | {"）"}
_COLLECTIVE = lazy_pattern(r"(?:全?[省市县区镇])?各|[省市州县区镇]直|有关|相关")
#: Departments inside an organ: behind its name they are a part of it (市公安局交警支队).
INNER = lazy_pattern(r".{0,6}(?:支队|大队|中队|分局|支局|分署|分行|支行|监管组|管理部|科|股|办公室|督查室|研究室)")
#: The organ alone is no unit beside its own office: 区委宣传部, 市政府办公室.
_PARENT = lazy_pattern(r".?(?:[省市州县区旗镇乡]委|政府|党委|党工委|管委会)|.{0,8}机关")
#: Smaller offices behind the level they are of: 县园林所, 市水文站.
_POSTS, _SHORTEST_POST = ("所", "站", "队"), 4
#: How long the names of places are, mostly.
_PLACES = (2, 3, 4)
#: Endings that go on with their next character: 南门街|道, 政府办|公室.
_TORN = frozenset(("街道", "办公", "办事", "委员", "乡镇", "县市", "科技"))
_WORDS_OF_OFFICES = ("市场", "市政", "乡村")
_EACH_PART = ("各部门", "各单位", "各有关", "各组成")
_LONGEST_NAME, _LONGEST_EACH, _LONGEST_PREFIX, LONGEST_STEM, _PLACE, _WORD, _LONGEST_LEVEL = 30, 4, 5, 14, 4, 2, 3
#: What each character of a name gains, and how many do.
_CHARACTER, _LEAST, _EACH, _DOER = 0.65, 0.1, 0.45, 0.6
_LONGEST_SURE, _LONGEST_DOUBTFUL, _LONGEST_AREA, _AREA = 8, 3, 5, 0.8
#: What is known from other rows gains.
_KNOWN_PLACE, _KNOWN, _KNOWN_LEAST = 0.8, 0.5, 1.6
#: A name inside another costs; so does a unit that is sure inside a longer name, an organ or a place without its office.
_JOINT, _ACTS, _SEAM, _INNER_SEAM, _PARENT_ALONE, _PLACE_ALONE = 1.5, 1.2, 2.5, 1.0, 2.5, 1.5
#: A place from which on a beginning is sure.
_SURE = 0.6


def is_collective(name: str) -> bool:
    """True for a name of many units at once (各街道, 区直单位)."""
    return _COLLECTIVE.match(name) is not None


def _name_ends(text: str) -> list[int]:
    """Where names may end, from the text's beginning on: behind an ending, outside brackets."""
    ends: list[int] = []
    depth = 0
    for at, char in enumerate(text, 1):
        depth += (char == "（") - (char == "）")
        if depth == 0 and char in _LAST and text[at : at + 1] != "（":
            ends.append(at)
    return ends


def _continues(rest: str) -> bool:
    """True when an organ's office may follow its name: 县|市场监管局, not 县|市公安局."""
    if rest.startswith(_WORDS_OF_OFFICES):
        return True
    return bool(rest) and rest[0] not in REGION_CHARS + "各。" + SEPARATORS and not rest[0].isdigit()


@lru_cache(maxsize=8192)
def gain_of(name: str) -> float | None:
    """How much a name gains in the search; None where it is none."""
    plain = _BRACKETS.sub("", name)
    form = form_of(plain)
    if form < Form.GENERIC and name.endswith("）") and len(plain) <= _LONGEST_AREA:
        return _AREA if form_of(name[name.rfind("（") + 1 : -1]) >= Form.PLACE else None  # 高新园（东山镇）
    if form < Form.GENERIC or not plain or plain[0] in "和及与等股" or plain[0].isdigit():
        return None
    if plain.find("各") > _LONGEST_LEVEL or (plain.startswith("街道") and plain[2:3] not in ("", "办")):
        return None
    quality = _quality(plain, form)
    acts = _ACTS if ACTION.match(plain) is not None and not _is_sure(name) else 0.0
    size = min(len(plain), _LONGEST_SURE if quality >= _DOER else _LONGEST_DOUBTFUL)
    return _CHARACTER * size * (quality - _LEAST) - _EACH - _JOINT * _inner_seams(plain) - acts


def _quality(plain: str, form: Form) -> float:
    if is_department(plain) or plain in ORGANS:
        return 1.0
    if is_collective(plain):
        kind = next((size for size in range(len(plain) - 1, 0, -1) if plain[-size:] in _KINDS), 0)
        if (office := _OF_EACH.match(plain)) is not None and is_department(plain[office.end() :]):
            return 0.9
        short = len(plain) - kind <= _LONGEST_EACH and (kind > 1 or set(plain[1:-1]) <= _PLAIN_EACH)
        return 0.9 if short else 0.4
    if form == Form.COLLECTIVE:
        return 0.3
    if plain in _WEAK and len(plain) > 2:
        return 0.7
    if form <= Form.KIND:
        return 0.2
    if ending := longest_ending(plain, _STRONG):
        if plain[: -len(ending)] in ORGANS or (len(plain) == len(ending) + 1 and plain[0] not in REGION_CHARS):
            return 0.2  # 业公司: the end of another name
        if not plain.endswith(_OFFICES) and any(
            is_department(plain[:end]) for end in _name_ends(plain)[:-1] if end > _WORD
        ):
            return 0.2
        if plain[0] in REGION_CHARS or _names_place(plain) or _is_branch(plain):
            return 0.8
        return 0.6 if len(plain) - len(ending) <= _LONGEST_PREFIX else 0.35
    if plain[0] in REGION_CHARS and plain.endswith(_POSTS) and len(plain) >= _SHORTEST_POST:
        return 0.6
    return 0.8 if plain[:-1] in _STEMS else 0.35


def _names_place(plain: str) -> bool:
    """Whether a department, or an office of one, stands behind the name of its place: 枫溪县|司法局, 枫溪县|水务局河道股."""
    for at in _PLACES:
        rest = plain[at:]
        if (
            rest
            and plain[at - 1] in REGION_CHARS
            and (rest[0] not in REGION_CHARS or rest.startswith(_WORDS_OF_OFFICES))
        ):
            ends = (end for end in range(2, len(rest) + 1) if is_department(rest[:end]))
            return any(end == len(rest) or INNER.fullmatch(rest, end) for end in ends)
    return False


def _is_branch(plain: str) -> bool:
    """Whether a name is that of an organ with its own branch behind it: 人民银行|青县支行, 市生态环境局|东山分局."""
    ends = (end for end in _name_ends(plain)[:-1] if end > _WORD)
    return any((plain[:end] in ORGANS or is_department(plain[:end])) and INNER.fullmatch(plain, end) for end in ends)


def _inner_seams(plain: str) -> int:
    """How many complete names end inside the name with another behind them that is no part of them."""
    if is_department(plain):
        return 0
    return sum(
        1
        for at in range(2, len(plain) - 2)
        if plain[at - 1] in _LAST
        and longest_ending(plain[:at], _STRONG)
        and form_of(plain[:at]) == Form.ORGAN
        and form_of(plain[at:]) == Form.ORGAN
        and not INNER.fullmatch(plain[at:])
    )


def _is_sure(name: str) -> bool:
    """True for names that nothing else is: departments, collectives with 各."""
    plain = _BRACKETS.sub("", name)
    return is_department(plain) or (plain.startswith("各") and form_of(plain) == Form.COLLECTIVE)


def names_at(text: str, at: int, known: Collection[str], starts: Mapping[int, float]) -> Iterator[tuple[int, float]]:
    """The units that may begin at a place: where each ends, and how good it is."""
    window = text[at : at + _LONGEST_NAME + 1]
    for end in _name_ends(window):
        name = window[:end]
        if window[end - 1 : end + 1] in _TORN:
            continue
        gain = gain_of(name) if len(name) > 1 else None
        if name in known:
            yield at + end, max(gain or 0.0, _KNOWN_LEAST) + _KNOWN
        elif gain is not None:
            if _PARENT.fullmatch(name) and (_continues(window[end:]) or window.startswith(_EACH_PART, end)):
                gain -= _PARENT_ALONE
            elif (
                name[-1] in REGION_CHARS
                and _continues(window[end:])
                and (
                    not is_collective(name)
                    or any(window[end : end + size] in ALL_STEMS for size in range(2, LONGEST_STEM))
                )
            ):
                gain -= _PLACE_ALONE
            if starts.get(at, 0.0) >= 1.0 and name[0] not in REGION_CHARS and _names_place(name):
                gain += _KNOWN_PLACE
            surest = max((starts.get(inner, 0.0) for inner in range(at + _PLACE + 1, at + end - 1)), default=0.0)
            yield (
                at + end,
                gain - (0.0 if _is_sure(name) else _SEAM if surest >= _SURE else _INNER_SEAM if surest else 0.0),
            )
