"""What a unit does, said right behind its name in words that are no role: 县司法局审核, 县财政局提供资金."""

from __future__ import annotations

from ...normalize.lazy import lazy_pattern
from ..text.vocabulary import alternatives, words
from .grammar import Form, form_of

_DOES = words("""
审核 审批 审查 审定 把关 保障 提供 汇总 核实 核定 核查 对接 拨付 验收 监测 支撑 做好 抓好 搞好 加强 强化 跟进 统计 备案 确认 安排 落实 开展 提出 调度 保证
""")
_DUTY = lazy_pattern(lambda: alternatives(_DOES))


def organ_before_duty(plain: str) -> int:
    """Where the organ ends that words of what it does stand behind; 0 when there is none."""
    for does in _DUTY.finditer(plain, 2):
        if form_of(plain[: does.start()]) == Form.ORGAN:
            return does.start()
    return 0
