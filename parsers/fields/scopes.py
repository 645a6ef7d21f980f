"""Words by which a clause or label speaks for several items: 以上三项任务由甲负责, 1-3项：甲, 上述工作责任单位：甲."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ...normalize.named_tuples import NamedTuple
from ..text.numerals import integer

_NUMBER = r"[\d一二三四五六七八九十两]{1,3}"
#: As a pattern of its own in larger ones: no group has a number.
SCOPE = (
    rf"(?:第?{_NUMBER}(?:[项条点](?=[至到、和]))?\s?[-—–－~～至到、和]\s?第?{_NUMBER}(?:项|条|点)|"
    rf"(?:以上|上述)(?:第?{_NUMBER}[-—–－至到]{_NUMBER}|{_NUMBER})?(?:个方面|各项|所有|项|条|点)?(?:重点|主要)?"
    r"(?:工作任务|工作|任务|事项|措施|内容|项目|目标)?)(?:工作|任务|事项)?(?:均|都|统一)?"
)
_SCOPE = lazy_pattern(rf"[（(\[【〔［]?({SCOPE})")
_MAY_BE = lazy_pattern(rf"以上|上述|[-—–－~～至到、和]\s?第?{_NUMBER}(?:项|条|点)")
_BETWEEN = lazy_pattern(rf"第?({_NUMBER})[项条点]?\s?[-—–－~～至到、和]\s?第?({_NUMBER})")
_COUNT = lazy_pattern(rf"(?:以上|上述)({_NUMBER})")
#: What parts the words from the names: 以上两项：甲.
_PARTED = lazy_pattern(rf"{SCOPE}\s?[：:，]\s?")
_OPENING = lazy_pattern(rf"{SCOPE}，?(?!\s?[：:])")


class Scope(NamedTuple):
    """Which items: numbers ``first`` to ``last``, or the ``latest``, or, without any, all before."""

    first: int | None = None
    last: int | None = None
    latest: int | None = None


def names_scope(text: str, start: int, end: int) -> bool:
    """Quick rejection: whether a stretch of text may hold words that speak for several items."""
    return _MAY_BE.search(text, start, end) is not None


def read_scope(text: str, at: int) -> Scope | None:
    """The scope that a clause or label at an offset opens with, its bracket left out; None when it opens with none."""
    match = _SCOPE.match(text, at)
    if match is None:
        return None
    between, count = _BETWEEN.search(match[1]), _COUNT.match(match[1])
    if between is not None:
        return Scope(integer(between[1]), integer(between[2]))
    return Scope(latest=integer(count[1])) if count is not None else Scope()


def opening_scope(told: str) -> int:
    """How many characters of a sentence about who does it say for which items, a comma behind them included."""
    match = _OPENING.match(told)
    return match.end() if match is not None else 0


def scope_end(inner: str) -> int:
    """How many characters of a clause name its scope and part it from what it says (以上两项：); 0 for other clauses."""
    match = _PARTED.match(inner)
    return match.end() if match is not None else 0
