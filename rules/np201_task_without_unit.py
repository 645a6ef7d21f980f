"""NP201 task-without-unit: a task that names no unit.

A task is handed to somebody. When no unit was found in its row or clause and none was inherited, the task stays
without one. When no task of a part names any, this is said once.

PASS::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 市交通局 |
    2 | 清理河道 | 市水利局 |

FAIL::

    序号 | 工作任务 | 完成时限 |
    1 | 修缮北桥 | 2030年5月底前 |
    2 | 清理河道 | 2030年6月底前 |
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity

CODE = "NP201"
NAME = "task-without-unit"
SEVERITY: Severity = "warning"
HINT = "See whether the page names one in another place, such as a heading or the covering letter."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return f"no unit is named for this task{detail}"


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """Tasks without units; one finding for a part in which no task has any."""
    tasks = [(index, task) for index, task in enumerate(record["tasks"]) if task["kind"] == "task"]
    with_units = {task["part"] for _, task in tasks if task["units"]}
    said: set[int] = set()
    for index, task in tasks:
        part = task["part"]
        if task["units"] or part in said:
            continue
        alike = sum(other["part"] == part for _, other in tasks)
        if part in with_units or alike == 1:
            yield Finding(("tasks", index), task["span"], task["id"])
        else:
            said.add(part)
            others = "the other task" if alike == 2 else f"any of the {alike - 1} others"
            yield Finding(("tasks", index), task["span"], task["id"], f", nor for {others} in this part of the notice")
