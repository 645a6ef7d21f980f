"""How long a service takes by law or promise (法定时限：15个工作日): an attribute of it, no deadline of a task.

办理时限 is one, too, where such a term, or whom a service is for, stands beside it; alone, or with a day, it is when a
task has to be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...normalize.lazy import lazy_pattern

_PROMISED = lazy_pattern(
    r".{0,4}(?:法定|承诺)(?:的?(?:办理|办结|审批|审查|服务|完成|工作))?(?:时限|期限|时间|天数|工作日)"
)
_HANDLED = lazy_pattern(r".{0,4}(?:办理|办结|审批|受理|实际)(?:时限|期限|时间|天数|工作日)")
#: What lists of services tell of them.
_SERVED = lazy_pattern(
    r"(?:服务|办事|便民|许可|审批)(?:事项|对象|内容)(?:名称)?|(?:申请|申报|所需)(?:材料|条件)|(?:受理|办理)(?:条件|材料|窗口)|收费(?:标准|依据)"
)
_COUNT = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]+)"
_LENGTH = lazy_pattern(
    rf"(?:即[时办]|当[日天场]|马上)(?:办理|办结|即?办)?|(?:自[^，。；]{{1,16}}之日起)?{_COUNT}个?(?:工作日|自然日|日|天|小时|分钟|个?月)(?:以?内)?(?:办结|完成)?"
)


def is_promised(head: str) -> bool:
    """Whether a head or label asks for the term that law or promise sets."""
    return _PROMISED.fullmatch(head) is not None


def is_service_term(head: str, beside: Iterable[str]) -> bool:
    """Whether a head of a time asks for such a term beside the other heads."""
    return _HANDLED.fullmatch(head) is not None and any(
        is_promised(other) or _SERVED.fullmatch(other) for other in beside
    )


def lists_services(heads: Sequence[str]) -> bool:
    """Whether heads are of a list of services: one is such a term beside another, or beside a service (审批事项 | 承诺时限)."""
    promised = sum(map(is_promised, heads))
    return promised > 1 or (promised > 0 and any(_SERVED.fullmatch(head) for head in heads))


def is_length(value: str) -> bool:
    """Whether a value is a length of time and no day."""
    return _LENGTH.fullmatch(value.strip("。；， ")) is not None
