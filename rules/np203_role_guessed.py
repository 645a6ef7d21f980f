"""NP203 role-guessed: the role of a unit was guessed.

Column heads such as 业主单位 or 检查主体 name a unit without saying whether it leads, supports or is
responsible. Such units are ``responsible``. A mark behind one name, 甲、乙（牵头）, may be meant for the whole
group; that is reported too.

PASS::

    序号 | 工作任务 | 牵头单位 |
    1 | 修缮北桥 | 市交通局 |
    2 | 清理河道 | 市水利局 |

FAIL::

    序号 | 项目名称 | 业主单位 |
    1 | 修缮北桥 | 市交通局 |
    2 | 清理河道 | 市水利局 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP203"
NAME = "role-guessed"
SEVERITY: Severity = "warning"
HINT = "Set the role by hand if the notice makes it clear elsewhere."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the role is not said and was guessed", detail)
