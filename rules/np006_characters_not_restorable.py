"""NP006 characters-not-restorable: characters were lost and cannot be told.

A question mark or replacement sign stands where a character was, or a document number has no 号, and what is
missing cannot be told from what remains. The text stays as it is.

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

CODE = "NP006"
NAME = "characters-not-restorable"
SEVERITY: Severity = "warning"
HINT = "Look the words up in the original notice."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("characters are lost here", detail)
