"""NP105 numbering-repeat: a number is printed twice.

Several tasks may share one number when one item carries several responsibility clauses; a number that is
printed twice in one group is a slip of the page, or two rows that were read as one group.

PASS::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |

FAIL::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |
    2 | 新建停车场 | 市住建局 | 2030年7月底前 |
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told
from .numbering import irregular_numbers

CODE = "NP105"
NAME = "numbering-repeat"
SEVERITY: Severity = "warning"
HINT = "See which of the two items has the wrong number; references to it by number are ambiguous."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the number was used before", detail)


def check(record: Record, source: str | None) -> Iterator[Finding]:
    """Items whose number was printed before in the same group."""
    for found in irregular_numbers(record, source):
        if found.kind == "repeat":
            task = record["tasks"][found.index]
            detail = found.number
            yield Finding(("tasks", found.index, "number"), task["span"], task["id"], detail)
