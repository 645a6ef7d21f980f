"""NP104 numbering-gap: a number is missing between two items.

Numbers may count on through the whole notice or start anew under each heading. A number that fits neither way
means that the page skips one, or that an item was lost.

PASS::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |
    3 | 新建停车场 | 市住建局 | 2030年7月底前 |

FAIL::

    序号 | 工作任务 | 责任单位 | 完成时限 |
    1 | 修缮北桥 | 市交通局 | 2030年5月底前 |
    2 | 清理河道 | 市水利局 | 2030年6月底前 |
    4 | 新建停车场 | 市住建局 | 2030年7月底前 |
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity, told
from .numbering import irregular_numbers

CODE = "NP104"
NAME = "numbering-gap"
SEVERITY: Severity = "warning"
HINT = "See whether the page itself skips the number or a row was not recognised."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the numbering has a gap", detail)


def check(record: Record, source: str | None) -> Iterator[Finding]:
    """Items whose number is higher than the next one expected."""
    for found in irregular_numbers(record, source):
        if found.kind == "gap":
            task = record["tasks"][found.index]
            detail = f"{found.number} follows {found.previous}" if found.previous else f"starts at {found.number}"
            yield Finding(("tasks", found.index, "number"), task["span"], task["id"], detail)
