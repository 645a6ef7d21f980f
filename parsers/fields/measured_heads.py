"""Heads that say in what their figures are measured: 造林面积（亩）, 编织袋（万条）."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.labels import MEASURES
from ..text.vocabulary import alternatives, words

_LONGER = words(
    "人次 人数 平方 平方米 立方 立方米 公里 千米 公顷 公斤 千克 班次 场次 车次 批次 小时 分钟 千瓦 兆瓦 千瓦时 标准煤 标煤 学时 课时 床位"
)
_ONE = (
    MEASURES.translate(dict.fromkeys(map(ord, "年月日时号")))
    + "块眼口盏棵株只头尾羽艘栋幢条支枚顶袋箱桶瓶盒包件双副把担升克顷期门节本册面片批度"
)
_SAID = rf"(?:单位[：:])?(?:[十百千万亿]{{1,2}})?(?:{alternatives(_LONGER)}|[{_ONE}%％‰])(?:/[^（）()]{{1,3}})?"
#: What figures under a head are measured in.
MEASURED = lazy_pattern(rf"[（(]{_SAID}[）)]$")


def is_measured(text: str) -> bool:
    """Whether a head, white space removed, ends in what its figures are measured in, in brackets."""
    found = MEASURED.search(text)
    return found is not None and found.start() > 1
