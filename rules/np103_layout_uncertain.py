"""NP103 layout-uncertain: a part was read with one layout, and another fitted nearly as well.

Each layout says how well it fits a part of the notice. When the runner-up is close, or no layout fits well, the
rows may be cut in the wrong places.

PASS::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥，加固桥墩。 | 市交通局 |
    2 | 清理河道，加固堤防。 | 市水利局 |

FAIL::

    序号 | 工作任务 | 责任单位 |
    1 | 市交通局 | 修缮北桥，加固桥墩。 |
    2 | 市水利局 | 清理河道，加固堤防。 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP103"
NAME = "layout-uncertain"
SEVERITY: Severity = "warning"
HINT = "Compare a few tasks with the page; `notice-parse explain --stage parts` shows both readings."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the layout of this part is uncertain", detail)
