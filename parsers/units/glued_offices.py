"""Places of one rank, and offices without a region in their names, that lost what stood between them: 城关镇石桥镇青河乡,
东湖村西岭村南桥社区, 教育局住建局, 党政办派出所, 财务科人事科.

A place stands before the places that it holds (石桥镇东湖村, 东湖街道西岭社区): only peers are a list. Nothing opens the
next office, so the endings tell: a list is cut only where every piece is an office, and where no piece can be a part of the
one before it (住建局建管科, 政务中心办公室).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.vocabulary import alternatives, words
from .names import ALL_STEMS, REGION_CHARS

#: What describes places and names none: 示范镇重点镇, 城中村空心村新农村.
_KINDS = words(
    "特色 示范 重点 试点 中心 建制 行政 自然 所有 有关 相关 全部 其他 新农 城中 空心 美丽 各 城乡 县乡 开发 工业 经济 高新 新城 园"
)
_NAME = rf"(?!{alternatives(_KINDS)}){CHINESE}{{2,4}}?"
_TOWNS = lazy_pattern(rf"{_NAME}(?:[镇乡]|街道)(?:人民政府|政府|办事处)?")
_VILLAGES = lazy_pattern(rf"{_NAME}(?:村|社区)(?:村?委会|居委会)?")
_DISTRICTS = lazy_pattern(rf"{_NAME}[县区旗](?:人民政府|政府)?")
#: The pieces of each rank and how many make a list: two words that end like villages may be one name.
_RANKS = ((_TOWNS, 2), (_VILLAGES, 3), (_DISTRICTS, 3))
_PLACES = frozenset("镇乡道村区县旗府处会")
#: Endings of departments: 局 of a county, 部 of the state, 厅 of a province.
_DEPARTMENTS = frozenset("局部厅")
#: Endings of sections of an organ, and of the offices of a town.
_SECTIONS, _TOWN = frozenset("科股"), frozenset("办站所")
_PIECE = lazy_pattern(rf"{CHINESE}{{2,5}}?(?:科|股|办|站|所|中心校|卫生院)")
#: Offices that have none below them.
_LEAVES = words("派出所 司法所 财政所 税务所 供电所 国土所 市监所 中心校 卫生院")
#: Offices that have others below them: 县府办政务公开办; and the police, whose bureaus are its own (公安局交通管理局).
_PARENTS = ("府办", "委办")
_POLICE = "公安"
#: What goes on with a word, behind an ending: 科研, 办理, 所属.
_WORDS = frozenset("研技学协普教室员目长份权理公事案证点属有在")
_SHORTEST, _LONGEST = 6, 40


def cut_places(plain: str) -> list[int]:
    """Where the second and each further place begins; empty when the text is not a list of peers."""
    for piece, fewest in _RANKS:
        sizes, at = list[int](), 0
        while found := piece.match(plain, at):
            sizes.append(len(found[0]))
            at = found.end()
        if at == len(plain) and len(sizes) >= fewest:
            return list(accumulate(sizes))[:-1]
    return []


def may_be_offices(plain: str) -> bool:
    """Cheap test: an ending of offices inside the name, and one at its end."""
    if not _SHORTEST <= len(plain) <= _LONGEST:
        return False
    last = plain[-1]
    if last in _DEPARTMENTS:
        return last in plain[2:-2]
    if last in _PLACES:
        return bool(cut_places(plain))
    return last in "科股办站所校院" and any(char in plain[2:-2] for char in "科股办站所校院")


def cut_offices(plain: str) -> list[int]:
    """Where the second and each further office of ``plain`` begins; empty when it is one name, or not all offices."""
    if plain[-1] in _PLACES:
        return cut_places(plain)
    pieces = _departments(plain) if plain[-1] in _DEPARTMENTS else _small(plain)
    at, cuts = 0, list[int]()
    for piece in pieces[:-1]:
        at += len(piece)
        cuts.append(at)
    return cuts


def _departments(plain: str) -> list[str]:
    """The departments of a text that is nothing but known ones of one rank; [] when it is not."""
    pieces = [piece + plain[-1] for piece in plain[:-1].split(plain[-1])]
    first = pieces[0].lstrip(REGION_CHARS)
    known = len(pieces) > 1 and all(piece[:-1] in ALL_STEMS for piece in (first, *pieces[1:]))
    return pieces if known and not first.startswith(_POLICE) else []


def _small(plain: str) -> list[str]:
    """The sections or town offices of a text that is nothing but such; [] when it is not, or when they may be nested."""
    pieces: list[str] = []
    at = 0
    while at < len(plain):
        match = _PIECE.match(plain, at)
        if match is None or plain[match.end() : match.end() + 1] in _WORDS:
            return []
        pieces.append(match[0])
        at = match.end()
    return pieces if _is_list(pieces) else []


def _is_list(pieces: Sequence[str]) -> bool:
    """True for offices of one rank: all sections, or a town's, one of which repeats an ending or has none below it."""
    if len(pieces) < 2 or any(piece.endswith(_PARENTS) for piece in pieces[:-1]):
        return False
    endings = [piece[-1] for piece in pieces]
    if any(ending in _SECTIONS for ending in endings):
        return all(ending in _SECTIONS for ending in endings)
    again = any(a == b for a, b in pairwise(endings)) and set(endings) <= _TOWN
    return again or any(piece.endswith(_LEAVES) for piece in pieces[:-1])
