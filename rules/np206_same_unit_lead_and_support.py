"""NP206 same-unit-lead-and-support: a unit both leads and supports one task.

The same name stands among the leading and among the supporting units of a task: a slip of the page, or a list
that was split in the wrong place.

PASS::

    序号 | 工作任务 | 牵头单位 | 配合单位 |
    1 | 修缮北桥 | 市交通局 | 市财政局 |
    2 | 清理河道 | 市水利局 | 市城管局 |

FAIL::

    序号 | 工作任务 | 牵头单位 | 配合单位 |
    1 | 修缮北桥 | 市交通局 | 市财政局、市交通局 |
    2 | 清理河道 | 市水利局 | 市城管局 |
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told

CODE = "NP206"
NAME = "same-unit-lead-and-support"
SEVERITY: Severity = "warning"
HINT = "See which of the two the notice means."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the unit both leads and supports this task", detail)


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """Units that a task names both as lead and as support."""
    for index, task in enumerate(record["tasks"]):
        leads = {unit["name"] for unit in task["units"] if unit["role"] == "lead"}
        for place, unit in enumerate(task["units"]):
            if unit["role"] == "support" and unit["name"] in leads:
                yield Finding(("tasks", index, "units", place), unit["span"], task["id"], unit["name"])
