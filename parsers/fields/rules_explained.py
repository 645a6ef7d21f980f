"""Sentences that say who explains the rules that a document lays down, which is no task."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern

#: 做好政策解释 and 宣传解释本通知精神 are tasks.
_EXPLAINED = lazy_pattern(
    r"(?<!宣传)解释(?!本|和|与|及|说明|宣传|口径)(?<!做好政策解释)(?<!加强政策解释)(?<!开展政策解释)"
)
_RULES = lazy_pattern(r"本(?:通知|办法|规定|意见|措施|政策|细则|方案|文件|公告|实施)|政策|细则|[执施]行|起实施")


def explains_rules(sentence: str) -> bool:
    """Whether a sentence says who explains what was laid down, which is no task: 本办法自印发之日起执行，由甲负责解释."""
    return "解释" in sentence and None not in (_EXPLAINED.search(sentence), _RULES.search(sentence))
