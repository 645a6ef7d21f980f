"""NP110 row-too-short: a row has fewer cells than the table has columns.

Cells vanish under merged cells and where a page dropped empty ones. The columns of the cells that are there
were inferred; a value that is not there was not invented.

PASS::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |

FAIL::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 |
    3 | 新建停车场 | 市住建局 | 2030年7月底前 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP110"
NAME = "row-too-short"
SEVERITY: Severity = "warning"
HINT = "Compare the row with the page: which cell is missing?"


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("fewer cells than columns in this row", detail)
