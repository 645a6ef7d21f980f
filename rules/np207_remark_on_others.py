"""NP207 remark-on-others: words behind the units of a task speak of other tasks.

以下均需各乡镇人民政府落实，不再列出 says that somebody has a share in all that stands below, and is not named there
again. Such units are no units of the task that the words stand at, and are not added to the others: which these are is
left to the reader of the page.

PASS::

    一、重点任务
    1.修缮北桥。（市交通局牵头，市财政局配合）
    2.清理河道。（市水利局牵头，各街道办事处落实）

FAIL::

    一、重点任务
    1.修缮北桥。（市交通局牵头，市财政局配合。以下均需各街道办事处落实，不再列出）
    2.清理河道。（市水利局牵头）
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP207"
NAME = "remark-on-others"
SEVERITY: Severity = "warning"
HINT = "Add the units to the tasks that the words are meant for, if you need them there."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("these words speak of other tasks; whom they name is not added to the units of those", detail)
