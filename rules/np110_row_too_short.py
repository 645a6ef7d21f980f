"""NP110 row-too-short: a row has fewer cells than the table has columns.

Cells vanish where a page dropped empty ones. The columns of the cells that are there were inferred; a value
that is not there was not invented. Reported for columns that most rows fill, unless the page shows the cell as
empty or a merged cell above stands for it.

PASS::

    序号 | 工作任务 | 牵头单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |
    3 | 新建校舍 | 市教育局 | |
    4 | 植树造林 | 市林业局 | 2030年7月底前 |

FAIL::

    序号 | 工作任务 | 牵头单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |
    3 | 新建校舍 | 市教育局 |
    4 | 植树造林 | 市林业局 | 2030年7月底前 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP110"
NAME = "row-too-short"
SEVERITY: Severity = "warning"
HINT = "Compare the row with the page: which cell is missing?"


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("fewer cells than columns in this row", f"none under {detail}" if detail else "")
