"""NP205 unit-name-unknown-form: the name of a unit is cut short or has no known form.

Names of units end in 局, 委, 办, 厅, 公司, 街道 and the like, or belong to a known body without such an ending.
A name that does neither may be cut short (经信 for 区经信局), damaged, or no unit at all. Nothing is added to
it.

PASS::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 区交通局 |
    2 | 清理河道 | 区水利局 |

FAIL::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 区交通局 |
    2 | 清理河道 | 经信 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP205"
NAME = "unit-name-unknown-form"
SEVERITY: Severity = "warning"
HINT = "Check the name; it was kept as printed."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("unit name cut short or of no known form", detail)
