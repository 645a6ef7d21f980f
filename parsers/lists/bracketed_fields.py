"""Labels in brackets inside a line, their values behind them: 【责任单位】甲【工作任务】乙, …。〔责任单位〕甲、乙"""

from __future__ import annotations

import re

from ...normalize.lazy import CHINESE, lazy_pattern
from ..fields.heads import read_head
from .duty_lines import is_names

_BRACKETED = lazy_pattern(rf"[【［〔\[（(]({CHINESE}{{2,8}})[】］〕\]）)](?=\s*[^\s【［])")
_FEWEST = 2
_SHORTEST = 6  # characters of a text before its label
_ENDS = frozenset("。；！？）)”》")
_JOINTS = frozenset("、，,和及与")


def bracketed_fields(text: str) -> list[int]:
    """Where the bracketed labels of a line begin: several that tell who, what and when, or one with names to the end."""
    if not any(mark in text for mark in "】］〕]") and "单位）" not in text and "部门）" not in text:
        return []
    found = [(match, head) for match in _BRACKETED.finditer(text) if (head := read_head(match[1])) is not None]
    units = [match for match, head in found if head.kind == "unit"]
    square = [match for match, _ in found if match[0][0] in "【［"]
    if units and len(square) >= _FEWEST:
        return [match.start() for match in square]
    last = units[-1] if units and len(found) == 1 and found[0][1].known else None
    return [last.start()] if last is not None and _opens_names(text, last) else []


def _opens_names(text: str, label: re.Match[str]) -> bool:
    """Whether names are all that stands behind a label, and a sentence ends before a round one: 甲（牵头单位）、乙 says what 甲 does."""
    before, behind = text[: label.start()].rstrip(), text[label.end() :].strip(" 。；")
    apart = before[-1:] in _ENDS or (label[0][0] in "【［" and len(before) >= _SHORTEST)
    return apart and behind[:1] not in _JOINTS and is_names(behind)
