"""NP111 column-guessed: the column of a cell was guessed.

A column has no head, or its cells contradict the one it has. What it holds was told from its cells. Or a row prints
several units, a line each, under two columns, and nothing shows which line is the last of the first.
Or cells are glued together, and another place to part them would be nearly as good.

PASS::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥，加固桥墩。 | 市交通局 | 2030年6月 |
    2 | 清理河道，加固堤防。 | 市水利局 | 2030年7月 |

FAIL::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥，加固桥墩。 | 市交通局 | 2030年6月 |
    2 | 清理河道，加固堤防。 | 市水利局 | 2030年7月 |
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP111"
NAME = "column-guessed"
SEVERITY: Severity = "warning"
HINT = "Compare the row with the page."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the column of this cell was guessed", detail)
