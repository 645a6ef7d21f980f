"""Heads of which bytes are lost: 牵头单\ufffd, 完成\ufffd限. The words that heads are made of tell what they were."""

from __future__ import annotations

from functools import lru_cache

from ...normalize.decode import REPLACEMENT
from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import words

#: Words of two characters that heads are made of; of two that lack the same one, the first is read.
_WORDS = words("""
单位 部门 科室 处室 任务 工作 内容 事项 措施 举措 要求 目标 名称 项目 时限 时间 期限 进度 完成 责任 牵头 配合 协办 承办 主办 参与
领导 序号 编号 备注 类别 领域 重点 主要 具体 实施 落实 办理 整改
""")
#: Those that are heads by themselves.
_ALONE = words("序号 备注 事项 时限")
_LOST = lazy_pattern(f"{REPLACEMENT}+")
_WORD = 2


@lru_cache(maxsize=256)
def mended_head(text: str) -> str:
    """``text`` with the character that every gap of it stands for; as it is where a gap fits no word."""
    gaps = [match.span() for match in _LOST.finditer(text)]
    known = _WORDS if len(text) > _WORD else _ALONE
    parts: list[str] = []
    at = 0
    for start, end in gaps:
        before, behind = text[start - 1 : start], text[end : end + 1]
        char = next((word[1] for word in known if word[0] == before), None) if _opens(text[at:start]) else None
        char = char or next((word[0] for word in known if word[1] == behind), None)
        if char is None:
            return text
        parts += text[at:start], char
        at = end
    return "".join([*parts, text[at:]])


def _opens(before: str) -> bool:
    """Whether what stands before a gap ends with the first half of a word: an odd character behind whole words."""
    return len(before) % 2 == 1
