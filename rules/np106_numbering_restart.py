"""NP106 numbering-restart: the numbers go back inside one group.

Numbers start anew under a new heading. When they go back without one, a heading or the beginning of another
table was probably not recognised.

PASS::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |

FAIL::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |
    1 | 新建停车场 | 市住建局 | 2030年7月底前 |
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told
from .numbering import irregular_numbers

CODE = "NP106"
NAME = "numbering-restart"
SEVERITY: Severity = "warning"
HINT = "See whether a heading was missed between the two items."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the numbering goes back", detail)


def check(record: Record, source: str | None) -> Iterator[Finding]:
    """Items whose number is lower than the one before, and not a repeat."""
    for found in irregular_numbers(record, source):
        if found.kind == "restart":
            task = record["tasks"][found.index]
            detail = f"{found.number} follows {found.previous}"
            yield Finding(("tasks", found.index, "number"), task["span"], task["id"], detail)
