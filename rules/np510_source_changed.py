"""NP510 source-changed: the source is not the file that the record was made from.

``source.sha256`` is the hash of the bytes that were read. When the file beside the record has another, spans
mean nothing.

PASS (record and source)::

    source: "1 修缮北桥 市交通局"
    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 11, line: 1, end_line: 1}}

FAIL (record and source)::

    source: "1 修缮北桥 市交通局"
    sha256: '0000'
    tasks:
    - {id: 1, content: 修缮北桥, span: {start: 0, end: 11, line: 1, end_line: 1}}
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP510"
NAME = "source-changed"
SEVERITY: Severity = "error"
HINT = "Parse the notice again, or restore the file (see that git does not change its line ends)."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return told("the source has other bytes than the record was made from; spans were not compared", detail)
