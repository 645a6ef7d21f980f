"""NP115 another-notice: another whole notice stands below the first.

It has its own title, addressees and text. What is said of the notice (title, number, issuer, date) is the first one's; the
tasks of both are kept, and dates without a year are of the notice that they stand in. What a letter passes on (转发) is not
reported.

PASS::

    云溪县林业局关于开展苗圃检查的通知
    各乡镇：
    现将任务分工印发给你们。
    1.检查苗圃。（责任单位：县林业局，4月10日前）
    云溪县林业局
    2030年3月1日

FAIL::

    云溪县林业局关于开展苗圃检查的通知
    各乡镇：
    现将任务分工印发给你们。
    1.检查苗圃。（责任单位：县林业局，4月10日前）
    云溪县林业局
    2030年3月1日

    云溪县水利局关于开展堤防检查的通知
    各水管站：
    现将任务分工印发给你们。
    1.检查堤防。（责任单位：县水利局，5月10日前）
    云溪县水利局
    2031年4月1日
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP115"
NAME = "another-notice"
SEVERITY: Severity = "warning"
HINT = "Cut the text into a file a notice, so that each has its own title, number and date."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("another notice begins here", detail)
