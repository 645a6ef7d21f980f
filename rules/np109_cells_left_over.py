"""NP109 cells-left-over: a row has more cells than the table has columns.

A cell that holds the separator itself, or two rows run together, give a row more cells than the column heads
announce.

PASS::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 市交通局 |
    2 | 清理河道 | 市水利局 |

FAIL::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 市交通局 |
    2 | 清理河道 | 市水利局 | 已报市政府 | 待批 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP109"
NAME = "cells-left-over"
SEVERITY: Severity = "warning"
HINT = "Compare the row with the page; the surplus cells are kept in the last column or in `fields`."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("more cells than columns in this row", detail)
