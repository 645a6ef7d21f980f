"""NP101 no-task: no task was found in the notice.

A covering letter, a news report or a tag page holds no task, and then this is right. It is a warning because a
notice that was fetched for its tasks and has none deserves a look. Provisions (numbered items that nobody is named
for) are no tasks.

PASS::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 市交通局 |
    2 | 清理河道 | 市水利局 |

FAIL::

    云溪市人民政府办公室关于印发2030年重点工作分工方案的通知

    各区人民政府：

    《2030年重点工作分工方案》已经市政府同意，现印发给你们，请认真贯彻执行。

    云溪市人民政府办公室

    2030年3月2日
"""

from __future__ import annotations

from collections.abc import Iterator

from ..schemas.words import counted
from .finding import Finding, Record, Severity, told

CODE = "NP101"
NAME = "no-task"
SEVERITY: Severity = "warning"
HINT = "See whether the table stands in an attachment, or run `notice-parse explain` on the file."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("no task found", detail)


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """A record without any task; provisions are counted."""
    if all(task["kind"] == "provision" for task in record["tasks"]):
        count = len(record["tasks"])
        yield Finding(("tasks",), detail=f"{counted(count, 'provision')} alone" if count else "")
