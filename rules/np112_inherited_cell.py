"""NP112 inherited-cell: a value was taken from a merged cell or a heading above.

A cell that is missing under a vertical merge takes the value above it, column by column. This reports persons,
deadlines and other columns; units have a rule of their own, NP202.

PASS::

    序号 | 工作任务 | 责任单位 | 分管领导 |
    1 | 修缮北桥 | 市交通局 | 张三 |
    2 | 加固桥墩 | 市交通局 | 张三 |

FAIL::

    序号 | 工作任务 | 责任单位 | 分管领导 |
    1 | 修缮北桥 | 市交通局 | 张三 |
    2 | 加固桥墩 | | |
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told

CODE = "NP112"
NAME = "inherited-cell"
SEVERITY: Severity = "info"
HINT = "Nothing to do when the page shows a merged cell or such a heading; the values are marked `inherited: true`."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("taken from above", detail)


_COLUMNS = (("deadlines", "text"), ("persons", "name"), ("fields", "text"))


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """Tasks with inherited deadlines, persons or other fields, one finding a task."""
    for index, task in enumerate(record["tasks"]):
        values = [cell[key] for column, key in _COLUMNS for cell in task[column] if cell["inherited"]]
        if values:
            yield Finding(("tasks", index), task["span"], task["id"], "、".join(values))
