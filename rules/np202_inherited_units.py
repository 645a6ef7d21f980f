"""NP202 inherited-units: the units were taken from a merged cell or a heading above.

A row whose unit cell is missing under a vertical merge takes the units of the row above in the same group;
their span is the cell they came from. A heading row or a new group ends it. Items of a list take the units of a
heading that speaks for all below it: 一、县教育局牵头的工作.

PASS::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 市交通局 |
    2 | 清理河道 | 市水利局 |

FAIL::

    序号 | 工作任务 | 进展情况 | 责任单位 |
    1 | 新建停车场三处。 | 已建一处。 | 市住建局 |
    增设充电桩三十个。 | 已设十个。 | ||
    2 | 清理河道。 | 尚未开工。 | 市水利局 |
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told

CODE = "NP202"
NAME = "inherited-units"
SEVERITY: Severity = "info"
HINT = "Nothing to do when the page shows a merged cell or such a heading; the units are marked `inherited: true`."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("units taken from above", detail)


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """Tasks with inherited units, one finding a task."""
    for index, task in enumerate(record["tasks"]):
        names = [unit["name"] for unit in task["units"] if unit["inherited"]]
        if names:
            yield Finding(("tasks", index, "units"), task["span"], task["id"], "、".join(names))
