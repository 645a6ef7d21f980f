"""Lists that lost their separators: 高新区管委会区政府部门各街道办事处.

A seam cuts no word. Where a word of ours lies across one, a ``jieba.Tokenizer`` filled in memory from our own vocabulary
tells the words apart; most lists have no such seam, so that jieba is imported for few notices, and its own dictionary
for none.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any

from ...normalize.lazy import CHINESE, lazy_pattern
from . import names
from .grammar import Form, form_of, longest_ending
from .masking import plain_name

_SHORTEST = 8
_REACH = 60  # no name is longer
_PARENTS = ("政府", "委", "人大", "政协", "人大常委会", "管委会", "党委", "党工委", "府")
_DEPARTMENTS = ("局", "委", "办", "厅", "部", "部门", "委员会", "办公室")
_SHORT_NAMES = ("高新区", "经开区", "开发区", "各", "市府", "区府", "县府")
_COMPANIES = tuple(names.COMPANIES)
_ENDINGS = frozenset(names.STRONG_ENDINGS) | frozenset(names.ORGANS)
#: A zone of no named place, by who runs it: 开发区管委会.
_ZONE = r"(?:(?:经济|高新)(?:技术)?(?:产业)?)?(?:开发|高新|经开|示范|度假|保税|综保|工业园|产业园|工业|景)区(?:管委会|管理委员会)"
_ANY_ZONE = lazy_pattern(_ZONE)
# A complete name, then a word that opens the next one.
_SEAM = lazy_pattern(
    r"(?:局|委|办|厅|部|会|公司|集团|政府|中心|办公室|院|处|部门|单位|街道|街道办|办事处|银行|机构|企业|学校|馆|站|社|所|队|行|园|校|台|厂|宫)"
    rf"(?=各|[省市县区州](?!分|支|域)|镇(?!街)|国家|中国|最高人民|自治区|全[市县区省国]|{_ZONE})"
)
# Systems whose local branches carry the region after the parent: 市公安局|区分局 is one name, 市公安局|市财政局 two.
_SYSTEM = ("税务总局", "税务局", "银行", "监会", "监管总局", "海关", "公安局", "国网", "南网", "公司", "集团", "局")
_BRANCH = lazy_pattern(
    r"[省市县区州][^局委办厅部、，]{0,6}(?:分局|供电公司|供电局|分公司|支行|分行|税务局|海关|支队|大队|派出所)"
)
# 市委市政府督查室 serves both: one name; 市委市直机关工委 is the committee's own.
_COMMITTEE = lazy_pattern(r"[省市县区州旗]委")
_GOVERNMENT = lazy_pattern(r"[省市县区州旗](?:人民)?政府")
# 国家税务总局天台|县税务局, 中国银行烟台|市分行: a place that ends like an organ, behind its system.
_SYSTEM_PLACE = lazy_pattern(rf"(?:税务总局|税务局|银行|监会|监管总局|海关|国网|南网|公司|集团){CHINESE}{{1,4}}$")
_OPENING = lazy_pattern(rf"各|[省市县区州镇](?!划|域|容|场)|国家|中国|最高人民|自治区|全[市县区省国]|{_ZONE}")
# An organ's own section, with nothing between them: 区民政局|区划地名科.
_OWN_SECTION = lazy_pattern(r"[^局委办厅府会、，]{2,12}[科股处室]")
# Its branches: 市公安局各派出所.
_OWN_BRANCHES = lazy_pattern(r"各(?:基层|县区|区县|直属)?(?:分局|分行|支行|分公司|支队|大队|中队|派出所|站所|网点)")
# Who sits on it: 市安委会各成员单位.
_OWN_MEMBERS = lazy_pattern(r"各(?:有关|相关)?(?:成员|组成)(?:单位|部门)")
_OWN_PARTS = lazy_pattern(
    r"各(?:有关|相关|直属|所属|下属|职能|行政|执法|业务|内设|工作|组成)*(?:部门|单位|机构|科室|处室|股室|委办局|处|科|部委|委局|厅局|厅委|委办)"
)


def may_be_glued(plain: str, form: Form) -> bool:
    """Cheap test: long enough, and a complete name is followed by the opening of another; or one 各 by the next."""
    if plain.startswith("各") and "各" in plain[2:]:
        return True
    return len(plain) >= _SHORTEST and _SEAM.search(plain) is not None


def cut_glued(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of the names in a run without separators; empty when it is one name after all."""
    cuts: list[int] = []
    begin = start
    for at in range(start + 1, end):
        if at - begin > _REACH or not _OPENING.match(masked, at, end):
            continue
        if _ends_here(plain_name(masked, begin, at), masked[at : min(end, at + _REACH)]) and _between_words(
            masked[start:end], at - start
        ):
            cuts.append(at)
            begin = at
    if not cuts:
        return []
    bounds = [start, *cuts, end]
    ranges = list(pairwise(bounds))
    plain = (plain_name(masked, s, e) for s, e in ranges)
    return ranges if all(form_of(name) >= Form.PLACE or _ANY_ZONE.fullmatch(name) for name in plain) else []


