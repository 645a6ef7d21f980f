"""Heads of what is planned for one year each, beside the task: 2031年工作项目 | 2032年计划."""

from __future__ import annotations

from collections.abc import Sequence

from ...normalize.lazy import lazy_pattern
from .heads import TEXT_KINDS, Head

_YEARLY, _FEWEST_YEARS = lazy_pattern(r"20\d\d年度?\D"), 2


def with_years(heads: Sequence[Head]) -> list[Head]:
    """The heads with those of several years beside the task (2031年工作项目 | 2032年计划) read as its goals."""
    yearly = [head for head in heads if is_yearly(head)]
    if len(yearly) < _FEWEST_YEARS or not any(h.kind in TEXT_KINDS for h in heads if not is_yearly(h)):
        return list(heads)
    return [head._replace(kind="goal") if is_yearly(head) else head for head in heads]


def is_yearly(head: Head) -> bool:
    """Whether a head asks for what is planned for one year (2031年目标, 2032年计划)."""
    return head.kind in TEXT_KINDS | {"other"} and head.text.startswith("20") and _YEARLY.match(head.text) is not None
