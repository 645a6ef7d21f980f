"""NP204 list-split-without-separators: a list of units was split although its separators are lost.

Pages lose the line breaks inside a cell: 高新区管委会区政府部门各街道办事处. The list is split where names of
units end.

PASS::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 市交通局、市财政局、各街道办事处 |
    2 | 清理河道 | 市水利局 |

FAIL::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 市交通局市财政局各街道办事处 |
    2 | 清理河道 | 市水利局 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP204"
NAME = "list-split-without-separators"
SEVERITY: Severity = "warning"
HINT = "Compare the names with the page."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the list has no separators; split where unit names end", detail)
