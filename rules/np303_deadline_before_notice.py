"""NP303 deadline-before-notice: a deadline that was past when the notice was issued.

The due date lies before the date of issue. Plans are sometimes issued late, with steps that are already done;
more often a year is wrong.

PASS::

    云溪市人民政府办公室关于印发2030年重点工作分工方案的通知

    各区人民政府：

    现将2030年重点工作分工方案印发给你们，请认真贯彻执行。

    云溪市人民政府办公室

    2030年3月2日

    2030年重点工作分工方案

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |

FAIL::

    云溪市人民政府办公室关于印发2030年重点工作分工方案的通知

    各区人民政府：

    现将2030年重点工作分工方案印发给你们，请认真贯彻执行。

    云溪市人民政府办公室

    2030年3月2日

    2030年重点工作分工方案

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2029年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told

CODE = "NP303"
NAME = "deadline-before-notice"
SEVERITY: Severity = "warning"
HINT = "Check the year; the page may have a slip, or the task was finished before."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("due before the notice was issued", detail)


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """Due dates before the date of issue."""
    issued = record["notice"]["issued_on"]
    if not issued:
        return
    for index, deadline in enumerate(record["notice"]["deadlines"]):
        if deadline["due"] and deadline["due"] < issued:
            path = ("notice", "deadlines", index, "due")
            yield Finding(path, deadline["span"], detail=f"{deadline['text']} is {deadline['due']}, issued {issued}")
    for place, task in enumerate(record["tasks"]):
        for index, deadline in enumerate(task["deadlines"]):
            if deadline["due"] and deadline["due"] < issued:
                path = ("tasks", place, "deadlines", index, "due")
                yield Finding(
                    path, deadline["span"], task["id"], f"{deadline['text']} is {deadline['due']}, issued {issued}"
                )
