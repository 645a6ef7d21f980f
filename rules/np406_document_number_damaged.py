"""NP406 document-number-damaged: the document number is not whole.

A document number (发文字号) is an agency code, a year in brackets and a running number with 号 (GB/T
9704-2012). One of them was lost, often the 号.

PASS::

    云溪市人民政府办公室关于印发2030年重点工作分工方案的通知

    云溪府办〔2030〕12号

    各区人民政府：

    现将2030年重点工作分工方案印发给你们，请认真贯彻执行。

    云溪市人民政府办公室

    2030年3月2日

FAIL::

    云溪市人民政府办公室关于印发2030年重点工作分工方案的通知

    云溪府办〔2030〕12

    各区人民政府：

    现将2030年重点工作分工方案印发给你们，请认真贯彻执行。

    云溪市人民政府办公室

    2030年3月2日
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP406"
NAME = "document-number-damaged"
SEVERITY: Severity = "warning"
HINT = "Compare it with the page; it was kept as printed."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the document number is not whole", detail)
