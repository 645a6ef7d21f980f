"""Places of one rank that lost what stood between them: 城关镇石桥镇青河乡, 东湖村西岭村南桥社区.

A place stands before the places that it holds (石桥镇东湖村, 东湖街道西岭社区): only peers are a list.
"""

from __future__ import annotations

from itertools import accumulate

from ...normalize.lazy import CHINESE, lazy_pattern
from ..text.vocabulary import alternatives, words

#: What describes places and names none: 示范镇重点镇, 城中村空心村新农村.
_KINDS = words(
    "特色 示范 重点 试点 中心 建制 行政 自然 所有 有关 相关 全部 其他 新农 城中 空心 美丽 各 城乡 县乡 开发 工业 经济 高新 新城 园"
)
_NAME = rf"(?!{alternatives(_KINDS)}){CHINESE}{{2,4}}?"
_TOWN = lazy_pattern(rf"{_NAME}(?:[镇乡]|街道)(?:人民政府|政府|办事处)?")
_VILLAGE = lazy_pattern(rf"{_NAME}(?:村|社区)(?:村?委会|居委会)?")
_DISTRICT = lazy_pattern(rf"{_NAME}[县区旗](?:人民政府|政府)?")
#: The pieces of each rank and how many make a list: two words that end like villages may be one name.
_RANKS = ((_TOWN, 2), (_VILLAGE, 3), (_DISTRICT, 3))
ENDINGS = frozenset("镇乡道村区县旗府处会")


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