def _ends_here(name: str, rest: str) -> bool:
    """Whether a name is complete and what follows, the opening of another, is no part of it."""
    if form_of(name) < Form.COLLECTIVE:
        return False
    if _OWN_SECTION.fullmatch(rest) or _OWN_BRANCHES.match(rest) or _OWN_MEMBERS.match(rest):
        return False
    if _OWN_PARTS.match(rest):
        return not name.endswith(_PARENTS) and longest_ending(name, _ENDINGS) != ""
    if _COMMITTEE.fullmatch(name) and (_GOVERNMENT.match(rest) or rest[1:3] == "直机"):
        return False
    if name.startswith(_COMPANIES) and (not longest_ending(name, _ENDINGS) or _BRANCH.match(rest)):
        return False  # 中国电信云山|县分公司
    if rest[0] in "市县区州旗" and not name.endswith(_SYSTEM) and _SYSTEM_PLACE.search(name):
        return False
    if name.endswith("设区") and rest[0] == "市":
        return False  # 各设区市教育局
    peers = name[0] == rest[0] and rest[0] in names.REGION_CHARS  # 市应急局|市消防支队: a branch is of a lower level
    return peers or rest[0] == "各" or not (name.endswith(_SYSTEM) and _BRANCH.match(rest))


def _between_words(text: str, at: int) -> bool:
    """Whether a word ends at ``at``: no word of ours lies across it, or the text divides into words otherwise."""
    longest = _longest_word()
    across = (
        text[begin:end]
        for begin in range(max(0, at - longest + 1), at)
        for end in range(at + 1, min(len(text), begin + longest) + 1)
    )
    return not any(map(_is_word, across)) or at in _boundaries(text)


@lru_cache(maxsize=8)
def _boundaries(text: str) -> frozenset[int]:
    return frozenset(accumulate(map(len, _tokenizer().cut(text, HMM=False))))


def _jieba() -> Any:
    """jieba without ``pkg_resources``: that takes three times as long to load, warns, and finds a file we never read."""
    modules: dict[str, Any] = sys.modules
    hidden = modules.setdefault("pkg_resources", None) is None  # None makes its import fail, which jieba provides for
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its patterns hold escapes that Python warns of
            return importlib.import_module("jieba")
    finally:
        if hidden:
            del modules["pkg_resources"]


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    """A tokenizer that knows unit words alone."""
    tokenizer: Any = _jieba().Tokenizer()
    frequencies: dict[str, int] = {}
    for word in [*_whole_words(), *(stem + ending for stem in names.ALL_STEMS for ending in _DEPARTMENTS)]:
        for size in range(1, len(word)):
            frequencies.setdefault(word[:size], 0)
        frequencies[word] = 10 ** min(len(word), 6)
    tokenizer.FREQ = frequencies
    tokenizer.total = sum(frequencies.values())
    tokenizer.initialized = True
    return tokenizer


def _is_word(text: str) -> bool:
    return text in _whole_words() or any(
        text.endswith(ending) and text[: -len(ending)] in names.ALL_STEMS for ending in _DEPARTMENTS
    )


@lru_cache(maxsize=1)
def _whole_words() -> frozenset[str]:
    """Endings, organs, kinds, stems, and short names of organs and zones; departments are stems with their endings."""
    return names.ALL_STEMS.union(names.STRONG_ENDINGS, names.ORGANS, names.KINDS, _SHORT_NAMES)


@lru_cache(maxsize=1)
def _longest_word() -> int:
    department = max(map(len, names.ALL_STEMS)) + max(map(len, _DEPARTMENTS))
    return max(department, *map(len, _whole_words()))
