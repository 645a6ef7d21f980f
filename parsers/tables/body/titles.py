"""Titles of tables, and heads or cells that stand below one."""

from __future__ import annotations

from collections.abc import Sequence

from ....normalize.lazy import lazy_pattern
from ...deadlines.actions import ACTION
from ..grid.cells import Cell
from .lines import Split

_TITLE_END = lazy_pattern(r"(?:表|方案|计划|清单|目录|台账|安排|要点|通知|任务书|一览表|明细)(?:（.{1,12}）)?[|\s]*$")
#: A table that is counted: 表2 重点工程项目, 附表三：….
_COUNTED = lazy_pattern(
    r"附?表\s?(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2})(?:[.-]\d{1,2})?[\s：:、.]\s?(?=[^\s\d|])"
)
_NAMES = lazy_pattern(r"(?:表|计划|方案|清单|目录)(?:（[^（）]{1,12}）)?$")
_SHORTEST, _FEWEST_COLUMNS = 7, 3


def is_table_title(text: str) -> bool:
    """True for a line that may be the title of a table."""
    return (len(text) >= _SHORTEST and _TITLE_END.search(text) is not None) or is_counted(text)


def is_counted(text: str) -> bool:
    """True for the title of a table with its number: 表2 重点工程项目."""
    return _COUNTED.match(text) is not None and text[-1] not in "。；|"


def is_next_title(text: str) -> bool:
    """True for a line that may be the title of a table where cells stand, too: 编制项目清单 says what to do."""
    return is_table_title(text) and ACTION.match(text) is None


def title_above(splits: Sequence[Split], first: int) -> int | None:
    """The line of a table's title right above line ``first``; None when there is none."""
    index = next((index for index in range(first - 1, -1, -1) if splits[index].line.text), None)
    return index if index is not None and is_table_title(splits[index].line.text) else None


def names_table(text: str) -> bool:
    """True for a text without white space that may name a table: 民生实事清单（县级）."""
    return _NAMES.search(text) is not None


def is_title_row(cell: Cell, columns: int) -> bool:
    """True for a cell that has its row between whole ones to itself and names a table: no 编制项目清单, which is a task."""
    alone = columns >= _FEWEST_COLUMNS and cell.number is None and cell.label is None and not cell.closed
    return alone and names_table(cell.text) and "：" not in cell.text and ACTION.match(cell.text) is None
