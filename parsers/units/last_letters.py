"""What a text that is nothing but names of units ends in: the last letter of a name, or what such lists close with."""

from __future__ import annotations

from ...normalize.characters import is_han
from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from . import names
from .collected import EDGE
from .words import CLAUSE_WORDS, CLOSING_WORDS, MANNERS, ROLE_WORDS, TAIL_WORDS

_NAMES = (*names.ORGANS, *names.STRONG_ENDINGS, *names.WEAK_ENDINGS, *names.KINDS)
#: Schools (县一中), those who do one thing each (各接种点, 各商户), what stands for more of them (等5家) or for none (无).
_OTHERS = "中高幼点户业等家个无略一二三四五六七八九十"
_LETTERS = frozenset(word[-1] for word in _NAMES).union(_OTHERS)
#: Words of roles and manners, and what a clause says beside who and when: 按职责范围, 及时整改, 预期性指标, 分步.
_CLOSING = (
    *CLAUSE_WORDS,
    *CLOSING_WORDS,
    *TAIL_WORDS,
    *MANNERS,
    *ROLE_WORDS,
    *words("""
    职责 职能 责任 任务 工作 权限 范围 要求 职权 内 启动 推进 开展 改 指标 目标 即时 适时 及时 随时 按时 按期 尽快 年度 分步 同上 下同
    """),
)
#: Branches of these companies end in anything.
_COMPANY = lazy_pattern(alternatives(names.COMPANIES))


def may_end_with_name(text: str) -> bool:
    """Cheap rejection: most sentences and headings end in what ends no list of names."""
    text = text.rstrip(EDGE)
    last = text[-1:]
    return last in _LETTERS or not is_han(last) or text.endswith(_CLOSING) or _COMPANY.search(text) is not None
