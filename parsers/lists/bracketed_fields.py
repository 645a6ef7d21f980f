"""Labels in brackets inside a line, their values behind them: 【责任单位】甲【工作任务】乙, …。〔责任单位〕甲、乙"""

from __future__ import annotations

from ...normalize.lazy import CHINESE, lazy_pattern
from ..fields.heads import read_head
from .duty_lines import is_names

_BRACKETED = lazy_pattern(rf"[【［〔\[（(]({CHINESE}{{2,8}})[】］〕\]）)](?=\s*[^\s【［])")
_FEWEST = 2


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
    named = last is not None and last.start() > 0 and is_names(text[last.end() :].strip(" 。；"))
    return [last.start()] if last is not None and named else []
