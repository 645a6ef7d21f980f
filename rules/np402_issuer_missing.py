"""NP402 issuer-missing: no issuing authority was found.

The issuer is read from the signature above the date, else from the title.

PASS::

    各区人民政府：

    1.修缮北桥。（市交通局负责）

    云溪市人民政府
    2030年3月2日

FAIL::

    各区人民政府：

    1.修缮北桥。（市交通局负责）

    2030年3月2日
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity

CODE = "NP402"
NAME = "issuer-missing"
SEVERITY: Severity = "warning"
HINT = "Give the whole page with the signature, or add `notice.issuers` by hand."


def message(_detail: str, /) -> str:
    """The sentence of the report."""
    return "the notice has no issuer that could be recognised"


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """A notice without an issuer."""
    if not record["notice"]["issuers"]:
        yield Finding(("notice", "issuers"))
