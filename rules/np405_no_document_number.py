"""NP405 no-document-number: the notice has no document number.

Many notices of offices and departments carry no 发文字号, and excerpts lose it. The key of the notice is then
made of issuer, title and date.

PASS::

    关于修桥的通知
    云府办〔2030〕12号

    1.修缮北桥。（市交通局负责）

FAIL::

    关于修桥的通知

    1.修缮北桥。（市交通局负责）
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity

CODE = "NP405"
NAME = "no-document-number"
SEVERITY: Severity = "info"
HINT = "Nothing to do for letters that have none."


def message(_detail: str, /) -> str:
    """The sentence of the report."""
    return "no document number (发文字号) found"


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """A notice without a document number."""
    if not record["notice"]["document_number"]:
        yield Finding(("notice", "document_number"))
