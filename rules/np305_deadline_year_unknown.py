"""NP305 deadline-year-unknown: a date whose year cannot be told.

The date has no year, and neither its clause nor the plan's title names exactly one: the title of a plan for
several years, or a notice without a date. There is no ``due``.

PASS::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |

FAIL::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 5月底前 |
    2 | 清理河道 | 市水利局 | 6月底前 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP305"
NAME = "deadline-year-unknown"
SEVERITY: Severity = "warning"
HINT = "Set `due` by hand, or put the date of issue below the text."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the year of this date cannot be told", detail)
