"""NP301 deadline-not-understood: a time expression that was not understood.

A deadline cell or clause holds something that is no time expression of a known form. It stays as text; no date
was made up.

PASS::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |

FAIL::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2019116 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP301"
NAME = "deadline-not-understood"
SEVERITY: Severity = "warning"
HINT = "Set `due` by hand if the notice makes it clear."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the time is not understood", detail)
