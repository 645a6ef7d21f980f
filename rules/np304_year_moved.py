"""NP304 year-moved: a date without a year was moved to the next year.

A date without a year takes the year of its clause, of the plan's title or of the notice. When the notice's own
year would put it before the date of issue, the next year is meant: 3月底前 in a notice of November.

PASS::

    云溪市人民政府关于修桥的通知

    各区人民政府：

    1.修缮北桥，12月底前完成。（市交通局）

    云溪市人民政府
    2030年11月2日

FAIL::

    云溪市人民政府关于修桥的通知

    各区人民政府：

    1.修缮北桥，3月底前完成。（市交通局）

    云溪市人民政府
    2030年11月2日
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP304"
NAME = "year-moved"
SEVERITY: Severity = "info"
HINT = "Check the year if the notice may be speaking of something already done."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the day was past when the notice was issued; moved to the next year", detail)
