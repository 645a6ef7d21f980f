"""Sentences that say who explains the rules that a document lays down, or sets up further ones, which is no task."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern

#: 做好政策解释 and 宣传解释本通知精神 are tasks.
_EXPLAINED = lazy_pattern(
    r"(?<!宣传)解释(?!本|和|与|及|说明|宣传|口径)(?<!做好政策解释)(?<!加强政策解释)(?<!开展政策解释)"
)
_RULES = lazy_pattern(r"本(?:通知|办法|规定|意见|措施|政策|细则|方案|文件|公告|实施)|政策|细则|[执施]行|起实施")
#: Who sets up the rules of what was said before does none of it: 补贴的具体实施办法，由甲制定. To make such rules is a task.
_OF_RULES = lazy_pattern(
    r"(?:^|[，；。])(?![^，；。]{0,24}(?:制[定订]|出台|研究|完善|修[订改]|明确|编制|印发|优化|细化|健全|执行|落实))"
    r"[^，；。]{0,20}(?:具体|实施|操作|申领|认定|兑付|管理)[^，；。]{0,6}(?:办法|细则|规程|流程|标准|口径)，?$"
)
_LONGEST_RULES = 40  # characters, more than such a phrase has


def explains_rules(sentence: str) -> bool:
    """Whether a sentence says who explains what was laid down, which is no task: 本办法自印发之日起执行，由甲负责解释."""
    return "解释" in sentence and None not in (_EXPLAINED.search(sentence), _RULES.search(sentence))


def sets_up_rules(before: str) -> bool:
    """Whether what stands ``before`` 由 names the rules of something, which those behind it set up: 具体实施办法，由甲制定."""
    return _OF_RULES.search(before[-_LONGEST_RULES:]) is not None
