"""Titles of tables, and heads or cells that stand below one."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from .lines import Split

_TITLE_END = lazy_pattern(r"(?:表|方案|计划|清单|目录|台账|安排|要点|通知|任务书|一览表|明细)(?:（.{1,12}）)?[|\s]*$")
_SHORTEST = 7


def is_table_title(text: str) -> bool:
    """True for a line that may be the title of a table."""
    return len(text) >= _SHORTEST and _TITLE_END.search(text) is not None


def titled(splits: Sequence[Split], first: int) -> bool:
    """True when a table's title stands right above line ``first``."""
    for index in range(first - 1, -1, -1):
        if text := splits[index].line.text:
            return is_table_title(text)
    return False
