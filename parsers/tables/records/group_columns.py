"""Columns that are merged with the groups of a table.

序号 | 问题 | 措施 | 责任单位 | 督导单位
1 | 管护缺位 | 设立专班 | 县水务局 | 县委督查室
| | 安装探头 | 县公安局 |
2 | 道路破损 | 修补路面 | 县交通局 | 县纪委监委
| | 增设护栏 | 县住建局 |

Who oversees stands in the first row of each problem and in no other: its cell reaches as far down as the problem's.
Where cells vanished without a trace, only those who oversee are told like that: they look after the problem as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..grid.shape import Column, Row
from .text_roles import TextRole

#: So many groups of several rows show it.
_FEWEST_GROUPS = 2


def columns_with_groups(
    columns: Sequence[Column], rows: Sequence[Row], roles: Mapping[int, TextRole]
) -> Mapping[int, frozenset[int]]:
    """For each column of groups those that have a cell in the first row of every group and in no other."""
    texts = {index for index, role in roles.items() if role in ("heading", "title", "content")}
    others = [c.index for c in columns if c.index not in texts and c.head.kind != "number"]
    body = [row for row in rows if row.heading is None]
    found: dict[int, frozenset[int]] = {}
    for group in (index for index, role in roles.items() if role == "heading"):
        if _continued(body, group) < _FEWEST_GROUPS:
            continue
        held = [i for i in others if _goes_with(i, group, body, placed=columns[i].head.role != "guide")]
        if held:
            found[group] = frozenset(held)
    return found


def held_from_above(row: Row, held: Mapping[int, frozenset[int]]) -> set[int]:
    """The columns whose cells above reach into ``row``, as those of its groups do."""
    return {index for group, with_it in held.items() if group not in row.cells for index in with_it}


def _goes_with(index: int, group: int, rows: Sequence[Row], *, placed: bool) -> bool:
    """Whether a column is filled where the group is and nowhere else; ``placed`` where its empty cells have to be shown."""
    told = False
    for row in rows:
        if (index in row.cells) != (group in row.cells):
            return False
        if index not in row.cells:
            if placed and not row.placed:
                return False
            told = True
    return told


def _continued(rows: Sequence[Row], group: int) -> int:
    """How many groups have more than one row."""
    return sum(1 for above, row in pairwise(rows) if group in above.cells and group not in row.cells)
