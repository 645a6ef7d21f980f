"""NP403 date-missing: no date of issue was found.

The date of issue (成文日期) stands below the signature or in the page's own table. Without it, days without a
year and deadlines that count from the issue have no date.

PASS::

    云溪市人民政府办公室关于印发2030年重点工作分工方案的通知

    云溪府办〔2030〕12号

    各区人民政府：

    现将2030年重点工作分工方案印发给你们，请认真贯彻执行。

    云溪市人民政府办公室

    2030年3月2日

FAIL::

    序号 | 工作任务 | 责任单位 |
    1 | 修缮北桥 | 市交通局 |
    2 | 清理河道 | 市水利局 |
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity

CODE = "NP403"
NAME = "date-missing"
SEVERITY: Severity = "warning"
HINT = "Give the whole page with the date below the signature, or add `notice.issued_on` by hand."


def message(_detail: str, /) -> str:
    """The sentence of the report."""
    return "the notice has no date of issue that could be recognised"


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """A notice without a date of issue."""
    if not record["notice"]["issued_on"]:
        yield Finding(("notice", "issued_on"))
