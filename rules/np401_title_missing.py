"""NP401 title-missing: no title was found.

The title names the issuer, the matter and the kind of document (…关于…的通知). Without one the notice is hard
to cite, and its key rests on less.

PASS::

    云溪市人民政府关于修桥的通知

    各区人民政府：

    1.修缮北桥。（市交通局负责）

FAIL::

    各区人民政府：

    1.修缮北桥。（市交通局负责）
"""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Finding, Record, Severity

CODE = "NP401"
NAME = "title-missing"
SEVERITY: Severity = "warning"
HINT = "Give the whole page, or add `notice.title` by hand."


def message(_detail: str, /) -> str:
    """The sentence of the report."""
    return "the notice has no title that could be recognised"


def check(record: Record, _source: str | None) -> Iterator[Finding]:
    """A notice without a title."""
    if not record["notice"]["title"]:
        yield Finding(("notice", "title"))
