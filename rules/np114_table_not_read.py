"""NP114 table-not-read: a table asks who does something and was not read.

Its heads name who is responsible, but it lists goods, people or places beside them, or its rows could not be told apart.
None of its rows is a task.

PASS::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 6月底前 |

FAIL::

    物资名称 | 数量 | 存放地点 | 责任单位 |
    编织袋 | 200条 | 北桥仓库 | 市水利局 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP114"
NAME = "table-not-read"
SEVERITY: Severity = "warning"
HINT = "See whether its rows set tasks; if so, add them by hand and report the heads."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("a table that names who does something was not read", detail)
