"""NP102 table-in-attachment: the tasks probably stand in an attachment.

The notice has no task, and lists an attachment whose title speaks of a table, a list of tasks or a division of
work.

PASS::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 市交通局 |
    2 | 清理河道 | 市水利局 |

FAIL::

    云溪市人民政府办公室关于做好2030年民生实事工作的通知

    各区人民政府：

    现将2030年民生实事任务分解表印发给你们，请认真组织实施。

    附件：2030年民生实事任务分解表

    云溪市人民政府办公室

    2030年3月2日
"""

from __future__ import annotations

from collections.abc import Iterator

from ..normalize.lazy import lazy_pattern
from .finding import Finding, Record, Severity, told

CODE = "NP102"
NAME = "table-in-attachment"
SEVERITY: Severity = "warning"
HINT = "Fetch the attachment and give its text to notice-parse."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the task table probably stands in an attachment", detail)


_TABLE_TITLE = lazy_pattern(r"任务|分工|分解|清单|责任|台账|要点|计划|一览|[^代]表")


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """The first attachment with a title that promises tasks, in a record without any."""
    if record["tasks"]:
        return
    for index, attachment in enumerate(record["notice"]["attachments"]):
        if _TABLE_TITLE.search(attachment["title"]):
            yield Finding(("notice", "attachments", index), detail=attachment["title"])
            return
