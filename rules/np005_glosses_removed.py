"""NP005 glosses-removed: pinyin glosses were taken out of the text.

Some pages print the pronunciation behind a character, 號(hào). Valid pinyin syllables in brackets behind a
Chinese character are removed; brackets that say something, such as (PPP) or (市、区), stay.

PASS::

    文號：云府办〔2030〕7号

FAIL::

    文號(hào)：云府办〔2030〕7号
"""

from __future__ import annotations

from .finding import Severity, told

CODE = "NP005"
NAME = "glosses-removed"
SEVERITY: Severity = "info"
HINT = "Nothing to do; the source text and all spans still have them."


def message(detail: str, /) -> str:
    """The sentence of the report."""
    return f"{detail} pinyin glosses removed" if detail.isdecimal() else told("pinyin glosses removed", detail)
